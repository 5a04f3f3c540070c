/* cite_cmd.h - the forms of `lectern cite`, for its own files. */
#ifndef LECTERN_CITE_CMD_H
#define LECTERN_CITE_CMD_H

#include "cmd.h"
#include "lectern/instrument.h"

/* --scan (cite_scan.c) */
int cite_run_scan(struct command_call *call, struct error *err);

/* The store is open for these: one document (cite_show.c), or all that the
 * library cites (cite_list.c). */
int cite_run_show(struct command_call *call, struct error *err);
int cite_run_list(struct command_call *call, struct error *err);

/* --timeline: one document or all (cite_timeline.c). */
int cite_run_timeline(struct command_call *call, struct error *err);

/* The operands with a space between, appended. */
void cite_join_operands(const struct command_call *call, struct buffer *out);
/* The document that words name, in normal form; what no form of a symbol is
 * stays as it is: a link may name it, and so may a person. */
void cite_read_symbol(const struct catalogue *catalogue, const char *words,
		      char out[CITE_SYMBOL_MAX]);

/* What was asked, and all that is known of it. */
struct cite_answer {
	char symbol[CITE_SYMBOL_MAX];
	const struct instrument *instrument; /* NULL: not in the catalogue */
	struct store_citing citing;
	struct instrument_links links;
	struct instrument_relatives relatives;
};

/* "2021-05-27  SWG  cica-swg-2021-05-27/2.2.4/3", appended. */
void cite_format_point(const struct store_citing_point *point,
		       struct buffer *out);
void cite_format_place(const struct store_citing_point *point,
		       struct buffer *out);
void cite_format_date(const struct date_range *range, struct buffer *out);

/* --diff (cite_diff.c): how the wording changed, as text or JSON. */
void cite_print_diff(struct command_call *call,
		     const struct cite_answer *answer);

/* --- where it can be read, and its kin (cite_around.c) --- */

/* The languages of the reader: -l, else what the configuration names, else
 * that of the messages and those of the points that cite it. */
void cite_find_around(struct command_call *call,
		      const struct catalogue *catalogue,
		      struct cite_answer *answer);
void cite_print_links(struct output *out, const struct cite_answer *answer);
void cite_print_relatives(struct output *out, const struct cite_answer *answer,
			  const char *language, int width);
void cite_put_json_around(json_t *object, const struct cite_answer *answer);

/* A title in the language, else in English, else in any; "" for none. */
const char *cite_any_title(const struct instrument *one, const char *language);

#endif
