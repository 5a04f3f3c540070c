/* Questions put to an index: what answers, in which order, what is marked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "box.h"
#include "lectern/index.h"
#include "lectern/search.h"

struct bench {
	struct box *box;
	struct library lib;
	struct store *store;
};

static void
write_meeting(struct box *box, const char *id, const char *title,
	      const char *date, const char *en, const char *ru)
{
	char name[128], text[1024];

	snprintf(name, sizeof name, "lib/%s/meeting.yaml", id);
	snprintf(text, sizeof text,
		 "title: %s\nshort: %.3s\ndate: %s\nlanguages: [en, ru]\n",
		 title, id, date);
	box_write(box, name, text);
	snprintf(name, sizeof name, "lib/%s/en.md", id);
	snprintf(text, sizeof text, "# T\n\n## Paragraph 2.2.4\n\n%s", en);
	box_write(box, name, text);
	snprintf(name, sizeof name, "lib/%s/ru.md", id);
	snprintf(text, sizeof text, "# Т\n\n## Пункт 2.2.4\n\n%s", ru);
	box_write(box, name, text);
}

static void
update_index(struct bench *bench, bool words)
{
	struct index_options options = {.all = true, .words = words};
	struct error err = ERROR_INIT;

	if (index_update(&bench->lib, bench->store, &options, NULL, &err))
		fail_msg("%s", err.message);
}

static void
update(struct bench *bench)
{
	update_index(bench, true);
}

static int
set_up(void **state)
{
	static struct bench bench;
	void *box;

	if (box_set_up(&box))
		return -1;
	bench.box = box;
	write_meeting(box, "old", "Consultations", "2019-03-01",
		      "1. The peaceful settlement of disputes.\n\n"
		      "2. We recall resolution 75/240 and its annex.\n",
		      "1. Мирное урегулирование споров.\n\n"
		      "2. Напоминаем о резолюции 75/240.\n");
	write_meeting(box, "mid", "Second round", "2020-06-15",
		      "1. Disputing is no settlement, however peaceful.\n\n"
		      "2. See [the text](A/RES/73/27).\n\n"
		      "<!-- Zymurgists may object: A/61/54. -->\n",
		      "1. Всё учтено, с.г. же.\n");
	write_meeting(box, "new", "Third round", "2021-05-27",
		      "1. Dispute, dispute and dispute.\n\n"
		      "2. One dispute among many other words that stand here "
		      "for no reason but their number.\n",
		      "1. Спор.\n\n2. Государство и терминология.\n");
	if (library_open(box_path(box, "lib"), &bench.lib, NULL) ||
	    store_open(bench.lib.index_path, STORE_WRITE, &bench.store, NULL,
		       NULL))
		return -1;
	update(&bench);
	*state = &bench;
	return 0;
}

static int
tear_down(void **state)
{
	struct bench *bench = *state;
	void *box = bench->box;

	store_close(bench->store);
	library_close(&bench->lib);
	return box_tear_down(&box);
}

static void
search(struct bench *bench, const char *words, size_t offset, size_t limit,
       struct search_results *results)
{
	struct search_options options = {.offset = offset, .limit = limit};
	struct error err = ERROR_INIT;

	if (search_run(bench->store, words, strlen(words), &options, results,
		       &err))
		fail_msg("%s: %s", words, err.message);
}

/* "new/1:en,ru mid/1:en", titles as "new"; of meetings, or of instruments. */
static void
describe(const struct search_results *results, bool instruments,
	 struct buffer *out)
{
	const struct search_result *result;
	size_t i, j;

	for (i = 0; i < results->list.len; i++) {
		result = &results->list.items[i];
		if (result->is_instrument != instruments)
			continue;
		buffer_printf(out, "%s%s", out->len ? " " : "",
			      instruments ? result->short_name
					  : result->meeting);
		if (!result->is_title)
			buffer_printf(out, "/%d%s", result->point,
				      result->is_note ? "!" : "");
		for (j = 0; j < result->language_count; j++)
			buffer_printf(out, "%c%s", j ? ',' : ':',
				      result->languages[j]);
	}
	if (results->has_more)
		buffer_append_string(out, " more");
}

