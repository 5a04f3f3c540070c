/* The files: a text a language. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draft_parts.h"

const char *
draft_place(struct draft_work *work, const struct draft_section *section,
	    const struct draft_point *point)
{
	if (!point)
		return arena_strdup(work->arena, section->id);
	return arena_printf(work->arena, "%s/%d", section->id, point->number);
}

/* ---- words ---- */

/* May emphasis be read from it, or are its stars but stars? */
static bool
draft_has_pairs(const char *text, size_t len)
{
	size_t stars = 0, at;

	for (at = 0; at < len; at++)
		stars += text[at] == '*';
	return stars % 2 == 0;
}

/* Does it stand for itself in plain text, and for more in Markdown? */
static bool
draft_must_escape(const char *text, size_t len, size_t at, bool has_pairs)
{
	switch (text[at]) {
	case '*':
		return !has_pairs;
	case '<':
	case '`':
	case '\\':
	case '_':
		return true;
	case '&':
		return at + 1 < len && text[at + 1] != ' ';
	case '[':
		return at == 0;
	case ']':
		return at + 1 < len && strchr("([:", text[at + 1]);
	case '{':
	case '}':
		return true;
	default:
		return false;
	}
}

/* A sign at the start of a line that would make it something else. */
static void
draft_guard_start(const char *text, size_t len, struct buffer *out)
{
	struct draft_marker marker;

	draft_marker_read(text, len, &marker);
	if (!len)
		return;
	if (strchr("#>+-=~|", *text) ||
	    (*text == '*' && len > 1 && text[1] == ' ')) {
		buffer_append_byte(out, '\\');
	} else if (marker.kind == MARK_NUMBER && marker.text[0] != '(' &&
		   (unsigned char)marker.text[0] < 0x80) {
		buffer_append(out, text, strspn(text, "0123456789"));
		buffer_append_byte(out, '\\');
	}
}

static size_t
draft_guarded(const char *text, size_t len)
{
	struct draft_marker marker;

	draft_marker_read(text, len, &marker);
	return marker.kind == MARK_NUMBER && marker.text[0] != '(' &&
			       (unsigned char)marker.text[0] < 0x80
		       ? strspn(text, "0123456789")
		       : 0;
}

/* The words of a paragraph from 'from' on; lines after the first begin with
 * 'indent' spaces. */
static void
draft_write_words(const struct draft_work *work,
		  const struct draft_block *block, size_t start, int indent,
		  struct buffer *out)
{
	bool is_plain = !work->sources[block->source].is_markdown;
	const char *text = block->text + start;
	size_t len = block->len - start, at, from;
	bool has_pairs = draft_has_pairs(text, len);

	draft_guard_start(text, len, out);
	for (from = at = draft_guarded(text, len); at < len; at++) {
		if (text[at] == '\n') {
			buffer_append(out, text + from, at - from);
			buffer_printf(out, "\\\n%*s", indent, "");
			draft_guard_start(text + at + 1, len - at - 1, out);
			at += draft_guarded(text + at + 1, len - at - 1);
			from = at + 1;
		} else if (is_plain &&
			   draft_must_escape(text, len, at, has_pairs)) {
			buffer_append(out, text + from, at - from);
			buffer_append_byte(out, '\\');
			from = at;
		}
	}
	buffer_append(out, text + from, len - from);
}

static void
draft_write_verbatim(const struct draft_block *block, struct buffer *out)
{
	buffer_printf(out, "```\n%s\n```", block->text);
}

/* ---- points ---- */

/* A block of a point after its first. Lists stand within the point. */
static void
draft_write_more(const struct draft_work *work, const struct draft_point *point,
		 const struct draft_block *block, bool is_in_list,
		 struct buffer *out)
{
	int indent = 0;
	bool is_item = block->marker.kind == MARK_BULLET ||
		       (block->marker.kind == MARK_NUMBER &&
			(unsigned char)block->marker.text[0] < 0x80 &&
			block->marker.text[0] != '(');

	if (block->is_verbatim) {
		buffer_append_string(out, "\n\n");
		draft_write_verbatim(block, out);
		return;
	}
	buffer_append_string(out, is_item && is_in_list ? "\n" : "\n\n");
	if (is_item && point->is_numbered)
		indent = 2 + snprintf(NULL, 0, "%d", point->number);
	buffer_printf(out, "%*s", indent, "");
	if (block->marker.kind == MARK_BULLET) {
		buffer_append_string(out, "- ");
		draft_write_words(work, block, block->marker.size, indent + 2,
				  out);
	} else if (is_item && point->is_numbered) {
		buffer_append(out, block->text, block->marker.size);
		draft_write_words(work, block, block->marker.size, indent + 3,
				  out);
	} else {
		draft_write_words(work, block, 0, 0, out);
	}
}

static void
draft_write_label(const struct draft_point *point, struct buffer *out)
{
	if (point->role < 0 && !point->was[0])
		return;
	buffer_append_string(out, " {");
	if (point->role >= 0)
		buffer_printf(out, ".%s%s", role_name((enum role)point->role),
			      point->was[0] ? " " : "");
	if (point->was[0])
		buffer_printf(out, "was=\"%s\"", point->was);
	buffer_append_byte(out, '}');
}

