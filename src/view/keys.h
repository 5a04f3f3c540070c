/*
 * keys.h - which key means which command text, per view.
 *
 * The table is text ("map key command…", one binding a line) so that help, a
 * test and later the user's own file read the same form. data/keys is
 * compiled in; parsing it costs microseconds.
 */
#ifndef LECTERN_VIEW_KEYS_H
#define LECTERN_VIEW_KEYS_H

#include "lectern/app.h"
#include "lectern/arena.h"
#include "lectern/vector.h"

struct keys {
	VECTOR(struct key_binding) list;
	struct arena arena;
};

#define KEYS_INIT                                                              \
	{                                                                      \
		VECTOR_INIT, ARENA_INIT                                        \
	}

/* The default table: data/keys. */
extern const char keys_data[];

/* Add the bindings of a text; a later one replaces an earlier one of the same
 * map and key. 'file' is used in the message of an error, with the line. */
enum status keys_parse(struct keys *keys, const char *text, const char *file,
		       struct error *err) WARN_UNUSED;

/* The command bound to a key in a map, or NULL. */
const char *keys_find(const struct keys *keys, const char *map,
		      const char *key);

/* Is it a key's name: one character, "^A", or "PgDn" and its kin? */
bool is_key_name(const char *name);

/* One name for a key that has two ("^I" is "Tab"). */
const char *key_name_normal(const char *name);

void keys_release(struct keys *keys);

#endif
