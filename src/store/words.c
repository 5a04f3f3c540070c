/* The word index, filled from the texts and emptied with them. */
#include <string.h>

#include "lectern/token.h"
#include "store_local.h"

/* Texts a transaction: another writer waits for a fraction of a second. */
#define WORDS_BATCH 20000

int64_t
store_word_row(int64_t day, int64_t meeting)
{
	int64_t ordinal = day / 10000 * 372 + day / 100 % 100 * 31 + day % 100;

	return ordinal * STORE_WORD_DAY + meeting * STORE_TEXTS_MAX;
}

/* The words a prefix may stand for; a symbol's beginnings are all tokens. They
 * stay when the last text with them goes: that only costs a look. */
static enum status
words_learn(struct store *store, const char *words, struct error *err)
{
	char word[TOKEN_MAX + 1];
	enum status rc = STATUS_OK;
	sqlite3_stmt *stmt;
	size_t len;

	for (; *words && !rc; words += len + 1) {
		len = strcspn(words, " ");
		stmt = store_prepare(store, STATEMENT_PUT_LEXICON, err);
		if (!stmt)
			return STATUS_IO;
		memcpy(word, words, len);
		word[len] = '\0';
		store_bind_text(stmt, 1, word);
		rc = store_run(store, stmt, err);
		sqlite3_clear_bindings(stmt);
	}
	return rc;
}

static enum status
words_write(struct store *store, enum statement statement, int64_t row,
	    const char *words, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, statement, err);
	enum status rc;

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, row);
	store_bind_text(stmt, 2, words);
	rc = store_run(store, stmt, err);
	sqlite3_clear_bindings(stmt);
	if (rc == STATUS_OK && statement == STATEMENT_PUT_WORDS)
		rc = words_learn(store, store_stream_unknown(store), err);
	return rc;
}

static const char *
words_role(int role)
{
	return role >= 0 && role < ROLE_COUNT ? role_name((enum role)role)
					      : NULL;
}

/* The symbols of the text with this row, from a list in the same order that
 * stands at *has_symbol. */
static enum status
words_cite(struct store *store, sqlite3_stmt *symbols, int64_t row,
	   bool *has_symbol, struct error *err)
{
	enum status rc = STATUS_OK;
	int64_t other;

	while (*has_symbol && !rc) {
		other = sqlite3_column_int64(symbols, 0);
		if (other > row)
			break;
		if (other == row)
			store_stream_cite(store, store_column_text(symbols, 1));
		rc = store_step(store, symbols, has_symbol, err);
	}
	return rc;
}

/* Is it what a delegation says? A note to the drafters and the text of an
 * instrument have no role, and no citations of theirs are kept. */
static bool
words_is_said(sqlite3_stmt *text, int64_t meeting)
{
	return sqlite3_column_int(text, 4) == STORE_TEXT_POINT &&
	       !store_is_instrument(meeting);
}

static enum status
words_write_text(struct store *store, enum statement statement,
		 sqlite3_stmt *text, sqlite3_stmt *symbols, bool *has_symbol,
		 int64_t first, struct error *err)
{
	int64_t row = sqlite3_column_int64(text, 0);
	const char *language = store_column_text(text, 1), *words;
	bool is_said =
		words_is_said(text, first % STORE_WORD_DAY / STORE_TEXTS_MAX);
	enum status rc;

	store_stream_open(store, language,
			  is_said ? words_role(sqlite3_column_int(text, 2))
				  : NULL);
	rc = words_cite(store, symbols, row, has_symbol, err);
	if (rc)
		return rc;
	words = store_stream_close(store, language, store_column_text(text, 3),
				   !is_said);
	return words_write(store, statement, first + row, words, err);
}

static enum status
words_write_texts(struct store *store, enum statement statement,
		  int64_t meeting, int64_t first, struct error *err)
{
	sqlite3_stmt *texts = store_prepare(store, STATEMENT_LIST_TEXTS, err);
	sqlite3_stmt *symbols =
		store_prepare(store, STATEMENT_LIST_SYMBOLS, err);
	bool has_text, has_symbol;
	enum status rc;

	if (!texts || !symbols)
		return STATUS_IO;
	store_bind_int(texts, 1, meeting * STORE_TEXTS_MAX);
	store_bind_int(texts, 2, (meeting + 1) * STORE_TEXTS_MAX);
	store_bind_int(symbols, 1, meeting * STORE_TEXTS_MAX);
	store_bind_int(symbols, 2, (meeting + 1) * STORE_TEXTS_MAX);
	rc = store_step(store, symbols, &has_symbol, err);
	while (!rc && !(rc = store_step(store, texts, &has_text, err)) &&
	       has_text)
		rc = words_write_text(store, statement, texts, symbols,
				      &has_symbol, first, err);
	sqlite3_reset(texts);
	sqlite3_reset(symbols);
	return rc;
}

