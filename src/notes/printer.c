/* Printers, by the programs of CUPS. */
#include "lectern/printer.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/filter.h"
#include "lectern/memory.h"
#include "lectern/spawn.h"
#include "lectern/words.h"

#define PRINTER_OUTPUT_MAX   (1u << 20)
#define PRINTER_SECONDS	     60 /* for a server to take a file */
#define PRINTER_LIST_SECONDS 5	/* to answer; somebody waits for the list */
#define PRINTER_NAME_MAX     256

static int
printer_compare(const void *a, const void *b)
{
	const char *const *left = a, *const *right = b;

	return strcmp(*left, *right);
}

void
printer_queues_release(struct printer_queues *queues)
{
	size_t i;

	for (i = 0; i < queues->names.len; i++)
		free(queues->names.items[i]);
	vector_release(&queues->names);
}

/* A program of CUPS, run; that there is none is said in words of our own. */
static enum status
printer_run(const struct spawn_job *child, struct spawn_result *result,
	    struct error *err)
{
	enum status rc = spawn_run_job(child, result, err);

	if (rc == STATUS_NOT_FOUND)
		return error_set(err, STATUS_NOT_FOUND,
				 _("There is no program \"%s\", so nothing can "
				   "be sent to a printer. It comes with CUPS "
				   "(Debian: cups-client). -o writes a file "
				   "instead."),
				 child->argv[0]);
	return rc;
}

/* What a program of CUPS said of its failure, on one line. */
static enum status
printer_fail(const char *program, const struct spawn_result *result,
	     struct error *err)
{
	struct buffer said = BUFFER_INIT;
	enum status rc;
	char *at;

	filter_text(result->messages.data, result->messages.len, SINK_PRINT,
		    &said);
	while (said.len && said.data[said.len - 1] == '\n')
		buffer_truncate(&said, said.len - 1);
	while ((at = strchr(said.data, '\n')))
		*at = ' ';
	rc = error_set(err, STATUS_IO, _("%s ended with code %d: %s"), program,
		       result->exit_code, said.data);
	buffer_release(&said);
	return rc;
}

/* One name a line. */
static void
printer_take_names(const struct buffer *lines, struct printer_queues *queues)
{
	const char *at = lines->data, *end = at + lines->len, *stop;

	for (; at < end; at = stop + 1) {
		stop = memchr(at, '\n', (size_t)(end - at));
		if (!stop)
			stop = end;
		if (stop > at && stop - at < PRINTER_NAME_MAX)
			vector_push(&queues->names,
				    mem_strndup(at, (size_t)(stop - at)));
	}
	if (queues->names.len)
		qsort(queues->names.items, queues->names.len,
		      sizeof *queues->names.items, printer_compare);
}

enum status
printer_list(struct printer_queues *queues, struct error *err)
{
	static const char *const argv[] = {"lpstat", "-e", NULL};
	const struct spawn_job child = {.argv = argv,
					.limit = PRINTER_OUTPUT_MAX,
					.seconds_max = PRINTER_LIST_SECONDS};
	struct spawn_result result;
	enum status rc = printer_run(&child, &result, err);

	if (!rc && result.exit_code)
		rc = printer_fail(argv[0], &result, err);
	if (!rc)
		printer_take_names(&result.output, queues);
	spawn_result_release(&result);
	return rc;
}

static enum status
printer_refuse(const char *queue, const struct printer_queues *queues,
	       struct error *err)
{
	struct buffer names = BUFFER_INIT;
	enum status rc;
	size_t i;

	for (i = 0; i < queues->names.len; i++)
		buffer_printf(&names, "%s%s", i ? ", " : "",
			      queues->names.items[i]);
	if (queues->names.len)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no printer \"%s\". There are: %s."),
			       queue, names.data);
	else
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no printer \"%s\": CUPS knows "
				 "none. -o writes a file instead."),
			       queue);
	buffer_release(&names);
	return rc;
}

enum status
printer_find(const char *queue, struct error *err)
{
	struct printer_queues queues = PRINTER_QUEUES_INIT;
	enum status rc = printer_list(&queues, err);
	bool is_found = false;
	size_t i;

	for (i = 0; i < queues.names.len; i++)
		is_found = is_found || !strcmp(queues.names.items[i], queue);
	if (!rc && !is_found)
		rc = printer_refuse(queue, &queues, err);
	printer_queues_release(&queues);
	return rc;
}

/* lp answers "request id is QUEUE-12 (1 file(s))", in any language. */
static void
printer_take_request(const char *queue, const struct buffer *answer,
		     struct buffer *request)
{
	size_t len = strlen(queue);
	const char *at = strstr(answer->data, queue);

	if (at && at[len] == '-')
		buffer_append(request, at,
			      len + 1 + strspn(at + len + 1, "0123456789"));
}

enum status
printer_send(const struct printer_job *job, const struct buffer *bytes,
	     struct buffer *request, struct error *err)
{
	struct buffer media = BUFFER_INIT;
	const char *argv[16] = {"lp", "-d", job->queue, "-t", job->title};
	struct spawn_job child = {.argv = argv,
				  .input = bytes->data,
				  .len = bytes->len,
				  .limit = PRINTER_OUTPUT_MAX,
				  .seconds_max = PRINTER_SECONDS};
	struct spawn_result result;
	enum status rc;
	size_t count = 5;

	if (job->media) {
		buffer_printf(&media, "media=%s", job->media);
		argv[count++] = "-o";
		argv[count++] = media.data;
	}
	if (job->is_raw) {
		argv[count++] = "-o";
		argv[count++] = "raw";
	}
	rc = printer_run(&child, &result, err);
	if (!rc && result.exit_code)
		rc = printer_fail(argv[0], &result, err);
	if (!rc)
		printer_take_request(job->queue, &result.output, request);
	spawn_result_release(&result);
	buffer_release(&media);
	return rc;
}
