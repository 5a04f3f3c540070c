/* Buffers: growth, bytes that are NUL, taking the string away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"

static void
test_empty_is_a_string(void **state)
{
	struct buffer buf = BUFFER_INIT;

	(void)state;
	assert_string_equal(buf.data, "");
	buffer_reset(&buf);
	buffer_release(&buf);
	assert_string_equal(buf.data, "");
}

static void
test_append_keeps_nul_bytes(void **state)
{
	struct buffer buf = BUFFER_INIT;

	(void)state;
	buffer_append(&buf, "a\0b", 3);
	buffer_append_byte(&buf, 'c');
	assert_int_equal(buf.len, 4);
	assert_memory_equal(buf.data, "a\0bc", 5);
	buffer_release(&buf);
}

static void
test_printf_grows(void **state)
{
	struct buffer buf = BUFFER_INIT;
	int i;

	(void)state;
	for (i = 0; i < 1000; i++)
		buffer_printf(&buf, "%d,", i);
	assert_int_equal(buf.len, 3890);
	assert_true(!strncmp(buf.data + buf.len - 8, "998,999,", 8));
	buffer_release(&buf);
}

static void
test_take_leaves_empty(void **state)
{
	struct buffer buf = BUFFER_INIT;
	char *text;

	(void)state;
	buffer_append_char(&buf, 0x49b);
	text = buffer_take(&buf);
	assert_string_equal(text, "қ");
	assert_int_equal(buf.len, 0);
	free(text);
	text = buffer_take(&buf);
	assert_string_equal(text, "");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty_is_a_string),
		cmocka_unit_test(test_append_keeps_nul_bytes),
		cmocka_unit_test(test_printf_grows),
		cmocka_unit_test(test_take_leaves_empty),
	};

	return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
