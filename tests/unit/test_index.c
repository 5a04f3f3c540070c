/* Keeping the store in step with the files: what is read again and what is
 * not, several processes at once, a process killed on its way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "box.h"
#include "lectern/index.h"
#include "store_dump.h"

#define MEETINGS 12

struct bench {
	struct box *box;
	struct library lib;
	struct store *store;
};

static void
write_meeting(struct box *box, int n, const char *word)
{
	char name[64], text[512];

	snprintf(name, sizeof name, "lib/m-%02d/meeting.yaml", n);
	snprintf(text, sizeof text,
		 "title: Meeting %d\nshort: M%d\ndate: 2021-05-%02d\n"
		 "languages: [en, ru]\n",
		 n, n, n % 28 + 1);
	box_write(box, name, text);
	box_age(box, name, 100);
	snprintf(name, sizeof name, "lib/m-%02d/en.md", n);
	snprintf(text, sizeof text,
		 "# Meeting %d\n\n## Paragraph 2.2.4\n\n1. One %s.\n\n"
		 "2. Two.\n\n## Paragraph 2.2.5\n\n1. Three.\n",
		 n, word);
	box_write(box, name, text);
	box_age(box, name, 100);
	snprintf(name, sizeof name, "lib/m-%02d/ru.md", n);
	snprintf(text, sizeof text,
		 "# Встреча %d\n\n## Пункт 2.2.4\n\n1. Один %s.\n", n, word);
	box_write(box, name, text);
	box_age(box, name, 100);
}

static int
set_up(void **state)
{
	static struct bench bench;
	void *box;
	int n;

	if (box_set_up(&box))
		return -1;
	bench.box = box;
	for (n = 0; n < MEETINGS; n++)
		write_meeting(bench.box, n, "word");
	if (library_open(box_path(bench.box, "lib"), &bench.lib, NULL) ||
	    store_open(bench.lib.index_path, STORE_WRITE, &bench.store, NULL,
		       NULL))
		return -1;
	*state = &bench;
	return 0;
}

static int
tear_down(void **state)
{
	struct bench *bench = *state;
	void *box = bench->box;

	store_close(bench->store);
	library_close(&bench->lib);
	return box_tear_down(&box);
}

static struct index_report
update(struct bench *bench, bool all)
{
	struct index_options options = {.all = all};
	struct index_report report;
	struct error err = ERROR_INIT;

	if (index_update(&bench->lib, bench->store, &options, &report, &err))
		fail_msg("%s", err.message);
	return report;
}

static void
assert_report(struct index_report report, size_t meetings, size_t read,
	      size_t removed)
{
	assert_int_equal(report.meetings, meetings);
	assert_int_equal(report.read, read);
	assert_int_equal(report.unchanged, meetings - read);
	assert_int_equal(report.removed, removed);
}

/* Does the index hold this word in a text? */
static bool
holds(struct bench *bench, const char *word)
{
	struct buffer dump = BUFFER_INIT;
	bool found;

	store_dump(bench->lib.index_path, &dump);
	found = strstr(dump.data, word) != NULL;
	buffer_release(&dump);
	return found;
}

static void
test_reads_once(void **state)
{
	struct bench *bench = *state;
	struct index_report report = update(bench, false);
	struct store_totals totals;

	assert_report(report, MEETINGS, MEETINGS, 0);
	assert_int_equal(report.texts, MEETINGS * 4);
	assert_int_equal(report.errors, 0);
	assert_false(report.rebuilt);
	assert_int_equal(store_count_all(bench->store, &totals, NULL), 0);
	assert_int_equal(totals.meetings, MEETINGS);
	assert_int_equal(totals.files, MEETINGS * 3);
	assert_int_equal(totals.points, MEETINGS * 3);
	assert_int_equal(totals.texts, MEETINGS * 4);
	assert_report(update(bench, false), MEETINGS, 0, 0);
	assert_report(update(bench, true), MEETINGS, MEETINGS, 0);
}

static void
test_unchanged_writes_nothing(void **state)
{
	struct bench *bench = *state;
	struct store *watch;
	int64_t before, after;

	(void)update(bench, false);
	assert_int_equal(store_open(bench->lib.index_path, STORE_READ, &watch,
				    NULL, NULL),
			 0);
	assert_int_equal(store_data_version(watch, &before, NULL), 0);
	assert_report(update(bench, false), MEETINGS, 0, 0);
	assert_int_equal(store_data_version(watch, &after, NULL), 0);
	assert_true(before == after);
	store_close(watch);
}

