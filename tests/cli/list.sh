#!/bin/sh
# lectern list: order, columns, words, widths, JSON.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cli_case list list
cli_case list-80 list --width 80
cli_case list-40 list --width 40
cli_case list-20 list --width 20
cli_case list-words ls shared WATERS 2021
cli_case list-nothing list no such words
cli_case list-ids list --ids
cli_case list-json list --json
cli_case list-json-nothing list --json nothing

# No word of a title is cut at any width.
words='Extraordinary consultations governmental pilotage approaches'
for width in 20 25 33 47 61 79 80 100 133 200 500; do
	cli_run list --width $width
	missing=0
	for word in $words; do
		grep -qw "$word" "$cli_tmp/out" || missing=1
	done
	cli_ok $missing "no word is cut at $width cells"
	cli_widths $width
	cli_ok $? "no line is wider than $width cells"
done

mkdir "$cli_tmp/empty"
cli_case list-empty -L "$cli_tmp/empty" list

# Without a terminal, `lectern` alone is the list.
"$LECTERN" list >"$cli_tmp/list"
cli_run
cmp -s "$cli_tmp/list" "$cli_tmp/out"
cli_ok $? 'without a terminal, lectern alone prints the list'
cli_end
