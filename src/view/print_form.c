/* Fields of the print form, and the print job they amount to. */
#include "print_form.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/printed.h"
#include "lectern/words.h"

static const char *const print_labels[PRINT_FIELDS] = {
	[PRINT_POINTS] = N_("Points"), [PRINT_LANGUAGES] = N_("Languages"),
	[PRINT_FORM] = N_("Form"),     [PRINT_ROLES] = N_("Roles"),
	[PRINT_LAYOUT] = N_("Paper"),  [PRINT_TYPE] = N_("Size of type"),
	[PRINT_MARKS] = N_("Marks"),   [PRINT_TARGET] = N_("To"),
};

/* Values of PRINT_POINTS; the last only where points were taken. */
enum { POINTS_ALL, POINTS_SECTION, POINTS_POINT, POINTS_TAKEN };

static const char *const print_forms[FORM_COUNT] = {
	[FORM_FULL] = N_("in full"),
	[FORM_KEY] = N_("sentences with key phrases"),
	[FORM_CUE] = N_("cues"),
};

static const struct {
	const char *words;
	unsigned roles;
} print_roles[] = {
	{N_("to be said, if raised, if pressed"), NOTES_ROLES_SPOKEN},
	{N_("to be said"), 1u << ROLE_SAY},
	{N_("if raised, if pressed"),
	 1u << ROLE_IF_RAISED | 1u << ROLE_IF_PRESSED},
	{N_("all, with background"), (1u << ROLE_COUNT) - 1},
};

static const struct {
	const char *words, *name;
	bool is_card, is_landscape;
} print_papers[] = {
	{N_("A4"), "a4", false, false},
	{N_("A4, the long side across"), "a4", false, true},
	{N_("Letter"), "letter", false, false},
	{N_("A5"), "a5", false, false},
	{N_("cards (A6)"), "a6", true, false},
};

/* Points; the first: the usual one for the paper. */
static const int print_sizes[] = {0, 10, 12, 13, 14, 16, 18, 20, 24, 28, 32};

static const char *const print_endings[PRINT_TO_QUEUES] = {
	[PRINT_TO_PDF] = ".pdf",
	[PRINT_TO_HTML] = ".html",
	[PRINT_TO_TEXT] = ".txt",
};

#define PRINT_COUNT(table) (sizeof(table) / sizeof *(table))

static const struct meeting *
print_form_meeting(const struct print_form *form)
{
	return form->brief->meeting;
}

/* --- languages: each alone, then the two columns of the screen --- */

/* The language at 'index' of those that have a text, beginning with that of
 * the left column. */
static const char *
print_form_language(const struct print_form *form, size_t index)
{
	const struct meeting *meeting = print_form_meeting(form);
	const char *first = form->brief->shown[0];
	size_t i;

	if (first != NULL && index-- == 0)
		return first;
	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i] != NULL &&
		    (first == NULL ||
		     strcmp(meeting->languages[i], first) != 0) &&
		    index-- == 0)
			return meeting->languages[i];
	return NULL;
}

static size_t
print_form_languages(const struct print_form *form)
{
	size_t count = 0;

	while (print_form_language(form, count) != NULL)
		count++;
	return count;
}

/* The languages of a value of the field; how many. */
static size_t
print_form_columns(const struct print_form *form, const char **out)
{
	out[0] = print_form_language(form, form->values[PRINT_LANGUAGES]);
	if (out[0] != NULL || form->brief->shown[1] == NULL)
		return out[0] != NULL;
	out[0] = form->brief->shown[0];
	out[1] = form->brief->shown[1];
	return 2;
}

/* --- fields --- */

static size_t
print_form_count(const struct print_form *form, enum print_field field)
{
	switch (field) {
	case PRINT_POINTS:
		return form->taken.rows != NULL ? POINTS_TAKEN + 1
						: POINTS_TAKEN;
	case PRINT_LANGUAGES:
		return print_form_languages(form) +
		       (form->brief->shown[1] != NULL);
	case PRINT_FORM:
		return FORM_COUNT;
	case PRINT_ROLES:
		return PRINT_COUNT(print_roles);
	case PRINT_LAYOUT:
		return PRINT_COUNT(print_papers);
	case PRINT_TYPE:
		return PRINT_COUNT(print_sizes);
	case PRINT_TARGET:
		return PRINT_TO_QUEUES + form->queues.names.len;
	default:
		return 2;
	}
}

