/*
 * Whose words a paragraph is in: by its script, then by the letters and the
 * small words that one language has and its neighbours have not.
 */
#include <string.h>

#include "draft_parts.h"

/* So much of a paragraph tells its language. */
#define DRAFT_SAMPLE_MAX 320

struct draft_counts {
	int latin, cyrillic, kazakh, arabic, han;
	int words[TONGUE_OTHER];
};

struct draft_common {
	const char *words; /* with spaces around each */
	enum draft_tongue tongue;
};

/* Words that stand in every text and are no words of the others. */
static const struct draft_common draft_common[] = {
	{" the of and to in is that for with on are be by this not we it as "
	 "has have from which was were been our will should must would any "
	 "its their these all more regarding paragraph paragraphs item if "
	 "raised pressed background subparagraph article section question "
	 "points talking statement meeting security position states at or an "
	 "annex introduction key messages conclusion ministry foreign affairs "
	 "secretariat note page subject from date no united nations "
	 "draft agenda response reply asked other issue issues issued what "
	 "why how who does do ",
	 TONGUE_EN},
	{" le les des du et dans pour est sur par au aux ne pas nous ce cette "
	 "qui une sont ont être avec leur leurs ainsi été plus mais ou où "
	 "paragraphe paragraphes contexte article question soulevée si "
	 "réunion sécurité ministère affaires étrangères objet déclaration "
	 "position éléments langage point points nations unies à l d "
	 "qu tout toute toutes il elle elles je vous votre notre "
	 "ces son ses sa annexe ordre jour comment pourquoi quelle quel ",
	 TONGUE_FR},
	{" el los las del y una por para con se al lo su sus como más pero no "
	 "es son ha han sobre entre este esta estos párrafo párrafos artículo "
	 "cuestión pregunta antecedentes reunión seguridad ministerio asuntos "
	 "exteriores asunto declaración posición puntos punto naciones unidas "
	 "si plantea insiste nuestro nuestra nuestros ser debe deben también "
	 "mensajes clave tema anexo respecto contexto resolución qué cómo "
	 "cuál ",
	 TONGUE_ES},
	{" и в на не с по что к из для о от как это мы его их при а также "
	 "является до за или бы пункт пункты вопрос вопросу справочно тезисы "
	 "статья раздел если заседание позиция безопасности был была были "
	 "россии российской стороны со об государств позиции тема введение "
	 "документ подпункт министерство дел ",
	 TONGUE_RU},
	{" және мен бен пен үшін бұл осы болып табылады туралы бойынша тармақ "
	 "тармақтар сұрақ жауап анықтама егер бар жоқ деп біз "
	 "арқылы қазақстан керек емес бап бөлім да де та те жылғы ",
	 TONGUE_KK},
};

#define DRAFT_COMMON (sizeof draft_common / sizeof draft_common[0])
#define DRAFT_HASH   2166136261u

/* Letters that Kazakh has and Russian has not. */
static bool
is_draft_kazakh(uint32_t cp)
{
	switch (cp) {
	case 0x456: /* і */
	case 0x493: /* ғ */
	case 0x49b: /* қ */
	case 0x4a3: /* ң */
	case 0x4af: /* ү */
	case 0x4b1: /* ұ */
	case 0x4bb: /* һ */
	case 0x4d9: /* ә */
	case 0x4e9: /* ө */
		return true;
	default:
		return false;
	}
}

/* Letters with the signs of French or Spanish alone. */
static void
draft_count_letter(uint32_t cp, struct draft_counts *counts)
{
	if (cp == 0xf1 || cp == 0xed || cp == 0xf3 || cp == 0xe1 || cp == 0xfa)
		counts->words[TONGUE_ES]++;
	else if (cp == 0xe8 || cp == 0xea || cp == 0xe0 || cp == 0xe7 ||
		 cp == 0xf9 || cp == 0xf4 || cp == 0xee || cp == 0x153)
		counts->words[TONGUE_FR]++;
	if (cp < 0x250)
		counts->latin++;
	else if (cp >= 0x400 && cp < 0x530)
		counts->cyrillic++;
	else if (cp >= 0x600 && cp < 0x800)
		counts->arabic++;
	else if (is_draft_han(cp))
		counts->han++;
	counts->kazakh += is_draft_kazakh(cp);
}

/* ---- words ---- */

static uint32_t
draft_lexicon_hash(uint32_t hash, uint32_t cp)
{
	return (hash ^ cp) * 16777619u;
}

/* The slot of a word: its own, or an empty one. */
static size_t
draft_lexicon_slot(const struct draft_lexicon *lexicon, uint32_t hash)
{
	size_t slot = hash % DRAFT_LEXICON;

	while (lexicon->hashes[slot] && lexicon->hashes[slot] != hash)
		slot = (slot + 1) % DRAFT_LEXICON;
	return slot;
}

