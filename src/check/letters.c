/*
 * Letters: hidden characters, Latin and Cyrillic in one word, spaces that
 * should hold. The last two can be mended by rule, and say how.
 */
#include <string.h>

#include "lectern/utf8.h"
#include "internal.h"

/* ---- hidden characters ---- */

/* The first byte of every character that is_hidden() may be true of. */
static bool
may_be_hidden(unsigned char byte)
{
	return byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xcd ||
	       byte == 0xd8 || byte == 0xe1 || byte == 0xe2 || byte == 0xee ||
	       byte == 0xef || byte >= 0xf3;
}

static bool
is_mark_of_direction(uint32_t cp)
{
	return cp == 0x200e || cp == 0x200f || cp == 0x61c;
}

static bool
is_hidden(uint32_t cp)
{
	if (cp < 0x20)
		return cp != '\t' && cp != '\n' && cp != '\r';
	return (cp >= 0x7f && cp < 0xa0) || cp == 0xad || cp == 0x34f ||
	       cp == 0x61c || cp == 0x180e || (cp >= 0x200b && cp <= 0x200f) ||
	       (cp >= 0x2028 && cp <= 0x202e) ||
	       (cp >= 0x2060 && cp <= 0x206f) || cp == 0xfeff ||
	       (cp >= 0xfff0 && cp <= 0xfffd) ||
	       (cp >= 0xe000 && cp <= 0xf8ff) ||
	       (cp >= 0xe0000 && cp <= 0xe0fff) || cp >= 0xf0000;
}

static bool
is_right_to_left(const char *language)
{
	static const char *const tags[] = {"ar", "fa", "he", "ur", "ps"};
	size_t i;

	for (i = 0; i < sizeof tags / sizeof *tags; i++)
		if (!strncmp(language, tags[i], 2))
			return true;
	return false;
}

/* Joiners between letters of scripts that need them. */
static bool
is_joiner_needed(uint32_t cp, uint32_t before)
{
	return (cp == 0x200c || cp == 0x200d) &&
	       ((before >= 0x600 && before <= 0x8ff) ||
		(before >= 0x900 && before <= 0xdff) || before >= 0x1f000);
}

/* The section and row that a line of a file belongs to. */
static void
find_place_of_line(const struct check_run *run, size_t language, int line,
		   struct check_finding *out)
{
	const struct meeting *meeting = run->meeting;
	const struct aligned_section *aligned;
	const struct section *own;
	size_t i, row;

	out->section = out->row = CHECK_NONE;
	for (i = 0; i < meeting->section_count; i++) {
		own = meeting->sections[i].cells[language];
		if (own && own->extent.line <= line &&
		    (out->section == CHECK_NONE ||
		     own->extent.line > meeting->sections[out->section]
						.cells[language]
						->extent.line))
			out->section = i;
	}
	if (out->section == CHECK_NONE)
		return;
	aligned = &meeting->sections[out->section];
	for (row = 0; row < aligned->row_count; row++)
		if (aligned->rows[row].cells[language] &&
		    aligned->rows[row].cells[language]->extent.line <= line)
			out->row = row;
}

static void
report_hidden(struct check_run *run, const struct check_row *row,
	      size_t language, size_t byte, int line, uint32_t cp)
{
	const struct check_source *source = &run->sources[language];
	size_t start = run_line_start(run, language, line);
	struct check_finding place = {
		.file = run->meeting->briefs[language]->file,
		.language = run->meeting->languages[language],
		.line = line,
	};

	place.column = 1 + (int)utf8_count(source->text + start, byte - start);
	place.end_column = place.column + 1;
	place.start = byte;
	place.end = byte + (cp < 0x80	   ? 1
			    : cp < 0x800   ? 2
			    : cp < 0x10000 ? 3
					   : 4);
	find_place_of_line(run, language, line, &place);
	if (cp == UTF8_REPLACEMENT)
		run_report_at(run, row, row->rule.severity, &place,
			      _("U+FFFD stands where a letter was lost. Write "
				"the letter."));
	else
		run_report_at(run, row, row->rule.severity, &place,
			      _("The character U+%04X is not seen here. "
				"Delete it."),
			      (unsigned)cp);
}

