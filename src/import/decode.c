#include <errno.h>
#include <string.h>
#include <strings.h>

#include "decode.h"
#include "detect.h"
#include "lectern/memory.h"
#include "lectern/utf8.h"

#define DECODE_ROOM ((size_t)64 << 10)
#define DECODE_BAD  "\xef\xbf\xbd" /* U+FFFD */

struct decoded {
	struct buffer text;
	size_t start; /* of the text in the source: after the mark */
	size_t bad;
	size_t places[DECODE_PLACES_MAX];
	size_t place_count;
	bool has_crlf, has_cr, has_lf;
};

static void
decode_add_bad(struct decoded *decoded, size_t offset)
{
	buffer_append_string(&decoded->text, DECODE_BAD);
	decoded->bad++;
	if (decoded->place_count < DECODE_PLACES_MAX)
		decoded->places[decoded->place_count++] =
			decoded->start + offset;
}

/* Bytes that iconv refuses, one unit at a time; the rest is its work. */
static void
decode_convert(iconv_t converter, size_t unit, const char *text, size_t len,
	       struct decoded *decoded)
{
	/* iconv changes the pointer, not what it points to. */
	char *from = (char *)(uintptr_t)text, *to;
	size_t left = len, room, skip;

	while (left) {
		buffer_reserve(&decoded->text, DECODE_ROOM);
		to = decoded->text.data + decoded->text.len;
		room = DECODE_ROOM;
		errno = 0;
		if (iconv(converter, &from, &left, &to, &room) != (size_t)-1)
			errno = 0;
		decoded->text.len += DECODE_ROOM - room;
		decoded->text.data[decoded->text.len] = '\0';
		if (errno != EILSEQ && errno != EINVAL)
			continue;
		decode_add_bad(decoded, (size_t)(from - text));
		skip = unit < left ? unit : left;
		from += skip;
		left -= skip;
		iconv(converter, NULL, NULL, NULL, NULL);
	}
}

/* UTF-8 is checked here: iconv lets sequences of five bytes pass. */
static void
decode_check(const char *text, size_t len, struct decoded *decoded)
{
	size_t at = 0, good, i;
	uint32_t cp;

	while (at < len) {
		good = utf8_valid_prefix(text + at, len - at);
		buffer_append(&decoded->text, text + at, good);
		at += good;
		if (at == len)
			return;
		for (i = utf8_decode(text + at, len - at, &cp); i; i--)
			decode_add_bad(decoded, at++);
	}
}

/* A zero is no character of a text; one that is there is bad, and where it
 * was in the source is not known any more. */
static void
decode_replace_zeros(struct decoded *decoded)
{
	struct buffer old = decoded->text;
	const char *at = old.data, *end = at + old.len, *zero;

	if (!memchr(at, '\0', old.len))
		return;
	buffer_init(&decoded->text);
	while ((zero = memchr(at, '\0', (size_t)(end - at)))) {
		buffer_append(&decoded->text, at, (size_t)(zero - at));
		buffer_append_string(&decoded->text, DECODE_BAD);
		decoded->bad++;
		at = zero + 1;
	}
	buffer_append(&decoded->text, at, (size_t)(end - at));
	buffer_release(&old);
}

/* CR LF and CR are LF. In place: it only becomes shorter. */
static void
decode_end_lines(struct decoded *decoded)
{
	struct buffer *text = &decoded->text;
	size_t from, to = 0;
	char c;

	for (from = 0; from < text->len; from++) {
		c = text->data[from];
		if (c == '\r') {
			if (text->data[from + 1] == '\n') {
				decoded->has_crlf = true;
				from++;
			} else
				decoded->has_cr = true;
			c = '\n';
		} else if (c == '\n')
			decoded->has_lf = true;
		text->data[to++] = c;
	}
	buffer_truncate(text, to);
}

static const char *
decode_line_ends(const struct decoded *decoded)
{
	if (decoded->has_crlf + decoded->has_cr + decoded->has_lf > 1)
		return "mixed";
	if (decoded->has_crlf)
		return "crlf";
	return decoded->has_cr ? "cr" : "lf";
}

static void
decode_put(const struct detection *found, const struct decoded *decoded,
	   struct import_out *out)
{
	json_t *places = json_array(), *object;
	size_t i;

	for (i = 0; i < decoded->place_count; i++)
		json_array_append_new(
			places, json_integer((json_int_t)decoded->places[i]));
	object = json_pack("{s:s, s:s, s:i, s:s, s:b, s:I, s:o}", "encoding",
			   encoding_name(found->id), "by", found->by, "sure",
			   found->sure, "line-ends", decode_line_ends(decoded),
			   "bom", found->mark > 0, "bad",
			   (json_int_t)decoded->bad, "places", places);
	import_put(out, object);
	import_write(out, decoded->text.data, decoded->text.len);
}

static void
decode_refuse(struct import_out *out, const char *word, const char *value)
{
	const struct import_problem problem = {.word = word, .value = value};

	import_put_problem(out, &problem);
}

/* The mark that a text has goes, and says which end of UTF-16 is meant. */
static void
decode_take_name(const char *name, const char *text, size_t len,
		 struct detection *found)
{
	enum encoding_id id = encoding_find(name);
	bool has_mark = detect_mark(text, len, found);
	bool is_either =
		!strcasecmp(name, "UTF-16") || !strcasecmp(name, "UTF-32");

	if (!has_mark || (found->id != id && !is_either))
		*found = (struct detection){.id = id};
	found->by = "given";
	found->sure = 100;
}

static void
decode_text(const struct encodings *encodings, const struct detection *found,
	    const struct buffer *bytes, struct import_out *out)
{
	iconv_t converter = encodings->converters[found->id];
	struct decoded decoded = {.text = BUFFER_INIT, .start = found->mark};
	const char *text = bytes->data + found->mark;
	size_t len = bytes->len - found->mark;

	if (found->id == ENCODING_UTF_8)
		decode_check(text, len, &decoded);
	else
		decode_convert(converter, encoding_unit(found->id), text, len,
			       &decoded);
	decode_replace_zeros(&decoded);
	decode_end_lines(&decoded);
	decode_put(found, &decoded, out);
	buffer_release(&decoded.text);
}

void
decode_read(const struct encodings *encodings, const char *name,
	    struct import_in *in, struct import_out *out)
{
	struct buffer bytes = BUFFER_INIT;
	struct detection found;

	if (name && encoding_find(name) == ENCODING_COUNT) {
		decode_refuse(out, "encoding-unknown", name);
		return;
	}
	if (!import_read_all(in, DECODE_TEXT_MAX, &bytes)) {
		decode_refuse(out, "too-large", NULL);
		buffer_release(&bytes);
		return;
	}
	if (name)
		decode_take_name(name, bytes.data, bytes.len, &found);
	else
		detect_encoding(encodings, bytes.data, bytes.len, &found);
	if (found.id == ENCODING_COUNT)
		decode_refuse(out, "not-text", NULL);
	else if (encodings->converters[found.id] == (iconv_t)-1)
		decode_refuse(out, "encoding-missing", encoding_name(found.id));
	else
		decode_text(encodings, &found, &bytes, out);
	buffer_release(&bytes);
}