/* Whoever wants cards wants cues on them. */
static void
print_form_fit_card(struct print_form *form, size_t before)
{
	bool was_card = print_papers[before].is_card;
	bool is_card = print_papers[form->values[PRINT_LAYOUT]].is_card;

	if (is_card && !was_card && form->values[PRINT_FORM] == FORM_FULL)
		form->values[PRINT_FORM] = FORM_CUE;
	if (was_card && !is_card && form->values[PRINT_FORM] == FORM_CUE)
		form->values[PRINT_FORM] = FORM_FULL;
}

void
print_form_turn(struct print_form *form, enum print_field field, int step)
{
	size_t count = print_form_count(form, field);
	size_t before = form->values[field];

	form->values[field] = (before + count + (step < 0 ? -1 : 1)) % count;
	if (field == PRINT_LAYOUT)
		print_form_fit_card(form, before);
	form->is_stale = true;
}

const char *
print_form_label(enum print_field field)
{
	return gettext(print_labels[field]);
}

static void
print_form_value_points(const struct print_form *form, struct buffer *out)
{
	const struct meeting *meeting = print_form_meeting(form);
	struct place place = form->place;
	struct buffer words = BUFFER_INIT;

	place.whole_section = form->values[PRINT_POINTS] == POINTS_SECTION;
	place_format(meeting, &place, &words);
	switch (form->values[PRINT_POINTS]) {
	case POINTS_SECTION:
		buffer_printf(out, _("the section %s"), words.data);
		break;
	case POINTS_POINT:
		buffer_printf(out, _("the point %s"), words.data);
		break;
	case POINTS_TAKEN:
		buffer_append_string(out, _("those that fit, as taken"));
		break;
	default:
		buffer_append_string(out, _("the whole brief"));
	}
	buffer_release(&words);
}

static void
print_form_value_languages(const struct print_form *form, struct buffer *out)
{
	const char *columns[COLUMNS_MAX];
	size_t count = print_form_columns(form, columns), i;

	for (i = 0; i < count; i++)
		buffer_printf(out, "%s%s", i > 0 ? " │ " : "",
			      language_name(columns[i]));
}

/* Paper and type of pages; text and HTML have their own. */
static void
print_form_value_paper(const struct print_form *form, enum print_field field,
		       struct buffer *out)
{
	size_t value = form->values[field];

	if (form->job.kind != PRINT_PDF && field == PRINT_TYPE)
		buffer_append_string(out, "–");
	else if (form->job.kind == PRINT_TEXT)
		buffer_printf(out, _("%d lines of %d characters"),
			      PRINT_TEXT_LENGTH, PRINT_TEXT_WIDTH);
	else if (form->job.kind == PRINT_HTML)
		buffer_append_string(out, _("as wide as the window"));
	else if (field == PRINT_LAYOUT)
		buffer_append_string(out, gettext(print_papers[value].words));
	else
		/* TRANSLATORS: a size of type in points (1/72 inch). */
		buffer_printf(out, _("%d pt"), (int)form->job.paper.size);
}

static void
print_form_value_target(const struct print_form *form, struct buffer *out)
{
	const char *queue = print_form_queue(form);
	struct buffer name = BUFFER_INIT;

	print_form_file(form, &name);
	if (queue != NULL)
		buffer_printf(out, _("printer %s"), queue);
	else
		path_show(name.data, out);
	buffer_release(&name);
}

void
print_form_value(const struct print_form *form, enum print_field field,
		 struct buffer *out)
{
	size_t value = form->values[field];

	if (field == PRINT_POINTS)
		print_form_value_points(form, out);
	else if (field == PRINT_LANGUAGES)
		print_form_value_languages(form, out);
	else if (field == PRINT_FORM &&
		 form->values[PRINT_POINTS] == POINTS_TAKEN)
		buffer_append_string(out, _("as taken"));
	else if (field == PRINT_FORM)
		buffer_append_string(out, gettext(print_forms[value]));
	else if (field == PRINT_ROLES)
		buffer_append_string(out, gettext(print_roles[value].words));
	else if (field == PRINT_LAYOUT || field == PRINT_TYPE)
		print_form_value_paper(form, field, out);
	else if (field == PRINT_MARKS)
		buffer_append_string(out, value > 0 ? _("none")
						    : _("key phrases, bars "
							"beside what changed"));
	else
		print_form_value_target(form, out);
}

const char *
print_form_queue(const struct print_form *form)
{
	size_t value = form->values[PRINT_TARGET];

	return value < PRINT_TO_QUEUES
		       ? NULL
		       : form->queues.names.items[value - PRINT_TO_QUEUES];
}

void
print_form_file(const struct print_form *form, struct buffer *out)
{
	size_t value = form->values[PRINT_TARGET];

	buffer_printf(out, "%s%s", form->name,
		      print_endings[value < PRINT_TO_QUEUES ? value : 0]);
}

