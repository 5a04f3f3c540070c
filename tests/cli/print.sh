#!/bin/sh
# lectern print: what is printed, as text; encodings; what is refused.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
cli_copy_library "$top_srcdir/briefs" "$cli_tmp/briefs"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY
mkdir "$cli_tmp/out.d"
cd "$cli_tmp/out.d" || exit 1

cli_case print-text print group-2021-05-27 -o -
cli_case print-classified print port --roles all -o -
cli_case print-columns print group/3.1.2 -l ru,en --width 60 -o -
cli_case print-places print group 3.1.6,3.1.2/1 -o - --page-length 0
cli_case print-key print group 3.1.2 --key -o - --page-length 0
cli_case print-cue print group 3.1.2 --cue -o - --page-length 0
cli_case print-roles print group --roles say,background -o - --page-length 0
cli_case print-minutes print group --minutes 1 -o - --page-length 0

mkdir "$cli_tmp/begun"
cli_run -L "$cli_tmp/begun" new m --title 'A made-up group' --date 2021-05-27 \
	-l en --sections 2.2.4
cli_run -L "$cli_tmp/begun" print m --force -o - --page-length 0
test "$(grep -c 'A made-up group' "$cli_tmp/out")" = 1
cli_ok $? 'a title that the meeting and the text have in common stands once'

cli_case print-no-place print group 9.9
cli_case print-no-language print group -l de
cli_case print-no-role print group --roles loud
cli_case print-no-points print group 3.1.2 --roles avoid -o x.txt
cli_case print-two-forms print group --key --cue
cli_case print-no-ending print group -o notes.doc
cli_case print-narrow print group -l ru,en,kk --width 30 --force -o x.txt
cli_case print-errors print group -l ru,kk -o x.txt
cli_case print-no-encoding print group --encoding KOI-9 -o x.txt
cli_case print-short print group --page-length 5 -o x.txt
cli_case print-encoding-output print group --encoding CP866 -o -
test -z "$(ls)"
cli_ok $? 'nothing was written by what was refused'

# A name that was not given replaces nothing; one that was given does.
cli_run print group
cli_exit 0 'without -o there is a name'
test -s group-2021-05-27.pdf
cli_ok $? 'without -o the file is named after the meeting'
echo mine >group-2021-05-27.pdf
cli_run print group
cli_exit 2 'without -o no file is replaced'
test "$(cat group-2021-05-27.pdf)" = mine
cli_ok $? 'it is as it was'
rm -f ./*
echo mine >notes.txt
cli_run print group -o notes.txt
cli_exit 0 'with -o it is replaced'
test "$(cat notes.txt)" != mine
cli_ok $? 'and holds the notes'

# Nothing that cannot be written harms what is there.
echo mine >kept.txt
chmod 400 kept.txt
chmod 500 .
cli_run print group -o kept.txt
if test "$(id -u)" = 0; then
	cli_skip 'root may write anywhere' 'a file one may not write is kept'
else
	cli_exit 2 'a file one may not write is refused'
fi
chmod 700 .
chmod 600 kept.txt
cli_run print group -o nowhere/notes.txt
cli_exit 2 'a folder that is not there is named'
cli_has err nowhere 'by its name'
cli_run print group -o /dev/full
cli_exit 2 'a device is no file'

# Pages: form feeds, length, and nothing lost at any width.
for width in 30 47 72 120; do
	cli_run print group --width $width --page-length 24 -o notes.txt
	tr '\f' '\n' <notes.txt >"$cli_tmp/out"
	cli_widths $width
	cli_ok $? "no line is wider than $width cells"
	awk 'BEGIN { RS = "\f" } { n = gsub(/\n/, "\n") }
		$0 != "" && n != 24 { bad = 1 } END { exit bad }' notes.txt
	cli_ok $? "every page of $width cells has 24 lines"
done

# Old encodings: what they lack is counted and listed.
for encoding in CP866 KOI8-R CP1251 PT154; do
	cli_run print group -l ru --encoding $encoding -o notes.txt
	cli_exit 0 "$encoding is known"
	iconv -f $encoding -t UTF-8 notes.txt 2>/dev/null | grep -q 'Пункт'
	cli_ok $? "$encoding has the Russian words"
done
LECTERN_LIBRARY=$cli_tmp/briefs
cli_run print swg/note -l kk --roles all --encoding CP866 -o notes.txt
cli_has err 'CP866 has no sign for' 'what CP866 lacks is said'
cli_has err 'ө' 'and listed'
cli_run print swg/note -l kk --roles all --encoding PT154 -o notes.txt
grep -q 'no sign' "$cli_tmp/err"
test $? = 1
cli_ok $? 'PT154 has every letter of Kazakh'

# A brief with errors.
cp -R "$cli_tmp/briefs/training-2021-09-06" "$cli_tmp/briefs/broken-2021"
sed -i '/^date/d' "$cli_tmp/briefs/broken-2021/meeting.yaml"
cli_run print broken -o notes.txt
cli_exit 1 'a brief with errors is not printed'
cli_has err '--force' 'what helps is said'
cli_run print broken --force -o notes.txt
cli_exit 0 'unless it is asked for'
grep -q 'Errors open in the text: 1' notes.txt
cli_ok $? 'the foot says how many errors are open'

# Errors that the checks find: in what is printed, not in other languages or
# places.
LECTERN_LIBRARY=$cli_tmp/library
cli_run print group -l ru -o notes.txt
cli_exit 0 'what Kazakh lacks does not keep Russian from being printed'
cli_run print group/3.1.2 -l en -o notes.txt
cli_exit 0 'nor do errors elsewhere'
cli_run print group/3.1.2 -l kk -o notes.txt
cli_exit 1 'but Kazakh itself'
cli_run print group/3.1.2 -l kk --force -o notes.txt
cli_exit 0 'unless it is asked for'
grep -q 'Мәтіндегі түзетілмеген қателер: 4' notes.txt
cli_ok $? 'the foot says in Kazakh how many errors are open'
LECTERN_LIBRARY=$cli_tmp/briefs

# Hostile text.
printf '# T\n\n## One {#one}\n\nA\033[31m red \302\233 and \342\200\256bad.\n' \
	>"$cli_tmp/briefs/broken-2021/en.md"
cli_run print broken --force -l en -o notes.txt
grep -q '<U+001B>' notes.txt && grep -q '<U+202E>' notes.txt
cli_ok $? 'hostile text is visible'
tr -d '\n\f -~\200-\377' <notes.txt >"$cli_tmp/controls"
test ! -s "$cli_tmp/controls"
cli_ok $? 'no control character is left'
cli_end
