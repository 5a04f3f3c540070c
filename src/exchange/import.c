/* The confined program: started, waited for, and taken at no word. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/import.h"
#include "lectern/spawn.h"
#include "lectern/words.h"

#define IMPORT_PROGRAM	   "lectern-import"
#define IMPORT_OUTPUT_MAX  (256u << 20)
#define IMPORT_SECONDS_MAX 60 /* its own limit is in time of the processor */

enum status
import_file_open(const char *name, struct import_file *file, struct error *err)
{
	struct stat status;

	file->name = name;
	file->fd = STDIN_FILENO;
	if (!strcmp(name, "-")) {
		file->name = _("standard input");
		return STATUS_OK;
	}
	/* What is no file must not keep us waiting. */
	file->fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file->fd < 0)
		return error_set_io(err, errno, name, _("%s cannot be read"),
				    name);
	if (fstat(file->fd, &status) || S_ISDIR(status.st_mode)) {
		import_file_close(file);
		return error_set(err, STATUS_INVALID,
				 _("%s is a folder; name a file."), name);
	}
	return STATUS_OK;
}

void
import_file_close(struct import_file *file)
{
	if (file->fd > STDERR_FILENO)
		close(file->fd);
	file->fd = -1;
}

/* Why it ended before its work did. */
static enum status
import_explain_end(int code, const char *name, struct error *err)
{
	if (code == 128 + SIGXCPU || code == 128 + SIGKILL)
		(void)error_set(err, STATUS_LIMIT,
				_("Reading %s took too long and was stopped. "
				  "Break the file into several."),
				name);
	else if (code == 2)
		(void)error_set(err, STATUS_LIMIT,
				_("Reading %s took more memory than an import "
				  "may have. Break the file into several."),
				name);
	else
		(void)error_set(err, STATUS_INVALID,
				_("%s cannot be read: the import ended in the "
				  "middle of it (%d). Nothing of it is used."),
				name, code);
	error_set_place(err, name, 0);
	return err->code;
}

enum status
import_run(const char *task, const char *argument,
	   const struct import_file *file, struct buffer *out,
	   struct error *err)
{
	const char *argv[] = {NULL, task, argument, NULL};
	struct spawn_job job = {.argv = argv,
				.limit = IMPORT_OUTPUT_MAX,
				.seconds_max = IMPORT_SECONDS_MAX};
	struct spawn_result result = {0, BUFFER_INIT, BUFFER_INIT};
	char *program = NULL;
	enum status rc = spawn_find_own(IMPORT_PROGRAM, &program, err);

	if (!rc) {
		argv[0] = program;
		job.has_file = file != NULL;
		job.file = file ? file->fd : 0;
		rc = spawn_run_job(&job, &result, err);
	}
	if (!rc && result.exit_code)
		rc = import_explain_end(result.exit_code,
					file ? file->name : "", err);
	if (!rc)
		buffer_append(out, result.output.data, result.output.len);
	spawn_result_release(&result);
	free(program);
	return rc;
}

bool
import_each(const char *text, size_t len,
	    bool (*each)(const json_t *object, void *data), void *data)
{
	const char *end = text + len, *line;
	json_t *object;
	bool goes_on = true;

	while (goes_on && text < end) {
		line = memchr(text, '\n', (size_t)(end - text));
		if (!line)
			line = end;
		object = json_loadb(text, (size_t)(line - text), 0, NULL);
		goes_on = json_is_object(object) && each(object, data);
		json_decref(object);
		text = line + 1;
	}
	return goes_on;
}

const char *
import_member(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

int
import_number(const json_t *object, const char *key)
{
	json_int_t value = json_integer_value(json_object_get(object, key));

	return value >= 0 && value <= INT_MAX ? (int)value : 0;
}
