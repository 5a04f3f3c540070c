/* A meeting read from its files; whatever is wrong with them is a diagnostic
 * of the meeting. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "library_local.h"

/* What is carried from file to file while one meeting is read. */
struct library_reader {
	const struct library *lib;
	struct meeting *meeting;
	struct library_files *files;
	struct buffer text; /* the file read last */
	struct buffer name; /* "MEETING/FILE", as diagnostics name it */
};

static void
library_set_name(struct library_reader *reader, const char *file)
{
	buffer_reset(&reader->name);
	buffer_printf(&reader->name, "%s/%s", reader->meeting->id, file);
}

/* Why a file is left out, in words; 'err' is what file_read() said. */
static void
library_note_unread(struct library_reader *reader, const struct error *err)
{
	struct diagnostics *diags = &reader->meeting->diags;
	const char *name = reader->name.data;

	switch (err->code) {
	case STATUS_NOT_FOUND:
		diagnostics_add(diags, SEVERITY_ERROR, name, 0, 0,
				"file-missing",
				_("This is a link to nothing, or the file has "
				  "just gone; it is left out."));
		break;
	case STATUS_INVALID:
		diagnostics_add(diags, SEVERITY_ERROR, name, 0, 0,
				"file-not-regular",
				_("A folder, pipe or device stands in the "
				  "place of this file; it is left out. Put a "
				  "text file there."));
		break;
	case STATUS_LIMIT:
		diagnostics_add(diags, SEVERITY_ERROR, name, 0, 0,
				"file-too-long",
				_("This file is longer than %u MiB; it is "
				  "left out. Divide it into several meetings."),
				FILE_LIMIT >> 20);
		break;
	default:
		diagnostics_add(diags, SEVERITY_ERROR, name, 0, 0,
				"file-unreadable",
				_("This file cannot be read, so it is left "
				  "out. Check its permissions. (%s)"),
				err->message);
	}
}

/* Read one file into reader->text; false leaves a diagnostic, and the file
 * with the identity it was listed with, without a hash. */
static bool
library_read_file(struct library_reader *reader, struct library_file *file)
{
	struct file_identity id = {0};
	struct error err = ERROR_INIT;
	char *path;
	bool done;

	library_set_name(reader, file->name);
	path = path_join(reader->lib->path, reader->name.data);
	done = file_read(path, FILE_LIMIT, &reader->text, &id, &err) ==
	       STATUS_OK;
	if (done)
		file->id = id;
	else
		library_note_unread(reader, &err);
	free(path);
	return done;
}

void
library_give_title(struct meeting *meeting)
{
	struct meeting_facts *facts = &meeting->facts;
	struct translated *title;

	if (meeting_title(facts, "")[0])
		return;
	title = arena_alloc(&facts->arena, 1, sizeof *title);
	title->language = "";
	title->text = arena_strdup(&facts->arena, meeting->id);
	facts->titles = title;
	facts->title_count = 1;
}

static void
library_read_facts(struct library_reader *reader)
{
	struct library_file *file = reader->files->list.items;
	struct meeting *meeting = reader->meeting;

	if (file->language && is_instrument_id(meeting->id)) {
		library_set_instrument_facts(reader->lib, meeting->id,
					     &meeting->facts);
	} else if (file->language) {
		library_set_name(reader, "meeting.yaml");
		diagnostics_add(&meeting->diags, SEVERITY_ERROR,
				reader->name.data, 0, 0, "facts-missing",
				_("This meeting has no meeting.yaml. Write one "
				  "with at least its title and its date."));
	} else if (library_read_file(reader, file)) {
		meeting_facts_parse(reader->text.data, reader->text.len,
				    reader->name.data, &meeting->facts,
				    &meeting->diags);
	}
	library_give_title(meeting);
}

/* Position of 'tag' in 'languages' of meeting.yaml, or their number. */
static size_t
library_language_rank(const struct meeting_facts *facts, const char *tag)
{
	size_t i;

	for (i = 0; i < facts->language_count; i++)
		if (!strcasecmp(facts->languages[i], tag))
			break;
	return i;
}

static bool
library_is_taken(const struct library_reader *reader, size_t file)
{
	const struct library_file *list = reader->files->list.items;
	size_t i;

	for (i = 0; i < file; i++)
		if (list[i].language &&
		    !strcmp(list[i].language, list[file].language))
			return true;
	return false;
}

