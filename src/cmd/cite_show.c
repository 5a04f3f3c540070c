/* lectern cite SYMBOL: what a document is, and who cites it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cite_cmd.h"
#include "lectern/utf8.h"
#include "lectern/words.h"

#define CITE_WORDS_MAX 100 /* characters of a point's text */
#define CITE_INDENT    2

/* "2.2.4/3" */
void
cite_format_place(const struct store_citing_point *point, struct buffer *out)
{
	buffer_printf(out, "%s/", point->meeting);
	store_format_place(point->section, point->section_ordinal, point->point,
			   out);
}

void
cite_format_date(const struct date_range *range, struct buffer *out)
{
	char date[DATE_TEXT_MAX] = "";

	if (is_date(&range->first))
		date_range_format(range, date);
	buffer_append_string(out, date);
}

/* The first words, cut at a space. */
static void
cite_first_words(const char *text, struct buffer *out)
{
	size_t len = strlen(text), at = 0, space = 0, count;
	uint32_t cp;

	for (count = 0; at < len && count < CITE_WORDS_MAX; count++) {
		if (text[at] == ' ')
			space = at;
		at += utf8_decode(text + at, len - at, &cp);
	}
	if (at == len) {
		buffer_append(out, text, len);
		return;
	}
	buffer_append(out, text, space ? space : at);
	buffer_append_string(out, "…");
}

/* The language of a column of titles: "en". */
static const char *
cite_title_language(int column)
{
	return catalogue_column_name((enum catalogue_column)column) +
	       strlen("title_");
}

/* Is it one of "en,ru"? NULL: any is. */
static bool
cite_wants_language(const char *list, const char *tag)
{
	size_t len;

	while (list && *list) {
		len = strcspn(list, ",-");
		if (len == strlen(tag) && !strncmp(list, tag, len))
			return true;
		list += strcspn(list, ",");
		list += *list == ',';
	}
	return !list;
}

static void
cite_print_instrument(struct output *out, const struct instrument *one,
		      const char *languages, int width)
{
	struct buffer line = BUFFER_INIT;
	const char *title;
	int column;

	instrument_format_facts(one, &line);
	if (line.len)
		table_text(out, line.data, STYLE_QUIET, 0, width);
	for (column = CATALOGUE_TITLE_EN; column <= CATALOGUE_TITLE_KK;
	     column++) {
		title = one->cells[column];
		if (!*title || !cite_wants_language(
				       languages, cite_title_language(column)))
			continue;
		buffer_reset(&line);
		buffer_printf(&line, "%s: %s", cite_title_language(column),
			      title);
		table_text(out, line.data, STYLE_TEXT, 0, width);
	}
	if (*one->cells[CATALOGUE_NOTE])
		table_text(out, one->cells[CATALOGUE_NOTE], STYLE_TEXT, 0,
			   width);
	buffer_release(&line);
}

void
cite_format_point(const struct store_citing_point *point, struct buffer *out)
{
	size_t start = out->len;

	cite_format_date(&point->date, out);
	buffer_printf(out, "%s%s%s", out->len > start ? "  " : "",
		      point->short_name, *point->short_name ? "  " : "");
	cite_format_place(point, out);
}

static void
cite_print_point(struct output *out, const struct store_citing_point *point,
		 int width)
{
	struct buffer line = BUFFER_INIT;
	size_t i;

	cite_format_point(point, &line);
	for (i = 0; i < point->language_count; i++)
		buffer_printf(&line, "%s%s", i ? " " : "  ",
			      point->languages[i]);
	table_text(out, line.data, STYLE_STRONG, 0, width);
	buffer_reset(&line);
	cite_first_words(point->text, &line);
	table_text(out, line.data, STYLE_TEXT, CITE_INDENT, width);
	buffer_release(&line);
}

static void
cite_print(struct command_call *call, const struct cite_answer *answer)
{
	const char *languages = command_option(call, "language")->text;
	size_t count = answer->citing.list.len, i;
	int width = output_columns(call->out, 500);
	char *language = locale_language();

	table_text(call->out, answer->symbol, STYLE_HEADING, 0, width);
	if (answer->instrument)
		cite_print_instrument(call->out, answer->instrument, languages,
				      width);
	cite_print_links(call->out, answer);
	output_text(call->out, "\n");
	output_printf(
		call->out,
		P_("Cited by %zu point:\n", "Cited by %zu points:\n", count),
		count);
	for (i = 0; i < count; i++)
		cite_print_point(call->out, &answer->citing.list.items[i],
				 width);
	cite_print_relatives(call->out, answer, language, width);
	free(language);
}

static json_t *
cite_json_point(const struct store_citing_point *point)
{
	json_t *object = json_object(), *languages = json_array();
	struct buffer place = BUFFER_INIT, date = BUFFER_INIT;
	size_t i;

	cite_format_place(point, &place);
	cite_format_date(&point->date, &date);
	json_put(object, "place", json_text(place.data));
	json_put(object, "meeting", json_text(point->meeting));
	json_put(object, "short", json_text(point->short_name));
	json_put(object, "date", json_text(date.data));
	for (i = 0; i < point->language_count; i++)
		json_add(languages, json_text(point->languages[i]));
	json_put(object, "languages", languages);
	json_put(object, "text", json_text(point->text));
	buffer_release(&place);
	buffer_release(&date);
	return object;
}

