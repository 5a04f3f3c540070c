/* lectern search: the points, and what else of a library, with the words. */
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/search.h"
#include "lectern/words.h"

#define SEARCH_LIMIT	 50
#define SEARCH_LIMIT_MAX 100000
#define SEARCH_INDENT	 2

/* "SWG 2021-05-27/2.2.4/3" would be nicer, but the id is what names it for
 * good: MEETING/SECTION/POINT, as every command takes it. A document whose
 * title has the words may have no text, and is named for 'cite'. */
static void
search_format_whole_place(const struct search_result *result,
			  struct buffer *out)
{
	bool is_document = result->is_instrument && result->is_title;

	buffer_append_string(out, is_document ? result->short_name
					      : result->meeting);
	if (result->is_title)
		return;
	buffer_append_byte(out, '/');
	search_format_place(result, out);
}

static void
search_format_date(const struct search_result *result, struct buffer *out)
{
	char date[DATE_TEXT_MAX] = "";

	if (is_date(&result->date.first))
		date_range_format(&result->date, date);
	buffer_append_string(out, date);
}

static void
search_print_head(struct output *out, const struct search_result *result,
		  int width)
{
	struct buffer head = BUFFER_INIT;
	struct styled_span span = {.style = STYLE_STRONG};
	size_t i;

	search_format_date(result, &head);
	if (head.len)
		buffer_append_string(&head, "  ");
	span.start = head.len;
	search_format_whole_place(result, &head);
	span.end = head.len;
	buffer_append_byte(&head, ' ');
	for (i = 0; i < result->language_count; i++)
		buffer_printf(&head, " %s", result->languages[i]);
	if (result->is_note)
		buffer_printf(&head, "  (%s)", _("note to the drafters"));
	else if (!result->is_title && !result->is_instrument &&
		 result->role != ROLE_SAY)
		buffer_printf(&head, "  (%s)", role_name(result->role));
	table_marked(out, head.data, STYLE_QUIET, &span, 1, 0, width);
	buffer_release(&head);
}

static void
search_print_snippet(struct output *out, const struct search_result *result,
		     int width)
{
	VECTOR(struct styled_span) spans = VECTOR_INIT;
	size_t i;

	for (i = 0; i < result->span_count; i++)
		vector_push(&spans, (struct styled_span){result->spans[i].start,
							 result->spans[i].end,
							 STYLE_STRONG});
	table_marked(out, result->snippet, STYLE_TEXT, spans.items, spans.len,
		     SEARCH_INDENT, width);
	vector_release(&spans);
}

static void
search_print(struct output *out, const struct search_results *results,
	     int width)
{
	size_t i;

	for (i = 0; i < results->list.len; i++) {
		search_print_head(out, &results->list.items[i], width);
		search_print_snippet(out, &results->list.items[i], width);
	}
}

/* The snippet in pieces: a position would depend on how a program counts
 * characters. */
static json_t *
search_json_snippet(const struct search_result *result)
{
	json_t *pieces = json_array(), *piece;
	size_t len = strlen(result->snippet), at = 0, next, i = 0;
	bool is_match;

	while (at < len) {
		while (i < result->span_count && result->spans[i].end <= at)
			i++;
		is_match =
			i < result->span_count && result->spans[i].start <= at;
		next = is_match			? result->spans[i].end
		       : i < result->span_count ? result->spans[i].start
						: len;
		piece = json_object();
		json_put(piece, "text",
			 json_text_bytes(result->snippet + at, next - at));
		json_put(piece, "match", json_boolean(is_match));
		json_add(pieces, piece);
		at = next;
	}
	return pieces;
}

static const char *
search_kind(const struct search_result *result)
{
	if (result->is_instrument)
		return result->is_title ? "document" : "text";
	if (result->is_title)
		return "title";
	return result->is_note ? "note" : "point";
}

static json_t *
search_json_role(const struct search_result *result)
{
	if (strcmp(search_kind(result), "point") != 0)
		return json_null();
	return json_text(role_name(result->role));
}

