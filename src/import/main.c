/*
 * lectern-import: what comes from outside, as text and as rows.
 *
 *	lectern-import protections | catalogue | text [ENCODING] | parts | rtf
 *	lectern-import convert FORMAT
 *
 * A document on standard input, its rows or its text on standard output, as
 * include/lectern/import.h says; started by `lectern`, never by hand. See
 * confine.h for what it may do.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "confine.h"
#include "convert.h"
#include "decode.h"
#include "lectern/memory.h"
#include "marc.h"
#include "parts.h"
#include "rtf.h"
#include "table.h"
#include "tmx.h"

enum { MAIN_DONE, MAIN_FAILED = 2, MAIN_NOT_CONFINED };

/* What tasks work with, prepared before the process is confined. */
struct main_work {
	struct import_in in;
	struct import_out out;
	struct confinement done;
	struct encodings *encodings;
	const char *argument; /* or NULL */
};

static void
main_put_protections(struct main_work *work)
{
	import_put(&work->out, json_pack("{s:i, s:i, s:i, s:b}", "memory",
					 work->done.memory_mib, "seconds",
					 work->done.seconds, "landlock",
					 work->done.landlock, "seccomp",
					 (int)work->done.has_filter));
}

/* XML begins with '<', after a byte order mark and white space or without
 * them; in UTF-16 there are zeros about it. */
static bool
main_is_xml(const char *bytes, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (bytes[i] &&
		    !strchr("\xef\xbb\xbf\xfe\xff \t\r\n", bytes[i]))
			return bytes[i] == '<';
	return false;
}

static void
main_read_catalogue(struct main_work *work)
{
	char first[512];
	ssize_t len = import_read(&work->in, first, sizeof first);

	if (len > 0) {
		work->in.data = first;
		work->in.left = (size_t)len;
	}
	if (len > 0 && main_is_xml(first, (size_t)len))
		marc_read(&work->in, &work->out);
	else
		table_read(&work->in, &work->out);
}

static void
main_read_text(struct main_work *work)
{
	decode_read(work->encodings, work->argument, &work->in, &work->out);
}

static void
main_read_parts(struct main_work *work)
{
	parts_read(&work->in, &work->out);
}

static void
main_read_rtf(struct main_work *work)
{
	rtf_read(work->encodings, &work->in, &work->out);
}

static void
main_read_tmx(struct main_work *work)
{
	tmx_read(&work->in, &work->out);
}

/* What it can be asked for. */
static const struct main_task {
	const char *name;
	bool needs_encodings;
	void (*run)(struct main_work *work);
} main_tasks[] = {
	{"protections", false, main_put_protections},
	{"catalogue", false, main_read_catalogue},
	{"text", true, main_read_text},
	{"parts", false, main_read_parts},
	{"tmx", false, main_read_tmx},
	{"rtf", true, main_read_rtf},
};

static const struct main_task *
main_find_task(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof main_tasks / sizeof *main_tasks; i++)
		if (!strcmp(main_tasks[i].name, name))
			return &main_tasks[i];
	return NULL;
}

/* What libraries set up once: files of theirs cannot be opened afterwards. */
static void
main_prepare(const struct main_task *task, struct main_work *work)
{
	json_object_seed(0);
	marc_prepare();
	if (!task->needs_encodings)
		return;
	work->encodings = mem_alloc(1, sizeof *work->encodings);
	encodings_open(work->encodings);
}

int
main(int argc, char **argv)
{
	const struct main_task *task =
		argc >= 2 ? main_find_task(argv[1]) : NULL;
	struct main_work work = {
		.in = {.fd = STDIN_FILENO},
		.out = {.fd = STDOUT_FILENO, .text = BUFFER_INIT},
		.argument = argc > 2 ? argv[2] : NULL,
	};

	if (argc == 3 && !strcmp(argv[1], "convert"))
		return convert_become(argv[2]);
	if (!task)
		return MAIN_FAILED;
	main_prepare(task, &work);
	if (!confine_process(&work.done))
		return MAIN_NOT_CONFINED;
	task->run(&work);
	import_flush(&work.out);
	buffer_release(&work.out.text);
	if (work.encodings)
		encodings_close(work.encodings);
	free(work.encodings);
	return work.out.has_failed ? MAIN_FAILED : MAIN_DONE;
}
