/* Words, figures and signs of a text, in one pass. */
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "lectern/utf8.h"
#include "scan.h"

#define HASH_START UINT32_C(2166136261)
#define HASH_STEP  UINT32_C(16777619)

/* "l'", "qu'": a word of its own before an apostrophe. */
#define ELIDED_LETTERS 2

static uint32_t
hash_add(uint32_t hash, uint32_t cp)
{
	return (hash ^ cp) * HASH_STEP;
}

bool
is_scan_space(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xa0 || cp == 0x202f ||
	       (cp >= 0x2000 && cp <= 0x200a) || cp == 0x3000;
}

static bool
is_tied(uint32_t cp)
{
	return cp == 0xa0 || cp == 0x202f || cp == 0x2007;
}

/* What takes no room and parts no word: hidden-char.c says what may stay. */
static bool
is_invisible(uint32_t cp)
{
	return cp == 0xad || (cp >= 0x200b && cp <= 0x200f) || cp == 0x2060 ||
	       cp == 0xfeff;
}

uint32_t
scan_fold(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	if (cp >= 0x410 && cp <= 0x42f)
		return cp + 32;
	if (cp == 0x401 || cp == 0x451)
		return 0x435;
	if (cp >= 0x430 && cp <= 0x44f)
		return cp;
	return uc_tolower(cp);
}

int
scan_script(uint32_t cp)
{
	if (cp < 0x250 || (cp >= 0x1e00 && cp <= 0x1eff))
		return SCRIPT_LATIN;
	if (cp >= 0x400 && cp <= 0x52f)
		return SCRIPT_CYRILLIC;
	if ((cp >= 0x600 && cp <= 0x77f) || (cp >= 0xfb50 && cp <= 0xfefc))
		return SCRIPT_ARABIC;
	if ((cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff) ||
	    (cp >= 0x20000 && cp <= 0x3ffff))
		return SCRIPT_HAN;
	return SCRIPT_OTHER;
}

bool
is_scan_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 32) >= 'a' && (cp | 32) <= 'z';
	if (cp < 0x250)
		return (cp >= 0xc0 && cp != 0xd7 && cp != 0xf7);
	if (cp >= 0x400 && cp <= 0x52f)
		return cp != 0x482;
	if (cp < 0x370)
		return cp >= 0x300; /* marks */
	return uc_is_alpha(cp) || uc_is_general_category(cp, UC_CATEGORY_M);
}

int
scan_digit(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return (int)(cp - '0');
	if (cp >= 0x660 && cp <= 0x669)
		return (int)(cp - 0x660);
	if (cp >= 0x6f0 && cp <= 0x6f9)
		return (int)(cp - 0x6f0);
	if (cp >= 0xff10 && cp <= 0xff19)
		return (int)(cp - 0xff10);
	return -1;
}

static bool
is_upper(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	if (cp >= 0x400 && cp <= 0x42f)
		return true;
	return cp >= 0xc0 && scan_fold(cp) != cp;
}

struct scanner {
	const char *text;
	size_t len, at;
	uint32_t cp; /* the character at 'at' */
	size_t size; /* its bytes; 0 at the end */
	uint8_t flags;
};

static void
scanner_peek(struct scanner *scanner)
{
	unsigned char byte;

	if (scanner->at >= scanner->len) {
		scanner->size = 0;
		scanner->cp = 0;
		return;
	}
	byte = (unsigned char)scanner->text[scanner->at];
	if (byte < 0x80) {
		scanner->cp = byte;
		scanner->size = 1;
		return;
	}
	scanner->size = utf8_decode(scanner->text + scanner->at,
				    scanner->len - scanner->at, &scanner->cp);
	if (scanner->cp == UTF8_BAD)
		scanner->cp = UTF8_REPLACEMENT;
}

static void
scanner_step(struct scanner *scanner)
{
	scanner->at += scanner->size;
	scanner_peek(scanner);
}

/* An apostrophe between two letters belongs to the word. */
static bool
is_inner_apostrophe(const struct scanner *scanner)
{
	uint32_t next;
	size_t at = scanner->at + scanner->size;

	if ((scanner->cp != '\'' && scanner->cp != 0x2019) ||
	    at >= scanner->len)
		return false;
	utf8_decode(scanner->text + at, scanner->len - at, &next);
	return next != UTF8_BAD && is_scan_letter(next);
}

