#!/bin/sh
# Files and folders that may not be read: named, and the rest is shown. Root
# may read anything, so that root runs this as somebody else.
. "${top_srcdir-$(dirname "$0")/../..}/tests/bad/lib.sh"

if test "$(id -u)" = 0; then
	chmod 777 "$bad_tmp" "$HOME" "$lib"
	drop='setpriv --reuid=65534 --regid=65534 --clear-groups'
	if ! $drop test -x "$LECTERN" 2>/dev/null; then
		bad_skip 'run by root in a place that others cannot see' \
			'what may not be read is named'
		bad_end
		exit
	fi
else
	drop=
fi

# shellcheck disable=SC2086
run_as_other() # ARGUMENT...
{
	status=0
	timeout $bad_seconds $drop "$LECTERN" -L "$lib" "$@" >"$out" \
		2>"$err" </dev/null || status=$?
	cat "$out" "$err" >"$both"
}

good_meeting
new_meeting locked
printf '# T\n\n## Paragraph 1\n\n1. Secret.\n' >"$lib/locked/en.md"
printf '# T\n\n## Paragraph 1\n\n1. Open.\n' >"$lib/locked/ru.md"
chmod 000 "$lib/locked/en.md"
new_meeting locked-facts
printf '# T\n\n## Paragraph 1\n\n1. Open.\n' >"$lib/locked-facts/en.md"
chmod 000 "$lib/locked-facts/meeting.yaml"
new_meeting locked-folder
printf '# T\n\n## Paragraph 1\n\n1. Secret.\n' >"$lib/locked-folder/en.md"
chmod 000 "$lib/locked-folder"

run_as_other index
bad_fit index
bad_says '^locked/en.md' 'index names the text'
bad_says '^locked-facts/meeting.yaml' 'index names the facts'
bad_says 'locked-folder' 'index names the folder'
run_as_other show good
bad_says 'A sound point' 'the rest of the library opens'
run_as_other show locked -l ru
bad_says 'Open' 'the other language is shown'
run_as_other show locked
bad_says '^locked/en.md' 'show names the text'
run_as_other show locked-facts
bad_says 'Open' 'a text is shown without its facts'
run_as_other show locked-folder
bad_fit 'a folder that may not be read'

# A library that cannot be written to is read all the same.
chmod 755 "$lib/locked-folder"
rm -rf "$lib/.lectern"
chmod 555 "$lib"
run_as_other show good
bad_fit 'a library that cannot be written to'
bad_says 'A sound point' '  is shown'
run_as_other list
bad_says 'good' '  is listed'
chmod 777 "$lib"
bad_end
