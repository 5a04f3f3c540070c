/*
 * Any bytes as a question, put to a small index: no error, no word of it is
 * syntax of the database, and what is marked lies in the snippet. The bytes
 * are a text too: whatever its tokens are, they can be asked for.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/meeting.h"
#include "lectern/search.h"
#include "lectern/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define check(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,     \
				#what);                                        \
			abort();                                               \
		}                                                              \
	} while (0)

static const char facts[] = "title: Any title\ndate: 2021-05-27\n";

/* An index of one meeting, in English what is known and in Russian the input.
 */
static struct store *
make_store(const char *text, size_t size)
{
	struct meeting *meeting = meeting_new("m");
	struct library_files files = {VECTOR_INIT};
	struct buffer own = BUFFER_INIT;
	struct error err = ERROR_INIT;
	struct store *store = NULL;
	static const char known[] =
		"# T\n\n## 2.2\n\n1. A dispute of states, see A/RES/75/240.\n";

	meeting_facts_parse(facts, strlen(facts), "meeting.yaml",
			    &meeting->facts, &meeting->diags);
	meeting_take_brief(meeting, brief_parse(known, strlen(known), "en.md",
						"en", &meeting->diags));
	buffer_append_string(&own, "# T\n\n## 2.2\n\n1. ");
	buffer_append(&own, text, size);
	meeting_take_brief(meeting, brief_parse(own.data, own.len, "ru.md",
						"ru", &meeting->diags));
	meeting_align(meeting);
	check(!store_open(NULL, STORE_MEMORY, &store, NULL, &err));
	check(!store_put_meeting(store, meeting, &files, &err));
	check(!store_index_words(store, &err));
	buffer_release(&own);
	meeting_free(meeting);
	return store;
}

static void
check_token(const struct token *token, void *data)
{
	const size_t *size = data;
	const char *c;

	check(token->len && token->len <= TOKEN_MAX);
	check(token->start < token->end && token->end <= *size);
	for (c = token->word; *c; c++)
		check((unsigned char)*c > ' ' && *c != '"' && *c != '*');
}

static void
check_tokens(const char *text, size_t size)
{
	static const char *const languages[] = {"en", "ru", "ar", "zh"};
	struct tokenizer *tokenizer;
	size_t i;

	for (i = 0; i < sizeof languages / sizeof *languages; i++) {
		tokenizer = tokenizer_new(languages[i]);
		token_each(tokenizer, text, size, check_token, &size);
		tokenizer_free(tokenizer);
	}
}

static void
check_results(const struct search_results *results)
{
	const struct search_result *result;
	size_t i, j, at;

	check(results->list.len <= 10);
	for (i = 0; i < results->list.len; i++) {
		result = &results->list.items[i];
		at = 0;
		for (j = 0; j < result->span_count; j++) {
			check(result->spans[j].start >= at);
			check(result->spans[j].end > result->spans[j].start);
			at = result->spans[j].end;
		}
		check(at <= strlen(result->snippet));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct search_results results = SEARCH_RESULTS_INIT;
	struct search_options options = {.limit = 10};
	const char *text = (const char *)data;
	struct error err = ERROR_INIT;
	struct store *store;

	check_tokens(text, size);
	store = make_store(text, size);
	if (search_run(store, text, size, &options, &results, &err)) {
		fprintf(stderr, "%s\n", err.message);
		abort();
	}
	check(!store_is_damaged(store));
	check_results(&results);
	/* A meeting can be taken out with the words it was put in with. */
	check(!store_drop_meeting(store, "m", &err));
	check(!search_run(store, "dispute", 7, &options, &results, &err));
	check(!results.list.len);
	search_results_release(&results);
	store_close(store);
	return 0;
}
