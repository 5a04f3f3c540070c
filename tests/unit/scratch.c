#include "config.h" /* _GNU_SOURCE, for nftw */

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"

struct scratch {
	char folder[256]; /* first: *state is a path */
	int fds;
};

int
scratch_count_fds(void)
{
	DIR *dir = opendir("/proc/self/fd");
	int count = 0;

	if (!dir)
		return 0;
	while (readdir(dir))
		count++;
	closedir(dir);
	return count;
}

int
scratch_setup(void **state)
{
	struct scratch *scratch = calloc(1, sizeof *scratch);
	const char *parent = getenv("TMPDIR");

	if (!scratch)
		return -1;
	scratch->fds = scratch_count_fds();
	snprintf(scratch->folder, sizeof scratch->folder,
		 "%s/lectern-test-XXXXXX", parent ? parent : "/tmp");
	if (!mkdtemp(scratch->folder))
		return -1;
	*state = scratch;
	return 0;
}

static int
scratch_remove(const char *path, const struct stat *st, int type,
	       struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	if (type == FTW_D || type == FTW_DNR)
		chmod(path, 0700);
	return remove(path);
}

int
scratch_teardown(void **state)
{
	struct scratch *scratch = *state;
	int rc = nftw(scratch->folder, scratch_remove, 8, FTW_DEPTH | FTW_PHYS);

	if (scratch_count_fds() != scratch->fds) {
		print_error("%d descriptors before the test, %d after\n",
			    scratch->fds, scratch_count_fds());
		rc = -1;
	}
	free(scratch);
	return rc;
}

const char *
scratch_path(void *const *state, const char *name)
{
	static char paths[8][2048];
	static int turn;

	turn = (turn + 1) % 8;
	snprintf(paths[turn], sizeof paths[turn], "%s/%s", (const char *)*state,
		 name);
	return paths[turn];
}

void
scratch_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

char *
scratch_slurp(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text;
	size_t len;

	if (!file)
		return NULL;
	text = calloc(1, 1u << 20);
	if (!text)
		abort();
	len = fread(text, 1, (1u << 20) - 1, file);
	text[len] = '\0';
	fclose(file);
	return text;
}

void
scratch_check(const char *path, const char *text)
{
	char *found = scratch_slurp(path);

	assert_non_null(found);
	assert_string_equal(found, text);
	free(found);
}

int
scratch_count(const char *folder, const char *prefix)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int count = 0;

	if (!dir)
		return 0;
	while ((entry = readdir(dir)))
		count += !strncmp(entry->d_name, prefix, strlen(prefix));
	closedir(dir);
	return count;
}

bool
scratch_in_valgrind(void)
{
	const char *preload = getenv("LD_PRELOAD");

	return preload && strstr(preload, "vgpreload");
}

int
scratch_wait(int child)
{
	int status = 0;

	if (waitpid(child, &status, 0) != child)
		return -1;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status)
				   : WEXITSTATUS(status);
}

int
scratch_run(int (*group)(void))
{
	static const char bad[] = "not ok", skipped[] = "# SKIP";
	char line[4096], *start;
	int ends[2], child;
	FILE *from;

	if (pipe(ends) != 0)
		return 99;
	child = fork();
	if (!child) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		exit(group());
	}
	close(ends[1]);
	from = child > 0 ? fdopen(ends[0], "r") : NULL;
	if (!from)
		return 99;
	while (fgets(line, sizeof line, from)) {
		start = line;
		if (!strncmp(line, bad, strlen(bad)) && strstr(line, skipped))
			start += strlen("not ");
		fputs(start, stdout);
	}
	fclose(from);
	return scratch_wait(child);
}
