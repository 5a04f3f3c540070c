/*
 * record.h - what happened in the room, a line an event.
 *
 *	- 2021-05-27T10:14:03+06:00 said 2.2.4/1
 *	- 2021-05-27T10:20:41+06:00 note israel/1 Asks whether this is so.
 *	- 2021-05-27T10:24:00+06:00 floor Kazakhstan supports 2.2.4.
 *
 * The file is only ever appended to, one line a write, and each line is on
 * the disk before anybody is told so; what is taken back is a line of its own
 * ("unsaid", "unstopped", "unnote", "unfloor"). So two screens may write it at
 * once, and two copies merge by union: the state of a meeting is the fold of
 * its lines in the order of their times, wherever they stand in the file.
 *
 * It is LIBRARY/MEETING/record.md; where the library may not be written to,
 * a file in the user's state folder. What either has is read.
 */
#ifndef LECTERN_RECORD_H
#define LECTERN_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/arena.h"
#include "lectern/diagnostic.h"
#include "lectern/library.h"
#include "lectern/meeting.h"
#include "lectern/save.h"
#include "lectern/vector.h"

/* Each that is done has the one that takes it back right after it. */
enum record_kind {
	RECORD_SAID,
	RECORD_UNSAID,
	RECORD_STOPPED,
	RECORD_UNSTOPPED,
	RECORD_NOTE,
	RECORD_UNNOTE,
	RECORD_FLOOR,
	RECORD_UNFLOOR,
	RECORD_KIND_COUNT
};

/* "said", "unsaid", …: the word in the file; never translated. */
const char *record_kind_name(enum record_kind kind);

struct record_entry {
	enum record_kind kind;
	int64_t time;	   /* seconds since 1970, UTC */
	int offset;	   /* minutes east of UTC of the clock that wrote it */
	const char *place; /* "2.2.4/1"; "" for the floor */
	const char *text;  /* of a note; else "" */
	bool is_undone;	   /* a later entry takes it back */
	bool is_repeated;  /* the same note stands before it: a merge's */
};

struct record {
	VECTOR(struct record_entry) list; /* by time */
	struct diagnostics diags;	  /* lines that cannot be read */
	struct arena arena;		  /* holds the texts */
};

#define RECORD_INIT                                                            \
	{                                                                      \
		VECTOR_INIT, DIAGNOSTICS_INIT, ARENA_INIT                      \
	}

void record_release(struct record *record);

/*
 * Add the events of a text. A line that is none is a diagnostic, 'file' in
 * it; headings and empty lines are passed over. A last line without its end
 * was torn by a crash before anybody was told of it: it is reported and
 * skipped. Call record_settle() after the last text.
 */
void record_parse(struct record *record, const char *text, size_t len,
		  const char *file);

/* Put the events in order and find what was taken back. */
void record_settle(struct record *record);

/* The line of an event, without its end. */
void record_format(const struct record_entry *entry, struct buffer *out);

/* "2021-05-27T10:14:03+06:00". */
void record_format_time_zone(const struct record_entry *entry,
			     struct buffer *out);

/* "10:14" and "2021-05-27", by the clock that wrote it. */
void record_format_clock(const struct record_entry *entry, struct buffer *out);
void record_format_day(const struct record_entry *entry, struct buffer *out);

/* What became of one row of a meeting: the fold. A point is said, or one
 * stopped in it, whichever came last. */
struct record_mark {
	const struct record_entry *said, *stopped; /* or NULL */
	size_t notes;
};

/*
 * Marks of all rows of the meeting: marks[section->first_row + row], to be
 * freed by free(). Valid while the record is. Events whose place is not in
 * the meeting leave no mark.
 */
struct record_mark *record_fold(const struct record *record,
				const struct meeting *meeting);

/* The row an event is about. False: none that the meeting has. */
bool record_find_row(const struct record_entry *entry,
		     const struct meeting *meeting, struct place *place);

/* --- the files --- */

/* The record of one meeting, read, and where it is. */
struct record_log {
	struct record record;
	char *files[2];		      /* the library's; the user's, or NULL */
	char *names[2];		      /* as diagnostics name them */
	struct file_identity read[2]; /* as they were read */
	bool is_elsewhere;	      /* lines go to the user's state folder */
};

/* Nothing is read or made yet; record_log_close() at the end. */
void record_log_open(struct record_log *log, const struct library *lib,
		     const char *meeting);
void record_log_close(struct record_log *log);

/* Read the files where they changed; true when they did. What cannot be read
 * is a diagnostic of the record. */
bool record_log_refresh(struct record_log *log);

/*
 * Append an event at 'time' and read it back: when STATUS_OK comes, it is on
 * the disk. Where the library cannot be written to, the line goes to the
 * user's state folder, and log->is_elsewhere says so from then on. Line breaks
 * and control characters in the text become spaces. STATUS_INVALID for a note
 * without words.
 */
enum status record_log_append(struct record_log *log, enum record_kind kind,
			      const char *place, const char *text, int64_t time,
			      struct error *err) WARN_UNUSED;

/* Take back the last event that stands, by a line of its own. STATUS_NOT_FOUND
 * where none does. '*undone' is what was taken back: copied, its words belong
 * to the record. May be NULL. */
enum status record_log_undo(struct record_log *log, int64_t time,
			    struct record_entry *undone,
			    struct error *err) WARN_UNUSED;

#endif
