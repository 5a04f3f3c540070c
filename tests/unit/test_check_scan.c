/* The scanners: numbers and dates by value, sentences, quotation marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"
#include "../../src/check/scan.h"

struct scanned {
	struct scan_tokens tokens;
	struct scan_numbers numbers;
	struct scan_dates dates;
	struct scan_quotes quotes;
	struct scan_sentences sentences;
};

static void
scan(struct scanned *out, const char *language, const char *text)
{
	struct lexicon *lexicon = lexicon_new(language);

	memset(out, 0, sizeof *out);
	scan_text(text, strlen(text), lexicon, &out->tokens);
	scan_dates(text, &out->tokens, 2021, &out->dates);
	scan_numbers(text, &out->tokens, language, &out->numbers);
	scan_quotes(text, &out->tokens, &out->quotes);
	scan_sentences(text, &out->tokens, &out->sentences);
	lexicon_free(lexicon);
}

static void
scanned_release(struct scanned *scanned)
{
	vector_release(&scanned->tokens.list);
	vector_release(&scanned->numbers.list);
	vector_release(&scanned->dates.list);
	vector_release(&scanned->quotes.list);
	vector_release(&scanned->sentences.list);
}

/* "25 1.5 ~2": the values, '~' before what nobody would miss. */
static void
expect_numbers(const char *language, const char *text, const char *wanted)
{
	struct buffer found = BUFFER_INIT;
	const struct scan_number *number;
	struct scanned scanned;
	size_t i;

	scan(&scanned, language, text);
	for (i = 0; i < scanned.numbers.list.len; i++) {
		number = &scanned.numbers.list.items[i];
		buffer_printf(&found, "%s%s%g%s", i ? " " : "",
			      number->form == NUMBER_FAINT ? "~" : "",
			      (double)number->value / NUMBER_UNIT,
			      number->is_percent ? "%" : "");
	}
	if (strcmp(found.data, wanted))
		print_message("%s: %s\n", language, text);
	assert_string_equal(found.data, wanted);
	buffer_release(&found);
	scanned_release(&scanned);
}

static void
test_numbers(void **state)
{
	(void)state;
	expect_numbers("en", "25 experts, twenty-five, one", "25 25 ~1");
	expect_numbers("en", "1,200 and 1,200.5 and 1.5", "1200 1200.5 1.5");
	expect_numbers("ru", "1 200, 1,5 и 12 тыс.", "1200 1.5 12000");
	expect_numbers("en", "two hundred and five thousand", "205000");
	expect_numbers("en", "1.2 million or 3 billion", "1.2e+06 3e+09");
	expect_numbers("ru", "двести пять тысяч триста", "205300");
	expect_numbers("ru", "сорок второй, пять-шесть", "42 5 6");
	expect_numbers("fr", "quatre-vingt-dix-sept, vingt et un", "97 21");
	expect_numbers("es", "treinta y cinco, doscientos dos", "35 202");
	expect_numbers("kk", "он бес, жиырма бес, үшінші", "15 25 3");
	expect_numbers("zh", "二十五名, 一百二十, 120万", "~25 ~120 1.2e+06");
	expect_numbers("ar", "٢٥ و 15 في المائة", "25 15%");
	expect_numbers("en", "12.5 per cent, 7%", "12.5% 7%");
	expect_numbers("ru", "12,5 процента, 7 %", "12.5% 7%");
	expect_numbers("en", "2020/21 and 2021-2025", "2020 2021 2021 2025");
	expect_numbers("en", "10:30, 3 p.m., 15.30", "10.3 15 15.3");
	expect_numbers("ru", "ХХI век, глава IV", "21 4");
	expect_numbers("en", "I met him", "");
	expect_numbers("en", "both, twice, a dozen", "~2 ~2 ~12");
}

