/* The index, opened for a command and brought up to date. */
#include <stdlib.h>

#include "cmd.h"
#include "lectern/words.h"

enum status
freshen_open(struct command_call *call, struct error *err)
{
	const char *path = call->library->index_path;
	char *set_aside = NULL;
	enum status rc;

	if (!path)
		return error_set(err, STATUS_IO,
				 _("There is no folder for the index: the "
				   "library may not be written to, and HOME "
				   "is not set."));
	rc = store_open(path, STORE_WRITE, &call->store, &set_aside, err);
	if (set_aside)
		command_say(call->messages,
			    _("The index could not be used. It was set aside "
			      "as %s, and a new one is being made."),
			    set_aside);
	free(set_aside);
	return rc;
}

/* As it stands where another process is writing. */
static enum status
freshen_open_file(struct command_call *call, bool *update, struct error *err)
{
	enum status rc = freshen_open(call, err);

	if (rc != STATUS_BUSY)
		return rc;
	command_print_error(call->messages, err);
	*update = false;
	return store_open(call->library->index_path, STORE_READ, &call->store,
			  NULL, err);
}

static enum status
freshen_open_memory(struct command_call *call, struct error *err)
{
	command_print_error(call->messages, err);
	command_say(call->messages,
		    _("The index is kept in memory this time; every command "
		      "reads the whole library again until it can be "
		      "written."));
	return store_open(NULL, STORE_MEMORY, &call->store, NULL, err);
}

void
freshen_say_rebuilt(struct command_call *call)
{
	command_say(call->messages, "%s",
		    _("The index was damaged. It was set aside and made "
		      "anew."));
}

static enum status
freshen_update(struct command_call *call, struct error *err)
{
	struct progress progress;
	struct index_options options = {.progress = progress_step,
					.data = &progress};
	struct index_report report;
	enum status rc;

	progress_init(&progress, call->messages);
	rc = index_update(call->library, call->store, &options, &report, err);
	progress_done(&progress);
	if (!rc && report.rebuilt)
		freshen_say_rebuilt(call);
	if (rc != STATUS_BUSY)
		return rc;
	/* Somebody else is at it: what is there is nearly fresh. */
	command_print_error(call->messages, err);
	return STATUS_OK;
}

enum status
freshen_store(struct command_call *call, bool update, struct error *err)
{
	enum status rc = freshen_open_file(call, &update, err);

	if (!rc && update) {
		rc = freshen_update(call, err);
		if (!rc)
			return STATUS_OK;
		store_close(call->store);
		call->store = NULL;
	}
	if (!rc)
		return STATUS_OK;
	rc = freshen_open_memory(call, err);
	return rc ? rc : freshen_update(call, err);
}
