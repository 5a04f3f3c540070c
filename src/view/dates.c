/* The days of a meeting: see dates.h. */
#include "dates.h"

void
dates_append(struct buffer *out, const struct date_range *range)
{
	char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
	size_t skip = 0;

	if (!is_date(&range->first))
		return;
	date_format(&range->first, first);
	buffer_append_string(out, first);
	if (date_compare(&range->first, &range->last) == 0)
		return;
	date_format(&range->last, last);
	if (range->first.year == range->last.year)
		skip = range->first.month == range->last.month ? 8 : 5;
	buffer_printf(out, "/%s", last + skip);
}
