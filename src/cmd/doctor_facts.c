/* What the program found around it. */
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doctor.h"
#include "lectern/import.h"
#include "lectern/path.h"
#include "lectern/printer.h"
#include "lectern/spawn.h"
#include "lectern/words.h"

static const char *
doctor_environment(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : _("not set");
}

static const char *
doctor_yes(bool is_so)
{
	return is_so ? _("yes") : _("no");
}

void
doctor_find_locale(struct doctor *doctor)
{
	char *language = locale_language();

	doctor->group = "locale";
	doctor_add(doctor, "characters", _("locale of characters"), "%s",
		   setlocale(LC_CTYPE, NULL));
	doctor_add(doctor, "encoding", _("encoding"), "%s",
		   nl_langinfo(CODESET));
	doctor_add(doctor, "language", _("language of messages"), "%s",
		   language);
	if (!is_locale_utf8())
		doctor_add_problem(
			doctor,
			_("The encoding %s cannot hold every script; what it "
			  "cannot hold is shown as a question mark. A UTF-8 "
			  "locale shows everything."),
			nl_langinfo(CODESET));
	free(language);
}

/* Read here and not by command_config(): what is wrong belongs to the
 * doctor's own list. */
void
doctor_find_config(struct doctor *doctor, struct command_call *call)
{
	struct buffer line = BUFFER_INIT;
	const struct config *config;
	size_t i, set = 0;

	doctor->group = "configuration";
	if (!call->config)
		call->config = config_read();
	config = call->config;
	doctor_add(doctor, "path", _("configuration"), "%s",
		   config->path ? config->path : _("HOME is not set"));
	if (config->path && !config->is_read)
		doctor_add(doctor, "state", _("state"), "%s",
			   config->diags.list.len ? _("it cannot be used")
						  : _("there is none"));
	for (i = 0; config_options[i].name; i++)
		set += config->values[i].given;
	if (config->is_read) {
		doctor_add(doctor, "settings", _("settings in it"), "%zu", set);
		doctor_add(doctor, "bindings", _("keys bound in it"), "%zu",
			   config->bindings.len);
	}
	for (i = 0; i < config->diags.list.len; i++) {
		buffer_reset(&line);
		diagnostic_format(&config->diags.list.items[i], &line);
		doctor_add_problem(doctor, "%s", line.data);
	}
	buffer_release(&line);
}

static void
doctor_add_totals(struct doctor *doctor, struct store *store)
{
	struct error err = ERROR_INIT;
	struct store_totals totals;

	if (store_count_all(store, &totals, &err)) {
		doctor_add_problem(doctor, "%s", err.message);
		return;
	}
	doctor_add(doctor, "schema", _("form of the index"), "%d",
		   totals.schema);
	doctor_add(doctor, "indexed-meetings", _("meetings in the index"),
		   "%lld", (long long)totals.meetings);
	doctor_add(doctor, "indexed-points", _("points in the index"), "%lld",
		   (long long)totals.points);
	doctor_add(doctor, "indexed-texts", _("texts in the index"), "%lld",
		   (long long)totals.texts);
	doctor_add(doctor, "findings", _("findings in the index"), "%lld",
		   (long long)totals.diagnostics);
}

/* As it stands: the doctor changes nothing. */
static void
doctor_find_index(struct doctor *doctor, const struct library *library)
{
	struct error err = ERROR_INIT;
	struct store *store = NULL;
	enum status rc;

	doctor->group = "index";
	if (!library->index_path) {
		doctor_add_problem(doctor,
				   _("There is no folder for the index: the "
				     "library may not be written to, and HOME "
				     "is not set."));
		return;
	}
	doctor_add(doctor, "path", _("index"), "%s", library->index_path);
	if (!is_file(library->index_path)) {
		doctor_add(doctor, "state", _("state"), "%s",
			   _("none yet; the first command that needs it makes "
			     "it"));
		return;
	}
	rc = store_open(library->index_path, STORE_READ, &store, NULL, &err);
	doctor_add(doctor, "state", _("state"), "%s",
		   rc ? _("it cannot be used") : _("it can be read"));
	if (rc) {
		doctor_add_problem(doctor, "%s", err.message);
		return;
	}
	doctor_add_totals(doctor, store);
	store_close(store);
}

