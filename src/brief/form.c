/* The forms of a point. */
#include <string.h>

#include "lectern/brief.h"
#include "lectern/sentence.h"

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
			      sentence_end(first->text, first->len, 0, ""));
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