#define HIDDEN_MAX 100 /* a binary file is bad all over */

CHECK_FILE(check_hidden_char)
{
	const struct check_source *source =
		run->sources ? &run->sources[language] : NULL;
	bool is_rtl = is_right_to_left(run->meeting->languages[language]);
	size_t at = 0, size, given = 0;
	uint32_t cp, before = 0;
	int line = 1;

	if (!source || !source->text)
		return;
	if (source->len >= 3 && !memcmp(source->text, "\xef\xbb\xbf", 3))
		at = 3;
	for (; at < source->len && given < HIDDEN_MAX; at += size) {
		size = 1;
		cp = (unsigned char)source->text[at];
		if (cp == '\n')
			line++;
		else if (cp >= 0x80 || may_be_hidden((unsigned char)cp)) {
			size = utf8_decode(source->text + at, source->len - at,
					   &cp);
			if (cp != UTF8_BAD && is_hidden(cp) &&
			    !(is_rtl && is_mark_of_direction(cp)) &&
			    !is_joiner_needed(cp, before)) {
				report_hidden(run, row, language, at, line, cp);
				given++;
			}
		}
		before = cp;
	}
}

/* ---- Latin and Cyrillic ---- */

struct look_alike {
	uint32_t latin, cyrillic;
};

static const struct look_alike look_alikes[] = {
	{'A', 0x410}, {'B', 0x412}, {'C', 0x421}, {'E', 0x415}, {'H', 0x41d},
	{'K', 0x41a}, {'M', 0x41c}, {'O', 0x41e}, {'P', 0x420}, {'T', 0x422},
	{'X', 0x425}, {'Y', 0x423}, {'I', 0x406}, {'S', 0x405}, {'J', 0x408},
	{'a', 0x430}, {'c', 0x441}, {'e', 0x435}, {'o', 0x43e}, {'p', 0x440},
	{'x', 0x445}, {'y', 0x443}, {'i', 0x456}, {'s', 0x455}, {'j', 0x458},
	{'h', 0x4bb}, {'k', 0x43a},
};

static uint32_t
look_alike_of(uint32_t cp, bool to_latin)
{
	size_t i;

	for (i = 0; i < sizeof look_alikes / sizeof *look_alikes; i++) {
		if (to_latin && look_alikes[i].cyrillic == cp)
			return look_alikes[i].latin;
		if (!to_latin && look_alikes[i].latin == cp)
			return look_alikes[i].cyrillic;
	}
	return 0;
}

/* How many letters of each script, and whether all could be Roman figures. */
struct script_count {
	size_t latin, cyrillic;
	bool is_roman;
};

static void
count_scripts(const char *text, size_t len, struct script_count *out)
{
	size_t at = 0;
	uint32_t cp;
	int script;

	*out = (struct script_count){0, 0, true};
	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		script = is_scan_letter(cp) ? scan_script(cp) : 0;
		out->latin += script == SCRIPT_LATIN;
		out->cyrillic += script == SCRIPT_CYRILLIC;
		if (!strchr("IVXLCDM", cp < 0x80 ? (int)cp : 'z') &&
		    cp != 0x425 && cp != 0x406 && cp != 0x421 && cp != 0x41c)
			out->is_roman = false;
	}
}

/* The word in one script, where every strange letter has its double there. */
static const char *
unmixed(struct check_run *run, const char *text, size_t len, bool to_latin)
{
	int strange = to_latin ? SCRIPT_CYRILLIC : SCRIPT_LATIN;
	struct buffer out = BUFFER_INIT;
	const char *copy = NULL;
	size_t at = 0;
	uint32_t cp, other;

	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		if (is_scan_letter(cp) && scan_script(cp) == strange) {
			other = look_alike_of(cp, to_latin);
			if (!other)
				goto out;
			cp = other;
		}
		buffer_append_char(&out, cp);
	}
	copy = arena_strndup(&run->report->arena, out.data, out.len);