static void
assert_page(struct bench *bench, const char *words, size_t offset, size_t limit,
	    const char *expected)
{
	struct search_results results = SEARCH_RESULTS_INIT;
	struct buffer out = BUFFER_INIT;

	search(bench, words, offset, limit, &results);
	describe(&results, false, &out);
	if (strcmp(out.data, expected) != 0)
		fail_msg("%s: got \"%s\", not \"%s\"", words, out.data,
			 expected);
	buffer_release(&out);
	search_results_release(&results);
}

static void
assert_found(void **state, const char *words, const char *expected)
{
	assert_page(*state, words, 0, 500, expected);
}

static void
assert_instruments(void **state, const char *words, const char *expected)
{
	struct search_results results = SEARCH_RESULTS_INIT;
	struct buffer out = BUFFER_INIT;

	search(*state, words, 0, 500, &results);
	describe(&results, true, &out);
	assert_string_equal(out.data ? out.data : "", expected);
	buffer_release(&out);
	search_results_release(&results);
}

static void
test_newest_first_then_best(void **state)
{
	assert_found(state, "dispute ", "new/1:en new/2:en mid/1:en old/1:en");
	assert_page(*state, "dispute ", 0, 2, "new/1:en new/2:en more");
	assert_page(*state, "dispute ", 1, 2, "new/2:en mid/1:en more");
	assert_page(*state, "dispute ", 3, 2, "old/1:en");
	assert_page(*state, "dispute ", 9, 2, "");
}

static void
test_languages_together(void **state)
{
	assert_found(state, "75/240", "old/2:en,ru");
	assert_found(state, "lang:ru 75/240", "old/2:ru");
	assert_found(state, "споры ", "new/1:ru old/1:ru");
	assert_found(state, "ВСЕ ", "mid/1:ru");
}

static void
test_phrases(void **state)
{
	assert_found(state, "peaceful settlement ", "mid/1:en old/1:en");
	assert_found(state, "\"peaceful settlement\"", "old/1:en");
	assert_found(state, "\"settlement peaceful\"", "");
	assert_found(state, "peaceful -\"peaceful settlement\" ", "mid/1:en");
	assert_found(state, "peaceful -disputing ", "");
	assert_found(state, "с.г. ", "mid/1:ru");
	assert_found(state, "г.с. ", "");
}

static void
test_as_one_types(void **state)
{
	static const char word[] = "терминология";
	char start[sizeof word];
	size_t i;

	for (i = 2; i < sizeof word; i += 2) {
		memcpy(start, word, i);
		start[i] = '\0';
		assert_found(state, start, "new/2:ru");
	}
	assert_found(state, "терм ", "");
	/* Longer than its stem, and no whole word yet. */
	assert_found(state, "peacefu", "mid/1:en old/1:en");
	assert_found(state, "annexin", "old/2:en");
	assert_found(state, "annexet", "");
	assert_found(state, "A/RE", "mid/2:en old/2:en,ru");
	assert_found(state, "A/RES/", "mid/2:en old/2:en,ru");
	assert_found(state, "A/RES/7", "mid/2:en old/2:en,ru");
	assert_found(state, "A/RES/75", "old/2:en,ru");
	assert_found(state, "A/RES/75/2", "old/2:en,ru");
}

static void
test_filters(void **state)
{
	assert_found(state, "since:2021 dispute ", "new/1:en new/2:en");
	assert_found(state, "since:2020-06-15 dispute ",
		     "new/1:en new/2:en mid/1:en");
	assert_found(state, "meeting:old dispute ", "old/1:en");
	assert_found(state, "meeting:consultations dispute ", "old/1:en");
	assert_found(state, "meeting:nowhere dispute ", "");
	assert_found(state, "role:say dispute meeting:old ", "old/1:en");
	assert_found(state, "role:avoid dispute ", "");
	assert_found(state, "lang:ru dispute ", "");
	assert_found(state, "lang:ru ", "");
	assert_found(state, "-dispute", "");
}

static void
test_titles_and_links(void **state)
{
	assert_found(state, "round", "new mid");
	assert_found(state, "A/RES/73/27 ", "mid/2:en");
	assert_found(state, "see -A/RES/73/27 ", "");
}

static void
test_notes(void **state)
{
	assert_found(state, "zymurgists", "mid/2!:en");
	assert_found(state, "A/61/54 ", "mid/2!:en");
	assert_found(state, "zymurgists lang:en", "mid/2!:en");
	assert_found(state, "zymurgists lang:ru", "");
	/* It is nobody's to say. */
	assert_found(state, "zymurgists role:say", "");
}

