/*
 * import_check.h - what holds of any rows that lectern-import writes.
 *
 * Every line is an object of the contract; what the parent makes of them can
 * be written into a library's file and read again with nothing lost and
 * nothing wrong; and once written, the same rows change nothing more.
 */
#ifndef TESTS_FUZZ_IMPORT_CHECK_H
#define TESTS_FUZZ_IMPORT_CHECK_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/catalogue_merge.h"

#define check(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,     \
				#what);                                        \
			abort();                                               \
		}                                                              \
	} while (0)

/* A library's file with what must stay. */
static const char check_old[] =
	"# ours\nnote\tsymbol\tvote\r\nn\tA/RES/1/1\t1-2-3\textra\nx\tOWN\n";

/* Compare the rows with what is known and write; the changes' count. Where
 * something is wrong nothing would be written. */
static size_t
check_merge(const char *rows, size_t len, const struct buffer *old,
	    struct buffer *out, bool *is_wrong)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue *known = catalogue_new();
	struct error err = ERROR_INIT;
	struct catalogue_merge merge;
	size_t changes;

	catalogue_merge_init(&merge);
	catalogue_read(known, old->data, old->len, "old", &diags);
	catalogue_merge_read(&merge, "file", rows, len, &diags);
	catalogue_merge_plan(&merge, known, &diags);
	check(!catalogue_merge_write(&merge, old->data, old->len, out, &err));
	changes = merge.changes.len;
	*is_wrong = diagnostics_count(&diags, SEVERITY_ERROR) > 0;
	catalogue_merge_release(&merge);
	catalogue_free(known);
	diagnostics_release(&diags);
	return changes;
}

static void
check_rows(const char *rows, size_t len)
{
	struct buffer old = BUFFER_INIT, first = BUFFER_INIT,
		      second = BUFFER_INIT;
	bool is_wrong;
	size_t changes;

	buffer_append_string(&old, check_old);
	changes = check_merge(rows, len, &old, &first, &is_wrong);
	check(changes ||
	      (first.len == old.len && !memcmp(first.data, old.data, old.len)));
	check(strstr(first.data, "# ours\n") && strstr(first.data, "x\tOWN"));
	check(strstr(first.data, "extra"));
	changes = check_merge(rows, len, &first, &second, &is_wrong);
	check(is_wrong || !changes);
	check(is_wrong || (second.len == first.len &&
			   !memcmp(second.data, first.data, first.len)));
	buffer_release(&old);
	buffer_release(&first);
	buffer_release(&second);
}

#endif