void
doctor_find_library(struct doctor *doctor, struct command_call *call)
{
	struct library_names names = {VECTOR_INIT};
	struct error err = ERROR_INIT;

	doctor->group = "library";
	doctor_add(doctor, "environment", "LECTERN_LIBRARY", "%s",
		   doctor_environment("LECTERN_LIBRARY"));
	if (command_open_library(call, &err)) {
		doctor_add_problem(doctor, "%s", err.message);
		return;
	}
	doctor_add(doctor, "path", _("library"), "%s", call->library->path);
	doctor_add(doctor, "writable", _("may be written"), "%s",
		   doctor_yes(call->library->is_writable));
	if (library_list_meetings(call->library, &names, &err))
		doctor_add_problem(doctor, "%s", err.message);
	else
		doctor_add(doctor, "meetings", _("meetings"), "%zu",
			   names.list.len);
	library_names_release(&names);
	doctor_find_index(doctor, call->library);
}

void
doctor_find_terminal(struct doctor *doctor, struct command_call *call)
{
	bool is_terminal = isatty(STDOUT_FILENO) == 1;

	doctor->group = "terminal";
	doctor_add(doctor, "output", _("output is a terminal"), "%s",
		   doctor_yes(is_terminal));
	doctor_add(doctor, "term", "TERM", "%s", doctor_environment("TERM"));
	if (is_terminal)
		doctor_add(doctor, "columns", _("columns"), "%d",
			   output_columns(call->out, 0));
	doctor_add(doctor, "no-color", "NO_COLOR", "%s",
		   doctor_environment("NO_COLOR"));
}

/* The program that makes pages, and the printers there are. */
void
doctor_find_printing(struct doctor *doctor)
{
	struct printer_queues queues = PRINTER_QUEUES_INIT;
	struct error err = ERROR_INIT;
	struct buffer names = BUFFER_INIT;
	char *program = NULL;
	enum status rc;
	size_t i;

	doctor->group = "printing";
	if (spawn_find_own("lectern-print", &program, &err))
		doctor_add_problem(doctor, "%s", err.message);
	else
		doctor_add(doctor, "pages", _("program for pages"), "%s",
			   program);
	/* No printer is no fault of the machine. */
	rc = printer_list(&queues, &err);
	for (i = 0; i < queues.names.len; i++)
		buffer_printf(&names, "%s%s", i ? ", " : "",
			      queues.names.items[i]);
	if (rc)
		doctor_add(doctor, "printers", _("printers"), "%s",
			   _("none: CUPS is not installed or does not "
			     "answer"));
	else
		doctor_add(doctor, "printers", _("printers"), "%s",
			   names.len ? names.data : _("none"));
	printer_queues_release(&queues);
	buffer_release(&names);
	free(program);
}

static void
doctor_add_mode(struct doctor *doctor, const char *key, const char *label,
		const char *path)
{
	struct stat status;

	if (stat(path, &status))
		return;
	doctor_add(doctor, key, label, "%04o",
		   (unsigned)status.st_mode & 07777);
	if (status.st_mode & S_IWOTH && !(status.st_mode & S_ISVTX))
		doctor_add_problem(doctor,
				   _("Anybody may write to %s. Take that right "
				     "away: chmod o-w."),
				   path);
}

static bool
doctor_take_import(const json_t *object, void *data)
{
	struct doctor *doctor = data;
	int landlock = import_number(object, "landlock");

	doctor_add(doctor, "import-memory", _("memory of an import, MiB"), "%d",
		   import_number(object, "memory"));
	doctor_add(doctor, "import-seconds", _("time of an import, s"), "%d",
		   import_number(object, "seconds"));
	if (landlock)
		doctor_add(doctor, "import-landlock",
			   _("no files for an import (Landlock)"),
			   _("version %d"), landlock);
	else
		doctor_add(doctor, "import-landlock",
			   _("no files for an import (Landlock)"), "%s",
			   _("not in this kernel"));
	doctor_add(
		doctor, "import-seccomp",
		_("no other calls for an import (seccomp)"), "%s",
		doctor_yes(json_is_true(json_object_get(object, "seccomp"))));
	return true;
}

/* What the program that reads strangers' files says of itself. */
static void
doctor_find_import(struct doctor *doctor)
{
	struct buffer said = BUFFER_INIT;
	struct error err = ERROR_INIT;

	if (import_run("protections", NULL, NULL, &said, &err))
		doctor_add_problem(doctor, "%s", err.message);
	else
		(void)import_each(said.data, said.len, doctor_take_import,
				  doctor);
	buffer_release(&said);
}

void
doctor_find_protections(struct doctor *doctor, struct command_call *call)
{
	mode_t mask = umask(077);

	umask(mask);
	doctor->group = "protections";
	doctor_add(doctor, "umask", _("mask for new files"), "%04o",
		   (unsigned)mask);
	doctor_find_import(doctor);
	if (!call->library)
		return;
	doctor_add_mode(doctor, "library-mode", _("rights of the library"),
			call->library->path);
	if (call->library->index_path)
		doctor_add_mode(doctor, "index-mode", _("rights of the index"),
				call->library->index_path);
}
