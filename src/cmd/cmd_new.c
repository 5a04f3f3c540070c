/*
 * lectern new: a meeting from a skeleton, ready to fill, or from an earlier
 * one. Files that exist are never touched.
 */
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/section_id.h"
#include "lectern/words.h"

/* How a heading names a paragraph, and several. */
struct new_heading {
	const char *language, *one, *many; /* with one %s each */
};

static const struct new_heading new_headings[] = {
	{"en", "Paragraph ", "Paragraphs "},   {"ru", "Пункт ", "Пункты "},
	{"fr", "Paragraphe ", "Paragraphes "}, {"es", "Párrafo ", "Párrafos "},
	{"ar", "الفقرة ", "الفقرات "},	       {NULL, "", ""},
};

struct new_job {
	struct command_call *call;
	const char *id;
	struct meeting *like; /* or NULL */
	VECTOR(char *) languages;
	char *folder;
};

static const char *
new_option(const struct new_job *job, const char *name)
{
	const char *text = command_option(job->call, name)->text;

	return text ? text : "";
}

/* ---- meeting.yaml ---- */

/* A value that YAML reads back as it was given. */
static void
new_yaml(struct buffer *out, const char *key, const char *value)
{
	if (!*value)
		return;
	buffer_printf(out, "%s: \"", key);
	for (; *value; value++) {
		if (*value == '"' || *value == '\\')
			buffer_append_byte(out, '\\');
		buffer_append_byte(out,
				   (unsigned char)*value < ' ' ? ' ' : *value);
	}
	buffer_append_string(out, "\"\n");
}

static const char *
new_fact(const struct new_job *job, const char *option, const char *of_like)
{
	const char *given = new_option(job, option);

	return *given || !job->like ? given : of_like;
}

static void
new_write_facts(const struct new_job *job, struct buffer *out)
{
	const struct meeting_facts *like = job->like ? &job->like->facts : NULL;
	size_t i;

	new_yaml(out, "title", new_option(job, "title"));
	new_yaml(out, "short",
		 new_fact(job, "short", like ? like->short_name : ""));
	new_yaml(out, "body", new_fact(job, "body", like ? like->body : ""));
	buffer_printf(out, "date: %s\n", new_option(job, "date"));
	new_yaml(out, "place", new_option(job, "place"));
	if (like) {
		new_yaml(out, "delegation", like->delegation);
		new_yaml(out, "subject", like->subject);
		new_yaml(out, "classification", like->classification);
		new_yaml(out, "delivery", like->delivery);
	}
	buffer_append_string(out, "languages: [");
	for (i = 0; i < job->languages.len; i++)
		buffer_printf(out, "%s%s", i ? ", " : "",
			      job->languages.items[i]);
	buffer_append_string(out, "]\n");
	if (*new_option(job, "floor-time"))
		new_yaml(out, "floor-time", new_option(job, "floor-time"));
	else if (like && like->floor_seconds)
		buffer_printf(out, "floor-time: %ld s\n", like->floor_seconds);
}

/* ---- texts ---- */

static void
new_write_heading(const char *language, const char *section, struct buffer *out)
{
	const struct new_heading *heading = new_headings;
	bool is_range = strchr(section, '-') != NULL;
	struct buffer id = BUFFER_INIT;

	while (heading->language &&
	       strncmp(heading->language, language, 2) != 0)
		heading++;
	if (!is_numeric_id(section)) {
		path_name_from_title(section, &id);
		buffer_printf(out, "## %s {#%s}\n", section, id.data);
	} else if (!strncmp(language, "kk", 2)) {
		buffer_printf(out, "## %s-%s\n", section,
			      is_range ? "тармақтар" : "тармақ");
	} else if (!strncmp(language, "zh", 2)) {
		buffer_printf(out, "## 第%s段\n", section);
	} else {
		buffer_printf(out, "## %s%s\n",
			      is_range ? heading->many : heading->one, section);
	}
	buffer_release(&id);
}

static void
new_write_text(const struct new_job *job, const char *language,
	       struct buffer *out)
{
	const char *sections = new_option(job, "sections");
	char *section;
	size_t len;

	buffer_printf(out, "---\nstatus: draft\n---\n\n# %s\n",
		      new_option(job, "title"));
	while (*(sections += strspn(sections, " ,"))) {
		len = strcspn(sections, " ,");
		section = mem_strndup(sections, len);
		buffer_append_byte(out, '\n');
		new_write_heading(language, section, out);
		buffer_append_string(out, "\n1. TBC\n");
		sections += len;
		free(section);
	}
}

