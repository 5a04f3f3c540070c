/* lectern show --time: how long it takes to say a place, by section and
 * language, against the floor time. */
#include <string.h>

#include "cmd.h"
#include "lectern/minutes.h"
#include "lectern/words.h"

/* What is said in a section, or in all of them. */
struct spoken {
	size_t count; /* words, or characters */
	long milliseconds;
};

static void
spoken_add_point(struct spoken *spoken, const struct point *point,
		 const char *language, const struct minutes_rates *rates)
{
	struct buffer text = BUFFER_INIT;

	if (!point || point->role != ROLE_SAY)
		return;
	point_plain_text(point, &text);
	spoken->count += minutes_count(text.data, text.len, language);
	spoken->milliseconds +=
		minutes_of_text(text.data, text.len, language, rates);
	buffer_release(&text);
}

/* Of the rows of the place in a section, or (SIZE_MAX) in all of it. */
static struct spoken
spoken_count(const struct show_request *request, size_t section, size_t column)
{
	const struct resolved *place = request->place;
	const struct meeting *meeting = place->meeting;
	const char *language = request->languages[column];
	int index = meeting_language_index(meeting, language);
	struct spoken spoken = {0, 0};
	const struct aligned_section *one;
	size_t i, row;

	for (i = place->first; i < place->end && index >= 0; i++) {
		if (section != SIZE_MAX && section != i)
			continue;
		one = &meeting->sections[i];
		for (row = place->first_row;
		     row < one->row_count && row < place->end_row; row++)
			spoken_add_point(&spoken, one->rows[row].cells[index],
					 language, request->rates);
	}
	return spoken;
}

static void
spoken_format(const struct spoken *spoken, const char *language,
	      struct buffer *out)
{
	long seconds = (spoken->milliseconds + 500) / 1000;

	if (!spoken->count) {
		buffer_append_string(out, "–");
		return;
	}
	if (minutes_counts_characters(language))
		buffer_printf(out,
			      P_("%zu character, %ld:%02ld",
				 "%zu characters, %ld:%02ld", spoken->count),
			      spoken->count, seconds / 60, seconds % 60);
	else
		buffer_printf(out,
			      P_("%zu word, %ld:%02ld", "%zu words, %ld:%02ld",
				 spoken->count),
			      spoken->count, seconds / 60, seconds % 60);
}

/* "fits", "over by 0:40" */
static void
spoken_format_floor(const struct spoken *spoken, long floor, struct buffer *out)
{
	long over = (spoken->milliseconds + 500) / 1000 - floor;

	if (over > 0)
		buffer_printf(out, _("over by %ld:%02ld"), over / 60,
			      over % 60);
	else
		buffer_append_string(out, _("fits"));
}

struct time_row {
	struct buffer texts[COLUMNS_MAX + 1];
};

struct time_table {
	VECTOR(struct time_row) rows;
	size_t width;
};

static struct time_row *
time_add_row(struct time_table *table)
{
	struct time_row row;
	size_t i;

	for (i = 0; i <= COLUMNS_MAX; i++)
		buffer_init(&row.texts[i]);
	vector_push(&table->rows, row);
	return vector_last(&table->rows);
}

static void
time_fill(const struct show_request *request, struct time_table *table)
{
	const struct resolved *place = request->place;
	long floor = place->meeting->facts.floor_seconds;
	struct place at = {0, 0, true, false};
	struct spoken spoken;
	struct time_row *row = time_add_row(table);
	size_t i, k;

	buffer_append_string(&row->texts[0], _("section"));
	for (k = 0; k < request->language_count; k++)
		buffer_append_string(&row->texts[k + 1], request->languages[k]);
	/* One after the last section is all of them. */
	for (i = place->first; i <= place->end; i++) {
		row = time_add_row(table);
		at.section = i;
		if (i < place->end)
			place_format(place->meeting, &at, &row->texts[0]);
		else
			buffer_append_string(&row->texts[0], _("all"));
		for (k = 0; k < request->language_count; k++) {
			spoken = spoken_count(request,
					      i < place->end ? i : SIZE_MAX, k);
			spoken_format(&spoken, request->languages[k],
				      &row->texts[k + 1]);
		}
	}
	if (floor <= 0)
		return;
	row = time_add_row(table);
	buffer_printf(&row->texts[0], _("floor %ld:%02ld"), floor / 60,
		      floor % 60);
	for (k = 0; k < request->language_count; k++) {
		spoken = spoken_count(request, SIZE_MAX, k);
		spoken_format_floor(&spoken, floor, &row->texts[k + 1]);
	}
}

static void
time_print(const struct time_table *table, struct output *out, int width)
{
	struct table_column columns[COLUMNS_MAX + 1] = {{.width = 0}};
	struct table_cell cells[COLUMNS_MAX + 1];
	size_t i, k;

	for (i = 0; i < table->rows.len; i++)
		for (k = 0; k < table->width; k++)
			table_measure(&columns[k],
				      table->rows.items[i].texts[k].data);
	for (k = 0; k < table->width; k++)
		columns[k].gives_way = true;
	(void)table_fit(columns, table->width, width);
	for (i = 0; i < table->rows.len; i++) {
		for (k = 0; k < table->width; k++)
			cells[k] = (struct table_cell){
				table->rows.items[i].texts[k].data,
				i ? STYLE_TEXT : STYLE_STRONG};
		table_row(out, columns, cells, table->width);
	}
}

void
show_time(const struct show_request *request, struct output *out)
{
	struct time_table table = {.width = request->language_count + 1};
	size_t i, k;

	time_fill(request, &table);
	time_print(&table, out, request->width);
	for (i = 0; i < table.rows.len; i++)
		for (k = 0; k <= COLUMNS_MAX; k++)
			buffer_release(&table.rows.items[i].texts[k]);
	vector_release(&table.rows);
}

static json_t *
time_json_section(const struct show_request *request, size_t section)
{
	json_t *object = json_object(), *languages = json_object(), *one;
	struct place at = {section, 0, true, false};
	struct buffer name = BUFFER_INIT;
	struct spoken spoken;
	size_t k;

	if (section != SIZE_MAX)
		place_format(request->place->meeting, &at, &name);
	json_put(object, "place", json_text(name.data));
	for (k = 0; k < request->language_count; k++) {
		spoken = spoken_count(request, section, k);
		one = json_object();
		json_put(one, "count", json_integer((json_int_t)spoken.count));
		json_put(one, "seconds",
			 json_integer((spoken.milliseconds + 500) / 1000));
		json_put(languages, request->languages[k], one);
	}
	json_put(object, "languages", languages);
	buffer_release(&name);
	return object;
}

void
show_time_json(const struct show_request *request, struct output *out)
{
	const struct resolved *place = request->place;
	json_t *object = json_object(), *sections = json_array();
	size_t i;

	json_put(object, "meeting", json_text(place->meeting->id));
	json_put(object, "floor-time",
		 json_integer(place->meeting->facts.floor_seconds));
	for (i = place->first; i < place->end; i++)
		json_add(sections, time_json_section(request, i));
	json_put(object, "sections", sections);
	json_put(object, "all", time_json_section(request, SIZE_MAX));
	json_print(out, object);
}
