/*
 * diagnostic.h - what is wrong with a text, and where.
 *
 * Parsers never fail on bad input: they add a diagnostic and go on. A list
 * belongs to whoever made it; it copies every string. Lines are 1-based;
 * columns are 1-based and count characters (code points), not bytes, as
 * editors do. Printed as FILE:LINE:COL: severity: message [rule].
 */
#ifndef LECTERN_DIAGNOSTIC_H
#define LECTERN_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/arena.h"
#include "lectern/buffer.h"
#include "lectern/vector.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

struct diagnostic {
	enum severity severity;
	const char *file;    /* as given by the caller; "" where unknown */
	int line, column;    /* 0 where unknown */
	const char *rule;    /* short id such as "section-without-id"; static */
	const char *message; /* translated: what, and the cure */
};

struct diagnostics {
	struct arena arena;
	VECTOR(struct diagnostic) list;
};

#define DIAGNOSTICS_INIT                                                       \
	{                                                                      \
		ARENA_INIT, VECTOR_INIT                                        \
	}

void diagnostics_release(struct diagnostics *diags);

/* 'rule' must be a string literal. */
void diagnostics_add(struct diagnostics *diags, enum severity severity,
		     const char *file, int line, int column, const char *rule,
		     const char *fmt, ...) PRINTF_LIKE(7, 8);

/* How many are at least this severe. */
size_t diagnostics_count(const struct diagnostics *diags,
			 enum severity at_least);

/* By file, line, column; stable. */
void diagnostics_sort(struct diagnostics *diags);

/* "error", "warning", "note": never translated, editors read them. */
const char *severity_name(enum severity severity);

/* The line as printed, without a newline. */
void diagnostic_format(const struct diagnostic *diag, struct buffer *out);

#endif
