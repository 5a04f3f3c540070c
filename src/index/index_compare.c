#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "index_local.h"
#include "lectern/path.h"

#define INDEX_GRAIN_NS	INT64_C(2000000000)
#define INDEX_NO_TIME	INT64_MIN
#define INDEX_SECOND_NS INT64_C(1000000000)

int64_t
index_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec * INDEX_SECOND_NS + now.tv_nsec;
}

static bool
index_same_names(const struct library_files *a, const struct library_files *b)
{
	size_t i;

	if (a->list.len != b->list.len)
		return false;
	for (i = 0; i < a->list.len; i++)
		if (strcmp(a->list.items[i].name, b->list.items[i].name))
			return false;
	return true;
}

static bool
index_same_identity(const struct file_identity *a,
		    const struct file_identity *b)
{
	return a->device == b->device && a->inode == b->inode &&
	       a->size == b->size && a->mtime_ns == b->mtime_ns;
}

/* The hash of a file as it is, 0 where it cannot be read. */
static void
index_hash_file(const struct library *lib, const char *meeting,
		struct library_file *file, struct buffer *text)
{
	char *folder = path_join(lib->path, meeting);
	char *path = path_join(folder, file->name);
	struct file_identity id;

	if (file_read(path, FILE_LIMIT, text, &id, NULL) == STATUS_OK)
		file->id = id;
	else
		file->id.hash = 0;
	free(path);
	free(folder);
}

/*
 * A file that could not be read has no hash. It is tried again each time, for
 * a change of permissions leaves no trace in size, time and inode; as long as
 * it still cannot be read, it is the same.
 */
enum index_change
index_compare(const struct library *lib, const char *meeting,
	      const struct library_files *indexed, struct library_files *now)
{
	enum index_change change = INDEX_SAME;
	const struct file_identity *old;
	struct buffer text = BUFFER_INIT;
	struct library_file *file;
	bool same;
	size_t i;

	if (!index_same_names(indexed, now))
		return INDEX_CHANGED;
	for (i = 0; i < now->list.len && change != INDEX_CHANGED; i++) {
		file = &now->list.items[i];
		old = &indexed->list.items[i].id;
		same = index_same_identity(old, &file->id);
		if (same && old->hash) {
			file->id.hash = old->hash;
			continue;
		}
		if (old->size != file->id.size) {
			change = INDEX_CHANGED;
			break;
		}
		index_hash_file(lib, meeting, file, &text);
		if (file->id.hash != old->hash || (!old->hash && !same))
			change = INDEX_CHANGED;
		else if (!same)
			change = INDEX_TOUCHED;
	}
	buffer_release(&text);
	return change;
}

void
index_distrust_recent(struct library_files *files, int64_t start)
{
	struct file_identity *id;
	size_t i;

	for (i = 0; i < files->list.len; i++) {
		id = &files->list.items[i].id;
		if (id->hash && id->mtime_ns > start - INDEX_GRAIN_NS)
			id->mtime_ns = INDEX_NO_TIME;
	}
}
