#!/bin/sh
# Writing from the screen: the editor, a point's role, priority and cue, a
# finding that may stay; and nothing of it in the room.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cd "$cli_tmp" || exit 1
LECTERN_TIME=1622110440
export LECTERN_TIME
unset VISUAL
meeting=lib/oewg-2021-06-01

writing_library()
{
	rm -rf lib home/.local
	mkdir -p $meeting
	printf 'title: T\ndate: 2021-06-01\nlanguages: [ru, en]\n' \
		>$meeting/meeting.yaml
	printf '# П\n\n## 2.2.4\n\n1. Нас 25.\n2. Второй.\n\n## 2.2.5\n\n1. Да.\n' \
		>$meeting/ru.md
	printf '# P\n\n## 2.2.4\n\n1. We are 26.\n2. Second.\n\n## 2.2.5\n\n1. Yes.\n' \
		>$meeting/en.md
	cp $meeting/ru.md ru.before
	cp $meeting/en.md en.before
}

# Keys, one a line or with spaces between; the screen is then in "screen".
writing_keys() # COMMAND KEYS...
{
	writing_command=$1
	shift
	rm -f screen
	{
		for writing_key; do
			echo "key $writing_key"
		done
		echo 'save-screen screen'
	} >script
	cli_run -L lib "$writing_command" oewg-2021-06-01 --script script
}

cat >editor <<'EOT'
#!/bin/sh
printf '%s\n' "$@" >"$EDITED"
for file; do :; done
sed 's/26/27/; s/^1\. Yes\./1. Yes, 3 of us./' "$file" >"$file.new" &&
	cat "$file.new" >"$file"
rm "$file.new"
EOT
chmod +x editor
cp editor vim
cp editor nano
EDITED=$cli_tmp/edited EDITOR=$cli_tmp/nano
export EDITED EDITOR

# --- the editor ---
writing_library
writing_keys open j L e
cli_exit 0 'e starts the editor'
grep -q '^+6$' edited
cli_ok $? 'at the line of the point'
cmp -s ru.before $meeting/ru.md && grep -q 'We are 27' $meeting/en.md
cli_ok $? 'with the text of the left column, which is written'
cli_has screen 'We are 27' 'and read again'
cli_has screen '▌2. Second.' 'at the place one was at'
writing_library
writing_keys open ': 2 . 2 . 5 Enter' L e
cli_has screen '2 new findings' 'what it brought about is said'
writing_keys open '!'
cli_has screen '2.2.5/1' 'and stands among the findings'

writing_library
EDITOR=$cli_tmp/vim
writing_keys open ': 2 . 2 . 5 Enter' E
cli_exit 0 'E opens two texts'
printf '%s\n' -O -c 'silent! wincmd l | silent! 10 | silent! wincmd h' +10 >wanted
head -n 4 edited | diff wanted - >&2
cli_ok $? 'each at its line'
sed -n 5p edited | grep -q '/ru.md$' && sed -n 6p edited | grep -q '/en.md$'
cli_ok $? 'the left column first'

writing_library
EDITOR=$cli_tmp/nano
echo 'colour: red' >>$meeting/meeting.yaml
writing_keys open '!' e
sed -n 1p edited | grep -q '^+4$' && sed -n 2p edited | grep -q '/meeting.yaml$'
cli_ok $? 'from a finding it opens whatever file that is in'

