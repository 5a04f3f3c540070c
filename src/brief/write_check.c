/* The proof of a change: the new text parsed, and compared with the old. */
#include <string.h>

#include "internal.h"

struct write_proof {
	const struct brief *before, *after;
	const struct point *point; /* of 'before' */
	const struct point *changed;
	const struct point_change *change;
	struct buffer one, two;
};

static bool
proof_same(struct write_proof *proof)
{
	bool same = proof->one.len == proof->two.len &&
		    !memcmp(proof->one.data, proof->two.data, proof->one.len);

	buffer_reset(&proof->one);
	buffer_reset(&proof->two);
	return same;
}

static bool
proof_same_points(struct write_proof *proof, const struct section *a,
		  const struct section *b)
{
	size_t i;

	if (a->point_count != b->point_count)
		return false;
	for (i = 0; i < a->point_count; i++) {
		if (&a->points[i] == proof->point) {
			proof->changed = &b->points[i];
			continue;
		}
		point_dump_plain(&a->points[i], &proof->one);
		point_dump_plain(&b->points[i], &proof->two);
		if (!proof_same(proof))
			return false;
	}
	return true;
}

/* Everything but the point: title, preface, sections, other points. */
static bool
proof_same_rest(struct write_proof *proof)
{
	const struct brief *a = proof->before, *b = proof->after;
	size_t i;

	brief_dump_head(a, &proof->one);
	brief_dump_head(b, &proof->two);
	if (!proof_same(proof) || a->section_count != b->section_count)
		return false;
	for (i = 0; i < a->section_count; i++) {
		section_dump_plain(&a->sections[i], &proof->one);
		section_dump_plain(&b->sections[i], &proof->two);
		if (!proof_same(proof) ||
		    !proof_same_points(proof, &a->sections[i], &b->sections[i]))
			return false;
	}
	return proof->changed != NULL;
}

/* The old point with the parts that were to change taken from the new. */
static struct point
proof_expected(const struct write_proof *proof)
{
	struct point expected = *proof->point;
	const struct point *changed = proof->changed;
	const struct point_change *change = proof->change;

	if (change->text) {
		expected.blocks = changed->blocks;
		expected.block_count = changed->block_count;
		expected.comments = changed->comments;
		expected.comment_count = changed->comment_count;
	}
	if (change->cue) {
		expected.cues = changed->cues;
		expected.cue_count = changed->cue_count;
	}
	if (change->role >= 0 || change->priority >= 0) {
		expected.attributes = changed->attributes;
		expected.attribute_count = changed->attribute_count;
	}
	if (change->role >= 0)
		expected.role = (enum role)change->role;
	if (change->priority >= 0)
		expected.priority = change->priority;
	return expected;
}

static bool
proof_is_as_asked(struct write_proof *proof)
{
	struct point expected = proof_expected(proof);

	if (proof->change->cue &&
	    (proof->changed->cue_count > 0) != (proof->change->cue[0] != '\0'))
		return false;
	point_dump_plain(&expected, &proof->one);
	point_dump_plain(proof->changed, &proof->two);
	return proof_same(proof);
}

/* The lines of a text without the white space at their ends. */
static void
proof_trim(const char *text, struct buffer *out)
{
	const char *end;
	size_t len;

	for (; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		for (len = (size_t)(end - text);
		     len && strchr(" \t\r", text[len - 1]); len--)
			;
		if (!len && !out->len)
			continue;
		buffer_append(out, text, len);
		buffer_append_byte(out, '\n');
	}
	while (out->len && out->data[out->len - 1] == '\n')
		buffer_truncate(out, out->len - 1);
}

/* What was asked to be written must be what an editor would get back. */
static bool
proof_reads_back(struct write_proof *proof, const struct buffer *result)
{
	struct buffer markdown = BUFFER_INIT;

	if (!proof->change->text)
		return true;
	brief_point_markdown(result->data, result->len, proof->changed,
			     &markdown);
	proof_trim(markdown.data, &proof->one);
	proof_trim(proof->change->text, &proof->two);
	buffer_release(&markdown);
	return proof_same(proof);
}

enum status
write_check(const struct buffer *result, const struct brief *brief,
	    const struct point *point, const struct point_change *change,
	    struct error *err)
{
	struct diagnostics none = DIAGNOSTICS_INIT;
	struct brief *after = brief_parse(result->data, result->len,
					  brief->file, brief->language, &none);
	struct write_proof proof = {.before = brief,
				    .after = after,
				    .point = point,
				    .change = change,
				    .one = BUFFER_INIT,
				    .two = BUFFER_INIT};
	enum status rc = STATUS_OK;

	if (!proof_same_rest(&proof))
		rc = error_set(err, STATUS_INVALID,
			       _("This would change more than the point, so "
				 "nothing was written. Headings and numbers "
				 "of points do not belong in its text."));
	else if (!proof_is_as_asked(&proof) ||
		 !proof_reads_back(&proof, result))
		rc = error_set(err, STATUS_INVALID,
			       _("This would not be read back as it was "
				 "given, so nothing was written. Leave quotes "
				 "and {attributes} out of the text, and "
				 "blank lines between its parts."));
	buffer_release(&proof.one);
	buffer_release(&proof.two);
	brief_free(after);
	diagnostics_release(&none);
	return rc;
}
