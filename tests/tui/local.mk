# The real program in a real pseudo-terminal.
check_PROGRAMS += tests/tui/pty
tests_tui_pty_SOURCES = tests/tui/pty.c
tests_tui_pty_LDADD = -lutil
tui_tests = \
	tests/tui/live.sh \
	tests/tui/screen.sh \
	tests/tui/terminal.sh
TESTS += $(tui_tests)
dist_check_SCRIPTS += $(tui_tests)
EXTRA_DIST += tests/tui/lib.sh