static void
draft_lexicon_add(struct draft_lexicon *lexicon, const char *words,
		  enum draft_tongue tongue)
{
	size_t len = strlen(words), at, slot;
	uint32_t hash = DRAFT_HASH, cp;

	for (at = 0; at < len;) {
		at += draft_char(words, len, at, &cp);
		if (cp != ' ') {
			hash = draft_lexicon_hash(hash, cp);
			continue;
		}
		slot = draft_lexicon_slot(lexicon, hash);
		if (hash != DRAFT_HASH) {
			lexicon->hashes[slot] = hash;
			lexicon->tongues[slot] |= 1u << tongue;
		}
		hash = DRAFT_HASH;
	}
}

struct draft_lexicon *
draft_lexicon_new(void)
{
	struct draft_lexicon *lexicon = mem_alloc(1, sizeof *lexicon);
	size_t i;

	for (i = 0; i < DRAFT_COMMON; i++)
		draft_lexicon_add(lexicon, draft_common[i].words,
				  draft_common[i].tongue);
	return lexicon;
}

static void
draft_count_word(const struct draft_lexicon *lexicon, uint32_t hash,
		 struct draft_counts *counts)
{
	unsigned tongues = lexicon->tongues[draft_lexicon_slot(lexicon, hash)];
	int i;

	for (i = 0; tongues; tongues >>= 1, i++)
		counts->words[i] += tongues & 1 ? 2 : 0;
}

static void
draft_count(const struct draft_lexicon *lexicon, const char *text, size_t len,
	    struct draft_counts *counts)
{
	uint32_t hash = DRAFT_HASH, cp;
	size_t at, size;

	memset(counts, 0, sizeof *counts);
	for (at = 0; at <= len; at += size) {
		cp = ' ';
		size = at < len ? draft_char(text, len, at, &cp) : 1;
		if (is_draft_letter(cp)) {
			draft_count_letter(cp, counts);
			hash = draft_lexicon_hash(hash, cp);
		} else if (hash != DRAFT_HASH) {
			draft_count_word(lexicon, hash, counts);
			hash = DRAFT_HASH;
		}
	}
}

static enum draft_tongue
draft_tongue_of_latin(const struct draft_counts *counts, int *sure)
{
	const int *words = counts->words;
	enum draft_tongue best = TONGUE_EN;
	int second = 0, i;
	static const enum draft_tongue latin[] = {TONGUE_EN, TONGUE_FR,
						  TONGUE_ES};

	for (i = 1; i < 3; i++)
		if (words[latin[i]] > words[best])
			best = latin[i];
	for (i = 0; i < 3; i++)
		if (latin[i] != best && words[latin[i]] > second)
			second = words[latin[i]];
	if (words[best] == second) {
		*sure = 0;
		return TONGUE_NONE;
	}
	/* One word, as "Conclusion", may be another language's too. */
	*sure = words[best] < 5 ? 40 : 100 - 60 * second / words[best];
	return best;
}

static enum draft_tongue
draft_tongue_of_cyrillic(const struct draft_counts *counts, int *sure)
{
	*sure = 90;
	if (counts->kazakh * 60 >= counts->cyrillic)
		return TONGUE_KK;
	if (counts->words[TONGUE_KK] > counts->words[TONGUE_RU])
		return TONGUE_KK;
	/* A few words may be of either. */
	if (!counts->words[TONGUE_RU] && counts->cyrillic < 24)
		*sure = 40;
	return TONGUE_RU;
}

enum draft_tongue
draft_tongue_of(const struct draft_lexicon *lexicon, const char *text,
		size_t len, int *sure)
{
	struct draft_counts counts;

	draft_count(lexicon, text,
		    len < DRAFT_SAMPLE_MAX ? len : DRAFT_SAMPLE_MAX, &counts);
	*sure = 95;
	if (counts.han * 3 > counts.latin + counts.cyrillic && counts.han)
		return TONGUE_ZH;
	if (counts.arabic > counts.latin + counts.cyrillic)
		return TONGUE_AR;
	if (counts.cyrillic > counts.latin)
		return draft_tongue_of_cyrillic(&counts, sure);
	if (counts.latin)
		return draft_tongue_of_latin(&counts, sure);
	*sure = 0;
	return TONGUE_NONE;
}

/* ---- a document's blocks ---- */

static enum draft_tongue
draft_tongue_named(struct draft_work *work, const char *tag)
{
	int i;

	for (i = 0; i < TONGUE_OTHER; i++)
		if (!strncmp(tag, work->tags[i], 2) &&
		    (!tag[2] || tag[2] == '-'))
			break;
	work->tags[i] = tag;
	return (enum draft_tongue)i;
}

