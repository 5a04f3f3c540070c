/* Texts as tokens: what is folded, where words end, which endings go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/buffer.h"
#include "lectern/token.h"

static void
take(const struct token *token, void *data)
{
	struct buffer *out = data;

	assert_int_equal(strlen(token->word), token->len);
	assert_true(token->start < token->end);
	buffer_printf(out, "%s%s", out->len ? " " : "", token->word);
}

static void
assert_tokens(const char *language, const char *text, const char *expected)
{
	struct tokenizer *tokenizer = tokenizer_new(language);
	struct buffer out = BUFFER_INIT;

	token_each(tokenizer, text, strlen(text), take, &out);
	assert_string_equal(out.data, expected);
	buffer_release(&out);
	tokenizer_free(tokenizer);
}

static void
test_case_and_accents(void **state)
{
	(void)state;
	assert_tokens(NULL, "Ёлка ЁЖ Йод", "елка еж йод");
	assert_tokens(NULL, "е\u0308лка и\u0306од", "елка йод");
	assert_tokens(NULL, "Sécurité ÉTÉ naïve Œuvre Łódź Straße",
		      "securite ete naive oeuvre lodz strasse");
	assert_tokens(NULL, "e\u0301te\u0301", "ete");
	assert_tokens(NULL, "Қазақстан Ғалым", "қазақстан ғалым");
	assert_tokens(NULL, "ＡＢＣ１２", "abc12");
}

static void
test_words_end(void **state)
{
	(void)state;
	assert_tokens(NULL, "с.г. a*b, it's (one)", "с г a b it s one");
	assert_tokens(NULL, "secu\u00adrity zero\u200bwidth",
		      "security zerowidth");
	assert_tokens(NULL, "信息安全", "信 息 安 全");
	assert_tokens(NULL, "第75号", "第 75 号");
	assert_tokens(NULL, "", "");
	assert_tokens(NULL, "\" - ( ) * ^ : «»—…", "");
}

static void
test_endings(void **state)
{
	(void)state;
	assert_tokens("en", "disputes disputed dispute",
		      "disput disput disput");
	assert_tokens("en-GB", "disputes", "disput");
	assert_tokens("ru", "безопасности безопасностью", "безопасн безопасн");
	assert_tokens("fr", "résolutions résolution", "resolu resolu");
	assert_tokens("es", "resoluciones resolución", "resolu resolu");
	assert_tokens("ar", "القرارات", "قرار");
	assert_tokens("kk", "мәселелер", "мәселелер");
	assert_tokens("eng", "disputes", "disputes");
	/* Words of another script keep theirs. */
	assert_tokens("ru", "states государства", "states государств");
}

static void
test_look_alikes(void **state)
{
	(void)state;
	/* Latin c, o, e in Russian words; Cyrillic с, о in an English one. */
	assert_tokens(NULL, "госуда\u0440ство гoсударствo",
		      "государство государство");
	assert_tokens(NULL, "se\u0441urity r\u0435p\u043ert",
		      "security report");
	assert_tokens(NULL, "СССР", "ссср");
	/* Letters that stand for nothing in the other script: both are meant.
	 */
	assert_tokens(NULL, "Qщ дW", "qщ дw");
}

static void
test_citations(void **state)
{
	(void)state;
	assert_tokens(NULL, "see A/RES/75/240 now",
		      "see a/res/75/240 a res 75 240 now");
	assert_tokens("ru", "резолюция 75/240", "резолюц a/res/75/240 75 240");
	assert_tokens("en", "votes 17-1/308", "vote 17 1 308");
}

static void
test_long_words_are_cut(void **state)
{
	struct tokenizer *tokenizer = tokenizer_new("en");
	struct buffer text = BUFFER_INIT, out = BUFFER_INIT;
	int i;

	(void)state;
	for (i = 0; i < 5000; i++)
		buffer_append_string(&text, "ж");
	token_each(tokenizer, text.data, text.len, take, &out);
	assert_int_equal(out.len, TOKEN_MAX);
	buffer_release(&text);
	buffer_release(&out);
	tokenizer_free(tokenizer);
}

static void
check_clean(const struct token *token, void *data)
{
	const char *c;

	(void)data;
	assert_true(token->len > 0 && token->len <= TOKEN_MAX);
	for (c = token->word; *c; c++)
		assert_true((unsigned char)*c > ' ' && *c != '"' && *c != '*');
}

static void
take_first(const struct token *token, void *data)
{
	struct buffer *out = data;

	if (!out->len)
		buffer_append(out, token->word, token->len);
}

/* Every two letters there are below U+0600, as a word that is looked at
 * letter by letter (a soft hyphen sees to that), and as one that is not. */
static void
test_quick_and_slow_agree(void **state)
{
	static const char *const languages[] = {"en", "ru", NULL};
	struct buffer text = BUFFER_INIT, slow = BUFFER_INIT,
		      quick = BUFFER_INIT;
	struct tokenizer *tokenizer;
	uint32_t first, last;
	size_t i, len;

	(void)state;
	for (i = 0; i < 3; i++) {
		tokenizer = tokenizer_new(languages[i]);
		for (first = ' '; first < 0x600; first++) {
			last = (first * 7919u) % 0x5e0 + ' ';
			buffer_reset(&text);
			buffer_append_char(&text, first);
			buffer_append_string(&text, "тест");
			buffer_append_char(&text, last);
			len = text.len;
			buffer_append_string(&text, "\u00ad");
			buffer_reset(&slow);
			buffer_reset(&quick);
			token_each_word(tokenizer, text.data, text.len,
					take_first, &slow);
			token_each_word(tokenizer, text.data, len, take_first,
					&quick);
			assert_string_equal(slow.data, quick.data);
			/* Now from the words that are remembered. */
			buffer_reset(&quick);
			token_each_word(tokenizer, text.data, len, take_first,
					&quick);
			assert_string_equal(slow.data, quick.data);
		}
		tokenizer_free(tokenizer);
	}
	buffer_release(&text);
	buffer_release(&slow);
	buffer_release(&quick);
}

static void
test_any_bytes(void **state)
{
	struct tokenizer *tokenizer = tokenizer_new("ar");
	uint64_t seed = 7;
	char text[512];
	size_t i, j;

	(void)state;
	for (i = 0; i < 2000; i++) {
		for (j = 0; j < sizeof text; j++) {
			seed = seed * UINT64_C(6364136223846793005) + 1;
			text[j] = (char)(seed >> 33);
		}
		token_each(tokenizer, text, sizeof text, check_clean, NULL);
	}
	tokenizer_free(tokenizer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_case_and_accents),
		cmocka_unit_test(test_words_end),
		cmocka_unit_test(test_endings),
		cmocka_unit_test(test_look_alikes),
		cmocka_unit_test(test_citations),
		cmocka_unit_test(test_long_words_are_cut),
		cmocka_unit_test(test_quick_and_slow_agree),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
