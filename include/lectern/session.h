/*
 * session.h - what is kept between two openings of a meeting: where one was,
 * the clock, a note that was being typed.
 *
 * It is the person's, not the library's: small files in the user's state
 * folder, one of a kind for each meeting of each library. Whatever is missing
 * or broken there is as if it had never been; nothing in it is worth a
 * message.
 */
#ifndef LECTERN_SESSION_H
#define LECTERN_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/error.h"
#include "lectern/library.h"

/* "…/KIND/LIBRARY-HASH/MEETING"; NULL without a state folder. The caller
 * frees. */
char *session_path(const struct library *lib, const char *kind,
		   const char *meeting);

/* Replace out's content by what is kept; false where there is nothing. */
bool session_read(const struct library *lib, const char *kind,
		  const char *meeting, struct buffer *out);

/* Keep it; no text keeps nothing and removes what was there. */
enum status session_write(const struct library *lib, const char *kind,
			  const char *meeting, const char *text,
			  struct error *err) WARN_UNUSED;

/* The value of a line "NAME VALUE" of a text, appended to out; false where
 * there is no such line. */
bool session_value(const char *text, const char *name, struct buffer *out);
/* The same as a number, or 'otherwise'. */
long long session_number(const char *text, const char *name,
			 long long otherwise);

#endif
