/* Key tables: see keys.h. */
#include <string.h>

#include "lectern/utf8.h"
#include "lectern/words.h"
#include "keys.h"

static const char *const key_names[] = {
	"Down",	  "Up",	       "Left",	  "Right", "Home", "End",   "PgDn",
	"PgUp",	  "Tab",       "BackTab", "Enter", "Esc",  "Space", "Insert",
	"Delete", "Backspace", "F1",	  "F2",	   "F3",   "F4",    "F5",
	"F6",	  "F7",	       "F8",	  "F9",	   "F10",  "F11",   "F12",
};

/* Control keys that terminals cannot tell from a named one. */
static const struct {
	const char *name, *normal;
} key_synonyms[] = {
	{"^I", "Tab"}, {"^M", "Enter"}, {"^J", "Enter"},
	{"^[", "Esc"}, {" ", "Space"},	{"^?", "Backspace"},
};

const char *
key_name_normal(const char *name)
{
	for (size_t i = 0; i < sizeof key_synonyms / sizeof *key_synonyms; i++)
		if (strcmp(key_synonyms[i].name, name) == 0)
			return key_synonyms[i].normal;
	return name;
}

bool
is_key_name(const char *name)
{
	size_t len = strlen(name);
	uint32_t cp;

	if (len == 0)
		return false;
	if (utf8_decode(name, len, &cp) == len)
		return cp != UTF8_BAD && cp > ' ';
	if (len == 2 && name[0] == '^')
		return name[1] >= '?' && name[1] <= '_';
	for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
		if (strcmp(key_names[i], name) == 0)
			return true;
	return false;
}

const char *
keys_find(const struct keys *keys, const char *map, const char *key)
{
	for (size_t i = 0; i < keys->list.len; i++) {
		const struct key_binding *binding = &keys->list.items[i];

		if (strcmp(binding->key, key) == 0 &&
		    strcmp(binding->map, map) == 0)
			return binding->command;
	}
	return NULL;
}

static void
keys_add(struct keys *keys, struct key_binding binding)
{
	for (size_t i = 0; i < keys->list.len; i++) {
		struct key_binding *old = &keys->list.items[i];

		/* Each is held against all before it, at every start. */
		if (*old->key == *binding.key &&
		    strcmp(old->key, binding.key) == 0 &&
		    strcmp(old->map, binding.map) == 0) {
			*old = binding;
			return;
		}
	}
	vector_push(&keys->list, binding);
}

/* The next word of a line; *at moves behind it. NULL where there is none. */
static const char *
keys_word(struct keys *keys, const char **at, const char *end)
{
	const char *start, *s = *at;

	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	start = s;
	while (s < end && *s != ' ' && *s != '\t')
		s++;
	*at = s;
	return s > start
		       ? arena_strndup(&keys->arena, start, (size_t)(s - start))
		       : NULL;
}

static bool
keys_parse_line(struct keys *keys, const char *line, const char *end)
{
	struct key_binding binding;
	const char *at = line;

	binding.map = keys_word(keys, &at, end);
	if (binding.map == NULL || binding.map[0] == '#')
		return true;
	binding.key = keys_word(keys, &at, end);
	if (binding.key == NULL)
		return false;
	binding.key = key_name_normal(binding.key);
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	while (end > at && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	if (at == end || !is_key_name(binding.key))
		return false;
	binding.command = arena_strndup(&keys->arena, at, (size_t)(end - at));
	keys_add(keys, binding);
	return true;
}

enum status
keys_parse(struct keys *keys, const char *text, const char *file,
	   struct error *err)
{
	int line = 0;

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		line++;
		if (!keys_parse_line(keys, text, text + len)) {
			error_set(err, STATUS_INVALID,
				  _("Line %d of %s is no key binding. Write "
				    "the view, the key and the command, as in "
				    "\"brief j next\"."),
				  line, file);
			error_set_place(err, file, line);
			return STATUS_INVALID;
		}
		text += len + (text[len] == '\n');
	}
	return STATUS_OK;
}

void
keys_release(struct keys *keys)
{
	vector_release(&keys->list);
	arena_release(&keys->arena);
}
