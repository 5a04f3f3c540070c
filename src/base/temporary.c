#include <errno.h>
#include <stdlib.h>

#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/words.h"

enum status
temporary_folder(char **out, struct error *err)
{
	const char *parent = getenv("TMPDIR");
	char *path;
	int errnum;

	*out = NULL;
	if (!parent || parent[0] != '/')
		parent = "/tmp";
	path = path_join(parent, "lectern-XXXXXX");
	if (mkdtemp(path)) {
		*out = path;
		return STATUS_OK;
	}
	errnum = errno;
	free(path);
	return error_set_io(err, errnum, parent,
			    _("Cannot make a temporary folder in %s; set "
			      "TMPDIR to a folder that can be written"),
			    parent);
}