out:
	buffer_release(&out);
	return copy;
}

static void
report_mixed(struct check_run *run, const struct check_row *row,
	     const struct check_spot *spot, bool to_latin)
{
	const char *text = spot->side->text.data + spot->start;
	const char *fix = unmixed(run, text, spot->end - spot->start, to_latin);
	struct check_finding *finding;

	finding = run_report(
		run, row, row->rule.severity, spot, NULL,
		to_latin ? _("“%s” has Cyrillic letters among Latin ones. "
			     "Write it in Latin letters.")
			 : _("“%s” has Latin letters among Cyrillic ones. "
			     "Write it in Cyrillic letters."),
		run_quote(run, spot));
	if (finding->end > finding->start)
		finding->fix = fix;
}

static void
check_mixed_word(struct check_run *run, const struct check_row *row,
		 const struct check_side *side, uint32_t at)
{
	struct check_spot spot = spot_of_tokens(side, at, at + 1);
	struct script_count count;
	bool to_latin;

	count_scripts(side->text.data + spot.start, spot.end - spot.start,
		      &count);
	if (count.is_roman)
		return;
	to_latin = count.latin > count.cyrillic;
	if (count.latin == count.cyrillic)
		to_latin = strncmp(side->tag, "ru", 2) &&
			   strncmp(side->tag, "kk", 2);
	report_mixed(run, row, &spot, to_latin);
}

/* А/RES/75/240, S/РES/1540: a symbol is one word, and Latin. Returns the
 * token after it. */
static uint32_t
check_mixed_symbol(struct check_run *run, const struct check_row *row,
		   const struct check_side *side, uint32_t at)
{
	const struct scan_token *tokens = side->tokens.list.items;
	uint32_t end = at + 1, count = (uint32_t)side->tokens.list.len;
	bool has_figures = false, has_slash = false;
	struct script_count scripts;
	struct check_spot spot;

	while (end < count && !(tokens[end].flags & TOKEN_SPACED) &&
	       (tokens[end].kind == SCAN_FIGURES ||
		(tokens[end].kind == SCAN_WORD &&
		 tokens[end].flags & TOKEN_CAPITAL) ||
		(tokens[end].kind == SCAN_SIGN &&
		 (tokens[end].sign == '/' || tokens[end].sign == '.')))) {
		has_figures |= tokens[end].kind == SCAN_FIGURES;
		has_slash |= tokens[end].sign == '/';
		end++;
	}
	while (end > at + 1 && tokens[end - 1].kind == SCAN_SIGN)
		end--;
	spot = spot_of_tokens(side, at, end);
	count_scripts(side->text.data + spot.start, spot.end - spot.start,
		      &scripts);
	if (!has_figures || !has_slash || !scripts.latin || !scripts.cyrillic)
		return at + 1;
	if (!unmixed(run, side->text.data + spot.start, spot.end - spot.start,
		     true))
		return at + 1;
	report_mixed(run, row, &spot, true);
	return end;
}

static bool
is_symbol_start(const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	return token->flags & TOKEN_CAPITAL && token->letters <= 6 &&
	       at + 1 < side->tokens.list.len && token[1].sign == '/' &&
	       token[1].kind == SCAN_SIGN && !(token[1].flags & TOKEN_SPACED);
}

CHECK_SIDE(check_mixed_script)
{
	const struct scan_token *token;
	uint32_t i = 0, next;

	while (i < side->tokens.list.len) {
		token = &side->tokens.list.items[i];
		next = i + 1;
		if (token->kind == SCAN_WORD) {
			if (is_symbol_start(side, i))
				next = check_mixed_symbol(run, row, side, i);
			if (next == i + 1 &&
			    (token->scripts &
			     (SCRIPT_LATIN | SCRIPT_CYRILLIC)) ==
				    (SCRIPT_LATIN | SCRIPT_CYRILLIC))
				check_mixed_word(run, row, side, i);
		}
		i = next;
	}
}
