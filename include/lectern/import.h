/*
 * import.h - the confined program that reads what comes from outside.
 *
 * lectern-import gets a file as its standard input and writes text; it is
 * started here and nowhere else. What libraries it needs (libxml2, libcsv,
 * iconv, uchardet), and what their faults could do, stays in that process:
 * 512 MiB, 20 seconds of the processor, no file, no network, no program. What
 * it says is checked again by whoever uses it, as any input is.
 *
 * The contract, JSON in UTF-8, an object a line:
 *
 *   lectern-import protections
 *	{"memory":512,"seconds":20,"landlock":7,"seccomp":true}
 *   lectern-import catalogue
 *	{"line":3,"record":1,"cells":{"symbol":"A/RES/78/264",
 *	 "adopted":"2024-03-15","vote":"115-0-44","title_en":"..."}}
 *	{"left-out":"part","count":1145}	rows that are no facts for us
 *	{"problem":"doctype","line":2,"record":0,"value":"...","other":"..."}
 *	{"done":"marcxml","records":1}	the last line; without it, it failed
 *   lectern-import text [ENCODING]
 *	{"encoding":"windows-1251","by":"letters","sure":97,"line-ends":"crlf",
 *	 "bom":false,"bad":3,"places":[17,99,1024]}
 *	and after this line the text to the end: UTF-8, lines ended by LF, no
 *	byte order mark; U+FFFD for each byte that could not be decoded.
 *	"by" is "given", "bom", "utf-8", "zeros" (of UTF-16), "letters" (of
 *	Cyrillic or Chinese) or "detector"; "sure" is in per cent; "line-ends"
 *	"lf", "crlf", "cr" or "mixed"; "places" are the first offsets of bad
 *	bytes in the source.
 *	{"problem":"not-text","line":0,"record":0} instead, or
 *	"encoding-unknown", "encoding-missing", "too-large".
 *   lectern-import parts
 *	{"kind":"docx","parts":16,"size":45468}	a packed document (document.h),
 *	unpacked to be measured; "kind" is "docx", "odt" or "". Or
 *	{"problem":"doctype","value":"word/document.xml",...}, or "too-large",
 *	"too-many", "locked", "broken".
 *   lectern-import rtf
 *	the same RTF in ASCII: letters of a code page and letters with their
 *	stand-ins as numbers. More than 32 MiB: nothing.
 *   lectern-import convert FORMAT
 *	becomes pandoc (docx, odt, rtf, html to Markdown) or pdftotext (pdf),
 *	which may read the system's files and nothing else; 127 where that is
 *	not installed.
 *
 *   lectern-import tmx
 *	{"meeting":"swg-2021"}
 *	{"place":"2.2.4/1","cells":{"en":"...","ru":"..."}}	a unit each
 *	{"problem":"doctype","line":2,"record":0}	or "not-tmx", "not-xml",
 *	"too-long"; the last line is {"done":"tmx"}, or it failed.
 *
 * Words for people are not among them: what a problem means is said by the
 * parent. Numbers of lines and records begin at 1; 0 is "unknown".
 */
#ifndef LECTERN_IMPORT_H
#define LECTERN_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "lectern/buffer.h"
#include "lectern/error.h"

/* A file of the user's, open for reading. */
struct import_file {
	const char *name; /* for messages */
	int fd;
};

/* Open a file; "-" is standard input. A folder is refused. */
enum status import_file_open(const char *name, struct import_file *file,
			     struct error *err) WARN_UNUSED;
void import_file_close(struct import_file *file);

/*
 * What `lectern-import TASK [ARGUMENT]` writes about the file (NULL: no input),
 * into 'out'. A program that was killed, by a limit or by itself, is an error
 * with the file's name.
 */
enum status import_run(const char *task, const char *argument,
		       const struct import_file *file, struct buffer *out,
		       struct error *err) WARN_UNUSED;

/* How the encoding of a text is known. */
enum import_by {
	IMPORT_BY_GIVEN,   /* somebody named it */
	IMPORT_BY_MARK,	   /* a byte order mark */
	IMPORT_BY_FORM,	   /* only UTF-8, or UTF-16, has this form */
	IMPORT_BY_LETTERS, /* it reads as words of a language */
	IMPORT_BY_GUESS,   /* of a detector */
};

#define IMPORT_PLACES_MAX 20

/* A text in UTF-8, and how it came to be so. */
struct import_text {
	struct buffer text; /* lines end in LF; no byte order mark */
	char encoding[32];  /* "windows-1251", as IANA names it */
	enum import_by by;
	int sure; /* per cent */
	bool has_mark;
	char line_ends[8]; /* "lf", "crlf", "cr", "mixed" */
	/* Bytes that mean nothing in the encoding, U+FFFD in the text, and
	 * where the first ones are in the file. */
	int bad;
	int places[IMPORT_PLACES_MAX];
	size_t place_count;
};

/*
 * Read a text file of any encoding; 'encoding' is the name that somebody gave
 * it, NULL to find out. STATUS_INVALID with words and cure where it is no
 * text. Up to 32 MiB. *out is set up here; the caller releases it, whatever
 * the status.
 */
enum status import_read_text(const struct import_file *file,
			     const char *encoding, struct import_text *out,
			     struct error *err) WARN_UNUSED;
void import_text_release(struct import_text *text);

/* What import_run("text") wrote, as above; 'name' is the file's. */
enum status import_parse_text(const char *output, size_t len, const char *name,
			      struct import_text *out,
			      struct error *err) WARN_UNUSED;

/* Each line of JSON in turn; false where one is not an object, or 'each'
 * returns false. */
bool import_each(const char *text, size_t len,
		 bool (*each)(const json_t *object, void *data), void *data);

/* A member that is a text, else "". */
const char *import_member(const json_t *object, const char *key);
/* A member that is a whole number that an int holds, else 0. */
int import_number(const json_t *object, const char *key);

#endif
