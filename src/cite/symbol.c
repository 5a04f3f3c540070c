#include <stdio.h>
#include <string.h>

#include "lexer.h"
#include "symbol.h"

#define CITE_WORD_MAX 12

enum cite_part_kind {
	CITE_PART_NONE,
	CITE_PART_FIGURES, /* 75, 2021, 816 */
	CITE_PART_SPECIAL, /* S-17, ES-10 */
	CITE_PART_BODY,	   /* AC.290, CN.4: no document by itself */
	CITE_PART_NATURE,  /* L.27, SR.24 */
	CITE_PART_CHANGE,  /* Add.1, Rev.1 */
	CITE_PART_DECIDED, /* RES, DEC */
	CITE_PART_OTHER,   /* HRC, PRST, C of CERD/C/… */
};

struct cite_part_row {
	const char *word; /* as in the normal form */
	enum cite_part_kind kind;
};

static const struct cite_part_row cite_parts[] = {
	{"RES", CITE_PART_DECIDED},  {"DEC", CITE_PART_DECIDED},
	{"AC", CITE_PART_BODY},	     {"C", CITE_PART_BODY},
	{"CN", CITE_PART_BODY},	     {"CONF", CITE_PART_BODY},
	{"GC", CITE_PART_BODY},	     {"SC", CITE_PART_BODY},
	{"Sub", CITE_PART_BODY},     {"WG", CITE_PART_BODY},
	{"EA", CITE_PART_BODY},	     {"PC", CITE_PART_BODY},
	{"L", CITE_PART_NATURE},     {"CRP", CITE_PART_NATURE},
	{"PV", CITE_PART_NATURE},    {"SR", CITE_PART_NATURE},
	{"R", CITE_PART_NATURE},     {"WP", CITE_PART_NATURE},
	{"INF", CITE_PART_NATURE},   {"NGO", CITE_PART_NATURE},
	{"PET", CITE_PART_NATURE},   {"Add", CITE_PART_CHANGE},
	{"Amend", CITE_PART_CHANGE}, {"Corr", CITE_PART_CHANGE},
	{"Rev", CITE_PART_CHANGE},   {"Summary", CITE_PART_CHANGE},
	{"PRST", CITE_PART_OTHER},   {"HRC", CITE_PART_OTHER},
	{"SER", CITE_PART_NATURE},
};

static const struct cite_part_row cite_part_unep = {"Res", CITE_PART_NATURE};

/* First components. One letter stands for a principal organ. */
static const char *const cite_heads[] = {
	"A",	"S",	 "E",	"T",	"ST",	 "DP",	    "TD",   "CRC",
	"CCPR", "CEDAW", "CAT", "CERD", "CMW",	 "CRPD",    "CED",  "UNEP",
	"HSP",	"CTOC",	 "CAC", "FCCC", "NPT",	 "BWC",	    "CCW",  "CD",
	"HRI",	"ICCD",	 "GOV", "GC",	"CCPCJ", "CBD",	    "ISBA", "APLC",
	"CCM",	"IDB",	 "ECE", "LC",	"SPLOS", "INFCIRC",
};

/* What one pass over the text has built. */
struct cite_reader {
	const struct cite_text *text;
	struct cite_symbol *symbol;
	size_t pos;
	enum cite_part_kind last;
	const char *head;
	int parts, figures;	  /* after the head; those of figures alone */
	int value;		  /* of the last figures */
	bool has_digit, is_loose; /* spaces stand before the part */
};

static bool
cite_form_add(struct cite_symbol *symbol, const char *text)
{
	size_t len = strlen(text);

	if (symbol->form_len + len >= CITE_SYMBOL_MAX)
		return false;
	memcpy(symbol->form + symbol->form_len, text, len + 1);
	symbol->form_len += len;
	return true;
}

static bool
cite_form_add_number(struct cite_symbol *symbol, int value)
{
	char digits[16];

	snprintf(digits, sizeof digits, "%d", value);
	return cite_form_add(symbol, digits);
}

