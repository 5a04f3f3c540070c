/* The word index, asked. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/utf8.h"
#include "store_local.h"

/* One search: which meetings may answer, and the meeting met last. */
struct search_run {
	struct store *store;
	const struct store_question *question;
	VECTOR(int64_t) meetings; /* sorted, where the question names some */
	bool is_bound;		  /* to those meetings */
	int64_t first, last;	  /* row ids */
	struct buffer match;
	struct buffer name, short_name;
	struct store_hit hit;
	store_hit_fn each;
	void *data;
};

/* A string of the index's query language. Tokens hold neither quotes nor
 * control characters; whatever does is no token, and finds nothing. */
static void
match_term(const char *word, bool is_prefix, struct buffer *out)
{
	const char *at;

	buffer_append_byte(out, '"');
	for (at = word; *at; at++)
		if ((unsigned char)*at > ' ' && *at != '"')
			buffer_append_byte(out, *at);
	buffer_append_byte(out, '"');
	if (is_prefix)
		buffer_append_byte(out, '*');
}

/* A prefix of more words than that is left to the index: it merges what they
 * all have, which takes long, but does not grow with their number. */
#define MATCH_WORDS_MAX 256

/* A long prefix as the words that begin with it: the index walks those newest
 * first, and would otherwise merge the whole of them for each key. */
static enum status
match_prefix(struct search_run *run, const char *word, struct error *err)
{
	struct buffer words = BUFFER_INIT, beyond = BUFFER_INIT;
	int count = 0;
	sqlite3_stmt *stmt;
	enum status rc;
	bool has_row;

	stmt = store_prepare(run->store, STATEMENT_LIST_LEXICON, err);
	if (!stmt)
		return STATUS_IO;
	buffer_printf(&beyond, "%s\U0010ffff", word);
	store_bind_text(stmt, 1, word);
	store_bind_text(stmt, 2, beyond.data);
	store_bind_int(stmt, 3, MATCH_WORDS_MAX + 1);
	while (!(rc = store_step(run->store, stmt, &has_row, err)) && has_row) {
		if (count++)
			buffer_append_string(&words, " OR ");
		match_term(store_column_text(stmt, 0), false, &words);
	}
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
	if (!count || count > MATCH_WORDS_MAX)
		match_term(word, count > 0, &run->match);
	else
		buffer_append(&run->match, words.data, words.len);
	buffer_release(&words);
	buffer_release(&beyond);
	return rc;
}

/* Each beginning of a symbol is a token of its own; those of three letters at
 * most are kept by the index. */
static enum status
match_any(struct search_run *run, const struct store_term *term,
	  struct error *err)
{
	if (!term->is_prefix || strchr(term->word, '/'))
		match_term(term->word, false, &run->match);
	else if (utf8_count(term->word, strlen(term->word)) > STORE_PREFIX_MAX)
		return match_prefix(run, term->word, err);
	else
		match_term(term->word, true, &run->match);
	return STATUS_OK;
}

static enum status
match_word(struct search_run *run, const struct store_word *word,
	   struct error *err)
{
	enum status rc = STATUS_OK;
	size_t i;

	buffer_append_byte(&run->match, '(');
	for (i = 0; i < word->count && !rc; i++) {
		if (i)
			buffer_append_string(&run->match, " OR ");
		rc = match_any(run, &word->terms[i], err);
	}
	buffer_append_byte(&run->match, ')');
	return rc;
}

static enum status
match_clause(struct search_run *run, const struct store_clause *clause,
	     struct error *err)
{
	enum status rc = STATUS_OK;
	size_t i;

	buffer_append_byte(&run->match, '(');
	if (clause->symbol.word) {
		rc = match_any(run, &clause->symbol, err);
		buffer_append_string(&run->match, " OR ");
	}
	buffer_append_byte(&run->match, '(');
	for (i = 0; i < clause->count && !rc; i++) {
		if (i)
			buffer_append_string(&run->match, " AND ");
		rc = match_word(run, &clause->words[i], err);
	}
	buffer_append_string(&run->match, "))");
	return rc;
}

static void
match_filter(const char *value, struct buffer *out)
{
	struct buffer word = BUFFER_INIT;

	if (!value)
		return;
	buffer_append_byte(&word, '=');
	for (; *value; value++)
		buffer_append_byte(&word, *value >= 'A' && *value <= 'Z'
						  ? (char)(*value - 'A' + 'a')
						  : *value);
	buffer_append_string(out, " AND ");
	match_term(word.data, false, out);
	buffer_release(&word);
}

