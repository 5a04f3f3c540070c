/* lectern catalogue import: shown first, asked for, then saved. */
#include <stdlib.h>
#include <string.h>

#include "catalogue_cmd.h"
#include "lectern/import.h"
#include "lectern/path.h"
#include "lectern/words.h"

#define CATALOGUE_FOLDER "catalogue"
#define CATALOGUE_FILE	 "instruments.tsv"

struct catalogue_import {
	struct command_call *call;
	struct catalogue *known;
	struct catalogue_merge merge;
	struct diagnostics diags;
	char *folder, *path; /* of the library's own rows */
	bool is_written;
};

static enum status
import_read_files(struct catalogue_import *import, struct error *err)
{
	const struct command_call *call = import->call;
	struct buffer rows = BUFFER_INIT;
	struct import_file file;
	enum status rc = STATUS_OK;
	int i;

	for (i = 1; i < call->operand_count && !rc; i++) {
		rc = import_file_open(call->operands[i], &file, err);
		if (rc)
			break;
		buffer_reset(&rows);
		rc = import_run("catalogue", NULL, &file, &rows, err);
		if (!rc)
			catalogue_merge_read(&import->merge, file.name,
					     rows.data, rows.len,
					     &import->diags);
		import_file_close(&file);
	}
	buffer_release(&rows);
	return rc;
}

static enum status
import_save(struct catalogue_import *import, struct error *err)
{
	struct buffer old = BUFFER_INIT, fresh = BUFFER_INIT;
	struct file_identity id = {0, 0, 0, 0, 0};
	struct save_report report;
	enum status rc = path_make_folders(import->folder, err);

	if (!rc)
		rc = file_read(import->path, FILE_LIMIT, &old, &id, err);
	if (rc == STATUS_NOT_FOUND)
		rc = STATUS_OK;
	if (!rc)
		rc = catalogue_merge_write(&import->merge, old.data, old.len,
					   &fresh, err);
	if (!rc && fresh.len > FILE_LIMIT)
		rc = error_set(err, STATUS_LIMIT,
			       _("%s would be larger than %u MiB, more than is "
				 "read. Import fewer records."),
			       import->path, FILE_LIMIT >> 20);
	if (!rc)
		rc = file_save(import->path, fresh.data, fresh.len, &id,
			       &report, err);
	if (!rc) {
		/* That there was no such file is no failure. */
		*err = (struct error)ERROR_INIT;
		import->is_written = true;
		command_say_losses(import->call->messages, import->path,
				   &report);
	}
	buffer_release(&old);
	buffer_release(&fresh);
	return rc;
}

static void
import_say_totals(const struct catalogue_import *import)
{
	const struct catalogue_merge *merge = &import->merge;
	int added = 0, changed;
	size_t i;

	for (i = 0; i < merge->changes.len; i++)
		added += merge->changes.items[i].is_new;
	changed = (int)merge->changes.len - added;
	command_say(import->call->messages,
		    import->is_written
			    ? _("%s: documents added: %d, changed: %d.")
			    : _("%s: documents to be added: %d, changed: "
				"%d."),
		    import->path, added, changed);
}

/* Shown already. Is it to be written? */
static bool
import_is_wanted(struct catalogue_import *import)
{
	struct command_call *call = import->call;
	bool is_json = command_option(call, "json")->given;

	if (command_option(call, "yes")->given)
		return true;
	output_flush(call->out);
	import_say_totals(import);
	return command_ask(call, !is_json);
}

static void
import_print_json(const struct catalogue_import *import)
{
	const struct catalogue_merge *merge = &import->merge;
	json_t *object = json_object(), *left_out = json_array(), *one;
	size_t i;

	for (i = 0; i < merge->left_out.len; i++) {
		one = json_object();
		json_put(one, "file", json_text(merge->left_out.items[i].file));
		json_put(one, "reason",
			 json_text(merge->left_out.items[i].reason));
		json_put(one, "count",
			 json_integer(merge->left_out.items[i].count));
		json_add(left_out, one);
	}
	json_put(object, "records", json_integer((json_int_t)merge->records));
	json_put(object, "changes", catalogue_json_changes(merge));
	json_put(object, "left-out", left_out);
	json_put(object, "problems", json_diagnostics(&import->diags));
	json_put(object, "path", json_text(import->path));
	json_put(object, "written", json_boolean(import->is_written));
	json_print(import->call->out, object);
}

static int
import_finish(struct catalogue_import *import, struct error *err)
{
	struct command_call *call = import->call;
	bool is_json = command_option(call, "json")->given;
	bool is_wrong = diagnostics_count(&import->diags, SEVERITY_ERROR) > 0;
	int code = EXIT_DONE;

	if (!is_json) {
		command_print_diagnostics(call->messages, &import->diags,
					  SEVERITY_NOTE);
		catalogue_say_left_out(&import->merge, call->messages);
	}
	if (is_wrong) {
		command_say(call->messages, _("Nothing is written."));
		code = EXIT_TROUBLE;
	} else if (!import->merge.changes.len)
		command_say(call->messages,
			    _("The catalogue has all of this already."));
	else {
		if (!is_json)
			catalogue_print_changes(&import->merge, call->out);
		if (!import_is_wanted(import))
			code = EXIT_FINDINGS;
		else if (import_save(import, err))
			code = EXIT_TROUBLE;
		else
			import_say_totals(import);
	}
	if (is_json)
		import_print_json(import);
	return code;
}

int
catalogue_run_import(struct command_call *call, struct error *err)
{
	struct catalogue_import import = {.call = call,
					  .diags = DIAGNOSTICS_INIT};
	int code = EXIT_TROUBLE;

	if (call->operand_count < 2) {
		(void)error_set(err, STATUS_INVALID,
				_("FILE is missing. Usage: lectern catalogue "
				  "import FILE..."));
		return EXIT_TROUBLE;
	}
	catalogue_merge_init(&import.merge);
	import.known = command_read_catalogue(call);
	import.folder = path_join(call->library->path, CATALOGUE_FOLDER);
	import.path = path_join(import.folder, CATALOGUE_FILE);
	if (!import_read_files(&import, err)) {
		catalogue_merge_plan(&import.merge, import.known,
				     &import.diags);
		code = import_finish(&import, err);
	}
	free(import.path);
	free(import.folder);
	catalogue_merge_release(&import.merge);
	catalogue_free(import.known);
	diagnostics_release(&import.diags);
	return code;
}
