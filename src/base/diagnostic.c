#include <stdarg.h>
#include <string.h>

#include "lectern/diagnostic.h"

void
diagnostics_release(struct diagnostics *diags)
{
	vector_release(&diags->list);
	arena_release(&diags->arena);
}

void
diagnostics_add(struct diagnostics *diags, enum severity severity,
		const char *file, int line, int column, const char *rule,
		const char *fmt, ...)
{
	struct diagnostic diag = {.severity = severity,
				  .line = line,
				  .column = column,
				  .rule = rule};
	struct buffer message = BUFFER_INIT;
	va_list args;

	va_start(args, fmt);
	buffer_vprintf(&message, fmt, args);
	va_end(args);
	diag.file = arena_strdup(&diags->arena, file ? file : "");
	diag.message = arena_strndup(&diags->arena, message.data, message.len);
	buffer_release(&message);
	vector_push(&diags->list, diag);
}

size_t
diagnostics_count(const struct diagnostics *diags, enum severity at_least)
{
	size_t i, count = 0;

	for (i = 0; i < diags->list.len; i++)
		count += diags->list.items[i].severity >= at_least;
	return count;
}

static int
diagnostic_compare(const struct diagnostic *a, const struct diagnostic *b)
{
	int order = strcmp(a->file, b->file);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

/* Merge sort: qsort() is not stable, and findings of one place keep the order
 * in which they were found. */
static void
diagnostics_merge(struct diagnostic *list, struct diagnostic *spare, size_t len)
{
	size_t half = len / 2, i = 0, j = half, k = 0;

	if (len < 2)
		return;
	diagnostics_merge(list, spare, half);
	diagnostics_merge(list + half, spare, len - half);
	while (i < half && j < len)
		spare[k++] = diagnostic_compare(&list[i], &list[j]) <= 0
				     ? list[i++]
				     : list[j++];
	while (i < half)
		spare[k++] = list[i++];
	memcpy(list, spare, k * sizeof *list);
}

void
diagnostics_sort(struct diagnostics *diags)
{
	VECTOR(struct diagnostic) spare = VECTOR_INIT;

	vector_reserve(&spare, diags->list.len);
	diagnostics_merge(diags->list.items, spare.items, diags->list.len);
	vector_release(&spare);
}

const char *
severity_name(enum severity severity)
{
	static const char *const names[] = {"note", "warning", "error"};

	return names[severity];
}

/* A name or a word may hold a newline; what follows it would pass for a
 * finding of its own. */
static void
diagnostic_put(struct buffer *out, const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < 0x20)
			buffer_printf(out, "<U+%04X>", (unsigned)*text);
		else
			buffer_append_byte(out, *text);
}

void
diagnostic_format(const struct diagnostic *diag, struct buffer *out)
{
	size_t start = out->len;

	if (diag->file[0]) {
		diagnostic_put(out, diag->file);
		buffer_append_byte(out, ':');
	}
	if (diag->line)
		buffer_printf(out, "%d:", diag->line);
	if (diag->line && diag->column)
		buffer_printf(out, "%d:", diag->column);
	if (out->len > start)
		buffer_append_byte(out, ' ');
	buffer_printf(out, "%s: ", severity_name(diag->severity));
	diagnostic_put(out, diag->message);
	buffer_printf(out, " [%s]", diag->rule);
}
