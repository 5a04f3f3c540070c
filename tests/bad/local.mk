bad_tests = \
	tests/bad/doubling.sh \
	tests/bad/index.sh \
	tests/bad/library.sh \
	tests/bad/screen.sh \
	tests/bad/unreadable.sh
TESTS += $(bad_tests)
dist_check_SCRIPTS += $(bad_tests)
EXTRA_DIST += tests/bad/lib.sh

bad_tools = tests/bad/capture tests/bad/clean tests/bad/measure
check_PROGRAMS += $(bad_tools)
tests_bad_capture_SOURCES = tests/bad/capture.c tests/bench/session.c \
	tests/bench/session.h
tests_bad_capture_LDADD = -lutil
tests_bad_clean_SOURCES = tests/bad/clean.c
tests_bad_clean_LDADD =
tests_bad_measure_SOURCES = tests/bench/measure.c
tests_bad_measure_LDADD =
