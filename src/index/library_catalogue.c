/* The catalogue that holds for a library: the program's, then its own rows. */
#include <stdlib.h>

#include "lectern/library.h"
#include "lectern/path.h"
#include "lectern/words.h"

#define LIBRARY_CATALOGUE "catalogue/instruments.tsv"

/* A library without a catalogue of its own is the rule. */
static void
library_note_catalogue(const struct error *err, struct diagnostics *diags)
{
	if (err->code != STATUS_NOT_FOUND)
		diagnostics_add(diags, SEVERITY_ERROR, LIBRARY_CATALOGUE, 0, 0,
				"catalogue-unreadable",
				_("This file cannot be read, so it is left "
				  "out. (%s)"),
				err->message);
}

static void
library_read_own_rows(const struct library *lib, struct catalogue *catalogue,
		      struct diagnostics *diags)
{
	char *path = path_join(lib->path, LIBRARY_CATALOGUE);
	struct buffer text = BUFFER_INIT;
	struct error err = ERROR_INIT;

	if (file_read(path, FILE_LIMIT, &text, NULL, &err))
		library_note_catalogue(&err, diags);
	else
		catalogue_read(catalogue, text.data, text.len,
			       LIBRARY_CATALOGUE, diags);
	buffer_release(&text);
	free(path);
}

struct catalogue *
library_read_catalogue(const struct library *lib, struct diagnostics *diags)
{
	struct catalogue *catalogue = catalogue_new();
	struct diagnostics unheard = DIAGNOSTICS_INIT;

	catalogue_read_shipped(catalogue);
	if (lib)
		library_read_own_rows(lib, catalogue, diags ? diags : &unheard);
	diagnostics_release(&unheard);
	return catalogue;
}
