unit_tests += \
	tests/unit/test_brief_view \
	tests/unit/test_keyboard \
	tests/unit/test_keys \
	tests/unit/test_viewport

tests_unit_test_brief_view_SOURCES = tests/unit/test_brief_view.c \
	$(scratch_sources)
