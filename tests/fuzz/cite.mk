check_PROGRAMS += tests/fuzz/replay_cite
TESTS += tests/fuzz/replay_cite
tests_fuzz_replay_cite_SOURCES = tests/fuzz/fuzz_cite.c tests/fuzz/replay.c
tests_fuzz_replay_cite_LDADD = $(LECTERN_LIBS)
EXTRA_DIST += \
	tests/fuzz/corpus-cite/ar-0 \
	tests/fuzz/corpus-cite/ar-1 \
	tests/fuzz/corpus-cite/ar-2 \
	tests/fuzz/corpus-cite/en-0 \
	tests/fuzz/corpus-cite/en-1 \
	tests/fuzz/corpus-cite/en-2 \
	tests/fuzz/corpus-cite/en-3 \
	tests/fuzz/corpus-cite/en-4 \
	tests/fuzz/corpus-cite/en-5 \
	tests/fuzz/corpus-cite/es-0 \
	tests/fuzz/corpus-cite/es-1 \
	tests/fuzz/corpus-cite/es-2 \
	tests/fuzz/corpus-cite/fr-0 \
	tests/fuzz/corpus-cite/fr-1 \
	tests/fuzz/corpus-cite/fr-2 \
	tests/fuzz/corpus-cite/kk-0 \
	tests/fuzz/corpus-cite/kk-1 \
	tests/fuzz/corpus-cite/kk-2 \
	tests/fuzz/corpus-cite/letter-of-council \
	tests/fuzz/corpus-cite/ru-0 \
	tests/fuzz/corpus-cite/ru-1 \
	tests/fuzz/corpus-cite/ru-2 \
	tests/fuzz/corpus-cite/volume-control \
	tests/fuzz/corpus-cite/zh-0 \
	tests/fuzz/corpus-cite/zh-1 \
	tests/fuzz/corpus-cite/zh-2
