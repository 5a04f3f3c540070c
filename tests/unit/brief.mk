unit_tests += \
	tests/unit/test_brief \
	tests/unit/test_brief_write \
	tests/unit/test_meeting \
	tests/unit/test_review \
	tests/unit/test_section_id \
	tests/unit/test_sentence
