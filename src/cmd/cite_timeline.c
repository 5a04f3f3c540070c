/* lectern cite --timeline: what was cited when, as a table. */
#include <stdlib.h>
#include <string.h>

#include "cite_timeline.h"
#include "lectern/save.h"
#include "lectern/words.h"

enum {
	TIMELINE_WIDTH = 80, /* where there is no terminal */
	TIMELINE_CELL = 3,
	TIMELINE_GAP = 2,
	TIMELINE_SYMBOL_MAX = 32,
};

static struct timeline_mark *
timeline_find_mark(struct timeline *timeline, struct timeline_row *row,
		   const struct store_citing_point *point)
{
	const char *meeting =
		*point->short_name ? point->short_name : point->meeting;
	struct timeline_mark *last =
		row->marks.len ? vector_last(&row->marks) : NULL;

	if (last && !date_compare(&last->date, &point->date.first) &&
	    !strcmp(last->meeting, meeting))
		return last;
	vector_push(&row->marks,
		    (struct timeline_mark){
			    .date = point->date.first,
			    .meeting = arena_strdup(&timeline->arena, meeting),
		    });
	return vector_last(&row->marks);
}

static void
timeline_take_point(struct timeline *timeline, struct timeline_row *row,
		    const struct store_citing_point *point)
{
	const struct date *date = &point->date.first;

	if (!is_date(date)) {
		timeline->undated++;
		return;
	}
	timeline_find_mark(timeline, row, point)->points++;
	row->points++;
	if (!is_date(&timeline->first) ||
	    date_compare(date, &timeline->first) < 0)
		timeline->first = *date;
	if (!is_date(&timeline->last) ||
	    date_compare(date, &timeline->last) > 0)
		timeline->last = *date;
}

static enum status
timeline_add(struct command_call *call, struct timeline *timeline,
	     const struct catalogue *catalogue, const char *symbol,
	     const char *language, struct error *err)
{
	const struct instrument *one = catalogue_find_symbol(catalogue, symbol);
	struct store_citing citing = {VECTOR_INIT, ARENA_INIT};
	struct timeline_row row = {
		.symbol = arena_strdup(&timeline->arena, symbol), .title = ""};
	enum status rc = store_list_citing(call->store, symbol, &citing, err);
	size_t i;

	if (one)
		row.title = arena_strdup(&timeline->arena,
					 cite_any_title(one, language));
	for (i = 0; !rc && i < citing.list.len; i++)
		timeline_take_point(timeline, &row, &citing.list.items[i]);
	if (row.marks.len)
		vector_push(&timeline->rows, row);
	store_citing_release(&citing);
	return rc;
}

static int
timeline_compare(const void *a, const void *b)
{
	const struct timeline_row *left = a, *right = b;

	return catalogue_compare_symbols(left->symbol, right->symbol);
}

static void
timeline_release(struct timeline *timeline)
{
	for (size_t i = 0; i < timeline->rows.len; i++)
		vector_release(&timeline->rows.items[i].marks);
	vector_release(&timeline->rows);
	arena_release(&timeline->arena);
}

/* One document, or all that the library cites. */
static enum status
timeline_read(struct command_call *call, const struct catalogue *catalogue,
	      struct timeline *timeline, struct error *err)
{
	struct store_cited cited = {VECTOR_INIT, ARENA_INIT};
	char symbol[CITE_SYMBOL_MAX], *language = locale_language();
	struct buffer words = BUFFER_INIT;
	enum status rc = STATUS_OK;
	size_t i;

	if (call->operand_count) {
		cite_join_operands(call, &words);
		cite_read_symbol(catalogue, words.data, symbol);
		rc = timeline_add(call, timeline, catalogue, symbol, language,
				  err);
	} else {
		rc = store_list_cited(call->store, &cited, err);
		for (i = 0; !rc && i < cited.list.len; i++)
			rc = timeline_add(call, timeline, catalogue,
					  cited.list.items[i].symbol, language,
					  err);
	}
	if (timeline->rows.len)
		qsort(timeline->rows.items, timeline->rows.len,
		      sizeof *timeline->rows.items, timeline_compare);
	if (!rc && !timeline->rows.len)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("No point of a meeting with a day cites it."));
	store_cited_release(&cited);
	buffer_release(&words);
	free(language);
	return rc;
}

/* --- as text --- */

/* The columns: so many months each, from the first one on. */
struct timeline_scale {
	int months; /* 1, 3, 12, 60, 120 … */
	int first;  /* months since year 0 */
	int count, label;
};

static int
timeline_month(const struct date *date)
{
	return date->year * 12 + date->month - 1;
}

/* The finest scale whose columns fit. */
static void
timeline_choose_scale(const struct timeline *timeline, int width,
		      struct timeline_scale *scale)
{
	static const int steps[] = {1, 3, 12, 60, 120, 1200};
	int last = timeline_month(&timeline->last);
	size_t i, len;

	scale->label = 0;
	for (i = 0; i < timeline->rows.len; i++) {
		len = strlen(timeline->rows.items[i].symbol);
		if ((int)len > scale->label)
			scale->label = (int)len;
	}
	if (scale->label > TIMELINE_SYMBOL_MAX)
		scale->label = TIMELINE_SYMBOL_MAX;
	for (i = 0; i < sizeof steps / sizeof *steps; i++) {
		scale->months = steps[i];
		scale->first = timeline_month(&timeline->first);
		scale->first -= scale->first % steps[i];
		scale->count = (last - scale->first) / steps[i] + 1;
		if (scale->label + TIMELINE_GAP +
			    scale->count * TIMELINE_CELL <=
		    width)
			break;
	}
}

