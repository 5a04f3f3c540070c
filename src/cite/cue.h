/*
 * cue.h - the words by which text announces a citation, a table per language.
 *
 * A row is a phrase in lower case. A space stands for one to four spaces or
 * line breaks, '*' at a word's end for up to ten more letters of it. The
 * rows of all languages are reached through one index by the first four
 * letters, folded (chars.h), so that a word of the text costs two look-ups.
 */
#ifndef LECTERN_CITE_CUE_H
#define LECTERN_CITE_CUE_H

#include "chars.h"

enum cite_kind {
	CITE_END,
	CITE_WORD,   /* a word that means nothing here */
	CITE_NUMBER, /* digits stand here */
	CITE_SYMBOL, /* A/75/816 */
	CITE_NAME,   /* a name of the catalogue */
	CITE_BREAK,  /* end of a sentence or paragraph */
	CITE_COMMA,  /* , ; ، 、 */
	CITE_DASH,
	CITE_OPEN, /* ( [ */
	CITE_CLOSE,
	CITE_QUOTE_OPEN,
	CITE_QUOTE_CLOSE,
	CITE_MARK,	  /* any other sign */
	CITE_NOUN,	  /* resolution, decision */
	CITE_BODY,	  /* whose it is */
	CITE_BODY_NOUN,	  /* UNSCR: both in one word */
	CITE_UNITED,	  /* "United Nations": whose body is ours */
	CITE_FILLER,	  /* of, от, de: between a cue and its number */
	CITE_AND,	  /* and, или, و: joins numbers */
	CITE_TO,	  /* to, по, à: a range */
	CITE_NUMBER_SIGN, /* No., №, رقم, 第 */
	CITE_MONTH,
	CITE_YEAR,	/* года, 年, жылғы */
	CITE_PARAGRAPH, /* para., пункт */
	CITE_OWN,	/* its, свои */
	CITE_SUFFIX,	/* 号 after the number */
	CITE_URL,
	CITE_TREATY, /* ETS: a series of treaties */
};

enum cite_noun { CITE_NO_NOUN, CITE_RESOLUTION, CITE_DECISION };

enum cite_body {
	CITE_NO_BODY,
	CITE_ASSEMBLY,
	CITE_COUNCIL,
	CITE_ECOSOC,
	CITE_RIGHTS,	/* Human Rights Council */
	CITE_PERMANENT, /* OSCE Permanent Council */
	CITE_FOREIGN,	/* numbers its resolutions otherwise than ours */
};

enum {
	CUE_UPPER = 1, /* only in capitals: ГА, SC */
	CUE_DOT = 2,   /* a full stop after it belongs to it */
	CUE_AFTER = 4, /* a noun that follows its number: 决议, қарары */
	CUE_PLURAL = 8,
	CUE_THIS = 16,	 /* "of this year": a year by itself */
	CUE_LOOSE = 32,	 /* needs no end of word: "n°74" */
	CUE_TURNED = 64, /* its 75/240 may be written from right to left */
};

enum {
	CITE_EN = 1,
	CITE_RU = 2,
	CITE_FR = 4,
	CITE_ES = 8,
	CITE_AR = 16,
	CITE_ZH = 32,
	CITE_KK = 64,
	CITE_ALL = 127,
};

struct cue {
	const char *pattern;
	uint8_t kind; /* enum cite_kind */
	uint8_t value;
	uint8_t flags;
};

/* A language's rows end with a NULL pattern. */
extern const struct cue cues_english[], cues_russian[], cues_french[],
	cues_spanish[], cues_arabic[], cues_chinese[], cues_kazakh[];

/* The value of a filler that stands before a title and its number. */
#define CITE_ENTITLES 1

#define CUE_SLOTS  2048
#define CUE_STARTS 32768
#define CUE_ROWS   896

struct cue_index {
	uint16_t head[CUE_SLOTS]; /* row + 1, 0 for none */
	uint16_t next[CUE_ROWS];
	const struct cue *row[CUE_ROWS];
	uint32_t hash[CUE_ROWS]; /* of the row's first word */
	uint8_t languages[CUE_ROWS];
	size_t count;
	/* Slots of words that begin something, for the fast pass: a cue or a
	 * name, but no filler. */
	uint64_t starts[CUE_STARTS / 64];
	/* Their first two letters, where both are a to z: a bit for the second
	 * in the word of the first. */
	uint32_t pairs[32];
};

/* Bits of languages for a BCP 47 tag: its own and English, whose titles and
 * cues stand in texts of every language; all for NULL and for others. */
unsigned cite_language_mask(const char *tag);

void cue_index_build(struct cue_index *index);

/*
 * A word is filed under its first four letters; a shorter one under all of
 * them, and a pattern of three letters and '*' under these. So a word of the
 * text has two slots at most. An ideograph is a word by itself.
 */
#define CUE_HASH_BEGIN UINT32_C(0x811c9dc5)
#define CUE_HASH_SHORT 0xffff
#define CUE_HASH_STAR  0xfffe

static inline uint32_t
cue_hash(uint32_t hash, uint32_t letter)
{
	return (hash ^ letter) * UINT32_C(0x9e3779b1);
}

static inline size_t
cue_slot(uint32_t hash)
{
	return (hash ^ hash >> 15) % CUE_SLOTS;
}

static inline size_t
cue_start(uint32_t hash)
{
	return (hash ^ hash >> 16) % CUE_STARTS;
}

struct cue_hashes {
	uint32_t hash[2]; /* the second may equal the first */
};

/* The hashes of the word at 'pos'. */
void cue_hashes_at(const struct cite_text *text, size_t pos,
		   struct cue_hashes *hashes);

static inline bool
cue_is_start(const struct cue_index *index, uint32_t hash)
{
	size_t bit = cue_start(hash);

	return index->starts[bit / 64] >> (bit % 64) & 1;
}

static inline bool
cue_are_start(const struct cue_index *index, const struct cue_hashes *hashes)
{
	return cue_is_start(index, hashes->hash[0]) ||
	       cue_is_start(index, hashes->hash[1]);
}

/* Make all words that begin like the one at the start of 'text' be tried. */
void cue_index_add_start(struct cue_index *index, const struct cite_text *text);

/*
 * The longest cue at 'pos', whose word has these hashes, or NULL; *end is its
 * end. 'mask' are the languages asked for.
 */
const struct cue *cue_match(const struct cue_index *index,
			    const struct cite_text *text, size_t pos,
			    const struct cue_hashes *hashes, unsigned mask,
			    size_t *end);

/* As cue_match() for one pattern: its end, or 0. */
size_t cue_match_pattern(const char *pattern, unsigned flags,
			 const struct cite_text *text, size_t pos);

#endif
