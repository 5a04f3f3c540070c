/* A little of a text written without an editor. */
#include <stdlib.h>
#include <string.h>

#include "lectern/edit.h"
#include "lectern/path.h"
#include "lectern/words.h"

/* A file as it is now, parsed anew: the same text as 'brief', or refused. */
struct edit_source {
	char *path;
	struct buffer text;
	struct file_identity id;
	struct brief *brief;
};

static enum status
edit_source_read(const struct library *lib, const struct brief *brief,
		 struct edit_source *source, struct error *err)
{
	struct diagnostics ignored = DIAGNOSTICS_INIT;
	enum status rc;

	source->path = path_join(lib->path, brief->file);
	buffer_init(&source->text);
	source->brief = NULL;
	rc = file_read(source->path, FILE_LIMIT, &source->text, &source->id,
		       err);
	if (rc)
		return rc;
	source->brief = brief_parse(source->text.data, source->text.len,
				    brief->file, brief->language, &ignored);
	diagnostics_release(&ignored);
	if (source->brief->text_hash != brief->text_hash)
		return error_set(err, STATUS_CHANGED,
				 _("%s was changed by somebody else meanwhile, "
				   "so nothing was written. It is read again; "
				   "look at it and repeat the change."),
				 brief->file);
	return STATUS_OK;
}

static void
edit_source_release(struct edit_source *source)
{
	free(source->path);
	buffer_release(&source->text);
	if (source->brief)
		brief_free(source->brief);
}

/* The same section of the new parse; NULL where none is meant. */
static const struct section *
edit_same_section(const struct brief *brief, const struct section *section,
		  const struct edit_source *source)
{
	return section ? &source->brief->sections[section - brief->sections]
		       : NULL;
}

static const struct point *
edit_same_point(const struct brief *brief, const struct point *point,
		const struct edit_source *source)
{
	const struct section *section;
	size_t i;

	for (i = 0; point && i < brief->section_count; i++) {
		section = &brief->sections[i];
		if (point >= section->points &&
		    point < section->points + section->point_count)
			return &source->brief->sections[i]
					.points[point - section->points];
	}
	return NULL;
}

static enum status
edit_source_save(const struct edit_source *source, const struct buffer *text,
		 struct error *err)
{
	struct save_report report;

	if (text->len == source->text.len &&
	    !memcmp(text->data, source->text.data, text->len))
		return STATUS_OK;
	return file_save(source->path, text->data, text->len, &source->id,
			 &report, err);
}

enum status
edit_write_point(const struct library *lib, const struct brief *brief,
		 const struct point *point, const struct point_change *change,
		 struct error *err)
{
	struct edit_source source;
	struct buffer out = BUFFER_INIT;
	enum status rc = edit_source_read(lib, brief, &source, err);

	if (!rc)
		rc = brief_write_point(source.text.data, source.text.len,
				       source.brief,
				       edit_same_point(brief, point, &source),
				       change, &out, err);
	if (!rc)
		rc = edit_source_save(&source, &out, err);
	buffer_release(&out);
	edit_source_release(&source);
	return rc;
}

enum status
edit_write_comment(const struct library *lib, const struct brief *brief,
		   const struct section *section, const struct point *point,
		   const char *comment, struct error *err)
{
	struct edit_source source;
	struct buffer out = BUFFER_INIT;
	enum status rc = edit_source_read(lib, brief, &source, err);

	if (!rc)
		rc = brief_write_comment(
			source.text.data, source.text.len, source.brief,
			edit_same_section(brief, section, &source),
			edit_same_point(brief, point, &source), comment, &out,
			err);
	if (!rc)
		rc = edit_source_save(&source, &out, err);
	buffer_release(&out);
	edit_source_release(&source);
	return rc;
}
