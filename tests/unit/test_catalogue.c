/* The catalogue: reading, replacing, finding; and every value shipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"
#include "lectern/catalogue.h"

static const char sample[] =
	"\xef\xbb\xbfsymbol\tkind\tadopted\tvote\ttitle_en\ttitle_ru\taka\n"
	"A/RES/75/240\tresolution\t2020-12-31\t\tDevelopments\tДостижения\t\r\n"
	"A/RES/74/247\tresolution\t2019-12-27\t79-60-33\tCountering\t\t\n"
	"\n"
	"A/RES/9/1\tresolution\t\t\t\t\t\n"
	"A/RES/75/282\tresolution\t2021-05-26\twithout a vote\t\t\t\n"
	"A/76/135\treport\n"
	"A/RES/217(III)A\tresolution\t1948-12-10\t48-0-8\t\t\t\n"
	"S/RES/1540(2004)\tresolution\t2004-04-28\t15-0-0\t\t\t\n"
	"ETS-185\tconvention\t2001-11-23\t\tConvention on Cybercrime\t\t"
	"Budapest Convention; Будапештская конвенция;\n";

static struct catalogue *
catalogue_sample(struct diagnostics *diags)
{
	struct catalogue *catalogue = catalogue_new();

	catalogue_read(catalogue, sample, sizeof sample - 1, "shipped.tsv",
		       diags);
	return catalogue;
}

static void
test_read(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_sample(&diags);
	const struct instrument *one;

	(void)state;
	assert_int_equal(diags.list.len, 0);
	assert_int_equal(catalogue_count(catalogue), 8);
	one = catalogue_find_symbol(catalogue, "A/RES/74/247");
	assert_non_null(one);
	assert_int_equal(one->vote, VOTE_COUNTED);
	assert_int_equal(one->yes, 79);
	assert_int_equal(one->no, 60);
	assert_int_equal(one->abstaining, 33);
	assert_int_equal(one->adopted.day, 27);
	assert_int_equal(one->line, 3);
	assert_string_equal(one->file, "shipped.tsv");
	one = catalogue_find_symbol(catalogue, "A/RES/75/282");
	assert_int_equal(one->vote, VOTE_WITHOUT);
	one = catalogue_find_symbol(catalogue, "A/RES/75/240");
	assert_int_equal(one->vote, VOTE_UNKNOWN);
	assert_string_equal(instrument_title(one, "ru"), "Достижения");
	assert_string_equal(instrument_title(one, "en-GB"), "Developments");
	assert_string_equal(instrument_title(one, "kk"), "");
	assert_string_equal(instrument_title(one, "de"), "");
	catalogue_free(catalogue);
	diagnostics_release(&diags);
}

static void
test_order(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_sample(&diags);
	size_t i;

	(void)state;
	for (i = 1; i < catalogue_count(catalogue); i++)
		assert_true(catalogue_compare_symbols(
				    catalogue_at(catalogue, i - 1)->cells[0],
				    catalogue_at(catalogue, i)->cells[0]) < 0);
	assert_true(catalogue_compare_symbols("A/RES/9/1", "A/RES/74/2") < 0);
	assert_true(catalogue_compare_symbols("A/1", "A/01") != 0);
	assert_int_equal(catalogue_compare_symbols("A/1", "A/1"), 0);
	catalogue_free(catalogue);
	diagnostics_release(&diags);
}

static void
assert_found(const struct catalogue *catalogue, const char *words,
	     const char *symbol)
{
	const struct instrument *one =
		catalogue_find(catalogue, words, strlen(words));

	if (!symbol) {
		assert_null(one);
		return;
	}
	if (!one)
		print_error("not found: %s\n", words);
	assert_non_null(one);
	assert_string_equal(one->cells[CATALOGUE_SYMBOL], symbol);
}

static void
test_find(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_sample(&diags);

	(void)state;
	assert_found(catalogue, "75/240", "A/RES/75/240");
	assert_found(catalogue, "a/res/75/240", "A/RES/75/240");
	assert_found(catalogue, "резолюция 75/240", "A/RES/75/240");
	assert_found(catalogue, "1540", "S/RES/1540(2004)");
	assert_found(catalogue, "217 A", "A/RES/217(III)A");
	assert_found(catalogue, "Budapest Convention", "ETS-185");
	assert_found(catalogue, "Будапештской конвенции", "ETS-185");
	assert_found(catalogue, "ets-185", "ETS-185");
	assert_found(catalogue, "75/241", NULL);
	assert_found(catalogue, "", NULL);
	catalogue_free(catalogue);
	diagnostics_release(&diags);
}

static void
assert_nearest(const struct catalogue *catalogue, const char *symbol,
	       const char *want)
{
	const struct instrument *one = catalogue_nearest(catalogue, symbol);

	assert_string_equal(one ? one->cells[CATALOGUE_SYMBOL] : "", want);
}

static void
test_nearest(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_sample(&diags);

	(void)state;
	assert_nearest(catalogue, "A/RES/75/420", "A/RES/75/240");
	assert_nearest(catalogue, "A/RES/76/135", "A/76/135");
	assert_nearest(catalogue, "A/RES/57/240", "A/RES/75/240");
	assert_nearest(catalogue, "A/RES/74/2477", "A/RES/74/247");
	assert_nearest(catalogue, "E/RES/2022/15", "");
	catalogue_free(catalogue);
	diagnostics_release(&diags);
}

static void
test_library_rows_replace(void **state)
{
	static const char own[] = "title_en\tsymbol\n"
				  "Ours\tA/RES/75/240\n"
				  "New\tA/RES/80/1\n";
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_sample(&diags);
	const struct instrument *one;

	(void)state;
	catalogue_read(catalogue, own, sizeof own - 1, "own.tsv", &diags);
	assert_int_equal(diags.list.len, 0);
	assert_int_equal(catalogue_count(catalogue), 9);
	one = catalogue_find_symbol(catalogue, "A/RES/75/240");
	assert_string_equal(one->cells[CATALOGUE_TITLE_EN], "Ours");
	assert_string_equal(one->cells[CATALOGUE_TITLE_RU], "");
	assert_string_equal(one->file, "own.tsv");
	assert_non_null(catalogue_find_symbol(catalogue, "A/RES/80/1"));
	catalogue_free(catalogue);
	diagnostics_release(&diags);
}

static void
assert_rule(const char *text, size_t len, const char *rule, int line)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_new();

	catalogue_read(catalogue, text, len, "x.tsv", &diags);
	assert_int_equal(diags.list.len, 1);
	assert_string_equal(diags.list.items[0].rule, rule);
	assert_string_equal(diags.list.items[0].file, "x.tsv");
	assert_int_equal(diags.list.items[0].line, line);
	catalogue_free(catalogue);
	diagnostics_release(&diags);
}

#define assert_rule_of(text, rule, line)                                       \
	assert_rule(text, sizeof(text) - 1, rule, line)

static void
test_diagnostics(void **state)
{
	(void)state;
	assert_rule_of("kind\tbody\nx\ty\n", "catalogue-header", 1);
	assert_rule_of("symbol\tcolour\nA/75/816\tred\n", "catalogue-column",
		       1);
	assert_rule_of("symbol\tadopted\nA/75/816\t12.03.2021\n",
		       "catalogue-date", 2);
	assert_rule_of("symbol\tvote\n\nA/75/816\tunanimous\n",
		       "catalogue-vote", 3);
	assert_rule_of("symbol\tvote\nA/75/816\t1-2\n", "catalogue-vote", 2);
	assert_rule_of("symbol\tkind\nA/75/816\ta\tb\n", "catalogue-cells", 2);
	assert_rule_of("symbol\tkind\n\treport\n", "catalogue-symbol", 2);
	assert_rule_of("symbol\nA/RES/217 (III)\n", "catalogue-symbol", 2);
	assert_rule_of("symbol\nA/75/816\nA/75/816\n", "catalogue-twice", 3);
	assert_rule_of("symbol\nA/75/8\xff\n", "catalogue-utf8", 2);
	assert_rule_of("symbol\nA/75/8\0\n", "catalogue-utf8", 2);
}

static void
test_write(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_sample(&diags), *again;
	struct buffer out = BUFFER_INIT;
	size_t i, column;

	(void)state;
	catalogue_write_header(&out);
	for (i = 0; i < catalogue_count(catalogue); i++)
		catalogue_write_row(catalogue_at(catalogue, i), &out);
	again = catalogue_new();
	catalogue_read(again, out.data, out.len, "again.tsv", &diags);
	assert_int_equal(diags.list.len, 0);
	assert_int_equal(catalogue_count(again), catalogue_count(catalogue));
	for (i = 0; i < catalogue_count(again); i++)
		for (column = 0; column < CATALOGUE_COLUMNS; column++)
			assert_string_equal(
				catalogue_at(again, i)->cells[column],
				catalogue_at(catalogue, i)->cells[column]);
	catalogue_free(again);
	catalogue_free(catalogue);
	buffer_release(&out);
	diagnostics_release(&diags);
}

/* The file that is shipped. */

