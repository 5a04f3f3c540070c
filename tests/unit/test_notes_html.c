/* Notes as HTML: marks, escaping, directions, one file that asks for nothing
 * else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/notes_html.h"
#include "notes_sample.h"

/* The body of what a text becomes; the caller releases 'out'. */
static const char *
html_of(const char *language, const char *text, const char *second,
	struct buffer *out)
{
	struct meeting *meeting = notes_sample_meeting(
		language, text, second ? "ru" : NULL, second);
	struct notes_request request = notes_sample_request(meeting);
	struct notes *notes = notes_compose(&request);

	buffer_reset(out);
	notes_write_html(notes, false, out);
	notes_free(notes);
	meeting_free(meeting);
	return strstr(out->data, "<body");
}

static void
assert_has(const char *html, const char *words)
{
	if (!strstr(html, words))
		fail_msg("no %s in\n%s", words, html);
}

static void
test_marks(void **state)
{
	struct buffer out = BUFFER_INIT;
	const char *html =
		html_of("en",
			"# T\n\n## One\n\n1. See **resolution *75/240* of 31 "
			"December 2020**.\n\n   > The cue.\n\n2. We agree to:\n"
			"   - this;\n   - that.\n",
			NULL, &out);

	(void)state;
	assert_has(html, "<body class=\"columns-1 numbered\">");
	assert_has(html, "<h1 class=\"heading\">T</h1>");
	assert_has(html, "<h2 class=\"heading\">One</h2>");
	assert_has(html, "<p class=\"number\">1.</p>");
	assert_has(html, "<p class=\"cue marked\"><span class=\"marker\">▸ "
			 "</span>The cue.</p>");
	assert_has(html, "<p class=\"symbols\"><span class=\"symbol\">"
			 "A/RES/75/240</span></p>");
	assert_has(html, "<strong><em>75/240</em></strong>");
	assert_has(html, "<strong>&nbsp;</strong>");
	assert_has(html, "<p class=\"item marked\"><span class=\"marker\">- "
			 "</span>this;</p>");
	buffer_release(&out);
}

/* What a text says stays text, in the body, the title and the style. */
static void
test_hostile(void **state)
{
	struct buffer out = BUFFER_INIT;
	const char *html =
		html_of("en",
			"# \\</style>\\<script>alert(1)\\</script>\n\n"
			"## A \"B\" & C\n\n1. \\<img src=x> \033[31m and "
			"\xe2\x80\xae.\n",
			NULL, &out);

	(void)state;
	assert_null(strstr(out.data, "<script"));
	assert_null(strstr(out.data, "<img"));
	assert_ptr_equal(strstr(out.data, "</style>"),
			 strstr(strstr(out.data, "@page :first"), "</style>"));
	assert_has(html, "&lt;script&gt;");
	assert_has(html, "A &quot;B&quot; &amp; C");
	assert_has(html, "&lt;img src=x&gt; &lt;U+001B&gt;[31m and "
			 "&lt;U+202E&gt;.");
	buffer_release(&out);
}

static void
test_style_strings(void **state)
{
	struct meeting *meeting =
		notes_sample_meeting("en", "# T\n\n## A\n\nB.\n", NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);
	struct notes *notes = notes_compose(&request);
	struct buffer out = BUFFER_INIT;

	(void)state;
	notes->classification = "A\"; } </style> \\ &";
	notes_write_html(notes, true, &out);
	assert_has(out.data, "class=\"sans\"");
	assert_has(out.data, "@top-right { content: \"A\\000022; } "
			     "\\00003c/style\\00003e \\00005c \\000026\"; }");
	buffer_release(&out);
	notes_free(notes);
	meeting_free(meeting);
}

static void
test_languages(void **state)
{
	struct buffer out = BUFFER_INIT;
	const char *html = html_of("ar", "# T\n\n## A\n\n1. B.\n\n## C\n\nD.\n",
				   "# Т\n\n## А\n\n1. Б.\n\n## C\n\n", &out);

	(void)state;
	assert_has(out.data, "<html lang=\"ru\" dir=\"ltr\"");
	assert_has(html, "<body class=\"columns-2 numbered\">");
	assert_has(html, "<div class=\"cell\" lang=\"ar\" dir=\"rtl\">");
	/* Two sections are seen without a list of them. */
	assert_null(strstr(html, "<nav>"));
	html_of("ar", "# T\n\n## A\n\nB.\n", NULL, &out);
	assert_has(out.data, "<html lang=\"ar\" dir=\"rtl\"");
	html = html_of("en", "# T\n\n## A\n\nB.\n\n## C\n\nD.\n\n## E\n\nF.\n",
		       NULL, &out);
	assert_has(html, "<a href=\"#sheet-1-row-6\" lang=\"en\" "
			 "dir=\"ltr\">C</a>");
	assert_has(html, "<div class=\"row heading\" id=\"sheet-1-row-6\">");
	buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_style_strings),
		cmocka_unit_test(test_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
