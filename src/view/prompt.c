/* The line one types on: see prompt.h. */
#include <stdint.h>
#include <string.h>
#include <unigbrk.h>

#include "lectern/text.h"
#include "lectern/utf8.h"
#include "prompt.h"

#define PROMPT_LINE_MAX	  1000
#define PROMPT_PANEL_ROWS 10

void
prompt_init(struct prompt *prompt)
{
	memset(prompt, 0, sizeof *prompt);
	buffer_init(&prompt->command);
	buffer_init(&prompt->line);
	prompt->label = "";
	prompt->chosen = SIZE_MAX;
}

void
prompt_release(struct prompt *prompt)
{
	buffer_release(&prompt->command);
	buffer_release(&prompt->line);
	library_names_release(&prompt->candidates);
}

void
prompt_open(struct prompt *prompt, const char *label, const char *command,
	    const char *text)
{
	prompt_close(prompt);
	prompt->is_open = true;
	prompt->label = label;
	buffer_append_string(&prompt->command, command);
	buffer_append_string(&prompt->line, text);
	prompt->cursor = prompt->line.len;
}

void
prompt_close(struct prompt *prompt)
{
	prompt->is_open = false;
	buffer_reset(&prompt->command);
	buffer_reset(&prompt->line);
	prompt->cursor = 0;
	prompt->chosen = SIZE_MAX;
	library_names_release(&prompt->candidates);
}

/* Bytes of the line [start, end) are replaced by 'text'. */
static void
prompt_replace(struct prompt *prompt, size_t start, size_t end,
	       const char *text)
{
	struct buffer line = BUFFER_INIT;

	buffer_append(&line, prompt->line.data, start);
	buffer_append_string(&line, text);
	prompt->cursor = line.len;
	buffer_append_string(&line, prompt->line.data + end);
	buffer_release(&prompt->line);
	prompt->line = line;
}

static size_t
prompt_before(const struct prompt *prompt)
{
	const uint8_t *line = (const uint8_t *)prompt->line.data;
	const uint8_t *at;

	if (prompt->cursor == 0)
		return 0;
	at = u8_grapheme_prev(line + prompt->cursor, line);
	return at == NULL ? 0 : (size_t)(at - line);
}

static size_t
prompt_after(const struct prompt *prompt)
{
	const uint8_t *line = (const uint8_t *)prompt->line.data;
	const uint8_t *at;

	if (prompt->cursor >= prompt->line.len)
		return prompt->line.len;
	at = u8_grapheme_next(line + prompt->cursor, line + prompt->line.len);
	return at == NULL ? prompt->line.len : (size_t)(at - line);
}

static size_t
prompt_word_before(const struct prompt *prompt)
{
	const char *line = prompt->line.data;
	size_t at = prompt->cursor;

	while (at > 0 && line[at - 1] == ' ')
		at--;
	while (at > 0 && line[at - 1] != ' ')
		at--;
	return at;
}

/* Up goes from the line below to the last candidate, as the list stands. */
static enum prompt_outcome
prompt_choose(struct prompt *prompt, int direction)
{
	size_t count = prompt->candidates.list.len;

	if (count == 0)
		return PROMPT_STAYS;
	if (prompt->chosen == SIZE_MAX)
		prompt->chosen = direction > 0 ? 0 : count - 1;
	else if (direction > 0)
		prompt->chosen = prompt->chosen + 1 == count
					 ? SIZE_MAX
					 : prompt->chosen + 1;
	else
		prompt->chosen =
			prompt->chosen == 0 ? SIZE_MAX : prompt->chosen - 1;
	return PROMPT_CHOSEN;
}

/* Tab: the chosen candidate, or the first one, becomes the line. */
static enum prompt_outcome
prompt_complete(struct prompt *prompt)
{
	struct buffer answer = BUFFER_INIT;

	if (prompt->candidates.list.len == 0)
		return PROMPT_STAYS;
	if (prompt->chosen == SIZE_MAX)
		prompt->chosen = 0;
	prompt_answer(prompt, &answer);
	prompt_replace(prompt, 0, prompt->line.len, answer.data);
	prompt->chosen = SIZE_MAX;
	buffer_release(&answer);
	return PROMPT_CHANGED;
}

static enum prompt_outcome
prompt_type(struct prompt *prompt, const char *text)
{
	if (prompt->line.len + strlen(text) > PROMPT_LINE_MAX)
		return PROMPT_STAYS;
	prompt_replace(prompt, prompt->cursor, prompt->cursor, text);
	return PROMPT_CHANGED;
}

static enum prompt_outcome
prompt_backspace(struct prompt *prompt)
{
	if (prompt->line.len == 0)
		return PROMPT_LEFT;
	if (prompt->cursor == 0)
		return PROMPT_STAYS;
	prompt_replace(prompt, prompt_before(prompt), prompt->cursor, "");
	return PROMPT_CHANGED;
}

/* Keys that delete; false where 'key' is none of them. */
static bool
prompt_delete_key(struct prompt *prompt, const char *key,
		  enum prompt_outcome *outcome)
{
	size_t end = prompt->line.len, at = prompt->cursor;

	*outcome = PROMPT_CHANGED;
	if (strcmp(key, "Backspace") == 0 || strcmp(key, "^H") == 0) {
		*outcome = prompt_backspace(prompt);
	} else if (strcmp(key, "Delete") == 0 || strcmp(key, "^D") == 0) {
		prompt_replace(prompt, at, prompt_after(prompt), "");
		prompt->cursor = at;
	} else if (strcmp(key, "^U") == 0) {
		prompt_replace(prompt, 0, at, "");
	} else if (strcmp(key, "^K") == 0) {
		prompt_replace(prompt, at, end, "");
	} else if (strcmp(key, "^W") == 0) {
		prompt_replace(prompt, prompt_word_before(prompt), at, "");
	} else {
		return false;
	}
	if (*outcome == PROMPT_CHANGED)
		prompt->chosen = SIZE_MAX;
	return true;
}

