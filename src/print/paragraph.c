#include "paragraph.h"

#include <string.h>

/* Where the baseline stands in a line of our distance. */
#define PARAGRAPH_BASELINE 0.74

/* Most distance of lines of small type and of heads, which need less than what
 * is read aloud. */
#define PARAGRAPH_CLOSE 1.3

static PangoContext *
type_context(const struct content *content, size_t column)
{
	PangoFontMap *map = pango_cairo_font_map_get_default();
	PangoContext *context = pango_font_map_create_context(map);
	cairo_font_options_t *options = cairo_font_options_create();
	const char *tag = content->notes.languages[column];

	/* One unit of the user is a point; glyphs stand where the font says,
	 * not where a screen has dots. */
	pango_cairo_context_set_resolution(context, 72);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string(tag));
	pango_context_set_base_dir(context, content->is_right_to_left[column]
						    ? PANGO_DIRECTION_RTL
						    : PANGO_DIRECTION_LTR);
	return context;
}

void
type_init(struct type *type, const struct content *content)
{
	size_t i;

	memset(type, 0, sizeof *type);
	type->content = content;
	for (i = 0; i < content->notes.language_count; i++)
		type->contexts[i] = type_context(content, i);
}

void
type_release(struct type *type)
{
	size_t i;

	for (i = 0; i < type->content->notes.language_count; i++)
		g_object_unref(type->contexts[i]);
	vector_release(&type->missing);
}

bool
has_type_font(const struct type *type)
{
	PangoFontDescription *any = pango_font_description_new();
	PangoFont *font;

	/* The one that the text is set in: it is looked for once. */
	pango_font_description_set_family(any, type->content->paper.font);
	pango_font_description_set_absolute_size(
		any, type->content->paper.size * PANGO_SCALE);
	font = pango_context_load_font(type->contexts[0], any);
	pango_font_description_free(any);
	if (font)
		g_object_unref(font);
	return font != NULL;
}

bool
is_type_family(struct type *type, const char *family)
{
	PangoFontFamily **families;
	bool is_found = !strcmp(family, "serif") || !strcmp(family, "sans");
	int count, i;

	if (is_found)
		return true;
	pango_context_list_families(type->contexts[0], &families, &count);
	for (i = 0; i < count; i++)
		if (!g_ascii_strcasecmp(pango_font_family_get_name(families[i]),
					family))
			is_found = true;
	g_free(families);
	return is_found;
}

/*
 * What "serif" and "sans" are where the system's own choice is not by language:
 * Chinese would come out in Japanese forms, Arabic without a difference between
 * the two. The longest tag that fits counts.
 */
static const struct {
	const char *language, *serif, *sans;
} type_families[] = {
	{"zh-hant", "Noto Serif CJK TC", "Noto Sans CJK TC"},
	{"zh-tw", "Noto Serif CJK TC", "Noto Sans CJK TC"},
	{"zh-hk", "Noto Serif CJK HK", "Noto Sans CJK HK"},
	{"zh", "Noto Serif CJK SC", "Noto Sans CJK SC"},
	{"ja", "Noto Serif CJK JP", "Noto Sans CJK JP"},
	{"ko", "Noto Serif CJK KR", "Noto Sans CJK KR"},
	{"ar", "Noto Naskh Arabic", "Noto Sans Arabic"},
	{"fa", "Noto Naskh Arabic", "Noto Sans Arabic"},
};

/* The families to look through in a column, or NULL for the one asked for. */
static const char *
type_find_family(const struct type *type, size_t column)
{
	const char *language = type->content->notes.languages[column];
	bool is_serif = !strcmp(type->content->paper.font, "serif");
	size_t count = sizeof type_families / sizeof *type_families, i, len;

	if (!is_serif && strcmp(type->content->paper.font, "sans") != 0)
		return NULL;
	for (i = 0; i < count; i++) {
		len = strlen(type_families[i].language);
		if (!g_ascii_strncasecmp(language, type_families[i].language,
					 len) &&
		    (!language[len] || language[len] == '-'))
			return is_serif ? type_families[i].serif
					: type_families[i].sans;
	}
	return NULL;
}

static void
type_set_family(const struct type *type, size_t column,
		PangoFontDescription *font)
{
	const char *generic = type->content->paper.font;
	const char *family = type_find_family(type, column);
	char *list = family ? g_strdup_printf("%s,%s", family, generic) : NULL;

	pango_font_description_set_family(font, list ? list : generic);
	g_free(list);
}

/* --- what no font has --- */

static void
type_note_missing(struct type *type, uint32_t cp)
{
	size_t i;

	for (i = 0; i < type->missing.len; i++)
		if (type->missing.items[i] == cp)
			return;
	vector_push(&type->missing, cp);
}

