/* Arenas: alignment, zeroes, blocks larger than any block, nothing moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/arena.h"

static void
test_memory_is_zero_and_aligned(void **state)
{
	struct arena arena = ARENA_INIT;
	unsigned char *memory;
	size_t size, i;

	(void)state;
	for (size = 0; size < 3000; size += 7) {
		memory = arena_alloc(&arena, size, 1);
		assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
		for (i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xa5, size);
	}
	arena_release(&arena);
}

static void
test_objects_stay_where_they_are(void **state)
{
	struct arena arena = ARENA_INIT;
	char *texts[500];
	char expected[32];
	int i;

	(void)state;
	for (i = 0; i < 500; i++)
		texts[i] = arena_printf(&arena, "point %d", i);
	arena_alloc(&arena, 1, 1u << 20);
	for (i = 0; i < 500; i++) {
		snprintf(expected, sizeof expected, "point %d", i);
		assert_string_equal(texts[i], expected);
	}
	arena_release(&arena);
}

static void
test_large_objects(void **state)
{
	struct arena arena = ARENA_INIT;
	char *large = arena_alloc(&arena, 3, 1u << 20);
	char *small;

	(void)state;
	large[(3u << 20) - 1] = 'x';
	small = arena_strdup(&arena, "small");
	assert_string_equal(small, "small");
	assert_int_equal(large[(3u << 20) - 1], 'x');
	arena_release(&arena);
}

static void
test_copies(void **state)
{
	static const int numbers[] = {1, 2, 3};
	struct arena arena = ARENA_INIT;
	int *copy = arena_copy(&arena, numbers, 3, sizeof *numbers);

	(void)state;
	assert_memory_equal(copy, numbers, sizeof numbers);
	assert_null(arena_strdup(&arena, NULL));
	assert_memory_equal(arena_strndup(&arena, "a\0b", 3), "a\0b", 4);
	assert_string_equal(arena_strndup(&arena, NULL, 0), "");
	assert_non_null(arena_copy(&arena, NULL, 0, sizeof *numbers));
	arena_release(&arena);
}

static void
test_release_leaves_usable(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	arena_release(&arena);
	arena_strdup(&arena, "a");
	arena_release(&arena);
	assert_null(arena.top);
	assert_string_equal(arena_strdup(&arena, "b"), "b");
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_memory_is_zero_and_aligned),
		cmocka_unit_test(test_objects_stay_where_they_are),
		cmocka_unit_test(test_large_objects),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_release_leaves_usable),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
