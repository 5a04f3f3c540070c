/* lectern catalogue: what is known of documents and treaties. */
#include <stdlib.h>
#include <string.h>

#include "catalogue_cmd.h"
#include "cite_cmd.h"
#include "lectern/fold.h"
#include "lectern/words.h"

enum { CELL_SYMBOL, CELL_DATE, CELL_VOTE, CELL_TITLE, CELLS };

#define CATALOGUE_WIDTH_MAX 500

/* The words of the command line, folded; and the symbol they are, if any. */
struct catalogue_filter {
	VECTOR(struct buffer) words;
	char symbol[CITE_SYMBOL_MAX];
};

static void
catalogue_filter_init(struct catalogue_filter *filter,
		      const struct command_call *call,
		      const struct catalogue *catalogue)
{
	struct buffer all = BUFFER_INIT, word;
	int i;

	memset(filter, 0, sizeof *filter);
	for (i = 0; i < call->operand_count; i++) {
		buffer_init(&word);
		fold_append(&word, call->operands[i],
			    strlen(call->operands[i]));
		if (word.len)
			vector_push(&filter->words, word);
		buffer_printf(&all, "%s%s", i ? " " : "", call->operands[i]);
	}
	(void)cite_normalise(all.data, all.len, catalogue_names(catalogue),
			     filter->symbol);
	buffer_release(&all);
}

static void
catalogue_filter_release(struct catalogue_filter *filter)
{
	size_t i;

	for (i = 0; i < filter->words.len; i++)
		buffer_release(&filter->words.items[i]);
	vector_release(&filter->words);
}

static bool
catalogue_has_word(const struct instrument *one, const struct buffer *word)
{
	const char *cell;
	int column;

	for (column = 0; column < CATALOGUE_COLUMNS; column++) {
		cell = one->cells[column];
		if (fold_contains(word, cell, strlen(cell)))
			return true;
	}
	return false;
}

/* Every word in any of its cells, or the very symbol. */
static bool
catalogue_is_wanted(const struct catalogue_filter *filter,
		    const struct instrument *one)
{
	size_t i;

	if (!strcmp(one->cells[CATALOGUE_SYMBOL], filter->symbol))
		return true;
	for (i = 0; i < filter->words.len; i++)
		if (!catalogue_has_word(one, &filter->words.items[i]))
			return false;
	return true;
}

static void
catalogue_fill_cells(const struct instrument *one, const char *language,
		     struct table_cell cells[CELLS])
{
	const char *const *from = one->cells;

	cells[CELL_SYMBOL] =
		(struct table_cell){from[CATALOGUE_SYMBOL], STYLE_STRONG};
	cells[CELL_DATE] =
		(struct table_cell){from[CATALOGUE_ADOPTED], STYLE_NUMBER};
	cells[CELL_VOTE] =
		(struct table_cell){from[CATALOGUE_VOTE], STYLE_NUMBER};
	cells[CELL_TITLE] =
		(struct table_cell){cite_any_title(one, language), STYLE_TEXT};
}

static void
catalogue_print(struct output *out, const struct instrument *const *rows,
		size_t count, const char *language)
{
	struct table_column columns[CELLS] = {{.width = 0}};
	struct table_cell cells[CELLS];
	size_t i;
	int cell;

	for (i = 0; i < count; i++) {
		catalogue_fill_cells(rows[i], language, cells);
		for (cell = 0; cell < CELLS; cell++)
			table_measure(&columns[cell], cells[cell].text);
	}
	columns[CELL_TITLE].gives_way = columns[CELL_VOTE].gives_way = true;
	(void)table_fit(columns, CELLS,
			output_columns(out, CATALOGUE_WIDTH_MAX));
	for (i = 0; i < count; i++) {
		catalogue_fill_cells(rows[i], language, cells);
		table_row(out, columns, cells, CELLS);
	}
}

static void
catalogue_print_json(struct output *out, const struct instrument *const *rows,
		     size_t count)
{
	json_t *array = json_array(), *object;
	size_t i;
	int column;

	for (i = 0; i < count; i++) {
		object = json_object();
		for (column = 0; column < CATALOGUE_COLUMNS; column++)
			json_put(object, catalogue_column_name(column),
				 json_text(rows[i]->cells[column]));
		json_add(array, object);
	}
	json_print(out, array);
}

static int
catalogue_run_list(struct command_call *call, struct error *err)
{
	VECTOR(const struct instrument *) rows = VECTOR_INIT;
	struct catalogue *catalogue = command_read_catalogue(call);
	char *language = locale_language();
	struct catalogue_filter filter;
	enum status rc = STATUS_OK;
	size_t i;

	catalogue_filter_init(&filter, call, catalogue);
	for (i = 0; i < catalogue_count(catalogue); i++)
		if (catalogue_is_wanted(&filter, catalogue_at(catalogue, i)))
			vector_push(&rows, catalogue_at(catalogue, i));
	if (command_option(call, "json")->given)
		catalogue_print_json(call->out, rows.items, rows.len);
	else
		catalogue_print(call->out, rows.items, rows.len, language);
	if (!rows.len)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("Nothing in the catalogue has these words."));
	catalogue_filter_release(&filter);
	vector_release(&rows);
	catalogue_free(catalogue);
	free(language);
	return command_exit_code(rc);
}

/* The program's own rows are there without a library; one that was named is
 * meant. */
static int
catalogue_run(struct command_call *call, struct error *err)
{
	bool is_import =
		call->operand_count && !strcmp(call->operands[0], "import");
	enum status rc = command_open_library(call, err);

	if (rc && (is_import || call->library_name))
		return EXIT_TROUBLE;
	if (is_import)
		return catalogue_run_import(call, err);
	*err = (struct error)ERROR_INIT;
	return catalogue_run_list(call, err);
}

static const struct option_row catalogue_options[] = {
	{.name = "yes",
	 .letter = 'y',
	 .type = OPTION_FLAG,
	 .help = N_("with import: write without asking")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_catalogue = {
	.name = "catalogue",
	.operands = "[WORDS]",
	.help = N_("list the documents that are known, or import more"),
	.details = N_(
		"Without words, every document and treaty of the catalogue is "
		"listed: symbol, date, vote, title. With words, those that "
		"have them all. \"import FILE...\" reads records of the UN "
		"Digital "
		"Library (MARCXML, or its voting file as CSV), roll calls of "
		"unvotes, or a table of our own, shows what would be added or "
		"changed in the library's catalogue/instruments.tsv, and asks "
		"before it writes. A file with a fault is said, and nothing "
		"is written."),
	.needs = NEEDS_NOTHING,
	.operands_max = -1,
	.options = catalogue_options,
	.run = catalogue_run,
};
