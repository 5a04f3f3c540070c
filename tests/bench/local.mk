# Measuring is not testing: nothing here runs under `make check`.
bench_tools = \
	tests/bench/checking \
	tests/bench/follow \
	tests/bench/generate \
	tests/bench/keys \
	tests/bench/measure \
	tests/bench/pty_bench
EXTRA_PROGRAMS += $(bench_tools)
CLEANFILES += $(bench_tools)
tests_bench_checking_SOURCES = tests/bench/checking.c
tests_bench_checking_LDADD = $(LECTERN_LIBS)
tests_bench_follow_SOURCES = tests/bench/follow.c tests/bench/session.c \
	tests/bench/session.h
tests_bench_follow_LDADD = -lutil
tests_bench_generate_SOURCES = tests/bench/generate.c tests/bench/words.c \
	tests/bench/words.h
tests_bench_generate_LDADD =
tests_bench_keys_SOURCES = tests/bench/keys.c
tests_bench_keys_LDADD = $(LECTERN_LIBS)
tests_bench_measure_SOURCES = tests/bench/measure.c
tests_bench_measure_LDADD =
tests_bench_pty_bench_SOURCES = tests/bench/pty_bench.c \
	tests/bench/session.c tests/bench/session.h
tests_bench_pty_bench_LDADD = -lutil
EXTRA_DIST += tests/bench/check.sh tests/bench/import.sh tests/bench/print.sh \
	tests/bench/report.awk tests/bench/run

bench: all $(bench_tools)
	LECTERN='$(abs_top_builddir)/lectern' BENCH_TOOLS=tests/bench \
		sh $(srcdir)/tests/bench/run
.PHONY: bench
