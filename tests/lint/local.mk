lint_tests = \
	tests/lint/banned.sh \
	tests/lint/format.sh \
	tests/lint/headers.sh \
	tests/lint/layers.sh \
	tests/lint/planted.sh \
	tests/lint/scripts.sh \
	tests/lint/size.sh \
	tests/lint/state.sh \
	tests/lint/tree.sh \
	tests/lint/words.sh
TESTS += $(lint_tests)
dist_check_SCRIPTS += $(lint_tests)
EXTRA_DIST += tests/lint/lib.sh
