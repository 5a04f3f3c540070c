/* Citations in the store: put with the texts, dropped with them, listed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lectern/cite.h"
#include "lectern/store.h"

static const char english[] = "# T\n\n## 2.2.4\n\n"
			      "1. See 75/240 and resolution 75/240.\n\n"
			      "2. The House Rules and [this](A/75/816).\n";
static const char russian[] = "# T\n\n## 2.2.4\n\n"
			      "1. См. резолюцию 75/240.\n";

static void
put(struct store *store, const char *id, int year, const char *ru)
{
	struct meeting *meeting = meeting_new(id);
	struct library_files files = {VECTOR_INIT};

	meeting->facts.date.first = (struct date){year, 1, 2};
	meeting->facts.date.last = meeting->facts.date.first;
	meeting_take_brief(meeting,
			   brief_parse(english, strlen(english), "en.md", "en",
				       &meeting->diags));
	meeting_take_brief(meeting, brief_parse(ru, strlen(ru), "ru.md", "ru",
						&meeting->diags));
	meeting_align(meeting);
	assert_int_equal(store_put_meeting(store, meeting, &files, NULL), 0);
	meeting_free(meeting);
}

static struct store *
open_store(void)
{
	struct store *store;

	assert_int_equal(store_open(NULL, STORE_MEMORY, &store, NULL, NULL), 0);
	return store;
}

static void
test_citing(void **state)
{
	struct store_citing citing = {VECTOR_INIT, ARENA_INIT};
	struct cite_names *names = cite_names_new();
	struct store *store = open_store();

	(void)state;
	cite_names_add(names, "OWN-1", "House Rules");
	store_use_names(store, names);
	put(store, "newer", 2021, russian);
	put(store, "older", 2019, "# T\n");
	assert_int_equal(
		store_list_citing(store, "A/RES/75/240", &citing, NULL), 0);
	assert_int_equal(citing.list.len, 2);
	assert_string_equal(citing.list.items[0].meeting, "older");
	assert_int_equal(citing.list.items[0].language_count, 1);
	assert_string_equal(citing.list.items[1].meeting, "newer");
	assert_string_equal(citing.list.items[1].section, "2.2.4");
	assert_int_equal(citing.list.items[1].point, 1);
	assert_int_equal(citing.list.items[1].date.first.year, 2021);
	assert_int_equal(citing.list.items[1].language_count, 2);
	assert_string_equal(citing.list.items[1].text,
			    "See 75/240 and resolution 75/240.");
	assert_int_equal(store_list_citing(store, "OWN-1", &citing, NULL), 0);
	assert_int_equal(citing.list.len, 2);
	assert_int_equal(store_list_citing(store, "X/1", &citing, NULL), 0);
	assert_int_equal(citing.list.len, 0);
	store_citing_release(&citing);
	store_close(store);
	cite_names_free(names);
}

static void
test_cited(void **state)
{
	struct store_cited cited = {VECTOR_INIT, ARENA_INIT};
	struct store *store = open_store();

	(void)state;
	put(store, "newer", 2021, russian);
	put(store, "older", 2019, russian);
	put(store, "older", 2019, russian);
	assert_int_equal(store_list_cited(store, &cited, NULL), 0);
	assert_int_equal(cited.list.len, 2);
	assert_string_equal(cited.list.items[0].symbol, "A/75/816");
	assert_string_equal(cited.list.items[1].symbol, "A/RES/75/240");
	assert_int_equal(cited.list.items[1].points, 2);
	assert_int_equal(cited.list.items[1].meetings, 2);
	assert_int_equal(store_drop_meeting(store, "newer", NULL), 0);
	assert_int_equal(store_list_cited(store, &cited, NULL), 0);
	assert_int_equal(cited.list.items[1].points, 1);
	assert_int_equal(store_drop_meeting(store, "older", NULL), 0);
	assert_int_equal(store_list_cited(store, &cited, NULL), 0);
	assert_int_equal(cited.list.len, 0);
	store_cited_release(&cited);
	store_close(store);
}

static void
test_known(void **state)
{
	struct store *store = open_store();
	uint64_t hash = 1;

	(void)state;
	assert_int_equal(store_get_known(store, "names", &hash, NULL), 0);
	assert_true(hash == 0);
	assert_int_equal(
		store_set_known(store, "names", UINT64_MAX, true, NULL), 0);
	assert_int_equal(
		store_set_known(store, "names", UINT64_MAX - 1, false, NULL),
		0);
	assert_int_equal(store_get_known(store, "names", &hash, NULL), 0);
	assert_true(hash == UINT64_MAX - 1);
	store_close(store);
}

static void
check_count(struct store *store, const char *meeting, int row, int points,
	    int meetings)
{
	struct store_count count;

	assert_int_equal(store_count_citing(store, "A/RES/75/240", meeting, row,
					    &count, NULL),
			 0);
	assert_int_equal(count.points, points);
	assert_int_equal(count.meetings, meetings);
}

/* A point counts once, in however many languages it cites. */
static void
test_count(void **state)
{
	struct store *store = open_store();
	struct store_count count;

	(void)state;
	put(store, "newer", 2021, russian);
	put(store, "older", 2019, "# T\n");
	check_count(store, NULL, 0, 2, 2);
	check_count(store, "newer", 0, 1, 1);
	check_count(store, "newer", 1, 2, 2);
	check_count(store, "no such", 0, 2, 2);
	assert_int_equal(
		store_count_citing(store, "A/RES/1/1", NULL, 0, &count, NULL),
		0);
	assert_int_equal(count.points + count.meetings, 0);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_citing),
		cmocka_unit_test(test_cited),
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