static json_t *
cite_json_instrument(const struct instrument *one)
{
	static const enum catalogue_column columns[] = {
		CATALOGUE_KIND, CATALOGUE_BODY, CATALOGUE_ADOPTED,
		CATALOGUE_VOTE, CATALOGUE_URL,	CATALOGUE_NOTE};
	json_t *object = json_object(), *titles = json_object();
	size_t i;
	int column;

	for (i = 0; i < sizeof columns / sizeof *columns; i++)
		json_put(object, catalogue_column_name(columns[i]),
			 json_text(one->cells[columns[i]]));
	for (column = CATALOGUE_TITLE_EN; column <= CATALOGUE_TITLE_KK;
	     column++)
		if (*one->cells[column])
			json_put(titles, cite_title_language(column),
				 json_text(one->cells[column]));
	json_put(object, "title", titles);
	return object;
}

static void
cite_print_json(struct output *out, const struct cite_answer *answer)
{
	json_t *object = json_object(), *cited = json_array();
	size_t i;

	json_put(object, "symbol", json_text(answer->symbol));
	json_put(object, "instrument",
		 answer->instrument ? cite_json_instrument(answer->instrument)
				    : json_null());
	for (i = 0; i < answer->citing.list.len; i++)
		json_add(cited, cite_json_point(&answer->citing.list.items[i]));
	json_put(object, "cited", cited);
	cite_put_json_around(object, answer);
	json_print(out, object);
}

/* A number too high for a resolution reads as a decision: 75/420 for 75/240. */
static const struct instrument *
cite_nearest(const struct catalogue *catalogue, const char *symbol)
{
	const struct instrument *near = catalogue_nearest(catalogue, symbol);
	struct buffer other = BUFFER_INIT;

	if (near || strncmp(symbol, "A/DEC/", 6))
		return near;
	buffer_printf(&other, "A/RES/%s", symbol + 6);
	near = catalogue_nearest(catalogue, other.data);
	buffer_release(&other);
	return near;
}

static enum status
cite_fail_unknown(const struct catalogue *catalogue, const char *words,
		  const char *symbol, struct error *err)
{
	const struct instrument *near = cite_nearest(catalogue, symbol);

	if (near)
		return error_set(err, STATUS_NOT_FOUND,
				 _("\"%s\" is not in the catalogue, and no "
				   "point cites it. Near it is %s."),
				 words, near->cells[CATALOGUE_SYMBOL]);
	return error_set(err, STATUS_NOT_FOUND,
			 _("\"%s\" is not in the catalogue, and no point cites "
			   "it. A document is named by its symbol or number "
			   "(A/RES/75/240, 75/240) or by a name of the "
			   "catalogue."),
			 words);
}

void
cite_read_symbol(const struct catalogue *catalogue, const char *words,
		 char out[CITE_SYMBOL_MAX])
{
	if (!cite_normalise(words, strlen(words), catalogue_names(catalogue),
			    out))
		(void)snprintf(out, CITE_SYMBOL_MAX, "%s", words);
}

void
cite_join_operands(const struct command_call *call, struct buffer *out)
{
	for (int i = 0; i < call->operand_count; i++)
		buffer_printf(out, "%s%s", i ? " " : "", call->operands[i]);
}

static enum status
cite_look_up(struct command_call *call, const struct catalogue *catalogue,
	     const char *words, struct cite_answer *answer, struct error *err)
{
	enum status rc;

	cite_read_symbol(catalogue, words, answer->symbol);
	answer->instrument = catalogue_find_symbol(catalogue, answer->symbol);
	rc = store_list_citing(call->store, answer->symbol, &answer->citing,
			       err);
	if (!rc && !answer->instrument && !answer->citing.list.len)
		rc = cite_fail_unknown(catalogue, words, answer->symbol, err);
	return rc;
}

int
cite_run_show(struct command_call *call, struct error *err)
{
	struct cite_answer answer = {.citing = {VECTOR_INIT, ARENA_INIT},
				     .links = INSTRUMENT_LINKS_INIT};
	struct catalogue *catalogue = command_read_catalogue(call);
	struct buffer words = BUFFER_INIT;
	enum status rc;

	cite_join_operands(call, &words);
	rc = cite_look_up(call, catalogue, words.data, &answer, err);
	if (!rc)
		cite_find_around(call, catalogue, &answer);
	if (!rc && command_option(call, "diff")->given)
		cite_print_diff(call, &answer);
	else if (!rc && command_option(call, "json")->given)
		cite_print_json(call->out, &answer);
	else if (!rc)
		cite_print(call, &answer);
	store_citing_release(&answer.citing);
	instrument_links_release(&answer.links);
	instrument_relatives_release(&answer.relatives);
	catalogue_free(catalogue);
	buffer_release(&words);
	return command_exit_code(rc);
}