/* The text of the earlier meeting: a draft again, and in each section a word
 * to the drafters that it was carried over. */
static void
new_carry_text(const struct new_job *job, const struct brief *brief,
	       const struct buffer *text, struct buffer *out)
{
	const char *at = text->data, *end = at + text->len, *next;
	size_t section = 0;
	int line = 1;

	buffer_append_string(out, "---\nstatus: draft\n---\n");
	if (!strncmp(at, "---\n", 4)) {
		next = strstr(at + 4, "\n---\n");
		for (next = next ? next + 5 : at; at < next; at++)
			line += *at == '\n';
	}
	for (; at < end; at = next, line++) {
		next = memchr(at, '\n', (size_t)(end - at));
		next = next ? next + 1 : end;
		buffer_append(out, at, (size_t)(next - at));
		if (section < brief->section_count &&
		    brief->sections[section].extent.line == line) {
			section++;
			buffer_printf(out,
				      "\n<!-- review: carried over from "
				      "%s -->\n",
				      job->like->id);
		}
	}
}

static enum status
new_read_like(const struct new_job *job, const char *language,
	      struct buffer *out, struct error *err)
{
	int index = meeting_language_index(job->like, language);
	const struct brief *brief = index < 0 ? NULL : job->like->briefs[index];
	struct buffer text = BUFFER_INIT;
	enum status rc = STATUS_OK;
	char *path;

	if (!brief) {
		new_write_text(job, language, out);
		return STATUS_OK;
	}
	path = path_join(job->call->library->path, brief->file);
	rc = file_read(path, FILE_LIMIT, &text, NULL, err);
	if (!rc)
		new_carry_text(job, brief, &text, out);
	buffer_release(&text);
	free(path);
	return rc;
}

/* ---- files ---- */

static enum status
new_save(const struct new_job *job, const char *name, const struct buffer *text,
	 struct error *err)
{
	static const struct file_identity none = {0};
	struct save_report report;
	char *path = path_join(job->folder, name);
	enum status rc;

	rc = file_save(path, text->data, text->len, &none, &report, err);
	if (!rc)
		output_printf(job->call->out, "%s\n", path);
	free(path);
	return rc;
}

static enum status
new_write_all(const struct new_job *job, struct error *err)
{
	struct buffer text = BUFFER_INIT;
	enum status rc = path_make_folders(job->folder, err);
	char name[LANGUAGE_TAG_MAX + 4];
	size_t i;

	if (!rc) {
		new_write_facts(job, &text);
		rc = new_save(job, "meeting.yaml", &text, err);
	}
	for (i = 0; i < job->languages.len && !rc; i++) {
		buffer_reset(&text);
		if (job->like)
			rc = new_read_like(job, job->languages.items[i], &text,
					   err);
		else
			new_write_text(job, job->languages.items[i], &text);
		snprintf(name, sizeof name, "%s.md", job->languages.items[i]);
		if (!rc)
			rc = new_save(job, name, &text, err);
	}
	buffer_release(&text);
	return rc;
}

/* ---- what was asked for ---- */

static enum status
new_add_language(struct new_job *job, const char *tag, size_t len,
		 struct error *err)
{
	char file[LANGUAGE_TAG_MAX + 4], normal[LANGUAGE_TAG_MAX];

	snprintf(file, sizeof file, "%.*s.md", (int)len, tag);
	if (len >= LANGUAGE_TAG_MAX ||
	    !language_from_file_name(file, normal, sizeof normal))
		return error_set(err, STATUS_INVALID,
				 _("“%.*s” is no tag of a language, such as ru "
				   "or en."),
				 (int)len, tag);
	vector_push(&job->languages, mem_strdup(normal));
	return STATUS_OK;
}

static enum status
new_choose_languages(struct new_job *job, struct error *err)
{
	const char *at = new_option(job, "language");
	enum status rc = STATUS_OK;
	size_t i, len;

	if (!*at && job->like) {
		for (i = 0; i < job->like->language_count && !rc; i++)
			rc = new_add_language(job, job->like->languages[i],
					      strlen(job->like->languages[i]),
					      err);
		return rc;
	}
	if (!*at)
		at = "en";
	while (!rc && *(at += strspn(at, " ,"))) {
		len = strcspn(at, " ,");
		rc = new_add_language(job, at, len, err);
		at += len;
	}
	if (!rc &&
	    (!job->languages.len || job->languages.len > MEETING_LANGUAGES_MAX))
		rc = error_set(err, STATUS_INVALID,
			       _("A meeting has from one to %d languages."),
			       MEETING_LANGUAGES_MAX);
	return rc;
}