/* Latin letters, or capitals that look like them, as ASCII with their case;
 * 0 where there are none or too many. */
static size_t
cite_read_word(const struct cite_text *text, size_t pos,
	       char word[CITE_WORD_MAX])
{
	uint32_t cp;
	size_t size, len = 0;
	char letter;

	for (;;) {
		size = cite_char(text, pos, &cp);
		if (!size || !cite_is_letter(cp) || cite_is_ideograph(cp) ||
		    cite_is_arabic(cp))
			break;
		letter = cp < 0x80 ? (char)cp : cite_latin_capital(cp);
		if (!letter || len + 1 == CITE_WORD_MAX)
			return 0;
		word[len++] = letter;
		pos += size;
	}
	word[len] = '\0';
	return len ? pos : 0;
}

static bool
cite_equal_ignoring_case(const char *a, const char *b)
{
	for (; *a && *b; a++, b++)
		if (cite_fold((unsigned char)*a) !=
		    cite_fold((unsigned char)*b))
			return false;
	return *a == *b;
}

static size_t
cite_slash(const struct cite_text *text, size_t pos, bool *is_loose)
{
	size_t at = cite_skip_space(text, pos, 2), size, after;
	uint32_t cp;

	size = cite_char(text, at, &cp);
	if (!size || (cp != '/' && cp != 0xff0f))
		return 0;
	after = cite_skip_space(text, at + size, 3);
	*is_loose = at != pos || after != at + size;
	return after;
}

/* ".27", ". 27", "./27": digits that belong to a word. */
static size_t
cite_dotted(const struct cite_text *text, size_t pos, int *value)
{
	size_t at;
	int digits;

	at = cite_skip_space(text, pos, 1); /* "ADD .2" */
	if (at >= text->len || text->at[at] != '.')
		return 0;
	at++;
	if (at < text->len && text->at[at] == '/')
		at++;
	at = cite_skip_space(text, at, 3);
	at = cite_read_number(text, at, value, &digits);
	return *value >= 0 ? at : 0;
}

static bool
cite_take_figures(struct cite_reader *reader)
{
	size_t end;
	int digits;

	end = cite_read_number(reader->text, reader->pos, &reader->value,
			       &digits);
	if (reader->value < 0)
		return false;
	reader->pos = end;
	reader->last = CITE_PART_FIGURES;
	reader->figures++;
	reader->has_digit = true;
	return cite_form_add(reader->symbol, "/") &&
	       cite_form_add_number(reader->symbol, reader->value);
}

/* "S-17" and "ES-10" as sessions. */
static bool
cite_take_special(struct cite_reader *reader, const char *word, size_t end)
{
	size_t size;
	uint32_t cp;
	int value, digits;

	if (strcmp(word, "S") && strcmp(word, "ES"))
		return false;
	size = cite_char(reader->text, end, &cp);
	if (!size || !cite_is_dash(cp))
		return false;
	end = cite_read_number(reader->text, end + size, &value, &digits);
	if (value < 0 || digits > 2)
		return false;
	reader->pos = end;
	reader->last = CITE_PART_SPECIAL;
	reader->has_digit = true;
	return cite_form_add(reader->symbol, "/") &&
	       cite_form_add(reader->symbol, word) &&
	       cite_form_add(reader->symbol, "-") &&
	       cite_form_add_number(reader->symbol, value);
}

static const struct cite_part_row *
cite_part_find(const char *word)
{
	size_t i;

	for (i = 0; i < sizeof cite_parts / sizeof cite_parts[0]; i++)
		if (cite_equal_ignoring_case(word, cite_parts[i].word))
			return &cite_parts[i];
	return NULL;
}

