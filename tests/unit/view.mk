unit_tests += \
	tests/unit/test_brief_view \
	tests/unit/test_keyboard \
	tests/unit/test_keys \
	tests/unit/test_viewport