/* The clauses that must fit, or those that must not. */
static enum status
match_clauses(struct search_run *run, bool is_excluded, size_t *count,
	      struct error *err)
{
	const struct store_clause *clause = run->question->clauses;
	const char *joint = is_excluded ? " NOT " : " AND ";
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; i < run->question->clause_count && !rc; i++, clause++) {
		if (clause->is_excluded != is_excluded)
			continue;
		if ((*count)++)
			buffer_append_string(&run->match, joint);
		rc = match_clause(run, clause, err);
	}
	return rc;
}

/* Nothing where no clause must fit. */
static enum status
match_build(struct search_run *run, struct error *err)
{
	size_t count = 0;
	enum status rc;

	buffer_append_byte(&run->match, '(');
	rc = match_clauses(run, false, &count, err);
	if (rc || !count) {
		buffer_reset(&run->match);
		return rc;
	}
	match_filter(run->question->language, &run->match);
	match_filter(run->question->role, &run->match);
	buffer_append_byte(&run->match, ')');
	return match_clauses(run, true, &count, err);
}

static int
search_compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static void
search_bind_meeting(struct search_run *run, int64_t meeting, int64_t day)
{
	int64_t first = store_word_row(day, meeting);

	vector_push(&run->meetings, meeting);
	if (run->meetings.len == 1 || first < run->first)
		run->first = first;
	if (run->meetings.len == 1 || first + STORE_TEXTS_MAX - 1 > run->last)
		run->last = first + STORE_TEXTS_MAX - 1;
}

/* Which meetings the question names, and between which row ids they lie. */
static enum status
search_find_meetings(struct search_run *run, struct error *err)
{
	const struct store_question *question = run->question;
	sqlite3_stmt *stmt =
		store_prepare(run->store, STATEMENT_SEARCH_MEETINGS, err);
	struct store_words words;
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_words_init(&words, question->meeting_words);
	while (!(rc = store_step(run->store, stmt, &has_row, err)) && has_row) {
		if (question->meeting_id &&
		    strcmp(question->meeting_id, store_column_text(stmt, 1)) !=
			    0)
			continue;
		if (sqlite3_column_int64(stmt, 3) >= 0 &&
		    store_words_fit(&words, store_column_text(stmt, 2)))
			search_bind_meeting(run, sqlite3_column_int64(stmt, 0),
					    sqlite3_column_int64(stmt, 3));
	}
	sqlite3_reset(stmt);
	store_words_release(&words);
	if (run->meetings.len)
		qsort(run->meetings.items, run->meetings.len,
		      sizeof *run->meetings.items, search_compare);
	return rc;
}

static bool
search_may_answer(const struct search_run *run, int64_t meeting)
{
	return !run->is_bound ||
	       (run->meetings.len &&
		bsearch(&meeting, run->meetings.items, run->meetings.len,
			sizeof meeting, search_compare));
}

static enum status
search_get_meeting(struct search_run *run, int64_t meeting, struct error *err)
{
	struct store_hit *hit = &run->hit;
	sqlite3_stmt *stmt;
	enum status rc;
	bool has_row;

	if (hit->meeting_row == meeting)
		return STATUS_OK;
	stmt = store_prepare(run->store, STATEMENT_GET_MEETING, err);
	if (!stmt)
		return STATUS_IO;
	buffer_reset(&run->name);
	buffer_reset(&run->short_name);
	store_bind_int(stmt, 1, meeting);
	rc = store_step(run->store, stmt, &has_row, err);
	if (has_row) {
		buffer_append_string(&run->name, store_column_text(stmt, 0));
		buffer_append_string(&run->short_name,
				     store_column_text(stmt, 1));
		hit->date.first = store_date(sqlite3_column_int64(stmt, 4));
		hit->date.last = store_date(sqlite3_column_int64(stmt, 5));
		hit->meeting_row = meeting;
	}
	hit->meeting = run->name.data;
	hit->short_name = run->short_name.data;
	hit->is_instrument = store_is_instrument(meeting);
	sqlite3_reset(stmt);
	return rc;
}

