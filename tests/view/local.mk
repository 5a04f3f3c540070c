view_tests = \
	tests/view/errors.sh \
	tests/view/view.sh
TESTS += $(view_tests)
dist_check_SCRIPTS += $(view_tests)
view_scripts = \
	tests/view/cites-kazakh.script \
	tests/view/cites.script \
	tests/view/choice.script \
	tests/view/columns.script \
	tests/view/find.script \
	tests/view/findings.script \
	tests/view/goto-cited.script \
	tests/view/goto.script \
	tests/view/help.script \
	tests/view/import.script \
	tests/view/instrument-text.script \
	tests/view/instrument.script \
	tests/view/kazakh.script \
	tests/view/live.script \
	tests/view/meetings.script \
	tests/view/narrow.script \
	tests/view/open.script \
	tests/view/places.script \
	tests/view/print.script \
	tests/view/room.script \
	tests/view/search-documents.script \
	tests/view/search-languages.script \
	tests/view/search-wordless.script \
	tests/view/search.script \
	tests/view/tiny.script
EXTRA_DIST += $(view_scripts) tests/view/expected tests/view/library \
	tests/view/paper.txt
