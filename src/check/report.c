/* What is found, in words and with its place. */
#include <stdlib.h>
#include <string.h>

#include "lectern/utf8.h"
#include "internal.h"

#define QUOTE_CHARACTERS 60

void
check_report_release(struct check_report *report)
{
	vector_release(&report->list);
	arena_release(&report->arena);
	report->suppressed = 0;
}

size_t
check_report_count(const struct check_report *report, enum severity severity)
{
	size_t i, count = 0;

	for (i = 0; i < report->list.len; i++)
		count += report->list.items[i].severity == severity &&
			 !report->list.items[i].reason;
	return count;
}

/* What a file is to those who print. */
enum check_part { PART_NONE, PART_PRINTED, PART_ORIGINAL, PART_OTHER };

static enum check_part
check_part_of(const char *file, const struct check_scope *scope)
{
	const struct meeting *meeting = scope->meeting;
	size_t i, j;

	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i] &&
		    !strcmp(meeting->briefs[i]->file, file))
			break;
	if (i == meeting->language_count)
		return PART_NONE;
	for (j = 0; j < scope->language_count; j++)
		if (!strcmp(scope->languages[j], meeting->languages[i]))
			return PART_PRINTED;
	return i == 0 ? PART_ORIGINAL : PART_OTHER;
}

static bool
is_check_chosen(const struct check_finding *finding,
		const struct check_scope *scope)
{
	const struct meeting *meeting = scope->meeting;
	const struct aligned_section *section;
	size_t i, first = finding->row, end = finding->row + 1;

	if (!scope->is_chosen || finding->section >= meeting->section_count)
		return true;
	section = &meeting->sections[finding->section];
	/* Of a section as such: where anything of it is chosen. */
	if (finding->row >= section->row_count) {
		first = 0;
		end = section->row_count;
	}
	for (i = first; i < end; i++)
		if (scope->is_chosen[section->first_row + i])
			return true;
	return false;
}

bool
is_check_error(const struct check_finding *finding,
	       const struct check_scope *scope)
{
	enum check_part one = check_part_of(finding->file, scope);
	enum check_part two = check_part_of(finding->other.file, scope);

	if (finding->severity != SEVERITY_ERROR || finding->reason ||
	    one == PART_OTHER || two == PART_OTHER)
		return false;
	return (one == PART_NONE || one == PART_PRINTED ||
		two == PART_PRINTED) &&
	       is_check_chosen(finding, scope);
}

struct check_spot
spot_of_tokens(const struct check_side *side, uint32_t first, uint32_t end)
{
	struct check_spot spot = {side, 0, 0};

	if (first >= side->tokens.list.len || end <= first)
		return spot;
	spot.start = side->tokens.list.items[first].start;
	spot.end = side->tokens.list.items[end - 1].end;
	return spot;
}

const char *
run_quote(struct check_run *run, const struct check_spot *spot)
{
	const char *text = spot->side->text.data;
	size_t at = spot->start, end = spot->end, count = 0;
	struct buffer out = BUFFER_INIT;
	const char *copy;
	uint32_t cp;

	if (at == end)
		end = spot->side->text.len;
	while (at < end) {
		if (count++ == QUOTE_CHARACTERS) {
			buffer_append_string(&out, "…");
			break;
		}
		at += utf8_decode(text + at, end - at, &cp);
		buffer_append_char(&out, cp == '\n' ? ' ' : cp);
	}
	copy = arena_strndup(&run->report->arena, out.data, out.len);
	buffer_release(&out);
	return copy;
}

static const struct brief *
run_brief(const struct check_run *run, const struct check_side *side)
{
	return run->meeting->briefs[side->language];
}

void
run_place(struct check_run *run, const struct check_spot *spot,
	  struct check_finding *out)
{
	const struct check_side *side = spot->side;
	struct check_where from, to;
	size_t last;

	place_of_byte(run, side, spot->start, &from);
	out->language = side->tag;
	out->file = run_brief(run, side)->file;
	out->section = side->section;
	out->row = side->row;
	out->line = from.line;
	out->column = out->end_column = from.column;
	if (spot->end == spot->start)
		return;
	last = spot->end - 1;
	while (last > spot->start && (side->text.data[last] & 0xc0) == 0x80)
		last--;
	place_of_byte(run, side, last, &to);
	out->end_column = to.line == from.line ? to.column + 1 : from.column;
	if (from.is_exact && to.is_exact && to.byte >= from.byte) {
		out->start = from.byte;
		out->end = to.byte + 1;
		/* The last character may be of several bytes. */
		while (out->end < run->sources[side->language].len &&
		       (run->sources[side->language].text[out->end] & 0xc0) ==
			       0x80)
			out->end++;
	}
}

