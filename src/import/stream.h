/*
 * stream.h - where documents come from and where rows go.
 *
 * Standard input and standard output in the program, memory in tests and
 * fuzzers; nothing else is ever read or written here. What goes out is JSON,
 * an object a line, as include/lectern/import.h lists them. No word of it is
 * for people: the parent says it in their language.
 */
#ifndef IMPORT_STREAM_H
#define IMPORT_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include <jansson.h>

#include "lectern/buffer.h"

struct import_in {
	const char *data; /* read first; moves on as it is read */
	size_t left;
	int fd; /* read then; -1: there is none */
};

struct import_out {
	int fd; /* -1: 'text' keeps all */
	struct buffer text;
	bool has_failed; /* nobody reads any more */
	int problems;
};

/* After so many problems a document is not read on. */
#define IMPORT_PROBLEMS_MAX 50

/* Bytes read, 0 at the end, -1 where reading fails. */
ssize_t import_read(struct import_in *in, char *bytes, size_t size);

/* All of it, up to 'limit' bytes; false where there is more, or reading
 * fails. */
bool import_read_all(struct import_in *in, size_t limit, struct buffer *out);

void import_write(struct import_out *out, const char *bytes, size_t len);
void import_flush(struct import_out *out);

/* One line; takes the object. */
void import_put(struct import_out *out, json_t *object);

/* What is wrong: a word of the contract, a place (0: none), and up to two
 * values, NULL where there are none. Bytes that are not UTF-8 are left out. */
struct import_problem {
	const char *word;
	long line, record;
	const char *value, *other;
};
void import_put_problem(struct import_out *out,
			const struct import_problem *problem);

/* Set a member to a text, where there is one: not NULL, not empty, UTF-8. */
void import_set_text(json_t *object, const char *key, const char *text);

#endif
