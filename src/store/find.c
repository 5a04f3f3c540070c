/* Which meeting a person means. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/nearest.h"
#include "lectern/words.h"
#include "store_local.h"

#define FIND_SHOWN 5 /* ids listed where the words fit several meetings */

/*
 * The words, and what fits them so far. Meetings pass newest first, so the
 * first of those that share a short name is the one that is meant.
 */
struct find {
	struct buffer words;	/* folded, without space around them */
	struct buffer short_of; /* all but the last word */
	int64_t first, last;	/* the days that the last word names, or 0 */
	VECTOR(char *) parts;	/* ids that contain the words */
	VECTOR(char *) dated;	/* ids by short name and date */
	char *short_fit;	/* the newest with this short name */
	struct buffer folded;	/* scratch */
};

static void
find_trim(struct buffer *text)
{
	size_t start = strspn(text->data, " \t\n");

	while (text->len > start && strchr(" \t\n", text->data[text->len - 1]))
		buffer_truncate(text, text->len - 1);
	if (start) {
		memmove(text->data, text->data + start, text->len - start + 1);
		text->len -= start;
	}
}

/* "short 2021-05-27" or "short 2021". */
static void
find_split_date(struct find *find)
{
	const char *space = strrchr(find->words.data, ' ');
	const char *word = space ? space + 1 : "";
	struct date date;

	if (date_parse(word, strlen(word), &date)) {
		find->first = date.year * 10000 + date.month * 100 + date.day;
		find->last = find->first;
	} else if (strlen(word) == 4 && strspn(word, "0123456789") == 4) {
		find->first = strtol(word, NULL, 10) * 10000;
		find->last = find->first + 9999;
	} else {
		return;
	}
	buffer_append(&find->short_of, find->words.data,
		      (size_t)(space - find->words.data));
	find_trim(&find->short_of);
}

static void
find_init(struct find *find, const char *words)
{
	memset(find, 0, sizeof *find);
	buffer_init(&find->words);
	buffer_init(&find->short_of);
	buffer_init(&find->folded);
	store_fold(words, &find->words);
	find_trim(&find->words);
	find_split_date(find);
}

static void
find_release(struct find *find)
{
	size_t i;

	for (i = 0; i < find->parts.len; i++)
		free(find->parts.items[i]);
	for (i = 0; i < find->dated.len; i++)
		free(find->dated.items[i]);
	vector_release(&find->parts);
	vector_release(&find->dated);
	free(find->short_fit);
	buffer_release(&find->words);
	buffer_release(&find->short_of);
	buffer_release(&find->folded);
}

static bool
find_is_dated(const struct find *find, const char *folded_short, int64_t first,
	      int64_t last)
{
	return find->first && first <= find->last && last >= find->first &&
	       !strcmp(folded_short, find->short_of.data);
}

static void
find_offer(struct find *find, sqlite3_stmt *stmt)
{
	const char *name = store_column_text(stmt, 0);

	buffer_reset(&find->folded);
	store_fold(name, &find->folded);
	if (strstr(find->folded.data, find->words.data))
		vector_push(&find->parts, mem_strdup(name));
	buffer_reset(&find->folded);
	store_fold(store_column_text(stmt, 1), &find->folded);
	if (!find->folded.len)
		return;
	if (!find->short_fit && !strcmp(find->folded.data, find->words.data))
		find->short_fit = mem_strdup(name);
	if (find_is_dated(find, find->folded.data,
			  sqlite3_column_int64(stmt, 2),
			  sqlite3_column_int64(stmt, 3)))
		vector_push(&find->dated, mem_strdup(name));
}

static enum status
find_say_several(const char *words, char **ids, size_t count, struct error *err)
{
	struct buffer list = BUFFER_INIT;
	size_t i;

	for (i = 0; i < count && i < FIND_SHOWN; i++)
		buffer_printf(&list, "%s%s", i ? ", " : "", ids[i]);
	if (count > FIND_SHOWN)
		buffer_append_string(&list, ", …");
	(void)error_set(err, STATUS_INVALID,
			P_("'%s' may mean %zu meeting: %s. Type more of the "
			   "one you mean.",
			   "'%s' may mean %zu meetings: %s. Type more of the "
			   "one you mean.",
			   count),
			words, count, list.data);
	buffer_release(&list);
	return STATUS_INVALID;
}

/* The ids nearest to 'words', and how many meetings there are: a second walk,
 * which only those who mistyped pay for. */
static enum status
find_nearest(struct store *store, const char *words, struct buffer *list,
	     size_t *count, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_LIST_NAMES, err);
	struct nearest nearest;
	enum status rc;
	bool has_row;

	*count = 0;
	if (!stmt)
		return STATUS_IO;
	nearest_init(&nearest, words);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row) {
		nearest_add(&nearest, store_column_text(stmt, 0));
		++*count;
	}
	sqlite3_reset(stmt);
	nearest_format(&nearest, list);
	nearest_release(&nearest);
	return rc;
}

static enum status
find_say_none(struct store *store, const char *words, struct error *err)
{
	struct buffer list = BUFFER_INIT;
	size_t count;
	enum status rc = find_nearest(store, words, &list, &count, err);

	if (rc)
		goto out;
	if (!count)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no meeting '%s': the library holds "
				 "no meeting yet."),
			       words);
	else if (list.len)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no meeting '%s'. The nearest: %s."),
			       words, list.data);
	else
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no meeting '%s'. 'lectern list' "
				 "shows those there are."),
			       words);
out:
	buffer_release(&list);
	return rc;
}

static enum status
find_choose(struct store *store, struct find *find, const char *words,
	    char **id, struct error *err)
{
	const char *chosen = NULL;

	if (find->parts.len == 1)
		chosen = find->parts.items[0];
	else if (find->short_fit)
		chosen = find->short_fit;
	else if (find->dated.len == 1)
		chosen = find->dated.items[0];
	if (chosen) {
		*id = mem_strdup(chosen);
		return STATUS_OK;
	}
	if (find->dated.len)
		return find_say_several(words, find->dated.items,
					find->dated.len, err);
	if (find->parts.len)
		return find_say_several(words, find->parts.items,
					find->parts.len, err);
	return find_say_none(store, words, err);
}

static enum status
find_exact(struct store *store, const char *words, char **id, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_MEETING_ROW, err);
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, words);
	rc = store_step(store, stmt, &has_row, err);
	if (has_row)
		*id = mem_strdup(words);
	sqlite3_reset(stmt);
	return rc;
}

enum status
store_find_meeting(struct store *store, const char *words, char **id,
		   struct error *err)
{
	struct find find;
	sqlite3_stmt *stmt;
	enum status rc;
	bool has_row;

	*id = NULL;
	rc = find_exact(store, words, id, err);
	if (rc || *id)
		return rc;
	stmt = store_prepare(store, STATEMENT_LIST_NAMES, err);
	if (!stmt)
		return STATUS_IO;
	find_init(&find, words);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row)
		find_offer(&find, stmt);
	sqlite3_reset(stmt);
	if (rc == STATUS_OK)
		rc = find_choose(store, &find, words, id, err);
	find_release(&find);
	return rc;
}
