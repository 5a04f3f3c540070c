#!/bin/sh
# A library that means harm: the rest of it opens, and no control byte gets
# out, to standard output or standard error, from text, name or message.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

library=$cli_tmp/library
cli_copy_library "$cli_folder/library" "$library"
LECTERN_LIBRARY=$library
export LECTERN_LIBRARY

new_meeting() # ID
{
	mkdir "$library/$1"
	printf 'title: T\ndate: 2001-01-01\nshort: %s\nlanguages: [en]\n' \
		"$1" >"$library/$1/meeting.yaml"
}

new_meeting escape
printf '# T\n\n## 1. \033]0;owned\007\n\n1. a\033[2Jb\302\233c\342\200\256d \300\257 e\000f\n' \
	>"$library/escape/en.md"
new_meeting long
{
	printf '# T\n\n## Paragraph 1\n\n1. '
	head -c 1048576 /dev/zero | tr '\0' 'w'
	echo
} >"$library/long/en.md"
new_meeting many
{
	printf '# T\n\n## Paragraph 1\n\n'
	yes '1.' | head -n 100000
} >"$library/many/en.md"
new_meeting deep
{
	printf '# T\n\n## Paragraph 1\n\n1. a\n\n'
	head -c 100000 /dev/zero | tr '\0' '>'
	echo ' x'
} >"$library/deep/en.md"
mkdir "$library/no-facts" "$library/bad-facts" "$library/folder-text"
printf '# T\n\n## Paragraph 1\n\n1. There.\n' >"$library/no-facts/en.md"
printf 'title: [\n\033[31m: &a *a\n' >"$library/bad-facts/meeting.yaml"
printf '# T\n\n## Paragraph 1\n\n1. There.\n' >"$library/bad-facts/en.md"
mkdir "$library/folder-text/en.md"
printf 'title: T\ndate: 2001-01-01\n' >"$library/folder-text/meeting.yaml"
printf 'title: "\033[1mbold"\nshort: "\302\205"\ndate: 2001-01-02\n' \
	>"$library/$(printf 'esc\033[5mname')" 2>/dev/null
mkdir "$library/$(printf 'dir\033[5mname')"
printf '# T\n\n## Paragraph 1\n\n1. x\n' \
	>"$library/$(printf 'dir\033[5mname')/en.md"

# C0 but newline and tab, DEL, C1, bidi controls, malformed UTF-8.
clean() # FILE...
{
	LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$@" &&
		return 1
	LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$@" && return 1
	LC_ALL=C grep -q "$(printf '\342\200[\216\217\250-\256]')" "$@" &&
		return 1
	LC_ALL=C grep -q "$(printf '\342\201[\246-\251]')" "$@" && return 1
	test -z "$(cat "$@" | tr -d '\0' | LC_ALL=C.UTF-8 grep -axv '.*')"
}

check() # WHAT CODE ARGUMENT...
{
	what=$1
	want=$2
	shift 2
	cli_run "$@"
	cli_exit "$want" "$what: exit code"
	clean "$cli_tmp/out" "$cli_tmp/err"
	cli_ok $? "$what: no control byte gets out"
}

check index 1 index
cli_has out 'bad-facts/meeting.yaml:' 'findings name the file'
check list 0 list
for id in escape long many deep no-facts bad-facts folder-text \
	group-2021-05-27; do
	"$LECTERN" list --ids 2>"$cli_tmp/null" | grep -qx "$id"
	cli_ok $? "$id is listed"
done
check list-json 0 list --json
check show 0 show escape
cli_has err 'escape/en.md:' 'bytes that are no text are named by place'
check show-json 0 show escape --json
check show-long 0 show long --width 80
check show-many 0 show many --width 80
check show-deep 0 show deep --width 80
check show-no-facts 0 show no-facts
cli_has out There 'a meeting without facts is shown'
check show-bad-facts 0 show bad-facts
cli_has out There 'a meeting with broken facts is shown'
check show-folder 0 show folder-text
check show-nowhere 1 show "$(printf 'esc\033[7m\302\233')"
check unknown 2 "$(printf 'x\033[7m')"
check dump 0 dump escape
check doctor 0 doctor
check not-a-library 2 -L "$(printf '/x\033[7m')" list

if test "$(id -u)" = 0; then
	cli_skip 'root may read anything' 'an unreadable text is named'
else
	new_meeting locked
	printf '# T\n' >"$library/locked/en.md"
	chmod 000 "$library/locked/en.md"
	cli_run show locked
	cli_has err locked/en.md 'an unreadable text is named'
fi
cli_end
