/*
 * Any text as a document: the draft's files are briefs that are read without
 * a loss, its points stand where it says, and no word disappears.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/brief.h"
#include "lectern/draft.h"
#include "lectern/utf8.h"

#include "lost.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_files(const struct draft *draft)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	const struct draft_file *file;
	struct brief *brief;
	size_t i;

	for (i = 0; i < draft->files.len; i++) {
		file = &draft->files.items[i];
		if (strlen(file->text) != file->len)
			abort();
		brief = brief_parse(file->text, file->len, file->name, "en",
				    &diags);
		brief_free(brief);
	}
	diagnostics_release(&diags);
}

static void
check_items(const struct draft *draft)
{
	const struct draft_item *item;
	struct buffer out = BUFFER_INIT;
	size_t i;

	for (i = 0; i < draft->items.len; i++) {
		item = &draft->items.items[i];
		buffer_reset(&out);
		draft_item_sentence(item, &out);
		if (!out.len || item->confidence < 0 ||
		    item->confidence > 100 ||
		    item->last_line < item->first_line)
			abort();
	}
	buffer_release(&out);
}

/* The first byte says whether it is Markdown. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct draft_source source = {.name = "f"};
	struct draft draft;
	struct buffer text = BUFFER_INIT, report = BUFFER_INIT;
	char *lost;

	if (!size)
		return 0;
	buffer_append(&text, data + 1, size - 1);
	if (utf8_valid_prefix(text.data, text.len) == text.len &&
	    !memchr(text.data, '\0', text.len)) {
		source.text = text.data;
		source.len = text.len;
		source.is_markdown = data[0] & 1;
		draft_make(&source, 1, NULL, &draft);
		check_files(&draft);
		check_items(&draft);
		draft_write_report(&draft, &source, 1, &report);
		lost = draft_find_lost(&source, 1, &draft);
		if (lost) {
			fprintf(stderr, "lost: %s\n", lost);
			abort();
		}
		draft_release(&draft);
	}
	buffer_release(&report);
	buffer_release(&text);
	return 0;
}
