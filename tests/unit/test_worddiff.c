/* Word by word from one wording to another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"
#include "lectern/worddiff.h"
#include "random_text.h"

static void
find(const char *before, const char *after, struct worddiff *diff)
{
	worddiff_find(before, strlen(before), after, strlen(after), diff);
}

static void
check(const char *before, const char *after, const char *wanted)
{
	struct worddiff diff = WORDDIFF_INIT;
	struct buffer out = BUFFER_INIT;

	find(before, after, &diff);
	worddiff_format(&diff, before, after, &out);
	assert_string_equal(out.data, wanted);
	worddiff_release(&diff);
	buffer_release(&out);
}

static void
test_changes(void **state)
{
	(void)state;
	check("", "", "");
	check("a b", "a b", "a b");
	check("a b c", "a x c", "a [-b-]{+x+} c");
	check("a c", "a b c", "a {+b+} c");
	check("a b c", "a c", "a [-b-] c");
	check("a", "a b", "a {+b+}");
	check("a b", "a", "a [-b-]");
	check("b", "a b", "{+a+} b");
	check("", "a b", "{+a b+}");
	check("a b", "", "[-a b-]");
	check("one two", "three four", "[-one two-]{+three four+}");
}

static void
test_scripts(void **state)
{
	(void)state;
	check("Мы против замены", "Мы против такой замены",
	      "Мы против {+такой+} замены");
	check("біз оны қолдаймыз", "біз мұны қолдаймыз",
	      "біз [-оны-]{+мұны+} қолдаймыз");
	check("我们支持决议", "我们反对决议", "我们[-支持-]{+反对+}决议");
	check("نؤيد القرار", "نعارض القرار", "[-نؤيد-]{+نعارض+} القرار");
}

static void
test_white_space_is_no_change(void **state)
{
	struct worddiff diff = WORDDIFF_INIT;

	(void)state;
	find(" a  b\nc", "a b c ", &diff);
	assert_true(worddiff_is_same(&diff));
	find(" ", "\n", &diff);
	assert_true(worddiff_is_same(&diff));
	find("a b", "a c", &diff);
	assert_false(worddiff_is_same(&diff));
	worddiff_release(&diff);
}

static void
test_punctuation_parts_no_change(void **state)
{
	(void)state;
	check("x, y z", "a, b z", "[-x, y-]{+a, b+} z");
	check("x, y z", "x, b z", "x, [-y-]{+b+} z");
	check("x (y)", "x (z)", "x ([-y-]{+z+})");
}

/* What both have, and what one has, is all of each text in order. */
static void
check_covers(const char *before, size_t before_len, const char *after,
	     size_t after_len)
{
	struct worddiff diff = WORDDIFF_INIT;
	size_t i, old_at = 0, new_at = 0;

	worddiff_find(before, before_len, after, after_len, &diff);
	for (i = 0; i < diff.list.len; i++) {
		const struct worddiff_part *part = &diff.list.items[i];

		if (part->kind != WORDDIFF_ADDED) {
			assert_int_equal(part->old_start, old_at);
			assert_true(part->old_end > old_at);
			old_at = part->old_end;
		}
		if (part->kind != WORDDIFF_REMOVED) {
			assert_int_equal(part->new_start, new_at);
			assert_true(part->new_end > new_at);
			new_at = part->new_end;
		}
	}
	if (diff.list.len) {
		assert_int_equal(old_at, before_len);
		assert_int_equal(new_at, after_len);
	}
	worddiff_release(&diff);
}

static void
random_words(struct random *random, size_t count, unsigned kinds,
	     struct buffer *out)
{
	buffer_reset(out);
	for (; count; count--)
		buffer_printf(out, "w%u ", random_next(random, kinds));
}

/* Words that an edit touches, by the table of all pairs of beginnings. */
static size_t
count_edits_slowly(const char *before, const char *after)
{
	static size_t table[64][64];
	size_t n = strlen(before) / 3, m = strlen(after) / 3, i, j;

	for (i = 0; i <= n; i++)
		for (j = 0; j <= m; j++) {
			size_t *cell = &table[i][j];

			*cell = i + j;
			if (!i || !j)
				continue;
			*cell = table[i - 1][j] + 1;
			if (table[i][j - 1] + 1 < *cell)
				*cell = table[i][j - 1] + 1;
			if (!memcmp(before + 3 * (i - 1), after + 3 * (j - 1),
				    3))
				*cell = table[i - 1][j - 1];
		}
	return table[n][m];
}

static size_t
count_edits(const char *before, const char *after)
{
	struct worddiff diff = WORDDIFF_INIT;
	size_t i, bytes = 0;

	find(before, after, &diff);
	for (i = 0; i < diff.list.len; i++) {
		const struct worddiff_part *part = &diff.list.items[i];

		if (part->kind == WORDDIFF_REMOVED)
			bytes += part->old_end - part->old_start;
		if (part->kind == WORDDIFF_ADDED)
			bytes += part->new_end - part->new_start;
	}
	worddiff_release(&diff);
	return bytes / 3;
}

static void
test_shortest(void **state)
{
	struct buffer before = BUFFER_INIT, after = BUFFER_INIT;
	struct random random = {7};
	unsigned round;

	(void)state;
	for (round = 0; round < 500; round++) {
		random_words(&random, random_next(&random, 40), 2 + round % 8,
			     &before);
		random_words(&random, random_next(&random, 40), 2 + round % 8,
			     &after);
		check_covers(before.data, before.len, after.data, after.len);
		assert_int_equal(count_edits(before.data, after.data),
				 count_edits_slowly(before.data, after.data));
	}
	buffer_release(&before);
	buffer_release(&after);
}

/* Beyond the reach of one search, too, and with bytes that are no text. */
static void
test_any_text(void **state)
{
	struct buffer before = BUFFER_INIT, after = BUFFER_INIT;
	struct random random = {11};

	(void)state;
	random_words(&random, 6000, 50, &before);
	random_words(&random, 5000, 50, &after);
	check_covers(before.data, before.len, after.data, after.len);
	buffer_reset(&after);
	random_append_bytes(&random, 4000, &after);
	random_append(&random, 4000, &after);
	check_covers(before.data, before.len, after.data, after.len);
	check_covers(after.data, after.len, before.data, before.len);
	buffer_release(&before);
	buffer_release(&after);
}

static void
test_long_insertion(void **state)
{
	struct buffer before = BUFFER_INIT, after = BUFFER_INIT;
	struct worddiff diff = WORDDIFF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < 9000; i++) {
		buffer_printf(&after, "w%zu ", i);
		if (i < 3000 || i >= 6000)
			buffer_printf(&before, "w%zu ", i);
	}
	find(before.data, after.data, &diff);
	assert_int_equal(diff.list.len, 3);
	assert_int_equal(diff.list.items[1].kind, WORDDIFF_ADDED);
	worddiff_release(&diff);
	buffer_release(&before);
	buffer_release(&after);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_scripts),
		cmocka_unit_test(test_white_space_is_no_change),
		cmocka_unit_test(test_punctuation_parts_no_change),
		cmocka_unit_test(test_shortest),
		cmocka_unit_test(test_any_text),
		cmocka_unit_test(test_long_insertion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
