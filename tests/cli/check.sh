#!/bin/sh
# lectern check: what it prints, what it mends, what it lets pass.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$top_srcdir/briefs" "$cli_tmp/library"
cd "$cli_tmp" || exit 1

# --- the sample library ---
cli_run -L library check --severity warning
cli_exit 0 'the sample library has no errors and no warnings'
test ! -s out
cli_ok $? 'and nothing is printed of it'
cli_run -L library check
cli_exit 0 'notes alone are no findings'
cli_run -L library check --severity note
cli_exit 1 'unless they are asked for'
cli_run -L library check --show-ignored --severity warning
cli_has out 'of this brief only the note verbale exists in Kazakh' \
	'a reason is printed where it is asked for'
cli_run -L library check swg/israel
cli_has out 'en.md:43:' 'a place chooses its findings'
! grep -q 'en.md:1[0-9]:' out
cli_ok $? 'and leaves out the others'

# --- a brief with mistakes ---
mkdir -p bad/m
cat >bad/m/meeting.yaml <<'EOT'
title: M
date: 2021-05-27
languages: [ru, en]
EOT
cat >bad/m/ru.md <<'EOT'
## Пункт 1

1. В группу вошли 25 экспертов; принята pезолюция.

2. См. № 5 документа, 8 декабря 2021 г.
EOT
cat >bad/m/en.md <<'EOT'
## Paragraph 1

1. The group had 15 experts; a **resolution
   was** adopted “without a vote.

2. See No. 5 of the document, 6 December 2021.

<!-- check: date-mismatch the English was corrected -->

<!-- check: leftover -->

<!-- check: nonsense whatever -->

<!-- check: mixed-script nothing of the kind is here -->
EOT
cli_case check-text -L bad check
cli_case check-rule -L bad check --rule number-mismatch,mixed-script

# --- editors ---
cli_run -L bad check
count=$(wc -l <out)
if ! command -v vim >/dev/null 2>&1; then
	cli_skip 'no vim (Debian: vim)' 'vim reads every line as a place'
else
	cat >jump.vim <<'EOT'
set encoding=utf-8
cgetfile out
let good = filter(getqflist(), 'v:val.valid && v:val.lnum && v:val.col')
call writefile([len(good) . ' ' . len(getqflist())], 'jumps')
crewind
call writefile([expand('%') . ':' . line('.')], 'jumps', 'a')
qall!
EOT
	vim -u NONE -i NONE -es -S jump.vim </dev/null >/dev/null 2>&1
	test "$(head -n 1 jumps)" = "$count $count"
	cli_ok $? 'vim reads every line as a place'
	test "$(tail -n 1 jumps)" = "$(head -n 1 out | cut -d: -f1,2)"
	cli_ok $? 'and goes to the first'
fi
# The row "gnu" of compilation-error-regexp-alist, without what is optional.
form='^[^ :]+:[0-9]+:[0-9]+: (error|warning|note): '
test "$(grep -cE "$form" out)" = "$count"
cli_ok $? 'Emacs does, by the form of GNU messages'

cli_case check-json -L bad check --json --rule number-mismatch m/1/1
cli_case check-ignored -L bad check --show-ignored --rule date-mismatch
cli_case check-list check --list
cli_case check-no-rule -L bad check --rule number
cd bad || exit 1
cli_run check --severity error m
! grep -q bad/m "$cli_tmp/out"
cli_ok $? 'no folder stands before it'
cli_has out 'm/ru.md:3:' 'a file is named as it is found from here'
cd ..

# --- mending ---
cp -R bad mend
cli_case check-fix-asked -L mend check --fix
cmp -s bad/m/ru.md mend/m/ru.md
cli_ok $? 'nobody said yes: nothing is written'
cli_run -L mend check --fix --yes --rule mixed-script
cli_has out '+1. В группу' 'the change is shown'
grep -q 'принята резолюция' mend/m/ru.md && grep -q '№ 5' mend/m/ru.md
cli_ok $? 'and made, and that of another rule is not'
cli_run -L mend check --fix --yes
cmp -s bad/m/en.md mend/m/en.md
test $? = 1 && grep -q '^2. См. №.5 документа, 8 декабря 2021.г' mend/m/ru.md &&
	! grep -q '№ 5' mend/m/ru.md
cli_ok $? 'no-break spaces are put in'
cli_run -L mend check --rule mixed-script,nbsp
test ! -s out
cli_ok $? 'what was mended is found no more'

# --- quotations, where the library holds the text ---
mkdir -p quote/m 'quote/catalogue/PC.DEC-1202'
printf 'title: M\ndate: 2021-05-27\nlanguages: [en]\n' >quote/m/meeting.yaml
cat >'quote/catalogue/PC.DEC-1202/en.md' <<'EOT'
# A made-up text

## Paragraph 1

1. Participating States will hold made-up consultations at the appropriate level in order to reduce invented risks.
EOT
quoted() # WORDS
{
	printf '## Paragraph 1\n\n1. [The decision](PC.DEC/1202) says: “%s”.\n' \
		"$1" >quote/m/en.md
	cli_run -L quote check --rule quote-differs m
}
quoted 'States will hold made-up consultations at the appropriate level'
cli_exit 0 'a quotation that is verbatim passes'
quoted 'states will hold made-up consultations […] to reduce invented risks'
cli_exit 0 'words may be left out'
quoted 'States may hold made-up consultations at the appropriate level'
cli_exit 1 'one word changed is found'
cli_has out 'quote-differs' 'and named'
quoted 'something else that nobody ever wrote down anywhere'
cli_exit 0 'what is no quotation of it passes'

# --- what cannot be checked is not clean ---
chmod 0 bad/m/en.md
if test -r bad/m/en.md; then
	cli_skip 'this user reads everything' 'a file that cannot be read'
else
	cli_run -L bad check
	test "$cli_code" != 0
	cli_ok $? 'a file that cannot be read is no clean file'
fi
chmod 644 bad/m/en.md
cli_run -L nowhere check
cli_exit 2 'no library, no check'
printf 'concept\tlang\nx\ten\n' >bad/terms.tsv
cli_run -L bad check
cli_has err 'terms-header' 'a broken terms.tsv is said'
cli_end