static void
scan_word(struct scanner *scanner, struct scan_token *token)
{
	uint32_t hash = HASH_START, folded;
	unsigned letters = 0, upper = 0;
	int script;

	token->kind = SCAN_WORD;
	for (; scanner->size; scanner_step(scanner)) {
		if (is_invisible(scanner->cp) ||
		    (letters > ELIDED_LETTERS && is_inner_apostrophe(scanner)))
			continue;
		if (!is_scan_letter(scanner->cp))
			break;
		script = scan_script(scanner->cp);
		if (letters &&
		    (script == SCRIPT_HAN || token->scripts == SCRIPT_HAN))
			break;
		folded = scan_fold(scanner->cp);
		if (folded != scanner->cp && is_upper(scanner->cp)) {
			upper++;
			if (!letters)
				token->flags |= TOKEN_CAPITAL;
		}
		token->scripts |= (uint8_t)script;
		hash = hash_add(hash, folded);
		if (++letters == SCAN_BEGIN_LETTERS)
			token->begin = hash;
	}
	if (letters < SCAN_BEGIN_LETTERS)
		token->begin = hash;
	if (letters > 1 && upper == letters)
		token->flags |= TOKEN_UPPER;
	token->hash = hash;
	token->letters = (uint8_t)(letters < 255 ? letters : 255);
}

static void
scan_figures(struct scanner *scanner, struct scan_token *token)
{
	uint32_t value = 0;
	int digit;

	token->kind = SCAN_FIGURES;
	while (scanner->size && (digit = scan_digit(scanner->cp)) >= 0) {
		value = value < 400000000 ? value * 10 + (uint32_t)digit
					  : UINT32_MAX;
		if (token->letters < 255)
			token->letters++;
		scanner_step(scanner);
	}
	token->hash = value;
}

static void
scan_one(struct scanner *scanner, const struct lexicon *lexicon,
	 struct scan_token *token)
{
	*token = (struct scan_token){.start = (uint32_t)scanner->at,
				     .flags = scanner->flags};
	if (scanner->cp == '\n') {
		token->kind = SCAN_BREAK;
		scanner_step(scanner);
	} else if (scan_digit(scanner->cp) >= 0) {
		scan_figures(scanner, token);
	} else if (is_scan_letter(scanner->cp)) {
		scan_word(scanner, token);
		if (lexicon)
			lexicon_look_up(lexicon, token);
	} else {
		token->kind = SCAN_SIGN;
		token->sign = scanner->cp;
		scanner_step(scanner);
	}
	token->end = (uint32_t)scanner->at;
}

void
scan_text(const char *text, size_t len, const struct lexicon *lexicon,
	  struct scan_tokens *out)
{
	struct scanner scanner = {.text = text, .len = len};
	struct scan_token token;

	scanner_peek(&scanner);
	scanner.flags = TOKEN_SPACED;
	while (scanner.size) {
		if (is_scan_space(scanner.cp)) {
			scanner.flags = TOKEN_SPACED;
			if (is_tied(scanner.cp))
				scanner.flags |= TOKEN_TIED;
			scanner_step(&scanner);
			continue;
		}
		if (is_invisible(scanner.cp)) {
			scanner_step(&scanner);
			continue;
		}
		scan_one(&scanner, lexicon, &token);
		vector_push(&out->list, token);
		scanner.flags = token.kind == SCAN_BREAK ? TOKEN_SPACED : 0;
	}
}

uint32_t
scan_hash_first(const char *word, size_t len, unsigned letters)
{
	uint32_t hash = HASH_START, cp;
	size_t at = 0;

	while (at < len && letters) {
		at += utf8_decode(word + at, len - at, &cp);
		if (cp == '\'' || cp == 0x2019 || is_invisible(cp))
			continue;
		hash = hash_add(hash, scan_fold(cp));
		letters--;
	}
	return hash;
}

uint32_t
scan_hash(const char *word, size_t len)
{
	return scan_hash_first(word, len, UINT32_MAX);
}
