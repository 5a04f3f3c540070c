/*
 * keyboard.h - what a key means when a Russian or a Kazakh layout was left on.
 *
 * A delegate who has just typed a note in Russian must not be locked out: the
 * same physical key does what it does on the Latin layout. Only keys that
 * have no binding of their own are looked up here, so that a character that
 * both layouts have ('/', '?') keeps its meaning. The layouts are those of
 * XKB, "us", "ru" and "kz".
 */
#ifndef LECTERN_VIEW_KEYBOARD_H
#define LECTERN_VIEW_KEYBOARD_H

#include <stdbool.h>

#include "lectern/buffer.h"

enum keyboard { KEYBOARD_RUSSIAN, KEYBOARD_KAZAKH, KEYBOARD_COUNT };

/* The name the same physical key has on the Latin layout, or NULL where it is
 * no key of that layout. */
const char *keyboard_latin(enum keyboard keyboard, const char *key);

/* Only the Kazakh layout has this letter. */
bool is_keyboard_kazakh(const char *key);

/*
 * Append reading 'number' of a text that was typed with the wrong layout on:
 * as it would have come out of the Latin layout («шыкфуд» is "israel"), or of
 * a Cyrillic one ("bphfbkm" is «израиль»). False where nothing in it changes.
 */
#define KEYBOARD_READINGS 4
bool keyboard_reading(int number, const char *text, struct buffer *out);

#endif
