#!/bin/sh
# Every document in cases/: the draft made of it, against NAME.draft beside it,
# and that no word of it was lost; whole, and wrapped by fold(1). UPDATE=1
# writes the drafts anew.
top_srcdir=${top_srcdir-$(dirname "$0")/../..}
top_builddir=${top_builddir-.}
make=$top_builddir/tests/draft/make
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
LANGUAGE=
export LANGUAGE

cd "$top_srcdir/tests/draft" || exit 99
set -- cases/*.txt cases/*.md
echo "1..$((3 * $#))"
n=0

tell() # NAME STATUS FILE
{
	n=$((n + 1))
	if test "$2" = 0; then
		echo "ok $n - $1"
		return
	fi
	echo "not ok $n - $1"
	sed 's/^/# /' "$3"
}

for file; do
	"$make" "$file" >"$tmp/draft" 2>"$tmp/lost"
	tell "$file: no word is lost" "$?" "$tmp/lost"
	test -n "$UPDATE" && cp "$tmp/draft" "$file.draft"
	diff "$file.draft" "$tmp/draft" >"$tmp/diff" 2>&1
	tell "$file: its draft" "$?" "$tmp/diff"
	fold -s -w 72 "$file" >"$tmp/${file##*/}"
	"$make" "$tmp/${file##*/}" >"$tmp/draft" 2>"$tmp/lost"
	tell "$file, wrapped: no word is lost" "$?" "$tmp/lost"
done
