/* Outputs: filtering, encodings, failures, styles. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "lectern/output.h"

/* A file that nobody sees. */
static int
open_scratch(void)
{
	FILE *file = tmpfile();
	int fd;

	assert_non_null(file);
	fd = dup(fileno(file));
	fclose(file);
	assert_true(fd >= 0);
	return fd;
}

static void
assert_file(int fd, const char *expected, size_t len)
{
	char bytes[4096];
	ssize_t size;

	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	size = read(fd, bytes, sizeof bytes);
	assert_int_equal(size, len);
	assert_memory_equal(bytes, expected, len);
	close(fd);
}

/* Runs with standard error in a file, which it returns. */
static int
swap_errors(int *kept)
{
	int fd = open_scratch();

	*kept = dup(STDERR_FILENO);
	dup2(fd, STDERR_FILENO);
	return fd;
}

static void
restore_errors(int kept)
{
	dup2(kept, STDERR_FILENO);
	close(kept);
}

static void
assert_encoded(const char *encoding, const char *text, const char *expected,
	       size_t lost)
{
	int kept, errors = swap_errors(&kept);
	int fd = open_scratch();
	struct output *out = output_new(fd, encoding);
	enum status rc;
	size_t counted;

	output_text(out, text);
	counted = output_lost(out);
	rc = output_close(out, NULL);
	restore_errors(kept);
	close(errors);
	assert_int_equal(rc, STATUS_OK);
	assert_int_equal(counted, lost);
	assert_file(fd, expected, strlen(expected));
}

static void
test_text_is_filtered(void **state)
{
	struct buffer into = BUFFER_INIT;
	struct output *out = output_new_buffer(&into);

	(void)state;
	output_text(out, "a\033[1m\tb\n");
	output_printf(out, "%s %d", "\xc2\x9b", 5);
	output_bytes(out, "\0", 1);
	assert_int_equal(output_close(out, NULL), STATUS_OK);
	assert_string_equal(into.data, "a<U+001B>[1m\tb\n<U+009B> 5<U+0000>");
	buffer_release(&into);
}

static void
test_encodings(void **state)
{
	(void)state;
	assert_encoded("UTF-8", "Пункт №5 國", "Пункт №5 國", 0);
	assert_encoded("KOI8-R", "Да", "\xe4\xc1", 0);
	assert_encoded("CP1251", "«Да» № 5 – …",
		       "\xab\xc4\xe0\xbb \xb9 5 \x96 \x85", 0);
	assert_encoded("KOI8-R", "«Да» № 5 – …", "\"\xe4\xc1\" No. 5 - ...", 0);
	assert_encoded("KOI8-R", "и\u0306", "\xca", 0);
	assert_encoded("KOI8-R", "Қ 国", "? ?", 2);
	assert_encoded("ANSI_X3.4-1968", "“ICT” — да", "\"ICT\" - ??", 2);
	assert_encoded("ASCII", "e\u0308", "?", 1);
	assert_encoded("no-such-encoding", "é№", "?No.", 1);
	assert_encoded("ISO-2022-JP", "国x", "\033$B9q\033(Bx", 0);
}

static void
test_what_is_lost_is_said_once(void **state)
{
	static const char expected[] =
		"3 characters cannot be shown in the encoding ASCII and are "
		"\"?\" here. A UTF-8 locale shows them.\n";
	int kept, errors = swap_errors(&kept);
	int fd = open_scratch();
	struct output *out = output_new(fd, "ASCII");
	enum status rc;

	(void)state;
	output_text(out, "да\n");
	output_text(out, "я\n");
	rc = output_close(out, NULL);
	restore_errors(kept);
	assert_int_equal(rc, STATUS_OK);
	assert_file(fd, "??\n?\n", 5);
	assert_file(errors, expected, sizeof expected - 1);
}

static void
test_failure_is_reported(void **state)
{
	struct error err = ERROR_INIT;
	struct output *out;
	int ends[2], i;

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	out = output_new(ends[1], "UTF-8");
	for (i = 0; i < 100000; i++)
		output_text(out, "nobody reads\n");
	assert_int_equal(output_close(out, &err), STATUS_IO);
	assert_non_null(strstr(err.message, strerror(EPIPE)));
	close(ends[1]);
	if (access("/dev/full", W_OK))
		return;
	ends[0] = open("/dev/full", O_WRONLY);
	out = output_new(ends[0], "UTF-8");
	output_text(out, "x");
	assert_int_equal(output_close(out, &err), STATUS_IO);
	assert_non_null(strstr(err.message, strerror(ENOSPC)));
	close(ends[0]);
}

