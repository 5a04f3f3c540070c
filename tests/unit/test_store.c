/* What the store keeps and how it answers: lists, names, files, totals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "box.h"
#include "lectern/nearest.h"
#include "lectern/store.h"
#include "sample.h"

static const struct sample samples[] = {
	{"cica-swg-2021-05-27", "CICA Special Working Group",
	 "Специальная рабочая группа СВМДА", "SWG", "2021-05-27/2021-05-28", 7,
	 NULL, 0, 2},
	{"cica-swg-2020-10-05", "CICA Special Working Group, autumn", NULL,
	 "SWG", "2020-10-05", 4, NULL, 1, 0},
	{"hrc-46", "Human Rights Council", NULL, "HRC", "2021-02-22", 1, NULL,
	 0, 0},
	{"undated", "A meeting without a date", NULL, NULL, NULL, 2, NULL, 0,
	 0},
	{"training-2021-03", "Übung für alle", NULL, "Übung", "2021-03-01", 2,
	 NULL, 0, 0},
};
#define SAMPLE_COUNT (sizeof samples / sizeof *samples)

static void
put_sample(struct store *store, const struct sample *sample)
{
	struct library_files files = {VECTOR_INIT};
	struct meeting *meeting = sample_meeting(sample);

	sample_files(&files, (uint64_t)strlen(sample->id));
	assert_int_equal(store_put_meeting(store, meeting, &files, NULL), 0);
	library_files_release(&files);
	meeting_free(meeting);
}

static int
set_up(void **state)
{
	struct store *store;
	size_t i;

	if (store_open(NULL, STORE_MEMORY, &store, NULL, NULL))
		return -1;
	for (i = 0; i < SAMPLE_COUNT; i++)
		put_sample(store, &samples[i]);
	*state = store;
	return 0;
}

static int
tear_down(void **state)
{
	store_close(*state);
	return 0;
}

/* The ids listed, joined by ' '. */
static void
assert_listed(struct store *store, const char *words, size_t offset,
	      size_t limit, const char *expected)
{
	struct store_meetings list = STORE_MEETINGS_INIT;
	struct buffer ids = BUFFER_INIT;
	size_t i;

	assert_int_equal(store_list_meetings(store, words, NULL, offset, limit,
					     &list, NULL),
			 0);
	for (i = 0; i < list.list.len; i++)
		buffer_printf(&ids, "%s%s", i ? " " : "",
			      list.list.items[i].id);
	assert_string_equal(ids.data, expected);
	buffer_release(&ids);
	store_meetings_release(&list);
}

static void
test_newest_first_undated_last(void **state)
{
	assert_listed(*state, NULL, 0, 100,
		      "cica-swg-2021-05-27 training-2021-03 hrc-46 "
		      "cica-swg-2020-10-05 undated");
}

static void
test_pages(void **state)
{
	assert_listed(*state, "", 1, 2, "training-2021-03 hrc-46");
	assert_listed(*state, "", 4, 10, "undated");
	assert_listed(*state, "", 5, 10, "");
	assert_listed(*state, "", 0, 0, "");
	assert_listed(*state, "swg", 1, 1, "cica-swg-2020-10-05");
	assert_listed(*state, "swg", 0, 0, "");
}

static void
test_words_filter(void **state)
{
	size_t count;

	assert_listed(*state, "SWG autumn", 0, 9, "cica-swg-2020-10-05");
	assert_listed(*state, "рабочая ГРУППА", 0, 9, "cica-swg-2021-05-27");
	assert_listed(*state, "ÜBUNG", 0, 9, "training-2021-03");
	assert_listed(*state, "  online\tcica ", 0, 1, "cica-swg-2021-05-27");
	assert_listed(*state, "%", 0, 9, "");
	assert_listed(*state, "hrc-46 swg", 0, 9, "");
	assert_int_equal(store_count_meetings(*state, NULL, &count, NULL), 0);
	assert_int_equal(count, SAMPLE_COUNT);
	assert_int_equal(
		store_count_meetings(*state, "working group", &count, NULL), 0);
	assert_int_equal(count, 2);
	assert_int_equal(store_count_meetings(*state, "none", &count, NULL), 0);
	assert_int_equal(count, 0);
}

