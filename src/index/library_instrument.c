/* Texts of instruments in a library: what their folders are called, and the
 * facts that meeting.yaml would hold. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "library_local.h"

/* What stands in LIBRARY/catalogue/ and may be a text's folder. */
static bool
is_instrument_folder(const char *name)
{
	return is_meeting_name(name);
}

bool
is_instrument_id(const char *id)
{
	size_t len = strlen(LIBRARY_INSTRUMENTS);

	return !strncmp(id, LIBRARY_INSTRUMENTS, len) &&
	       is_instrument_folder(id + len);
}

bool
instrument_id_from_symbol(const char *symbol, struct buffer *id)
{
	size_t start = id->len + strlen(LIBRARY_INSTRUMENTS);

	buffer_append_string(id, LIBRARY_INSTRUMENTS);
	for (; *symbol; symbol++)
		buffer_append_byte(id, *symbol == '/' ? '-' : *symbol);
	return is_instrument_folder(id->data + start);
}

static bool
instrument_is_called(const char *symbol, const char *id)
{
	struct buffer own = BUFFER_INIT;
	bool is_same = instrument_id_from_symbol(symbol, &own) &&
		       !strcmp(own.data, id);

	buffer_release(&own);
	return is_same;
}

/* A folder that the catalogue does not know: as a symbol with '/' for '-',
 * where that is one. */
static bool
instrument_read_symbol(const char *id, char out[CITE_SYMBOL_MAX])
{
	char *name = mem_strdup(id + strlen(LIBRARY_INSTRUMENTS)), *at;
	bool is_symbol;

	for (at = name; *at; at++)
		if (*at == '-')
			*at = '/';
	is_symbol = cite_normalise(name, strlen(name), NULL, out) &&
		    instrument_is_called(out, id);
	free(name);
	return is_symbol;
}

const struct instrument *
library_find_instrument(const struct catalogue *catalogue, const char *id,
			char symbol[CITE_SYMBOL_MAX])
{
	const struct instrument *one;
	const char *name;
	size_t i, len;

	/* Most folders are called as their symbol is read. */
	if (instrument_read_symbol(id, symbol)) {
		one = catalogue_find_symbol(catalogue, symbol);
		if (one)
			return one;
	}
	for (i = 0; i < catalogue_count(catalogue); i++) {
		one = catalogue_at(catalogue, i);
		name = one->cells[CATALOGUE_SYMBOL];
		len = strlen(name);
		if (len >= CITE_SYMBOL_MAX || !instrument_is_called(name, id))
			continue;
		memcpy(symbol, name, len + 1);
		return one;
	}
	if (!instrument_read_symbol(id, symbol))
		symbol[0] = '\0';
	return NULL;
}

/* A title for each language in which it is known. */
static void
instrument_set_titles(const struct instrument *one, struct meeting_facts *facts)
{
	struct translated titles[CATALOGUE_COLUMNS];
	size_t count = 0;
	int column;

	for (column = CATALOGUE_TITLE_EN; column <= CATALOGUE_TITLE_KK;
	     column++) {
		if (!*one->cells[column])
			continue;
		titles[count].language =
			catalogue_column_name((enum catalogue_column)column) +
			strlen("title_");
		titles[count++].text =
			arena_strdup(&facts->arena, one->cells[column]);
	}
	if (count)
		facts->titles = arena_copy(&facts->arena, titles, count,
					   sizeof *titles);
	facts->title_count = count;
}

static void
instrument_set_facts(const struct instrument *one, const char *symbol,
		     struct meeting_facts *facts)
{
	facts->short_name = arena_strdup(&facts->arena, symbol);
	facts->body = facts->place = facts->delegation = facts->subject = "";
	facts->classification = facts->delivery = facts->reference = "";
	if (!one)
		return;
	instrument_set_titles(one, facts);
	facts->body = arena_strdup(&facts->arena, one->cells[CATALOGUE_BODY]);
	facts->date.first = facts->date.last = one->adopted;
}

void
library_set_instrument_facts(const struct library *lib, const char *id,
			     struct meeting_facts *facts)
{
	struct catalogue *own = NULL;
	const struct catalogue *catalogue = lib->catalogue;
	const struct instrument *one;
	char symbol[CITE_SYMBOL_MAX];

	if (!catalogue)
		catalogue = own = library_read_catalogue(lib, NULL);
	one = library_find_instrument(catalogue, id, symbol);
	instrument_set_facts(one, symbol, facts);
	catalogue_free(own);
}

struct meeting *
library_make_instrument(const struct instrument *instrument, const char *id)
{
	struct meeting *meeting = meeting_new(id);

	instrument_set_facts(instrument, instrument->cells[CATALOGUE_SYMBOL],
			     &meeting->facts);
	library_give_title(meeting);
	return meeting;
}

static int
instrument_compare_ids(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A folder without a text is one for something else. */
static void
instrument_add_folder(const struct library *lib, const char *name,
		      struct library_names *names)
{
	struct library_files files = {VECTOR_INIT};
	char *id = path_join(LIBRARY_INSTRUMENTS, name);
	bool has_text = !library_list_files(lib, id, &files, NULL) &&
			vector_last(&files.list)->language;

	library_files_release(&files);
	if (has_text)
		vector_push(&names->list, id);
	else
		free(id);
}

void
library_list_instruments(const struct library *lib, struct library_names *names)
{
	char *path = path_join(lib->path, LIBRARY_INSTRUMENTS);
	DIR *dir = opendir(path);
	struct dirent *entry;

	library_names_release(names);
	while (dir && (entry = readdir(dir)))
		if (is_instrument_folder(entry->d_name))
			instrument_add_folder(lib, entry->d_name, names);
	if (dir)
		closedir(dir);
	if (names->list.len)
		qsort(names->list.items, names->list.len,
		      sizeof *names->list.items, instrument_compare_ids);
	free(path);
}
