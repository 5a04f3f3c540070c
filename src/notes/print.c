/* A print job, from the meeting to the bytes of a file. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lectern/encoding.h"
#include "lectern/memory.h"
#include "lectern/notes_html.h"
#include "lectern/notes_text.h"
#include "lectern/utf8.h"
#include "lectern/words.h"
#include "print_local.h"

#define PRINT_PAPER	   "a4"
#define PRINT_CARD	   "a6"
#define PRINT_SIZE	   16.0
#define PRINT_SIZE_COLUMNS 13.0 /* of several languages side by side */
#define PRINT_SPACING	   1.5	/* sizes */
#define PRINT_CARD_SIZE	   13.0
#define PRINT_CARD_SPACING 1.35

bool
print_set_paper(struct print_job *job, const char *name, bool is_card,
		bool is_landscape)
{
	struct notes_paper *paper = &job->paper;

	*paper = (struct notes_paper){.size = PRINT_SIZE,
				      .spacing = PRINT_SPACING,
				      .foot_room = PRINT_FOOT_ROOM,
				      .font = "serif"};
	if (job->request.language_count > 1)
		paper->size = PRINT_SIZE_COLUMNS;
	if (is_card) {
		paper->size = PRINT_CARD_SIZE;
		paper->spacing = PRINT_CARD_SPACING;
	}
	if (!name)
		name = is_card ? PRINT_CARD : PRINT_PAPER;
	if (!strcmp(name, PRINT_CARD))
		paper->foot_room = 0;
	return notes_paper_set(paper, name, is_landscape);
}

void
print_report_release(struct print_report *report)
{
	size_t i;

	for (i = 0; i < report->broken.len; i++)
		free(report->broken.items[i]);
	vector_release(&report->broken);
	buffer_release(&report->lost_list);
}

bool
print_kind_from_name(const char *path, enum print_kind *kind)
{
	static const struct {
		const char *ending;
		enum print_kind kind;
	} endings[] = {{".pdf", PRINT_PDF},
		       {".txt", PRINT_TEXT},
		       {".html", PRINT_HTML},
		       {".htm", PRINT_HTML}};
	size_t len = strlen(path), size, i;

	for (i = 0; i < sizeof endings / sizeof *endings; i++) {
		size = strlen(endings[i].ending);
		if (len > size &&
		    !strcasecmp(path + len - size, endings[i].ending)) {
			*kind = endings[i].kind;
			return true;
		}
	}
	return false;
}

/* Which characters became '?'. */
static void
print_list_lost(const struct encoding *encoding, struct print_report *report)
{
	const uint32_t *cps;
	size_t count = encoding_lost(encoding, &cps), i;

	for (i = 0; i < count; i++) {
		if (i)
			buffer_append_byte(&report->lost_list, ' ');
		buffer_append_char(&report->lost_list, cps[i]);
	}
	if (count == ENCODING_LOST_MAX)
		buffer_append_string(&report->lost_list, " …");
}

static enum status
print_encode(const struct print_job *job, struct buffer *text,
	     struct buffer *out, struct print_report *report, struct error *err)
{
	struct encoding *encoding;

	if (job->encoding && !is_encoding_known(job->encoding))
		return error_set(err, STATUS_INVALID,
				 _("The encoding %s is not known here. "
				   "\"iconv -l\" lists those that are."),
				 job->encoding);
	encoding = encoding_new(job->encoding);
	if (!encoding) {
		buffer_append(out, text->data, text->len);
		return STATUS_OK;
	}
	encoding_convert(encoding, text->data, text->len, out, &report->lost);
	encoding_finish(encoding, out);
	print_list_lost(encoding, report);
	encoding_free(encoding);
	return STATUS_OK;
}

static void
print_take_pages(struct print_report *report, const struct pages *pages)
{
	size_t i;

	report->pages = pages->list.len;
	for (i = 0; i < pages->broken.len; i++)
		vector_push(&report->broken,
			    mem_strdup(pages->broken.items[i]->place));
}

static enum status
print_text(const struct print_job *job, const struct notes *notes,
	   struct buffer *out, struct print_report *report, struct error *err)
{
	struct notes_text_options options = {.width = job->width,
					     .page_length = job->page_length};
	struct buffer text = BUFFER_INIT;
	struct pages pages;
	enum status rc;

	rc = notes_write_text(notes, &options, &text, &pages, err);
	if (!rc) {
		print_take_pages(report, &pages);
		rc = print_encode(job, &text, out, report, err);
	}
	pages_release(&pages);
	buffer_release(&text);
	return rc;
}

enum status
print_render(const struct print_job *job, struct buffer *out,
	     struct print_report *report, struct error *err)
{
	struct notes *notes = notes_compose(&job->request);
	enum status rc = STATUS_OK;
	size_t i;

	report->points = notes->point_count;
	for (i = 0; i < notes->sheet_count; i++)
		report->sheets |= 1u << notes->sheets[i].role;
	report->milliseconds = notes->milliseconds;
	if (!notes->sheet_count)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is nothing to print: no point of %s "
				 "has the roles asked for. --roles names "
				 "others."),
			       job->request.meeting->id);
	else if (job->kind == PRINT_PDF)
		rc = print_pdf(job, notes, out, report, err);
	else if (job->kind == PRINT_TEXT)
		rc = print_text(job, notes, out, report, err);
	else
		notes_write_html(notes, !strcmp(job->paper.font, "sans"), out);
	notes_free(notes);
	return rc;
}

void
print_fit_minutes(struct notes_request *request, long milliseconds,
		  bool *chosen, unsigned char *forms)
{
	const struct meeting *meeting = request->meeting;
	bool *left_out = mem_alloc(meeting->row_count + 1, sizeof *left_out);
	struct minutes_request wanted = {.meeting = meeting,
					 .language = request->languages[0],
					 .rates = request->rates,
					 .limit = milliseconds,
					 .roles = request->roles,
					 .is_left_out = left_out};
	struct minutes_choices choices;
	const struct minutes_choice *choice;
	size_t i, at;

	for (i = 0; i < meeting->row_count; i++)
		left_out[i] = request->is_chosen && !request->is_chosen[i];
	minutes_choose(&wanted, &choices);
	memset(chosen, 0, meeting->row_count * sizeof *chosen);
	for (i = 0; i < choices.count; i++) {
		choice = &choices.list[i];
		at = meeting->sections[choice->section].first_row + choice->row;
		chosen[at] = choice->is_taken;
		forms[at] = (unsigned char)(choice->form > request->form
						    ? choice->form
						    : request->form);
	}
	minutes_choices_release(&choices);
	free(left_out);
	request->is_chosen = chosen;
	request->forms = forms;
}
