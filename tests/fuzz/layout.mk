fuzz_targets += tests/fuzz/fuzz_layout
EXTRA_DIST += tests/fuzz/corpus-layout
