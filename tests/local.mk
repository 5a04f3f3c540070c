# All tests run under `make check`; each prints TAP.
TESTS =
check_PROGRAMS =
dist_check_SCRIPTS =
unit_tests =
TEST_EXTENSIONS = .sh
TAP_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(TAP_DRIVER)
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/cmocka-tap
SH_LOG_DRIVER = $(TAP_DRIVER)
if SANITIZERS
sanitized = yes
else
sanitized = no
endif
AM_TESTS_ENVIRONMENT = \
	LECTERN_SANITIZED='$(sanitized)'; export LECTERN_SANITIZED; \
	CC='$(CC)'; export CC; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	LECTERN='$(abs_top_builddir)/lectern'; export LECTERN; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	top_builddir='$(abs_top_builddir)'; export top_builddir;
LDADD = $(LECTERN_LIBS) $(CMOCKA_LIBS)
EXTRA_PROGRAMS =

include tests/unit/base.mk
include tests/unit/brief.mk
include tests/unit/check.mk
include tests/unit/cite.mk
include tests/unit/layout.mk
include tests/unit/store.mk
include tests/unit/search.mk
include tests/unit/session.mk
include tests/unit/notes.mk
include tests/unit/view.mk
include tests/unit/cmd.mk
include tests/brief/local.mk
include tests/check/local.mk
include tests/draft/local.mk
include tests/store/local.mk
include tests/cli/local.mk
include tests/view/local.mk
include tests/tui/local.mk
include tests/bad/local.mk
include tests/lint/local.mk
include tests/fuzz/local.mk
include tests/bench/local.mk

# Unit tests need cmocka; everything else runs without it.
if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif
EXTRA_PROGRAMS += $(unit_tests)

# The unit tests again, each under valgrind's memcheck; but for one that kills
# its children in the middle of their work, when nothing has been freed.
VALGRIND = valgrind
check-valgrind: $(check_PROGRAMS)
	@list=; for test in $(unit_tests); do \
		test $$test = tests/unit/test_store_faults || \
			list="$$list $$test"; \
	done; \
	$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS="$$list" \
		LOG_COMPILER='$(LOG_COMPILER) $(VALGRIND)' \
		LOG_FLAGS='-q --error-exitcode=99 --leak-check=full \
			--suppressions=$(abs_srcdir)/tests/valgrind.supp'
.PHONY: check-valgrind
EXTRA_DIST += tests/cmocka-tap tests/valgrind.supp
