unit_tests += \
	tests/unit/test_buffer