static void
test_change_add_remove(void **state)
{
	struct bench *bench = *state;

	(void)update(bench, false);
	write_meeting(bench->box, 3, "changed");
	assert_report(update(bench, false), MEETINGS, 1, 0);
	assert_true(holds(bench, "One changed."));
	write_meeting(bench->box, MEETINGS, "added");
	assert_int_equal(unlink(box_path(bench->box, "lib/m-04/ru.md")), 0);
	assert_report(update(bench, false), MEETINGS + 1, 2, 0);
	assert_int_equal(rename(box_path(bench->box, "lib/m-05"),
				box_path(bench->box, "gone")),
			 0);
	assert_report(update(bench, false), MEETINGS, 0, 1);
	assert_false(holds(bench, "m-05"));
}

static void
test_touched_is_not_read(void **state)
{
	struct bench *bench = *state;
	struct library_files before = {VECTOR_INIT}, after = {VECTOR_INIT};

	(void)update(bench, false);
	box_age(bench->box, "lib/m-03/en.md", 50);
	assert_int_equal(store_list_files(bench->store, "m-03", &before, NULL),
			 0);
	assert_report(update(bench, false), MEETINGS, 0, 0);
	assert_int_equal(store_list_files(bench->store, "m-03", &after, NULL),
			 0);
	assert_true(before.list.items[1].id.mtime_ns <
		    after.list.items[1].id.mtime_ns);
	assert_true(before.list.items[1].id.hash ==
		    after.list.items[1].id.hash);
	library_files_release(&before);
	library_files_release(&after);
}

/* A file that changes again, with the same size, within one tick of the clock
 * that its time of change is taken from. */
static void
test_change_within_one_tick(void **state)
{
	struct bench *bench = *state;
	const char *path = box_path(bench->box, "lib/m-03/en.md");
	struct timespec times[2];
	struct stat st;
	int fd;

	box_age(bench->box, "lib/m-03/en.md", 0);
	(void)update(bench, false);
	assert_int_equal(stat(path, &st), 0);
	fd = open(path, O_WRONLY);
	assert_int_equal(pwrite(fd, "Z", 1, st.st_size - 3), 1);
	times[0] = times[1] = st.st_mtim;
	assert_int_equal(futimens(fd, times), 0);
	close(fd);
	assert_report(update(bench, false), MEETINGS, 1, 0);
	assert_true(holds(bench, "ThreZ."));
}

static void
test_file_from_the_future(void **state)
{
	struct bench *bench = *state;
	struct store *watch;
	int64_t before, after;

	box_age(bench->box, "lib/m-03/en.md", -100000);
	assert_report(update(bench, false), MEETINGS, MEETINGS, 0);
	assert_int_equal(store_open(bench->lib.index_path, STORE_READ, &watch,
				    NULL, NULL),
			 0);
	assert_int_equal(store_data_version(watch, &before, NULL), 0);
	assert_report(update(bench, false), MEETINGS, 0, 0);
	assert_int_equal(store_data_version(watch, &after, NULL), 0);
	assert_true(before == after);
	store_close(watch);
}

static void
test_permission_comes_back(void **state)
{
	struct bench *bench = *state;
	const char *path = box_path(bench->box, "lib/m-03/ru.md");
	struct index_report report;

	box_stop_being_root(bench->box);
	assert_int_equal(chmod(path, 0), 0);
	report = update(bench, false);
	assert_int_equal(report.errors, 1);
	assert_report(update(bench, false), MEETINGS, 0, 0);
	assert_int_equal(chmod(path, 0600), 0);
	assert_report(update(bench, false), MEETINGS, 1, 0);
	assert_report(update(bench, false), MEETINGS, 0, 0);
	box_be_root_again();
	assert_true(holds(bench, "m-03|1|ru|1|3|"));
}

struct heard {
	size_t calls, last, total, stop_after, found;
};

static bool
hear_progress(size_t done, size_t total, const char *id, void *data)
{
	struct heard *heard = data;

	assert_non_null(id);
	heard->calls++;
	heard->last = done;
	heard->total = total;
	return !heard->stop_after || done < heard->stop_after;
}

static void
hear_found(const struct diagnostics *diags, void *data)
{
	struct heard *heard = data;

	heard->found += diags->list.len;
}

