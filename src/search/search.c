/* A question put to the index, and its answers put in order. */
#include <stdlib.h>
#include <string.h>

#include "search_local.h"

/* A point of the meeting being read, with how well it fits. */
struct search_found {
	struct search_result result;
	int score; /* of the language that fits best */
};

struct search_session {
	const struct search_options *options;
	struct matcher matcher;
	struct search_results *out;
	int64_t meeting_row;
	VECTOR(struct search_found) meeting; /* of the meeting being read */
	size_t skipped;
};

void
search_results_release(struct search_results *results)
{
	vector_release(&results->list);
	arena_release(&results->arena);
	results->has_more = false;
}

/* A title before texts, many matches in few words before few in many. */
static int
search_score(const struct matcher *matcher, bool is_title)
{
	size_t spans = matcher->spans.len < 50 ? matcher->spans.len : 50;
	size_t tokens =
		matcher->token_count < 2000 ? matcher->token_count : 2000;

	return (int)(spans * 10000 / (tokens + 20)) + (is_title ? 100000 : 0);
}

/* What is said stands before notes about it. */
static int
search_compare_found(const void *a, const void *b)
{
	const struct search_found *x = a, *y = b;

	if (x->result.is_note != y->result.is_note)
		return y->result.is_note ? -1 : 1;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->result.row_ordinal != y->result.row_ordinal)
		return x->result.row_ordinal < y->result.row_ordinal ? -1 : 1;
	return 0;
}

static bool
search_is_full(const struct search_session *session)
{
	return session->out->list.len >= session->options->limit;
}

/* The meeting is complete. False: there is no room for another. */
static bool
search_flush(struct search_session *session)
{
	size_t i;

	if (session->meeting.len > 1)
		qsort(session->meeting.items, session->meeting.len,
		      sizeof *session->meeting.items, search_compare_found);
	for (i = 0; i < session->meeting.len; i++) {
		if (session->skipped < session->options->offset) {
			session->skipped++;
		} else if (search_is_full(session)) {
			session->out->has_more = true;
			break;
		} else {
			vector_push(&session->out->list,
				    session->meeting.items[i].result);
		}
	}
	session->meeting.len = 0;
	return !session->out->has_more;
}

static struct search_found *
search_point(struct search_session *session, const struct store_hit *hit)
{
	struct arena *arena = &session->out->arena;
	struct search_found found = {.score = -1}, *last;
	struct search_result *result = &found.result;

	if (session->meeting.len) {
		last = vector_last(&session->meeting);
		if (last->result.row_ordinal == hit->row_ordinal &&
		    !last->result.is_note && !hit->is_note)
			return last;
		result->meeting = last->result.meeting;
		result->short_name = last->result.short_name;
	} else {
		result->meeting = arena_strdup(arena, hit->meeting);
		result->short_name = arena_strdup(arena, hit->short_name);
	}
	result->date = hit->date;
	result->is_title = hit->is_title;
	result->is_instrument = hit->is_instrument;
	result->is_note = hit->is_note;
	result->section = arena_strdup(arena, hit->section);
	result->section_ordinal = hit->section_ordinal;
	result->point = hit->point;
	result->row_ordinal = hit->row_ordinal;
	result->role = hit->role;
	vector_push(&session->meeting, found);
	return vector_last(&session->meeting);
}

/* Texts come last language first. */
static const char *
search_add_language(struct search_result *result, const char *language,
		    struct arena *arena)
{
	const char *tag = arena_strdup(arena, language);
	size_t i;

	for (i = 0; i < result->language_count; i++)
		if (!strcmp(result->languages[i], tag))
			return result->languages[i];
	/* A title for all languages has none of its own. */
	if (!*tag || result->language_count == MEETING_LANGUAGES_MAX)
		return tag;
	memmove(result->languages + 1, result->languages,
		result->language_count * sizeof *result->languages);
	result->languages[0] = tag;
	result->language_count++;
	return tag;
}

static bool
search_take(const struct store_hit *hit, void *data)
{
	struct search_session *session = data;
	struct matcher *matcher = &session->matcher;
	struct arena *arena = &session->out->arena;
	struct search_found *found;
	const char *language;
	int score;

	if (hit->meeting_row != session->meeting_row && !search_flush(session))
		return false;
	session->meeting_row = hit->meeting_row;
	if (!matcher_fits(matcher, hit->language, hit->text, hit->cited))
		return true;
	found = search_point(session, hit);
	language = search_add_language(&found->result, hit->language, arena);
	score = search_score(matcher, hit->is_title);
	if (score >= found->score) {
		found->score = score;
		found->result.snippet_language = language;
		snippet_make(hit->text, matcher->spans.items,
			     matcher->spans.len, &found->result, arena);
	}
	return true;
}

static enum status
search_once(struct store *store, const struct search_query *query,
	    const struct search_options *options, bool is_loose,
	    struct search_results *out, struct error *err)
{
	struct search_session session = {
		.options = options, .out = out, .meeting_row = -1};
	struct store_question question;
	struct arena arena = ARENA_INIT;
	enum status rc;

	ask_build(query, is_loose, &question, &arena);
	if (options->meeting_id)
		question.meeting_id = options->meeting_id;
	if (options->language)
		question.language = options->language;
	matcher_init(&session.matcher, query, is_loose);
	rc = store_search(store, &question, search_take, &session, err);
	if (rc == STATUS_OK)
		search_flush(&session);
	matcher_release(&session.matcher);
	vector_release(&session.meeting);
	arena_release(&arena);
	return rc;
}

enum status
search_run(struct store *store, const char *text, size_t len,
	   const struct search_options *options, struct search_results *out,
	   struct error *err)
{
	struct search_query query;
	enum status rc = STATUS_OK;
	const struct search_term *last;

	search_results_release(out);
	search_query_parse(&query, text, len);
	if (search_query_asks(&query)) {
		rc = search_once(store, &query, options, false, out, err);
		last = &query.terms[query.term_count - 1];
		if (rc == STATUS_OK && !out->list.len && last->is_prefix)
			rc = search_once(store, &query, options, true, out,
					 err);
	}
	search_query_release(&query);
	return rc;
}

void
search_format_place(const struct search_result *result, struct buffer *out)
{
	if (!result->is_title)
		store_format_place(result->section, result->section_ordinal,
				   result->point, out);
}