/* A word and its number: L.27, Rev.1, HRC; or a word that must go on. */
static bool
cite_take_word(struct cite_reader *reader, const char *word, size_t end)
{
	const struct cite_part_row *row = cite_part_find(word);
	struct cite_symbol *symbol = reader->symbol;
	size_t dotted, i, mark = symbol->form_len;
	bool ignore;
	int value;

	if (reader->is_loose && !row)
		return false;
	for (i = 0; !row && word[i]; i++)
		if (word[i] < 'A' || word[i] > 'Z')
			return false;
	dotted = cite_dotted(reader->text, end, &value);
	if (dotted && row && row->kind == CITE_PART_DECIDED)
		row = &cite_part_unep; /* UNEP/EA.5/Res.14 */
	if (!dotted && !(row && row->kind >= CITE_PART_CHANGE) &&
	    !cite_slash(reader->text, end, &ignore))
		return false;
	if (!cite_form_add(symbol, "/") ||
	    !cite_form_add(symbol, row ? row->word : word))
		return false;
	reader->last = row ? row->kind : CITE_PART_OTHER;
	reader->pos = end;
	if (!dotted)
		return true;
	if (!cite_form_add(symbol, "."))
		return false;
	symbol->nature = reader->last == CITE_PART_NATURE ||
					 reader->last == CITE_PART_CHANGE
				 ? mark
				 : 0;
	symbol->nature_number = symbol->form_len;
	symbol->number = value;
	reader->value = value;
	reader->pos = dotted;
	reader->has_digit = true;
	return cite_form_add_number(symbol, value);
}

static bool
cite_take_part(struct cite_reader *reader)
{
	char word[CITE_WORD_MAX] = "";
	struct cite_symbol before = *reader->symbol;
	struct cite_reader at = *reader;
	size_t end;
	bool taken;

	if (cite_is_digit_at(reader->text, reader->pos)) {
		taken = cite_take_figures(reader);
		reader->symbol->nature = 0;
	} else {
		end = cite_read_word(reader->text, reader->pos, word);
		taken = end && (cite_take_special(reader, word, end) ||
				cite_take_word(reader, word, end));
	}
	if (!taken) {
		*reader = at;
		*reader->symbol = before;
		return false;
	}
	reader->parts++;
	return true;
}

/* "L.27.Rev.1", "A/77/275.the": a full stop before a change is a slash, too. */
static size_t
cite_change_after(const struct cite_text *text, size_t pos)
{
	char word[CITE_WORD_MAX] = "";
	const struct cite_part_row *row;
	size_t end;
	int value;

	if (pos >= text->len || (text->at[pos] != '.' && text->at[pos] != '/'))
		return 0;
	end = cite_read_word(text, pos + 1, word);
	row = end ? cite_part_find(word) : NULL;
	if (!row || row->kind != CITE_PART_CHANGE ||
	    !cite_dotted(text, end, &value))
		return 0;
	return pos + 1;
}

static void
cite_take_parts(struct cite_reader *reader)
{
	size_t after, end = reader->pos;

	for (;;) {
		after = cite_slash(reader->text, end, &reader->is_loose);
		if (!after)
			after = cite_change_after(reader->text, end);
		if (!after)
			break;
		reader->pos = after;
		if (!cite_take_part(reader))
			break;
		end = reader->pos;
	}
	reader->pos = end;
}

/* "(Vol. II)", "(Part I)", "(Resumption 1)", "(Vol. I)/Corr.4" */
static void
cite_take_volume(struct cite_reader *reader)
{
	const struct cite_text *text = reader->text;
	char inner[CITE_VOLUME_MAX];
	size_t end = cite_volume_read(
		text, cite_skip_space(text, reader->pos, 2), inner);
	size_t at;

	if (!end || !cite_form_add(reader->symbol, inner))
		return;
	reader->pos = end;
	reader->symbol->nature = 0;
	at = cite_change_after(text, reader->pos);
	end = reader->pos;
	reader->pos = at;
	if (!at || !cite_take_part(reader))
		reader->pos = end;
}

