/* The forms of a point, and where its first sentence ends. */
#include <string.h>
#include <unictype.h>

#include "lectern/brief.h"
#include "lectern/utf8.h"

/* A word before a full stop that is no longer than this may be shortened:
 * "Mr.", «г.», «с.г.» end no sentence. */
#define SENTENCE_SHORT_WORD 2

static const char *const form_names[FORM_COUNT] = {
	[FORM_FULL] = "full",
	[FORM_KEY] = "key",
	[FORM_CUE] = "cue",
};

const char *
form_name(enum form form)
{
	return form_names[form];
}

static bool
sentence_is_space(char byte)
{
	return byte == ' ' || byte == '\n';
}

/* Is text[at..len), what follows a full stop, the start of a sentence? */
static bool
sentence_begins(const char *text, size_t len, size_t at)
{
	uint32_t cp = 0;

	while (at < len && sentence_is_space(text[at]))
		at++;
	if (at < len)
		utf8_decode(text + at, len - at, &cp);
	return at >= len ||
	       !uc_is_general_category_withtable(
		       cp, UC_CATEGORY_MASK_Ll | UC_CATEGORY_MASK_N);
}

/* Does the sentence end with 'cp', which text[at..len) follows? 'word' is the
 * letters right before it. */
static bool
sentence_ends(uint32_t cp, const char *text, size_t len, size_t at, size_t word)
{
	switch (cp) {
	case 0x3002: /* Chinese full stop, and marks of full width */
	case 0xff01:
	case 0xff1f:
		return true;
	case '!':
	case '?':
	case 0x61f: /* Arabic question mark */
	case 0x6d4: /* Urdu full stop */
	case 0x964: /* danda */
		return at >= len || sentence_is_space(text[at]);
	case '.':
		return at >= len || (sentence_is_space(text[at]) &&
				     word > SENTENCE_SHORT_WORD &&
				     sentence_begins(text, len, at));
	default:
		return false;
	}
}

size_t
sentence_length(const char *text, size_t len)
{
	size_t at = 0, word = 0;
	uint32_t cp;

	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		if (sentence_ends(cp, text, len, at, word))
			break;
		if (cp == ' ' || cp == '\n' || cp == 0xa0 || cp == '.')
			word = 0;
		else
			word++;
	}
	return at;
}

static void
form_join(struct buffer *out, size_t start, const char *between,
	  const char *text, size_t len)
{
	if (out->len > start)
		buffer_append_string(out, between);
	buffer_append(out, text, len);
}

/* Where key phrases gather. */
struct form_phrases {
	struct buffer *out;
	size_t start;
};

static void
form_add_phrase(const char *text, size_t len, void *data)
{
	struct form_phrases *phrases = data;

	form_join(phrases->out, phrases->start, " … ", text, len);
}

static void
form_key_text(const struct point *point, struct buffer *out)
{
	struct form_phrases phrases = {out, out->len};
	const struct block *first = point->blocks;

	if (point_key_phrases(point, form_add_phrase, &phrases) == 0 &&
	    point->block_count > 0)
		buffer_append(out, first->text,
			      sentence_length(first->text, first->len));
}

void
point_form_text(const struct point *point, enum form form, struct buffer *out)
{
	size_t start = out->len;

	if (form == FORM_FULL) {
		point_plain_text(point, out);
		return;
	}
	if (form == FORM_KEY || point->cue_count == 0) {
		form_key_text(point, out);
		return;
	}
	for (size_t i = 0; i < point->cue_count; i++)
		form_join(out, start, " ", point->cues[i].text,
			  point->cues[i].len);
}