static enum status
new_check(const struct new_job *job, struct error *err)
{
	struct date_range range;
	const char *date = new_option(job, "date");
	long seconds;

	if (!is_meeting_name(job->id))
		return error_set(err, STATUS_INVALID,
				 _("“%s” cannot name a meeting's folder. Use "
				   "letters, digits, '.', '_' and '-'."),
				 job->id);
	if (!*new_option(job, "title"))
		return error_set(err, STATUS_INVALID,
				 _("A meeting needs a title: --title WORDS."));
	if (!date_range_parse(date, strlen(date), &range))
		return error_set(err, STATUS_INVALID,
				 _("A meeting needs its date, such as --date "
				   "2021-05-27 or 2021-05-27/2021-05-28."));
	if (*new_option(job, "floor-time") &&
	    !duration_parse(new_option(job, "floor-time"),
			    strlen(new_option(job, "floor-time")), &seconds))
		return error_set(err, STATUS_INVALID,
				 _("“%s” is no time. Write it as 5 min or 90 "
				   "s."),
				 new_option(job, "floor-time"));
	if (is_folder(job->folder))
		return error_set(err, STATUS_INVALID,
				 _("There is a meeting %s already; nothing "
				   "was written."),
				 job->id);
	return STATUS_OK;
}

static int
new_run(struct command_call *call, struct error *err)
{
	struct new_job job = {.call = call, .id = call->operands[0]};
	const char *like = command_option(call, "like")->text;
	enum status rc = command_open_library(call, err);
	size_t i;

	if (rc)
		return EXIT_TROUBLE;
	job.folder = path_join(call->library->path, job.id);
	if (like)
		rc = library_read_meeting(call->library, like, &job.like, NULL,
					  err);
	if (!rc)
		rc = new_choose_languages(&job, err);
	if (!rc)
		rc = new_check(&job, err);
	if (!rc)
		rc = new_write_all(&job, err);
	for (i = 0; i < job.languages.len; i++)
		free(job.languages.items[i]);
	vector_release(&job.languages);
	if (job.like)
		meeting_free(job.like);
	free(job.folder);
	return rc ? EXIT_TROUBLE : EXIT_DONE;
}

static const struct option_row new_options[] = {
	{.name = "title",
	 .type = OPTION_TEXT,
	 .argument = "WORDS",
	 .help = N_("title of the meeting")},
	{.name = "date",
	 .type = OPTION_TEXT,
	 .argument = "DATE",
	 .help = N_("2021-05-27, or 2021-05-27/2021-05-28")},
	{.name = "short",
	 .type = OPTION_TEXT,
	 .argument = "NAME",
	 .help = N_("what people call it")},
	{.name = "body",
	 .type = OPTION_TEXT,
	 .argument = "NAME",
	 .help = N_("the organization or committee")},
	{.name = "place",
	 .type = OPTION_TEXT,
	 .argument = "NAME",
	 .help = N_("where it meets")},
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANGS",
	 .help = N_("languages, the original first: ru,en")},
	{.name = "sections",
	 .type = OPTION_TEXT,
	 .argument = "LIST",
	 .help = N_("sections to begin with: \"2.2.4 2.2.7-2.2.9\"")},
	{.name = "floor-time",
	 .type = OPTION_TEXT,
	 .argument = "TIME",
	 .help = N_("time for one intervention: \"5 min\"")},
	{.name = "like",
	 .type = OPTION_TEXT,
	 .argument = "MEETING",
	 .help = N_("begin with the texts of an earlier meeting, by its id")},
	{.name = NULL},
};

const struct command cmd_new = {
	.name = "new",
	.operands = "ID",
	.help = N_("begin the brief of a new meeting"),
	.details = N_(
		"Makes the folder ID in the library, with meeting.yaml and a "
		"text for each language, ready to fill: each section has one "
		"point that says TBC, which lectern check reports until it is "
		"written. With --like, the texts of an earlier meeting are "
		"carried over as drafts, with a note in each section that it "
		"is to be reviewed. Nothing that exists is touched. The names "
		"of the files are printed."),
	.needs = NEEDS_NOTHING,
	.operands_min = 1,
	.operands_max = 1,
	.options = new_options,
	.run = new_run,
};
