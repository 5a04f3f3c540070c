/* When each line of a text was changed: what `git blame` says. */
#include <stdlib.h>
#include <string.h>

#include "stale_parts.h"

#define GIT_OUTPUT_MAX (64u << 20)

enum status
git_start(const struct library *lib, const char *const *command,
	  struct spawn_task *task, struct error *err)
{
	const char *argv[GIT_WORDS_MAX + 8] = {"git",
					       "-C",
					       lib->path,
					       "-c",
					       "core.fsmonitor=false",
					       "-c",
					       "core.hooksPath=/dev/null"};
	size_t count = 7, i;

	for (i = 0; i < GIT_WORDS_MAX && command[i]; i++)
		argv[count++] = command[i];
	argv[count] = NULL;
	return spawn_task_start(argv, task, err);
}

enum status
blame_start(const struct library *lib, const char *file,
	    struct spawn_task *task, struct error *err)
{
	const char *const command[] = {
		"blame", "--line-porcelain", "--no-textconv", "--", file, NULL};

	return git_start(lib, command, task, err);
}

bool
blame_finish(struct spawn_task *task, struct buffer *said)
{
	return spawn_task_is_done(task, true) &&
	       spawn_task_output(task, GIT_OUTPUT_MAX, said);
}

/* Of each line: its commit, "committer-time N" and other facts; then the line
 * itself after a tab. */
void
blame_each_line(const struct buffer *said,
		void (*each)(const struct blame_line *line, void *data),
		void *data)
{
	static const char field[] = "committer-time ";
	const char *at = said->data, *end = at + said->len, *next;
	struct blame_line line = {.number = 1};
	bool is_first = true;

	while (at < end) {
		next = memchr(at, '\n', (size_t)(end - at));
		next = next ? next + 1 : end;
		if (is_first) {
			line.commit = at;
			line.commit_len = strspn(at, "0123456789abcdef");
		}
		is_first = *at == '\t';
		if (is_first) {
			each(&line, data);
			line.number++;
		} else if (!strncmp(at, field, strlen(field))) {
			line.time = strtoll(at + strlen(field), NULL, 10);
		}
		at = next;
	}
}

bool
is_stale_line_of(const struct point *point, int line)
{
	size_t i;

	for (i = 0; i < point->part_count; i++)
		if (point->parts[i].kind == PART_TEXT &&
		    line >= point->parts[i].first_line &&
		    line <= point->parts[i].last_line)
			return true;
	return false;
}
