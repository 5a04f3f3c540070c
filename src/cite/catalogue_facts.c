/* What the catalogue knows of a document, in words. */
#include "lectern/catalogue.h"
#include "lectern/words.h"

static void
instrument_format_vote(const struct instrument *one, struct buffer *out)
{
	if (one->vote == VOTE_WITHOUT)
		buffer_append_string(out, _("adopted without a vote"));
	else if (one->vote == VOTE_COUNTED)
		buffer_printf(out,
			      _("adopted by %d votes to %d, with %d "
				"abstentions"),
			      one->yes, one->no, one->abstaining);
}

void
instrument_format_facts(const struct instrument *one, struct buffer *out)
{
	struct buffer vote = BUFFER_INIT;
	const char *parts[4];
	size_t start = out->len, i;

	instrument_format_vote(one, &vote);
	parts[0] = one->cells[CATALOGUE_KIND];
	parts[1] = one->cells[CATALOGUE_BODY];
	parts[2] = one->cells[CATALOGUE_ADOPTED];
	parts[3] = vote.data;
	for (i = 0; i < 4; i++)
		if (*parts[i])
			buffer_printf(out, "%s%s", out->len > start ? ", " : "",
				      parts[i]);
	buffer_release(&vote);
}
