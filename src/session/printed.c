/* What is on paper: see printed.h. */
#include "lectern/printed.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/save.h"
#include "lectern/session.h"
#include "lectern/vector.h"

#define PRINTED_KIND "printed"

/* Points of a language that are on paper, by hash. */
struct printed_set {
	VECTOR(uint64_t) list;
};

static int
printed_compare(const void *a, const void *b)
{
	const uint64_t *left = a, *right = b;

	return *left < *right ? -1 : *left > *right;
}

/* Read "0123456789abcdef …". */
static void
printed_parse(const char *at, struct printed_set *set)
{
	uint64_t hash;
	char *end;

	for (;; at = end) {
		hash = strtoull(at, &end, 16);
		if (end == at)
			break;
		vector_push(&set->list, hash);
	}
	if (set->list.len)
		qsort(set->list.items, set->list.len, sizeof *set->list.items,
		      printed_compare);
}

/* False where the language was never printed. */
static bool
printed_read_set(const char *text, const char *language,
		 struct printed_set *set)
{
	struct buffer value = BUFFER_INIT;
	bool is_known = session_value(text, language, &value);

	if (is_known)
		printed_parse(value.data, set);
	buffer_release(&value);
	return is_known;
}

static bool
is_printed_in(const struct printed_set *set, uint64_t hash)
{
	return set->list.len &&
	       bsearch(&hash, set->list.items, set->list.len,
		       sizeof *set->list.items, printed_compare);
}

static void
printed_add_blocks(const struct block *blocks, size_t count,
		   struct buffer *words)
{
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_append(words, blocks[i].text, blocks[i].len);
		buffer_append_byte(words, '\n');
	}
}

/* All that is spoken from; marks of emphasis are no other words. */
static uint64_t
printed_hash(const struct point *point)
{
	struct buffer words = BUFFER_INIT;
	uint64_t hash;

	printed_add_blocks(point->blocks, point->block_count, &words);
	buffer_append_byte(&words, '\f');
	printed_add_blocks(point->cues, point->cue_count, &words);
	hash = file_hash(words.data, words.len);
	buffer_release(&words);
	return hash;
}

static void
printed_mark_language(const struct meeting *meeting, int language,
		      const struct printed_set *set, bool *is_changed)
{
	const struct aligned_section *section;
	const struct point *point;
	size_t i, j;

	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		for (j = 0; j < section->row_count; j++) {
			point = section->rows[j].cells[language];
			if (point && !is_printed_in(set, printed_hash(point)))
				is_changed[section->first_row + j] = true;
		}
	}
}

size_t
printed_find_changed(const struct library *lib, const struct meeting *meeting,
		     const char *const *languages, size_t count,
		     bool *is_changed)
{
	struct printed_set set = {VECTOR_INIT};
	struct buffer text = BUFFER_INIT;
	size_t i, changed = 0;
	int language;

	memset(is_changed, 0, meeting->row_count * sizeof *is_changed);
	session_read(lib, PRINTED_KIND, meeting->id, &text);
	for (i = 0; i < count; i++) {
		language = meeting_language_index(meeting, languages[i]);
		set.list.len = 0;
		if (language >= 0 &&
		    printed_read_set(text.data, languages[i], &set))
			printed_mark_language(meeting, language, &set,
					      is_changed);
	}
	for (i = 0; i < meeting->row_count; i++)
		changed += is_changed[i];
	vector_release(&set.list);
	buffer_release(&text);
	return changed;
}

/* A line of a language: what was printed now, and what was before and still
 * stands in the meeting. */
static void
printed_put_language(const struct meeting *meeting, int language,
		     const char *before, const bool *is_printed,
		     struct buffer *out)
{
	struct printed_set set = {VECTOR_INIT};
	const char *tag = meeting->languages[language];
	bool is_known = printed_read_set(before, tag, &set);
	const struct aligned_section *section;
	const struct point *point;
	uint64_t hash;
	size_t i, j;

	buffer_append_string(out, tag);
	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		for (j = 0; j < section->row_count; j++) {
			point = section->rows[j].cells[language];
			if (!point)
				continue;
			hash = printed_hash(point);
			if (!is_known || is_printed[section->first_row + j] ||
			    is_printed_in(&set, hash))
				buffer_printf(out, " %016llx",
					      (unsigned long long)hash);
		}
	}
	buffer_append_byte(out, '\n');
	vector_release(&set.list);
}

static bool
is_printed_language(const char *const *languages, size_t count, const char *tag)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (!strcmp(languages[i], tag))
			return true;
	return false;
}

enum status
printed_keep(const struct library *lib, const struct meeting *meeting,
	     const char *const *languages, size_t count, const bool *is_printed,
	     struct error *err)
{
	struct buffer before = BUFFER_INIT, text = BUFFER_INIT;
	struct buffer value = BUFFER_INIT;
	enum status rc = STATUS_OK;
	size_t i;

	session_read(lib, PRINTED_KIND, meeting->id, &before);
	for (i = 0; i < meeting->language_count; i++) {
		const char *tag = meeting->languages[i];

		buffer_reset(&value);
		if (is_printed_language(languages, count, tag))
			printed_put_language(meeting, (int)i, before.data,
					     is_printed, &text);
		else if (session_value(before.data, tag, &value))
			buffer_printf(&text, "%s %s\n", tag, value.data);
	}
	/* Printed again as it was: the disk need not be waited for. */
	if (strcmp(before.data, text.data) != 0)
		rc = session_write(lib, PRINTED_KIND, meeting->id, text.data,
				   err);
	buffer_release(&before);
	buffer_release(&text);
	buffer_release(&value);
	return rc;
}
