/*
 * guard.h - the walk of guard.c over the lines; guard_containers.c keeps the
 * stack of what CommonMark would have open.
 */
#ifndef LECTERN_BRIEF_GUARD_H
#define LECTERN_BRIEF_GUARD_H

#include "internal.h"

struct guard_container {
	bool is_quote;
	int width; /* of an item: columns its content is indented by */
};

struct guard {
	struct source *src;
	struct reporter *rep;
	char *out;
	int line;
	struct guard_container stack[BRIEF_NESTING_MAX];
	int depth;
	bool after_blank; /* no paragraph is open, none can be continued */
	bool hide_marks;  /* in this paragraph */
	bool told_marks;
	size_t blocks, marks, unclosed;
	/* Last places in this paragraph where raw HTML could close. */
	size_t last_comment, last_query, last_cdata, last_angle;
};

/* A place in a line, and its column with tabs as stops of four. */
struct guard_place {
	size_t at, end;
	int column;
};

/* Is it a thematic break? Then its marks are no emphasis and no list. */
bool guard_is_rule(const struct guard *guard, struct guard_place place);
/* Continue and open containers at the start of a line; 'place' moves to its
 * content. False: nested too deep, and a diagnostic says so. */
bool guard_open_containers(struct guard *guard, struct guard_place *place);

#endif
