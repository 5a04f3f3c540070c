/* What commands say beside their output. */
#include <string.h>

#include "cmd.h"

void
command_say(struct output *messages, const char *fmt, ...)
{
	struct buffer text = BUFFER_INIT;
	va_list args;

	va_start(args, fmt);
	buffer_vprintf(&text, fmt, args);
	va_end(args);
	output_printf(messages, "lectern: %s\n", text.data);
	buffer_release(&text);
}

void
command_print_error(struct output *messages, const struct error *err)
{
	if (err->file[0] && err->line)
		command_say(messages, "%s:%d: %s", err->file, err->line,
			    err->message);
	else if (err->file[0] && !strstr(err->message, err->file))
		command_say(messages, "%s: %s", err->file, err->message);
	else
		command_say(messages, "%s", err->message);
}

void
command_print_diagnostics(struct output *out, const struct diagnostics *diags,
			  enum severity at_least)
{
	struct buffer line = BUFFER_INIT;
	size_t i;

	for (i = 0; i < diags->list.len; i++) {
		if (diags->list.items[i].severity < at_least)
			continue;
		buffer_reset(&line);
		diagnostic_format(&diags->list.items[i], &line);
		output_bytes(out, line.data, line.len);
		output_text(out, "\n");
	}
	buffer_release(&line);
}

int
command_exit_code(enum status status)
{
	switch (status) {
	case STATUS_OK:
		return EXIT_DONE;
	case STATUS_NOT_FOUND:
	case STATUS_INVALID:
		return EXIT_FINDINGS;
	default:
		return EXIT_TROUBLE;
	}
}

struct catalogue *
command_read_catalogue(struct command_call *call)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue =
		library_read_catalogue(call->library, &diags);

	command_print_diagnostics(call->messages, &diags, SEVERITY_WARNING);
	diagnostics_release(&diags);
	return catalogue;
}
