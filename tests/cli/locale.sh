#!/bin/sh
# Other encodings than UTF-8: what can be shown is, what cannot is said.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

"$LECTERN" show group-2021-05-27/3.1.2 -l ru --width 60 \
	>"$cli_tmp/ru" 2>"$cli_tmp/null"

# No locale named at all: three scripts are worth more than seven bits.
env -u LC_ALL -u LANG -u LC_CTYPE "$LECTERN" \
	show group-2021-05-27/3.1.2 -l ru --width 60 >"$cli_tmp/out"
cmp -s "$cli_tmp/out" "$cli_tmp/ru"
cli_ok $? 'without a locale, characters are UTF-8'
LC_ALL='' LANG=xx_XX.UTF-8 "$LECTERN" \
	show group-2021-05-27/3.1.2 -l ru --width 60 >"$cli_tmp/out"
cmp -s "$cli_tmp/out" "$cli_tmp/ru"
cli_ok $? 'with a locale that is not installed, characters are UTF-8'

LC_ALL=C cli_run show group-2021-05-27/3.1.2 -l ru
LC_ALL=C grep -q '[^ -~	]' "$cli_tmp/out" "$cli_tmp/err"
cli_ok $((1 - $?)) 'where C is asked for, only ASCII is written'
cli_has err '?' 'and it is said what was lost'
cli_exit 0 'it is done all the same'
LC_ALL=C cli_run show group-2021-05-27/3.1.2 -l ru --json
cli_has out '\u041F' 'JSON loses nothing: it escapes'

koi8='a KOI8-R locale'
mkdir "$cli_tmp/locales"
if localedef -i ru_RU -f KOI8-R "$cli_tmp/locales/ru_RU.KOI8-R" \
	>"$cli_tmp/null" 2>&1 && command -v iconv >/dev/null 2>&1; then
	LOCPATH=$cli_tmp/locales
	LC_ALL=ru_RU.KOI8-R
	LANGUAGE=en
	export LOCPATH LC_ALL LANGUAGE
	cli_run show group-2021-05-27/3.1.2 -l ru --width 60
	iconv -f KOI8-R -t UTF-8 <"$cli_tmp/out" >"$cli_tmp/back"
	# It has no mark for a cue: one that reads the same stands for it.
	sed 's/▸/>/' "$cli_tmp/ru" | cmp -s "$cli_tmp/back" -
	cli_ok $? "$koi8 shows Russian as UTF-8 does"
	cli_run show group-2021-05-27 -l ru,kk
	cli_has out '?' "$koi8 shows Kazakh letters as question marks"
	cli_has err 'KOI8-R' "$koi8: it is said what was lost"
	cli_run list "$(printf 'рабочая' | iconv -f UTF-8 -t KOI8-R)"
	cli_has out 2021-05-27 "$koi8: words are read in its encoding"
else
	cli_skip 'localedef or its data are missing' "$koi8"
fi
cli_end
