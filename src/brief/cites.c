/* What a text cites: found in its words, and linked by its writer. */
#include "lectern/brief.h"
#include "lectern/cite.h"
#include "lectern/vector.h"

void
spans_citations(const char *text, size_t len, const struct span *spans,
		size_t span_count, const char *language,
		const struct cite_names *names, struct citations *out)
{
	VECTOR(struct cite_link) links = VECTOR_INIT;
	size_t i, end = 0;

	for (i = 0; i < span_count; i++) {
		if (spans[i].kind != SPAN_CITATION || !spans[i].target ||
		    spans[i].start < end)
			continue;
		end = spans[i].end;
		vector_push(&links,
			    (struct cite_link){spans[i].start, spans[i].end,
					       spans[i].target});
	}
	cite_find_linked(text, len, language, names, links.items, links.len,
			 out);
	vector_release(&links);
}

void
point_citations(const struct point *point, const char *language,
		const struct cite_names *names, struct citations *out)
{
	const struct block *block;
	size_t i;

	for (i = 0; i < point->block_count; i++) {
		block = &point->blocks[i];
		spans_citations(block->text, block->len, block->spans,
				block->span_count, language, names, out);
	}
}