static bool
read_whole(const char *name, struct buffer *out)
{
	const char *source = getenv("top_srcdir");
	char path[4096], part[8192];
	size_t got;
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", source ? source : ".", name);
	file = fopen(path, "rb");
	if (!file)
		return false;
	while ((got = fread(part, 1, sizeof part, file)) > 0)
		buffer_append(out, part, got);
	fclose(file);
	return true;
}

static struct catalogue *
catalogue_shipped(void)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = catalogue_new();
	struct buffer text = BUFFER_INIT, line = BUFFER_INIT;
	size_t i;

	assert_true(read_whole("data/catalogue/instruments.tsv", &text));
	catalogue_read(catalogue, text.data, text.len, "instruments.tsv",
		       &diags);
	for (i = 0; i < diags.list.len; i++) {
		buffer_reset(&line);
		diagnostic_format(&diags.list.items[i], &line);
		print_error("%s\n", line.data);
	}
	assert_int_equal(diags.list.len, 0);
	buffer_release(&text);
	buffer_release(&line);
	diagnostics_release(&diags);
	return catalogue;
}

static void
test_shipped_is_clean(void **state)
{
	struct catalogue *catalogue = catalogue_shipped();
	const struct instrument *one;
	size_t i;

	(void)state;
	assert_true(catalogue_count(catalogue) >= 60);
	for (i = 0; i < catalogue_count(catalogue); i++) {
		one = catalogue_at(catalogue, i);
		assert_true(*one->cells[CATALOGUE_KIND]);
		/* found by its own symbol */
		assert_found(catalogue, one->cells[CATALOGUE_SYMBOL],
			     one->cells[CATALOGUE_SYMBOL]);
	}
	assert_found(catalogue, "75/240", "A/RES/75/240");
	assert_found(catalogue, "Convention on Cybercrime", "ETS-185");
	assert_found(catalogue, "Конвенции Совета Европы по киберпреступности",
		     "ETS-185");
	assert_found(catalogue, "Каталога мер доверия СВМДА",
		     "CICA-CBM-CATALOGUE");
	catalogue_free(catalogue);
}

