#!/bin/sh
# Points that changed since they were last printed are marked, until they are
# printed again; what is remembered is small and belongs to the person.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY
cd "$cli_tmp" || exit 1
english=library/group-2021-05-27/en.md

# The lines that a bar stands beside.
bars() # FILE
{
	tr -d '\f' <"$1" | grep '^|' | sed 's/^|[ 0-9.]*//; s/ *$//'
}

cli_run print group --force -l en -o notes.txt
test "$cli_code" = 0 && test -z "$(bars notes.txt)"
cli_ok $? 'what was never printed has not changed'
find home -type f >files
test "$(wc -l <files)" = 1 && grep -q '/lectern/printed/' files &&
	test "$(wc -c <"$(cat files)")" -lt 400
cli_ok $? 'a small file in the folder of the person remembers it'
test "$(stat -c %a "$(cat files)")" = 600
cli_ok $? 'that nobody else reads'

sed -i 's/^1\. \(.*\)/1. Changed. \1/' $english
grep -q 'Changed\.' $english || echo 'Bail out! the sample has no points'
cli_run print group --force -l en -o - --page-length 0
cp "$cli_tmp/out" seen.txt
bars seen.txt >first
grep -q '^Changed\.' first
cli_ok $? 'a point with other words is marked'
cli_run print group --force -l en -o notes.txt --page-length 0
bars notes.txt >second
cmp -s first second
cli_ok $? 'what only went to the output is not on paper: marked again'
cli_run print group --force -l en -o notes.txt --page-length 0
test "$cli_code" = 0 && test -z "$(bars notes.txt)"
cli_ok $? 'printed once more, it is no longer marked'

# On the screen, too.
sed -i 's/Changed\./Altered./' $english
printf 'goto 3.1.2/1\nsave-screen seen.screen\n' >seen.script
cli_run open group --script seen.script --size 60x20
grep -q '^ *[+▌].*1\.' seen.screen && grep -q 'changed since printed' seen.screen
cli_ok $? 'a changed point says so on the screen'
printf 'goto 3.1.2/2\nsave-screen seen.screen\n' >seen.script
cli_run open group --script seen.script --size 60x20
grep -q '^+1\.' seen.screen
cli_ok $? 'and has a sign beside it'
cli_run print group --force -l ru -o notes.txt --page-length 0
test "$cli_code" = 0 && test -z "$(bars notes.txt)"
cli_ok $? 'the other language has not changed'
cli_run print group --force -l en --plain -o - --page-length 0
cp "$cli_tmp/out" seen.txt
test -z "$(bars seen.txt)"
cli_ok $? 'a text that is handed in has no bars'
cli_run print group --force -l ru,en --width 100 -o notes.txt --page-length 0
grep -q '^|.*Altered\.' notes.txt
cli_ok $? 'a row is marked where either language changed'
sed -i 's/Altered\./Mended./' $english
cli_run print group --force -l en -o notes.html
grep -q '<div class="row point changed"' notes.html
cli_ok $? 'in a browser, too'

# A point that moved has the same words.
sed -i 's/Mended\.//' $english
cli_run print group --force -l en -o notes.txt
awk '/^1\. / && !done { print "1. Quite new.\n"; sub(/^1/, "2"); done = 1 }
	{ print }' $english >moved && cp moved $english
cli_run print group --force -l en -o notes.txt --page-length 0
test "$(bars notes.txt)" = 'Quite new.'
cli_ok $? 'of a point put in before others only that one is marked'

echo 'no such thing' >"$(cat files)"
cli_run print group --force -l en -o notes.txt
cli_exit 0 'what is broken there does not matter'
cli_end
