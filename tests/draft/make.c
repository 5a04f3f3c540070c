/*
 * make FILE…: the draft of documents as text, a file after another, and what
 * is said of it; fails where a word was lost. A name that ends in .md is
 * Markdown.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/draft.h"
#include "lectern/memory.h"
#include "lectern/save.h"

#include "lost.h"

#define MAKE_LIMIT ((size_t)256 << 20)

static void
make_print(const struct draft *draft)
{
	const struct draft_item *item;
	size_t i;

	for (i = 0; i < draft->files.len; i++)
		printf("=== %s\n%s", draft->files.items[i].name,
		       draft->files.items[i].text);
	printf("=== %s\n", draft->id);
	for (i = 0; i < draft->items.len; i++) {
		item = &draft->items.items[i];
		printf("%s %s %d-%d [%s] %s", draft_kind_name(item->kind),
		       item->code, item->first_line, item->last_line,
		       item->language, item->place);
		if (item->confidence < 100)
			printf(" %d%%", item->confidence);
		if (item->kind != DRAFT_FOUND)
			printf(" %.60s", item->value);
		putchar('\n');
	}
}

static int
make_read(const char *path, struct buffer *text, struct draft_source *source)
{
	struct error err = ERROR_INIT;
	const char *name = strrchr(path, '/');

	if (file_read(path, MAKE_LIMIT, text, NULL, &err) != STATUS_OK) {
		fprintf(stderr, "%s\n", err.message);
		return 1;
	}
	*source = (struct draft_source){.name = name ? name + 1 : path,
					.text = text->data,
					.len = text->len,
					.is_markdown = strstr(path, ".md")};
	return 0;
}

int
main(int argc, char **argv)
{
	size_t count = (size_t)(argc - 1), i;
	struct draft_source *sources = mem_alloc(count + 1, sizeof *sources);
	struct buffer *texts = mem_alloc(count + 1, sizeof *texts);
	struct draft draft;
	char *lost;
	int failed = 0;

	setlocale(LC_ALL, "C.UTF-8");
	for (i = 0; i < count; i++) {
		buffer_init(&texts[i]);
		failed |= make_read(argv[i + 1], &texts[i], &sources[i]);
	}
	draft_make(sources, count, NULL, &draft);
	make_print(&draft);
	lost = draft_find_lost(sources, count, &draft);
	if (lost)
		fprintf(stderr, "lost: %s\n", lost);
	failed |= lost != NULL;
	free(lost);
	draft_release(&draft);
	for (i = 0; i < count; i++)
		buffer_release(&texts[i]);
	free(texts);
	free(sources);
	return failed;
}
