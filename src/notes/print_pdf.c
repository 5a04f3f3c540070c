/* Notes as pages: by lectern-print, through a pipe. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jansson.h>

#include "lectern/memory.h"
#include "lectern/spawn.h"
#include "lectern/words.h"
#include "print_local.h"

/* No brief of 4 MiB becomes a larger file. */
#define PRINT_PDF_LIMIT (256u << 20)
/* Pages are made in seconds; a font that hangs must not hang us. */
#define PRINT_PDF_SECONDS 600

/* The date in the file: the one asked for by those who build the same bytes
 * again, else now. */
static void
print_format_now(char *out, size_t size)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = time(NULL);
	struct tm parts;

	if (epoch && *epoch)
		now = (time_t)strtoll(epoch, NULL, 10);
	*out = '\0';
	if (gmtime_r(&now, &parts))
		strftime(out, size, "%Y-%m-%dT%H:%M:%SZ", &parts);
}

static void
print_take_report(const json_t *json, struct print_report *report)
{
	const json_t *list = json_object_get(json, "broken");
	const char *place;
	size_t i;

	report->pages =
		(size_t)json_integer_value(json_object_get(json, "pages"));
	for (i = 0; i < json_array_size(list); i++) {
		place = json_string_value(json_array_get(list, i));
		vector_push(&report->broken, mem_strdup(place ? place : ""));
	}
	list = json_object_get(json, "missing");
	report->lost = json_array_size(list);
	for (i = 0; i < report->lost && i < PRINT_LISTED_MAX; i++) {
		if (i)
			buffer_append_byte(&report->lost_list, ' ');
		buffer_append_char(
			&report->lost_list,
			(uint32_t)json_integer_value(json_array_get(list, i)));
	}
	if (i < report->lost)
		buffer_append_string(&report->lost_list, " …");
}

/* The last line of its messages is ours; others are of its libraries. */
static json_t *
print_parse_messages(const struct buffer *messages)
{
	const char *end = messages->data + messages->len, *start;

	while (end > messages->data && end[-1] == '\n')
		end--;
	for (start = end; start > messages->data && start[-1] != '\n';)
		start--;
	return json_loadb(start, (size_t)(end - start), 0, NULL);
}

static enum status
print_take_answer(const struct spawn_result *result, const char *program,
		  struct print_report *report, struct error *err)
{
	json_t *json = print_parse_messages(&result->messages);
	const char *wrong = json_string_value(json_object_get(json, "error"));
	enum status rc = STATUS_OK;

	if (wrong)
		rc = error_set(err, STATUS_UNSUPPORTED, "%s", wrong);
	else if (result->exit_code || !json)
		rc = error_set(err, STATUS_UNSUPPORTED,
			       _("%s ended with code %d and made no pages."),
			       program, result->exit_code);
	else
		print_take_report(json, report);
	json_decref(json);
	return rc;
}

/* What no font has would be lost to whoever reads. */
static enum status
print_check_fonts(const struct print_job *job,
		  const struct print_report *report, struct error *err)
{
	if (!report->lost || job->is_forced)
		return STATUS_OK;
	return error_set(
		err, STATUS_UNSUPPORTED,
		P_("No font on this system has %zu character of the text: %s. "
		   "Debian's fonts-noto-core and fonts-noto-cjk have the most. "
		   "--force prints its code in a box.",
		   "No font on this system has %zu characters of the text: "
		   "%s. Debian's fonts-noto-core and fonts-noto-cjk have the "
		   "most. --force prints their codes in boxes.",
		   report->lost),
		report->lost, report->lost_list.data);
}

static enum status
print_check_columns(const struct print_job *job, struct error *err)
{
	size_t most = notes_paper_columns(&job->paper);

	if (job->request.language_count <= most)
		return STATUS_OK;
	return error_set(err, STATUS_INVALID,
			 P_("At this size the paper holds %zu column. Name "
			    "fewer languages, a smaller --size, or a larger "
			    "--paper.",
			    "At this size the paper holds %zu columns. Name "
			    "fewer languages, a smaller --size, or a larger "
			    "--paper.",
			    most),
			 most);
}

enum status
print_pdf(const struct print_job *job, const struct notes *notes,
	  struct buffer *out, struct print_report *report, struct error *err)
{
	char now[32], *program = NULL;
	struct notes_paper paper = job->paper;
	struct buffer content = BUFFER_INIT;
	struct spawn_result result;
	const char *argv[] = {NULL, NULL};
	struct spawn_job child = {.argv = argv,
				  .limit = PRINT_PDF_LIMIT,
				  .seconds_max = PRINT_PDF_SECONDS};
	enum status rc = print_check_columns(job, err);

	if (!rc)
		rc = spawn_find_own("lectern-print", &program, err);
	if (rc)
		return rc;
	print_format_now(now, sizeof now);
	paper.created = now;
	notes_content(notes, &paper, &content);
	argv[0] = program;
	child.input = content.data;
	child.len = content.len;
	rc = spawn_run_job(&child, &result, err);
	if (!rc)
		rc = print_take_answer(&result, program, report, err);
	if (!rc)
		rc = print_check_fonts(job, report, err);
	if (!rc)
		buffer_append(out, result.output.data, result.output.len);
	spawn_result_release(&result);
	buffer_release(&content);
	free(program);
	return rc;
}