static void
library_read_brief(struct library_reader *reader, size_t index)
{
	struct library_file *file = &reader->files->list.items[index];
	struct meeting *meeting = reader->meeting;

	/* Read in any case, for the hash: it may be what changes. */
	if (!library_read_file(reader, file))
		return;
	if (library_is_taken(reader, index)) {
		diagnostics_add(&meeting->diags, SEVERITY_ERROR,
				reader->name.data, 0, 0, "language-twice",
				_("Another file holds the same language, so "
				  "this one is left out. Join them, or rename "
				  "one."));
		return;
	}
	meeting_take_brief(meeting,
			   brief_parse(reader->text.data, reader->text.len,
				       reader->name.data, file->language,
				       &meeting->diags));
}

/* The languages that meeting.yaml names come first: where there are more than
 * a meeting can hold, they are those that are kept. */
static void
library_read_briefs(struct library_reader *reader)
{
	const struct meeting_facts *facts = &reader->meeting->facts;
	struct library_file *list = reader->files->list.items;
	size_t rank, i;

	for (rank = 0; rank <= facts->language_count; rank++)
		for (i = 0; i < reader->files->list.len; i++)
			if (list[i].language &&
			    library_language_rank(facts, list[i].language) ==
				    rank)
				library_read_brief(reader, i);
}

/* What 'languages' names and no file holds, and the other way about. */
static void
library_check_languages(struct library_reader *reader)
{
	struct meeting *meeting = reader->meeting;
	const struct meeting_facts *facts = &meeting->facts;
	const struct library_file *list = reader->files->list.items;
	size_t i, j;

	for (i = 0; i < facts->language_count; i++) {
		for (j = 0; j < reader->files->list.len; j++)
			if (list[j].language &&
			    !strcasecmp(list[j].language, facts->languages[i]))
				break;
		if (j < reader->files->list.len)
			continue;
		library_set_name(reader, "meeting.yaml");
		diagnostics_add(&meeting->diags, SEVERITY_NOTE,
				reader->name.data, 0, 0,
				"language-without-file",
				_("'languages' names %s, but there is no file "
				  "%s.md."),
				facts->languages[i], facts->languages[i]);
	}
	for (j = 0; facts->language_count && j < reader->files->list.len; j++) {
		if (!list[j].language ||
		    library_language_rank(facts, list[j].language) <
			    facts->language_count)
			continue;
		library_set_name(reader, list[j].name);
		diagnostics_add(&meeting->diags, SEVERITY_NOTE,
				reader->name.data, 0, 0, "language-not-listed",
				_("'languages' in meeting.yaml does not name "
				  "%s; it is shown after those it names."),
				list[j].language);
	}
}

/* Texts that nobody will see because of what they are called. */
static void
library_check_names(struct library_reader *reader)
{
	char *path = path_join(reader->lib->path, reader->meeting->id);
	char tag[LANGUAGE_TAG_MAX];
	DIR *dir = opendir(path);
	struct dirent *entry;
	size_t len;

	while (dir && (entry = readdir(dir))) {
		len = strlen(entry->d_name);
		if (len < 3 || strcmp(entry->d_name + len - 3, ".md") ||
		    entry->d_name[0] == '.' ||
		    !strcmp(entry->d_name, "record.md") ||
		    language_from_file_name(entry->d_name, tag, sizeof tag))
			continue;
		buffer_reset(&reader->name);
		buffer_printf(&reader->name, "%s/", reader->meeting->id);
		library_name_for_message(entry->d_name, &reader->name);
		diagnostics_add(&reader->meeting->diags, SEVERITY_NOTE,
				reader->name.data, 0, 0, "file-not-language",
				_("The name of this file is not the tag of a "
				  "language, such as ru.md, so it is not "
				  "read."));
	}
	if (dir)
		closedir(dir);
	free(path);
}

enum status
library_read_meeting(const struct library *lib, const char *id,
		     struct meeting **out, struct library_files *files,
		     struct error *err)
{
	struct library_files own = {VECTOR_INIT};
	struct library_reader reader = {.lib = lib,
					.files = files ? files : &own,
					.text = BUFFER_INIT,
					.name = BUFFER_INIT};
	enum status rc;

	*out = NULL;
	rc = library_list_files(lib, id, reader.files, err);
	if (rc)
		goto out;
	reader.meeting = meeting_new(id);
	library_read_facts(&reader);
	library_read_briefs(&reader);
	library_check_languages(&reader);
	library_check_names(&reader);
	meeting_align(reader.meeting);
	diagnostics_sort(&reader.meeting->diags);
	*out = reader.meeting;
out:
	library_files_release(&own);
	buffer_release(&reader.text);
	buffer_release(&reader.name);
	return rc;
}
