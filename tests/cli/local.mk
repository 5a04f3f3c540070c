cli_tests = \
	tests/cli/catalogue.sh \
	tests/cli/check.sh \
	tests/cli/cite.sh \
	tests/cli/command.sh \
	tests/cli/config.sh \
	tests/cli/doctor.sh \
	tests/cli/encodings.sh \
	tests/cli/export.sh \
	tests/cli/hostile.sh \
	tests/cli/import.sh \
	tests/cli/index.sh \
	tests/cli/instrument.sh \
	tests/cli/list.sh \
	tests/cli/live.sh \
	tests/cli/locale.sh \
	tests/cli/pipe.sh \
	tests/cli/print.sh \
	tests/cli/print_changed.sh \
	tests/cli/print_html.sh \
	tests/cli/print_pdf.sh \
	tests/cli/print_to.sh \
	tests/cli/record.sh \
	tests/cli/sample.sh \
	tests/cli/search.sh \
	tests/cli/show.sh \
	tests/cli/words.sh \
	tests/cli/writer.sh \
	tests/cli/writing.sh
TESTS += $(cli_tests)
dist_check_SCRIPTS += $(cli_tests)
EXTRA_DIST += \
	tests/cli/lib.sh \
	tests/cli/print_sample.awk \
	tests/cli/expected \
	tests/cli/library
