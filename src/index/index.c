#include <string.h>

#include "index_local.h"
#include "lectern/words.h"

void
index_report_found(struct index_run *run, const struct diagnostics *diags)
{
	size_t errors = diagnostics_count(diags, SEVERITY_ERROR);
	size_t warnings = diagnostics_count(diags, SEVERITY_WARNING);

	run->report->errors += errors;
	run->report->warnings += warnings - errors;
	run->report->notes += diags->list.len - warnings;
	if (run->options->found && diags->list.len)
		run->options->found(diags, run->options->data);
}

static size_t
index_count_texts(const struct meeting *meeting)
{
	size_t texts = 0, i;

	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i])
			texts += meeting->briefs[i]->point_count;
	return texts;
}

static enum status
index_read(struct index_run *run, const char *id, struct error *err)
{
	struct library_files files = {VECTOR_INIT};
	struct meeting *meeting = NULL;
	int64_t start = index_clock();
	enum status rc;

	rc = library_read_meeting(run->lib, id, &meeting, &files, err);
	if (rc == STATUS_OK) {
		index_distrust_recent(&files, start);
		if (is_instrument_id(id))
			index_name_instrument(run->lib->catalogue, meeting);
		rc = store_put_meeting(run->store, meeting, &files, err);
	}
	if (rc == STATUS_OK && !is_instrument_id(id)) {
		run->report->read++;
		run->report->texts += index_count_texts(meeting);
	}
	if (rc == STATUS_OK)
		index_report_found(run, &meeting->diags);
	if (meeting)
		meeting_free(meeting);
	library_files_release(&files);
	return rc;
}

/* Write down the identities of 'now', where that changes what is kept: a file
 * from the future stays distrusted at each run, and needs no writing. */
static enum status
index_touch(struct index_run *run, const char *id,
	    const struct library_files *indexed, struct library_files *now,
	    int64_t start, struct error *err)
{
	bool differs = false;
	size_t i;

	index_distrust_recent(now, start);
	for (i = 0; i < now->list.len; i++)
		differs |= memcmp(&now->list.items[i].id,
				  &indexed->list.items[i].id,
				  sizeof now->list.items[i].id) != 0;
	return differs ? store_touch_files(run->store, id, now, err)
		       : STATUS_OK;
}

enum status
index_refresh(struct index_run *run, const char *id, bool *changed,
	      struct error *err)
{
	struct library_files now = {VECTOR_INIT}, indexed = {VECTOR_INIT};
	enum index_change change = INDEX_CHANGED;
	int64_t start = index_clock();
	enum status rc;

	rc = library_list_files(run->lib, id, &now, err);
	if (rc == STATUS_OK)
		rc = store_list_files(run->store, id, &indexed, err);
	if (rc)
		goto out;
	if (!run->options->all)
		change = index_compare(run->lib, id, &indexed, &now);
	if (change == INDEX_CHANGED)
		rc = index_read(run, id, err);
	else
		run->report->unchanged += !is_instrument_id(id);
	if (change == INDEX_TOUCHED)
		rc = index_touch(run, id, &indexed, &now, start, err);
	*changed = change == INDEX_CHANGED;
out:
	library_files_release(&now);
	library_files_release(&indexed);
	return rc;
}

/* A folder that went, or was closed to us, since it was listed: what is kept
 * of it goes, and the rest of the library is read all the same. */
static enum status
index_drop_lost(struct index_run *run, const char *id, const struct error *why,
		struct error *err)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	enum status rc = store_drop_meeting(run->store, id, err);

	if (rc == STATUS_OK && why->code != STATUS_NOT_FOUND) {
		diagnostics_add(&diags, SEVERITY_ERROR, id, 0, 0,
				"folder-unreadable", "%s", why->message);
		index_report_found(run, &diags);
	}
	diagnostics_release(&diags);
	return rc;
}

static bool
index_is_lost(const struct library *lib, const char *id)
{
	struct library_files files = {VECTOR_INIT};
	bool lost = library_list_files(lib, id, &files, NULL) != STATUS_OK;

	library_files_release(&files);
	return lost;
}

static enum status
index_meetings(struct index_run *run, const struct library_names *names,
	       struct error *err)
{
	const struct index_options *options = run->options;
	enum status rc = STATUS_OK;
	struct error why;
	bool changed;
	const char *id;
	size_t i;

	for (i = 0; i < names->list.len && !rc; i++) {
		id = names->list.items[i];
		rc = index_refresh(run, id, &changed, &why);
		if (rc && index_is_lost(run->lib, id))
			rc = index_drop_lost(run, id, &why, &why);
		if (rc && err)
			*err = why;
		if (!rc && options->progress &&
		    !options->progress(i + 1, names->list.len, id,
				       options->data))
			break;
	}
	return rc;
}