static json_t *
search_json_result(const struct search_result *result)
{
	json_t *object = json_object(), *languages = json_array();
	struct buffer place = BUFFER_INIT, date = BUFFER_INIT;
	size_t i;

	search_format_whole_place(result, &place);
	search_format_date(result, &date);
	json_put(object, "place", json_text(place.data));
	json_put(object, "kind", json_text(search_kind(result)));
	json_put(object, "meeting", json_text(result->meeting));
	json_put(object, "short", json_text(result->short_name));
	json_put(object, "date", json_text(date.data));
	json_put(object, "section", json_text(result->section));
	json_put(object, "point",
		 result->is_title ? json_null() : json_integer(result->point));
	json_put(object, "role", search_json_role(result));
	for (i = 0; i < result->language_count; i++)
		json_add(languages, json_text(result->languages[i]));
	json_put(object, "languages", languages);
	json_put(object, "language", json_text(result->snippet_language));
	json_put(object, "snippet", search_json_snippet(result));
	buffer_release(&place);
	buffer_release(&date);
	return object;
}

static void
search_print_json(struct output *out, const struct search_results *results)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < results->list.len; i++)
		json_add(array, search_json_result(&results->list.items[i]));
	json_print(out, array);
}

/* The words as they were typed: an operand with spaces is a phrase. */
static void
search_join_words(const struct command_call *call, struct buffer *out)
{
	const char *word;
	int i;

	for (i = 0; i < call->operand_count; i++) {
		word = call->operands[i];
		if (i)
			buffer_append_byte(out, ' ');
		if (call->operand_count > 1 && strchr(word, ' ') &&
		    !strchr(word, '"') && !strchr(word, ':') && *word != '-')
			buffer_printf(out, "\"%s\"", word);
		else
			buffer_append_string(out, word);
	}
}

static enum status
search_find(struct command_call *call, const struct buffer *words,
	    struct search_results *results, struct error *err)
{
	const struct option_value *in = command_option(call, "in");
	const struct option_value *limit = command_option(call, "limit");
	struct search_options options = {
		.language = command_option(call, "language")->text,
		.limit = limit->given ? (size_t)limit->number : SEARCH_LIMIT};
	enum status rc = STATUS_OK;
	char *id = NULL;

	if (in->given)
		rc = store_find_meeting(call->store, in->text, &id, err);
	options.meeting_id = id;
	if (!rc)
		rc = search_run(call->store, words->data, words->len, &options,
				results, err);
	if (!rc && !results->list.len)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("Nothing here has all of these words: %s"),
			       words->data);
	free(id);
	return rc;
}

/* Words are indexed for those who search, when they do; where another process
 * writes, or nothing may be written, by what is there. */
static void
search_freshen(struct command_call *call)
{
	struct error err = ERROR_INIT;

	if (store_index_words(call->store, &err))
		command_print_error(call->messages, &err);
}

static int
search_run_command(struct command_call *call, struct error *err)
{
	struct search_results results = SEARCH_RESULTS_INIT;
	struct buffer words = BUFFER_INIT;
	enum status rc;

	search_join_words(call, &words);
	search_freshen(call);
	rc = search_find(call, &words, &results, err);
	if (command_option(call, "json")->given) {
		/* An empty list is an answer a program can read. */
		if (!rc || rc == STATUS_NOT_FOUND)
			search_print_json(call->out, &results);
	} else if (!rc) {
		search_print(call->out, &results,
			     output_columns(call->out, 500));
		if (results.has_more)
			command_say(call->messages, "%s",
				    _("There are more; --limit shows them."));
	}
	search_results_release(&results);
	buffer_release(&words);
	return command_exit_code(rc);
}

static const struct option_row search_options[] = {
	{.name = "in",
	 .type = OPTION_TEXT,
	 .argument = "MEETING",
	 .help = N_("only in this meeting")},
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANG",
	 .help = N_("only texts in this language")},
	{.name = "limit",
	 .type = OPTION_NUMBER,
	 .argument = "N",
	 .min = 1,
	 .max = SEARCH_LIMIT_MAX,
	 .help = N_("at most so many points (without it 50)")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_search = {
	.name = "search",
	.operands = "WORDS",
	.help = N_("print the points and documents with these words"),
	.details = N_(
		"Searches the points, the notes to the drafters, the "
		"meetings' titles, and the documents of the catalogue with "
		"their texts, in every language, without regard to case, "
		"endings and accents; a "
		"document is found by its symbol however the text names it. "
		"The newest comes first, a document by its day of adoption. "
		"\"Words in quotes\" stand in "
		"that order; -word excludes (after --, where it is the first "
		"word); lang:ru, meeting:swg, role:if-raised and since:2020-05 "
		"choose. The last word may be the beginning of one; a space "
		"after it says that it is whole."),
	.needs = NEEDS_STORE,
	.operands_min = 1,
	.operands_max = -1,
	.options = search_options,
	.run = search_run_command,
};
