/*
 * The fast pass: over words that begin no cue, name or symbol. Nothing here
 * is called for a character; a word costs one hash of its first letters.
 */
#include "lexer.h"
#include "names.h"

enum cite_class {
	CLASS_OTHER, /* passed over */
	CLASS_ASCII, /* a letter */
	CLASS_TWO,   /* first byte of a letter of two bytes: Ã, Б, қ */
	CLASS_REST,  /* later byte of a letter */
	CLASS_ARABIC,
	CLASS_THREE, /* first byte of an ideograph */
	CLASS_LOOK,  /* first byte of something to be decoded */
	CLASS_STOP,  /* a digit, or a sign that ends or quotes */
	CLASS_LINE,
};

#define O CLASS_OTHER
#define A CLASS_ASCII
#define T CLASS_TWO
#define R CLASS_REST
#define B CLASS_ARABIC
#define H CLASS_THREE
#define K CLASS_LOOK
#define S CLASS_STOP
#define N CLASS_LINE
static const unsigned char cite_classes[256] = {
	O, O, O, O, O, O, O, O, O, O, N, O, O, O, O, O, /* 00 */
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 10 */
	O, S, S, O, O, O, O, O, O, O, O, O, O, O, S, O, /* 20 */
	S, S, S, S, S, S, S, S, S, S, O, O, O, O, O, S, /* 30 */
	O, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 40 */
	A, A, A, A, A, A, A, A, A, A, A, O, O, O, O, O, /* 50 */
	O, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 60 */
	A, A, A, A, A, A, A, A, A, A, A, O, O, O, O, O, /* 70 */
	R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, /* 80 */
	R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, /* 90 */
	R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, /* a0 */
	R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, /* b0 */
	K, K, K, T, T, T, T, T, T, T, T, T, T, T, T, T, /* c0 */
	T, T, T, T, T, T, T, T, B, B, B, B, K, K, K, K, /* d0 */
	K, K, K, K, H, H, H, H, H, H, K, K, K, K, K, K, /* e0 */
	K, K, K, K, K, K, K, K, K, K, K, K, K, K, K, K, /* f0 */
};
#undef O
#undef A
#undef T
#undef R
#undef B
#undef H
#undef K
#undef S
#undef N

/* A letter at p of one or two bytes, folded; 0 where there is none. */
static inline uint32_t
cite_skip_letter(const char *p, const char *end, size_t *size)
{
	unsigned char first, second;
	uint32_t cp;

	*size = 1;
	if (p >= end)
		return 0;
	first = (unsigned char)*p;
	if (cite_classes[first] == CLASS_ASCII)
		return first | 0x20u;
	if (cite_classes[first] != CLASS_TWO || end - p < 2)
		return 0;
	second = (unsigned char)p[1];
	if ((second & 0xc0) != 0x80)
		return 0;
	*size = 2;
	cp = (first & 0x1fu) << 6 | (second & 0x3fu);
	if (cp == 0xd7 || cp == 0xf7 || (cp >= 0x250 && cp < 0x370))
		return 0;
	return cite_fold_wide(cp);
}

/* Past the rest of a word: the classes from ASCII to REST. */
static inline const char *
cite_skip_word(const char *p, const char *end)
{
	while (p < end && (unsigned)cite_classes[(unsigned char)*p] - 1u <= 2u)
		p++;
	return p;
}

/* "A/", "A /", "PC.DEC", "S-13": a symbol may begin with the word that ends at
 * p. */
static inline bool
cite_skip_is_head(const char *p, const char *end)
{
	if (p >= end)
		return false;
	if (*p == '/' || *p == '\xc2' || *p == '\xef')
		return *p == '/' || end - p > 2;
	if (end - p < 2)
		return false;
	if (*p == '-')
		return p[1] >= '0' && p[1] <= '9';
	if (*p == ' ' || *p == '\n')
		return p[1] == '/' || (p[1] == ' ' && end - p > 2);
	return *p == '.' && p[1] >= 'A' && p[1] <= 'Z';
}

static bool
cite_skip_arabic_starts(const struct cite_lexer *lexer, size_t pos)
{
	size_t stems[4], count, i;
	struct cue_hashes hashes;

	cue_hashes_at(&lexer->text, pos, &hashes);
	if (cue_are_start(lexer->index, &hashes))
		return true;
	count = cite_arabic_stems(&lexer->text, pos, stems);
	for (i = 0; i < count; i++) {
		cue_hashes_at(&lexer->text, stems[i], &hashes);
		if (cue_are_start(lexer->index, &hashes))
			return true;
	}
	return false;
}

/* Letters of Arabic script, to the end of the word or a digit or sign. */
static size_t
cite_skip_arabic_word(const struct cite_text *text, size_t pos)
{
	uint32_t cp;
	size_t size;

	for (;;) {
		size = cite_char(text, pos, &cp);
		if (!size || !cite_is_arabic(cp) ||
		    !(cite_is_letter(cp) || cite_is_ignorable(cp)))
			return pos;
		pos += size;
	}
}

/* What is neither a common letter nor ASCII; true to stop at it. */
static bool
cite_skip_look(struct cite_lexer *lexer, size_t *pos)
{
	uint32_t cp;
	size_t size = cite_char(&lexer->text, *pos, &cp);

	if (cite_digit(cp) >= 0 || cp == 0x3002 || cp == 0xff1f ||
	    cp == 0xff01 || cp == 0x61f || cp == 0xab || cp == 0xbb ||
	    (cp >= 0x201c && cp <= 0x201e) || (cp >= 0x300a && cp <= 0x300d))
		return true;
	*pos += size;
	return false;
}

