#!/bin/sh
# The writer's days: new, edit, clear, status, compare.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cd "$cli_tmp" || exit 1
mkdir lib
LECTERN_LIBRARY=$cli_tmp/lib
export LECTERN_LIBRARY

# --- a meeting from nothing ---
cli_run new oewg-2021-06-01 --title 'Working "Group"' --date 2021-06-01 \
	--short OEWG -l ru,en --sections '2.2.4 2.2.7-2.2.9 Israel' \
	--floor-time '3 min'
cli_exit 0 'a meeting is made'
test -f lib/oewg-2021-06-01/ru.md && test -f lib/oewg-2021-06-01/en.md
cli_ok $? 'with a text for each language'
grep -q '^## Пункты 2.2.7-2.2.9' lib/oewg-2021-06-01/ru.md &&
	grep -q '^## Israel {#israel}' lib/oewg-2021-06-01/en.md
cli_ok $? 'and its sections, in the words of the language'
cli_run show oewg-2021-06-01 2.2.8
cli_exit 0 'it can be read at once'
cli_run check oewg-2021-06-01
cli_has out 'leftover' 'what is to be written is found'
cli_run new oewg-2021-06-01 --title T --date 2021-06-01
cli_exit 2 'what exists is not touched'
cli_run new ../evil --title T --date 2021-06-01
cli_exit 2 'a name that leads elsewhere is refused'
cli_run new x --title T --date soon
cli_has err 'needs its date' 'a date is asked for'
cli_run new x --date 2021-06-01
cli_has err 'needs a title' 'and a title'

# --- from an earlier one ---
cat >lib/oewg-2021-06-01/ru.md <<'EOT'
# Позиция

## Пункт 2.2.4

1. Мы исходим из резолюции ГА ООН 75/240 и просим учесть ее терминологию при подготовке итогового документа группы.
EOT
cat >lib/oewg-2021-06-01/en.md <<'EOT'
# Position

## Paragraph 2.2.4

1. We proceed from General Assembly resolution 75/240 and ask that its terminology be used in the outcome document of the group.
EOT
cli_run new oewg-2022-06-01 --title Next --date 2022-06-01 \
	--like oewg-2021-06-01
cli_exit 0 'an earlier meeting is carried over'
cli_has lib/oewg-2022-06-01/en.md 'carried over from oewg-2021-06-01' \
	'with a note to review it'
cli_has lib/oewg-2022-06-01/en.md 'We proceed from' 'and its points'
sed 's/terminology/wording/' lib/oewg-2022-06-01/en.md >text &&
	cp text lib/oewg-2022-06-01/en.md
cli_case writer-compare compare oewg-2022-06-01
cli_run compare oewg-2022-06-01 --json
cli_has out '"symbol": "A/RES/75/240"' 'as JSON too'
cli_run check oewg-2022-06-01 --past
cli_has out 'lib/oewg-2022-06-01/en.md:10:1: note: oewg-2021-06-01/2.2.4/1' \
	'check sets it at the line'
cli_has out '[-terminology-]{+wording+}' 'with the words that differ'
cli_run check oewg-2022-06-01
! grep -qF '[past]' "$cli_tmp/out"
cli_ok $? 'where it is asked for'
cli_run compare oewg-2021-06-01
cli_has err 'No earlier meeting' 'the first meeting has no past'

# --- cleared, and changed ---
cli_run clear oewg-2021-06-01 -l en --by 'A. "B" C' --on 2021-05-30
cli_exit 0 'a text is cleared'
cli_run status oewg-2021-06-01
cli_has out 'cleared by A. "B" C' 'status says by whom'
cli_run status oewg-2021-06-01 --json
cli_has out '"cleared-on": "2021-05-30"' 'and when'
cli_run check --severity warning oewg-2021-06-01
cli_exit 0 'a clearance is no mistake'
sed 's/We proceed/We still proceed/' lib/oewg-2021-06-01/en.md >text &&
	cp text lib/oewg-2021-06-01/en.md
