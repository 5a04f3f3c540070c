/* What stands in a library, without reading it. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "library_local.h"

#define FACTS_FILE "meeting.yaml"

void
library_names_release(struct library_names *names)
{
	size_t i;

	for (i = 0; i < names->list.len; i++)
		free(names->list.items[i]);
	vector_release(&names->list);
}

void
library_files_release(struct library_files *files)
{
	size_t i;

	for (i = 0; i < files->list.len; i++) {
		free(files->list.items[i].name);
		free(files->list.items[i].language);
	}
	vector_release(&files->list);
}

static int
name_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
library_file_compare(const void *first, const void *second)
{
	const struct library_file *a = first, *b = second;

	if (!a->language != !b->language)
		return a->language ? 1 : -1;
	return strcmp(a->name, b->name);
}

/* A folder to walk, below 'parent' (AT_FDCWD for none). NULL sets errno. */
static DIR *
library_open_folder(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir;
	int saved;

	if (fd < 0)
		return NULL;
	dir = fdopendir(fd);
	if (!dir) {
		saved = errno;
		close(fd);
		errno = saved;
	}
	return dir;
}

/* Does the folder 'name' hold a language file? 0 yes, else an errno value. */
static int
library_find_language(int parent, const char *name)
{
	DIR *dir = library_open_folder(parent, name);
	char tag[LANGUAGE_TAG_MAX];
	struct dirent *entry;
	int result = ENOENT;

	if (!dir)
		return errno;
	while (result && (entry = readdir(dir)))
		if (language_from_file_name(entry->d_name, tag, sizeof tag))
			result = 0;
	closedir(dir);
	return result;
}

/* Is the folder 'name' a meeting? 0 yes, ENOENT or ENOTDIR no, or what keeps
 * us from knowing. */
static int
library_probe_meeting(int parent, const char *name)
{
	struct buffer path = BUFFER_INIT;
	struct stat st;
	int result = 0;

	buffer_printf(&path, "%s/" FACTS_FILE, name);
	if (fstatat(parent, path.data, &st, AT_SYMLINK_NOFOLLOW))
		result = errno == ENOENT ? library_find_language(parent, name)
					 : errno;
	buffer_release(&path);
	return result;
}

/* Why a folder is left out; 'errnum' is 0 where it is its name. */
static void
library_note_folder(const char *name, int errnum, struct diagnostics *diags)
{
	struct buffer shown = BUFFER_INIT;

	library_name_for_message(name, &shown);
	if (errnum)
		diagnostics_add(diags, SEVERITY_ERROR, shown.data, 0, 0,
				"folder-unreadable",
				_("This folder cannot be read, so it is left "
				  "out: %s."),
				strerror(errnum));
	else
		diagnostics_add(diags, SEVERITY_WARNING, shown.data, 0, 0,
				"folder-name",
				_("This folder holds a brief, but its name "
				  "cannot be a meeting's id, so it is left "
				  "out. Rename it to letters and digits."));
	buffer_release(&shown);
}

static void
library_scan_entry(int parent, const struct dirent *entry,
		   struct library_names *names, struct diagnostics *diags)
{
	const char *name = entry->d_name;
	int probe;

	if (name[0] == '.' || !strcmp(name, "catalogue"))
		return;
	if (entry->d_type != DT_DIR && entry->d_type != DT_LNK &&
	    entry->d_type != DT_UNKNOWN)
		return;
	probe = library_probe_meeting(parent, name);
	if (!probe && is_meeting_name(name)) {
		vector_push(&names->list, mem_strdup(name));
		return;
	}
	if (diags && probe != ENOENT && probe != ENOTDIR)
		library_note_folder(name, probe, diags);
}

enum status
library_scan(const struct library *lib, struct library_names *names,
	     struct diagnostics *diags, struct error *err)
{
	DIR *dir = library_open_folder(AT_FDCWD, lib->path);
	enum status rc = STATUS_OK;
	struct dirent *entry;

	library_names_release(names);
	if (!dir)
		return error_set_io(err, errno, lib->path,
				    _("The library %s cannot be read"),
				    lib->path);
	for (;;) {
		errno = 0;
		entry = readdir(dir);
		if (!entry)
			break;
		library_scan_entry(dirfd(dir), entry, names, diags);
	}
	if (errno)
		rc = error_set_io(err, errno, lib->path,
				  _("The library %s cannot be read"),
				  lib->path);
	closedir(dir);
	if (names->list.len)
		qsort(names->list.items, names->list.len,
		      sizeof *names->list.items, name_compare);
	return rc;
}

enum status
library_list_meetings(const struct library *lib, struct library_names *names,
		      struct error *err)
{
	return library_scan(lib, names, NULL, err);
}

static void
library_add_file(int folder, const char *name, struct library_files *files)
{
	struct library_file file = {0};
	char tag[LANGUAGE_TAG_MAX];
	struct stat st;

	if (language_from_file_name(name, tag, sizeof tag))
		file.language = mem_strdup(tag);
	else if (strcmp(name, FACTS_FILE))
		return;
	file.name = mem_strdup(name);
	if (!fstatat(folder, name, &st, 0)) {
		file.id.device = st.st_dev;
		file.id.inode = st.st_ino;
		file.id.size = st.st_size;
		/* Unsigned: a file may claim to be of any year. */
		file.id.mtime_ns = (int64_t)((uint64_t)st.st_mtim.tv_sec *
						     UINT64_C(1000000000) +
					     (uint64_t)st.st_mtim.tv_nsec);
	}
	vector_push(&files->list, file);
}

enum status
library_list_files(const struct library *lib, const char *meeting,
		   struct library_files *files, struct error *err)
{
	enum status rc = STATUS_OK;
	char *path = NULL;
	struct dirent *entry;
	DIR *dir;

	library_files_release(files);
	if (!is_meeting_name(meeting) && !is_instrument_id(meeting))
		return error_set(err, STATUS_NOT_FOUND,
				 _("'%s' cannot be the id of a meeting."),
				 meeting);
	path = path_join(lib->path, meeting);
	dir = library_open_folder(AT_FDCWD, path);
	if (!dir) {
		rc = error_set_io(err, errno == ENOTDIR ? ENOENT : errno, path,
				  _("The folder of the meeting %s cannot be "
				    "read"),
				  meeting);
		goto out;
	}
	while ((entry = readdir(dir)))
		library_add_file(dirfd(dir), entry->d_name, files);
	closedir(dir);
	if (!files->list.len)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("The folder %s holds neither meeting.yaml nor "
				 "a text such as en.md."),
			       path);
	else
		qsort(files->list.items, files->list.len,
		      sizeof *files->list.items, library_file_compare);
out:
	free(path);
	return rc;
}
