/*
 * prompt.h - the line one types on: text, cursor, and a list of what fits.
 *
 * It edits by characters as people see them (grapheme clusters), knows no
 * command and runs nothing: the app opens it with the command its line
 * belongs to and reads the line back.
 */
#ifndef LECTERN_VIEW_PROMPT_H
#define LECTERN_VIEW_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/frame.h"
#include "lectern/library.h"

enum prompt_outcome {
	PROMPT_STAYS,	/* a key it has no use for, or the cursor moved */
	PROMPT_CHANGED, /* the text is another */
	PROMPT_CHOSEN,	/* another candidate is chosen */
	PROMPT_DONE,	/* Enter */
	PROMPT_LEFT,	/* Esc */
};

struct prompt {
	bool is_open;
	const char *label;     /* static: ":" or a translated word */
	struct buffer command; /* the line is its argument; "" for none */
	struct buffer line;
	size_t cursor; /* byte in line */
	/* "WHAT-IS-RUN\tWHAT-IS-SHOWN", set by the app. */
	struct library_names candidates;
	size_t chosen; /* SIZE_MAX: none, Enter takes the line */
};

void prompt_init(struct prompt *prompt);
void prompt_release(struct prompt *prompt);

void prompt_open(struct prompt *prompt, const char *label, const char *command,
		 const char *text);
void prompt_close(struct prompt *prompt);

enum prompt_outcome prompt_key(struct prompt *prompt, const char *key);

/* What Enter takes: the chosen candidate's first part, else the line. */
void prompt_answer(const struct prompt *prompt, struct buffer *out);

/* Does the key only move the cursor? */
bool is_prompt_moving(const char *key);

/* The text alone, from a cell of a row on, and the cursor in it. */
void prompt_draw_line(const struct prompt *prompt, struct frame *frame, int row,
		      int column, enum style style);

/* The prompt on the last row, its candidates above it. */
void prompt_draw(const struct prompt *prompt, struct frame *frame);

#endif
