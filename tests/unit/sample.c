#include <stdint.h>
#include <string.h>

#include "lectern/memory.h"
#include "sample.h"

static const struct point *
sample_point(struct arena *arena, const struct sample *sample, int number,
	     const char *language)
{
	struct point *point = arena_alloc(arena, 1, sizeof *point);
	struct block *block = arena_alloc(arena, 1, sizeof *block);

	block->text = sample->text ? sample->text
				   : arena_printf(arena, "Point %d of %s, %s.",
						  number, sample->id, language);
	block->len = strlen(block->text);
	block->marker = "";
	point->number = number;
	point->numbered = true;
	point->id = point->to = point->was = point->answers = "";
	point->blocks = block;
	point->block_count = 1;
	point->extent.line = number + 2;
	return point;
}

static void
sample_align(struct meeting *meeting, const struct sample *sample)
{
	struct aligned_section *section;
	struct aligned_row *rows;
	int i;

	meeting->languages[0] = "en";
	meeting->languages[1] = "ru";
	meeting->language_count = 2;
	section = arena_alloc(&meeting->arena, 1, sizeof *section);
	rows = arena_alloc(&meeting->arena, (size_t)sample->points,
			   sizeof *rows);
	for (i = 0; i < sample->points; i++) {
		rows[i].cells[0] =
			sample_point(&meeting->arena, sample, i + 1, "en");
		if (i % 2 == 0)
			rows[i].cells[1] = sample_point(&meeting->arena, sample,
							i + 1, "ru");
	}
	section->id = "2.2.4";
	section->rows = rows;
	section->row_count = (size_t)sample->points;
	meeting->sections = section;
	meeting->section_count = 1;
	meeting->row_count = (size_t)sample->points;
}

static void
sample_set_facts(struct meeting *meeting, const struct sample *sample)
{
	struct meeting_facts *facts = &meeting->facts;
	struct translated *titles;

	titles = arena_alloc(&facts->arena, 2, sizeof *titles);
	titles[0].language = sample->title_ru ? "en" : "";
	titles[0].text = sample->title;
	titles[1].language = "ru";
	titles[1].text = sample->title_ru;
	facts->titles = titles;
	facts->title_count = sample->title_ru ? 2 : 1;
	facts->short_name = sample->short_name ? sample->short_name : "";
	facts->body = "CICA";
	facts->place = "online";
	if (sample->date &&
	    !date_range_parse(sample->date, strlen(sample->date), &facts->date))
		mem_fail(0);
}

struct meeting *
sample_meeting(const struct sample *sample)
{
	struct meeting *meeting = meeting_new(sample->id);
	int i;

	sample_set_facts(meeting, sample);
	sample_align(meeting, sample);
	for (i = 0; i < sample->errors; i++)
		diagnostics_add(&meeting->diags, SEVERITY_ERROR, "x/en.md",
				i + 1, 2, "sample-error", "Error %d.", i);
	for (i = 0; i < sample->notes; i++)
		diagnostics_add(&meeting->diags, SEVERITY_NOTE, "x/ru.md",
				i + 1, 3, "sample-note", "Note %d.", i);
	return meeting;
}

void
sample_files(struct library_files *files, uint64_t seed)
{
	static const char *const names[] = {"meeting.yaml", "en.md", "ru.md"};
	static const char *const languages[] = {NULL, "en", "ru"};
	struct library_file file;
	size_t i;

	library_files_release(files);
	for (i = 0; i < 3; i++) {
		file.name = mem_strdup(names[i]);
		file.language = mem_strdup(languages[i]);
		file.id = (struct file_identity){
			.device = seed,
			.inode = seed + i,
			.size = (int64_t)(seed * 10 + i),
			.mtime_ns = (int64_t)(seed * 100 + i),
			.hash = UINT64_MAX - seed * 1000 - i,
		};
		vector_push(&files->list, file);
	}
}
