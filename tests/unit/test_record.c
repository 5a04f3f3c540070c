/* The record: what a line means, what is taken back, what a crash leaves, and
 * that two copies put together in any order mean the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "lectern/path.h"
#include "lectern/record.h"
#include "scratch.h"

static void
parse(struct record *record, const char *text)
{
	*record = (struct record)RECORD_INIT;
	record_parse(record, text, strlen(text), "m/record.md");
	record_settle(record);
}

static void
test_lines(void **state)
{
	struct record record;
	struct buffer line = BUFFER_INIT;

	(void)state;
	parse(&record,
	      "# Record\n\n"
	      "- 2021-05-27T10:14:03+06:00 said 2.2.4/1\n"
	      "- 2021-05-27T04:20:41Z note israel/1 Asks, why?  Twice.\n"
	      "- 2021-05-27T10:24:00+06:00 floor Kazakhstan supports.\r\n");
	assert_int_equal(record.list.len, 3);
	assert_int_equal(record.diags.list.len, 0);
	assert_int_equal(record.list.items[0].time, 1622088843);
	assert_int_equal(record.list.items[0].offset, 360);
	assert_string_equal(record.list.items[0].place, "2.2.4/1");
	assert_int_equal(record.list.items[1].kind, RECORD_NOTE);
	assert_string_equal(record.list.items[1].text, "Asks, why?  Twice.");
	assert_string_equal(record.list.items[2].place, "");
	assert_string_equal(record.list.items[2].text, "Kazakhstan supports.");
	record_format(&record.list.items[0], &line);
	assert_string_equal(line.data,
			    "- 2021-05-27T10:14:03+06:00 said 2.2.4/1");
	buffer_release(&line);
	record_release(&record);
}

static void
test_bad_lines(void **state)
{
	static const char *const lines[] = {
		"said 2.2.4/1",
		"- said 2.2.4/1",
		"- 2021-05-27T10:14:03 said 2.2.4/1",
		"- 2021-05-27T24:14:03Z said 2.2.4/1",
		"- 2021-02-30T10:14:03Z said 2.2.4/1",
		"- 2021-05-27T10:14:03+6:00 said 2.2.4/1",
		"- 2021-05-27T10:14:03Z whispered 2.2.4/1",
		"- 2021-05-27T10:14:03Z said",
		"- 2021-05-27T10:14:03Z note 2.2.4/1",
		"- 2021-05-27T10:14:03Z floor",
		"\xff\xfe",
		"-",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct buffer text = BUFFER_INIT;
		struct record record;

		buffer_printf(&text, "%s\n- 2021-05-27T10:14:03Z said a/1\n",
			      lines[i]);
		parse(&record, text.data);
		assert_int_equal(record.list.len, 1);
		assert_int_equal(record.diags.list.len, 1);
		assert_int_equal(record.diags.list.items[0].line, 1);
		record_release(&record);
		buffer_release(&text);
	}
}

/* Wherever a crash cut the last line, it is reported, and no other. */
static void
test_torn(void **state)
{
	static const char whole[] =
		"- 2021-05-27T10:14:03Z said 2.2.4/1\n"
		"- 2021-05-27T10:15:03Z note 2.2.4/12 Some words\n";
	size_t first = strcspn(whole, "\n") + 1;

	(void)state;
	for (size_t len = first + 1; len < sizeof whole - 1; len++) {
		struct record record = RECORD_INIT;

		record_parse(&record, whole, len, "record.md");
		record_settle(&record);
		assert_int_equal(record.list.len, 1);
		assert_int_equal(record.diags.list.len, 1);
		assert_string_equal(record.diags.list.items[0].rule,
				    "record-torn");
		record_release(&record);
	}
}

static void
test_take_back(void **state)
{
	struct record record;

	(void)state;
	parse(&record, "- 2021-05-27T10:14:01Z said a/1\n"
		       "- 2021-05-27T10:14:01Z unsaid a/1\n"
		       "- 2021-05-27T10:14:01Z said a/2\n"
		       "- 2021-05-27T10:14:02Z note a/2 Once\n"
		       "- 2021-05-27T10:14:03Z note a/2 Once\n"
		       "- 2021-05-27T10:14:04Z unnote a/2 Once\n"
		       "- 2021-05-27T10:14:05Z floor Hears\n"
		       "- 2021-05-27T10:14:06Z unfloor Hears\n"
		       "- 2021-05-27T10:14:07Z stopped a/1\n");
	assert_true(record.list.items[0].is_undone);
	assert_false(record.list.items[2].is_undone);
	assert_false(record.list.items[3].is_undone);
	assert_true(record.list.items[4].is_undone);
	assert_true(record.list.items[6].is_undone);
	assert_false(record.list.items[8].is_undone);
	record_release(&record);
}

/* The state of a meeting as text. */
static char *
describe(const char *text)
{
	struct buffer out = BUFFER_INIT;
	struct record record;

	parse(&record, text);
	for (size_t i = 0; i < record.list.len; i++)
		if (!record.list.items[i].is_undone &&
		    record.list.items[i].kind % 2 == 0 &&
		    !record.list.items[i].is_repeated) {
			record_format(&record.list.items[i], &out);
			buffer_append_byte(&out, '\n');
		}
	record_release(&record);
	return buffer_take(&out);
}

