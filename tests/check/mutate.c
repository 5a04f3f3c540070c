/*
 * How well the checks find what they are for, and how quiet they are.
 *
 * Into clean briefs in seven languages one error at a time is planted: those
 * of plants.tsv wherever they fit. A check must find 95 in 100 of its own. In
 * the briefs as they are there may be at most 2 errors and 8 warnings in 100
 * points. The figures are printed; so is what was not found.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check_box.h"
#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/utf8.h"

#define RECALL_LEAST  95 /* in 100 */
#define ERRORS_MOST   2	 /* in 100 points */
#define WARNINGS_MOST 8
#define LANGUAGES_MAX 3
#define PLANT_FIELDS  4
#define RULES_MAX     32
#define INSTRUMENT    "A/RES/217(III)A"

static const struct mutate_brief {
	const char *folder, *languages[LANGUAGES_MAX];
} mutate_briefs[] = {
	{"ict", {"ru", "en", "kk"}}, {"river", {"fr", "en"}},
	{"habitat", {"es", "en"}},   {"harbour", {"zh", "en"}},
	{"desert", {"ar", "en"}},
};
#define BRIEFS (sizeof mutate_briefs / sizeof *mutate_briefs)

/* A brief as it is on disk. */
struct mutate_text {
	const struct mutate_brief *brief;
	struct buffer facts, texts[LANGUAGES_MAX];
	size_t count;
};

/* How often a rule was to fire, and did. */
struct mutate_score {
	const char *rule;
	int planted, found;
};

struct mutate {
	struct check_box box;
	struct mutate_text texts[BRIEFS];
	struct mutate_score scores[RULES_MAX];
	size_t score_count;
};

struct plant {
	char *fields[PLANT_FIELDS]; /* rule, language, words, instead */
};

static void
mutate_read(const char *folder, const char *name, struct buffer *out)
{
	struct error err = ERROR_INIT;
	const char *top = getenv("top_srcdir");
	struct buffer path = BUFFER_INIT;

	buffer_printf(&path, "%s/tests/check/%s/%s", top ? top : ".", folder,
		      name);
	if (file_read(path.data, FILE_LIMIT, out, NULL, &err)) {
		printf("Bail out! %s\n", err.message);
		exit(1);
	}
	buffer_release(&path);
}

static void
mutate_read_brief(const struct mutate_brief *brief, struct mutate_text *out)
{
	struct buffer folder = BUFFER_INIT;
	char name[16];

	memset(out, 0, sizeof *out);
	out->brief = brief;
	buffer_init(&out->facts);
	buffer_printf(&folder, "clean/%s", brief->folder);
	mutate_read(folder.data, "meeting.yaml", &out->facts);
	while (out->count < LANGUAGES_MAX && brief->languages[out->count]) {
		snprintf(name, sizeof name, "%s.md",
			 brief->languages[out->count]);
		buffer_init(&out->texts[out->count]);
		mutate_read(folder.data, name, &out->texts[out->count++]);
	}
	buffer_release(&folder);
}

/* What a rule finds in a brief with one text in place of another. */
static size_t
mutate_count(struct mutate *mutate, const struct mutate_text *text,
	     size_t language, const char *instead, const char *rule)
{
	const char *texts[LANGUAGES_MAX];
	size_t i;

	for (i = 0; i < text->count; i++)
		texts[i] = i == language ? instead : text->texts[i].data;
	check_box_run(&mutate->box, text->facts.data, text->brief->languages,
		      texts, text->count);
	return check_box_count(&mutate->box, rule);
}

static struct mutate_score *
mutate_score_of(struct mutate *mutate, const char *rule)
{
	size_t i;

	for (i = 0; i < mutate->score_count; i++)
		if (!strcmp(mutate->scores[i].rule, rule))
			return &mutate->scores[i];
	mutate->scores[i].rule = rule;
	mutate->score_count++;
	return &mutate->scores[i];
}

static void
mutate_try(struct mutate *mutate, const struct mutate_text *text,
	   size_t language, const struct buffer *instead,
	   const struct plant *plant, int line)
{
	const char *rule = plant->fields[0];
	struct mutate_score *score = mutate_score_of(mutate, rule);
	size_t before = mutate_count(mutate, text, language,
				     text->texts[language].data, rule);
	size_t after =
		mutate_count(mutate, text, language, instead->data, rule);

	score->planted++;
	if (after > before)
		score->found++;
	else
		printf("# not found: %s, %s/%s.md:%d: %s -> %s\n", rule,
		       text->brief->folder, text->brief->languages[language],
		       line, plant->fields[2], plant->fields[3]);
}

/* ---- words ---- */

static int
mutate_line(const struct buffer *text, const char *at)
{
	const char *byte;
	int line = 1;

	for (byte = text->data; byte < at; byte++)
		line += *byte == '\n';
	return line;
}

