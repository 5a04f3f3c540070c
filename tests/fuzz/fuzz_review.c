/*
 * Any text as a table of points that comes home, and as the grid of a Word
 * document: what is read is the same as itself, and is the same again after a
 * way through CSV.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/review.h"

#define REVIEW_MARK 3 /* bytes of the mark before CSV */

/* A library with a meeting of that name is the root of any system. */
static char root[] = "/";
static const struct library library = {.path = root};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_same(const struct review *a, const struct review *b)
{
	struct review_changes changes = REVIEW_CHANGES_INIT;

	review_compare(a, b, &changes);
	if (changes.change_count)
		abort();
	review_changes_release(&changes);
}

static void
check_csv(const struct review *review)
{
	struct document document = {.format = DOCUMENT_TEXT};
	struct review again = REVIEW_INIT;
	struct buffer csv = BUFFER_INIT;
	size_t i;

	review_write_csv(review, &csv);
	buffer_init(&document.text.text);
	/* As the decoder gives it: without mark and CR. */
	for (i = REVIEW_MARK; i < csv.len; i++)
		if (csv.data[i] != '\r')
			buffer_append_byte(&document.text.text, csv.data[i]);
	if (review_take_document(&library, &document, &again)) {
		if (again.rows.len != review->rows.len)
			abort();
		check_same(review, &again);
	} else if (review->language_count && !strcmp(review->meeting, "tmp")) {
		abort();
	}
	document_release(&document);
	review_release(&again);
	buffer_release(&csv);
}

static void
check_format(const uint8_t *data, size_t size, enum document_format format)
{
	struct document document = {.format = format};
	struct review review = REVIEW_INIT;

	buffer_init(&document.text.text);
	buffer_append(&document.text.text, data, size);
	if (review_take_document(&library, &document, &review)) {
		check_same(&review, &review);
		if (format != DOCUMENT_TEXT || size == 0 || data[0] != '{')
			check_csv(&review);
	}
	document_release(&document);
	review_release(&review);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* A decoded text has neither. */
	if (memchr(data, '\0', size) || memchr(data, '\r', size))
		return 0;
	check_format(data, size, DOCUMENT_TEXT);
	check_format(data, size, DOCUMENT_DOCX);
	return 0;
}
