/*
 * dump FILE.md | FOLDER: what the model makes of a text or of a meeting's
 * folder, then its diagnostics; for the golden tests.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern/meeting.h"
#include "lectern/memory.h"

static int
dump_read(const char *path, struct buffer *out)
{
	char chunk[8192];
	FILE *file = fopen(path, "rb");
	size_t got;

	if (!file) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return -1;
	}
	while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
		buffer_append(out, chunk, got);
	fclose(file);
	return 0;
}

static const char *
dump_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void
dump_write(const struct buffer *out, struct diagnostics *diags, FILE *to)
{
	struct buffer line = BUFFER_INIT;
	size_t i;

	fwrite(out->data, 1, out->len, to);
	diagnostics_sort(diags);
	for (i = 0; i < diags->list.len; i++) {
		buffer_reset(&line);
		diagnostic_format(&diags->list.items[i], &line);
		fprintf(stderr, "%s\n", line.data);
	}
	buffer_release(&line);
}

static int
dump_file(const char *path)
{
	struct buffer text = BUFFER_INIT, out = BUFFER_INIT;
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct brief *brief;

	if (dump_read(path, &text))
		return 2;
	brief = brief_parse(text.data, text.len, dump_base(path), "en", &diags);
	brief_dump(brief, &out);
	dump_write(&out, &diags, stdout);
	brief_free(brief);
	diagnostics_release(&diags);
	buffer_release(&text);
	buffer_release(&out);
	return 0;
}

static int
dump_is_text(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return len > 3 && !strcmp(entry->d_name + len - 3, ".md");
}

static int
dump_add(struct meeting *meeting, const char *folder, const char *name)
{
	char path[4096], language[64];
	struct buffer text = BUFFER_INIT;
	int rc;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	rc = dump_read(path, &text);
	if (!rc && !strcmp(name, "meeting.yaml"))
		meeting_facts_parse(text.data, text.len, name, &meeting->facts,
				    &meeting->diags);
	else if (!rc) {
		snprintf(language, sizeof language, "%.*s",
			 (int)strlen(name) - 3, name);
		meeting_take_brief(meeting,
				   brief_parse(text.data, text.len, name,
					       language, &meeting->diags));
	}
	buffer_release(&text);
	return rc;
}

/* The rest of the arguments are places to be found. */
static void
dump_places(const struct meeting *meeting, char **words, struct buffer *out)
{
	struct error err = ERROR_INIT;
	struct place place;

	for (; *words; words++) {
		buffer_printf(out, "place \"%s\" ", *words);
		if (place_find(meeting, *words, &place, &err))
			buffer_append_string(out, err.message);
		else if (place.whole_meeting)
			buffer_append_string(out, "= all");
		else {
			buffer_append_string(out, "= ");
			place_format(meeting, &place, out);
		}
		buffer_append_byte(out, '\n');
	}
}

static int
dump_folder(const char *path, char **words)
{
	struct meeting *meeting = meeting_new(dump_base(path));
	struct buffer out = BUFFER_INIT;
	struct dirent **names = NULL;
	int count = scandir(path, &names, dump_is_text, alphasort), i, rc;

	rc = dump_add(meeting, path, "meeting.yaml") ? 2 : 0;
	for (i = 0; i < count; i++) {
		if (dump_add(meeting, path, names[i]->d_name))
			rc = 2;
		free(names[i]);
	}
	free(names);
	meeting_align(meeting);
	meeting_dump(meeting, &out);
	dump_places(meeting, words, &out);
	dump_write(&out, &meeting->diags, stdout);
	buffer_release(&out);
	meeting_free(meeting);
	return rc;
}

int
main(int argc, char **argv)
{
	struct stat info;

	if (argc < 2 || stat(argv[1], &info)) {
		fprintf(stderr, "usage: dump FILE.md | FOLDER [PLACE…]\n");
		return 2;
	}
	return S_ISDIR(info.st_mode) ? dump_folder(argv[1], argv + 2)
				     : dump_file(argv[1]);
}
