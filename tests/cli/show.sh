#!/bin/sh
# lectern show: places, languages, forms, widths, JSON.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cli_case show-meeting show group-2021-05-27
test ! -e "$cli_tmp/library/.lectern"
cli_ok $? 'a meeting named by its folder needs no index'

cli_case show-short show group 3.1.6
cli_case show-slash show group/3.1.2/1
cli_case show-three-words show group 3.1.2 2
cli_case show-heading show group deadline
cli_case show-sections show group/3.1.2-3.1.4 --key
cli_case show-points show group/3.1.2/1-2 --cue
cli_case show-year show group 2020
cli_case show-part show por
cli_case show-missing show group 3.1.4 -l en,kk
cli_case show-other show group/3.1.2/2 -l EN,fr
cli_case show-three show group/3.1.2 -l ru,en,kk --width 100
cli_case show-180 show group/3.1.2/1 --width 180
cli_case show-40 show group/3.1.2 --width 40
cli_case show-20 show group/3.1.2 --width 20
cli_case show-comments show group/deadline -l en --comments
cli_case show-json show group/3.1.6 -l en,kk --json
cli_case show-json-whole show group-2020-03-02 --json --comments
cli_case show-classified show port --key

cli_case show-no-meeting show gruop
cli_case show-no-place show group 9.9.9
cli_case show-no-point show group/3.1.2/7
cli_case show-no-language show group -l english
cli_case show-not-in-language show group -l de,es
cli_case show-four show group -l ru,en,kk,fr
cli_case show-two-forms show group --key --cue
cli_case show-no-operand show

# Every word of every text is there at every width.
words='предложение согласован subparagraph urgently экспертами resolution'
for width in 20 30 47 60 80 119 200 500; do
	cli_run show group-2021-05-27 --width $width
	missing=0
	for word in $words; do
		grep -q "$word" "$cli_tmp/out" || missing=1
	done
	cli_ok $missing "no word is lost at $width cells"
	cli_widths $width
	cli_ok $? "no line is wider than $width cells"
done

# --- how long it takes ---
cli_case show-time show group --time
cli_run show group --time --json
cli_has out '"floor-time": ' 'as JSON too'
mkdir -p "$HOME/.config/lectern"
"$LECTERN" show group --time -l en >"$cli_tmp/usual"
echo 'rates = en 220' >"$HOME/.config/lectern/config"
cli_run show group --time -l en
! cmp -s "$cli_tmp/usual" "$cli_tmp/out"
cli_ok $? 'at the rate of the configuration'
echo 'rates = en' >"$HOME/.config/lectern/config"
cli_run show group --time -l en
cmp -s "$cli_tmp/usual" "$cli_tmp/out"
cli_ok $? 'or at the usual one'
cli_has err 'rates = en 120 ru 100' 'where that is none, it says so'
rm -r "$HOME/.config"

# Without a terminal, `open MEETING` is `show MEETING`.
"$LECTERN" show group -l en >"$cli_tmp/shown"
cli_run open group -l en
cmp -s "$cli_tmp/shown" "$cli_tmp/out"
cli_ok $? 'without a terminal, open prints what show prints'
cli_end
