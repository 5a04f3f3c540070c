/* From the symbol that a person typed to the text of the document. */
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/memory.h"
#include "lectern/words.h"

/* The first citation of the words, as if a body's resolution were meant where
 * there is only a number. *end is where it ends. */
static bool
resolve_symbol(const char *words, const struct cite_names *names,
	       char symbol[CITE_SYMBOL_MAX], size_t *end)
{
	static const char cue[] = "resolution ";
	struct citations found = CITATIONS_INIT;
	struct buffer text = BUFFER_INIT;
	size_t before = 0;
	bool is_one;

	buffer_append_string(&text, words);
	cite_find(text.data, text.len, NULL, names, &found);
	if (!found.list.len) {
		buffer_reset(&text);
		buffer_printf(&text, "%s%s", cue, words);
		before = strlen(cue);
		cite_find(text.data, text.len, NULL, names, &found);
	}
	is_one = found.list.len && found.list.items[0].end >= before;
	if (is_one) {
		memcpy(symbol, found.list.items[0].symbol, CITE_SYMBOL_MAX);
		*end = found.list.items[0].end - before;
	}
	citations_release(&found);
	buffer_release(&text);
	return is_one;
}

/* "catalogue/A-RES-75-240/1", as places are printed: *end is where the name
 * ends. */
static bool
resolve_folder(const char *words, const struct catalogue *catalogue,
	       char symbol[CITE_SYMBOL_MAX], size_t *end)
{
	size_t before = strlen(LIBRARY_INSTRUMENTS);
	char *id;

	symbol[0] = '\0';
	if (strncmp(words, LIBRARY_INSTRUMENTS, before) != 0)
		return false;
	*end = before + strcspn(words + before, "/");
	id = mem_strndup(words, *end);
	if (is_instrument_id(id))
		(void)library_find_instrument(catalogue, id, symbol);
	free(id);
	return symbol[0];
}

static enum status
resolve_read(struct command_call *call, struct resolved *resolved,
	     struct error *err)
{
	const char *symbol = resolved->symbol;
	struct buffer id = BUFFER_INIT;
	enum status rc = STATUS_NOT_FOUND;

	if (instrument_id_from_symbol(symbol, &id))
		rc = library_read_meeting(call->library, id.data,
					  &resolved->meeting, NULL, err);
	if (rc == STATUS_NOT_FOUND)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("The library %s has no text of %s. It would "
				 "stand in %s, a file for each language."),
			       call->library->path, symbol, id.data);
	buffer_release(&id);
	return rc;
}

enum status
resolve_instrument(struct command_call *call, struct resolved *resolved,
		   struct error *err)
{
	struct catalogue *catalogue =
		library_read_catalogue(call->library, NULL);
	struct buffer words = BUFFER_INIT;
	const char *rest;
	size_t end;
	enum status rc = STATUS_NOT_FOUND;
	int i;

	*resolved = (struct resolved){.meeting = NULL};
	for (i = 0; i < call->operand_count; i++)
		buffer_printf(&words, "%s%s", i ? " " : "", call->operands[i]);
	if (resolve_folder(words.data, catalogue, resolved->symbol, &end) ||
	    resolve_symbol(words.data, catalogue_names(catalogue),
			   resolved->symbol, &end))
		rc = resolve_read(call, resolved, err);
	else
		(void)error_set(
			err, rc,
			_("\"%s\" names no document. Write its symbol or "
			  "number first, as in A/RES/75/240."),
			words.data);
	if (!rc) {
		rest = words.data + end;
		rest += strspn(rest, " ,;:/");
		rc = select_paragraph(resolved, rest, err);
	}
	buffer_release(&words);
	catalogue_free(catalogue);
	return rc;
}
