#!/bin/sh
# The layout of the source is clang-format's, by the tree's .clang-format.
# Other versions than 14 decide some lines otherwise.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

what='the source stands as clang-format 14 sets it'
tool=
for name in clang-format-14 clang-format; do
	if "$name" --version 2>/dev/null | grep -q 'version 14\.'; then
		tool=$name
		break
	fi
done
if test -z "$tool"; then
	tap_skip 'no clang-format 14' "$what"
else
	cd "$top_srcdir" || exit 1
	for file in $(list_c src include tests); do
		"$tool" --style=file "$file" | cmp -s - "$file" ||
			echo "$file: run tools/format"
	done >"$lint_tmp/found"
	tap_empty "$lint_tmp/found" "$what"
fi
tap_end
