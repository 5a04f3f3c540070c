/* lectern export --to md: the files of a meeting, as they are. */
#include <stdlib.h>
#include <string.h>

#include "export_cmd.h"
#include "lectern/path.h"
#include "lectern/words.h"

static enum status
export_read_file(const struct command_call *call, const char *file,
		 struct buffer *text, struct error *err)
{
	char *path = path_join(call->library->path, file);
	enum status rc = file_read(path, FILE_LIMIT, text, NULL, err);

	free(path);
	return rc;
}

enum status
export_read_text(const struct command_call *call,
		 const struct review_request *request, struct buffer *text,
		 struct error *err)
{
	const struct meeting *meeting = request->meeting;
	int index = meeting_language_index(meeting, request->languages[0]);

	return export_read_file(call, meeting->briefs[index]->file, text, err);
}

/* A copy; what exists is not replaced. */
static enum status
export_copy(struct command_call *call, const char *file, const char *folder,
	    struct error *err)
{
	static const struct file_identity none = {0};
	char *path = path_join(folder, path_base(file));
	struct buffer text = BUFFER_INIT;
	struct save_report report;
	enum status rc = export_read_file(call, file, &text, err);

	if (!rc)
		rc = file_save(path, text.data, text.len, &none, &report, err);
	if (!rc)
		output_printf(call->out, "%s\n", path);
	buffer_release(&text);
	free(path);
	return rc;
}

enum status
export_files(struct command_call *call, const struct review_request *request,
	     const char *folder, struct error *err)
{
	const struct meeting *meeting = request->meeting;
	char *facts = path_join(meeting->id, "meeting.yaml");
	enum status rc = path_make_folders(folder, err);
	size_t i;
	int index;

	for (i = 0; i < request->language_count && !rc; i++) {
		index = meeting_language_index(meeting, request->languages[i]);
		rc = export_copy(call, meeting->briefs[index]->file, folder,
				 err);
	}
	if (!rc)
		rc = export_copy(call, facts, folder, err);
	free(facts);
	return rc;
}