/* S/RES/1540 (2004) */
static bool
cite_finish_council(struct cite_reader *reader)
{
	struct cite_symbol *symbol = reader->symbol;
	char year[16];
	int value = 0;
	size_t end;

	if (reader->parts != 2 || reader->value < 1 || reader->value > 9999)
		return false;
	end = cite_year_read(reader->text, reader->pos, &value);
	symbol->is_partial = end == reader->pos;
	reader->pos = end;
	if (symbol->is_partial)
		return true;
	snprintf(year, sizeof year, "(%d)", value);
	return cite_form_add(symbol, year);
}

/* "217 A (III)": the letter may stand before the session. */
static size_t
cite_finish_session(struct cite_reader *reader, char session[CITE_SESSION_MAX])
{
	struct cite_letters *letters = &reader->symbol->letters;
	size_t end, at, after;
	uint32_t cp;

	end = cite_session_read(reader->text, reader->pos, session);
	if (end != reader->pos)
		return end;
	at = cite_skip_space(reader->text, end, 2);
	after = at + cite_char(reader->text, at, &cp);
	if (!cite_latin_capital(cp))
		return reader->pos;
	end = cite_session_read(reader->text, after, session);
	if (end == after)
		return reader->pos;
	letters->list[0].letter = cite_latin_capital(cp);
	letters->list[0].start = at;
	letters->list[0].end = after;
	letters->count = 1;
	return end;
}

/* A/RES/75/240, A/RES/217 (III), A/RES/217 A (III), E/RES/2022/15 */
static bool
cite_finish_numbered(struct cite_reader *reader)
{
	struct cite_symbol *symbol = reader->symbol;
	char session[CITE_SESSION_MAX];
	size_t end;

	if (reader->parts == 3)
		return reader->last == CITE_PART_FIGURES;
	if (reader->parts != 2 || reader->last != CITE_PART_FIGURES)
		return false;
	end = cite_finish_session(reader, session);
	symbol->is_partial = end == reader->pos;
	reader->pos = end;
	if (symbol->is_partial)
		return reader->value >= 100 && reader->value <= 3541;
	return cite_form_add(symbol, "(") && cite_form_add(symbol, session) &&
	       cite_form_add(symbol, ")");
}

static bool
cite_finish_decided(struct cite_reader *reader)
{
	struct cite_symbol *symbol = reader->symbol;

	symbol->is_decision = strstr(symbol->form, "/DEC/") != NULL;
	symbol->is_resolution = !symbol->is_decision;
	if (!strcmp(reader->head, "A") || !strcmp(reader->head, "E")) {
		if (!strncmp(symbol->form, "A/HRC/", 6))
			return reader->parts == 4 &&
			       reader->last == CITE_PART_FIGURES;
		return cite_finish_numbered(reader);
	}
	if (!strcmp(reader->head, "S"))
		return cite_finish_council(reader);
	return reader->last == CITE_PART_FIGURES;
}

/* Is what was read a document, and no paper size or split test? */
static bool
cite_is_document(const struct cite_reader *reader)
{
	bool is_organ = strlen(reader->head) == 1;

	if (!reader->has_digit || reader->last == CITE_PART_BODY ||
	    reader->last == CITE_PART_OTHER ||
	    reader->last == CITE_PART_SPECIAL ||
	    reader->last == CITE_PART_DECIDED)
		return false;
	if (reader->parts > 1)
		return true;
	if (reader->last == CITE_PART_NATURE)
		return true; /* S/PV.8815 */
	/* S/12869 is, S/4 or A/4 and S/400A are not */
	return reader->last == CITE_PART_FIGURES &&
	       (!is_organ || reader->value >= 100) &&
	       !cite_is_letter_at(reader->text, reader->pos);
}

static bool
cite_finish(struct cite_reader *reader)
{
	const char *form = reader->symbol->form;

	if (strstr(form, "/RES/") || strstr(form, "/DEC/"))
		return cite_finish_decided(reader);
	if (!cite_is_document(reader))
		return false;
	cite_take_volume(reader);
	return true;
}