cat >other <<'EOT'
#!/bin/sh
sed 's/26/28/' "$1" >"$1.new" && cat "$1.new" >"$1"
rm "$1.new"
sed 's/26/99/' "$THERE" >"$THERE.new" && mv "$THERE.new" "$THERE"
EOT
chmod +x other
writing_library
THERE=$cli_tmp/$meeting/en.md EDITOR=$cli_tmp/other
export THERE
writing_keys open L e
grep -q 'We are 99' $meeting/en.md
cli_ok $? 'what somebody else wrote meanwhile stays'
cli_has screen '[-99-]{+28+}' 'and what differs is shown'
cat $meeting/.lectern-* $meeting/*recover* $meeting/* 2>/dev/null |
	grep -q 'We are 28'
cli_ok $? 'with what was typed kept'
EDITOR=true
writing_library
writing_keys open e
cli_has screen 'left as it was' 'nothing written is said too'
EDITOR=/nonexistent/editor
writing_keys open e
cli_has screen 'nothing was written' 'an editor that is not there is said'

# --- a little of one point: every other byte stays ---
writing_library
writing_keys open j ': r o l e Space i f - r a i s e d Enter'
sed 's/^2\. Второй\.$/& {.if-raised}/' ru.before | cmp -s - $meeting/ru.md &&
	sed 's/^2\. Second\.$/& {.if-raised}/' en.before |
	cmp -s - $meeting/en.md
cli_ok $? 'role: in each language, and nothing else'
cli_has screen 'if raised' 'it shows'
writing_library
writing_keys open ': p r i o r i t y Space 1 Enter'
sed 's/^1\. Нас 25\.$/& {priority=1}/' ru.before | cmp -s - $meeting/ru.md &&
	sed 's/^1\. We are 26\.$/& {priority=1}/' en.before |
	cmp -s - $meeting/en.md
cli_ok $? 'priority: the same'
writing_keys open ': p r i o r i t y Space 0 Enter'
cmp -s ru.before $meeting/ru.md && cmp -s en.before $meeting/en.md
cli_ok $? 'and taken away again'
writing_keys open ': 2 . 2 . 5 Enter' ': c u e Enter' 'Д а ! Enter'
printf '\n   > Да!\n' | cat ru.before - | cmp -s - $meeting/ru.md &&
	cmp -s en.before $meeting/en.md
cli_ok $? 'cue: in the left column alone'
writing_keys open ': 2 . 2 . 5 Enter' ': c u e Space - Enter'
cmp -s ru.before $meeting/ru.md
cli_ok $? 'and taken away again'
writing_keys open ': r o l e Space s a i d Enter'
cli_has screen 'The roles are say' 'what is no role is said'
writing_keys open ': p r i o r i t y Space 4 Enter'
cli_has screen 'A priority is 1' 'and what is no priority'

# --- findings ---
writing_library
writing_keys open '}'
cli_has screen '1 of 1: Error' 'the next finding is said'
writing_keys open '!' 'i b o t h Space a r e Space r i g h t Enter' j
grep -q '^<!-- check: number-mismatch both are right -->$' $meeting/*.md
cli_ok $? 'a finding passes for a reason that is written down'
cli_has screen '1 given a reason' 'and is counted'
cat ru.before en.before >before
cat $meeting/ru.md $meeting/en.md | grep -v '^<!-- check' | sed '/^$/d' >after
sed '/^$/d' before | cmp -s - after
cli_ok $? 'the words stay as they were'
cli_run -L lib check oewg-2021-06-01
cli_exit 0 'lectern check lets it pass too'

# --- older than the original ---
writing_library
EDITOR=$cli_tmp/editor
cat >wait.script <<'EOT'
wait 1
save-screen screen
EOT
cli_run -L lib clear oewg-2021-06-01 -l en --by N --on 2021-05-30
sed 's/Второй/Другой/' ru.before >$meeting/ru.md
cli_run -L lib open oewg-2021-06-01 --script wait.script
cli_has screen '[older than the original]' \
	'without a history, a clearance tells what is older'
writing_keys open d
cli_has screen 'Git has no history' 'but not what changed'
if ! command -v git >/dev/null 2>&1; then
	cli_skip 'no git (Debian: git)' 'a point changed after its translation'
else
	writing_library
	(
		cd lib || exit 1
		git init -q . && git config user.email t@example.org &&
			git config user.name T && git add .
		GIT_COMMITTER_DATE='2021-01-01T12:00:00Z' git commit -qm one
		sed 's/Второй/Второй, и последний/' ../ru.before \
			>../$meeting/ru.md
		GIT_COMMITTER_DATE='2021-02-01T12:00:00Z' git commit -qam two
	) >git.log 2>&1
	cli_run -L lib open oewg-2021-06-01 --script wait.script
	test "$(grep -c 'older than the original' screen)" = 1 &&
		grep -q '2\..*│ \[older' screen
	cli_ok $? 'a point changed after its translation is marked'
	cli_run -L lib live oewg-2021-06-01 --script wait.script
	cli_has screen '[older than the original]' 'in the room too'
	writing_keys open j d
	cli_has screen '2.2.4/2: Russian since 2021-01-01, when English' \
		'd says since when'
	cli_has screen 'Второй{+, и последний+}.' 'and what changed'
	writing_keys open ': 2 . 2 . 5 Enter' d
	cli_has screen 'is known to be older' 'and where nothing did'
fi

# --- the room ---
writing_library
EDITOR=$cli_tmp/editor
rm -f edited
writing_keys live e
test ! -e edited
cli_ok $? 'in live use e starts no editor'
cli_has screen 'Nothing is edited in live use' 'and says why'
writing_keys live E ': r o l e Space a v o i d Enter' \
	': p r i o r i t y Space 1 Enter' ': c u e Space x Enter' \
	'!' e 'i x Enter'
cli_has screen 'Nothing is edited in live use' 'nor is anything else written'
cmp -s ru.before $meeting/ru.md && cmp -s en.before $meeting/en.md &&
	test ! -e edited
cli_ok $? 'every byte is as it was'
cli_end
