# A target NAME is fuzz_NAME.c with its corpus in corpus-NAME; it is named in
# fuzz_targets, and built with replay.c into replay_NAME, which runs it on the
# corpus in `make check`. To look for more, with clang:
#
#	configure CC=clang --enable-fuzzers --enable-sanitizers \
#		CFLAGS='-g -O1 -fsanitize=fuzzer-no-link'
#	make fuzz
#	tests/fuzz/fuzz_brief -max_total_time=180 FOUND tests/fuzz/corpus-brief
fuzz_targets = brief cite decode draft facts layout marc parts query \
	review rtf table tmx write

include tests/fuzz/cite.mk
include tests/fuzz/import.mk
include tests/fuzz/layout.mk
include tests/fuzz/query.mk

tests_fuzz_replay_brief_SOURCES = tests/fuzz/fuzz_brief.c tests/fuzz/replay.c
tests_fuzz_replay_facts_SOURCES = tests/fuzz/fuzz_facts.c tests/fuzz/replay.c
tests_fuzz_replay_write_SOURCES = tests/fuzz/fuzz_write.c tests/fuzz/replay.c

fuzz_replays = \
	tests/fuzz/replay_brief \
	tests/fuzz/replay_facts \
	tests/fuzz/replay_write
check_PROGRAMS += $(fuzz_replays)
TESTS += $(fuzz_replays)
EXTRA_DIST += \
	tests/fuzz/corpus-brief \
	tests/fuzz/corpus-facts \
	tests/fuzz/corpus-write

.PHONY: fuzz
if FUZZERS
fuzz: liblectern.a libimport.a
	$(AM_V_at)for name in $(fuzz_targets); do \
		$(CC) $(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(AM_CFLAGS) \
			$(CFLAGS) -fsanitize=fuzzer \
			-o tests/fuzz/fuzz_$$name \
			-I$(srcdir)/tests/draft \
			$(srcdir)/tests/fuzz/fuzz_$$name.c \
			$(srcdir)/tests/draft/lost.c \
			$(IMPORT_TEST_LIBS) \
			|| exit 1; \
	done
CLEANFILES += tests/fuzz/fuzz_brief tests/fuzz/fuzz_cite \
	tests/fuzz/fuzz_decode tests/fuzz/fuzz_draft tests/fuzz/fuzz_facts tests/fuzz/fuzz_layout \
	tests/fuzz/fuzz_marc tests/fuzz/fuzz_query tests/fuzz/fuzz_review \
	tests/fuzz/fuzz_table tests/fuzz/fuzz_tmx tests/fuzz/fuzz_write
endif
