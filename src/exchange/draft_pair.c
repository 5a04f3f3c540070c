/* The languages beside each other. */
#include <stdio.h>
#include <string.h>

#include "draft_parts.h"

/* "#israel", by the English name of the state a question is of. */
static void
draft_slug(const char *name, char id[64])
{
	size_t at = 0;

	for (; *name && at < 60; name++) {
		if ((*name | 0x20) >= 'a' && (*name | 0x20) <= 'z')
			id[at++] = (char)(*name | 0x20);
		else if (at && id[at - 1] != '-')
			id[at++] = '-';
	}
	id[at] = '\0';
}

void
draft_pair(struct draft_work *work)
{
	struct draft_section *section;
	size_t i, k;

	for (i = 0; i < TONGUE_COUNT; i++)
		for (k = 0; k < work->texts[i].sections.len; k++) {
			section = &work->texts[i].sections.items[k];
			if (!section->id[0] && section->country >= 0)
				draft_slug(draft_country_at(section->country)
						   ->names[TONGUE_EN],
					   section->id);
		}
}
