#!/bin/sh
# Every header compiles alone: whoever includes it needs to know no other.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

if ! ${CC-cc} --version >/dev/null 2>&1; then
	tap_skip 'no compiler' 'headers compile alone'
	tap_end
	exit
fi
for header in $(list_c include src | grep '\.h$'); do
	case $header in
	src/*) flags=$(pkg-config --cflags ncursesw sqlite3 pangocairo 2>/dev/null) ;;
	*) flags= ;;
	esac
	printf '#include "%s"\n' "$top_srcdir/$header" >"$lint_tmp/alone.c"
	# shellcheck disable=SC2086
	${CC-cc} -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Werror -fsyntax-only \
		-I"$top_srcdir/include" -I"$top_builddir" $flags \
		"$lint_tmp/alone.c" >"$lint_tmp/found" 2>&1
	tap_empty "$lint_tmp/found" "$header compiles alone"
done
for header in $(list_c include src | grep '\.h$'); do
	guard=$(grep -c '^#ifndef [A-Z0-9_]*_H$' "$top_srcdir/$header")
	test "$guard" = 1 || echo "$header: no include guard"
	head -n 1 "$top_srcdir/$header" | grep -q '^/\*' ||
		echo "$header: does not begin by saying what it is"
done >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'headers have a guard and begin with a comment'
tap_end