/* The year above the columns it begins at; below it months or quarters. */
static void
timeline_format_heads(const struct timeline_scale *scale, struct buffer *years,
		      struct buffer *parts)
{
	int i, month, year, before = -1;
	size_t at;

	buffer_printf(years, "%*s", scale->label + TIMELINE_GAP, "");
	buffer_printf(parts, "%*s", scale->label + TIMELINE_GAP, "");
	for (i = 0; i < scale->count; i++) {
		month = scale->first + i * scale->months;
		year = month / 12;
		at = (size_t)(scale->label + TIMELINE_GAP + i * TIMELINE_CELL);
		if (year != before && years->len <= at) {
			while (years->len < at)
				buffer_append_byte(years, ' ');
			buffer_printf(years, "%d", year);
			before = year;
		}
		if (scale->months == 1)
			buffer_printf(parts, "%02d ", month % 12 + 1);
		else if (scale->months == 3)
			buffer_printf(parts, "Q%d ", month % 12 / 3 + 1);
	}
}

static void
timeline_trim(struct buffer *line)
{
	while (line->len && line->data[line->len - 1] == ' ')
		buffer_truncate(line, line->len - 1);
}

static void
timeline_format_row(const struct timeline_row *row,
		    const struct timeline_scale *scale, struct buffer *out)
{
	size_t mark = 0;
	int i, sum, end;

	buffer_printf(out, "%-*.*s%*s", scale->label, scale->label, row->symbol,
		      TIMELINE_GAP, "");
	for (i = 0; i < scale->count; i++) {
		end = scale->first + (i + 1) * scale->months;
		sum = 0;
		for (; mark < row->marks.len &&
		       timeline_month(&row->marks.items[mark].date) < end;
		     mark++)
			sum += row->marks.items[mark].points;
		if (!sum)
			buffer_append_string(out, "\xc2\xb7  ");
		else
			buffer_printf(out, "%-3d", sum > 99 ? 99 : sum);
	}
	timeline_trim(out);
	buffer_append_byte(out, '\n');
}

static void
timeline_print(struct command_call *call, const struct timeline *timeline)
{
	struct buffer years = BUFFER_INIT, parts = BUFFER_INIT,
		      row = BUFFER_INIT;
	struct timeline_scale scale;
	size_t i;

	timeline_choose_scale(
		timeline, output_columns(call->out, TIMELINE_WIDTH), &scale);
	timeline_format_heads(&scale, &years, &parts);
	timeline_trim(&parts);
	output_printf(call->out, "%s\n", years.data);
	if (scale.months < 12)
		output_printf(call->out, "%s\n", parts.data);
	for (i = 0; i < timeline->rows.len; i++) {
		buffer_reset(&row);
		timeline_format_row(&timeline->rows.items[i], &scale, &row);
		output_text(call->out, row.data);
	}
	if (timeline->undated)
		output_printf(call->out,
			      P_("%d point of a meeting without a day is left "
				 "out.\n",
				 "%d points of meetings without a day are left "
				 "out.\n",
				 timeline->undated),
			      timeline->undated);
	buffer_release(&years);
	buffer_release(&parts);
	buffer_release(&row);
}

static void
timeline_print_json(struct command_call *call, const struct timeline *timeline)
{
	json_t *array = json_array(), *object, *marks, *mark;
	const struct timeline_row *row;
	char date[DATE_TEXT_MAX];
	size_t i, k;

	for (i = 0; i < timeline->rows.len; i++) {
		row = &timeline->rows.items[i];
		object = json_object();
		json_put(object, "symbol", json_text(row->symbol));
		json_put(object, "title", json_text(row->title));
		json_put(object, "points", json_integer(row->points));
		marks = json_array();
		for (k = 0; k < row->marks.len; k++) {
			mark = json_object();
			date_format(&row->marks.items[k].date, date);
			json_put(mark, "date", json_text(date));
			json_put(mark, "meeting",
				 json_text(row->marks.items[k].meeting));
			json_put(mark, "points",
				 json_integer(row->marks.items[k].points));
			json_add(marks, mark);
		}
		json_put(object, "cited", marks);
		json_add(array, object);
	}
	json_print(call->out, array);
}

static enum status
timeline_save(struct command_call *call, const struct timeline *timeline,
	      const char *path, struct error *err)
{
	struct buffer drawing = BUFFER_INIT;
	struct save_report report;
	enum status rc;

	timeline_draw_svg(timeline, &drawing);
	rc = file_save(path, drawing.data, drawing.len, NULL, &report, err);
	if (!rc)
		command_say(call->messages, _("%s is drawn."), path);
	buffer_release(&drawing);
	return rc;
}

int
cite_run_timeline(struct command_call *call, struct error *err)
{
	struct timeline timeline = {.arena = ARENA_INIT};
	struct catalogue *catalogue = command_read_catalogue(call);
	const char *path = command_option(call, "output")->text;
	enum status rc = timeline_read(call, catalogue, &timeline, err);

	if (!rc && path)
		rc = timeline_save(call, &timeline, path, err);
	else if (!rc && command_option(call, "json")->given)
		timeline_print_json(call, &timeline);
	else if (!rc)
		timeline_print(call, &timeline);
	timeline_release(&timeline);
	catalogue_free(catalogue);
	return command_exit_code(rc);
}
