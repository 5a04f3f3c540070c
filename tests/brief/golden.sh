#!/bin/sh
# Every text in texts/ and every meeting in meetings/: what the model makes of
# it, and what it says about it, against the files beside it. UPDATE=1 writes
# these files anew.
top_srcdir=${top_srcdir-$(dirname "$0")/../..}
top_builddir=${top_builddir-.}
dump=$top_builddir/tests/brief/dump
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
LANGUAGE=
export LANGUAGE

cd "$top_srcdir/tests/brief" || exit 99
set -- texts/*.md
texts=$#
set -- meetings/*/
echo "1..$((2 * (texts + $#) + 1))"
n=0

compare() # NAME EXPECTED GOT
{
	n=$((n + 1))
	test -n "$UPDATE" && cp "$3" "$2"
	if cmp -s "$2" "$3"; then
		echo "ok $n - $1"
		return
	fi
	echo "not ok $n - $1"
	diff "$2" "$3" 2>&1 | sed 's/^/# /'
}

for file in texts/*.md; do
	base=${file%.md}
	"$dump" "$file" >"$tmp/tree" 2>"$tmp/diag"
	compare "$base.tree" "$base.tree" "$tmp/tree"
	compare "$base.diag" "$base.diag" "$tmp/diag"
done

for folder in meetings/*/; do
	folder=${folder%/}
	set --
	test -f "$folder/places" && while IFS= read -r place; do
		set -- "$@" "$place"
	done <"$folder/places"
	"$dump" "$folder" "$@" >"$tmp/tree" 2>"$tmp/diag"
	compare "$folder.tree" "$folder.tree" "$tmp/tree"
	compare "$folder.diag" "$folder.diag" "$tmp/diag"
done

# What a finding is called is part of the format.
n=$((n + 1))
cat texts/*.diag meetings/*.diag | sed -n 's/.*\[\([a-z0-9-]*\)\]$/\1/p' |
	sort -u >"$tmp/rules"
while read -r rule; do
	grep -q "\`$rule\`" ../../doc/format.md || echo "# $rule"
done <"$tmp/rules" >"$tmp/missing"
if test -s "$tmp/rules" && ! test -s "$tmp/missing"; then
	echo "ok $n - doc/format.md lists every finding"
else
	echo "not ok $n - doc/format.md lists every finding"
	cat "$tmp/missing"
fi
