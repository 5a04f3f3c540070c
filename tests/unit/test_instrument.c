/* Addresses and kin of documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"
#include "lectern/instrument.h"

#define DOCS "https://docs.un.org/<lang>/<symbol>"

/* "ru=https://… en=https://…" */
static void
check_links(const char *symbol, const char *own, const char *templates,
	    const char *languages, const char *wanted)
{
	struct instrument_links links = INSTRUMENT_LINKS_INIT;
	struct instrument one = {.cells = {[CATALOGUE_URL] = own}};
	struct buffer found = BUFFER_INIT;
	size_t i;

	instrument_find_links(symbol, own ? &one : NULL, templates, languages,
			      &links);
	for (i = 0; i < links.list.len; i++)
		buffer_printf(&found, "%s%s=%s", i ? " " : "",
			      links.list.items[i].language,
			      links.list.items[i].url);
	assert_string_equal(found.data, wanted);
	instrument_links_release(&links);
	buffer_release(&found);
}

static void
test_links(void **state)
{
	(void)state;
	check_links("A/RES/75/240", NULL, DOCS, "ru,en",
		    "ru=https://docs.un.org/ru/A/RES/75/240 "
		    "en=https://docs.un.org/en/A/RES/75/240");
	check_links("S/RES/1540(2004)", NULL, DOCS, "zh-Hant, fr",
		    "zh=https://docs.un.org/zh/S/RES/1540(2004) "
		    "fr=https://docs.un.org/fr/S/RES/1540(2004)");
	/* The United Nations do not publish in Kazakh. */
	check_links("A/75/816", NULL, DOCS, "kk",
		    "en=https://docs.un.org/en/A/75/816");
	check_links("A/75/816", NULL, DOCS, "",
		    "en=https://docs.un.org/en/A/75/816");
	check_links("A/75/816", NULL, DOCS, "en,en-GB,x,,english",
		    "en=https://docs.un.org/en/A/75/816");
}

static void
test_templates(void **state)
{
	(void)state;
	check_links("A/75/816", NULL, " a:<symbol>  b:<symbol>&l=<lang>&t ",
		    "ru", "=a:A/75/816 ru=b:A/75/816&l=ru&t");
	check_links("A/75/49 (Vol. II)*", NULL, "x?s=<symbol>", "ru",
		    "=x?s=A/75/49%20(Vol.%20II)%2A");
	check_links("A/75/8&9#?%\xd0\xaf", NULL, "<symbol>", "ru",
		    "=A/75/8%269%23%3F%25%D0%AF");
	check_links("A/75/816", NULL, "", "ru", "");
	check_links("A/75/816", NULL, "<lang", "ru", "=<lang");
}

static void
test_own_address(void **state)
{
	(void)state;
	check_links("A/75/816", "https://docs.un.org/en/A/75/816", DOCS, "ru",
		    "ru=https://docs.un.org/ru/A/75/816");
	check_links("A/RES/217(III)A", "https://docs.un.org/en/A/RES/217(III)",
		    DOCS, "ru",
		    "ru=https://docs.un.org/ru/A/RES/217(III)A "
		    "=https://docs.un.org/en/A/RES/217(III)");
	check_links("PC.DEC/1202", "https://osce.org/x", DOCS, "ru",
		    "=https://osce.org/x");
	check_links("ETS-185", "", DOCS, "ru", "");
	/* A decision of the Assembly has no document. */
	check_links("A/DEC/75/564", NULL, DOCS, "ru", "");
}

static void
check_relatives(const char *symbol, const char *wanted)
{
	static const char rows[] =
		"symbol\tadopted\ttitle_en\ttitle_ru\tnote\taka\n"
		"A/RES/75/240\t2020-12-31\tOn ICT\tОб ИКТ\t"
		"The draft was A/C.1/75/L.8/Rev.1.\t\n"
		"A/C.1/75/L.8\t\t\t\t\t\n"
		"A/C.1/75/L.8/Rev.1\t2020-11-01\t\t\t\t\n"
		"A/C.1/75/L.8/Rev.1/Corr.1\t2020-10-01\t\t\t\t\n"
		"A/C.1/75/L.80\t\t\t\t\t\n"
		"A/RES/9/1\t\tOn ICT\t\t\t\n"
		"A/RES/53/70\t1998-12-04\tOn ICT\t\t\t\n"
		"A/RES/54/49\t1999-12-01\tOther\tОб ИКТ\t\t\n"
		"OWN-1\t\t\t\t\tHouse Rules; the annex of A/75/816\n"
		"A/75/816\t\t\t\t\t\n";
	struct catalogue *catalogue = catalogue_new();
	struct instrument_relatives found = {VECTOR_INIT};
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct buffer text = BUFFER_INIT;
	size_t i;

	catalogue_read(catalogue, rows, sizeof rows - 1, "rows", &diags);
	assert_int_equal(diags.list.len, 0);
	instrument_find_relatives(catalogue, symbol, &found);
	for (i = 0; i < found.list.len; i++)
		buffer_printf(
			&text, "%s%s:%s", i ? " " : "",
			found.list.items[i].instrument->cells[CATALOGUE_SYMBOL],
			kinship_name(found.list.items[i].kinship));
	assert_string_equal(text.data, wanted);
	buffer_release(&text);
	instrument_relatives_release(&found);
	diagnostics_release(&diags);
	catalogue_free(catalogue);
}

static void
test_relatives(void **state)
{
	(void)state;
	check_relatives("A/RES/75/240",
			"A/RES/53/70:title A/RES/54/49:title "
			"A/C.1/75/L.8/Rev.1:named A/RES/9/1:title");
	check_relatives("A/C.1/75/L.8/Rev.1",
			"A/C.1/75/L.8/Rev.1/Corr.1:change "
			"A/RES/75/240:named A/C.1/75/L.8:change");
	/* Not in the catalogue itself. */
	check_relatives("A/C.1/75/L.8/Add.2",
			"A/C.1/75/L.8/Rev.1/Corr.1:change "
			"A/C.1/75/L.8/Rev.1:change A/C.1/75/L.8:change");
	check_relatives("A/75/816", "OWN-1:named");
	check_relatives("OWN-1", "A/75/816:named");
	check_relatives("A/RES/1/1", "");
	check_relatives("", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_templates),
		cmocka_unit_test(test_own_address),
		cmocka_unit_test(test_relatives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