static void
test_progress_and_findings(void **state)
{
	struct bench *bench = *state;
	struct heard heard = {.stop_after = 5};
	struct index_options options = {
		.progress = hear_progress, .found = hear_found, .data = &heard};
	struct index_report report;

	box_write(bench->box, "lib/bad\001name/en.md", "# A\n");
	box_write(bench->box, "lib/m-00/notes.md", "# A\n");
	assert_int_equal(index_update(&bench->lib, bench->store, &options,
				      &report, NULL),
			 0);
	assert_int_equal(heard.calls, 5);
	assert_int_equal(heard.last, 5);
	assert_int_equal(heard.total, MEETINGS);
	assert_int_equal(heard.found, 2);
	assert_int_equal(report.warnings, 1);
	assert_int_equal(report.notes, 1);
	assert_int_equal(report.read, 5);
	/* Goes on where it was stopped. */
	assert_report(update(bench, false), MEETINGS, MEETINGS - 5, 0);
}

static void
test_one_meeting(void **state)
{
	struct bench *bench = *state;
	struct store_totals totals;
	bool changed;

	assert_int_equal(index_update_meeting(&bench->lib, bench->store, "m-03",
					      &changed, NULL),
			 0);
	assert_true(changed);
	assert_int_equal(index_update_meeting(&bench->lib, bench->store, "m-03",
					      &changed, NULL),
			 0);
	assert_false(changed);
	assert_int_equal(rename(box_path(bench->box, "lib/m-03"),
				box_path(bench->box, "gone")),
			 0);
	assert_int_equal(index_update_meeting(&bench->lib, bench->store, "m-03",
					      &changed, NULL),
			 STATUS_NOT_FOUND);
	assert_int_equal(store_count_all(bench->store, &totals, NULL), 0);
	assert_int_equal(totals.meetings, 0);
}

static void
test_rebuilds_what_breaks_in_use(void **state)
{
	struct bench *bench = *state;
	struct index_report report;
	struct stat st;
	int fd;

	(void)update(bench, false);
	store_close(bench->store);
	/* Sound at its head, so that it opens; the rest is rubbish. */
	fd = open(bench->lib.index_path, O_WRONLY);
	assert_int_equal(fstat(fd, &st), 0);
	for (off_t at = 4096; at < st.st_size; at += 4)
		assert_int_equal(pwrite(fd, "\xde\xad\xbe\xef", 4, at), 4);
	close(fd);
	assert_int_equal(store_open(bench->lib.index_path, STORE_WRITE,
				    &bench->store, NULL, NULL),
			 0);
	report = update(bench, false);
	assert_true(report.rebuilt);
	assert_report(report, MEETINGS, MEETINGS, 0);
	assert_true(holds(bench, "Meeting 3"));
	assert_true(box_has(bench->box, "lib/.lectern/index.db.broken-1"));
}

/* What is repeated on every row must not let a small file fill the disk. */
static void
test_long_names_are_not_multiplied(void **state)
{
	struct bench *bench = *state;
	struct buffer text = BUFFER_INIT, yaml = BUFFER_INIT;
	struct store_meetings list = STORE_MEETINGS_INIT;
	struct index_report report;
	struct stat st;
	size_t i;

	buffer_append_string(&text, "## A {#");
	for (i = 0; i < 1 << 20; i++)
		buffer_append_byte(&text, 'a');
	buffer_append_string(&text, "}\n\n");
	for (i = 1; i <= 1900; i++)
		buffer_printf(&text, "%zu. Point.\n\n", i);
	buffer_append_string(&yaml, "date: 2022-01-01\ntitle: ");
	for (i = 0; i < 60000; i++)
		buffer_append_char(&yaml, 0xfdfa);
	buffer_append_byte(&yaml, '\n');
	box_write(bench->box, "lib/m-00/en.md", text.data);
	box_write(bench->box, "lib/m-00/ru.md", text.data);
	box_write(bench->box, "lib/m-00/meeting.yaml", yaml.data);
	report = update(bench, false);
	assert_false(report.rebuilt);
	assert_int_equal(report.meetings, MEETINGS);
	assert_int_equal(store_list_meetings(bench->store, NULL, NULL, 0, 1,
					     &list, NULL),
			 0);
	assert_string_equal(list.list.items[0].id, "m-00");
	assert_true(list.list.items[0].points >= 1900);
	assert_int_equal(strlen(list.list.items[0].title), 4095);
	assert_int_equal(stat(bench->lib.index_path, &st), 0);
	assert_true(st.st_size < 64 << 20);
	store_meetings_release(&list);
	buffer_release(&text);
	buffer_release(&yaml);
}

