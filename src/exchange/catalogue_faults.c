/* What is wrong with a file of the library's, in words with the cure. */
#include <string.h>

#include "lectern/catalogue_merge.h"
#include "lectern/words.h"

static void faults_add(const struct import_fault *fault,
		       struct diagnostics *diags, const char *rule,
		       const char *fmt, ...) PRINTF_LIKE(4, 5);

/* Libraries end their words with lines of bytes; one line is enough. */
static void
faults_add(const struct import_fault *fault, struct diagnostics *diags,
	   const char *rule, const char *fmt, ...)
{
	struct buffer words = BUFFER_INIT;
	va_list args;
	char *at;

	va_start(args, fmt);
	buffer_vprintf(&words, fmt, args);
	va_end(args);
	for (at = words.data; (at = strchr(at, '\n')); at++)
		*at = ' ';
	diagnostics_add(diags, SEVERITY_ERROR, fault->file, fault->line, 0,
			rule, "%s", words.data);
	buffer_release(&words);
}

/* Of the file as a whole. True where it was one of these. */
static bool
faults_say_file(const struct import_fault *fault, struct diagnostics *diags)
{
	const char *word = fault->word;

	if (!strcmp(word, "doctype"))
		faults_add(fault, diags, "import-doctype",
			   _("The file declares a DOCTYPE, which no record of "
			     "the UN Digital Library has; it is not read. "
			     "Download the record again as MARCXML."));
	else if (!strcmp(word, "not-marcxml"))
		faults_add(fault, diags, "import-not-marcxml",
			   _("The element <%s> does not belong here: this is "
			     "no MARCXML. On the page of the record choose "
			     "Export, MARCXML."),
			   fault->value);
	else if (!strcmp(word, "not-xml"))
		faults_add(fault, diags, "import-not-xml",
			   _("The file is not whole or not XML (%s). Download "
			     "it again."),
			   fault->value);
	else if (!strcmp(word, "unknown-table"))
		faults_add(fault, diags, "import-unknown-table",
			   _("The first row, “%s” and so on, is that of no "
			     "table that can be read: the voting file of the "
			     "UN Digital Library, roll calls of unvotes, or a "
			     "catalogue with a column “symbol”."),
			   fault->value);
	else if (!strcmp(word, "no-records"))
		faults_add(fault, diags, "import-no-records",
			   _("There is no record and no row in the file. "
			     "Download it again."));
	else
		return false;
	return true;
}

static bool
faults_say_text(const struct import_fault *fault, struct diagnostics *diags)
{
	const char *word = fault->word;

	if (!strcmp(word, "encoding"))
		faults_add(fault, diags, "import-encoding",
			   _("The bytes here are not in the encoding that the "
			     "file claims, or it is one that cannot be read. "
			     "Save the file as UTF-8."));
	else if (!strcmp(word, "too-long"))
		faults_add(fault, diags, "import-too-long",
			   _("This field or row is longer than any record's; "
			     "the file is damaged. Download it again."));
	else if (!strcmp(word, "too-wide"))
		faults_add(fault, diags, "import-too-wide",
			   _("This row has more than 64 cells; the file is "
			     "damaged. Download it again."));
	else if (!strcmp(word, "bad-quotes"))
		faults_add(fault, diags, "import-quotes",
			   _("A quotation mark is missing or too much in this "
			     "row. Write a mark inside a cell twice, and one "
			     "before and after the cell."));
	else
		return false;
	return true;
}

/* Of one record or row. */
static bool
faults_say_record(const struct import_fault *fault, struct diagnostics *diags)
{
	const char *word = fault->word;

	if (!strcmp(word, "no-symbol") && fault->record)
		faults_add(
			fault, diags, "import-no-symbol",
			_("Record %d has no symbol in field 191 or 791. Take "
			  "the record out of the file."),
			fault->record);
	else if (!strcmp(word, "no-symbol"))
		faults_add(fault, diags, "import-no-symbol",
			   _("This row has no symbol. Fill the cell, or take "
			     "the row out."));
	else if (!strcmp(word, "bad-vote"))
		faults_add(fault, diags, "import-vote",
			   _("“%s” is no member's vote: Y, N, A and X are. "
			     "Compare with the library's page and mend it."),
			   fault->value);
	else if (!strcmp(word, "bad-count"))
		faults_add(fault, diags, "import-count",
			   _("“%s” cannot be a number of votes. Compare with "
			     "the library's page and mend it."),
			   fault->value);
	else
		return false;
	return true;
}

static bool
faults_say_totals(const struct import_fault *fault, struct diagnostics *diags)
{
	const char *word = fault->word;

	if (!strcmp(word, "votes-differ"))
		faults_add(fault, diags, "import-totals",
			   _("The totals of the vote are %s, but the members' "
			     "votes make %s. Compare with the library's page "
			     "and mend it."),
			   fault->value, fault->other);
	else if (!strcmp(word, "sum-differs"))
		faults_add(fault, diags, "import-totals",
			   _("The vote is said to be one of %s members, but "
			     "its totals make %s. Compare with the library's "
			     "page and mend it."),
			   fault->value, fault->other);
	else if (!strcmp(word, "members-differ"))
		faults_add(fault, diags, "import-totals",
			   _("The vote is said to be one of %s members, but %s "
			     "are listed. Compare with the library's page and "
			     "mend it."),
			   fault->value, fault->other);
	else
		return false;
	return true;
}

void
catalogue_merge_say_fault(const struct import_fault *fault,
			  struct diagnostics *diags)
{
	if (!faults_say_file(fault, diags) && !faults_say_text(fault, diags) &&
	    !faults_say_record(fault, diags) &&
	    !faults_say_totals(fault, diags))
		faults_add(fault, diags, "import-broken",
			   _("The import of this file broke off. Download the "
			     "file again."));
}