static void
mutate_words(struct mutate *mutate, const struct mutate_text *text,
	     size_t language, const struct plant *plant)
{
	const struct buffer *source = &text->texts[language];
	size_t len = strlen(plant->fields[2]);
	struct buffer instead = BUFFER_INIT;
	const char *at = source->data;

	while ((at = strstr(at, plant->fields[2]))) {
		buffer_reset(&instead);
		buffer_append(&instead, source->data,
			      (size_t)(at - source->data));
		buffer_append_string(&instead, plant->fields[3]);
		buffer_append_string(&instead, at + len);
		mutate_try(mutate, text, language, &instead, plant,
			   mutate_line(source, at));
		at += len;
	}
	buffer_release(&instead);
}

/* ---- points ---- */

struct mutate_span {
	const char *start, *end; /* of a line, without its end */
};

/* The line of the point after 'at'; in these briefs each is one line. */
static bool
mutate_next_point(const char *at, struct mutate_span *out)
{
	for (; at; at = strchr(at, '\n')) {
		at += *at == '\n';
		if (isdigit((unsigned char)*at) && at[1] == '.') {
			out->start = at;
			out->end = at + strcspn(at, "\n");
			return true;
		}
	}
	return false;
}

/* The same point in another language, by how many stand before it. */
static struct mutate_span
mutate_same_point(const struct buffer *text, size_t index)
{
	struct mutate_span span = {text->data, text->data};

	do
		(void)mutate_next_point(span.end, &span);
	while (index--);
	return span;
}

static bool
mutate_change_point(const struct mutate_text *text, size_t language,
		    const struct mutate_span *point, size_t index,
		    const char *how, struct buffer *out)
{
	struct mutate_span next;
	const char *mark;

	if (!strcmp(how, "missing"))
		return true;
	if (!strcmp(how, "emptied")) {
		buffer_append(out, point->start, 2);
	} else if (!strcmp(how, "copied")) {
		next = mutate_same_point(
			&text->texts[language ? 0 : text->count - 1], index);
		buffer_append(out, next.start, (size_t)(next.end - next.start));
	} else if (!strcmp(how, "plain")) {
		for (mark = point->start; mark < point->end; mark++)
			if (*mark != '*')
				buffer_append_byte(out, *mark);
		return memchr(point->start, '*',
			      (size_t)(point->end - point->start)) != NULL;
	} else if (!strcmp(how, "swapped")) {
		if (!mutate_next_point(point->end, &next) ||
		    next.start != point->end + 1)
			return false;
		/* Each keeps its number. */
		buffer_append(out, point->start, 2);
		buffer_append(out, next.start + 2,
			      (size_t)(next.end - next.start - 2));
		buffer_append_byte(out, '\n');
		buffer_append(out, next.start, 2);
		buffer_append(out, point->start + 2,
			      (size_t)(point->end - point->start - 2));
	}
	return true;
}

static void
mutate_points(struct mutate *mutate, const struct mutate_text *text,
	      size_t language, const struct plant *plant)
{
	const struct buffer *source = &text->texts[language];
	bool is_swap = !strcmp(plant->fields[3], "swapped");
	struct mutate_span point = {source->data, source->data};
	struct buffer instead = BUFFER_INIT;
	size_t index = 0;

	for (; mutate_next_point(point.end, &point); index++) {
		buffer_reset(&instead);
		buffer_append(&instead, source->data,
			      (size_t)(point.start - source->data));
		if (!mutate_change_point(text, language, &point, index,
					 plant->fields[3], &instead))
			continue;
		buffer_append_string(
			&instead,
			is_swap ? point.end + 1 + strcspn(point.end + 1, "\n")
				: point.end);
		mutate_try(mutate, text, language, &instead, plant,
			   mutate_line(source, point.start));
	}
	buffer_release(&instead);
}

/* ---- the plants ---- */

/* "\u200b" and "\s" as the characters they stand for, in place. */
static void
plant_unescape(char *text)
{
	struct buffer out = BUFFER_INIT;
	char bytes[UTF8_MAX], hex[5] = "";
	const char *at;

	for (at = text; *at; at++) {
		if (*at != '\\') {
			buffer_append_byte(&out, *at);
		} else if (at[1] == 's') {
			buffer_append_string(&out, "\u00a0");
			at++;
		} else {
			memcpy(hex, at + 2, 4);
			buffer_append(
				&out, bytes,
				utf8_encode((uint32_t)strtoul(hex, NULL, 16),
					    bytes));
			at += 5;
		}
	}
	memcpy(text, out.data, out.len + 1);
	buffer_release(&out);
}

/* False for a line that plants nothing. */
static bool
plant_read(char *line, struct plant *plant)
{
	int i;

	if (!*line || *line == '#')
		return false;
	plant_unescape(line);
	for (i = 0; i < PLANT_FIELDS; i++) {
		plant->fields[i] = line;
		line += strcspn(line, "\t");
		if (*line)
			*line++ = '\0';
	}
	return true;
}

