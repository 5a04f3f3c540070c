/*
 * option_refuse.h - what is said of an option that was refused; for option.c.
 */
#ifndef LECTERN_OPTION_REFUSE_H
#define LECTERN_OPTION_REFUSE_H

#include "lectern/option.h"

/* 'answer' is what getopt_long() returned ('?' or ':'), 'row' the one it
 * means, or NULL. Always STATUS_INVALID. */
enum status option_refuse(const struct option_row *table,
			  const struct option_row *row, int answer, char **argv,
			  struct error *err);

#endif
