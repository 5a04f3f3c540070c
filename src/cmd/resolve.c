/*
 * From what a person typed to a meeting and a place in it.
 *
 * A meeting named by its folder is read at once, without the index; the index
 * is opened only for part of a name, or a short name.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/memory.h"

void
resolved_release(struct resolved *resolved)
{
	if (resolved->meeting)
		meeting_free(resolved->meeting);
	free(resolved->place);
	resolved->meeting = NULL;
	resolved->place = NULL;
}

struct meeting *
resolved_take_meeting(struct resolved *resolved)
{
	struct meeting *meeting = resolved->meeting;

	resolved->meeting = NULL;
	return meeting;
}

/* A year, or a date: it belongs to the meeting's name ("swg 2021"). */
static bool
is_date_word(const char *word)
{
	struct date_range range;
	size_t len = strlen(word);

	if (len == 4 && strspn(word, "0123456789") == 4)
		return word[0] == '1' || word[0] == '2';
	return date_range_parse(word, len, &range);
}

static void
resolve_join(char **words, size_t count, const char *between,
	     struct buffer *out)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (out->len)
			buffer_append_string(out, between);
		buffer_append_string(out, words[i]);
	}
}

static enum status
resolve_meeting(struct command_call *call, const char *words,
		struct meeting **out, struct error *err)
{
	char *id = NULL;
	enum status rc = STATUS_NOT_FOUND;

	if (is_meeting_name(words))
		rc = library_read_meeting(call->library, words, out, NULL, err);
	if (rc != STATUS_NOT_FOUND)
		return rc;
	rc = call->store ? STATUS_OK : freshen_store(call, true, err);
	if (!rc)
		rc = store_find_meeting(call->store, words, &id, err);
	if (!rc)
		rc = library_read_meeting(call->library, id, out, NULL, err);
	free(id);
	return rc;
}

/*
 * One reading of the operands: the first 'count' name the meeting, what
 * follows a '/' in them and the rest name the place.
 */
static enum status
resolve_split(struct command_call *call, size_t count,
	      struct resolved *resolved, struct error *err)
{
	size_t rest = (size_t)call->operand_count - count;
	struct buffer meeting = BUFFER_INIT, place = BUFFER_INIT;
	enum status rc;
	char *slash;

	resolve_join(call->operands, count, " ", &meeting);
	slash = strchr(meeting.data, '/');
	if (slash) {
		buffer_append_string(&place, slash + 1);
		buffer_truncate(&meeting, (size_t)(slash - meeting.data));
	}
	resolve_join(call->operands + count, rest, " ", &place);
	rc = resolve_meeting(call, meeting.data, &resolved->meeting, err);
	if (!rc) {
		rc = select_rows(resolved, place.data, err);
		if (rc && rest > 1) {
			/* "swg 2.2.4 3" */
			buffer_reset(&place);
			resolve_join(call->operands + count, rest, "/", &place);
			rc = select_rows(resolved, place.data, NULL);
		}
	}
	buffer_release(&meeting);
	resolved->place = buffer_take(&place);
	return rc;
}

/*
 * Where a meeting's name ends and the place begins is not marked when both are
 * words: the shortest name that gives a place is meant, but a year or a date
 * is taken as part of the name first.
 */
enum status
resolve_operands(struct command_call *call, struct resolved *resolved,
		 struct error *err)
{
	size_t total = (size_t)call->operand_count, count, i;
	struct error failed = ERROR_INIT;
	bool is_dated = total > 1 && is_date_word(call->operands[1]);
	bool is_closer = false;
	enum status rc = STATUS_OK, first = STATUS_OK;

	for (i = 0; i < total; i++) {
		count = i + 1;
		if (is_dated && i < 2)
			count = 2 - i;
		*resolved = (struct resolved){.meeting = NULL};
		rc = resolve_split(call, count, resolved, &failed);
		if (!rc)
			return rc;
		/* A place not found says more than a meeting not found. */
		if (!first || (resolved->meeting && !is_closer)) {
			first = rc;
			*err = failed;
			is_closer = resolved->meeting != NULL;
		}
		resolved_release(resolved);
		if (command_exit_code(rc) == EXIT_TROUBLE)
			break;
	}
	if (command_exit_code(first) != EXIT_FINDINGS)
		return first;
	/* No place of a meeting: a document, perhaps. */
	rc = resolve_instrument(call, resolved, &failed);
	if (!rc)
		*err = (struct error)ERROR_INIT;
	else if (resolved->meeting || (!is_closer && *resolved->symbol))
		*err = failed;
	if (!rc || resolved->meeting)
		first = rc;
	if (rc)
		resolved_release(resolved);
	return first;
}
