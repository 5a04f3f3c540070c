/*
 * library.h - a folder of meetings on disk, read into the model.
 *
 * The files are the truth. A meeting that is opened is read from its files,
 * not from the index: parsing a brief costs less than a database would, it
 * can never be stale, and reading works where no index can be kept.
 */
#ifndef LECTERN_LIBRARY_H
#define LECTERN_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/catalogue.h"
#include "lectern/diagnostic.h"
#include "lectern/error.h"
#include "lectern/meeting.h"
#include "lectern/save.h"
#include "lectern/terms.h"
#include "lectern/vector.h"

struct library {
	char *path;	  /* absolute */
	char *index_path; /* LIBRARY/.lectern/index.db, or in the user's cache
			   * folder where that cannot be written; NULL where
			   * there is no such folder either: STORE_MEMORY */
	bool is_writable;
	/* Borrowed, for who reads many instruments; NULL: read for each. */
	const struct catalogue *catalogue;
};

/*
 * Which library: 'given' (-L), else $LECTERN_LIBRARY, else the nearest folder
 * from the current one upward that holds one (a folder with .lectern/, or
 * with a sub-folder that has meeting.yaml), else ~/briefs. The message of
 * STATUS_NOT_FOUND says where it looked and how to name one.
 */
enum status library_open(const char *given, struct library *lib,
			 struct error *err) WARN_UNUSED;
/* The same, with a folder that a person's configuration names ("" for none)
 * before ~/briefs: an absolute path, or one that begins with "~/". */
enum status library_open_configured(const char *given, const char *configured,
				    struct library *lib,
				    struct error *err) WARN_UNUSED;
void library_close(struct library *lib);

/* The files of one meeting: meeting.yaml and LANG.md. */
struct library_file {
	char *name;	/* "ru.md", within the meeting's folder */
	char *language; /* "ru"; NULL for meeting.yaml */
	struct file_identity id;
};
struct library_files {
	VECTOR(struct library_file) list; /* meeting.yaml first, then by name */
};
void library_files_release(struct library_files *files);

/*
 * Names and identities (no content, no hash) of a meeting's files. What stands
 * in the place of a file (a folder, a link to nothing) is listed too, so that
 * whoever reads can say so; a link to nothing has an identity of zeros.
 * STATUS_NOT_FOUND where there is no such meeting.
 */
enum status library_list_files(const struct library *lib, const char *meeting,
			       struct library_files *files,
			       struct error *err) WARN_UNUSED;

/* Ids of all meetings (folders with a meeting.yaml or a LANG.md), sorted by
 * byte; malloced strings, freed by library_names_release(). */
struct library_names {
	VECTOR(char *) list;
};
enum status library_list_meetings(const struct library *lib,
				  struct library_names *names,
				  struct error *err) WARN_UNUSED;
/* The same, and what looks like a meeting but cannot be one (a name that is
 * not text, a folder that may not be entered) goes into 'diags'. */
enum status library_scan(const struct library *lib, struct library_names *names,
			 struct diagnostics *diags,
			 struct error *err) WARN_UNUSED;
void library_names_release(struct library_names *names);

/*
 * Read and align one meeting. Files that cannot be read, broken text, missing
 * meeting.yaml and so on are diagnostics in *out (paths in them are relative
 * to the library: "cica-swg-2021-05-27/ru.md"). Only a meeting that does not
 * exist is an error. 'files' may be NULL; else it gets what was read, with
 * hashes. The caller frees *out by meeting_free().
 */
enum status library_read_meeting(const struct library *lib, const char *id,
				 struct meeting **out,
				 struct library_files *files,
				 struct error *err) WARN_UNUSED;

/*
 * The instruments that the program knows, and over them the rows of the
 * library's catalogue/instruments.tsv. 'lib' NULL: the program's alone. What
 * is wrong with the file goes into 'diags' (NULL: unsaid), its path relative
 * to the library. Never NULL; the caller frees it by catalogue_free().
 */
struct catalogue *library_read_catalogue(const struct library *lib,
					 struct diagnostics *diags);

/*
 * The text of an instrument stands in catalogue/FOLDER, a file a language, in
 * the form of a brief. Its folder is called as its symbol, with '-' for '/':
 * catalogue/A-RES-217(III)A/en.md. Where a function here takes the id of a
 * meeting it takes this, too; facts then come from the catalogue, unless the
 * folder has a meeting.yaml.
 */
#define LIBRARY_INSTRUMENTS "catalogue/"
bool is_instrument_id(const char *id);

/* "catalogue/A-RES-217(III)A", appended to 'id'; false where the symbol makes
 * no name for a folder. Whether there is a text, library_read_meeting() says.
 */
bool instrument_id_from_symbol(const char *symbol, struct buffer *id);

/* The instrument whose text that is, and its symbol: that of the catalogue's
 * row, else (NULL is returned) the one read off the folder's name, else "". */
const struct instrument *
library_find_instrument(const struct catalogue *catalogue, const char *id,
			char symbol[CITE_SYMBOL_MAX]);

/* An instrument of the catalogue without its text, as the meeting that
 * library_read_meeting() makes of one with a text. Freed by meeting_free(). */
struct meeting *library_make_instrument(const struct instrument *instrument,
					const char *id);

/* Ids of all instruments with a text, sorted by byte; none where the library
 * has no catalogue. Freed by library_names_release(). */
void library_list_instruments(const struct library *lib,
			      struct library_names *names);

/* The rows of the library's terms.tsv, added to 'terms'; a library without one
 * is no fault. What is wrong with it goes into 'diags' (NULL: unsaid). */
void library_read_terms(const struct library *lib, struct terms *terms,
			struct diagnostics *diags);

/* Is this a name for a meeting's folder? (UTF-8 without control characters, no
 * leading '.' or '-', plain, not "catalogue") */
bool is_meeting_name(const char *name);

/* Is it the name of a language file: "ru.md", "zh-Hant.md"? Copies the tag, in
 * the case BCP 47 recommends: "ZH-hant.md" gives "zh-Hant". */
bool language_from_file_name(const char *name, char *tag, size_t size);
#define LANGUAGE_TAG_MAX 36 /* 35 characters, as BCP 47 asks for, and a NUL */

#endif