enum status
print_form_rename(struct print_form *form, const char *name, struct error *err)
{
	static const size_t targets[PRINT_KINDS] = {
		[PRINT_PDF] = PRINT_TO_PDF,
		[PRINT_TEXT] = PRINT_TO_TEXT,
		[PRINT_HTML] = PRINT_TO_HTML,
	};
	enum print_kind kind;

	if (!print_kind_from_name(name, &kind))
		return error_set(err, STATUS_INVALID,
				 _("%s: the name does not say what to write. "
				   "Let it end in .pdf, .html or .txt."),
				 name);
	free(form->name);
	form->name = path_from_home(name);
	*strrchr(form->name, '.') = '\0';
	form->values[PRINT_TARGET] = targets[kind];
	form->is_stale = true;
	return STATUS_OK;
}

/* --- the job --- */

static void
print_form_choose_rows(struct print_form *form)
{
	const struct meeting *meeting = print_form_meeting(form);
	size_t value = form->values[PRINT_POINTS], i, row;
	const struct aligned_section *section;

	memset(form->chosen, 0, meeting->row_count * sizeof *form->chosen);
	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		for (row = 0; row < section->row_count; row++)
			form->chosen[section->first_row + row] =
				value == POINTS_ALL ||
				(value == POINTS_TAKEN &&
				 form->taken.rows[section->first_row + row]) ||
				(value != POINTS_TAKEN &&
				 i == form->place.section &&
				 (value == POINTS_SECTION ||
				  row == form->place.row));
	}
}

static void
print_form_set_kind(struct print_form *form)
{
	static const enum print_kind kinds[PRINT_TO_QUEUES] = {
		[PRINT_TO_PDF] = PRINT_PDF,
		[PRINT_TO_HTML] = PRINT_HTML,
		[PRINT_TO_TEXT] = PRINT_TEXT,
	};
	size_t value = form->values[PRINT_TARGET];

	form->job.kind = value < PRINT_TO_QUEUES ? kinds[value] : PRINT_PDF;
	form->job.width = PRINT_TEXT_WIDTH;
	form->job.page_length = PRINT_TEXT_LENGTH;
}

static void
print_form_set_request(struct print_form *form)
{
	struct notes_request *request = &form->job.request;
	struct app *app = form->brief->base.app;
	size_t points = form->values[PRINT_POINTS];

	*request = (struct notes_request){
		.meeting = print_form_meeting(form),
		.is_chosen = form->chosen,
		.forms = points == POINTS_TAKEN ? form->taken.forms : NULL,
		.form = (enum form)form->values[PRINT_FORM],
		.roles = points == POINTS_POINT
				 ? (1u << ROLE_COUNT) - 1
				 : print_roles[form->values[PRINT_ROLES]].roles,
		.is_plain = form->values[PRINT_MARKS] > 0,
		.with_preface = points == POINTS_ALL,
		.names = app_names(app),
		.rates = app_rates(app)};
	request->language_count = print_form_columns(form, request->languages);
}

static void
print_form_set_paper(struct print_form *form)
{
	size_t value = form->values[PRINT_LAYOUT];
	int size = print_sizes[form->values[PRINT_TYPE]];

	/* The names are those of the table above. */
	(void)print_set_paper(&form->job, print_papers[value].name,
			      print_papers[value].is_card,
			      print_papers[value].is_landscape);
	if (size > 0)
		form->job.paper.size = size;
}

static void
print_form_count_errors(struct print_form *form)
{
	const struct notes_request *request = &form->job.request;
	const struct check_scope scope = {request->meeting, form->chosen,
					  request->languages,
					  request->language_count};
	size_t i;

	form->errors = 0;
	for (i = 0; i < form->findings.list.len; i++)
		form->errors +=
			is_check_error(&form->findings.list.items[i], &scope);
	form->job.request.open_errors = form->errors;
}

/* Which of the points printed have other words than on paper. */
static void
print_form_find_changed(struct print_form *form)
{
	struct notes_request *request = &form->job.request;
	bool *rows = mem_alloc(request->meeting->row_count + 1, sizeof *rows);
	size_t i;

	printed_find_changed(app_library(form->brief->base.app),
			     request->meeting, request->languages,
			     request->language_count, form->changed);
	notes_find_rows(request, rows);
	form->changed_count = 0;
	for (i = 0; i < request->meeting->row_count; i++)
		form->changed_count += rows[i] && form->changed[i];
	if (!request->is_plain)
		request->is_changed = form->changed;
	free(rows);
}

/* Of a meeting that is new to the form. What cannot be checked must not look
 * like a text without errors. */
