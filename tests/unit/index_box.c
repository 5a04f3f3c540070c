#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "index_box.h"
#include "sample.h"

const struct sample index_sample = {"cica-swg-2021-05-27",
				    "CICA Special Working Group",
				    "Специальная рабочая группа СВМДА",
				    "SWG",
				    "2021-05-27",
				    3,
				    NULL,
				    1,
				    1};

struct store *
open_index(struct box *box, char **set_aside)
{
	struct error err = ERROR_INIT;
	struct store *store;

	if (store_open(box_path(box, INDEX), STORE_WRITE, &store, set_aside,
		       &err))
		fail_msg("%s", err.message);
	return store;
}

void
put_sample(struct store *store)
{
	struct library_files files = {VECTOR_INIT};
	struct meeting *meeting = sample_meeting(&index_sample);
	struct error err = ERROR_INIT;

	sample_files(&files, 7);
	if (store_put_meeting(store, meeting, &files, &err))
		fail_msg("%s", err.message);
	library_files_release(&files);
	meeting_free(meeting);
}

int64_t
count_meetings(struct store *store)
{
	struct store_totals totals;

	assert_int_equal(store_count_all(store, &totals, NULL), 0);
	return totals.meetings;
}

void
make_index(struct box *box)
{
	struct store *store = open_index(box, NULL);

	put_sample(store);
	store_close(store);
}

void
assert_kept(struct box *box, int64_t meetings)
{
	char *aside = NULL;
	struct store *store = open_index(box, &aside);

	assert_null(aside);
	assert_int_equal(count_meetings(store), meetings);
	store_close(store);
	assert_int_equal(box_count(box, "l/.lectern", "index.db.broken"), 0);
}
