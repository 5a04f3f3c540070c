/*
 * error.h - what a function says when it could not do its work.
 *
 * A function that can fail returns an enum status and fills the caller's
 * struct error. The status is for the program, the message for the person:
 * one or two whole sentences that say what happened, to what, and the cure.
 * Bad *input* is not an error: a brief with faults yields diagnostics
 * (diagnostic.h) and the rest of it still loads.
 *
 * Refused here: error stacks, errno outside this struct, a global "last
 * error". The struct is a plain value on the caller's stack; nothing in it
 * is allocated, so nothing in it must be freed.
 */
#ifndef LECTERN_ERROR_H
#define LECTERN_ERROR_H

enum status {
	STATUS_OK = 0,
	STATUS_NOT_FOUND,   /* no such meeting, place, file, row */
	STATUS_INVALID,	    /* the words or bytes given cannot mean anything */
	STATUS_IO,	    /* the system refused: errno is in the message */
	STATUS_CHANGED,	    /* the file on disk is not the one that was read */
	STATUS_LIMIT,	    /* beyond a documented limit */
	STATUS_BUSY,	    /* another process holds it */
	STATUS_UNSUPPORTED, /* not in this build, terminal or locale */
};

struct error {
	enum status code;
	int line;	    /* 1-based; 0 where it does not apply */
	char file[1024];    /* "" where it does not apply */
	char message[1024]; /* translated; no newline at the end */
};

#define ERROR_INIT                                                             \
	{                                                                      \
		STATUS_OK, 0, "", ""                                           \
	}

#define WARN_UNUSED	  __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#define NORETURN	  __attribute__((noreturn))
#define UNUSED		  __attribute__((unused))

/*
 * Fill 'err' (may be NULL) with a code and a message, and return the code:
 * `rc = error_set(err, STATUS_INVALID, _("…"), …)`. Clears file and line.
 */
enum status error_set(struct error *err, enum status code, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

/*
 * As error_set() with STATUS_IO (STATUS_NOT_FOUND for ENOENT), the file's
 * name, and ": " with the words of 'errnum' (an errno value) after the message.
 */
enum status error_set_io(struct error *err, int errnum, const char *file,
			 const char *fmt, ...) PRINTF_LIKE(4, 5);

/* Note the place an error belongs to. 'file' is copied; line may be 0. */
void error_set_place(struct error *err, const char *file, int line);

#endif
