/* The same physical key on three layouts: see keyboard.h. */
#include <string.h>

#include "lectern/utf8.h"
#include "keyboard.h"

/* Letters, the same on both Cyrillic layouts; NULL in a column: that layout
 * has another sign there, in its own rows below. */
static const struct {
	const char *latin, *names[KEYBOARD_COUNT];
} keyboard_keys[] = {
	{"q", {"й", "й"}},  {"w", {"ц", "ц"}},	{"e", {"у", "у"}},
	{"r", {"к", "к"}},  {"t", {"е", "е"}},	{"y", {"н", "н"}},
	{"u", {"г", "г"}},  {"i", {"ш", "ш"}},	{"o", {"щ", "щ"}},
	{"p", {"з", "з"}},  {"[", {"х", "х"}},	{"]", {"ъ", "ъ"}},
	{"a", {"ф", "ф"}},  {"s", {"ы", "ы"}},	{"d", {"в", "в"}},
	{"f", {"а", "а"}},  {"g", {"п", "п"}},	{"h", {"р", "р"}},
	{"j", {"о", "о"}},  {"k", {"л", "л"}},	{"l", {"д", "д"}},
	{";", {"ж", "ж"}},  {"'", {"э", "э"}},	{"z", {"я", "я"}},
	{"x", {"ч", "ч"}},  {"c", {"с", "с"}},	{"v", {"м", "м"}},
	{"b", {"и", "и"}},  {"n", {"т", "т"}},	{"m", {"ь", "ь"}},
	{",", {"б", "б"}},  {".", {"ю", "ю"}},	{"/", {".", "№"}},
	{"`", {"ё", "("}},  {"Q", {"Й", "Й"}},	{"W", {"Ц", "Ц"}},
	{"E", {"У", "У"}},  {"R", {"К", "К"}},	{"T", {"Е", "Е"}},
	{"Y", {"Н", "Н"}},  {"U", {"Г", "Г"}},	{"I", {"Ш", "Ш"}},
	{"O", {"Щ", "Щ"}},  {"P", {"З", "З"}},	{"{", {"Х", "Х"}},
	{"}", {"Ъ", "Ъ"}},  {"A", {"Ф", "Ф"}},	{"S", {"Ы", "Ы"}},
	{"D", {"В", "В"}},  {"F", {"А", "А"}},	{"G", {"П", "П"}},
	{"H", {"Р", "Р"}},  {"J", {"О", "О"}},	{"K", {"Л", "Л"}},
	{"L", {"Д", "Д"}},  {":", {"Ж", "Ж"}},	{"\"", {"Э", "Э"}},
	{"Z", {"Я", "Я"}},  {"X", {"Ч", "Ч"}},	{"C", {"С", "С"}},
	{"V", {"М", "М"}},  {"B", {"И", "И"}},	{"N", {"Т", "Т"}},
	{"M", {"Ь", "Ь"}},  {"<", {"Б", "Б"}},	{">", {"Ю", "Ю"}},
	{"?", {",", NULL}}, {"~", {"Ё", ")"}},	{"@", {"\"", "Ә"}},
	{"#", {"№", "І"}},  {"$", {";", "Ң"}},	{"%", {NULL, "Ғ"}},
	{"^", {":", ";"}},  {"&", {"?", ":"}},	{"1", {NULL, "\""}},
	{"2", {NULL, "ә"}}, {"3", {NULL, "і"}}, {"4", {NULL, "ң"}},
	{"5", {NULL, "ғ"}}, {"6", {NULL, ","}}, {"7", {NULL, "."}},
	{"8", {NULL, "ү"}}, {"9", {NULL, "ұ"}}, {"0", {NULL, "қ"}},
	{"-", {NULL, "ө"}}, {"=", {NULL, "һ"}}, {"*", {NULL, "Ү"}},
	{"(", {NULL, "Ұ"}}, {")", {NULL, "Қ"}}, {"_", {NULL, "Ө"}},
	{"+", {NULL, "Һ"}},
};
#define KEYBOARD_KEYS (sizeof keyboard_keys / sizeof *keyboard_keys)

const char *
keyboard_latin(enum keyboard keyboard, const char *key)
{
	for (size_t i = 0; i < KEYBOARD_KEYS; i++)
		if (keyboard_keys[i].names[keyboard] != NULL &&
		    strcmp(keyboard_keys[i].names[keyboard], key) == 0)
			return keyboard_keys[i].latin;
	return NULL;
}

static const char *
keyboard_cyrillic(enum keyboard keyboard, const char *key)
{
	for (size_t i = 0; i < KEYBOARD_KEYS; i++)
		if (strcmp(keyboard_keys[i].latin, key) == 0)
			return keyboard_keys[i].names[keyboard];
	return NULL;
}

bool
is_keyboard_kazakh(const char *key)
{
	const char *latin = keyboard_latin(KEYBOARD_KAZAKH, key);

	return latin != NULL && (unsigned char)key[0] >= 0x80 &&
	       keyboard_latin(KEYBOARD_RUSSIAN, key) == NULL;
}

/* Every character through 'change'; those it knows nothing of stay. */
static bool
keyboard_text(enum keyboard keyboard, const char *text,
	      const char *(*change)(enum keyboard keyboard, const char *key),
	      struct buffer *out)
{
	size_t len = strlen(text), at = 0;
	bool is_changed = false;
	char key[UTF8_MAX + 1];

	while (at < len) {
		const char *other;
		uint32_t cp;
		size_t used = utf8_decode(text + at, len - at, &cp);

		memcpy(key, text + at, used);
		key[used] = '\0';
		other = change(keyboard, key);
		buffer_append_string(out, other == NULL ? key : other);
		is_changed |= other != NULL;
		at += used;
	}
	return is_changed;
}

bool
keyboard_reading(int number, const char *text, struct buffer *out)
{
	enum keyboard keyboard =
		number % 2 == 0 ? KEYBOARD_RUSSIAN : KEYBOARD_KAZAKH;

	return keyboard_text(keyboard, text,
			     number < KEYBOARD_COUNT ? keyboard_latin
						     : keyboard_cyrillic,
			     out);
}
