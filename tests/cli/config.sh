#!/bin/sh
# The configuration: which library, and what is wrong with it.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$HOME/lib"
mkdir -p "$HOME/.config/lectern" "$cli_tmp/other"
config=$HOME/.config/lectern/config
cd "$cli_tmp/other" || exit 1

# shellcheck disable=SC2088 # the program reads the tilde, not the shell
echo 'library = ~/lib' >"$config"
cli_run list --ids
cli_exit 0 'the library that the configuration names'
cli_has out port-2019-11-05 'is the one that opens'
cp "$cli_tmp/out" "$cli_tmp/wanted"
echo "library = $HOME/lib" >"$config"
cli_run list --ids
cmp -s "$cli_tmp/out" "$cli_tmp/wanted"
cli_ok $? 'so is one by its whole path'

mkdir -p "$cli_tmp/near/only"
printf 'title: T\ndate: 2020-01-01\n' >"$cli_tmp/near/only/meeting.yaml"
cd "$cli_tmp/near" || exit 1
cli_run list --ids
test "$(cat "$cli_tmp/out")" = only
cli_ok $? 'the library one stands in comes first'
cd "$cli_tmp/other" || exit 1
LECTERN_LIBRARY=$cli_tmp/near cli_run list --ids
test "$(cat "$cli_tmp/out")" = only
cli_ok $? 'so does $LECTERN_LIBRARY'
cli_run -L "$cli_tmp/near" list --ids
test "$(cat "$cli_tmp/out")" = only
cli_ok $? 'and -L'

for name in "$cli_tmp/nowhere" lib "$config"; do
	echo "library = $name" >"$config"
	cli_run list
	cli_exit 2 "a library that is none: $name"
	cli_has err 'The configuration names the library' 'who named it is said'
done

# Wrong lines are said and do not keep the program from opening.
printf 'libary = x\nlibrary = %s\nbind brief\n' "$HOME/lib" >"$config"
cli_run list --ids
cli_exit 0 'wrong lines do not stop the program'
cmp -s "$cli_tmp/out" "$cli_tmp/wanted"
cli_ok $? 'and the others count'
cli_expect config-wrong 'file, line and cure are named'

cli_run doctor
cli_exit 1 'for the doctor they are problems'
cli_has out "$config:1: warning: There is no setting" 'with file and line'
cli_has out "$config:3: warning: A binding needs" 'each of them'
test ! -s "$cli_tmp/err"
cli_ok $? 'said once'
echo "library = $HOME/lib" >"$config"
cli_run doctor --json
cli_has out "\"path\": \"$config\"" 'the doctor says which file was read'
cli_has out '"settings": "1"' 'and how much it sets'
rm "$config"
cli_run doctor
cli_has out 'there is none' 'or that there is none'
mkdir "$config"
cli_run -L "$HOME/lib" list --ids
cli_exit 0 'a folder in its place stops nothing'
cli_has err 'the defaults hold' 'and is said'
rmdir "$config"
mkfifo "$config"
cli_run -L "$HOME/lib" list --ids
cli_exit 0 'nor does a pipe'
cli_end
