#!/bin/sh
# The size of functions and files, and where a definition's name stands.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

cd "$top_srcdir" || exit 1
# FILE:LINE: NAME LINES, the lines from the name to the closing brace.
# shellcheck disable=SC2046
awk '
FNR == 1 { inside = 0; head = "" }
/^[A-Za-z_]/ && !/^[A-Za-z_0-9]+:/ { head = $0; at = FNR }
/^{/ { inside = 1 }
/^}/ {
	if (inside) {
		name = head
		sub(/\(.*/, "", name)
		print FILENAME ":" at ": " name " " FNR - at + 1
	}
	inside = 0
}' $(list_c src tests) >"$lint_tmp/functions"

# A test program ends in its table of tests.
awk '$NF > 80 && !($1 ~ /^tests\// && $(NF - 1) == "main")' \
	"$lint_tmp/functions" >"$lint_tmp/found"
test -s "$lint_tmp/functions" || echo 'no function was read' \
	>"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'no function has more than 80 lines'

grep '^src/' "$lint_tmp/functions" |
	awk '{ all++; if ($NF > 50) long++ }
	END { if (long * 10 > all) print long " of " all " have more" }' \
		>"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'nine functions in ten have at most 50 lines'

awk '$2 !~ /^[A-Za-z_][A-Za-z0-9_]*$/ || NF != 3' "$lint_tmp/functions" \
	>"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'the return type stands on its own line'

list_c src include tests | while read -r file; do
	lines=$(wc -l <"$file")
	test "$lines" -le 600 || echo "$file: $lines lines"
done >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'no file has more than 600 lines'
tap_end
