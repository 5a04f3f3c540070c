/* The words of a point to a command that a person types, and what it says. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/spawn.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "pager.h"

#define PIPE_WORDS_MAX	 64
#define PIPE_OUTPUT_MAX	 (1u << 20)
#define PIPE_SECONDS_MAX 30

struct output_view {
	struct pager_view list;
	char *title;
};

/* --- a line in words, without a shell --- */

struct pipe_words {
	VECTOR(char *)
	list; /* ends with NULL when it is run */
};

static void
pipe_words_release(struct pipe_words *words)
{
	for (size_t i = 0; i < words->list.len; i++) /* NULL too */
		free(words->list.items[i]);
	vector_release(&words->list);
}

/* One word from *at: quotation marks hold spaces, nothing else means anything.
 * False: a mark is not closed. */
static bool
pipe_word(const char **at, struct buffer *word)
{
	char quote = '\0';

	for (; **at != '\0' && (quote != '\0' || **at != ' '); (*at)++) {
		if (quote != '\0' && **at == quote)
			quote = '\0';
		else if (quote == '\0' && (**at == '"' || **at == '\''))
			quote = **at;
		else
			buffer_append_byte(word, **at);
	}
	return quote == '\0';
}

static enum status
pipe_split(const char *line, struct pipe_words *words, struct error *err)
{
	struct buffer word = BUFFER_INIT;

	while (line += strspn(line, " "), *line != '\0') {
		if (!pipe_word(&line, &word)) {
			buffer_release(&word);
			return error_set(err, STATUS_INVALID, "%s",
					 _("A quotation mark is not closed."));
		}
		vector_push(&words->list, buffer_take(&word));
		if (words->list.len > PIPE_WORDS_MAX)
			return error_set(err, STATUS_LIMIT,
					 _("A command has at most %d words."),
					 PIPE_WORDS_MAX);
	}
	return STATUS_OK;
}

/* --- what it said --- */

static struct output_view *
output_view_of(struct view *view)
{
	return (struct output_view *)view;
}

static void
output_view_draw(struct view *base, struct frame *frame)
{
	struct output_view *view = output_view_of(base);

	pager_view_fit(&view->list.base);
	pager_view_draw(&view->list.base, frame, view->title);
}

static void
output_view_status(const struct view *base UNUSED, struct buffer *out)
{
	buffer_append_string(out, _("q goes back"));
}

static void
output_view_free(struct view *base)
{
	struct output_view *view = output_view_of(base);

	pager_release(&view->list.pager);
	free(view->title);
	free(view);
}

static const struct view_command output_view_commands[] = {
	PAGER_VIEW_MOVES,
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops output_view_ops = {
	.name = "output",
	.title = N_("What a command said"),
	.commands = output_view_commands,
	.draw = output_view_draw,
	.status = output_view_status,
	.free = output_view_free,
};

struct view *
view_output_new(struct app *app, const char *title, const char *text)
{
	struct output_view *view = mem_alloc(1, sizeof *view);

	view->list.base.ops = &output_view_ops;
	view->list.base.app = app;
	view->title = mem_strdup(title);
	pager_init(&view->list.pager, false);
	pager_add(&view->list.pager, STYLE_TEXT, "", STYLE_TEXT, text);
	pager_view_fit(&view->list.base);
	viewport_go(&view->list.pager.viewport, 0);
	return &view->list.base;
}

/* --- the command --- */

/* The words of the marked point, in the language shown first. */
static bool
pipe_point_text(struct brief_view *view, struct buffer *out, struct error *err)
{
	const struct aligned_row *row = NULL;

	brief_fit(view);
	if (view->item_count > 0)
		row = brief_row(view, view->viewport.mark);
	if (row == NULL) {
		error_set(err, STATUS_INVALID, "%s",
			  _("There is no point here."));
		return false;
	}
	point_form_text(brief_shown_point(view, row), view->options.form, out);
	buffer_append_byte(out, '\n');
	return true;
}

static void
pipe_say(struct app *app, const char *line, const struct spawn_result *result)
{
	const struct buffer *said =
		result->output.len > 0 ? &result->output : &result->messages;

	if (said->len > 0)
		app_push_view(app, view_output_new(app, line, said->data));
	else if (result->exit_code == 0)
		app_say(app, "%s", _("The command is done and said nothing."));
	if (result->exit_code != 0)
		app_say(app, _("The command ended with code %d."),
			result->exit_code);
}

unsigned
brief_do_pipe(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	struct pipe_words words = {VECTOR_INIT};
	struct buffer text = BUFFER_INIT;
	struct spawn_job job = {.limit = PIPE_OUTPUT_MAX,
				.seconds_max = PIPE_SECONDS_MAX};
	struct spawn_result result;
	enum status rc;

	if (*argument == '\0')
		return app_prompt(base->app, "pipe", "");
	rc = pipe_split(argument, &words, err);
	if (rc == STATUS_OK && !pipe_point_text(view, &text, err))
		rc = STATUS_INVALID;
	if (rc == STATUS_OK) {
		vector_push(&words.list, NULL);
		job.argv = (const char *const *)words.list.items;
		job.input = text.data;
		job.len = text.len;
		rc = spawn_run_job(&job, &result, err);
		if (rc == STATUS_OK)
			pipe_say(base->app, argument, &result);
		spawn_result_release(&result);
	}
	pipe_words_release(&words);
	buffer_release(&text);
	return rc == STATUS_OK ? EFFECT_REDRAW : EFFECT_NONE;
}
