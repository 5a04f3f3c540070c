/* No memory: every way to it ends the process with code 2 and a sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "lectern/arena.h"
#include "lectern/buffer.h"
#include "lectern/memory.h"
#include "lectern/vector.h"
#include "scratch.h"

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);

static int fail_after = -1; /* allocations left before one fails; -1: none */

static int
must_fail(void)
{
	return fail_after >= 0 && fail_after-- == 0;
}

void *
__wrap_calloc(size_t count, size_t size)
{
	return must_fail() ? NULL : __real_calloc(count, size);
}

void *
__wrap_realloc(void *old, size_t size)
{
	return must_fail() ? NULL : __real_realloc(old, size);
}

static void
handler(void)
{
	static const char said[] = "handler\n";

	(void)!write(STDERR_FILENO, said, sizeof said - 1);
}

/* Runs 'work' in a child whose allocation number 'after' fails. */
static void
check_ends(void (*work)(void), int after)
{
	char said[256] = "";
	int ends[2], child;
	ssize_t got;
	size_t len = 0;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		atexit(handler);
		fail_after = after;
		work();
		_exit(77);
	}
	close(ends[1]);
	while (len < sizeof said - 1 &&
	       (got = read(ends[0], said + len, sizeof said - 1 - len)) > 0)
		len += (size_t)got;
	close(ends[0]);
	assert_int_equal(scratch_wait(child), 2);
	assert_string_equal(said, "lectern: out of memory\nhandler\n");
}

static void
work_alloc(void)
{
	free(mem_alloc(3, 5));
}

static void
work_realloc(void)
{
	free(mem_realloc(NULL, 3, 5));
}

static void
work_strdup(void)
{
	free(mem_strdup("text"));
}

static void
work_arena(void)
{
	struct arena arena = ARENA_INIT;
	int i;

	for (i = 0; i < 100; i++)
		arena_alloc(&arena, 1, 1000);
	arena_release(&arena);
}

static void
work_buffer(void)
{
	struct buffer buf = BUFFER_INIT;
	int i;

	for (i = 0; i < 1000; i++)
		buffer_printf(&buf, "%d", i);
	buffer_release(&buf);
}

static void
work_vector(void)
{
	VECTOR(int) list = VECTOR_INIT;
	int i;

	for (i = 0; i < 1000; i++)
		vector_push(&list, i);
	vector_release(&list);
}

static void
work_overflow_realloc(void)
{
	volatile size_t count = SIZE_MAX / 2;

	free(mem_realloc(NULL, count, 3));
}

static void
work_overflow_arena(void)
{
	struct arena arena = ARENA_INIT;
	volatile size_t count = SIZE_MAX / 2;

	arena_alloc(&arena, count, 3);
	arena_release(&arena);
}

static void
work_overflow_buffer(void)
{
	struct buffer buf = BUFFER_INIT;
	volatile size_t extra = SIZE_MAX;

	buffer_append_byte(&buf, 'x');
	buffer_reserve(&buf, extra);
	buffer_release(&buf);
}

static void
test_the_first_allocation_fails(void **state)
{
	(void)state;
	check_ends(work_alloc, 0);
	check_ends(work_realloc, 0);
	check_ends(work_strdup, 0);
	check_ends(work_arena, 0);
	check_ends(work_buffer, 0);
	check_ends(work_vector, 0);
}

static void
test_a_later_allocation_fails(void **state)
{
	(void)state;
	check_ends(work_arena, 3);
	check_ends(work_buffer, 2);
	check_ends(work_vector, 4);
}

static void
test_sizes_that_overflow(void **state)
{
	(void)state;
	check_ends(work_overflow_realloc, -1);
	check_ends(work_overflow_arena, -1);
	check_ends(work_overflow_buffer, -1);
}

static void
test_nothing_is_something(void **state)
{
	char *memory = mem_alloc(0, 0);
	char *text = mem_strndup("a\0b", 3);

	(void)state;
	assert_non_null(memory);
	memory = mem_realloc(memory, 0, 7);
	assert_non_null(memory);
	free(memory);
	assert_memory_equal(text, "a\0b", 4);
	free(text);
	assert_null(mem_strdup(NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_first_allocation_fails),
		cmocka_unit_test(test_a_later_allocation_fails),
		cmocka_unit_test(test_sizes_that_overflow),
		cmocka_unit_test(test_nothing_is_something),
	};

	return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