static void
type_find_missing(struct type *type, PangoLayout *layout)
{
	PangoLayoutIter *iter;
	PangoGlyphItem *run;
	PangoGlyph glyph;
	int i;

	if (!pango_layout_get_unknown_glyphs_count(layout))
		return;
	iter = pango_layout_get_iter(layout);
	do {
		run = pango_layout_iter_get_run_readonly(iter);
		for (i = 0; run && i < run->glyphs->num_glyphs; i++) {
			glyph = run->glyphs->glyphs[i].glyph;
			if (glyph & PANGO_GLYPH_UNKNOWN_FLAG)
				type_note_missing(
					type,
					glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
		}
	} while (pango_layout_iter_next_run(iter));
	pango_layout_iter_free(iter);
}

/* --- setting --- */

static void
paragraph_add(PangoAttrList *list, PangoAttribute *attribute, size_t start,
	      size_t end)
{
	attribute->start_index = (guint)start;
	attribute->end_index = (guint)end;
	pango_attr_list_insert(list, attribute);
}

/* A tie reaches over the character after the space. */
static size_t
paragraph_tie_end(const char *text, size_t len, size_t end)
{
	if (end < len)
		end++;
	while (end < len && ((unsigned char)text[end] & 0xc0) == 0x80)
		end++;
	return end;
}

static void
paragraph_add_span(PangoAttrList *list, const struct paragraph_setup *setup,
		   const struct notes_span *span, bool with_ties)
{
	const struct notes_piece *piece = setup->piece;
	size_t start = span->start, end = span->end;

	if (span->kind == NOTES_HOLD)
		end = paragraph_tie_end(piece->text, piece->len, end);
	if (start < setup->start)
		start = setup->start;
	if (end > setup->end)
		end = setup->end;
	if (start >= end)
		return;
	start -= setup->start;
	end -= setup->start;
	if (span->kind == NOTES_STRONG)
		paragraph_add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD),
			      start, end);
	else if (span->kind == NOTES_EMPHASIS)
		paragraph_add(list, pango_attr_style_new(PANGO_STYLE_ITALIC),
			      start, end);
	else if (with_ties)
		paragraph_add(list, pango_attr_allow_breaks_new(FALSE), start,
			      end);
}

/* Spans are in order: those of a part are found without looking at all. */
static PangoAttrList *
paragraph_attributes(const struct type *type,
		     const struct paragraph_setup *setup, bool with_ties)
{
	PangoAttrList *list = pango_attr_list_new();
	const struct notes_piece *piece = setup->piece;
	size_t i;

	paragraph_add(list, pango_attr_insert_hyphens_new(FALSE), 0,
		      PANGO_ATTR_INDEX_TO_TEXT_END);
	/* "fi" as one glyph is read back as one character, and not found. */
	if (!type->content->is_right_to_left[setup->column])
		paragraph_add(list, pango_attr_font_features_new("liga=0"), 0,
			      PANGO_ATTR_INDEX_TO_TEXT_END);
	for (i = 0; piece && i < piece->span_count &&
		    piece->spans[i].start < setup->end;
	     i++)
		paragraph_add_span(list, setup, &piece->spans[i], with_ties);
	return list;
}