cli_run status oewg-2021-06-01
cli_has out 'changed since cleared' 'a later change undoes it'
cli_run clear oewg-2021-06-01 -l en --by D --on 2021-05-31
cli_run clear oewg-2021-06-01 -l en --by D --on 2021-05-31
test "$(grep -c '^status' lib/oewg-2021-06-01/en.md)" = 1
cli_ok $? 'cleared again, there is one clearance'
sed 's/исходим/всегда исходим/' lib/oewg-2021-06-01/ru.md >text &&
	cp text lib/oewg-2021-06-01/ru.md
cli_run status oewg-2021-06-01
cli_has out 'old' 'an original that changed since makes it old'
cli_run check oewg-2021-06-01
cli_has out 'after this translation was cleared' 'check says it, too'
test "$(grep -cF '[stale]' out)" = 1
cli_ok $? 'of a text once, since a clearance knows no points'
cli_run clear oewg-2021-06-01 -l kk --by D
cli_exit 1 'no text, no clearance'
cli_run clear oewg-2021-06-01 -l en
cli_exit 1 'nobody clears nothing'

# --- the history of Git ---
if ! command -v git >/dev/null 2>&1; then
	cli_skip 'no git (Debian: git)' 'a translation older than its original'
else
	(
		cd lib || exit 1
		git init -q . && git config user.email t@example.org &&
			git config user.name T
		git add . && GIT_COMMITTER_DATE='2021-01-01T00:00:00Z' \
			git commit -qm one
		sed 's/просим/очень просим/' oewg-2022-06-01/ru.md >../text
		cp ../text oewg-2022-06-01/ru.md
		GIT_COMMITTER_DATE='2021-02-01T00:00:00Z' git commit -qam two
	) >git.log 2>&1
	cli_run status oewg-2022-06-01
	cli_has out 'old' 'a point changed after its translation'
	cli_run check oewg-2022-06-01
	cli_has out 'en.md:10:1: note: The original changed' \
		'check says so at the line'
	cli_has out '{+очень+}' 'with the words that changed'
	cli_run check oewg-2022-06-01 --severity warning
	! grep -qF '[stale]' out
	cli_ok $? 'as a note, which need not be seen'
fi

# --- the editor ---
cat >editor <<'EOT'
#!/bin/sh
echo "$@" >"$EDITED"
for file; do :; done
sed 's/Position/Standpoint/' "$file" >"$file.new" && cat "$file.new" >"$file"
rm "$file.new"
EOT
chmod +x editor
mv editor vim
EDITED=$cli_tmp/edited EDITOR=$cli_tmp/vim
export EDITED EDITOR
unset VISUAL
cli_run edit oewg-2021-06-01/2.2.4/1 -l en
cli_exit 0 'an editor is started'
grep -q 'Standpoint' lib/oewg-2021-06-01/en.md
cli_ok $? 'what it saved is written'
grep -q '^+[0-9][0-9]* .*/en.md$' edited
cli_ok $? 'it is given the line'
cat >other <<'EOT'
#!/bin/sh
sed 's/Standpoint/Ours/' "$1" >"$1.new" && cat "$1.new" >"$1"
rm "$1.new"
sed 's/Standpoint/Theirs/' "$THERE" >"$THERE.new" && mv "$THERE.new" "$THERE"
EOT
chmod +x other
THERE=$cli_tmp/lib/oewg-2021-06-01/en.md EDITOR=$cli_tmp/other
export THERE EDITOR
cli_run edit oewg-2021-06-01 -l en
test "$cli_code" != 0 && grep -q Theirs "$THERE"
cli_ok $? 'what somebody else wrote meanwhile stays'
cli_has out 'Ours' 'and what differs is shown'
EDITOR=/nonexistent/editor
cli_run edit oewg-2021-06-01
cli_has err 'nothing was written' 'an editor that is not there is said'
cli_end