/* True to stop at the word of Arabic script at *pos, else past it. */
static bool
cite_skip_arabic(struct cite_lexer *lexer, size_t *pos)
{
	size_t after = cite_skip_arabic_word(&lexer->text, *pos);

	if (after == *pos) {
		uint32_t cp;

		*pos += cite_char(&lexer->text, *pos, &cp);
		if (cite_digit(cp) < 0 && cp != 0x61f && cp != 0x6d4)
			return false;
		*pos = after;
		return true;
	}
	if (cite_skip_arabic_starts(lexer, *pos))
		return true;
	/* دإط-10/21 */
	if (after - *pos <= 6 && after < lexer->text.len &&
	    lexer->text.at[after] == '-')
		return true;
	*pos = after;
	return false;
}

/* The same for the word from 'start' to *after; past a space, else. */
static inline bool
cite_skip_may_head(const char *start, const char **after, const char *end)
{
	if (end - *after > 1 && **after == ' ' && (*after)[1] != '/' &&
	    (*after)[1] != ' ') {
		++*after;
		return false;
	}
	return *after - start <= 16 && cite_skip_is_head(*after, end);
}

/* Can the word at p, of ASCII letters, begin a cue? Few pairs do. */
static inline bool
cite_skip_pair(const struct cue_index *index, const char *p, const char *end)
{
	unsigned char first = (unsigned char)*p, second;

	if (end - p < 2 || cite_classes[first] != CLASS_ASCII)
		return true;
	second = (unsigned char)p[1];
	if (second >= 0x80)
		return true;
	if (cite_classes[second] != CLASS_ASCII)
		return index->pairs[first & 31] & 1;
	return index->pairs[first & 31] >> (second & 31) & 1;
}

/* True to stop at the word of Latin or Cyrillic script at p. */
static inline bool
cite_skip_starts(const struct cite_lexer *lexer, const char *p, const char *end,
		 const char **after)
{
	uint32_t hash = CUE_HASH_BEGIN, star = 0, letter;
	const char *start = p;
	size_t size;
	int count;

	if (!cite_skip_pair(lexer->index, p, end)) {
		*after = cite_skip_word(p + 1, end);
		return cite_skip_may_head(start, after, end);
	}
	for (count = 0; count < 4; count++, p += size) {
		letter = cite_skip_letter(p, end, &size);
		if (!letter)
			break;
		if (count == 3)
			star = cue_hash(hash, CUE_HASH_STAR);
		hash = cue_hash(hash, letter);
	}
	if (count == 3)
		star = cue_hash(hash, CUE_HASH_STAR);
	if (count < 4)
		hash = cue_hash(hash, CUE_HASH_SHORT);
	if (cue_is_start(lexer->index, hash) ||
	    (count > 2 && cue_is_start(lexer->index, star)))
		return true;
	*after = cite_skip_word(count ? p : p + 1, end);
	return cite_skip_may_head(start, after, end);
}

/* True to stop at the ideograph at 'pos'; *after is its end. */
static bool
cite_skip_ideograph(const struct cite_lexer *lexer, size_t pos, size_t *after)
{
	uint32_t first, second, hash;

	*after = pos + cite_char(&lexer->text, pos, &first);
	cite_char(&lexer->text, *after, &second);
	hash = cue_hash(CUE_HASH_BEGIN, first);
	return cue_is_start(lexer->index, hash) ||
	       cue_is_start(lexer->index, cue_hash(hash, second));
}

void
cite_lexer_skip(struct cite_lexer *lexer)
{
	const char *base = lexer->text.at, *end = base + lexer->text.len;
	const char *p = base + lexer->pos, *after = p;
	bool is_first = true; /* the word at hand is known to mean nothing */
	uint32_t cp;
	size_t pos;

	for (; p < end; is_first = false) {
		switch (cite_classes[(unsigned char)*p]) {
		case CLASS_ASCII:
		case CLASS_TWO:
			if (is_first)
				after = cite_skip_word(p + 1, end);
			else if (cite_skip_starts(lexer, p, end, &after))
				goto done;
			p = after;
			break;
		case CLASS_ARABIC:
			pos = (size_t)(p - base);
			if (is_first)
				pos = cite_skip_arabic_word(&lexer->text, pos);
			else if (cite_skip_arabic(lexer, &pos))
				goto done;
			p = base + pos == p ? p + 2 : base + pos;
			break;
		case CLASS_THREE:
			if (cite_skip_ideograph(lexer, (size_t)(p - base),
						&pos) &&
			    !is_first)
				goto done;
			p = base + pos;
			break;
		case CLASS_LOOK:
			pos = (size_t)(p - base);
			if (is_first)
				pos += cite_char(&lexer->text, pos, &cp);
			else if (cite_skip_look(lexer, &pos))
				goto done;
			p = base + pos;
			break;
		case CLASS_STOP:
			if (!is_first)
				goto done;
			p++;
			break;
		case CLASS_LINE:
			if (!is_first && end - p > 1 &&
			    (p[1] == '\n' || p[1] == '\r'))
				goto done;
			p++;
			break;
		default:
			p++;
			break;
		}
	}
done:
	lexer->pos = (size_t)(p < end ? p - base : end - base);
}
