# mutate plants the errors of plants.tsv in the briefs of clean/ and counts what
# the checks find.
check_PROGRAMS += tests/check/mutate
TESTS += tests/check/mutate
tests_check_mutate_SOURCES = tests/check/mutate.c $(check_box_sources)
tests_check_mutate_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
EXTRA_DIST += tests/check/clean tests/check/plants.tsv
