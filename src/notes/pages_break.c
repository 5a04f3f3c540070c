/* The last place where a piece may end on a page. */
#include "lectern/sentence.h"
#include "lectern/utf8.h"
#include "pages_local.h"

/* A piece that is tried at its places. */
struct pages_trial {
	const struct pages_build *build;
	const struct notes_row *row;
	size_t column;
	const struct notes_piece *piece;
	size_t start;
	double room;
	enum pages_break kind;
};

static double
pages_trial_height(const struct pages_trial *trial, size_t end)
{
	const struct pages_setup *setup = trial->build->setup;

	return setup->ops->height(setup->data, trial->row, trial->column,
				  trial->piece, trial->start, end);
}

static bool
is_pages_fit(const struct pages_trial *trial, size_t end)
{
	return pages_trial_height(trial, end) <= trial->room;
}

/* Index of the first end of a sentence beyond 'start'. */
static size_t
pages_first_end(const struct notes_piece *piece, size_t start)
{
	size_t low = 0, high = piece->end_count - 1, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (piece->ends[middle] <= start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * The last sentence that fits: by steps that double, so that no more is
 * measured than a page or two; then between the last two steps.
 */
static size_t
pages_find_sentence(const struct pages_trial *trial)
{
	const struct notes_piece *piece = trial->piece;
	size_t first = pages_first_end(piece, trial->start);
	size_t fits = first, fails, step = 1, middle;

	if (!is_pages_fit(trial, piece->ends[first]))
		return trial->start;
	for (;;) {
		fails = fits + step;
		if (fails >= piece->end_count) {
			fails = piece->end_count;
			break;
		}
		if (!is_pages_fit(trial, piece->ends[fails]))
			break;
		fits = fails;
		step *= 2;
	}
	while (fits + 1 < fails) {
		middle = fits + (fails - fits) / 2;
		if (is_pages_fit(trial, piece->ends[middle]))
			fits = middle;
		else
			fails = middle;
	}
	return piece->ends[fits];
}

/* The next place after 'at' of the kind, within a sentence. */
static size_t
pages_next_place(const struct pages_trial *trial, size_t at)
{
	const struct notes_piece *piece = trial->piece;
	uint32_t cp;

	if (trial->kind == PAGES_CLAUSE)
		return clause_end(piece->text, piece->len, at);
	while (at < piece->len && piece->text[at] != ' ' &&
	       piece->text[at] != '\n')
		at++;
	while (at < piece->len &&
	       (piece->text[at] == ' ' || piece->text[at] == '\n'))
		at += utf8_decode(piece->text + at, piece->len - at, &cp);
	return at;
}

/* The last character that fits, where not even a word does. At least one, or
 * a page without room would never be left. */
static size_t
pages_find_character(const struct pages_trial *trial)
{
	const struct notes_piece *piece = trial->piece;
	size_t at = trial->start, next = at;
	uint32_t cp;

	for (;;) {
		next += utf8_decode(piece->text + next, piece->len - next, &cp);
		if (at > trial->start && !is_pages_fit(trial, next))
			return at;
		at = next;
		if (at >= piece->len)
			return at;
	}
}

/* As far as places of the kind fit. */
static size_t
pages_find_place(const struct pages_trial *trial)
{
	size_t at = trial->start, next, good = at, step = 1, i;

	/* By steps that double, then again from the last that fitted. */
	for (;;) {
		next = at;
		for (i = 0; i < step && next < trial->piece->len; i++)
			next = pages_next_place(trial, next);
		if (next > at && is_pages_fit(trial, next)) {
			good = at = next;
			step *= 2;
			if (next == trial->piece->len)
				break;
		} else if (step > 1) {
			step /= 2;
		} else {
			break;
		}
	}
	if (good == trial->start && trial->kind == PAGES_WORD)
		return pages_find_character(trial);
	return good;
}

size_t
pages_find_end(const struct pages_build *build, const struct notes_row *row,
	       size_t column, const struct notes_piece *piece, size_t start,
	       double room, enum pages_break kind)
{
	const struct pages_trial trial = {.build = build,
					  .row = row,
					  .column = column,
					  .piece = piece,
					  .start = start,
					  .room = room,
					  .kind = kind};

	if (start >= piece->len)
		return start;
	return kind <= PAGES_LOOSE ? pages_find_sentence(&trial)
				   : pages_find_place(&trial);
}
