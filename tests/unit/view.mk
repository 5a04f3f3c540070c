unit_tests += \
	tests/unit/test_keys \
	tests/unit/test_viewport
