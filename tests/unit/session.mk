unit_tests += \
	tests/unit/test_floor_clock \
	tests/unit/test_minutes \
	tests/unit/test_record

tests_unit_test_record_SOURCES = tests/unit/test_record.c $(scratch_sources)