/* Each key of a symbol, and forms of it that only a text has. */
static void
test_symbols_as_one_types(void **state)
{
	static const char symbol[] = "a/res/73/27";
	char typed[sizeof symbol];
	size_t len;

	assert_found(state, "A/",
		     "new/1:en new/2:en mid/2:en mid/2!:en "
		     "old/2:en,ru");
	for (len = 7; len < sizeof symbol; len++) {
		snprintf(typed, len + 1, "%s", symbol);
		assert_found(state, typed,
			     len < 8 ? "mid/2:en old/2:en,ru" : "mid/2:en");
	}
	assert_found(state, "A/RES/75/240", "old/2:en,ru");
	assert_found(state, "75/240", "old/2:en,ru");
	assert_found(state, "A/RES/75/24 ", "");
	assert_found(state, "A/RES/75/240 annex", "old/2:en");
	assert_found(state, "resolution -A/RES/75/240", "");
}

static void
test_marks(void **state)
{
	struct search_results results = SEARCH_RESULTS_INIT;
	const struct search_result *result;
	size_t i;

	search(*state, "dispute meeting:new ", 0, 1, &results);
	result = &results.list.items[0];
	assert_string_equal(result->snippet, "Dispute, dispute and dispute.");
	assert_int_equal(result->span_count, 3);
	for (i = 0; i < 3; i++)
		assert_int_equal(result->spans[i].end - result->spans[i].start,
				 7);
	assert_int_equal(result->spans[2].start, 21);
	search_results_release(&results);
}

static void
test_change(void **state)
{
	struct bench *bench = *state;

	write_meeting(bench->box, "new", "Third round", "2018-01-01",
		      "1. A dispute.\n", "1. Ничего.\n");
	update(bench);
	assert_found(state, "dispute ", "mid/1:en old/1:en new/1:en");
	assert_found(state, "терминология", "");
	assert_int_equal(store_drop_meeting(bench->store, "mid", NULL), 0);
	assert_found(state, "dispute ", "old/1:en new/1:en");
}

/* What looks like syntax is words, and finds the text that has them. */
static void
test_signs_are_words(void **state)
{
	struct bench *bench = *state;

	write_meeting(bench->box, "odd", "Odd", "2010-01-01",
		      "1. Write a\\*b, or NEAR( the \"end\".\n\n"
		      "2. The OR of AND is NOT.\n",
		      "1. В марте с.г. решено.\n");
	update(bench);
	assert_found(state, "a*b ", "odd/1:en");
	assert_found(state, "NEAR( ", "odd/1:en");
	assert_found(state, "near(the end, 2) ", "");
	assert_found(state, "\"NEAR( the \\\"", "odd/1:en");
	assert_found(state, "\"end", "odd/1:en");
	assert_found(state, "AND OR NOT ", "odd/2:en");
	assert_found(state, "марте с.г. ", "odd/1:ru");
	assert_found(state, "\"с. г.\" марте", "odd/1:ru");
	assert_found(state, "\"", "");
}

static void
test_wordless(void **state)
{
	struct bench *bench = *state;
	bool is_wordless;

	assert_int_equal(store_is_wordless(bench->store, &is_wordless, NULL),
			 0);
	assert_false(is_wordless);
	write_meeting(bench->box, "new", "Third round", "2018-01-01",
		      "1. A dispute.\n", "1. Ничего.\n");
	update_index(bench, false);
	assert_int_equal(store_is_wordless(bench->store, &is_wordless, NULL),
			 0);
	assert_true(is_wordless);
	assert_int_equal(store_index_words(bench->store, NULL), 0);
	assert_int_equal(store_is_wordless(bench->store, &is_wordless, NULL),
			 0);
	assert_false(is_wordless);
}

