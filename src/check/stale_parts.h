/*
 * stale_parts.h - what Git says of each line of a text: for stale.c and
 * stale_before.c.
 */
#ifndef LECTERN_CHECK_STALE_PARTS_H
#define LECTERN_CHECK_STALE_PARTS_H

#include "lectern/spawn.h"
#include "lectern/stale.h"
#include "lectern/vector.h"

struct blame_line {
	int number;	    /* from 1 */
	long long time;	    /* of its commit; of what is in none, now */
	const char *commit; /* 'commit_len' hexadecimal digits */
	size_t commit_len;
};

/* Git as it is run here: in the library, without hooks or helpers. The words
 * of 'command' end with NULL; at most GIT_WORDS_MAX. */
#define GIT_WORDS_MAX 8
enum status git_start(const struct library *lib, const char *const *command,
		      struct spawn_task *task, struct error *err) WARN_UNUSED;

enum status blame_start(const struct library *lib, const char *file,
			struct spawn_task *task, struct error *err) WARN_UNUSED;
/* Wait for what it says; false where it knows nothing. */
bool blame_finish(struct spawn_task *task, struct buffer *said);
void blame_each_line(const struct buffer *said,
		     void (*each)(const struct blame_line *line, void *data),
		     void *data);

/* Does a line of the text hold words of the point? */
bool is_stale_line_of(const struct point *point, int line);

#endif
