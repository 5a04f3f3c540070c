# What lectern-import reads: MARCXML, tables, texts.
import_replays = \
	tests/fuzz/replay_decode \
	tests/fuzz/replay_marc \
	tests/fuzz/replay_parts \
	tests/fuzz/replay_review \
	tests/fuzz/replay_rtf \
	tests/fuzz/replay_table \
	tests/fuzz/replay_tmx
check_PROGRAMS += $(import_replays)
TESTS += $(import_replays)
IMPORT_TEST_LIBS = libimport.a $(LECTERN_LIBS) $(IMPORT_LIBS)
tests_fuzz_replay_decode_SOURCES = tests/fuzz/fuzz_decode.c \
	tests/fuzz/replay.c
tests_fuzz_replay_decode_LDADD = $(IMPORT_TEST_LIBS)
tests_fuzz_replay_marc_SOURCES = tests/fuzz/fuzz_marc.c tests/fuzz/replay.c \
	tests/fuzz/import_check.h
tests_fuzz_replay_marc_LDADD = $(IMPORT_TEST_LIBS)
tests_fuzz_replay_parts_SOURCES = tests/fuzz/fuzz_parts.c tests/fuzz/replay.c
tests_fuzz_replay_parts_LDADD = $(IMPORT_TEST_LIBS)
tests_fuzz_replay_review_SOURCES = tests/fuzz/fuzz_review.c \
	tests/fuzz/replay.c
tests_fuzz_replay_rtf_SOURCES = tests/fuzz/fuzz_rtf.c tests/fuzz/replay.c
tests_fuzz_replay_rtf_LDADD = $(IMPORT_TEST_LIBS)
tests_fuzz_replay_table_SOURCES = tests/fuzz/fuzz_table.c \
	tests/fuzz/replay.c tests/fuzz/import_check.h
tests_fuzz_replay_table_LDADD = $(IMPORT_TEST_LIBS)
tests_fuzz_replay_tmx_SOURCES = tests/fuzz/fuzz_tmx.c tests/fuzz/replay.c
tests_fuzz_replay_tmx_LDADD = $(IMPORT_TEST_LIBS)
EXTRA_DIST += tests/fuzz/corpus-decode tests/fuzz/corpus-marc \
	tests/fuzz/corpus-parts tests/fuzz/corpus-review tests/fuzz/corpus-rtf \
	tests/fuzz/corpus-table tests/fuzz/corpus-tmx