static bool
draft_is_latin(enum draft_tongue tongue)
{
	return tongue == TONGUE_EN || tongue == TONGUE_FR ||
	       tongue == TONGUE_ES;
}

/* Only Latin letters, and no word that tells? */
static bool
draft_could_be(const struct draft_block *block, enum draft_tongue tongue)
{
	size_t at, size;
	uint32_t cp;

	if (!draft_is_latin(tongue))
		return false;
	for (at = 0; at < block->len; at += size) {
		size = draft_char(block->text, block->len, at, &cp);
		if (is_draft_letter(cp))
			return cp < 0x250;
	}
	return false;
}

/* The language of Latin letters that a document has most of. */
static enum draft_tongue
draft_most_latin(const struct draft_work *work)
{
	size_t bytes[TONGUE_COUNT] = {0}, i;
	enum draft_tongue best = TONGUE_EN;

	for (i = 0; i < work->blocks.len; i++)
		if (work->blocks.items[i].tongue != TONGUE_NONE)
			bytes[work->blocks.items[i].tongue] +=
				work->blocks.items[i].len;
	if (bytes[TONGUE_FR] > bytes[best])
		best = TONGUE_FR;
	if (bytes[TONGUE_ES] > bytes[best])
		best = TONGUE_ES;
	return bytes[best] ? best : TONGUE_EN;
}

static bool
draft_has_letters(const struct draft_block *block)
{
	size_t at, size;
	uint32_t cp;

	for (at = block->marker.size; at < block->len; at += size) {
		size = draft_char(block->text, block->len, at, &cp);
		if (is_draft_letter(cp))
			return true;
	}
	return false;
}

/* What no word tells goes with its neighbours of the same letters: with the
 * one after it where it is a heading, as most short ones are. */
static void
draft_tongues_settle(struct draft_work *work, const int *sure)
{
	struct draft_block *list = work->blocks.items;
	enum draft_tongue latin = draft_most_latin(work), near;
	size_t i;

	for (i = work->blocks.len; i-- > 0;) {
		if (list[i].tongue != TONGUE_NONE ||
		    !draft_could_be(&list[i], latin))
			continue;
		near = i + 1 < work->blocks.len ? list[i + 1].tongue
						: TONGUE_NONE;
		list[i].tongue = draft_is_latin(near) ? near : latin;
	}
	for (i = 1; i + 1 < work->blocks.len; i++) {
		near = list[i - 1].tongue;
		if (sure[i] >= 50 || near != list[i + 1].tongue)
			continue;
		if ((list[i].tongue == TONGUE_RU && near == TONGUE_KK) ||
		    (draft_is_latin(list[i].tongue) && draft_is_latin(near)))
			list[i].tongue = near;
	}
}

/* A few words in a language that nothing else is in are quoted. */
static void
draft_tongues_adopt(struct draft_work *work)
{
	size_t bytes[TONGUE_COUNT] = {0}, blocks[TONGUE_COUNT] = {0}, all = 0;
	struct draft_block *block;
	enum draft_tongue most = TONGUE_NONE;
	size_t i;
	int k;

	for (i = 0; i < work->blocks.len; i++) {
		block = &work->blocks.items[i];
		if (block->tongue == TONGUE_NONE)
			continue;
		bytes[block->tongue] += block->len;
		blocks[block->tongue]++;
		all += block->len;
	}
	for (k = 0; k < TONGUE_COUNT; k++)
		if (bytes[k] && (most == TONGUE_NONE || bytes[k] > bytes[most]))
			most = (enum draft_tongue)k;
	for (i = 0; i < work->blocks.len; i++) {
		block = &work->blocks.items[i];
		if (block->tongue == TONGUE_NONE || block->tongue == most ||
		    bytes[block->tongue] * 25 > all ||
		    blocks[block->tongue] > 3)
			continue;
		draft_add_block_item(work, DRAFT_UNSURE, "language", block);
		block->tongue = i ? work->blocks.items[i - 1].tongue : most;
		if (block->tongue == TONGUE_NONE)
			block->tongue = most;
	}
}

void
draft_languages_find(struct draft_work *work)
{
	struct draft_block *block;
	const char *tag;
	int *sure = mem_alloc(work->blocks.len + 1, sizeof *sure);
	size_t i;

	for (i = 0; i < work->blocks.len; i++) {
		block = &work->blocks.items[i];
		tag = work->sources[block->source].language;
		if (tag)
			block->tongue = draft_tongue_named(work, tag);
		else if (block->tongue != TONGUE_NONE)
			sure[i] = 100; /* its column says so */
		else if (draft_has_letters(block))
			block->tongue =
				draft_tongue_of(work->lexicon, block->text,
						block->len, &sure[i]);
	}
	draft_tongues_settle(work, sure);
	draft_tongues_adopt(work);
	free(sure);
}