enum status
index_drop_missing(struct index_run *run, const struct library_names *kept,
		   const struct library_names *names, size_t *dropped,
		   struct error *err)
{
	enum status rc = STATUS_OK;
	size_t i, j = 0;

	for (i = 0; i < kept->list.len && !rc; i++) {
		while (j < names->list.len &&
		       strcmp(names->list.items[j], kept->list.items[i]) < 0)
			j++;
		if (j < names->list.len &&
		    !strcmp(names->list.items[j], kept->list.items[i]))
			continue;
		rc = store_drop_meeting(run->store, kept->list.items[i], err);
		*dropped += rc == STATUS_OK;
	}
	return rc;
}

static enum status
index_drop_gone(struct index_run *run, const struct library_names *names,
		struct error *err)
{
	struct library_names kept = {VECTOR_INIT};
	enum status rc = store_list_ids(run->store, &kept, err);

	if (rc == STATUS_OK)
		rc = index_drop_missing(run, &kept, names,
					&run->report->removed, err);
	library_names_release(&kept);
	return rc;
}

static enum status
index_library(struct index_run *run, struct error *err)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct library_names names = {VECTOR_INIT};
	enum status rc = library_scan(run->lib, &names, &diags, err);

	run->report->meetings = names.list.len;
	if (rc == STATUS_OK) {
		index_report_found(run, &diags);
		store_begin_batch(run->store);
		rc = index_drop_gone(run, &names, err);
		if (rc == STATUS_OK)
			rc = index_meetings(run, &names, err);
		if (rc == STATUS_OK)
			rc = index_instruments(run, err);
		rc = store_end_batch(run->store, rc, err);
	}
	if (rc == STATUS_OK && run->options->words)
		rc = store_index_words(run->store, err);
	library_names_release(&names);
	diagnostics_release(&diags);
	return rc;
}

/* Where the catalogue has changed since the last run, every text is read
 * again: another one may be cited by name. */
static enum status
index_check_names(struct index_run *run, const struct catalogue *catalogue,
		  struct error *err)
{
	uint64_t hash = catalogue_hash_names(catalogue), known;
	enum status rc = store_get_known(run->store, "names", &known, err);

	if (rc == STATUS_OK && known != hash)
		rc = store_set_known(run->store, "names", hash, true, err);
	return rc;
}

static enum status
index_run(struct index_run *run, struct error *err)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *catalogue = library_read_catalogue(run->lib, &diags);
	enum status rc = index_check_names(run, catalogue, err);
	const struct library *given = run->lib;
	struct library lib = *given;

	lib.catalogue = catalogue;
	run->lib = &lib;
	store_use_names(run->store, catalogue_names(catalogue));
	if (rc == STATUS_OK) {
		index_report_found(run, &diags);
		rc = index_library(run, err);
	}
	store_use_names(run->store, NULL);
	run->lib = given;
	catalogue_free(catalogue);
	diagnostics_release(&diags);
	return rc;
}

enum status
index_update(const struct library *lib, struct store *store,
	     const struct index_options *options, struct index_report *report,
	     struct error *err)
{
	static const struct index_options plain;
	struct index_report own;
	struct index_run run = {.lib = lib,
				.store = store,
				.options = options ? options : &plain,
				.report = report ? report : &own};
	enum status rc;

	memset(run.report, 0, sizeof *run.report);
	/* Whoever asks for everything may have met a broken page: it need not
	 * be one that is written now. */
	rc = run.options->all ? store_check(store, err) : STATUS_OK;
	if (rc == STATUS_OK)
		rc = index_run(&run, err);
	if (rc == STATUS_OK || !store_is_damaged(store))
		return rc;
	rc = store_rebuild(store, NULL, err);
	if (rc)
		return rc;
	memset(run.report, 0, sizeof *run.report);
	run.report->rebuilt = true;
	return index_run(&run, err);
}

enum status
index_update_meeting(const struct library *lib, struct store *store,
		     const char *id, bool *changed, struct error *err)
{
	static const struct index_options plain;
	struct index_report report = {0};
	struct index_run run = {.lib = lib,
				.store = store,
				.options = &plain,
				.report = &report};
	struct catalogue *catalogue = library_read_catalogue(lib, NULL);
	enum status rc;

	*changed = false;
	/* The text of an instrument is no meeting of the index. */
	if (is_instrument_id(id)) {
		catalogue_free(catalogue);
		return STATUS_OK;
	}
	store_use_names(store, catalogue_names(catalogue));
	rc = index_refresh(&run, id, changed, err);
	store_use_names(store, NULL);
	catalogue_free(catalogue);
	if (rc == STATUS_NOT_FOUND) {
		enum status drop = store_drop_meeting(store, id, NULL);

		(void)drop;
	}
	return rc;
}
