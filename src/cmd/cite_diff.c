/*
 * lectern cite --diff: how the wording of what cites a document changed.
 *
 * A point is compared with one of the meeting before it in which points cite
 * the document in the same language: with that of the same section and number,
 * else with the one it has most words in common with.
 */
#include <stdlib.h>
#include <string.h>

#include "cite_cmd.h"
#include "lectern/words.h"
#include "lectern/worddiff.h"

#define DIFF_INDENT 2

/* A point in one language, and what it is compared with. */
struct diff_wording {
	const struct store_citing_point *point;
	const char *language, *text;	   /* in the arena */
	const struct diff_wording *before; /* NULL: the first, or new */
};

struct diff_wordings {
	VECTOR(struct diff_wording) list; /* oldest first */
	struct arena arena;
};

/* The text of a point as it stands in the files. */
static const struct point *
diff_find_point(const struct meeting *meeting,
		const struct store_citing_point *point, const char *language)
{
	const struct aligned_section *section;
	int index = meeting_language_index(meeting, language);
	size_t row;

	if (index < 0 ||
	    (size_t)point->section_ordinal >= meeting->section_count)
		return NULL;
	section = &meeting->sections[point->section_ordinal];
	row = (size_t)point->row - section->first_row;
	return row < section->row_count ? section->rows[row].cells[index]
					: NULL;
}

static void
diff_add(struct diff_wordings *wordings, const struct meeting *meeting,
	 const struct store_citing_point *point)
{
	struct buffer text = BUFFER_INIT;
	struct diff_wording wording = {.point = point};
	const struct point *found;
	size_t i;

	for (i = 0; i < point->language_count; i++) {
		found = diff_find_point(meeting, point, point->languages[i]);
		if (!found)
			continue;
		buffer_reset(&text);
		point_plain_text(found, &text);
		wording.language = point->languages[i];
		wording.text =
			arena_strndup(&wordings->arena, text.data, text.len);
		vector_push(&wordings->list, wording);
	}
	buffer_release(&text);
}

/* A meeting that cannot be read now is left out: the index is older. */
static void
diff_read(struct command_call *call, const struct store_citing *citing,
	  struct diff_wordings *wordings)
{
	const struct store_citing_point *point;
	struct meeting *meeting = NULL;
	const char *id = "";
	size_t i;

	for (i = 0; i < citing->list.len; i++) {
		point = &citing->list.items[i];
		if (strcmp(point->meeting, id) != 0) {
			if (meeting)
				meeting_free(meeting);
			meeting = NULL;
			id = point->meeting;
			if (library_read_meeting(call->library, id, &meeting,
						 NULL, NULL))
				meeting = NULL;
		}
		if (meeting)
			diff_add(wordings, meeting, point);
	}
	if (meeting)
		meeting_free(meeting);
}

static bool
diff_is_same_place(const struct store_citing_point *a,
		   const struct store_citing_point *b)
{
	return *a->section && !strcmp(a->section, b->section) &&
	       a->point == b->point;
}

/* Bytes that two wordings have in common, white space included. */
static size_t
diff_count_common(const char *before, const char *after)
{
	struct worddiff diff = WORDDIFF_INIT;
	const struct worddiff_part *part;
	size_t common = 0, i;

	worddiff_find(before, strlen(before), after, strlen(after), &diff);
	for (i = 0; i < diff.list.len; i++) {
		part = &diff.list.items[i];
		if (part->kind == WORDDIFF_SAME)
			common += part->new_end - part->new_start;
	}
	worddiff_release(&diff);
	return common;
}

/* A wording that shares less than a third of its words with any is new. */
static const struct diff_wording *
diff_find_before(const struct diff_wordings *wordings, size_t index)
{
	const struct diff_wording *one = &wordings->list.items[index], *other;
	const struct diff_wording *best = NULL;
	const char *meeting = NULL;
	size_t best_common = strlen(one->text) / 3, common;

	while (index--) {
		other = &wordings->list.items[index];
		if (strcmp(other->language, one->language) != 0 ||
		    !strcmp(other->point->meeting, one->point->meeting))
			continue;
		if (meeting && strcmp(other->point->meeting, meeting) != 0)
			break;
		meeting = other->point->meeting;
		if (diff_is_same_place(other->point, one->point))
			return other;
		common = diff_count_common(other->text, one->text);
		if (common > best_common) {
			best = other;
			best_common = common;
		}
	}
	return best;
}

