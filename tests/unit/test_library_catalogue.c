/* The catalogue of a library: the program's rows, and its own over them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lectern/library.h"

#include "box.h"

static void
open_box(struct box *box, struct library *lib)
{
	assert_int_equal(library_open(box_path(box, "lib"), lib, NULL), 0);
}

static void
test_read_catalogue(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue;
	struct library lib;

	box_make_folder(*state, "lib");
	open_box(*state, &lib);
	catalogue = library_read_catalogue(&lib, &diags);
	assert_int_equal(diags.list.len, 0);
	assert_non_null(catalogue_find_symbol(catalogue, "ETS-185"));
	catalogue_free(catalogue);

	box_write(*state, "lib/catalogue/instruments.tsv",
		  "symbol\ttitle_en\taka\tvote\n"
		  "ETS-185\tOwn\tCyber Treaty\t\n"
		  "NEW-1\tNew\t\tmany\n");
	catalogue = library_read_catalogue(&lib, &diags);
	assert_int_equal(diags.list.len, 1);
	assert_string_equal(diags.list.items[0].file,
			    "catalogue/instruments.tsv");
	assert_int_equal(diags.list.items[0].line, 3);
	assert_string_equal(catalogue_find(catalogue, "Cyber Treaty",
					   strlen("Cyber Treaty"))
				    ->cells[CATALOGUE_TITLE_EN],
			    "Own");
	assert_null(catalogue_find(catalogue, "Budapest Convention",
				   strlen("Budapest Convention")));
	assert_non_null(catalogue_find_symbol(catalogue, "NEW-1"));
	assert_non_null(catalogue_find_symbol(catalogue, "A/RES/75/240"));
	catalogue_free(catalogue);
	diagnostics_release(&diags);
	library_close(&lib);
}

/* A folder in its place is said, and the program's rows hold. */
static void
test_read_no_catalogue(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue;
	struct library lib;

	box_make_folder(*state, "lib/catalogue/instruments.tsv");
	open_box(*state, &lib);
	catalogue = library_read_catalogue(&lib, &diags);
	assert_int_equal(diags.list.len, 1);
	assert_string_equal(diags.list.items[0].rule, "catalogue-unreadable");
	assert_non_null(catalogue_find_symbol(catalogue, "ETS-185"));
	catalogue_free(catalogue);
	diagnostics_release(&diags);
	library_close(&lib);
	catalogue = library_read_catalogue(NULL, NULL);
	assert_non_null(catalogue_find_symbol(catalogue, "ETS-185"));
	catalogue_free(catalogue);
}

int
main(void)
{
#define IN_BOX(test)                                                           \
	cmocka_unit_test_setup_teardown(test, box_set_up, box_tear_down)
	const struct CMUnitTest tests[] = {
		IN_BOX(test_read_catalogue),
		IN_BOX(test_read_no_catalogue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
