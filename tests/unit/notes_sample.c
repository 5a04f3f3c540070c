#include "notes_sample.h"

#include <string.h>

static const char sample_facts[] =
	"title: A meeting\nshort: M\ndate: 2021-05-27\n"
	"languages: [en, ru]\ndelivery: check against delivery\n";

struct meeting *
notes_sample_meeting(const char *language, const char *text,
		     const char *second_language, const char *second)
{
	struct meeting *meeting = meeting_new("m-2021");

	meeting_facts_parse(sample_facts, strlen(sample_facts), "meeting.yaml",
			    &meeting->facts, &meeting->diags);
	meeting_take_brief(meeting, brief_parse(text, strlen(text), "a.md",
						language, &meeting->diags));
	if (second)
		meeting_take_brief(meeting, brief_parse(second, strlen(second),
							"b.md", second_language,
							&meeting->diags));
	meeting_align(meeting);
	return meeting;
}

struct notes_request
notes_sample_request(const struct meeting *meeting)
{
	struct notes_request request = {.meeting = meeting,
					.roles = NOTES_ROLES_SPOKEN,
					.with_preface = true};
	size_t i;

	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i])
			request.languages[request.language_count++] =
				meeting->languages[i];
	return request;
}

static void
sample_dump_piece(const struct notes_piece *piece, struct buffer *out)
{
	size_t at, i, end = 0;

	buffer_printf(out, "    %s%s%s ", notes_piece_name(piece->kind),
		      *piece->marker ? " " : "", piece->marker);
	for (at = 0; at < piece->len; at++) {
		char byte = piece->text[at];

		for (i = 0; i < piece->span_count; i++) {
			if (piece->spans[i].kind == NOTES_HOLD &&
			    piece->spans[i].start == at)
				byte = '_';
			if (piece->spans[i].kind == NOTES_STRONG &&
			    (piece->spans[i].start == at ||
			     piece->spans[i].end == at))
				buffer_append_byte(out, '*');
		}
		buffer_append_byte(out, byte);
		if (at + 1 == piece->ends[end] && end + 1 < piece->end_count) {
			buffer_append_byte(out, '|');
			end++;
		}
	}
	buffer_append_string(out, piece->is_open ? "…\n" : "\n");
}

static void
sample_dump_row(const struct notes *notes, const struct notes_row *row,
		struct buffer *out)
{
	size_t i, j;

	buffer_printf(out, "%s%s%s%s%s\n", notes_row_name(row->kind),
		      *row->place ? " " : "", row->place,
		      *row->number ? " " : "", row->number);
	for (i = 0; i < notes->language_count; i++) {
		if (notes->language_count > 1)
			buffer_printf(out, "  %s\n", notes->languages[i]);
		for (j = 0; j < row->cells[i].count; j++)
			sample_dump_piece(&row->cells[i].pieces[j], out);
	}
}

void
notes_sample_dump(const struct notes *notes, struct buffer *out)
{
	size_t i, j;

	for (i = 0; i < notes->sheet_count; i++) {
		buffer_printf(out, "-- %s\n", role_name(notes->sheets[i].role));
		for (j = 0; j < notes->sheets[i].row_count; j++)
			sample_dump_row(notes, &notes->sheets[i].rows[j], out);
	}
}