static void
run_place_other(struct check_run *run, const struct check_spot *spot,
		struct check_finding *out)
{
	struct check_finding place = {.file = ""};

	out->other = (struct check_other){"", 0, 0, ""};
	if (!spot)
		return;
	run_place(run, spot, &place);
	out->other.file = place.file;
	out->other.line = place.line;
	out->other.column = place.column;
	out->other.text = run_quote(run, spot);
}

static struct check_finding *
run_push(struct check_run *run, const struct check_row *row,
	 enum severity severity, const struct check_finding *place,
	 const char *fmt, va_list args) PRINTF_LIKE(5, 0);

static struct check_finding *
run_push(struct check_run *run, const struct check_row *row,
	 enum severity severity, const struct check_finding *place,
	 const char *fmt, va_list args)
{
	struct check_finding finding = *place;
	struct buffer message = BUFFER_INIT;

	buffer_vprintf(&message, fmt, args);
	finding.rule = &row->rule;
	finding.severity = severity;
	finding.message =
		arena_strndup(&run->report->arena, message.data, message.len);
	if (!finding.other.file)
		finding.other = (struct check_other){"", 0, 0, ""};
	buffer_release(&message);
	vector_push(&run->report->list, finding);
	return vector_last(&run->report->list);
}

struct check_finding *
run_report(struct check_run *run, const struct check_row *row,
	   enum severity severity, const struct check_spot *spot,
	   const struct check_spot *other, const char *fmt, ...)
{
	struct check_finding place = {.file = ""}, *finding;
	va_list args;

	run_place(run, spot, &place);
	run_place_other(run, other, &place);
	va_start(args, fmt);
	finding = run_push(run, row, severity, &place, fmt, args);
	va_end(args);
	return finding;
}

struct check_finding *
run_report_at(struct check_run *run, const struct check_row *row,
	      enum severity severity, const struct check_finding *place,
	      const char *fmt, ...)
{
	struct check_finding *finding;
	va_list args;

	va_start(args, fmt);
	finding = run_push(run, row, severity, place, fmt, args);
	va_end(args);
	return finding;
}

void
check_finding_format(const struct check_finding *finding, const char *folder,
		     struct buffer *out)
{
	buffer_printf(out, "%s%s:%d:%d: %s: %s [%s]", folder, finding->file,
		      finding->line, finding->column,
		      severity_name(finding->severity), finding->message,
		      finding->rule->id);
}

static int
finding_compare(const void *a, const void *b)
{
	const struct check_finding *one = a, *two = b;
	int order = strcmp(one->file, two->file);

	if (order)
		return order;
	if (one->line != two->line)
		return one->line < two->line ? -1 : 1;
	if (one->column != two->column)
		return one->column < two->column ? -1 : 1;
	order = strcmp(one->rule->id, two->rule->id);
	return order ? order : strcmp(one->message, two->message);
}

/* By file, line and column, from the n-th on. */
void
report_sort(struct check_report *report, size_t first)
{
	if (report->list.len > first)
		qsort(report->list.items + first, report->list.len - first,
		      sizeof *report->list.items, finding_compare);
}

/* ---- fixes ---- */

static bool
is_fix_wanted(const struct check_finding *finding, const char *file,
	      const char *rule, size_t from, size_t len)
{
	return finding->fix && !finding->reason &&
	       !strcmp(finding->file, file) &&
	       (!rule || !strcmp(finding->rule->id, rule)) &&
	       finding->start >= from && finding->end > finding->start &&
	       finding->end <= len;
}

size_t
check_apply_fixes(const struct check_report *report, const char *file,
		  const char *rule, const struct check_source *source,
		  struct buffer *out)
{
	const struct check_finding *finding;
	size_t i, at = 0, count = 0;

	for (i = 0; i < report->list.len; i++) {
		finding = &report->list.items[i];
		if (!is_fix_wanted(finding, file, rule, at, source->len))
			continue;
		buffer_append(out, source->text + at, finding->start - at);
		buffer_append_string(out, finding->fix);
		at = finding->end;
		count++;
	}
	buffer_append(out, source->text + at, source->len - at);
	return count;
}