static void
test_merge_by_union(void **state)
{
	static const char ours[] = "- 2021-05-27T10:14:01Z said a/1\n"
				   "- 2021-05-27T10:14:05Z note a/1 Both\n"
				   "- 2021-05-27T10:14:09Z unsaid a/1\n";
	static const char theirs[] = "- 2021-05-27T10:14:03Z said a/2\n"
				     "- 2021-05-27T10:14:05Z note a/1 Both\n"
				     "- 2021-05-27T10:14:07Z said a/1\n";
	struct buffer one = BUFFER_INIT, other = BUFFER_INIT;
	char *first, *second;

	(void)state;
	buffer_printf(&one, "%s%s", ours, theirs);
	buffer_printf(&other, "%s%s", theirs, ours);
	first = describe(one.data);
	second = describe(other.data);
	assert_string_equal(first, second);
	assert_string_equal(first, "- 2021-05-27T10:14:03+00:00 said a/2\n"
				   "- 2021-05-27T10:14:05+00:00 note a/1 "
				   "Both\n");
	free(first);
	free(second);
	buffer_release(&one);
	buffer_release(&other);
}

/* --- files --- */

struct room {
	struct library lib;
	char *folder;
};

static void
room_open(struct room *room, void **state)
{
	memset(room, 0, sizeof *room);
	setenv("XDG_STATE_HOME", scratch_path(state, "state"), 1);
	room->lib.path = path_join(scratch_path(state, "library"), "");
	room->lib.is_writable = true;
	room->folder = path_join(room->lib.path, "m");
	assert_int_equal(path_make_folders(room->folder, NULL), STATUS_OK);
}

static void
room_close(struct room *room)
{
	free(room->lib.path);
	free(room->folder);
}

static void
test_append_and_undo(void **state)
{
	struct record_entry undone;
	struct record_log log, other;
	struct room room;

	room_open(&room, state);
	record_log_open(&log, &room.lib, "m");
	record_log_open(&other, &room.lib, "m");
	assert_false(record_log_refresh(&log));
	assert_int_equal(
		record_log_append(&log, RECORD_SAID, "a/1", "", 1000, NULL),
		STATUS_OK);
	assert_int_equal(record_log_append(&log, RECORD_NOTE, "a/1",
					   " Two\nlines\x1b ", 1001, NULL),
			 STATUS_OK);
	assert_string_equal(log.record.list.items[1].text, "Two lines");
	/* The other screen sees them, once. */
	assert_true(record_log_refresh(&other));
	assert_int_equal(other.record.list.len, 2);
	assert_false(record_log_refresh(&other));
	/* Its clock is behind, and still it takes back what it saw. */
	assert_int_equal(record_log_undo(&other, 5, &undone, NULL), STATUS_OK);
	assert_int_equal(undone.kind, RECORD_NOTE);
	assert_true(record_log_refresh(&log));
	assert_true(log.record.list.items[1].is_undone);
	assert_int_equal(record_log_undo(&log, 1002, &undone, NULL), STATUS_OK);
	assert_int_equal(undone.kind, RECORD_SAID);
	assert_int_equal(record_log_undo(&log, 1002, &undone, NULL),
			 STATUS_NOT_FOUND);
	assert_int_equal(
		record_log_append(&log, RECORD_NOTE, "a/1", " \n", 1, NULL),
		STATUS_INVALID);
	record_log_close(&log);
	record_log_close(&other);
	room_close(&room);
}

/* A library that may not be written to: the user's state folder holds it. */
static void
test_read_only(void **state)
{
	struct record_log log;
	struct room room;

	room_open(&room, state);
	room.lib.is_writable = false;
	record_log_open(&log, &room.lib, "m");
	assert_true(log.is_elsewhere);
	assert_int_equal(
		record_log_append(&log, RECORD_SAID, "a/1", "", 1000, NULL),
		STATUS_OK);
	assert_int_equal(log.record.list.len, 1);
	record_log_close(&log);
	assert_null(scratch_slurp(scratch_path(state, "library/m/record.md")));
	record_log_open(&log, &room.lib, "m");
	assert_true(record_log_refresh(&log));
	assert_int_equal(log.record.list.len, 1);
	record_log_close(&log);
	room_close(&room);
}

/* What stands in the place of the record is said, and nothing is lost. */
static void
test_no_file(void **state)
{
	struct record_log log;
	struct error err = ERROR_INIT;
	struct room room;
	char *path;

	room_open(&room, state);
	path = path_join(room.folder, "record.md");
	assert_int_equal(path_make_folders(path, NULL), STATUS_OK);
	record_log_open(&log, &room.lib, "m");
	record_log_refresh(&log);
	assert_int_not_equal(
		record_log_append(&log, RECORD_SAID, "a/1", "", 1000, &err),
		STATUS_OK);
	assert_int_not_equal(err.message[0], '\0');
	assert_int_equal(log.record.list.len, 0);
	record_log_close(&log);
	free(path);
	room_close(&room);
}

#define files_test(test)                                                       \
	cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_bad_lines),
		cmocka_unit_test(test_torn),
		cmocka_unit_test(test_take_back),
		cmocka_unit_test(test_merge_by_union),
		files_test(test_append_and_undo),
		files_test(test_read_only),
		files_test(test_no_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