static void
search_fill_title(struct store_hit *hit, sqlite3_stmt *stmt)
{
	hit->is_title = true;
	hit->is_note = false;
	hit->language = store_column_text(stmt, 0);
	hit->text = store_column_text(stmt, 1);
	hit->section = "";
	/* An instrument is found by its symbol, which its titles lack. */
	hit->cited = hit->is_instrument ? hit->short_name : "";
	hit->section_ordinal = hit->point = hit->row_ordinal = -1;
	hit->role = ROLE_SAY;
}

static void
search_fill_text(struct store_hit *hit, sqlite3_stmt *stmt)
{
	int role = sqlite3_column_int(stmt, 5);

	hit->is_title = false;
	hit->is_note = sqlite3_column_int(stmt, 7) == STORE_TEXT_NOTE;
	hit->language = store_column_text(stmt, 0);
	hit->section = store_column_text(stmt, 1);
	hit->section_ordinal = sqlite3_column_int(stmt, 2);
	hit->point = sqlite3_column_int(stmt, 3);
	hit->row_ordinal = sqlite3_column_int(stmt, 4);
	hit->role = role >= 0 && role < ROLE_COUNT ? (enum role)role : ROLE_SAY;
	hit->text = store_column_text(stmt, 6);
	hit->cited = store_column_text(stmt, 8);
}

static enum status
search_take(struct search_run *run, int64_t row, bool *go_on, struct error *err)
{
	int64_t meeting = row % STORE_WORD_DAY / STORE_TEXTS_MAX;
	int64_t n = row % STORE_TEXTS_MAX;
	bool is_title = n >= STORE_TITLE_FIRST, has_row;
	sqlite3_stmt *stmt;
	enum status rc;

	if (!search_may_answer(run, meeting))
		return STATUS_OK;
	rc = search_get_meeting(run, meeting, err);
	if (rc)
		return rc;
	stmt = store_prepare(
		run->store,
		is_title ? STATEMENT_GET_TITLE_AT : STATEMENT_GET_TEXT, err);
	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1,
		       is_title ? meeting : meeting * STORE_TEXTS_MAX + n);
	store_bind_int(stmt, 2,
		       is_title ? n - STORE_TITLE_FIRST
				: run->question->wants_cited);
	rc = store_step(run->store, stmt, &has_row, err);
	if (has_row) {
		if (is_title)
			search_fill_title(&run->hit, stmt);
		else
			search_fill_text(&run->hit, stmt);
		*go_on = run->each(&run->hit, run->data);
	}
	sqlite3_reset(stmt);
	return rc;
}

static enum status
search_ask(struct search_run *run, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(run->store, STATEMENT_SEARCH, err);
	bool has_row, go_on = true;
	enum status rc;

	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, run->match.data);
	store_bind_int(stmt, 2, run->first);
	store_bind_int(stmt, 3, run->last);
	while (go_on && !(rc = store_step(run->store, stmt, &has_row, err)) &&
	       has_row) {
		rc = search_take(run, sqlite3_column_int64(stmt, 0), &go_on,
				 err);
		if (rc)
			break;
	}
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
	return rc;
}

static enum status
search_in_snapshot(struct search_run *run, struct error *err)
{
	enum status rc = match_build(run, err);
	int64_t since;

	if (rc || !run->match.len)
		return rc;
	if (run->is_bound) {
		rc = search_find_meetings(run, err);
		if (rc || !run->meetings.len)
			return rc;
	}
	since = store_word_row(store_day(&run->question->since), 0);
	if (since > run->first)
		run->first = since;
	return search_ask(run, err);
}

enum status
store_search(struct store *store, const struct store_question *question,
	     store_hit_fn each, void *data, struct error *err)
{
	struct search_run run = {.store = store,
				 .question = question,
				 .last = INT64_MAX,
				 .match = BUFFER_INIT,
				 .name = BUFFER_INIT,
				 .short_name = BUFFER_INIT,
				 .hit = {.meeting_row = -1},
				 .each = each,
				 .data = data};
	enum status rc = store_begin(store, false, err);

	run.is_bound = question->meeting_id || question->meeting_words;
	if (rc == STATUS_OK) {
		rc = search_in_snapshot(&run, err);
		rc = store_end(store, rc, err);
	}
	vector_release(&run.meetings);
	buffer_release(&run.match);
	buffer_release(&run.name);
	buffer_release(&run.short_name);
	return rc;
}
