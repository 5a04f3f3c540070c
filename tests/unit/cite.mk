unit_tests += \
	tests/unit/test_catalogue \
	tests/unit/test_cite
EXTRA_DIST += tests/unit/cite_sentences.tsv