static enum status
words_write_titles(struct store *store, enum statement statement,
		   int64_t meeting, int64_t first, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_LIST_TITLES, err);
	const char *language, *words;
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, meeting);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row) {
		language = store_column_text(stmt, 1);
		store_stream_open(store, language, NULL);
		if (store_is_instrument(meeting))
			store_stream_cite(store, store_column_text(stmt, 3));
		words = store_stream_close(store, language,
					   store_column_text(stmt, 2), true);
		rc = words_write(store, statement,
				 first + STORE_TITLE_FIRST +
					 sqlite3_column_int64(stmt, 0),
				 words, err);
		if (rc)
			break;
	}
	sqlite3_reset(stmt);
	return rc;
}

static enum status
words_set_day(struct store *store, int64_t meeting, int64_t day,
	      struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_SET_WORD_DAY, err);

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, meeting);
	store_bind_int(stmt, 2, day);
	return store_run(store, stmt, err);
}

static enum status
words_write_meeting(struct store *store, enum statement statement,
		    int64_t meeting, int64_t day, struct error *err)
{
	int64_t first = store_word_row(day, meeting);
	enum status rc =
		words_write_texts(store, statement, meeting, first, err);

	if (rc == STATUS_OK)
		rc = words_write_titles(store, statement, meeting, first, err);
	return rc;
}

enum status
store_drop_words(struct store *store, int64_t row, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_GET_WORD_DAY, err);
	int64_t day = -1;
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, row);
	rc = store_step(store, stmt, &has_row, err);
	if (has_row)
		day = sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	if (rc || day < 0)
		return rc;
	rc = words_write_meeting(store, STATEMENT_DROP_WORDS, row, day, err);
	return rc ? rc : words_set_day(store, row, -1, err);
}

/* The oldest meeting whose words are not in the index; 0 for none. */
static enum status
words_next(struct store *store, int64_t *meeting, int64_t *day, int64_t *texts,
	   struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_WORDLESS, err);
	enum status rc;
	bool has_row;

	*meeting = *day = *texts = 0;
	if (!stmt)
		return STATUS_IO;
	rc = store_step(store, stmt, &has_row, err);
	if (has_row) {
		*meeting = sqlite3_column_int64(stmt, 0);
		*day = sqlite3_column_int64(stmt, 1);
		*texts = sqlite3_column_int64(stmt, 2);
		rc = store_check_row(store, *meeting, err);
		if (rc == STATUS_OK && (*day < 0 || *day > 99991231))
			rc = store_fail(store, SQLITE_CORRUPT, err);
	}
	sqlite3_reset(stmt);
	return rc;
}

enum status
store_is_wordless(struct store *store, bool *is_wordless, struct error *err)
{
	int64_t meeting, day, texts;
	enum status rc = words_next(store, &meeting, &day, &texts, err);

	*is_wordless = meeting > 0;
	return rc;
}

static enum status
words_batch(struct store *store, struct error *err)
{
	int64_t meeting, day, texts, done = 0;
	enum status rc = STATUS_OK;

	while (done < WORDS_BATCH) {
		rc = words_next(store, &meeting, &day, &texts, err);
		if (rc || !meeting)
			break;
		rc = words_write_meeting(store, STATEMENT_PUT_WORDS, meeting,
					 day, err);
		if (rc == STATUS_OK)
			rc = words_set_day(store, meeting, day, err);
		if (rc)
			break;
		done += texts + 1;
	}
	return rc;
}

enum status
store_index_words(struct store *store, struct error *err)
{
	int64_t meeting, day, texts;
	enum status rc;

	/* Asked before a lock is taken: most runs have nothing to do. */
	while (!(rc = words_next(store, &meeting, &day, &texts, err)) &&
	       meeting) {
		rc = store_begin(store, true, err);
		if (rc)
			break;
		rc = words_batch(store, err);
		rc = store_end(store, rc, err);
		if (rc)
			break;
	}
	/* What was learnt may have been taken back. */
	if (rc) {
		store_stream_free(store->stream);
		store->stream = NULL;
	}
	return rc;
}
