#include <ctype.h>
#include <string.h>

#include "internal.h"

/* ---- the normal form ---- */

static void
section_fold(const char *text, size_t len, struct buffer *out)
{
	size_t at = 0;
	uint32_t cp;

	while (at < len) {
		at += section_next_char(text + at, len - at, &cp);
		if (section_is_space(cp))
			continue;
		if (section_is_dash(cp))
			buffer_append_byte(out, '-');
		else if (section_digit(cp) >= 0)
			buffer_append_byte(out,
					   (char)('0' + section_digit(cp)));
		else
			buffer_append_char(out, cp);
	}
}

/* The point of many a numeric keypad is a comma. */
static void
section_point_commas(struct buffer *folded)
{
	size_t i;

	for (i = 1; i + 1 < folded->len; i++)
		if (folded->data[i] == ',' &&
		    isdigit((unsigned char)folded->data[i - 1]) &&
		    isdigit((unsigned char)folded->data[i + 1]))
			folded->data[i] = '.';
}

void
section_id_normalise(const char *text, size_t len, struct buffer *out)
{
	struct buffer folded = BUFFER_INIT, number = BUFFER_INIT;

	section_fold(text, len, &folded);
	section_point_commas(&folded);
	while (folded.len && folded.data[folded.len - 1] == '.')
		buffer_truncate(&folded, folded.len - 1);
	if (folded.len && section_number_parse(folded.data, folded.len, false,
					       &number) == folded.len)
		buffer_append(out, number.data, number.len);
	else
		buffer_append(out, folded.data, folded.len);
	buffer_release(&folded);
	buffer_release(&number);
}

/* ---- order ---- */

/* One part of an id: what parts it from the one before, and a number or a
 * word. */
struct section_part {
	int sign; /* 0 the start of the id or of a word in it, 1 '-', 2 '.' */
	bool is_number;
	const char *text;
	size_t len;
};

static bool
section_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
section_next_part(const char **id, struct section_part *part)
{
	const char *p = *id;

	if (!*p)
		return false;
	part->sign = *p == '-' ? 1 : *p == '.' ? 2 : 0;
	p += part->sign != 0;
	part->is_number = section_is_digit(*p);
	while (part->is_number && *p == '0' && section_is_digit(p[1]))
		p++;
	part->text = p;
	while (*p && *p != '.' && *p != '-' &&
	       section_is_digit(*p) == part->is_number)
		p++;
	part->len = (size_t)(p - part->text);
	*id = p;
	return true;
}

static int
section_compare_parts(const struct section_part *a,
		      const struct section_part *b)
{
	size_t len = a->len < b->len ? a->len : b->len;
	int order;

	if (a->sign != b->sign)
		return a->sign - b->sign;
	if (a->is_number != b->is_number)
		return a->is_number ? -1 : 1;
	if (a->is_number && a->len != b->len)
		return a->len < b->len ? -1 : 1;
	order = memcmp(a->text, b->text, len);
	if (order)
		return order;
	return (a->len > b->len) - (a->len < b->len);
}

int
section_id_compare(const char *a, const char *b)
{
	struct section_part one, two;
	bool has_one, has_two;
	int order;

	for (;;) {
		has_one = section_next_part(&a, &one);
		has_two = section_next_part(&b, &two);
		if (!has_one || !has_two)
			return has_one - has_two;
		order = section_compare_parts(&one, &two);
		if (order)
			return order;
	}
}

/* ---- ranges ---- */

bool
is_numeric_id(const char *id)
{
	bool digit = false, range = false;

	for (; *id; id++) {
		if (section_is_digit(*id)) {
			digit = true;
			continue;
		}
		if (!digit || (*id != '.' && *id != '-') ||
		    (*id == '-' && range))
			return false;
		range = range || *id == '-';
		digit = false;
	}
	return digit;
}

/* The two ends of a range; of a single number both are it. */
static void
section_split_range(const char *id, struct buffer *from, struct buffer *to)
{
	const char *dash = strchr(id, '-');

	buffer_append(from, id, dash ? (size_t)(dash - id) : strlen(id));
	buffer_append_string(to, dash ? dash + 1 : id);
}

/* Is 'id' 2.2.9.1 where 'whole' is 2.2.9? */
static bool
section_is_below(const char *whole, const char *id)
{
	struct section_part one, two;

	while (section_next_part(&whole, &one)) {
		if (!section_next_part(&id, &two) ||
		    section_compare_parts(&one, &two))
			return false;
	}
	return *id == '.';
}

static bool
section_range_has(const struct buffer *from, const struct buffer *to,
		  const char *number)
{
	return section_id_compare(from->data, number) <= 0 &&
	       (section_id_compare(number, to->data) <= 0 ||
		section_is_below(to->data, number));
}

bool
section_id_covers(const char *id, const char *wanted)
{
	struct buffer from = BUFFER_INIT, to = BUFFER_INIT;
	struct buffer first = BUFFER_INIT, last = BUFFER_INIT;
	bool covers;

	if (!section_id_compare(id, wanted))
		return true;
	if (!is_numeric_id(id) || !is_numeric_id(wanted) || !strchr(id, '-'))
		return false;
	section_split_range(id, &from, &to);
	section_split_range(wanted, &first, &last);
	covers = section_range_has(&from, &to, first.data) &&
		 section_range_has(&from, &to, last.data);
	buffer_release(&from);
	buffer_release(&to);
	buffer_release(&first);
	buffer_release(&last);
	return covers;
}
