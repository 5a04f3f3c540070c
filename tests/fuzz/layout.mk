check_PROGRAMS += tests/fuzz/replay_layout
TESTS += tests/fuzz/replay_layout
tests_fuzz_replay_layout_SOURCES = tests/fuzz/fuzz_layout.c tests/fuzz/replay.c
tests_fuzz_replay_layout_LDADD = $(LECTERN_LIBS)
EXTRA_DIST += \
	tests/fuzz/corpus-layout/arabic \
	tests/fuzz/corpus-layout/chinese-narrow \
	tests/fuzz/corpus-layout/devanagari \
	tests/fuzz/corpus-layout/hostile \
	tests/fuzz/corpus-layout/russian \
	tests/fuzz/corpus-layout/stacked \
	tests/fuzz/corpus-layout/table \
	tests/fuzz/corpus-layout/wide