/* "PC.DEC/1202": the decisions of the OSCE. */
static size_t
cite_read_osce(const struct cite_text *text, size_t pos, char head[16])
{
	char word[CITE_WORD_MAX] = "", more[CITE_WORD_MAX] = "";
	size_t end = cite_read_word(text, pos, word);

	if (!end || end >= text->len || text->at[end] != '.' ||
	    (strcmp(word, "PC") && strcmp(word, "MC") && strcmp(word, "FSC")))
		return 0;
	end = cite_read_word(text, end + 1, more);
	if (!end || strcmp(more, "DEC"))
		return 0;
	snprintf(head, 16, "%s.DEC", word);
	return end;
}

static size_t
cite_read_head(const struct cite_text *text, size_t pos, char head[16])
{
	char word[CITE_WORD_MAX] = "";
	size_t end = cite_read_word(text, pos, word), i;
	char next[CITE_WORD_MAX] = "";
	bool is_loose;

	if (!end)
		return 0;
	for (i = 0; i < sizeof cite_heads / sizeof cite_heads[0]; i++)
		if (!strcmp(word, cite_heads[i]))
			break;
	/* a/res/…, as people type it */
	if (i == sizeof cite_heads / sizeof cite_heads[0]) {
		size_t after = cite_slash(text, end, &is_loose);

		if (word[1] || !strchr("ase", word[0]) || !after ||
		    !cite_read_word(text, after, next) ||
		    (!cite_equal_ignoring_case(next, "res") &&
		     !cite_equal_ignoring_case(next, "dec")))
			return 0;
		word[0] = (char)(word[0] - 0x20);
	}
	snprintf(head, 16, "%s", word);
	return end;
}

/* Within a word, a path or a file's name no symbol begins. */
static bool
cite_may_begin(const struct cite_text *text, size_t pos)
{
	size_t start;
	uint32_t cp;

	if (!pos)
		return true;
	cp = cite_char_before(text, pos, &start);
	if (cite_is_letter(cp))
		return cite_is_ideograph(cp) || cite_is_arabic(cp);
	return cp != '/' && cp != '_' && cp != '\\' && cp != '@';
}

/* The cheap test: a short word, then a slash, or the stop of "PC.DEC". */
static bool
cite_is_before_slash(const struct cite_text *text, size_t pos)
{
	size_t end;
	unsigned char c = 0;

	for (end = pos; end < text->len && end - pos < 16; end++) {
		c = (unsigned char)text->at[end];
		if (c < 0x80 && !cite_is_letter(c))
			break;
		if (c >= 0xc2 && c != 0xd0 && c != 0xd2)
			break;
	}
	if (c == '/' || c == '.' || c == 0xef)
		return true;
	if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != 0xc2)
		return false;
	end = cite_skip_space(text, end, 3);
	return end < text->len &&
	       (text->at[end] == '/' || text->at[end] == '\xef');
}

bool
cite_symbol_read(const struct cite_text *text, size_t pos,
		 struct cite_symbol *symbol)
{
	return cite_is_before_slash(text, pos) && cite_may_begin(text, pos) &&
	       cite_symbol_read_path(text, pos, symbol);
}

bool
cite_symbol_read_path(const struct cite_text *text, size_t pos,
		      struct cite_symbol *symbol)
{
	struct cite_reader reader = {.text = text, .symbol = symbol};
	char head[16];

	reader.pos = cite_read_osce(text, pos, head);
	if (!reader.pos)
		reader.pos = cite_read_head(text, pos, head);
	if (!reader.pos || !cite_slash(text, reader.pos, &reader.is_loose))
		return false;
	memset(symbol, 0, sizeof *symbol);
	reader.head = head;
	symbol->start = pos;
	cite_form_add(symbol, head);
	cite_take_parts(&reader);
	if (!reader.parts || !cite_finish(&reader))
		return false;
	symbol->end = reader.pos;
	return true;
}
