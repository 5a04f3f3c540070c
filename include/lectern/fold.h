/*
 * fold.h - comparison without regard to case, by Unicode case folding.
 */
#ifndef LECTERN_FOLD_H
#define LECTERN_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"

/* Append text[0..len) case-folded. */
void fold_append(struct buffer *out, const char *text, size_t len);

/* Do the folded words stand in text[0..len)? Empty words do not. */
bool fold_contains(const struct buffer *words, const char *text, size_t len);

#endif
