/* Sentences: where they end in seven languages, and where they go on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"
#include "lectern/sentence.h"

/* The text with a '|' after each sentence but the last. */
static void
assert_sentences(const char *language, const char *expected)
{
	struct buffer text = BUFFER_INIT, out = BUFFER_INIT;
	size_t at = 0, end, i;

	for (i = 0; expected[i]; i++)
		if (expected[i] != '|')
			buffer_append_byte(&text, expected[i]);
	while (at < text.len) {
		end = sentence_end(text.data, text.len, at, language);
		assert_true(end > at && end <= text.len);
		buffer_append(&out, text.data + at, end - at);
		if (end < text.len)
			buffer_append_byte(&out, '|');
		at = end;
	}
	assert_string_equal(out.data, expected);
	buffer_release(&text);
	buffer_release(&out);
}

static void
test_english(void **state)
{
	(void)state;
	assert_sentences("en", "One. |Two! |Three? |Four");
	assert_sentences("en", "See No. 5 of 1 June. |It says no. |We agree.");
	assert_sentences("en", "Mr. Smith met J. R. Smith, e.g. in May.");
	assert_sentences("en", "Paras. 5 and 6, p. 7, art. 51 stand. |Good.");
	assert_sentences("en",
			 "“We agree.” |They said: “No.” |(Laughter.) |So");
	assert_sentences("en", "Crime, terror, etc. are named. |Also etc. |We");
	assert_sentences("en", "It is late ... but not over. |Well... |No.");
	assert_sentences("en", "“Why?” he asked. |“Because!” she said.");
	assert_sentences("en",
			 "See A/75/816. |In 75/240, U.N. Members agreed.");
	assert_sentences("en-GB", "Version 2.5 is ready. |2021 was better.");
}

static void
test_russian_and_kazakh(void **state)
{
	(void)state;
	assert_sentences("ru", "В 2019 г. принята резолюция №74/247 "
			       "«Противодействие». |26 мая с.г. одобрена.");
	assert_sentences("ru", "От 31 декабря 2020 г. «Достижения», т.е. "
			       "резолюция. |Так и т.д. |Да.");
	assert_sentences("ru", "А. А. Громыко и А.Б. Иванов (см. п. 5). |Нет!");
	assert_sentences("ru", "«Нет!» – сказал он. |«Да…» |Хорошо?.. |Да.");
	assert_sentences("kk", "2021 ж. 27 мамырда, т.б. мәселелер. |Қарар "
			       "қабылданды. |Ә. Б. Серіков.");
}

static void
test_french_and_spanish(void **state)
{
	(void)state;
	assert_sentences("fr", "M. Dupont, art. 5, p. ex. ici. |Vrai ? |« Oui. "
			       "» |Non !");
	assert_sentences("es", "El Sr. Ruiz, pág. 5, EE. UU. lo dijo. |¿Sí? "
			       "|¡No!");
}

static void
test_chinese_and_arabic(void **state)
{
	(void)state;
	assert_sentences("zh", "我们支持第75/240号决议。|你们呢？|“是。”|好！");
	assert_sentences("ar", "نؤيد القرار 75/240. |هل توافقون؟ |نعم، نوافق.");
	assert_sentences("ar", "قال د. أحمد ذلك. |نعم");
}

static void
test_edges(void **state)
{
	(void)state;
	assert_sentences("en", "1. A number of a list. |More");
	assert_sentences("en", ". |A");
	assert_sentences("xx", "One. |Two");
	assert_sentences("", "One. |Two");
	assert_int_equal(sentence_end("", 0, 0, "en"), 0);
	/* Malformed bytes are characters like others. */
	assert_sentences("en", "\xff\xfe. |A\xc3");
	assert_true(is_sentence_whole("Yes.", 4));
	assert_true(is_sentence_whole("Yes.” ", 8));
	assert_false(is_sentence_whole("to use:", 7));
	assert_false(is_sentence_whole("", 0));
}

static void
test_clauses(void **state)
{
	const char *text = "One, two; three – four: 5,000\nsix";
	size_t ends[] = {5, 10, 20, 26, 32, 35}, at = 0, i;

	(void)state;
	for (i = 0; i < sizeof ends / sizeof *ends; i++) {
		at = clause_end(text, strlen(text), at);
		assert_int_equal(at, ends[i]);
	}
	assert_int_equal(clause_end("一，二", 9, 0), 6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_english),
		cmocka_unit_test(test_russian_and_kazakh),
		cmocka_unit_test(test_french_and_spanish),
		cmocka_unit_test(test_chinese_and_arabic),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_clauses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
