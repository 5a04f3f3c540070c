/* lectern cite SYMBOL: where the document can be read, and its kin. */
#include <stdlib.h>
#include <string.h>

#include "cite_cmd.h"
#include "lectern/words.h"

const char *
cite_any_title(const struct instrument *one, const char *language)
{
	const char *title = instrument_title(one, language);
	int column;

	for (column = CATALOGUE_TITLE_EN;
	     column <= CATALOGUE_TITLE_KK && !*title; column++)
		title = one->cells[column];
	return title;
}

static void
cite_append_languages(struct command_call *call,
		      const struct store_citing *citing, struct buffer *out)
{
	const char *given = command_option(call, "language")->text;
	char *messages;
	size_t i, j;

	if (!given)
		given = config_text(command_config(call), "languages");
	buffer_append_string(out, given);
	if (out->len)
		return;
	messages = locale_language();
	buffer_append_string(out, messages);
	free(messages);
	for (i = 0; i < citing->list.len; i++)
		for (j = 0; j < citing->list.items[i].language_count; j++)
			buffer_printf(out, ",%s",
				      citing->list.items[i].languages[j]);
}

void
cite_find_around(struct command_call *call, const struct catalogue *catalogue,
		 struct cite_answer *answer)
{
	struct buffer languages = BUFFER_INIT;

	cite_append_languages(call, &answer->citing, &languages);
	instrument_find_links(answer->symbol, answer->instrument,
			      config_text(command_config(call), "links"),
			      languages.data, &answer->links);
	instrument_find_relatives(catalogue, answer->symbol,
				  &answer->relatives);
	buffer_release(&languages);
}

/* An address is not broken into lines: it is copied whole. */
void
cite_print_links(struct output *out, const struct cite_answer *answer)
{
	const struct instrument_link *link;
	size_t i;

	for (i = 0; i < answer->links.list.len; i++) {
		link = &answer->links.list.items[i];
		output_printf(out, "%s%s%s\n", link->language,
			      *link->language ? ": " : "", link->url);
	}
}

static const char *
cite_kinship_words(enum kinship kinship)
{
	switch (kinship) {
	case KINSHIP_CHANGE:
		return _("the same, changed");
	case KINSHIP_NAMED:
		return _("named with it");
	default:
		return _("the same title");
	}
}

void
cite_print_relatives(struct output *out, const struct cite_answer *answer,
		     const char *language, int width)
{
	const struct instrument_relative *one;
	struct table_column columns[4] = {{.width = 0}};
	struct table_cell cells[4];
	size_t i, j, pass;

	if (!answer->relatives.list.len)
		return;
	output_printf(out, "\n%s\n", _("Related documents:"));
	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < answer->relatives.list.len; i++) {
			one = &answer->relatives.list.items[i];
			cells[0].text =
				one->instrument->cells[CATALOGUE_ADOPTED];
			cells[1].text =
				one->instrument->cells[CATALOGUE_SYMBOL];
			cells[2].text = cite_kinship_words(one->kinship);
			/* A title that is the same needs no repeating. */
			cells[3].text =
				one->kinship == KINSHIP_TITLE
					? ""
					: cite_any_title(one->instrument,
							 language);
			for (j = 0; j < 4; j++) {
				cells[j].style =
					j == 1 ? STYLE_STRONG : STYLE_TEXT;
				if (!pass)
					table_measure(&columns[j],
						      cells[j].text);
			}
			if (!pass)
				continue;
			columns[3].gives_way = true;
			(void)table_fit(columns, 4, width);
			table_row(out, columns, cells, 4);
		}
}

void
cite_put_json_around(json_t *object, const struct cite_answer *answer)
{
	json_t *links = json_array(), *related = json_array(), *entry;
	size_t i;

	for (i = 0; i < answer->links.list.len; i++) {
		entry = json_object();
		json_put(entry, "language",
			 json_text(answer->links.list.items[i].language));
		json_put(entry, "url",
			 json_text(answer->links.list.items[i].url));
		json_add(links, entry);
	}
	for (i = 0; i < answer->relatives.list.len; i++) {
		const struct instrument_relative *one =
			&answer->relatives.list.items[i];
		const char *const *cells = one->instrument->cells;

		entry = json_object();
		json_put(entry, "symbol", json_text(cells[CATALOGUE_SYMBOL]));
		json_put(entry, "adopted", json_text(cells[CATALOGUE_ADOPTED]));
		json_put(entry, "kinship",
			 json_text(kinship_name(one->kinship)));
		json_put(entry, "title",
			 json_text(cite_any_title(one->instrument, "en")));
		json_add(related, entry);
	}
	json_put(object, "links", links);
	json_put(object, "related", related);
}
