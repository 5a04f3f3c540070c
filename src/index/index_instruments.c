/* The catalogue into the store, for search: titles, and texts where a library
 * has them. */
#include <stdlib.h>
#include <string.h>

#include "index_local.h"
#include "lectern/memory.h"

/* The titles of the whole catalogue are one thing that changes or does not. */
#define INSTRUMENTS_KNOWN "instruments"

/* How an instrument is found beside its titles: nobody shows these. */
static void
instruments_add_title(struct meeting_facts *facts, const char *text)
{
	struct translated *titles = arena_alloc(
		&facts->arena, facts->title_count + 1, sizeof *titles);

	if (facts->title_count)
		memcpy(titles, facts->titles,
		       facts->title_count * sizeof *titles);
	titles[facts->title_count].language = "";
	titles[facts->title_count++].text = arena_strdup(&facts->arena, text);
	facts->titles = titles;
}

void
index_name_instrument(const struct catalogue *catalogue,
		      struct meeting *meeting)
{
	struct meeting_facts *facts = &meeting->facts;
	char symbol[CITE_SYMBOL_MAX];
	const struct instrument *one =
		library_find_instrument(catalogue, meeting->id, symbol);

	facts->short_name = arena_strdup(&facts->arena, symbol);
	if (one && *one->cells[CATALOGUE_AKA])
		instruments_add_title(facts, one->cells[CATALOGUE_AKA]);
}

static void
instruments_hash_row(const struct instrument *one, struct buffer *out)
{
	int column;

	for (column = 0; column < CATALOGUE_COLUMNS; column++)
		buffer_printf(out, "%s\t", one->cells[column]);
}

/* What the titles are made from, and which of them have a text. */
static uint64_t
instruments_hash(const struct catalogue *catalogue,
		 const struct library_names *texts)
{
	struct buffer all = BUFFER_INIT;
	uint64_t hash;
	size_t i;

	for (i = 0; i < catalogue_count(catalogue); i++)
		instruments_hash_row(catalogue_at(catalogue, i), &all);
	for (i = 0; i < texts->list.len; i++)
		buffer_printf(&all, "%s\n", texts->list.items[i]);
	hash = file_hash(all.data, all.len);
	buffer_release(&all);
	return hash;
}

static int
instruments_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
instruments_has(const struct library_names *texts, const char *id)
{
	return texts->list.len &&
	       bsearch(&id, texts->list.items, texts->list.len,
		       sizeof *texts->list.items, instruments_compare);
}

static enum status
instruments_put_titles(struct index_run *run, const struct instrument *one,
		       const char *id, struct error *err)
{
	const struct library_files none = {VECTOR_INIT};
	struct meeting *meeting = library_make_instrument(one, id);
	enum status rc;

	index_name_instrument(run->lib->catalogue, meeting);
	rc = store_put_meeting(run->store, meeting, &none, err);
	meeting_free(meeting);
	return rc;
}

/* The titles of those without a text; 'ids' gets them after those with one. */
static enum status
instruments_put_rows(struct index_run *run, const struct library_names *texts,
		     struct library_names *ids, struct error *err)
{
	const struct catalogue *catalogue = run->lib->catalogue;
	struct buffer id = BUFFER_INIT;
	const struct instrument *one;
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; i < catalogue_count(catalogue) && !rc; i++) {
		one = catalogue_at(catalogue, i);
		buffer_reset(&id);
		if (!instrument_id_from_symbol(one->cells[CATALOGUE_SYMBOL],
					       &id) ||
		    instruments_has(texts, id.data))
			continue;
		rc = instruments_put_titles(run, one, id.data, err);
		vector_push(&ids->list, mem_strdup(id.data));
	}
	buffer_release(&id);
	return rc;
}

/* Take out what is neither in the catalogue nor has a text. */
static enum status
instruments_drop_gone(struct index_run *run, const struct library_names *ids,
		      struct error *err)
{
	struct library_names kept = {VECTOR_INIT};
	enum status rc = store_list_instruments(run->store, &kept, err);
	size_t dropped = 0;

	if (rc == STATUS_OK)
		rc = index_drop_missing(run, &kept, ids, &dropped, err);
	library_names_release(&kept);
	return rc;
}

/* All of the catalogue, when something in it has changed: its rows are few
 * beside the texts of meetings. What has a text loses it here, and so is read
 * again. */
static enum status
instruments_put_all(struct index_run *run, const struct library_names *texts,
		    uint64_t hash, struct error *err)
{
	struct library_names ids = {VECTOR_INIT};
	enum status rc = instruments_put_rows(run, texts, &ids, err);

	if (ids.list.len)
		qsort(ids.list.items, ids.list.len, sizeof *ids.list.items,
		      instruments_compare);
	if (rc == STATUS_OK)
		rc = instruments_drop_gone(run, &ids, err);
	if (rc == STATUS_OK)
		rc = store_set_known(run->store, INSTRUMENTS_KNOWN, hash, false,
				     err);
	library_names_release(&ids);
	return rc;
}

static enum status
instruments_refresh_texts(struct index_run *run,
			  const struct library_names *texts, struct error *err)
{
	enum status rc = STATUS_OK;
	bool changed;
	size_t i;

	/* A folder that goes in this moment is missing from the next run. */
	for (i = 0; i < texts->list.len && !rc; i++) {
		rc = index_refresh(run, texts->list.items[i], &changed, err);
		if (rc == STATUS_NOT_FOUND)
			rc = STATUS_OK;
	}
	return rc;
}

enum status
index_instruments(struct index_run *run, struct error *err)
{
	struct library_names texts = {VECTOR_INIT};
	uint64_t hash, known;
	enum status rc =
		store_get_known(run->store, INSTRUMENTS_KNOWN, &known, err);

	library_list_instruments(run->lib, &texts);
	hash = instruments_hash(run->lib->catalogue, &texts);
	if (rc == STATUS_OK && (hash != known || run->options->all))
		rc = instruments_put_all(run, &texts, hash, err);
	if (rc == STATUS_OK)
		rc = instruments_refresh_texts(run, &texts, err);
	library_names_release(&texts);
	return rc;
}
