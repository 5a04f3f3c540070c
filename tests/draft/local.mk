# make prints the draft of a document; golden.sh compares it with the file
# beside each of cases/. cica.txt is a document as it came, of which the brief
# in briefs/ was made by hand.
check_PROGRAMS += tests/draft/make
draft_lost = tests/draft/lost.c tests/draft/lost.h
tests_draft_make_SOURCES = tests/draft/make.c $(draft_lost)

draft_tests = tests/draft/golden.sh
TESTS += $(draft_tests)
dist_check_SCRIPTS += $(draft_tests)
EXTRA_DIST += tests/draft/cases tests/draft/cica.txt

unit_tests += tests/unit/test_draft
tests_unit_test_draft_SOURCES = tests/unit/test_draft.c $(scratch_sources) \
	$(draft_lost)
tests_unit_test_draft_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/draft

check_PROGRAMS += tests/fuzz/replay_draft
TESTS += tests/fuzz/replay_draft
tests_fuzz_replay_draft_SOURCES = tests/fuzz/fuzz_draft.c \
	tests/fuzz/replay.c $(draft_lost)
tests_fuzz_replay_draft_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/draft
tests_fuzz_replay_draft_LDADD = $(LECTERN_LIBS)
EXTRA_DIST += tests/fuzz/corpus-draft