static void
test_any_bytes(void **state)
{
	static const char *const words[] = {
		"\"",	      "NEAR(",	      "a*b", "\"\"\"\"", "text:x",
		"AND OR NOT", "{a b}: c",     "^a",  "a + b",	 "''",
		"=en",	      "\x01\xff\xfe", "-\"", "(((",	 "NEAR(a b, 2)",
		"a\"*",	      "word:\"x\"",   "*",
	};
	struct search_results results = SEARCH_RESULTS_INIT;
	struct search_options options = {.limit = 10};
	struct bench *bench = *state;
	struct error err = ERROR_INIT;
	char *text = malloc(65536);
	uint64_t seed = 5;
	size_t i, j;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		search(bench, words[i], 0, 10, &results);
	for (i = 0; i < 50; i++) {
		for (j = 0; j < 65536; j++) {
			seed = seed * UINT64_C(6364136223846793005) + 1;
			/* Half of the rounds in letters and signs alone. */
			text[j] = (char)(i % 2 ? 32 + (seed >> 33) % 95
					       : seed >> 33);
		}
		if (search_run(bench->store, text, 65536, &options, &results,
			       &err))
			fail_msg("%s", err.message);
	}
	assert_false(store_is_damaged(bench->store));
	search_results_release(&results);
	free(text);
}

/* Instruments with and without a text, changed and taken away. */
static void
test_instruments(void **state)
{
	struct bench *bench = *state;
	struct search_results results = SEARCH_RESULTS_INIT;

	box_write(bench->box, "lib/catalogue/instruments.tsv",
		  "symbol\tadopted\ttitle_en\ttitle_ru\taka\n"
		  "OWN-1\t2020-01-01\tZinc Treaty\tДоговор о цинке\tThe "
		  "Zincky\n"
		  "A/RES/1/99\t\tOn zinc\t\t\n");
	box_write(bench->box, "lib/catalogue/OWN-1/en.md",
		  "# Z\n\n## Article 1\n\n1. Zinc is for all. See A/75/241.\n");
	update(bench);
	assert_instruments(state, "zinc ", "OWN-1:en OWN-1/1:en A/RES/1/99:en");
	assert_found(state, "zinc ", "");
	assert_instruments(state, "цинк ", "OWN-1:ru");
	assert_instruments(state, "zincky", "OWN-1");
	assert_instruments(state, "a/75/241 ", "OWN-1/1:en");
	assert_instruments(state, "A/RES/1/9", "A/RES/1/99:en");
	assert_instruments(state, "A/RES/1/99 zinc ", "A/RES/1/99:en");
	assert_instruments(state, "since:2020 zinc ", "OWN-1:en OWN-1/1:en");
	assert_instruments(state, "role:say zinc ", "");
	assert_instruments(state, "meeting:own zinc ", "");
	search(bench, "everyone", 0, 1, &results);
	assert_int_equal(results.list.len, 0);

	/* A run that is not told to read all sees what has changed. */
	box_write(bench->box, "lib/catalogue/OWN-1/en.md",
		  "# Z\n\n## Article 1\n\n1. Zinc is for everyone.\n");
	assert_int_equal(
		index_update(&bench->lib, bench->store, NULL, NULL, NULL), 0);
	assert_int_equal(store_index_words(bench->store, NULL), 0);
	assert_instruments(state, "everyone", "OWN-1/1:en");
	assert_instruments(state, "a/75/241 ", "");
	box_write(bench->box, "lib/catalogue/instruments.tsv",
		  "symbol\tadopted\ttitle_en\n"
		  "OWN-1\t2020-01-01\tCopper Treaty\n");
	assert_int_equal(
		index_update(&bench->lib, bench->store, NULL, NULL, NULL), 0);
	assert_int_equal(store_index_words(bench->store, NULL), 0);
	assert_instruments(state, "zinc ", "OWN-1/1:en");
	assert_instruments(state, "copper ", "OWN-1:en");
	search_results_release(&results);
}

#define IN_LIBRARY(test)                                                       \
	cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_LIBRARY(test_newest_first_then_best),
		IN_LIBRARY(test_languages_together),
		IN_LIBRARY(test_phrases),
		IN_LIBRARY(test_as_one_types),
		IN_LIBRARY(test_filters),
		IN_LIBRARY(test_titles_and_links),
		IN_LIBRARY(test_notes),
		IN_LIBRARY(test_symbols_as_one_types),
		IN_LIBRARY(test_marks),
		IN_LIBRARY(test_change),
		IN_LIBRARY(test_signs_are_words),
		IN_LIBRARY(test_wordless),
		IN_LIBRARY(test_instruments),
		IN_LIBRARY(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
