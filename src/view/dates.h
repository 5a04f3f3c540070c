/*
 * dates.h - the days of a meeting as short as they can be said.
 */
#ifndef LECTERN_VIEW_DATES_H
#define LECTERN_VIEW_DATES_H

#include "lectern/buffer.h"
#include "lectern/date.h"

/* Append "2021-05-27", "2021-05-27/28" or "2021-05-27/06-02": no part is said
 * twice. Nothing where there is no date. */
void dates_append(struct buffer *out, const struct date_range *range);

#endif
