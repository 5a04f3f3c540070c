#!/bin/sh
# Outside src/tui nothing is kept between calls but what the caller holds:
# the library has no variable that can be written to.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

# Never written: what an empty buffer's data points at.
allowed='buffer_empty'
what='no mutable variable outside src/tui'
library=$top_builddir/liblectern.a

if ! test -f "$library" || ! command -v nm >/dev/null 2>&1; then
	tap_skip 'no liblectern.a, or no nm (Debian: binutils)' "$what"
elif nm "$library" 2>/dev/null | grep -q '__asan_init'; then
	tap_skip 'sanitizers add variables of their own' "$what"
else
	# name|value|class|type|size|line|section; .data.rel.ro is constant
	# once the program is loaded.
	nm -f sysv "$library" | awk -F'|' -v allowed=" $allowed " '
	/^[^|]*\.o(\]?):/ || /^Symbols from/ {
		object = $0
		sub(/.*\[/, "", object)
		sub(/\].*/, "", object)
	}
	NF >= 7 {
		gsub(/ /, "")
		symbols++
		if ($7 !~ /^\.(t?bss|t?data)/ && $7 !~ /COM/) next
		if ($7 ~ /^\.data\.rel\.ro/) next
		if ($4 == "SECTION" || $1 ~ /^\./) next
		if (index(allowed, " " $1 " ")) next
		print object ": " $1 " is in " $7
	}
	END { if (!symbols) print "no symbols were read" }' \
		>"$lint_tmp/found"
	tap_empty "$lint_tmp/found" "$what"
fi
tap_end
