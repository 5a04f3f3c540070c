unit_tests += \
	tests/unit/test_columns \
	tests/unit/test_filter \
	tests/unit/test_frame \
	tests/unit/test_lossless \
	tests/unit/test_output \
	tests/unit/test_text
EXTRA_DIST += tests/unit/random_text.h tests/unit/sample_row.h
