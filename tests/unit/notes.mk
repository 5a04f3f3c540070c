unit_tests += tests/unit/test_notes tests/unit/test_pages
tests_unit_test_notes_SOURCES = tests/unit/test_notes.c \
	tests/unit/notes_sample.c tests/unit/notes_sample.h
tests_unit_test_pages_SOURCES = tests/unit/test_pages.c \
	tests/unit/notes_sample.c tests/unit/notes_sample.h
unit_tests += tests/unit/test_notes_html
tests_unit_test_notes_html_SOURCES = tests/unit/test_notes_html.c \
	tests/unit/notes_sample.c tests/unit/notes_sample.h
unit_tests += tests/unit/test_printed
tests_unit_test_printed_SOURCES = tests/unit/test_printed.c \
	tests/unit/notes_sample.c tests/unit/notes_sample.h $(scratch_sources)
