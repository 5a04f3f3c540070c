/*
 * content.h - what the program hands to lectern-print: notes and a paper, as
 * JSON on standard input.
 *
 * The program has chosen, filtered and parted the text; here it is only given
 * a place. Both come from one package, so the content is checked for what
 * would do harm (offsets beyond a text), not for what would look odd.
 */
#ifndef PRINT_CONTENT_H
#define PRINT_CONTENT_H

#include <stdbool.h>

#include <jansson.h>

#include "lectern/notes.h"
#include "lectern/notes_content.h"

struct content {
	struct notes notes;
	struct notes_paper paper;
	bool is_right_to_left[MEETING_LANGUAGES_MAX];
	json_t *json; /* holds the strings */
};

/* Parse len bytes. STATUS_INVALID where they are no content. The caller
 * releases *content, whatever the status. */
enum status content_read(const char *bytes, size_t len, struct content *content,
			 struct error *err) WARN_UNUSED;
void content_release(struct content *content);

#endif
