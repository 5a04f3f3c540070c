/* Every key that is bound works from a Russian and from a Kazakh layout. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "src/view/keyboard.h"
#include "src/view/keys.h"

/* Signs that both layouts have elsewhere, under a meaning of their own, or
 * that are on the same key. */
static bool
is_same_everywhere(const char *key)
{
	return strlen(key) != 1 || strchr("!|\\", *key) != NULL;
}

static bool
is_reachable(enum keyboard keyboard, const char *key)
{
	static const char *const signs[] = {
		"й", "ц", "у", "к", "е", "н",  "г", "ш", "щ", "з", "х", "ъ",
		"ф", "ы", "в", "а", "п", "р",  "о", "л", "д", "ж", "э", "я",
		"ч", "с", "м", "и", "т", "ь",  "б", "ю", "Й", "Ц", "У", "К",
		"Е", "Н", "Г", "Ш", "Щ", "З",  "Х", "Ъ", "Ф", "Ы", "В", "А",
		"П", "Р", "О", "Л", "Д", "Ж",  "Э", "Я", "Ч", "С", "М", "И",
		"Т", "Ь", "Б", "Ю", ".", ",",  "№", "?", "ә", "і", "ң", "ғ",
		"ү", "ұ", "қ", "ө", "һ", "\"", "/", "0", "1", "2", "3", "4",
		"5", "6", "7", "8", "9",
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *latin = keyboard_latin(keyboard, signs[i]);

		if (strcmp(signs[i], key) == 0 ||
		    (latin != NULL && strcmp(latin, key) == 0))
			return true;
	}
	return false;
}

static void
test_every_binding(void **state)
{
	struct keys keys = KEYS_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(keys_parse(&keys, keys_data, "data/keys", &err),
			 STATUS_OK);
	for (size_t i = 0; i < keys.list.len; i++) {
		const char *key = keys.list.items[i].key;

		for (int board = 0; board < KEYBOARD_COUNT; board++)
			if (!is_same_everywhere(key) &&
			    !is_reachable((enum keyboard)board, key))
				fail_msg("%s cannot be typed on layout %d", key,
					 board);
	}
	keys_release(&keys);
}

static void
test_latin(void **state)
{
	(void)state;
	assert_string_equal(keyboard_latin(KEYBOARD_RUSSIAN, "о"), "j");
	assert_string_equal(keyboard_latin(KEYBOARD_RUSSIAN, "Ж"), ":");
	assert_string_equal(keyboard_latin(KEYBOARD_RUSSIAN, "."), "/");
	assert_string_equal(keyboard_latin(KEYBOARD_KAZAKH, "."), "7");
	assert_string_equal(keyboard_latin(KEYBOARD_KAZAKH, "ә"), "2");
	assert_null(keyboard_latin(KEYBOARD_RUSSIAN, "j"));
	assert_null(keyboard_latin(KEYBOARD_RUSSIAN, "ә"));
	assert_true(is_keyboard_kazakh("ұ"));
	assert_false(is_keyboard_kazakh("о"));
	assert_false(is_keyboard_kazakh("."));
}

static void
check_reading(int number, const char *typed, const char *meant)
{
	struct buffer out = BUFFER_INIT;

	assert_true(keyboard_reading(number, typed, &out));
	assert_string_equal(out.data, meant);
	buffer_release(&out);
}

static void
test_readings(void **state)
{
	struct buffer out = BUFFER_INIT;

	(void)state;
	check_reading(0, "шыкфуд", "israel");
	check_reading(0, "2ю2ю9", "2.2.9");
	check_reading(1, "әюәюұ", "2.2.9");
	check_reading(2, "bphfbkm", "израиль");
	assert_false(keyboard_reading(0, "2-9", &out));
	buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_binding),
		cmocka_unit_test(test_latin),
		cmocka_unit_test(test_readings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
