/*
 * The HTML of a table as a document, by pandoc. Not in its sandbox: there the
 * writers of these formats cannot find their own templates. The HTML is ours,
 * and has nothing that is fetched.
 */
#include "lectern/review.h"
#include "lectern/spawn.h"
#include "lectern/words.h"

#define CONVERT_SIZE_MAX    ((size_t)64 << 20)
#define CONVERT_SECONDS_MAX 60

enum status
review_convert(const struct buffer *html, const char *format,
	       struct buffer *out, struct error *err)
{
	const char *const argv[] = {"pandoc", "+RTS", "-M512M", "-RTS",
				    "--from", "html", "--to",	format,
				    "-s",     "-o",   "-",	NULL};
	const struct spawn_job job = {.argv = argv,
				      .input = html->data,
				      .len = html->len,
				      .limit = CONVERT_SIZE_MAX,
				      .seconds_max = CONVERT_SECONDS_MAX};
	struct spawn_result result = {0, BUFFER_INIT, BUFFER_INIT};
	enum status rc = spawn_run_job(&job, &result, err);

	if (rc == STATUS_NOT_FOUND)
		rc = error_set(err, STATUS_UNSUPPORTED,
			       _("pandoc is needed to write %s, and is not "
				 "installed. On Debian: apt-get install "
				 "pandoc"),
			       format);
	else if (!rc && (result.exit_code || !result.output.len))
		rc = error_set(err, STATUS_IO,
			       _("pandoc could not write %s (%d): %s"), format,
			       result.exit_code, result.messages.data);
	if (!rc)
		buffer_append(out, result.output.data, result.output.len);
	spawn_result_release(&result);
	return rc;
}
