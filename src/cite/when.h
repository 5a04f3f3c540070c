/* when.h - dates as the seven languages write them beside a number. */
#ifndef LECTERN_CITE_WHEN_H
#define LECTERN_CITE_WHEN_H

#include "lectern/date.h"

#include "lexer.h"

struct cite_when {
	struct date date; /* month 0 where only a year is given */
	int year;	  /* 0 where none is */
	size_t start, end;
};

/*
 * A date at 'pos', where a digit or the name of a month stands: 31 December
 * 2020, December 31, 2020, 4 and 14 July 1967 (the last day), 27.03.2014,
 * 2020 жылғы 31 желтоқсан, 2000年12月4日, 26 мая с.г., 2004 года.
 */
bool cite_when_read(const struct cite_lexer *lexer, size_t pos,
		    struct cite_when *when);

#endif