/* A row of the facts: cells by name. */
#define FACT_CELLS 16

struct fact {
	char *cells[FACT_CELLS];
};

static const char *const fact_names[] = {
	"symbol",	"body",
	"kind",		"session",
	"number",	"adopted",
	"vote_yes",	"vote_no",
	"vote_abstain", "adopted_without_vote",
	"title_en",	"title_ru",
	"url",		"source",
	"confidence",
};

static const char *
fact_cell(const struct fact *fact, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof fact_names / sizeof fact_names[0]; i++)
		if (!strcmp(fact_names[i], name))
			return fact->cells[i] ? fact->cells[i] : "";
	fail_msg("no column %s", name);
	return "";
}

static bool
fact_find(const char *facts, const char *symbol, char *line, size_t size,
	  struct fact *fact)
{
	size_t len = strlen(symbol), i;
	const char *at, *end;
	char *cell;

	memset(fact, 0, sizeof *fact);
	for (at = facts; *at; at = *end ? end + 1 : end) {
		end = at + strcspn(at, "\n");
		if (strncmp(at, symbol, len) || at[len] != '\t' ||
		    (size_t)(end - at) >= size)
			continue;
		memcpy(line, at, (size_t)(end - at));
		line[end - at] = '\0';
		for (i = 0, cell = line; cell && i < FACT_CELLS; i++) {
			fact->cells[i] = cell;
			cell = strchr(cell, '\t');
			if (cell)
				*cell++ = '\0';
		}
		return true;
	}
	return false;
}

/* Is what 'words' names marked as not confirmed? The marks are parted by
 * semicolons; one that names no language speaks of both titles. */
static bool
fact_is_doubted(const struct fact *fact, const char *words,
		const char *other_language)
{
	static const char *const doubts[] = {
		"UNCONFIRMED", "NOT FOUND", ": low", "not seen", "descriptive"};
	const char *at = fact_cell(fact, "confidence"), *end;
	char mark[1024];
	size_t i;
	bool doubted;

	for (; *at; at = *end ? end + 1 : end) {
		end = at + strcspn(at, ";");
		snprintf(mark, sizeof mark, "%.*s", (int)(end - at), at);
		for (i = 0, doubted = false; i < 5; i++)
			doubted |= strstr(mark, doubts[i]) != NULL;
		if (doubted && strstr(mark, words) &&
		    (!other_language || !strstr(mark, other_language) ||
		     strstr(mark, "EN and RU")))
			return true;
	}
	return false;
}

