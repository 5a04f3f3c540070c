#!/bin/sh
# What translators, readers of the manual and later authors rely on.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

cd "$top_srcdir" || exit 1
sh tools/potfiles --print | diff po/POTFILES.in - >"$lint_tmp/found" 2>&1 ||
	echo 'run tools/potfiles' >>"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'po/POTFILES.in lists every file with messages'

# Spelled apart, or this script would find itself.
unfinished='TO''DO|FIX''ME'
hidden='shared/des''ign|iss''ue #?[0-9]'
find src include tests tools data doc po briefs configure.ac Makefile.am \
	README.md HACKING NEWS -type f -print 2>/dev/null >"$lint_tmp/all"
xargs grep -nIE "$unfinished" <"$lint_tmp/all" /dev/null >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'nothing is marked as still to be done'

xargs grep -nIiE "$hidden" <"$lint_tmp/all" /dev/null >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'nothing points to what is not in the tree'

find doc -name '*.[1-8]' -print | sort >"$lint_tmp/manual"
what='manual pages are well formed'
if test ! -s "$lint_tmp/manual"; then
	tap_skip 'there is no manual page' "$what"
elif ! command -v mandoc >/dev/null 2>&1; then
	tap_skip 'no mandoc' "$what"
else
	while read -r page; do
		mandoc -T lint -W warning "$page"
	done <"$lint_tmp/manual" >"$lint_tmp/found" 2>&1
	tap_empty "$lint_tmp/found" "$what"
fi
tap_end
