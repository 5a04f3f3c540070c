unit_tests += \
	tests/unit/test_query \
	tests/unit/test_search \
	tests/unit/test_token

tests_unit_test_search_SOURCES = tests/unit/test_search.c $(box_sources)