static PangoFontDescription *
paragraph_font(const struct type *type, const struct paragraph_setup *setup)
{
	PangoFontDescription *font = pango_font_description_new();
	const struct notes_paper *paper = &type->content->paper;
	const struct paragraph_style *style = &setup->style;

	if (style->is_mono)
		pango_font_description_set_family(font, "monospace");
	else
		type_set_family(type, setup->column, font);
	pango_font_description_set_absolute_size(font,
						 paper->size * PANGO_SCALE);
	if (style->is_bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	if (style->is_italic)
		pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
	return font;
}

static void
paragraph_set_text(const struct paragraph_setup *setup, PangoLayout *layout)
{
	size_t end = setup->end;
	const char *text = setup->text;

	if (!setup->piece) {
		pango_layout_set_text(layout, text, -1);
		return;
	}
	text = setup->piece->text;
	while (end > setup->start &&
	       (text[end - 1] == ' ' || text[end - 1] == '\n'))
		end--;
	pango_layout_set_text(layout, text + setup->start,
			      (int)(end - setup->start));
}

/* Points on the page as units of the layout, which is drawn scaled. */
static int
paragraph_units(const struct paragraph_setup *setup, double points)
{
	return (int)(points / setup->style.size * PANGO_SCALE);
}

static void
paragraph_align(const struct type *type, const struct paragraph_setup *setup,
		PangoLayout *layout)
{
	bool is_right = type->content->is_right_to_left[setup->column];

	if (setup->is_right)
		is_right = !is_right;
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_alignment(layout, setup->is_centred
						   ? PANGO_ALIGN_CENTER
					   : is_right ? PANGO_ALIGN_RIGHT
						      : PANGO_ALIGN_LEFT);
	if (setup->width >= 0) {
		pango_layout_set_width(layout,
				       paragraph_units(setup, setup->width));
		pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	}
}

/* Does a line stand out, because what is tied is wider than the column? */
static bool
is_paragraph_too_wide(const struct paragraph_setup *setup, PangoLayout *layout)
{
	PangoRectangle logical;

	if (setup->width < 0)
		return false;
	pango_layout_get_extents(layout, NULL, &logical);
	return logical.width >
	       paragraph_units(setup, setup->width) + PANGO_SCALE;
}

/* The distance of lines: ours, or what the tallest script here needs. */
static void
paragraph_measure(const struct type *type, const struct paragraph_setup *setup,
		  struct paragraph *paragraph)
{
	const struct notes_paper *paper = &type->content->paper;
	PangoLayoutIter *iter = pango_layout_get_iter(paragraph->layout);
	PangoRectangle ink;
	double size = paper->size * setup->style.size, top = 0, foot = 0;
	double unit = setup->style.size / PANGO_SCALE, above, below;
	double spacing = paper->spacing;

	if (setup->style.size != 1 && spacing > PARAGRAPH_CLOSE)
		spacing = PARAGRAPH_CLOSE;
	paragraph->line = size * spacing;
	do {
		int baseline = pango_layout_iter_get_baseline(iter);

		pango_layout_iter_get_line_extents(iter, &ink, NULL);
		above = (baseline - ink.y) * unit;
		below = (ink.y + ink.height - baseline) * unit;
		top = above > top ? above : top;
		foot = below > foot ? below : foot;
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	if (top + foot > paragraph->line)
		paragraph->line = top + foot;
	paragraph->ascent = PARAGRAPH_BASELINE * paragraph->line;
	if (paragraph->ascent < top)
		paragraph->ascent = top;
	if (paragraph->line - paragraph->ascent < foot)
		paragraph->ascent = paragraph->line - foot;
	paragraph->line_count = pango_layout_get_line_count(paragraph->layout);
}

void
paragraph_set(struct type *type, const struct paragraph_setup *setup,
	      struct paragraph *paragraph)
{
	PangoLayout *layout = pango_layout_new(type->contexts[setup->column]);
	PangoFontDescription *font = paragraph_font(type, setup);
	PangoAttrList *attributes = paragraph_attributes(type, setup, true);

	*paragraph = (struct paragraph){.layout = layout,
					.scale = setup->style.size,
					.grey = setup->style.grey};
	pango_layout_set_font_description(layout, font);
	paragraph_set_text(setup, layout);
	paragraph_align(type, setup, layout);
	pango_layout_set_attributes(layout, attributes);
	pango_attr_list_unref(attributes);
	if (is_paragraph_too_wide(setup, layout)) {
		attributes = paragraph_attributes(type, setup, false);
		pango_layout_set_attributes(layout, attributes);
		pango_attr_list_unref(attributes);
	}
	pango_font_description_free(font);
	type_find_missing(type, layout);
	paragraph_measure(type, setup, paragraph);
}

void
paragraph_release(struct paragraph *paragraph)
{
	g_object_unref(paragraph->layout);
}

double
paragraph_height(const struct paragraph *paragraph)
{
	return paragraph->line_count * paragraph->line;
}

double
paragraph_width(const struct paragraph *paragraph)
{
	PangoRectangle logical;

	pango_layout_get_extents(paragraph->layout, NULL, &logical);
	return logical.width * paragraph->scale / PANGO_SCALE;
}

void
paragraph_cut(struct paragraph *paragraph, double width)
{
	pango_layout_set_ellipsize(paragraph->layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_width(paragraph->layout,
			       (int)(width / paragraph->scale * PANGO_SCALE));
}

void
paragraph_draw(const struct paragraph *paragraph, cairo_t *cr, double x,
	       double y)
{
	PangoLayoutIter *iter = pango_layout_get_iter(paragraph->layout);
	PangoRectangle logical;

	cairo_set_source_rgb(cr, paragraph->grey, paragraph->grey,
			     paragraph->grey);
	cairo_save(cr);
	cairo_translate(cr, x, y + paragraph->ascent);
	cairo_scale(cr, paragraph->scale, paragraph->scale);
	y = 0;
	do {
		pango_layout_iter_get_line_extents(iter, NULL, &logical);
		cairo_move_to(cr, (double)logical.x / PANGO_SCALE, y);
		pango_cairo_show_layout_line(
			cr, pango_layout_iter_get_line_readonly(iter));
		y += paragraph->line / paragraph->scale;
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	cairo_restore(cr);
}
