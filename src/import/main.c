/*
 * lectern-import: what comes from outside, as text and as rows.
 *
 *	lectern-import protections | catalogue
 *
 * A document on standard input, its rows or its text on standard output, as
 * include/lectern/import.h says; started by `lectern`, never by hand. See
 * confine.h for what it may do.
 */
#include <string.h>
#include <unistd.h>

#include "confine.h"
#include "marc.h"
#include "table.h"

enum { MAIN_DONE, MAIN_FAILED = 2, MAIN_NOT_CONFINED };

static void
main_put_protections(UNUSED struct import_in *in, struct import_out *out,
		     const struct confinement *done)
{
	import_put(out,
		   json_pack("{s:i, s:i, s:i, s:b}", "memory", done->memory_mib,
			     "seconds", done->seconds, "landlock",
			     done->landlock, "seccomp", (int)done->has_filter));
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
main_read_catalogue(struct import_in *in, struct import_out *out,
		    UNUSED const struct confinement *done)
{
	char first[512];
	ssize_t len = import_read(in, first, sizeof first);

	if (len > 0) {
		in->data = first;
		in->left = (size_t)len;
	}
	if (len > 0 && main_is_xml(first, (size_t)len))
		marc_read(in, out);
	else
		table_read(in, out);
}

/* What it can be asked for. */
static const struct main_task {
	const char *name;
	void (*run)(struct import_in *in, struct import_out *out,
		    const struct confinement *done);
} main_tasks[] = {
	{"protections", main_put_protections},
	{"catalogue", main_read_catalogue},
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

int
main(int argc, char **argv)
{
	const struct main_task *task =
		argc == 2 ? main_find_task(argv[1]) : NULL;
	struct import_in in = {.fd = STDIN_FILENO};
	struct import_out out = {.fd = STDOUT_FILENO, .text = BUFFER_INIT};
	struct confinement done;

	if (!task)
		return MAIN_FAILED;
	/* What libraries set up once: files of theirs cannot be opened
	 * afterwards. */
	json_object_seed(0);
	marc_prepare();
	if (!confine_process(&done))
		return MAIN_NOT_CONFINED;
	task->run(&in, &out, &done);
	import_flush(&out);
	buffer_release(&out.text);
	return out.has_failed ? MAIN_FAILED : MAIN_DONE;
}