static void
assert_fact(const struct instrument *one, enum catalogue_column column,
	    const char *want, bool is_doubted)
{
	const char *have = one->cells[column];

	if (!*have)
		return;
	if (is_doubted || strcmp(have, want))
		print_error(
			"%s, line %d, %s: \"%s\", the facts have \"%s\"%s\n",
			one->cells[CATALOGUE_SYMBOL], one->line,
			catalogue_column_name(column), have, want,
			is_doubted ? ", not confirmed" : "");
	assert_false(is_doubted);
	assert_string_equal(have, want);
}

static void
check_against_facts(const struct instrument *one, const char *facts)
{
	struct fact fact;
	char line[16384], vote[64];

	if (!fact_find(facts, one->cells[CATALOGUE_SYMBOL], line, sizeof line,
		       &fact))
		fail_msg("%s is not among the facts",
			 one->cells[CATALOGUE_SYMBOL]);
	snprintf(vote, sizeof vote, "%s-%s-%s", fact_cell(&fact, "vote_yes"),
		 fact_cell(&fact, "vote_no"), fact_cell(&fact, "vote_abstain"));
	if (!strcmp(fact_cell(&fact, "adopted_without_vote"), "yes"))
		snprintf(vote, sizeof vote, "without a vote");
	assert_false(fact_is_doubted(&fact, "number", NULL));
	assert_fact(one, CATALOGUE_KIND, fact_cell(&fact, "kind"), false);
	assert_fact(one, CATALOGUE_BODY, fact_cell(&fact, "body"), false);
	assert_fact(one, CATALOGUE_ADOPTED, fact_cell(&fact, "adopted"),
		    fact_is_doubted(&fact, "date", NULL) ||
			    fact_is_doubted(&fact, "day", NULL));
	assert_fact(one, CATALOGUE_VOTE, vote,
		    fact_is_doubted(&fact, "vote", NULL) ||
			    fact_is_doubted(&fact, "adoption mode", NULL));
	assert_fact(one, CATALOGUE_TITLE_EN, fact_cell(&fact, "title_en"),
		    fact_is_doubted(&fact, "title", "RU "));
	assert_fact(one, CATALOGUE_TITLE_RU, fact_cell(&fact, "title_ru"),
		    fact_is_doubted(&fact, "title", "EN "));
	assert_fact(one, CATALOGUE_URL, fact_cell(&fact, "url"), false);
}

static void
test_shipped_is_confirmed(void **state)
{
	struct buffer facts = BUFFER_INIT;
	struct catalogue *catalogue;
	size_t i;

	(void)state;
	if (!read_whole("../shared/data/catalogue-facts.tsv", &facts)) {
		/* cmocka's skip() is "not ok" to a reader of TAP */
		print_message("# not checked: no "
			      "../shared/data/catalogue-facts.tsv\n");
		return;
	}
	catalogue = catalogue_shipped();
	for (i = 0; i < catalogue_count(catalogue); i++)
		check_against_facts(catalogue_at(catalogue, i), facts.data);
	catalogue_free(catalogue);
	buffer_release(&facts);
}

/* What is compiled in is the file, row for row. */
static void
test_shipped_is_compiled_in(void **state)
{
	struct catalogue *read = catalogue_shipped();
	struct catalogue *own = catalogue_new();
	struct buffer first = BUFFER_INIT, second = BUFFER_INIT;
	size_t i;

	(void)state;
	catalogue_read_shipped(own);
	assert_true(catalogue_count(own) > 40);
	assert_int_equal(catalogue_count(own), catalogue_count(read));
	for (i = 0; i < catalogue_count(own); i++) {
		catalogue_write_row(catalogue_at(read, i), &first);
		catalogue_write_row(catalogue_at(own, i), &second);
	}
	assert_string_equal(first.data, second.data);
	assert_found(own, "Будапештской конвенцией", "ETS-185");
	buffer_release(&first);
	buffer_release(&second);
	catalogue_free(read);
	catalogue_free(own);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_library_rows_replace),
		cmocka_unit_test(test_diagnostics),
		cmocka_unit_test(test_write),
		cmocka_unit_test(test_shipped_is_clean),
		cmocka_unit_test(test_shipped_is_confirmed),
		cmocka_unit_test(test_shipped_is_compiled_in),
	};

	return cmocka_run_group_tests_name("catalogue", tests, NULL, NULL);
}