static void
mutate_plant(struct mutate *mutate, const struct plant *plant)
{
	bool is_any = !strcmp(plant->fields[1], "*");
	const struct mutate_text *text;
	size_t i;

	for (text = mutate->texts; text < mutate->texts + BRIEFS; text++)
		for (i = 0; i < text->count; i++) {
			if (is_any)
				mutate_points(mutate, text, i, plant);
			else if (!strcmp(text->brief->languages[i],
					 plant->fields[1]))
				mutate_words(mutate, text, i, plant);
		}
}

/* ---- the whole ---- */

static const char *
mutate_instrument(const char *symbol, const char *language, void *data)
{
	(void)data;
	if (strcmp(symbol, INSTRUMENT) != 0)
		return NULL;
	if (!strcmp(language, "en"))
		return "All human beings are born free and equal in dignity "
		       "and rights. They are endowed with reason and "
		       "conscience.";
	return strcmp(language, "ru") != 0
		       ? NULL
		       : "Все люди рождаются свободными и равными в своём "
			 "достоинстве и правах. Они наделены разумом и "
			 "совестью.";
}

static int
mutate_report_clean(struct mutate *mutate)
{
	size_t errors = 0, warnings = 0, points = 0, i;
	const struct mutate_text *text;
	struct buffer line = BUFFER_INIT;
	bool is_quiet;

	for (text = mutate->texts; text < mutate->texts + BRIEFS; text++) {
		mutate_count(mutate, text, 0, text->texts[0].data, "");
		errors +=
			check_report_count(&mutate->box.report, SEVERITY_ERROR);
		warnings += check_report_count(&mutate->box.report,
					       SEVERITY_WARNING);
		points += mutate->box.meeting->row_count;
		for (i = 0; i < mutate->box.report.list.len; i++) {
			buffer_reset(&line);
			check_finding_format(&mutate->box.report.list.items[i],
					     text->brief->folder, &line);
			printf("# in a clean brief: %s\n", line.data);
		}
	}
	buffer_release(&line);
	is_quiet = errors * 100 <= ERRORS_MOST * points &&
		   warnings * 100 <= WARNINGS_MOST * points;
	printf("%s 1 - %zu errors and %zu warnings in %zu clean points\n",
	       is_quiet ? "ok" : "not ok", errors, warnings, points);
	return is_quiet;
}

static int
mutate_report_scores(const struct mutate *mutate)
{
	const struct mutate_score *score;
	int is_good = 1, is_found;
	size_t i;

	for (i = 0; i < mutate->score_count; i++) {
		score = &mutate->scores[i];
		is_found = score->found * 100 >= RECALL_LEAST * score->planted;
		printf("%s %zu - %s: %d of %d found, %d in 100\n",
		       is_found ? "ok" : "not ok", i + 2, score->rule,
		       score->found, score->planted,
		       score->found * 100 / score->planted);
		is_good &= is_found;
	}
	/* Every check, and nothing that is none. */
	is_found = check_rule_at(mutate->score_count - 1) != NULL &&
		   check_rule_at(mutate->score_count) == NULL;
	printf("%s %zu - every check was tried\n", is_found ? "ok" : "not ok",
	       i + 2);
	printf("1..%zu\n", i + 2);
	return is_good && is_found;
}

static void
mutate_free(struct mutate *mutate)
{
	struct mutate_text *text;
	size_t i;

	for (text = mutate->texts; text < mutate->texts + BRIEFS; text++) {
		buffer_release(&text->facts);
		for (i = 0; i < text->count; i++)
			buffer_release(&text->texts[i]);
	}
	check_box_close(&mutate->box);
	free(mutate);
}

int
main(void)
{
	struct mutate *mutate = mem_alloc(1, sizeof *mutate);
	struct buffer terms = BUFFER_INIT, plants = BUFFER_INIT;
	struct plant plant;
	char *line, *rest;
	size_t i;
	int is_good;

	memset(mutate, 0, sizeof *mutate);
	mutate_read("clean", "terms.tsv", &terms);
	mutate_read(".", "plants.tsv", &plants);
	check_box_open_with(&mutate->box, terms.data, mutate_instrument);
	for (i = 0; i < BRIEFS; i++)
		mutate_read_brief(&mutate_briefs[i], &mutate->texts[i]);
	is_good = mutate_report_clean(mutate);
	for (line = strtok_r(plants.data, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest))
		if (plant_read(line, &plant))
			mutate_plant(mutate, &plant);
	is_good &= mutate_report_scores(mutate);
	mutate_free(mutate);
	buffer_release(&terms);
	buffer_release(&plants);
	return is_good ? 0 : 1;
}