static void
test_row_has_facts(void **state)
{
	struct store_meetings list = STORE_MEETINGS_INIT;
	const struct store_meeting *meeting;
	char date[DATE_TEXT_MAX];

	assert_int_equal(store_list_meetings(*state, "2021-05-27", "ru", 0, 9,
					     &list, NULL),
			 0);
	assert_int_equal(list.list.len, 1);
	meeting = &list.list.items[0];
	assert_string_equal(meeting->title, samples[0].title_ru);
	assert_string_equal(meeting->short_name, "SWG");
	assert_string_equal(meeting->body, "CICA");
	assert_string_equal(meeting->place, "online");
	date_range_format(&meeting->date, date);
	assert_string_equal(date, "2021-05-27/2021-05-28");
	assert_int_equal(meeting->points, 7);
	assert_int_equal(meeting->language_count, 2);
	assert_string_equal(meeting->languages[0].tag, "en");
	assert_int_equal(meeting->languages[0].points, 7);
	assert_int_equal(meeting->languages[0].of, 7);
	assert_string_equal(meeting->languages[1].tag, "ru");
	assert_int_equal(meeting->languages[1].points, 4);
	assert_int_equal(meeting->languages[1].of, 7);
	assert_int_equal(meeting->errors, 0);
	assert_int_equal(meeting->notes, 2);
	store_meetings_release(&list);
}

static void
test_title_falls_back_to_first(void **state)
{
	struct store_meetings list = STORE_MEETINGS_INIT;

	assert_int_equal(store_list_meetings(*state, "2021-05-27", "kk", 0, 9,
					     &list, NULL),
			 0);
	assert_string_equal(list.list.items[0].title, samples[0].title);
	store_meetings_release(&list);
}

static void
assert_found(struct store *store, const char *words, const char *expected)
{
	struct error err = ERROR_INIT;
	char *id = NULL;

	if (store_find_meeting(store, words, &id, &err))
		fail_msg("%s: %s", words, err.message);
	assert_string_equal(id, expected);
	free(id);
}

static void
assert_not_found(struct store *store, const char *words, enum status code,
		 const char *in_message)
{
	struct error err = ERROR_INIT;
	char *id = NULL;

	assert_int_equal(store_find_meeting(store, words, &id, &err), code);
	assert_null(id);
	if (!strstr(err.message, in_message))
		fail_msg("'%s' is not in: %s", in_message, err.message);
}

static void
test_find(void **state)
{
	assert_found(*state, "hrc-46", "hrc-46");
	assert_found(*state, "HRC", "hrc-46");
	assert_found(*state, "2020", "cica-swg-2020-10-05");
	/* Two ids contain it and two share the short name: the newest. */
	assert_found(*state, "swg", "cica-swg-2021-05-27");
	assert_found(*state, " SWG ", "cica-swg-2021-05-27");
	assert_found(*state, "swg 2020", "cica-swg-2020-10-05");
	assert_found(*state, "SWG 2021-05-28", "cica-swg-2021-05-27");
	assert_found(*state, "übung 2021", "training-2021-03");
	assert_found(*state, "ÜBUNG", "training-2021-03");
}

static void
test_find_says_what_fits(void **state)
{
	assert_not_found(*state, "cica", STATUS_INVALID,
			 "cica-swg-2021-05-27, cica-swg-2020-10-05");
	assert_not_found(*state, "", STATUS_INVALID, "5 meetings");
	assert_not_found(*state, "swq", STATUS_NOT_FOUND,
			 "cica-swg-2021-05-27");
	assert_not_found(*state, "swg 1999", STATUS_NOT_FOUND, "swg 1999");
	assert_not_found(*state, "xyzzy", STATUS_NOT_FOUND, "lectern list");
	assert_not_found(*state, "\xff\xfe", STATUS_NOT_FOUND, "lectern list");
}

