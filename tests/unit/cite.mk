unit_tests += \
	tests/unit/test_catalogue \
	tests/unit/test_cite \
	tests/unit/test_instrument
EXTRA_DIST += tests/unit/cite_sentences.tsv
