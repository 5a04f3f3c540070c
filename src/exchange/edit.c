#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/edit.h"
#include "lectern/path.h"
#include "lectern/spawn.h"
#include "lectern/worddiff.h"
#include "lectern/words.h"

#define EDIT_ARGUMENTS 12

void
edit_add_file(struct edit_files *files, const struct library *lib,
	      const char *name, int line)
{
	struct edit_file *file = &files->list[files->count++];

	*file = (struct edit_file){.path = path_join(lib->path, name),
				   .line = line > 0 ? line : 1};
	buffer_init(&file->text);
}

/* Where a place begins in the text of a language. */
static int
edit_line(const struct meeting *meeting, const struct place *place,
	  size_t language)
{
	const struct aligned_section *section;
	const struct point *point = NULL;

	if (place->whole_meeting || place->section >= meeting->section_count)
		return 1;
	section = &meeting->sections[place->section];
	if (!place->whole_section && place->row < section->row_count)
		point = section->rows[place->row].cells[language];
	if (point)
		return point->extent.line;
	return section->cells[language] ? section->cells[language]->extent.line
					: 1;
}

void
edit_add_place(struct edit_files *files, const struct library *lib,
	       const struct meeting *meeting, const struct place *place,
	       size_t language)
{
	edit_add_file(files, lib, meeting->briefs[language]->file,
		      edit_line(meeting, place, language));
}

void
edit_files_release(struct edit_files *files)
{
	size_t i;

	for (i = 0; i < files->count; i++) {
		if (files->list[i].copy)
			unlink(files->list[i].copy);
		free(files->list[i].copy);
		free(files->list[i].path);
		buffer_release(&files->list[i].text);
	}
	if (files->folder)
		rmdir(files->folder);
	free(files->folder);
	files->count = 0;
}

static enum status
edit_copy(struct edit_files *files, struct error *err)
{
	static const struct file_identity none = {0};
	struct save_report report;
	struct edit_file *file;
	enum status rc = temporary_folder(&files->folder, err);
	size_t i;

	for (i = 0; i < files->count && !rc; i++) {
		file = &files->list[i];
		rc = file_read(file->path, FILE_LIMIT, &file->text, &file->id,
			       err);
		if (rc)
			break;
		file->copy = path_join(files->folder, path_base(file->path));
		rc = file_save(file->copy, file->text.data, file->text.len,
			       &none, &report, err);
	}
	return rc;
}

/* What the editor of this name calls a line, and two windows. */
static bool
is_editor(const char *command, const char *const *names)
{
	size_t len = strcspn(command, " ");
	const char *base = command;
	size_t i;

	for (i = 0; i < len; i++)
		if (command[i] == '/')
			base = command + i + 1;
	len -= (size_t)(base - command);
	for (; *names; names++)
		if (strlen(*names) == len && !strncmp(base, *names, len))
			return true;
	return false;
}

/* How editors are told which line: none, the first file's, each one's, or
 * the windows of two files and their lines. */
enum edit_lines { EDIT_NO_LINE, EDIT_FIRST_LINE, EDIT_EACH_LINE, EDIT_WINDOWS };

static enum edit_lines
edit_lines_of(const char *editor)
{
	static const char *const first[] = {"vi",     "micro", "joe", "mcedit",
					    "ne",     "kak",   "jed", "mg",
					    "neatvi", "ed",    "vis", NULL};
	static const char *const each[] = {"nano", "emacs", "emacsclient",
					   NULL};
	static const char *const windows[] = {"vim", "nvim", NULL};

	if (is_editor(editor, windows))
		return EDIT_WINDOWS;
	if (is_editor(editor, each))
		return EDIT_EACH_LINE;
	return is_editor(editor, first) ? EDIT_FIRST_LINE : EDIT_NO_LINE;
}

/* What follows the editor's name; 'words' holds what is put together. */
static size_t
edit_arguments(const struct edit_files *files, enum edit_lines lines,
	       struct buffer *words, const char **argv)
{
	size_t count = 0, i;

