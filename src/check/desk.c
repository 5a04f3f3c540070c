/* The checks of a library: what they need is read once, the files of a
 * meeting when it is checked. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/save.h"
#include "internal.h"

/* The text of an instrument in a language; NULL where there is none. */
struct desk_text {
	char *symbol, *language;
	char *text;
};

struct check_desk {
	const struct library *lib;
	struct catalogue *catalogue;
	struct terms terms;
	struct checker *checker;
	VECTOR(struct desk_text) texts; /* as far as asked for */
};

static void
desk_flatten(const struct brief *brief, struct buffer *out)
{
	size_t i, j;

	for (i = 0; i < brief->preface_count; i++) {
		buffer_append(out, brief->preface[i].text,
			      brief->preface[i].len);
		buffer_append_byte(out, '\n');
	}
	for (i = 0; i < brief->section_count; i++)
		for (j = 0; j < brief->sections[i].point_count; j++) {
			point_plain_text(&brief->sections[i].points[j], out);
			buffer_append_byte(out, '\n');
		}
}

static char *
desk_read_text(const struct check_desk *desk, const char *symbol,
	       const char *language)
{
	struct buffer id = BUFFER_INIT, text = BUFFER_INIT;
	struct error ignored = ERROR_INIT;
	struct meeting *found = NULL;
	int index = -1;

	if (instrument_id_from_symbol(symbol, &id) &&
	    !library_read_meeting(desk->lib, id.data, &found, NULL, &ignored))
		index = meeting_language_index(found, language);
	if (index >= 0 && found->briefs[index])
		desk_flatten(found->briefs[index], &text);
	if (found)
		meeting_free(found);
	buffer_release(&id);
	if (text.len)
		return buffer_take(&text);
	buffer_release(&text);
	return NULL;
}

/* Each text is read once. */
static const char *
desk_text(const char *symbol, const char *language, void *data)
{
	struct check_desk *desk = data;
	struct desk_text one;
	size_t i;

	for (i = 0; i < desk->texts.len; i++)
		if (!strcmp(desk->texts.items[i].symbol, symbol) &&
		    !strcmp(desk->texts.items[i].language, language))
			return desk->texts.items[i].text;
	one = (struct desk_text){mem_strdup(symbol), mem_strdup(language),
				 desk_read_text(desk, symbol, language)};
	vector_push(&desk->texts, one);
	return one.text;
}

struct check_desk *
check_desk_new(const struct library *lib, const struct minutes_rates *rates,
	       struct diagnostics *diags)
{
	struct check_desk *desk = mem_alloc(1, sizeof *desk);
	struct check_settings settings = {.catalogue = NULL};

	desk->lib = lib;
	desk->catalogue = library_read_catalogue(lib, diags);
	library_read_terms(lib, &desk->terms, diags);
	settings.catalogue = desk->catalogue;
	settings.terms = &desk->terms;
	settings.rates = rates;
	settings.instrument_text = desk_text;
	settings.instrument_data = desk;
	desk->checker = checker_new(&settings);
	return desk;
}

void
check_desk_free(struct check_desk *desk)
{
	size_t i;

	if (!desk)
		return;
	for (i = 0; i < desk->texts.len; i++) {
		free(desk->texts.items[i].symbol);
		free(desk->texts.items[i].language);
		free(desk->texts.items[i].text);
	}
	vector_release(&desk->texts);
	checker_free(desk->checker);
	catalogue_free(desk->catalogue);
	terms_release(&desk->terms);
	free(desk);
}

static enum status
desk_read(const struct check_desk *desk, const struct meeting *meeting,
	  struct buffer *texts, struct check_source *sources, struct error *err)
{
	enum status rc = STATUS_OK;
	char *path;
	size_t i;

	for (i = 0; i < meeting->language_count && !rc; i++) {
		if (!meeting->briefs[i])
			continue;
		path = path_join(desk->lib->path, meeting->briefs[i]->file);
		rc = file_read(path, FILE_LIMIT, &texts[i], NULL, err);
		sources[i].text = texts[i].data;
		sources[i].len = texts[i].len;
		free(path);
	}
	return rc;
}

/* What the parser found is a finding like any other; control characters are
 * among the hidden ones. */
static void
desk_add_diagnostics(const struct meeting *meeting, struct check_report *report)
{
	const struct diagnostic *diag;
	struct check_rule *rule;
	size_t i;

	for (i = 0; i < meeting->diags.list.len; i++) {
		diag = &meeting->diags.list.items[i];
		if (!strcmp(diag->rule, "control-character"))
			continue;
		rule = arena_alloc(&report->arena, 1, sizeof *rule);
		rule->id = diag->rule;
		rule->severity = diag->severity;
		rule->help = "";
		vector_push(&report->list,
			    (struct check_finding){.rule = rule,
						   .severity = diag->severity,
						   .message = diag->message,
						   .language = "",
						   .file = diag->file,
						   .line = diag->line,
						   .column = diag->column,
						   .end_column = diag->column,
						   .other = {"", 0, 0, ""},
						   .section = CHECK_NONE,
						   .row = CHECK_NONE});
	}
}

enum status
check_desk_run(struct check_desk *desk, const struct meeting *meeting,
	       struct check_report *report, struct error *err)
{
	struct check_source sources[MEETING_LANGUAGES_MAX] = {{NULL, 0}};
	struct buffer texts[MEETING_LANGUAGES_MAX];
	enum status rc;
	size_t i, first = report->list.len;

	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		buffer_init(&texts[i]);
	rc = desk_read(desk, meeting, texts, sources, err);
	if (!rc) {
		checker_run(desk->checker, meeting, sources, report);
		desk_add_diagnostics(meeting, report);
		report_sort(report, first);
	}
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		buffer_release(&texts[i]);
	return rc;
}
