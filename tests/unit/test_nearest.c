/* Names nearest to what was typed: what is offered, in which order, and that
 * nothing is offered where nothing is near. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/nearest.h"

static void
assert_nearest(const char *words, const char *const *names,
	       const char *expected)
{
	struct buffer list = BUFFER_INIT;
	struct nearest nearest;

	nearest_init(&nearest, words);
	for (; *names; names++)
		nearest_add(&nearest, *names);
	nearest_format(&nearest, &list);
	assert_string_equal(list.data, expected);
	nearest_release(&nearest);
	buffer_release(&list);
}

static const char *const ids[] = {"cica-swg-2021-05-27", "cica-soc-2020-11-02",
				  "training-2021-03", "hrc-46", NULL};

static void
test_part_of_an_id(void **state)
{
	(void)state;
	assert_nearest("swq", ids, "cica-swg-2021-05-27");
	assert_nearest("trainnig", ids, "training-2021-03");
	assert_nearest("hrc-47", ids, "hrc-46");
}

static void
test_nearer_first_then_as_offered(void **state)
{
	static const char *const names[] = {"abcdxx", "abcdey", "abcdef",
					    "abcdez", NULL};

	(void)state;
	assert_nearest("abcdef", names, "abcdef, abcdey, abcdez, abcdxx");
}

static void
test_nothing_near(void **state)
{
	(void)state;
	assert_nearest("zzzzzz", ids, "");
	assert_nearest("z", ids, "");
	assert_nearest("", ids, "");
}

static void
test_case_and_scripts(void **state)
{
	static const char *const names[] = {"Ынтымақтастық", "Хельсинки", NULL};

	(void)state;
	assert_nearest("ХЕЛЬСИНКА", names, "Хельсинки");
	assert_nearest("ынтымактастық", names, "Ынтымақтастық");
}

static void
test_swapped_letters_are_one_step(void **state)
{
	static const char *const names[] = {"abc", NULL};

	(void)state;
	assert_nearest("acb", names, "abc");
	assert_nearest("cba", names, "");
}

static void
test_five_at_most(void **state)
{
	static const char *const names[] = {"naxe", "nbme", "name1", "ncme",
					    "ndme", "neme", "name",  NULL};

	(void)state;
	assert_nearest("name", names, "name, name1, naxe, nbme, ncme");
}

static void
test_long_and_hostile(void **state)
{
	char words[2000], name[2000];
	const char *const names[] = {name, "\xff\xfe\xf0", NULL};

	(void)state;
	memset(words, 'a', sizeof words - 1);
	memset(name, 'b', sizeof name - 1);
	words[sizeof words - 1] = name[sizeof name - 1] = '\0';
	assert_nearest(words, names, "");
	assert_nearest("\xff\xfe\xf1\xf2\xf3\xf4", names, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_part_of_an_id),
		cmocka_unit_test(test_nearer_first_then_as_offered),
		cmocka_unit_test(test_nothing_near),
		cmocka_unit_test(test_case_and_scripts),
		cmocka_unit_test(test_swapped_letters_are_one_step),
		cmocka_unit_test(test_five_at_most),
		cmocka_unit_test(test_long_and_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
