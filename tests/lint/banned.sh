#!/bin/sh
# Functions that are not used, and those that only one file may use.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

# shellcheck disable=SC2046
strip_c $(list_c src include) >"$lint_tmp/code"
test -s "$lint_tmp/code" || echo 'no source was read' >"$lint_tmp/code"

find_calls() # NAMES-REGEX [FILES THAT MAY]
{
	grep -E "(^|[^A-Za-z0-9_>.])($1)[ 	]*\(" "$lint_tmp/code" |
		grep -vE "^(${2-none}):" >"$lint_tmp/found"
}

find_calls 'system|popen|wordexp'
tap_empty "$lint_tmp/found" 'no command goes through a shell of the C library'

find_calls 'strcpy|stpcpy|strcat|strncat|sprintf|vsprintf|gets|alloca'
tap_empty "$lint_tmp/found" 'no function that writes without a bound'

find_calls 'strtok|atoi|atol|atoll|atof|f?scanf|sscanf|rand|tmpnam|tempnam|mktemp'
tap_empty "$lint_tmp/found" 'no function that cannot report a failure'

find_calls '(mvw?|w|vw_?|vw)?printw|w?addw?str|mvw?addstr'
tap_empty "$lint_tmp/found" 'no text reaches curses but a cell at a time'

find_calls 'printf|vprintf|puts|putchar|putc|fputs|fputc|putwchar|fprintf|vfprintf|perror|dprintf|vdprintf|psignal|err|errx|warn|warnx' \
	'src/layout/output\.c'
tap_empty "$lint_tmp/found" 'only src/layout/output.c writes to standard output'

# The one way out but main: no memory left. (An assert says that this program
# is wrong, never that its input is.)
find_calls 'exit|abort|quick_exit' 'src/main\.c|src/base/memory\.c'
tap_empty "$lint_tmp/found" 'only main ends the program'

find_calls 'malloc|calloc|realloc|strdup|strndup|asprintf|vasprintf' \
	'src/base/memory\.c'
tap_empty "$lint_tmp/found" 'memory comes from the base, which checks it'

find_calls 'signal|longjmp|setjmp'
tap_empty "$lint_tmp/found" 'no function that leaves what a signal does open'

grep -E ': [ 	]*typedef[ 	]+(struct|enum|union)' "$lint_tmp/code" |
	grep -v '(\*' >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'no typedef hides a struct'
tap_end