	for (i = 0; i < files->count; i++)
		buffer_printf(&words[i], "+%d", files->list[i].line);
	if (lines == EDIT_WINDOWS && files->count > 1) {
		buffer_reset(&words[1]);
		/* Vim asks for a key after a line it is sent to aloud. */
		buffer_printf(&words[1],
			      "silent! wincmd l | silent! %d | "
			      "silent! wincmd h",
			      files->list[1].line);
		argv[count++] = "-O";
		argv[count++] = "-c";
		argv[count++] = words[1].data;
	}
	for (i = 0; i < files->count; i++) {
		if (lines == EDIT_EACH_LINE ||
		    (lines != EDIT_NO_LINE && i == 0))
			argv[count++] = words[i].data;
		argv[count++] = files->list[i].copy;
	}
	return count;
}

static const char *
edit_editor(void)
{
	const char *editor = getenv("VISUAL");

	if (!editor || !*editor)
		editor = getenv("EDITOR");
	return editor && *editor ? editor : "vi";
}

/* What a person sets may have arguments of its own: the shell parts them. The
 * files come as arguments, never as text of the command. */
static enum status
edit_start(struct edit_files *files, struct error *err)
{
	const char *editor = edit_editor(), *argv[EDIT_ARGUMENTS];
	struct buffer command = BUFFER_INIT;
	struct buffer words[EDIT_FILES_MAX] = {BUFFER_INIT, BUFFER_INIT};
	size_t count = 0;
	enum status rc;
	int code = 0;

	buffer_printf(&command, "%s \"$@\"", editor);
	argv[count++] = "sh";
	argv[count++] = "-c";
	argv[count++] = command.data;
	argv[count++] = "sh";
	count += edit_arguments(files, edit_lines_of(editor), words,
				argv + count);
	argv[count] = NULL;
	rc = spawn_foreground(argv, &code, err);
	if (!rc && code)
		rc = error_set(err, STATUS_IO,
			       _("The editor “%s” ended with code %d, so "
				 "nothing was written. Set VISUAL or EDITOR to "
				 "an editor that is installed."),
			       editor, code);
	buffer_release(&command);
	buffer_release(&words[0]);
	buffer_release(&words[1]);
	return rc;
}

/* Somebody else wrote the file: say where both are, and what differs. */
static void
edit_say_conflict(const struct edit_file *file, const struct buffer *ours,
		  const char *kept, struct buffer *said)
{
	struct buffer theirs = BUFFER_INIT;
	struct worddiff diff = WORDDIFF_INIT;

	buffer_printf(said,
		      _("%s was changed by somebody else meanwhile. It is as "
			"they left it; your text is in %s. From theirs to "
			"yours:\n"),
		      file->path, kept);
	if (!file_read(file->path, FILE_LIMIT, &theirs, NULL, NULL)) {
		worddiff_find(theirs.data, theirs.len, ours->data, ours->len,
			      &diff);
		worddiff_format(&diff, theirs.data, ours->data, said);
		buffer_append_byte(said, '\n');
	}
	worddiff_release(&diff);
	buffer_release(&theirs);
}

static enum status
edit_save(struct edit_file *file, struct buffer *said, size_t *written,
	  struct error *err)
{
	struct buffer text = BUFFER_INIT;
	struct save_report report = {.recovery = ""};
	enum status rc = file_read(file->copy, FILE_LIMIT, &text, NULL, err);

	if (!rc && (text.len != file->text.len ||
		    memcmp(text.data, file->text.data, text.len) != 0)) {
		rc = file_save(file->path, text.data, text.len, &file->id,
			       &report, err);
		*written += !rc;
	}
	if (rc == STATUS_CHANGED)
		edit_say_conflict(file, &text, report.recovery, said);
	buffer_release(&text);
	return rc;
}

enum status
edit_files_run(struct edit_files *files, struct buffer *said, size_t *written,
	       struct error *err)
{
	enum status rc = edit_copy(files, err), one;
	struct error other = ERROR_INIT;
	size_t i;

	*written = 0;
	if (!rc)
		rc = edit_start(files, err);
	for (i = 0; !rc && i < files->count; i++) {
		one = edit_save(&files->list[i], said, written, &other);
		if (one) {
			rc = one;
			*err = other;
		}
	}
	return rc;
}
