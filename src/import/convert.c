#include "convert.h"

#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "confine.h"

/* The structure of a text and no more: what has no place in a brief would only
 * be markup in it. Lists keep their numbers, tables are grids. */
#define CONVERT_MARKDOWN                                                       \
	"markdown-smart-auto_identifiers-bracketed_spans-fenced_divs"          \
	"-header_attributes-inline_code_attributes-link_attributes"            \
	"-multiline_tables-native_divs-native_spans-pipe_tables"               \
	"-raw_attribute-raw_html-raw_tex-simple_tables"

/* GHC reserves more addresses than it uses, so a limit on them would stop it
 * at once; it has one of its own. */
#define CONVERT_PANDOC(format)                                                 \
	{                                                                      \
		"pandoc", "+RTS", "-M512M", "-RTS", "--sandbox", "--from",     \
			(format), "--to", CONVERT_MARKDOWN, "--wrap=none",     \
			NULL                                                   \
	}

#define CONVERT_WORDS_MAX 12

static const struct convert_format {
	const char *name;
	int memory_mib; /* 0: the program limits itself */
	const char *argv[CONVERT_WORDS_MAX];
} convert_formats[] = {
	{"docx", 0, CONVERT_PANDOC("docx")},
	{"odt", 0, CONVERT_PANDOC("odt")},
	{"rtf", 0, CONVERT_PANDOC("rtf")},
	{"html", 0, CONVERT_PANDOC("html")},
	{"pdf",
	 CONFINE_MEMORY_MIB,
	 {"pdftotext", "-q", "-layout", "-enc", "UTF-8", "-", "-", NULL}},
};

int
convert_become(const char *format)
{
	const struct convert_format *found = NULL;
	size_t i;

	for (i = 0; i < sizeof convert_formats / sizeof *convert_formats; i++)
		if (!strcmp(convert_formats[i].name, format))
			found = &convert_formats[i];
	if (!found)
		return CONVERT_UNKNOWN;
	if (!confine_converter(found->memory_mib))
		return CONVERT_NOT_CONFINED;
	/* exec does not change what it is given. */
	execvp(found->argv[0], (char *const *)(void *)found->argv);
	return CONVERT_MISSING;
}