/* A child that indexes; never returns. */
static void
index_in_child(struct bench *bench, const struct index_options *options)
{
	struct error err = ERROR_INIT;
	struct store *store;

	if (store_open(bench->lib.index_path, STORE_WRITE, &store, NULL,
		       &err) ||
	    index_update(&bench->lib, store, options, NULL, &err)) {
		print_error("a child says: %s\n", err.message);
		_exit(1);
	}
	store_close(store);
	_exit(0);
}

/* What a fresh index of the library holds. */
static void
dump_fresh(struct bench *bench, struct buffer *out)
{
	const char *path = box_path(bench->box, "fresh.db");
	struct store *store;

	unlink(path);
	assert_int_equal(store_open(path, STORE_WRITE, &store, NULL, NULL), 0);
	assert_int_equal(index_update(&bench->lib, store, NULL, NULL, NULL), 0);
	store_close(store);
	store_dump(path, out);
}

static void
assert_as_fresh(struct bench *bench)
{
	struct buffer fresh = BUFFER_INIT, dump = BUFFER_INIT;

	dump_fresh(bench, &fresh);
	store_dump(bench->lib.index_path, &dump);
	assert_string_equal(dump.data, fresh.data);
	buffer_release(&fresh);
	buffer_release(&dump);
}

static void
test_several_processes(void **state)
{
	struct bench *bench = *state;
	struct index_options all = {.all = true};
	pid_t children[4];
	int status, i;

	/* From nothing: they also make the database at the same moment. */
	store_close(bench->store);
	bench->store = NULL;
	assert_int_equal(unlink(bench->lib.index_path), 0);
	for (i = 0; i < 4; i++) {
		children[i] = fork();
		if (!children[i])
			index_in_child(bench, i % 2 ? &all : NULL);
	}
	for (i = 0; i < 4; i++) {
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
	assert_int_equal(
		box_count(bench->box, "lib/.lectern", "index.db.broken"), 0);
	assert_as_fresh(bench);
}

static void
test_several_processes_and_a_broken_index(void **state)
{
	struct bench *bench = *state;
	pid_t children[4];
	int status, i;

	store_close(bench->store);
	bench->store = NULL;
	box_write(bench->box, "lib/.lectern/index.db",
		  "This is not a database, and long enough to be sure of it. "
		  "This is not a database, and long enough to be sure of it.");
	for (i = 0; i < 4; i++) {
		children[i] = fork();
		if (!children[i])
			index_in_child(bench, NULL);
	}
	for (i = 0; i < 4; i++) {
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
	/* One of them put it aside, the others found the new one. */
	assert_int_equal(
		box_count(bench->box, "lib/.lectern", "index.db.broken"), 1);
	assert_as_fresh(bench);
}

static bool
die_at(size_t done, size_t total, const char *id, void *data)
{
	(void)total;
	(void)id;
	if (done == *(size_t *)data)
		raise(SIGKILL);
	return true;
}

static void
test_killed_between_meetings(void **state)
{
	struct bench *bench = *state;
	size_t at;
	struct index_options options = {.progress = die_at, .data = &at};
	pid_t child;
	int status;

	store_close(bench->store);
	bench->store = NULL;
	for (at = 1; at <= MEETINGS; at += 3) {
		write_meeting(bench->box, (int)at % MEETINGS, "again");
		child = fork();
		if (!child)
			index_in_child(bench, &options);
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status));
		assert_int_equal(WTERMSIG(status), SIGKILL);
	}
	assert_int_equal(store_open(bench->lib.index_path, STORE_WRITE,
				    &bench->store, NULL, NULL),
			 0);
	(void)update(bench, false);
	assert_as_fresh(bench);
}

int
main(void)
{
#define ON_BENCH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		ON_BENCH(test_reads_once),
		ON_BENCH(test_unchanged_writes_nothing),
		ON_BENCH(test_change_add_remove),
		ON_BENCH(test_touched_is_not_read),
		ON_BENCH(test_change_within_one_tick),
		ON_BENCH(test_file_from_the_future),
		ON_BENCH(test_permission_comes_back),
		ON_BENCH(test_progress_and_findings),
		ON_BENCH(test_one_meeting),
		ON_BENCH(test_rebuilds_what_breaks_in_use),
		ON_BENCH(test_long_names_are_not_multiplied),
		ON_BENCH(test_several_processes),
		ON_BENCH(test_several_processes_and_a_broken_index),
		ON_BENCH(test_killed_between_meetings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