/* A slow reader on a pipe that does not block: all bytes arrive. */
static void
test_slow_reader_gets_everything(void **state)
{
	enum { COUNT = 60000 };
	struct output *out;
	char bytes[777];
	size_t total = 0;
	ssize_t size;
	int ends[2], result, i;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	child = fork();
	if (!child) {
		close(ends[0]);
		out = output_new(ends[1], "UTF-8");
		for (i = 0; i < COUNT; i++)
			output_text(out, "0123456789");
		_exit(output_close(out, NULL) != STATUS_OK);
	}
	close(ends[1]);
	while ((size = read(ends[0], bytes, sizeof bytes)) > 0)
		total += (size_t)size;
	close(ends[0]);
	assert_int_equal(waitpid(child, &result, 0), child);
	assert_int_equal(result, 0);
	assert_int_equal(total, COUNT * 10);
}

static void
make_frame(struct frame *frame)
{
	frame_resize(frame, 2, 20);
	frame_put(frame, 0, 0, 20, STYLE_TEXT, "a 75/240 b");
	frame_restyle(frame, 0, 2, 6, STYLE_CITATION);
	frame_put(frame, 1, 0, 20, STYLE_AVOID, "no");
}

static void
test_plain_frame(void **state)
{
	struct frame frame = FRAME_INIT;
	struct buffer into = BUFFER_INIT;
	struct output *out = output_new_buffer(&into);

	(void)state;
	make_frame(&frame);
	assert_false(output_is_styled(out));
	output_frame(out, &frame);
	assert_int_equal(output_close(out, NULL), STATUS_OK);
	assert_string_equal(into.data, "a 75/240 b\nno\n");
	buffer_release(&into);
	frame_release(&frame);
}

static void
test_styled_frame(void **state)
{
	struct frame frame = FRAME_INIT;
	struct buffer into = BUFFER_INIT;
	struct output *out = output_new_buffer(&into);

	(void)state;
	make_frame(&frame);
	output_set_styled(out, true);
	output_frame(out, &frame);
	assert_int_equal(output_close(out, NULL), STATUS_OK);
	assert_string_equal(into.data, "a \033[4m75/240\033[0m b\n"
				       "\033[2;31mno\033[0m\n");
	buffer_release(&into);
	frame_release(&frame);
}

static void
test_no_color(void **state)
{
	struct frame frame = FRAME_INIT;
	int fd = open_scratch();
	struct output *out;

	(void)state;
	setenv("NO_COLOR", "1", 1);
	out = output_new(fd, "UTF-8");
	unsetenv("NO_COLOR");
	make_frame(&frame);
	output_set_styled(out, true);
	output_frame(out, &frame);
	assert_int_equal(output_close(out, NULL), STATUS_OK);
	assert_file(fd, "a \033[4m75/240\033[0m b\n\033[2mno\033[0m\n", 30);
	frame_release(&frame);
}

/* Where "…" becomes "...", "国" becomes "?": the rule stays where it is. */
static void
test_columns_line_up_in_ascii(void **state)
{
	static const char expected[] = "a...   | b\n? ?    | b\n";
	int kept, errors = swap_errors(&kept);
	struct frame frame = FRAME_INIT;
	int fd = open_scratch();
	struct output *out = output_new(fd, "ASCII");
	enum status rc;

	(void)state;
	frame_resize(&frame, 2, 20);
	frame_put(&frame, 0, 0, 6, STYLE_TEXT, "a…");
	frame_put(&frame, 0, 7, 9, STYLE_RULE, "│ b");
	frame_put(&frame, 1, 0, 6, STYLE_TEXT, "国国");
	frame_put(&frame, 1, 7, 9, STYLE_RULE, "│ b");
	output_frame(out, &frame);
	rc = output_close(out, NULL);
	restore_errors(kept);
	close(errors);
	assert_int_equal(rc, STATUS_OK);
	assert_file(fd, expected, sizeof expected - 1);
	frame_release(&frame);
}

/* A view that wrote into a cell by hand does no harm. */
static void
test_raw_cells_are_harmless(void **state)
{
	struct frame frame = FRAME_INIT;
	struct buffer into = BUFFER_INIT;
	struct output *out = output_new_buffer(&into);

	(void)state;
	frame_resize(&frame, 1, 3);
	frame.cells[0].base = 0x1b;
	frame.cells[1].base = 0x202e;
	output_frame(out, &frame);
	assert_int_equal(output_close(out, NULL), STATUS_OK);
	assert_string_equal(into.data, "\ufffd\ufffd\n");
	buffer_release(&into);
	frame_release(&frame);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_filtered),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_what_is_lost_is_said_once),
		cmocka_unit_test(test_failure_is_reported),
		cmocka_unit_test(test_slow_reader_gets_everything),
		cmocka_unit_test(test_plain_frame),
		cmocka_unit_test(test_styled_frame),
		cmocka_unit_test(test_no_color),
		cmocka_unit_test(test_columns_line_up_in_ascii),
		cmocka_unit_test(test_raw_cells_are_harmless),
	};

	return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