static void
diff_print_change(struct output *out, const struct diff_wording *one, int width)
{
	VECTOR(struct styled_span) spans = VECTOR_INIT;
	struct worddiff diff = WORDDIFF_INIT;
	struct buffer line = BUFFER_INIT;
	struct styled_span span;
	size_t i;

	worddiff_find(one->before->text, strlen(one->before->text), one->text,
		      strlen(one->text), &diff);
	for (i = 0; i < diff.list.len; i++) {
		span.start = line.len;
		worddiff_format_part(&diff, i, one->before->text, one->text,
				     &line);
		span.end = line.len;
		span.style = diff.list.items[i].kind == WORDDIFF_REMOVED
				     ? STYLE_AVOID
				     : STYLE_STRONG;
		if (diff.list.items[i].kind != WORDDIFF_SAME)
			vector_push(&spans, span);
	}
	if (worddiff_is_same(&diff))
		table_text(out, _("As before."), STYLE_QUIET, DIFF_INDENT,
			   width);
	else
		table_marked(out, line.data, STYLE_TEXT, spans.items, spans.len,
			     DIFF_INDENT, width);
	worddiff_release(&diff);
	vector_release(&spans);
	buffer_release(&line);
}

static void
diff_print_wording(struct output *out, const struct diff_wording *one,
		   int width)
{
	struct buffer line = BUFFER_INIT;

	cite_format_point(one->point, &line);
	table_text(out, line.data, STYLE_STRONG, 0, width);
	if (one->before)
		diff_print_change(out, one, width);
	else
		table_text(out, one->text, STYLE_TEXT, DIFF_INDENT, width);
	buffer_release(&line);
}

static json_t *
diff_json_changes(const struct diff_wording *one)
{
	static const char *const kinds[] = {"same", "removed", "added"};
	struct worddiff diff = WORDDIFF_INIT;
	json_t *array = json_array(), *object;
	const struct worddiff_part *part;
	size_t i;

	worddiff_find(one->before->text, strlen(one->before->text), one->text,
		      strlen(one->text), &diff);
	for (i = 0; i < diff.list.len; i++) {
		part = &diff.list.items[i];
		object = json_object();
		json_put(object, "kind", json_text(kinds[part->kind]));
		json_put(object, "text",
			 part->kind == WORDDIFF_REMOVED
				 ? json_text_bytes(
					   one->before->text + part->old_start,
					   part->old_end - part->old_start)
				 : json_text_bytes(one->text + part->new_start,
						   part->new_end -
							   part->new_start));
		json_add(array, object);
	}
	worddiff_release(&diff);
	return array;
}

static json_t *
diff_json_wording(const struct diff_wording *one)
{
	json_t *object = json_object();
	struct buffer place = BUFFER_INIT, date = BUFFER_INIT;

	cite_format_date(&one->point->date, &date);
	cite_format_place(one->point, &place);
	json_put(object, "language", json_text(one->language));
	json_put(object, "place", json_text(place.data));
	json_put(object, "date", json_text(date.data));
	json_put(object, "text", json_text(one->text));
	buffer_reset(&place);
	if (one->before)
		cite_format_place(one->before->point, &place);
	json_put(object, "before",
		 one->before ? json_text(place.data) : json_null());
	json_put(object, "changes",
		 one->before ? diff_json_changes(one) : json_array());
	buffer_release(&place);
	buffer_release(&date);
	return object;
}

/* The first of its language? */
static bool
diff_is_first(const struct diff_wordings *wordings, size_t index)
{
	const char *language = wordings->list.items[index].language;
	size_t i;

	for (i = 0; i < index; i++)
		if (!strcmp(wordings->list.items[i].language, language))
			return false;
	return true;
}

/* Language by language, in each the oldest first. */
static void
diff_print_all(struct output *out, const struct diff_wordings *wordings,
	       json_t *array)
{
	const struct diff_wording *list = wordings->list.items;
	int width = output_columns(out, 500);
	size_t i, j;

	for (i = 0; i < wordings->list.len; i++) {
		if (!diff_is_first(wordings, i))
			continue;
		if (!array)
			output_printf(out, "\n%s\n", list[i].language);
		for (j = i; j < wordings->list.len; j++) {
			if (strcmp(list[j].language, list[i].language) != 0)
				continue;
			if (array)
				json_add(array, diff_json_wording(&list[j]));
			else
				diff_print_wording(out, &list[j], width);
		}
	}
}

void
cite_print_diff(struct command_call *call, const struct cite_answer *answer)
{
	struct diff_wordings wordings = {VECTOR_INIT, ARENA_INIT};
	json_t *object, *array = NULL;
	size_t i;

	diff_read(call, &answer->citing, &wordings);
	for (i = 0; i < wordings.list.len; i++)
		wordings.list.items[i].before = diff_find_before(&wordings, i);
	if (command_option(call, "json")->given)
		array = json_array();
	else
		table_text(call->out, answer->symbol, STYLE_HEADING, 0,
			   output_columns(call->out, 500));
	if (!array && !wordings.list.len)
		output_printf(call->out, "%s\n", _("No point cites it."));
	diff_print_all(call->out, &wordings, array);
	if (array) {
		object = json_object();
		json_put(object, "symbol", json_text(answer->symbol));
		json_put(object, "wordings", array);
		json_print(call->out, object);
	}
	vector_release(&wordings.list);
	arena_release(&wordings.arena);
}
