/* Vectors: growth, values that are structs, release and use again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "lectern/vector.h"

struct pair {
	int a;
	char b;
};

static void
test_push_keeps_order(void **state)
{
	VECTOR(int) list = VECTOR_INIT;
	int i;

	(void)state;
	for (i = 0; i < 10000; i++)
		vector_push(&list, i * 3);
	assert_int_equal(list.len, 10000);
	for (i = 0; i < 10000; i++)
		assert_int_equal(list.items[i], i * 3);
	vector_release(&list);
}

static void
test_push_structs(void **state)
{
	VECTOR(struct pair) list = VECTOR_INIT;

	(void)state;
	vector_push(&list, (struct pair){1, 'x'});
	vector_push(&list, (struct pair){2, 'y'});
	assert_int_equal(vector_last(&list)->a, 2);
	assert_int_equal(list.items[0].b, 'x');
	vector_release(&list);
}

static void
test_reserve_moves_once(void **state)
{
	VECTOR(int) list = VECTOR_INIT;
	int *items;
	int i;

	(void)state;
	vector_reserve(&list, 1000);
	assert_true(list.cap >= 1000);
	items = list.items;
	for (i = 0; i < 1000; i++)
		vector_push(&list, i);
	assert_ptr_equal(list.items, items);
	vector_reserve(&list, 1);
	assert_ptr_equal(list.items, items);
	vector_release(&list);
}

/* Doubling the items must not move them twice as often per item. */
static void
test_growth_is_geometric(void **state)
{
	VECTOR(char) list = VECTOR_INIT;
	size_t moves = 0, cap = 0;

	(void)state;
	while (list.len < 100000) {
		vector_push(&list, 'x');
		moves += list.cap != cap;
		cap = list.cap;
	}
	assert_true(moves < 40);
	vector_release(&list);
}

static void
test_release_leaves_empty(void **state)
{
	VECTOR(int) list = VECTOR_INIT;

	(void)state;
	vector_push(&list, 1);
	vector_release(&list);
	assert_null(list.items);
	assert_int_equal(list.len, 0);
	assert_int_equal(list.cap, 0);
	vector_push(&list, 2);
	assert_int_equal(list.items[0], 2);
	vector_release(&list);
	vector_release(&list);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_push_keeps_order),
		cmocka_unit_test(test_push_structs),
		cmocka_unit_test(test_reserve_moves_once),
		cmocka_unit_test(test_growth_is_geometric),
		cmocka_unit_test(test_release_leaves_empty),
	};

	return cmocka_run_group_tests_name("vector", tests, NULL, NULL);
}
