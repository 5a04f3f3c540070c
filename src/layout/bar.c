#include "lectern/text.h"

void
text_bar(size_t part, size_t whole, int cells, struct buffer *out)
{
	int full = 0, i;

	if (part >= whole)
		full = whole ? cells : 0;
	else if (part)
		full = (int)(part * (size_t)cells / whole);
	/* Neither is a little nothing, nor most of it all. */
	if (part && !full)
		full = 1;
	for (i = 0; i < cells; i++)
		buffer_append_char(out, i < full ? 0x2588 : 0x2591);
}
