unit_tests += \
	tests/unit/test_check_rules \
	tests/unit/test_check_scan
check_box_sources = tests/unit/check_box.c tests/unit/check_box.h
tests_unit_test_check_rules_SOURCES = tests/unit/test_check_rules.c \
	$(check_box_sources)
EXTRA_DIST += tests/unit/check_cases.tsv
