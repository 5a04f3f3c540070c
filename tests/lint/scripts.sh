#!/bin/sh
# Shell scripts parse, and shellcheck finds nothing worse than a matter of
# style in them.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

cd "$top_srcdir" || exit 1
find tools tests .ci -type f -print 2>/dev/null | sort |
	while read -r file; do
		case $(head -n 1 "$file" | tr -d '\0') in
		'#!/bin/sh'*) echo "sh $file" ;;
		'#!/'*bash*) echo "bash $file" ;;
		*) case $file in *.sh) echo "sh $file" ;; esac ;;
		esac
	done >"$lint_tmp/scripts"

while read -r shell file; do
	"$shell" -n "$file" 2>&1
done <"$lint_tmp/scripts" >"$lint_tmp/found"
test -s "$lint_tmp/scripts" || echo 'no script was found' >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'shell scripts parse'

if command -v shellcheck >/dev/null 2>&1; then
	while read -r shell file; do
		shellcheck --severity=warning --shell="$shell" --format=gcc \
			--exclude=SC1090,SC1091,SC2034,SC2154 "$file" 2>&1
	done <"$lint_tmp/scripts" >"$lint_tmp/found"
	tap_empty "$lint_tmp/found" 'shellcheck has nothing to warn of'
else
	tap_skip 'no shellcheck' 'shellcheck has nothing to warn of'
fi
tap_end