static enum status
print_form_read(struct print_form *form)
{
	const struct meeting *meeting = print_form_meeting(form);
	const struct brief_view *brief = form->brief;
	struct check_desk *desk = check_desk_new(
		app_library(brief->base.app), app_rates(brief->base.app), NULL);
	enum status rc =
		check_desk_run(desk, meeting, &form->findings, &form->err);

	check_desk_free(desk);
	if (rc != STATUS_OK)
		return rc;
	form->place = (struct place){0, 0, false, false};
	if (brief->item_count > 0)
		form->place = brief_place_of(brief, brief->viewport.mark);
	form->place.whole_meeting = false;
	form->chosen = mem_alloc(meeting->row_count + 1, sizeof *form->chosen);
	form->changed =
		mem_alloc(meeting->row_count + 1, sizeof *form->changed);
	return STATUS_OK;
}

void
print_form_measure(struct print_form *form)
{
	struct buffer bytes = BUFFER_INIT;

	if (!form->is_stale)
		return;
	form->is_stale = false;
	form->err = (struct error)ERROR_INIT;
	print_report_release(&form->report);
	form->report = (struct print_report)PRINT_REPORT_INIT;
	form->status = form->chosen == NULL ? print_form_read(form) : STATUS_OK;
	if (form->status != STATUS_OK)
		return;
	print_form_choose_rows(form);
	print_form_set_kind(form);
	print_form_set_request(form);
	print_form_set_paper(form);
	print_form_count_errors(form);
	print_form_find_changed(form);
	form->job.paper.is_measured = true;
	form->status =
		print_render(&form->job, &bytes, &form->report, &form->err);
	form->job.paper.is_measured = false;
	buffer_release(&bytes);
}

/* --- made --- */

static enum status
print_form_deliver(struct print_form *form, const struct buffer *bytes,
		   struct error *err)
{
	const struct printer_job job = {.queue = print_form_queue(form),
					.title = print_form_meeting(form)->id,
					.media = form->job.paper.media};
	struct buffer path = BUFFER_INIT, request = BUFFER_INIT;
	struct save_report saved;
	enum status rc;

	print_form_file(form, &path);
	rc = job.queue != NULL ? printer_send(&job, bytes, &request, err)
			       : file_save(path.data, bytes->data, bytes->len,
					   NULL, &saved, err);
	buffer_release(&path);
	buffer_release(&request);
	return rc;
}

enum status
print_form_make(struct print_form *form, struct print_report *report,
		struct error *err)
{
	const struct notes_request *request = &form->job.request;
	struct buffer bytes = BUFFER_INIT;
	bool *rows;
	enum status rc;

	rc = print_render(&form->job, &bytes, report, err);
	if (rc == STATUS_OK)
		rc = print_form_deliver(form, &bytes, err);
	buffer_release(&bytes);
	if (rc != STATUS_OK)
		return rc;
	rows = mem_alloc(request->meeting->row_count + 1, sizeof *rows);
	notes_find_rows(request, rows);
	rc = printed_keep(app_library(form->brief->base.app), request->meeting,
			  request->languages, request->language_count, rows,
			  err);
	free(rows);
	form->is_stale = true;
	return rc;
}

/* --- beginning and end --- */

void
print_form_init(struct print_form *form, struct brief_view *brief,
		const struct print_taken *taken)
{
	struct buffer name = BUFFER_INIT;
	struct error ignored = ERROR_INIT;

	memset(form, 0, sizeof *form);
	form->brief = brief;
	form->is_stale = true;
	form->values[PRINT_FORM] = brief->options.form;
	if (taken != NULL) {
		form->taken = *taken;
		form->values[PRINT_POINTS] = POINTS_TAKEN;
	}
	path_name_from_title(brief->meeting->id, &name);
	form->name = buffer_take(&name);
	/* Without CUPS there are files. */
	if (printer_list(&form->queues, &ignored) != STATUS_OK)
		form->queues.names.len = 0;
}

static void
print_form_forget(struct print_form *form)
{
	free(form->taken.rows);
	free(form->taken.forms);
	free(form->chosen);
	free(form->changed);
	check_report_release(&form->findings);
	print_report_release(&form->report);
	form->taken = (struct print_taken){NULL, NULL};
	form->findings = (struct check_report)CHECK_REPORT_INIT;
	form->report = (struct print_report)PRINT_REPORT_INIT;
}

void
print_form_reload(struct print_form *form)
{
	print_form_forget(form);
	form->chosen = form->changed = NULL;
	form->is_stale = true;
	form->values[PRINT_POINTS] = POINTS_ALL;
	form->values[PRINT_LANGUAGES] = 0;
}

void
print_form_release(struct print_form *form)
{
	print_form_forget(form);
	printer_queues_release(&form->queues);
	free(form->name);
}
