#!/bin/sh
# What git holds: nothing that is generated, and all of it is released.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

generated='nothing that is generated is versioned'
released='every versioned file is in the release'
if ! is_checkout; then
	tap_skip 'not a git checkout' "$generated"
	tap_skip 'not a git checkout' "$released"
	tap_end
	exit
fi
cd "$top_srcdir" || exit 1
git ls-files | while read -r file; do
	test -e "$file" && echo "$file"
done >"$lint_tmp/versioned"

# -c core.excludesFile: a developer's own ignore rules are not the tree's.
git -c core.excludesFile=/dev/null ls-files -c -i --exclude-standard \
	>"$lint_tmp/found"
grep -E '^config\.h(\.in)?$|(^|/)(configure|Makefile\.in|aclocal\.m4)$|\.(o|a|gmo|pot|trs|log|db)$' \
	"$lint_tmp/versioned" >>"$lint_tmp/found"
tap_empty "$lint_tmp/found" "$generated"

# A folder may be listed for all that is in it.
(
	unset MAKEFLAGS MFLAGS MAKELEVEL
	make -s --no-print-directory -C "$top_builddir" print-released
) 2>"$lint_tmp/errors" | sort -u >"$lint_tmp/released"
if test -s "$lint_tmp/released"; then
	awk -v list="$lint_tmp/released" '
	BEGIN { while ((getline line < list) > 0) has[line] = 1 }
	/^po\// || /(^|\/)\.git(ignore|attributes|keep)$/ { next }
	{
		path = $0
		while (!(path in has) && sub(/\/[^\/]*$/, "", path))
			;
		if (!(path in has))
			print $0 ": in no EXTRA_DIST, no list of sources"
	}' "$lint_tmp/versioned" >"$lint_tmp/found"
else
	{
		echo 'make print-released printed nothing'
		cat "$lint_tmp/errors"
	} >"$lint_tmp/found"
fi
tap_empty "$lint_tmp/found" "$released"

tap_end
