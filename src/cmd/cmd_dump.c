/* lectern dump: the tree the program makes of a text. For tests, and for
 * whoever wonders why a point stands where it does. */
#include <string.h>

#include "cmd.h"
#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/words.h"

/* One language file, wherever it is; no library is needed. */
static int
dump_file(struct command_call *call, const char *path, struct error *err)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct buffer text = BUFFER_INIT, tree = BUFFER_INIT;
	struct brief *brief = NULL;
	char tag[LANGUAGE_TAG_MAX] = "und";
	int code = EXIT_TROUBLE;

	if (file_read(path, FILE_LIMIT, &text, NULL, err))
		goto out;
	(void)language_from_file_name(path_base(path), tag, sizeof tag);
	brief = brief_parse(text.data, text.len, path, tag, &diags);
	brief_dump(brief, &tree);
	output_bytes(call->out, tree.data, tree.len);
	command_print_diagnostics(call->messages, &diags, SEVERITY_NOTE);
	code = EXIT_DONE;
out:
	brief_free(brief);
	buffer_release(&text);
	buffer_release(&tree);
	diagnostics_release(&diags);
	return code;
}

static int
dump_meeting(struct command_call *call, struct error *err)
{
	struct resolved place = {.meeting = NULL};
	struct buffer tree = BUFFER_INIT;
	enum status rc = command_open_library(call, err);
	int code = EXIT_TROUBLE;

	if (rc)
		return EXIT_TROUBLE;
	rc = resolve_operands(call, &place, err);
	if (!rc) {
		meeting_dump(place.meeting, &tree);
		output_bytes(call->out, tree.data, tree.len);
		command_print_diagnostics(call->messages, &place.meeting->diags,
					  SEVERITY_NOTE);
	}
	code = command_exit_code(rc);
	buffer_release(&tree);
	resolved_release(&place);
	return code;
}

static int
dump_run(struct command_call *call, struct error *err)
{
	if (is_file(call->operands[0]))
		return dump_file(call, call->operands[0], err);
	return dump_meeting(call, err);
}

const struct command cmd_dump = {
	.name = "dump",
	.operands = "MEETING|FILE",
	.help = N_("print the tree of a meeting or of one text"),
	.details = N_("For tests. The form of the tree may change at any "
		      "time."),
	.needs = NEEDS_NOTHING,
	.is_hidden = true,
	.operands_min = 1,
	.operands_max = 1,
	.run = dump_run,
};