static void
test_find_in_empty_store(void **state)
{
	struct store *store;

	(void)state;
	assert_int_equal(store_open(NULL, STORE_MEMORY, &store, NULL, NULL), 0);
	assert_not_found(store, "swg", STATUS_NOT_FOUND, "no meeting yet");
	assert_not_found(store, "", STATUS_NOT_FOUND, "no meeting yet");
	store_close(store);
}

static void
assert_totals(struct store *store, int64_t meetings, int64_t files,
	      int64_t points, int64_t texts, int64_t diagnostics)
{
	struct store_totals totals;

	assert_int_equal(store_count_all(store, &totals, NULL), 0);
	assert_int_equal(totals.meetings, meetings);
	assert_int_equal(totals.files, files);
	assert_int_equal(totals.points, points);
	assert_int_equal(totals.texts, texts);
	assert_int_equal(totals.diagnostics, diagnostics);
	assert_int_equal(totals.schema, 5);
	assert_non_null(totals.sqlite_version);
}

static void
test_put_replaces_and_drop_removes(void **state)
{
	struct sample smaller = samples[0];
	struct diagnostics diags = DIAGNOSTICS_INIT;
	size_t i;

	assert_totals(*state, 5, 15, 16, 16 + 4 + 2 + 1 + 1 + 1, 3);
	smaller.points = 1;
	smaller.notes = 0;
	put_sample(*state, &smaller);
	assert_totals(*state, 5, 15, 10, 10 + 1 + 2 + 1 + 1 + 1, 1);
	assert_int_equal(
		store_list_diagnostics(*state, samples[0].id, &diags, NULL), 0);
	assert_int_equal(diags.list.len, 0);
	for (i = 0; i < SAMPLE_COUNT; i++)
		assert_int_equal(
			store_drop_meeting(*state, samples[i].id, NULL), 0);
	assert_totals(*state, 0, 0, 0, 0, 0);
	assert_int_equal(store_drop_meeting(*state, "never-there", NULL), 0);
	diagnostics_release(&diags);
}

static void
test_diagnostics(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct sample many = samples[2];
	struct store_meetings list = STORE_MEETINGS_INIT;

	assert_int_equal(store_list_diagnostics(*state, NULL, &diags, NULL), 0);
	assert_int_equal(diags.list.len, 3);
	assert_int_equal(diags.list.items[0].severity, SEVERITY_ERROR);
	assert_int_equal(diags.list.items[1].severity, SEVERITY_NOTE);
	assert_string_equal(diags.list.items[1].file, "x/ru.md");
	assert_int_equal(diags.list.items[2].line, 2);
	assert_int_equal(diags.list.items[2].column, 3);
	assert_string_equal(diags.list.items[2].rule, "sample-note");
	assert_string_equal(diags.list.items[2].message, "Note 1.");

	/* A thousand are kept, all are counted. */
	many.errors = 1500;
	put_sample(*state, &many);
	assert_int_equal(store_list_diagnostics(*state, many.id, &diags, NULL),
			 0);
	assert_int_equal(diags.list.len, 1000);
	assert_int_equal(
		store_list_meetings(*state, many.id, NULL, 0, 1, &list, NULL),
		0);
	assert_int_equal(list.list.items[0].errors, 1500);
	store_meetings_release(&list);
	diagnostics_release(&diags);
}

static void
assert_same_files(const struct library_files *a, const struct library_files *b)
{
	size_t i;

	assert_int_equal(a->list.len, b->list.len);
	for (i = 0; i < a->list.len; i++) {
		assert_string_equal(a->list.items[i].name,
				    b->list.items[i].name);
		assert_memory_equal(&a->list.items[i].id, &b->list.items[i].id,
				    sizeof a->list.items[i].id);
	}
	assert_null(a->list.items[0].language);
	assert_string_equal(a->list.items[2].language, "ru");
}