/* "2021-05-26 2021-12": the dates, parts that are not given left out. */
static void
expect_dates(const char *language, const char *text, const char *wanted)
{
	struct buffer found = BUFFER_INIT;
	const struct scan_date *date;
	struct scanned scanned;
	size_t i;

	scan(&scanned, language, text);
	for (i = 0; i < scanned.dates.list.len; i++) {
		date = &scanned.dates.list.items[i];
		buffer_printf(&found, "%s%d-%d-%d", i ? " " : "", date->year,
			      date->month, date->day);
	}
	if (strcmp(found.data, wanted))
		print_message("%s: %s\n", language, text);
	assert_string_equal(found.data, wanted);
	buffer_release(&found);
	scanned_release(&scanned);
}

static void
test_dates(void **state)
{
	(void)state;
	expect_dates("en", "on 8 December 2021", "2021-12-8");
	expect_dates("en", "on December 8th, 2021,", "2021-12-8");
	expect_dates("en", "May 26 this year; we may go in May", "2021-5-26");
	expect_dates("en", "4 and 14 July 1967", "1967-7-4 1967-7-14");
	expect_dates("en", "2021-12-08, 8.12.2021", "2021-12-8 2021-12-8");
	expect_dates("en", "in December 2021 and January", "2021-12-0 0-1-0");
	expect_dates("ru", "8–10 декабря 2021 г.", "2021-12-8 2021-12-10");
	expect_dates("ru", "26 мая с.г., 3 июня", "2021-5-26 0-6-3");
	expect_dates("kk", "2021 жылғы 8 желтоқсанда", "2021-12-8");
	expect_dates("kk", "ү.ж. 27 мамырда", "2021-5-27");
	expect_dates("fr", "le 1er décembre 1999", "1999-12-1");
	expect_dates("es", "el 4 de diciembre de 2000", "2000-12-4");
	expect_dates("zh", "2021年12月8日, 3月5日", "2021-12-8 0-3-5");
	expect_dates("ar", "8 كانون الأول/ديسمبر 2021", "2021-12-8");
	expect_dates("ar", "8 كانون الثاني 2021", "2021-1-8");
	expect_dates("en", "99.99.2021 and 31/02", "");
}

static void
expect_sentences(const char *language, const char *text, size_t wanted)
{
	struct scanned scanned;

	scan(&scanned, language, text);
	if (scanned.sentences.list.len != wanted)
		print_message("%s\n", text);
	assert_int_equal(scanned.sentences.list.len, wanted);
	scanned_release(&scanned);
}

static void
test_sentences(void **state)
{
	(void)state;
	expect_sentences("en", "One. Two! Three? Four", 4);
	expect_sentences("en", "See No. 5 of Mr. J. Smith. Then go.", 2);
	expect_sentences("ru", "Принято в 2021 г. в Женеве. Далее.", 2);
	expect_sentences("ru", "Принято в 2021 г. Далее иное.", 2);
	expect_sentences("en", "Version 2.2.4 and 1.5 are out.", 1);
	expect_sentences("zh", "第一句。第二句。", 2);
	expect_sentences("en", "", 0);
}

static void
expect_open(const char *language, const char *text, size_t wanted)
{
	struct scanned scanned;
	size_t i, open = 0;

	scan(&scanned, language, text);
	for (i = 0; i < scanned.quotes.list.len; i++)
		open += scanned.quotes.list.items[i].close == UINT32_MAX;
	if (open != wanted)
		print_message("%s\n", text);
	assert_int_equal(open, wanted);
	scanned_release(&scanned);
}

static void
test_quotes(void **state)
{
	(void)state;
	expect_open("ru", "«один „два“ три» (четыре)", 0);
	expect_open("en", "“one “two” three” and \"four\" it’s", 0);
	expect_open("en", "a) one; b) two; (c) three", 0);
	expect_open("en", "“one (two” three", 1);
	expect_open("en", "“one", 1);
	expect_open("en", "one”", 1);
	expect_open("en", "one) two", 1);
	expect_open("en", "\"one", 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_quotes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
