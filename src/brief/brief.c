#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lectern/save.h"

static struct brief *
brief_new(const char *file, const char *language)
{
	struct brief *brief = mem_alloc(1, sizeof *brief);

	brief->language = arena_strdup(&brief->arena, language ? language : "");
	brief->file = arena_strdup(&brief->arena, file ? file : "");
	brief->title =
		(struct block){.kind = BLOCK_HEADING, .marker = "", .text = ""};
	brief->cleared_by = brief->translator = "";
	return brief;
}

/* Beyond the limits nothing is kept, so that no part passes for the whole. */
static void
brief_clear_text(struct brief *brief)
{
	brief->title =
		(struct block){.kind = BLOCK_HEADING, .marker = "", .text = ""};
	brief->preface_count = brief->comment_count = 0;
	brief->section_count = brief->point_count = 0;
}

static void
brief_check_sections(const struct brief *brief, struct reporter *rep, int line)
{
	if (brief->section_count)
		return;
	brief_report(rep, SEVERITY_WARNING, line, 1, "no-section",
		     _("This text has no section, so it has no points. Start "
		       "each with a heading such as \"## Paragraph 2.2.4\"."));
}

static void
brief_parse_text(struct parse *parse, int first_line)
{
	struct source *src = parse->src;
	size_t start = source_line_start(src, first_line);
	cmark_node *document;
	bool whole;

	if (!guard_text(src, first_line, parse->rep))
		return;
	document = cmark_parse_document(src->guard.data + start,
					src->guard.len - start,
					CMARK_OPT_SOURCEPOS);
	whole = structure_build(parse, document);
	cmark_node_free(document);
	if (!whole) {
		brief_clear_text(parse->brief);
		return;
	}
	brief_check_sections(parse->brief, parse->rep, first_line);
}

struct brief *
brief_parse(const char *text, size_t len, const char *file,
	    const char *language, struct diagnostics *diags)
{
	struct brief *brief = brief_new(file, language);
	struct reporter rep = {diags, brief->file, 0};
	struct source src = SOURCE_INIT;
	struct parse parse = {brief, &brief->arena, &src, &rep, 0};
	int first_line;

	if (len > BRIEF_SIZE_MAX) {
		brief_report(&rep, SEVERITY_ERROR, 1, 1, "too-long",
			     _("This text is longer than %u MiB, so it was "
			       "not read. Part it into several meetings."),
			     BRIEF_SIZE_MAX >> 20);
		return brief;
	}
	source_read(&src, text, len, &rep);
	source_report_controls(&src, &rep);
	first_line = front_matter_read(&src, brief, &rep);
	parse.line_offset = first_line - 1;
	brief->text_hash =
		file_hash(src.text + source_line_start(&src, first_line),
			  src.len - source_line_start(&src, first_line));
	brief_parse_text(&parse, first_line);
	source_release(&src);
	return brief;
}

bool
is_brief_clearance_valid(const struct brief *brief)
{
	return brief->status == BRIEF_CLEARED &&
	       (!brief->cleared_text ||
		brief->cleared_text == brief->text_hash);
}

void
brief_free(struct brief *brief)
{
	if (!brief)
		return;
	arena_release(&brief->arena);
	free(brief);
}

/* ---- what views ask of a point ---- */

void
point_plain_text(const struct point *point, struct buffer *out)
{
	const struct block *block;
	size_t i, start;
	char *at;

	for (i = 0; i < point->block_count; i++) {
		block = &point->blocks[i];
		if (out->len && out->data[out->len - 1] != ' ')
			buffer_append_byte(out, ' ');
		if (block->marker[0])
			buffer_printf(out, "%s ", block->marker);
		start = out->len;
		buffer_append(out, block->text, block->len);
		for (at = out->data + start; (at = strchr(at, '\n'));)
			*at = ' ';
	}
}

size_t
point_key_phrases(const struct point *point,
		  void (*each)(const char *text, size_t len, void *data),
		  void *data)
{
	const struct block *block;
	const struct span *span;
	size_t i, j, count = 0, end;

	for (i = 0; i < point->block_count; i++) {
		block = &point->blocks[i];
		end = 0;
		for (j = 0; j < block->span_count; j++) {
			span = &block->spans[j];
			if (span->kind != SPAN_STRONG || span->end <= end)
				continue;
			end = span->end;
			count++;
			if (each)
				each(block->text + span->start,
				     span->end - span->start, data);
		}
	}
	return count;
}
