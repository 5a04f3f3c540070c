/* Which points of the brief cite what: to go there by a document's number. */
#include <string.h>

#include "lectern/fold.h"
#include "lectern/words.h"
#include "brief_view.h"

/* Characters from which a part of a symbol fits. */
#define BRIEF_CITING_TYPED 3

/* Already the last one added? The languages of a point cite the same. */
static bool
is_brief_cited(const struct brief_view *view, size_t item, const char *symbol)
{
	for (size_t i = view->cited.len; i > 0; i--) {
		const struct brief_cited *last = &view->cited.items[i - 1];

		if (last->item != item)
			return false;
		if (strcmp(last->symbol, symbol) == 0)
			return true;
	}
	return false;
}

static void
brief_cite_item(struct brief_view *view, size_t item, struct citations *found)
{
	const struct aligned_row *row = brief_row(view, item);
	const struct meeting *meeting = view->meeting;

	found->list.len = 0;
	for (size_t i = 0; row != NULL && i < meeting->language_count; i++)
		if (row->cells[i] != NULL)
			point_citations(row->cells[i], meeting->languages[i],
					view->options.names, found);
	for (size_t i = 0; i < found->list.len; i++) {
		const char *symbol = found->list.items[i].symbol;
		struct brief_cited cited = {item, NULL};

		if (is_brief_cited(view, item, symbol))
			continue;
		cited.symbol = arena_strdup(&view->cited_symbols, symbol);
		vector_push(&view->cited, cited);
	}
}

/* Read off the meeting when it is first asked for. */
static void
brief_read_cited(struct brief_view *view)
{
	struct citations found = CITATIONS_INIT;

	if (view->is_cited_read)
		return;
	view->is_cited_read = true;
	for (size_t item = 0; item < view->item_count; item++)
		brief_cite_item(view, item, &found);
	citations_release(&found);
}

void
brief_forget_cited(struct brief_view *view)
{
	vector_release(&view->cited);
	arena_release(&view->cited_symbols);
	view->is_cited_read = false;
}

/* Does a part of the symbol begin with what was typed? "75/2" is the beginning
 * of "A/RES/75/240". */
static bool
brief_symbol_begins(const char *symbol, const struct buffer *typed)
{
	struct buffer folded = BUFFER_INIT;
	const char *at;
	bool begins = false;

	fold_append(&folded, symbol, strlen(symbol));
	for (at = folded.data; at != NULL && !begins;) {
		at += *at == '/';
		begins = strncmp(at, typed->data, typed->len) == 0;
		at = strchr(at, '/');
	}
	buffer_release(&folded);
	return begins;
}

static bool
brief_name_contains(const struct brief_view *view, const char *symbol,
		    const struct buffer *typed)
{
	const struct instrument *one =
		catalogue_find_symbol(app_catalogue(view->base.app), symbol);
	const char *names = one == NULL ? "" : one->cells[CATALOGUE_AKA];

	return fold_contains(typed, names, strlen(names));
}

size_t
brief_list_citing(struct brief_view *view, const char *typed,
		  struct brief_cited *out, size_t most)
{
	char symbol[CITE_SYMBOL_MAX];
	struct buffer folded = BUFFER_INIT;
	size_t count = 0;
	bool is_long;

	brief_read_cited(view);
	cite_normalise(typed, strlen(typed), view->options.names, symbol);
	fold_append(&folded, typed, strlen(typed));
	is_long = folded.len >= BRIEF_CITING_TYPED;
	for (size_t i = 0; i < view->cited.len && count < most; i++) {
		const struct brief_cited *cited = &view->cited.items[i];

		if (strcmp(cited->symbol, symbol) == 0 ||
		    (is_long &&
		     (brief_symbol_begins(cited->symbol, &folded) ||
		      brief_name_contains(view, cited->symbol, &folded))))
			out[count++] = *cited;
	}
	buffer_release(&folded);
	return count;
}

bool
brief_go_citing(struct brief_view *view, const char *typed, struct error *err)
{
	struct brief_cited first;
	char symbol[CITE_SYMBOL_MAX];

	if (brief_list_citing(view, typed, &first, 1) > 0) {
		*err = (struct error)ERROR_INIT;
		brief_leave_place(view);
		viewport_go(&view->viewport, first.item);
		return true;
	}
	if (cite_normalise(typed, strlen(typed), view->options.names, symbol))
		error_set(err, STATUS_NOT_FOUND,
			  _("No point of this brief cites %s. Type :search %s "
			    "for those of all meetings."),
			  symbol, symbol);
	return false;
}
