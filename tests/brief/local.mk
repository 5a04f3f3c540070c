# NAME.md beside NAME.tree and NAME.diag; folders are whole meetings, with
# 'places' (one a line) beside the files. Run with UPDATE=1 to write anew.
check_PROGRAMS += tests/brief/dump
tests_brief_dump_SOURCES = tests/brief/dump.c

brief_tests = tests/brief/golden.sh
TESTS += $(brief_tests)
dist_check_SCRIPTS += $(brief_tests)
EXTRA_DIST += tests/brief/texts tests/brief/meetings
