/* The terms of a library: LIBRARY/terms.tsv, where there is one. */
#include <stdlib.h>

#include "lectern/library.h"
#include "lectern/path.h"
#include "lectern/words.h"

#define LIBRARY_TERMS "terms.tsv"

void
library_read_terms(const struct library *lib, struct terms *terms,
		   struct diagnostics *diags)
{
	char *path = path_join(lib->path, LIBRARY_TERMS);
	struct diagnostics unheard = DIAGNOSTICS_INIT;
	struct buffer text = BUFFER_INIT;
	struct error err = ERROR_INIT;
	enum status rc = file_read(path, FILE_LIMIT, &text, NULL, &err);

	if (!diags)
		diags = &unheard;
	if (!rc)
		terms_read(terms, text.data, text.len, LIBRARY_TERMS, diags);
	else if (rc != STATUS_NOT_FOUND)
		diagnostics_add(diags, SEVERITY_ERROR, LIBRARY_TERMS, 0, 0,
				"terms-unreadable",
				_("This file cannot be read, so no term is "
				  "checked. (%s)"),
				err.message);
	buffer_release(&text);
	diagnostics_release(&unheard);
	free(path);
}
