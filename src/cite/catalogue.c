#include <string.h>

#include "lectern/memory.h"

#include "catalogue_parts.h"

static const char *const catalogue_columns[CATALOGUE_COLUMNS] = {
	[CATALOGUE_SYMBOL] = "symbol",	   [CATALOGUE_KIND] = "kind",
	[CATALOGUE_BODY] = "body",	   [CATALOGUE_ADOPTED] = "adopted",
	[CATALOGUE_VOTE] = "vote",	   [CATALOGUE_TITLE_EN] = "title_en",
	[CATALOGUE_TITLE_RU] = "title_ru", [CATALOGUE_TITLE_FR] = "title_fr",
	[CATALOGUE_TITLE_ES] = "title_es", [CATALOGUE_TITLE_AR] = "title_ar",
	[CATALOGUE_TITLE_ZH] = "title_zh", [CATALOGUE_TITLE_KK] = "title_kk",
	[CATALOGUE_URL] = "url",	   [CATALOGUE_AKA] = "aka",
	[CATALOGUE_NOTE] = "note",
};

const char *
catalogue_column_name(enum catalogue_column column)
{
	return catalogue_columns[column];
}

struct catalogue *
catalogue_new(void)
{
	struct catalogue *catalogue = mem_alloc(1, sizeof *catalogue);

	catalogue->names = cite_names_new();
	return catalogue;
}

void
catalogue_free(struct catalogue *catalogue)
{
	if (!catalogue)
		return;
	cite_names_free(catalogue->names);
	vector_release(&catalogue->list);
	arena_release(&catalogue->arena);
	free(catalogue);
}

static bool
catalogue_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits at both: past them, with their order as numbers. */
static int
catalogue_compare_digits(const char **a, const char **b)
{
	const char *x, *y;
	size_t len_x, len_y;

	while (**a == '0')
		++*a;
	while (**b == '0')
		++*b;
	x = *a;
	y = *b;
	while (catalogue_is_digit(**a))
		++*a;
	while (catalogue_is_digit(**b))
		++*b;
	len_x = (size_t)(*a - x);
	len_y = (size_t)(*b - y);
	if (len_x != len_y)
		return len_x < len_y ? -1 : 1;
	return memcmp(x, y, len_x);
}

int
catalogue_compare_symbols(const char *a, const char *b)
{
	const char *first = a, *second = b;
	int order;

	while (*a && *b) {
		if (catalogue_is_digit(*a) && catalogue_is_digit(*b)) {
			order = catalogue_compare_digits(&a, &b);
			if (order)
				return order;
			continue;
		}
		if (*a != *b)
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		a++;
		b++;
	}
	if (*a || *b)
		return *a ? 1 : -1;
	/* A/01 and A/1 are not the same row */
	return strcmp(first, second);
}

size_t
catalogue_search(const struct catalogue *catalogue, const char *symbol,
		 bool *is_there)
{
	size_t low = 0, high = catalogue->list.len, middle;
	int order;

	*is_there = false;
	while (low < high) {
		middle = low + (high - low) / 2;
		order = catalogue_compare_symbols(
			catalogue->list.items[middle].cells[CATALOGUE_SYMBOL],
			symbol);
		if (!order) {
			*is_there = true;
			return middle;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
catalogue_count(const struct catalogue *catalogue)
{
	return catalogue->list.len;
}

const struct instrument *
catalogue_at(const struct catalogue *catalogue, size_t index)
{
	return &catalogue->list.items[index];
}

const struct cite_names *
catalogue_names(const struct catalogue *catalogue)
{
	return catalogue->names;
}

static uint64_t
catalogue_hash_text(uint64_t hash, const char *text)
{
	/* FNV-1a; the NUL parts the cells */
	do
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	while (*text++);
	return hash;
}

uint64_t
catalogue_hash_names(const struct catalogue *catalogue)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	size_t i;

	for (i = 0; i < catalogue->list.len; i++) {
		const struct instrument *row = &catalogue->list.items[i];

		hash = catalogue_hash_text(hash, row->cells[CATALOGUE_SYMBOL]);
		hash = catalogue_hash_text(hash, row->cells[CATALOGUE_AKA]);
	}
	return hash;
}

const struct instrument *
catalogue_find_symbol(const struct catalogue *catalogue, const char *symbol)
{
	bool is_there;
	size_t at = catalogue_search(catalogue, symbol, &is_there);

	return is_there ? &catalogue->list.items[at] : NULL;
}

const struct instrument *
catalogue_find(const struct catalogue *catalogue, const char *words, size_t len)
{
	char symbol[CITE_SYMBOL_MAX];

	if (!cite_normalise(words, len, catalogue->names, symbol))
		return NULL;
	return catalogue_find_symbol(catalogue, symbol);
}

const char *
instrument_title(const struct instrument *instrument, const char *language)
{
	const char *tag;
	int column;

	for (column = CATALOGUE_TITLE_EN; column <= CATALOGUE_TITLE_KK;
	     column++) {
		tag = catalogue_columns[column] + strlen("title_");
		if (!strncmp(language, tag, 2) &&
		    (!language[2] || language[2] == '-'))
			return instrument->cells[column];
	}
	return "";
}

void
catalogue_write_header(struct buffer *out)
{
	int column;

	for (column = 0; column < CATALOGUE_COLUMNS; column++)
		buffer_printf(out, "%s%s", column ? "\t" : "",
			      catalogue_columns[column]);
	buffer_append_byte(out, '\n');
}

void
catalogue_write_row(const struct instrument *instrument, struct buffer *out)
{
	const char *cell;
	int column;

	for (column = 0; column < CATALOGUE_COLUMNS; column++) {
		if (column)
			buffer_append_byte(out, '\t');
		for (cell = instrument->cells[column]; *cell; cell++)
			buffer_append_byte(out, *cell == '\t' ||
								*cell == '\n' ||
								*cell == '\r'
							? ' '
							: *cell);
	}
	buffer_append_byte(out, '\n');
}
