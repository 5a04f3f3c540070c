/* lectern cite alone: the documents that a library cites, with counts. */
#include <stdlib.h>

#include "cite_cmd.h"
#include "lectern/words.h"

static int
cite_compare_counts(const void *a, const void *b)
{
	const struct store_count *left = a, *right = b;

	return catalogue_compare_symbols(left->symbol, right->symbol);
}

static const char *
cite_list_title(const struct catalogue *catalogue, const char *symbol,
		const char *language)
{
	const struct instrument *one = catalogue_find_symbol(catalogue, symbol);

	return one ? cite_any_title(one, language) : "";
}

static void
cite_list_cells(const struct store_count *row, const char *title,
		struct buffer *count, struct table_cell cells[3])
{
	buffer_reset(count);
	buffer_printf(count, "%lld", (long long)row->points);
	cells[0] = (struct table_cell){row->symbol, STYLE_STRONG};
	cells[1] = (struct table_cell){count->data, STYLE_NUMBER};
	cells[2] = (struct table_cell){title, STYLE_TEXT};
}

static void
cite_list_print(struct command_call *call, const struct store_cited *cited,
		const struct catalogue *catalogue, const char *language)
{
	struct table_column columns[3] = {{.width = 0}};
	struct buffer count = BUFFER_INIT;
	struct table_cell cells[3];
	size_t i, j, pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < cited->list.len; i++) {
			const struct store_count *row = &cited->list.items[i];

			cite_list_cells(row,
					cite_list_title(catalogue, row->symbol,
							language),
					&count, cells);
			for (j = 0; j < 3 && !pass; j++)
				table_measure(&columns[j], cells[j].text);
			if (!pass)
				continue;
			columns[2].gives_way = true;
			(void)table_fit(columns, 3,
					output_columns(call->out, 500));
			table_row(call->out, columns, cells, 3);
		}
	buffer_release(&count);
}

static void
cite_list_print_json(struct command_call *call, const struct store_cited *cited,
		     const struct catalogue *catalogue, const char *language)
{
	json_t *array = json_array(), *object;
	const struct store_count *row;
	size_t i;

	for (i = 0; i < cited->list.len; i++) {
		row = &cited->list.items[i];
		object = json_object();
		json_put(object, "symbol", json_text(row->symbol));
		json_put(object, "title",
			 json_text(cite_list_title(catalogue, row->symbol,
						   language)));
		json_put(object, "points", json_integer(row->points));
		json_put(object, "meetings", json_integer(row->meetings));
		json_add(array, object);
	}
	json_print(call->out, array);
}

int
cite_run_list(struct command_call *call, struct error *err)
{
	struct store_cited cited = {VECTOR_INIT, ARENA_INIT};
	struct catalogue *catalogue = command_read_catalogue(call);
	char *language = locale_language();
	enum status rc = store_list_cited(call->store, &cited, err);

	if (!rc && cited.list.len)
		qsort(cited.list.items, cited.list.len,
		      sizeof *cited.list.items, cite_compare_counts);
	if (!rc && command_option(call, "json")->given)
		cite_list_print_json(call, &cited, catalogue, language);
	else if (!rc)
		cite_list_print(call, &cited, catalogue, language);
	if (!rc && !cited.list.len)
		rc = error_set(
			err, STATUS_NOT_FOUND,
			_("No point of the library %s cites a document."),
			call->library->path);
	store_cited_release(&cited);
	catalogue_free(catalogue);
	free(language);
	return command_exit_code(rc);
}