static void
test_files(void **state)
{
	struct library_files put = {VECTOR_INIT}, got = {VECTOR_INIT};
	size_t i;

	sample_files(&put, strlen("hrc-46"));
	assert_int_equal(store_list_files(*state, "hrc-46", &got, NULL), 0);
	assert_same_files(&got, &put);
	for (i = 0; i < put.list.len; i++) {
		put.list.items[i].id.inode = UINT64_MAX - i;
		put.list.items[i].id.mtime_ns = INT64_MIN + (int64_t)i;
	}
	assert_int_equal(store_touch_files(*state, "hrc-46", &put, NULL), 0);
	assert_int_equal(store_list_files(*state, "hrc-46", &got, NULL), 0);
	assert_same_files(&got, &put);
	/* Other content than what is kept: not to be marked as known. */
	put.list.items[1].id.hash++;
	put.list.items[1].id.inode = 5;
	assert_int_equal(store_touch_files(*state, "hrc-46", &put, NULL), 0);
	assert_int_equal(store_list_files(*state, "hrc-46", &got, NULL), 0);
	assert_true(got.list.items[1].id.inode == UINT64_MAX - 1);
	assert_int_equal(store_list_files(*state, "nowhere", &got, NULL), 0);
	assert_int_equal(got.list.len, 0);
	library_files_release(&put);
	library_files_release(&got);
}

static void
test_ids_are_sorted(void **state)
{
	struct library_names names = {VECTOR_INIT};

	assert_int_equal(store_list_ids(*state, &names, NULL), 0);
	assert_int_equal(names.list.len, SAMPLE_COUNT);
	assert_string_equal(names.list.items[0], "cica-swg-2020-10-05");
	assert_string_equal(names.list.items[4], "undated");
	library_names_release(&names);
}

static void
test_data_version_tells_of_others(void **state)
{
	struct box *box = *state;
	const char *path = box_path(box, "l/.lectern/index.db");
	struct store *writer, *reader;
	int64_t before, after;

	assert_int_equal(store_open(path, STORE_WRITE, &writer, NULL, NULL), 0);
	assert_int_equal(store_open(path, STORE_READ, &reader, NULL, NULL), 0);
	assert_int_equal(store_data_version(reader, &before, NULL), 0);
	assert_int_equal(store_data_version(reader, &after, NULL), 0);
	assert_true(before == after);
	put_sample(writer, &samples[0]);
	assert_int_equal(store_data_version(reader, &after, NULL), 0);
	assert_true(before != after);
	assert_totals(reader, 1, 3, 7, 11, 2);
	/* A reader writes nothing. */
	assert_int_not_equal(store_drop_meeting(reader, samples[0].id, NULL),
			     0);
	assert_totals(reader, 1, 3, 7, 11, 2);
	store_close(writer);
	store_close(reader);
}

int
main(void)
{
#define WITH_SAMPLES(test)                                                     \
	cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		WITH_SAMPLES(test_newest_first_undated_last),
		WITH_SAMPLES(test_pages),
		WITH_SAMPLES(test_words_filter),
		WITH_SAMPLES(test_row_has_facts),
		WITH_SAMPLES(test_title_falls_back_to_first),
		WITH_SAMPLES(test_find),
		WITH_SAMPLES(test_find_says_what_fits),
		cmocka_unit_test(test_find_in_empty_store),
		WITH_SAMPLES(test_put_replaces_and_drop_removes),
		WITH_SAMPLES(test_diagnostics),
		WITH_SAMPLES(test_files),
		WITH_SAMPLES(test_ids_are_sorted),
		cmocka_unit_test_setup_teardown(
			test_data_version_tells_of_others, box_set_up,
			box_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