static void
draft_write_point(const struct draft_work *work,
		  const struct draft_point *point, struct buffer *out)
{
	const struct draft_block *block;
	bool is_in_list = false;
	size_t i, from;

	for (i = 0; i < point->blocks.len; i++) {
		block = &work->blocks.items[point->blocks.items[i]];
		if (i) {
			draft_write_more(work, point, block, is_in_list, out);
			is_in_list = block->marker.kind == MARK_BULLET;
			continue;
		}
		buffer_append_string(out, "\n");
		from = point->is_numbered ? block->marker.size : 0;
		if (point->is_numbered)
			buffer_printf(out, "%d. ", point->number);
		if (block->is_verbatim)
			draft_write_verbatim(block, out);
		else
			draft_write_words(work, block, from, 3, out);
		draft_write_label(point, out);
	}
	buffer_append_byte(out, '\n');
}

/* ---- sections ---- */

static void
draft_write_heading(const char *words, const char *id, enum role role,
		    const char *to, struct buffer *out)
{
	buffer_printf(out, "\n## %s", words);
	if (id[0] || role != ROLE_SAY || to[0]) {
		buffer_append_string(out, " {");
		if (id[0])
			buffer_printf(out, "#%s", id);
		if (role != ROLE_SAY)
			buffer_printf(out, "%s.%s", id[0] ? " " : "",
				      role_name(role));
		if (to[0])
			buffer_printf(out, "%sto=\"%s\"",
				      id[0] || role != ROLE_SAY ? " " : "", to);
		buffer_append_byte(out, '}');
	}
	buffer_append_byte(out, '\n');
}

static void
draft_write_section(const struct draft_work *work,
		    const struct draft_text *text,
		    const struct draft_section *section, struct buffer *out)
{
	size_t i;

	draft_write_heading(section->words[0]
				    ? section->words
				    : draft_points_words(text->tongue),
			    section->is_id_read ? "" : section->id,
			    (enum role)section->role, section->to, out);
	for (i = 0; i < section->points.len; i++)
		draft_write_point(work, &section->points.items[i], out);
}

static void
draft_write_blocks(const struct draft_work *work, const size_t *list,
		   size_t count, struct buffer *out)
{
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_append_byte(out, '\n');
		if (work->blocks.items[list[i]].is_verbatim)
			draft_write_verbatim(&work->blocks.items[list[i]], out);
		else
			draft_write_words(work, &work->blocks.items[list[i]], 0,
					  0, out);
		buffer_append_byte(out, '\n');
	}
}

/* Lines of the title that are the title: not those in brackets. */
static void
draft_title_words(const struct draft_work *work, const struct draft_text *text,
		  bool is_title, struct buffer *out)
{
	const struct draft_block *block;
	const char *at, *stop;
	size_t i, len;
	bool is_aside = false;

	for (i = 0; i < text->title.len; i++) {
		block = &work->blocks.items[text->title.items[i]];
		for (at = block->text; *at; at = *stop ? stop + 1 : stop) {
			stop = at + strcspn(at, "\n");
			len = (size_t)(stop - at);
			is_aside |= *at == '(' && (i || at > block->text);
			if (is_aside == is_title)
				continue;
			if (is_title)
				for (; len && *at == '*'; len--)
					at++;
			while (is_title && len &&
			       memchr("* \\", at[len - 1], 3))
				len--;
			if (out->len)
				buffer_append_byte(out, ' ');
			buffer_append(out, at, len);
		}
	}
}

void
draft_title(const struct draft_work *work, const struct draft_text *text,
	    struct buffer *out)
{
	draft_title_words(work, text, true, out);
}

static void
draft_write_front(const struct draft_work *work, const struct draft_text *text,
		  struct buffer *out)
{
	struct buffer aside = BUFFER_INIT;

	draft_title(work, text, out);
	if (out->len) {
		struct buffer title = *out;

		buffer_init(out);
		buffer_printf(out, "# %s\n", title.data);
		buffer_release(&title);
	}
	draft_title_words(work, text, false, &aside);
	if (aside.len)
		buffer_printf(out, "\n%s\n", aside.data);
	buffer_release(&aside);
	draft_write_blocks(work, text->preface.items, text->preface.len, out);
}

static void
draft_write_text(const struct draft_work *work, const struct draft_text *text,
		 struct buffer *out)
{
	struct buffer note = BUFFER_INIT;
	size_t i;

	draft_write_front(work, text, out);
	for (i = 0; i < text->sections.len; i++)
		draft_write_section(work, text, &text->sections.items[i], out);
	if (text->letterhead.len)
		draft_write_heading(draft_letterhead_words(text), "letterhead",
				    ROLE_BACKGROUND, "", out);
	draft_write_blocks(work, text->letterhead.items, text->letterhead.len,
			   out);
	if (text->note.len) {
		draft_note_words(text, &note);
		draft_write_heading(note.data, "note", ROLE_BACKGROUND, "",
				    out);
	}
	draft_write_blocks(work, text->note.items, text->note.len, out);
	buffer_release(&note);
}

void
draft_add_file(struct draft_work *work, const char *name,
	       const struct buffer *text)
{
	struct draft_file file = {
		.name = name,
		.text = arena_strndup(work->arena, text->data, text->len),
		.len = text->len};

	vector_push(&work->draft->files, file);
}

void
draft_write(struct draft_work *work)
{
	const struct draft_text *text;
	struct buffer out = BUFFER_INIT;
	size_t i, skip;

	draft_write_facts(work);
	for (i = 0; i < work->order_count; i++) {
		text = &work->texts[work->order[i]];
		buffer_reset(&out);
		draft_write_text(work, text, &out);
		skip = out.data[0] == '\n';
		memmove(out.data, out.data + skip, out.len - skip + 1);
		buffer_truncate(&out, out.len - skip);
		draft_add_file(work,
			       arena_printf(work->arena, "%s.md",
					    work->tags[text->tongue]),
			       &out);
	}
	buffer_release(&out);
}
