/* Questions taken apart: what is a word, a phrase, a filter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"
#include "lectern/search.h"

/* "-" excluded, "+" several words, "*" a beginning, "=" a symbol. */
static void
describe(const struct search_query *query, struct buffer *out)
{
	const struct search_term *term;
	char date[DATE_TEXT_MAX];
	size_t i, j;

	for (i = 0; i < query->term_count; i++) {
		term = &query->terms[i];
		if (i)
			buffer_append_byte(out, ' ');
		if (term->is_excluded)
			buffer_append_byte(out, '-');
		for (j = 0; j < term->word_count; j++)
			buffer_printf(out, "%s%s", j ? "+" : "",
				      term->words[j].text);
		if (term->is_prefix)
			buffer_append_byte(out, '*');
		if (term->symbol)
			buffer_printf(out, "=%s%s", term->symbol,
				      term->symbol_is_prefix ? "*" : "");
	}
	if (query->language)
		buffer_printf(out, " lang<%s>", query->language);
	if (query->role)
		buffer_printf(out, " role<%s>", query->role);
	if (query->meeting)
		buffer_printf(out, " meeting<%s>", query->meeting);
	if (query->since.month) {
		date_format(&query->since, date);
		buffer_printf(out, " since<%s>", date);
	}
}

static void
assert_query(const char *text, const char *expected)
{
	struct buffer out = BUFFER_INIT;
	struct search_query query;

	search_query_parse(&query, text, strlen(text));
	describe(&query, &out);
	assert_string_equal(out.data, expected);
	search_query_release(&query);
	buffer_release(&out);
}

static void
test_words(void **state)
{
	(void)state;
	assert_query("", "");
	assert_query("   ", "");
	assert_query("States Сообщества", "states сообщества*");
	assert_query("states ", "states");
	assert_query("a*b NEAR( OR", "a+b near or*");
	assert_query("с.г. ", "с+г");
	assert_query("\"", "");
	assert_query("- -- ( ) ", "");
}

static void
test_phrases(void **state)
{
	(void)state;
	assert_query("\"peaceful settlement\" of", "peaceful+settlement of*");
	assert_query("\"peaceful settl", "peaceful+settl*");
	assert_query("\"peaceful settlement ", "peaceful+settlement");
	assert_query("\"peaceful settlement\"", "peaceful+settlement");
	assert_query("a\"b c\"d ", "a b+c d");
}

static void
test_excluded(void **state)
{
	struct search_query query;

	(void)state;
	assert_query("law -order", "law -order");
	assert_query("-\"law and order\" peace ", "-law+and+order peace");
	assert_query("e-mail ", "e+mail");
	search_query_parse(&query, "-law", 4);
	assert_false(search_query_asks(&query));
	search_query_release(&query);
	search_query_parse(&query, "law", 3);
	assert_true(search_query_asks(&query));
	search_query_release(&query);
}

static void
test_filters(void **state)
{
	(void)state;
	assert_query("lang:ru role:if-raised x ", "x lang<ru> role<if-raised>");
	assert_query("meeting:swg x ", "x meeting<swg>");
	assert_query("meeting:\"group 2021\" x ", "x meeting<group 2021>");
	assert_query("since:2020 x ", "x since<2020-01-01>");
	assert_query("since:2020-05 x ", "x since<2020-05-01>");
	assert_query("since:2020-05-27 x ", "x since<2020-05-27>");
	/* What makes no sense is words. */
	assert_query("since:2020-13 role:king foo:bar ",
		     "since+2020+13 role+king foo+bar");
	assert_query("lang: since: ", "lang since");
}

static void
test_symbols(void **state)
{
	(void)state;
	assert_query("A/RES/75/240 ", "a+res+75+240=a/res/75/240");
	assert_query("75/240 ", "75+240=a/res/75/240");
	assert_query("A/RES/7", "a+res+7*=a/res/7*");
	assert_query("A/AC.290/2021 x ", "a+ac+290+2021=a/ac.290/2021 x");
}

static void
test_any_bytes(void **state)
{
	struct search_query query;
	uint64_t seed = 3;
	char *text = malloc(65536);
	size_t i, j;

	(void)state;
	for (i = 0; i < 20; i++) {
		for (j = 0; j < 65536; j++) {
			seed = seed * UINT64_C(6364136223846793005) + 1;
			text[j] = (char)(seed >> 33);
		}
		search_query_parse(&query, text, 65536);
		assert_true(query.term_count <= SEARCH_TERMS_MAX);
		assert_true(query.word_count <= SEARCH_WORDS_MAX);
		search_query_release(&query);
	}
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_phrases),
		cmocka_unit_test(test_excluded),
		cmocka_unit_test(test_filters),
		cmocka_unit_test(test_symbols),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
