#define _XOPEN_SOURCE 700 /* nftw() */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "box.h"
#include "lectern/arena.h"
#include "lectern/path.h"

/* What the box hands out lives as long as it does. */
struct box_whole {
	struct box box;
	struct arena arena;
};

int
box_set_up(void **state)
{
	struct box_whole *whole = calloc(1, sizeof *whole);
	const char *tmp = getenv("TMPDIR");
	char path[4096];

	assert_non_null(whole);
	snprintf(path, sizeof path, "%s/lectern-box-XXXXXX",
		 tmp && tmp[0] ? tmp : "/tmp");
	assert_non_null(mkdtemp(path));
	whole->box.path = arena_strdup(&whole->arena, path);
	*state = &whole->box;
	return 0;
}

static int
box_remove(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

int
box_tear_down(void **state)
{
	struct box_whole *whole = *state;

	nftw(whole->box.path, box_remove, 16, FTW_DEPTH | FTW_PHYS);
	arena_release(&whole->arena);
	free(whole);
	return 0;
}

const char *
box_path(struct box *box, const char *name)
{
	struct box_whole *whole = (struct box_whole *)box;

	return arena_printf(&whole->arena, "%s/%s", box->path, name);
}

void
box_make_folder(struct box *box, const char *name)
{
	assert_int_equal(path_make_folders(box_path(box, name), NULL), 0);
}

void
box_write_bytes(struct box *box, const char *name, const void *data, size_t len)
{
	const char *path = box_path(box, name);
	char *folder = path_folder(path);
	FILE *file;

	assert_int_equal(path_make_folders(folder, NULL), 0);
	free(folder);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(data, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

void
box_write(struct box *box, const char *name, const char *text)
{
	box_write_bytes(box, name, text, strlen(text));
}

void
box_age(struct box *box, const char *name, long seconds)
{
	struct timespec times[2];

	clock_gettime(CLOCK_REALTIME, &times[0]);
	times[0].tv_sec -= seconds;
	times[1] = times[0];
	assert_int_equal(utimensat(AT_FDCWD, box_path(box, name), times, 0), 0);
}

bool
box_has(struct box *box, const char *name)
{
	struct stat st;

	return !lstat(box_path(box, name), &st);
}

size_t
box_count(struct box *box, const char *folder, const char *start)
{
	DIR *dir = opendir(box_path(box, folder));
	struct dirent *entry;
	size_t count = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		count += !strncmp(entry->d_name, start, strlen(start));
	closedir(dir);
	return count;
}

#define BOX_SOMEBODY 65534

static int
box_give(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return lchown(path, BOX_SOMEBODY, BOX_SOMEBODY);
}

void
box_stop_being_root(struct box *box)
{
	if (geteuid())
		return;
	assert_int_equal(nftw(box->path, box_give, 16, FTW_PHYS), 0);
	assert_int_equal(seteuid(BOX_SOMEBODY), 0);
}

void
box_be_root_again(void)
{
	if (!getuid())
		assert_int_equal(seteuid(0), 0);
}