static bool
prompt_move_key(struct prompt *prompt, const char *key)
{
	if (strcmp(key, "Left") == 0 || strcmp(key, "^B") == 0)
		prompt->cursor = prompt_before(prompt);
	else if (strcmp(key, "Right") == 0 || strcmp(key, "^F") == 0)
		prompt->cursor = prompt_after(prompt);
	else if (strcmp(key, "Home") == 0 || strcmp(key, "^A") == 0)
		prompt->cursor = 0;
	else if (strcmp(key, "End") == 0 || strcmp(key, "^E") == 0)
		prompt->cursor = prompt->line.len;
	else
		return false;
	return true;
}

bool
is_prompt_moving(const char *key)
{
	static const char *const moving[] = {"Left", "^B", "Right", "^F",
					     "Home", "^A", "End",   "^E"};

	for (size_t i = 0; i < sizeof moving / sizeof *moving; i++)
		if (strcmp(moving[i], key) == 0)
			return true;
	return false;
}

enum prompt_outcome
prompt_key(struct prompt *prompt, const char *key)
{
	enum prompt_outcome outcome = PROMPT_STAYS;
	uint32_t cp;

	if (strcmp(key, "Enter") == 0)
		return PROMPT_DONE;
	if (strcmp(key, "Esc") == 0 || strcmp(key, "^C") == 0 ||
	    strcmp(key, "^G") == 0)
		return PROMPT_LEFT;
	if (strcmp(key, "Down") == 0 || strcmp(key, "^N") == 0)
		return prompt_choose(prompt, 1);
	if (strcmp(key, "Up") == 0 || strcmp(key, "^P") == 0 ||
	    strcmp(key, "BackTab") == 0)
		return prompt_choose(prompt, -1);
	if (strcmp(key, "Tab") == 0)
		return prompt_complete(prompt);
	if (prompt_delete_key(prompt, key, &outcome) ||
	    prompt_move_key(prompt, key))
		return outcome;
	if (strcmp(key, "Space") == 0)
		key = " ";
	if (key[0] == '\0' ||
	    utf8_decode(key, strlen(key), &cp) != strlen(key) || cp == UTF8_BAD)
		return PROMPT_STAYS;
	prompt->chosen = SIZE_MAX;
	return prompt_type(prompt, key);
}

void
prompt_answer(const struct prompt *prompt, struct buffer *out)
{
	const char *text = prompt->line.data;
	size_t len = prompt->line.len;

	if (prompt->chosen < prompt->candidates.list.len) {
		text = prompt->candidates.list.items[prompt->chosen];
		len = strcspn(text, "\t");
	}
	buffer_append(out, text, len);
}

/* Where the text begins so that the cursor is within 'width' cells. */
static size_t
prompt_scroll(const struct prompt *prompt, int width)
{
	const uint8_t *line = (const uint8_t *)prompt->line.data;
	size_t start = 0;

	while (start < prompt->cursor &&
	       text_width(prompt->line.data + start, prompt->cursor - start) >=
		       width) {
		const uint8_t *next =
			u8_grapheme_next(line + start, line + prompt->line.len);

		if (next == NULL)
			break;
		start = (size_t)(next - line);
	}
	return start;
}

void
prompt_draw_line(const struct prompt *prompt, struct frame *frame, int row,
		 int column, enum style style)
{
	int width = frame->columns - column;
	size_t start = prompt_scroll(prompt, width);

	frame_put(frame, row, column, width, style, prompt->line.data + start);
	frame->cursor_row = row;
	frame->cursor_column = column + text_width(prompt->line.data + start,
						   prompt->cursor - start);
}

/* First candidate shown, so that the chosen one is among 'rows'. */
static size_t
prompt_panel_first(const struct prompt *prompt, size_t rows)
{
	if (prompt->chosen == SIZE_MAX || prompt->chosen < rows)
		return 0;
	return prompt->chosen - rows + 1;
}

static void
prompt_draw_panel(const struct prompt *prompt, struct frame *frame)
{
	size_t count = prompt->candidates.list.len, rows = count, first;
	int top;

	if (rows > PROMPT_PANEL_ROWS)
		rows = PROMPT_PANEL_ROWS;
	if (rows > (size_t)frame->rows / 2)
		rows = (size_t)frame->rows / 2;
	if (rows == 0)
		return;
	first = prompt_panel_first(prompt, rows);
	top = frame->rows - 1 - (int)rows;
	if (top > 0)
		frame_fill(frame, top - 1, 0, frame->columns, STYLE_RULE,
			   0x2500);
	for (size_t i = 0; i < rows; i++) {
		size_t item = first + i;
		enum style style =
			item == prompt->chosen ? STYLE_SELECTED : STYLE_PROMPT;
		const char *text = prompt->candidates.list.items[item];
		const char *shown = strchr(text, '\t');

		frame_fill(frame, top + (int)i, 0, frame->columns, style, ' ');
		frame_put_cut(frame, top + (int)i, 1, frame->columns - 2, style,
			      shown == NULL ? text : shown + 1);
	}
}

void
prompt_draw(const struct prompt *prompt, struct frame *frame)
{
	int row = frame->rows - 1, column;

	prompt_draw_panel(prompt, frame);
	frame_fill(frame, row, 0, frame->columns, STYLE_PROMPT, ' ');
	column = frame_put(frame, row, 0, frame->columns / 2, STYLE_PROMPT,
			   prompt->label);
	prompt_draw_line(prompt, frame, row, column, STYLE_PROMPT);
}
