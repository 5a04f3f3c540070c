#!/bin/sh
# lectern print: pages read back. Every sentence once, in order and on one
# page; the catchword is what the next page begins with; fonts are embedded.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

for tool in pdftotext pdffonts pdfinfo; do
	command -v $tool >/dev/null 2>&1 || {
		cli_skip "no $tool (Debian: poppler-utils)" 'pages'
		cli_end
		exit 0
	}
done
SOURCE_DATE_EPOCH=1622100000
export SOURCE_DATE_EPOCH
cli_copy_library "$top_srcdir/briefs" "$cli_tmp/briefs"
mkdir -p "$cli_tmp/sample/sample-2021" "$cli_tmp/small/small-2021"
awk -v folder="$cli_tmp/sample/sample-2021" -v points=2000 \
	-f "$cli_folder/print_sample.awk"
awk -v folder="$cli_tmp/small/small-2021" -v points=40 \
	-f "$cli_folder/print_sample.awk"
cd "$cli_tmp" || exit 1

# The text of an A4 page between head and foot, and the line of its catchword.
body() # FILE
{
	pdftotext -r 72 -x 0 -y 92 -W 596 -H 644 -layout "$1" -
}

catchwords() # FILE
{
	pdftotext -r 72 -x 0 -y 737 -W 596 -H 15 -layout "$1" -
}

fonts_embedded() # FILE
{
	pdffonts "$1" | awk 'NR > 2 { n++; if ($(NF - 4) != "yes") bad = 1 }
		END { exit bad || !n }'
}

marks() # POINTS
{
	awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++)
		for (k = 1; k <= 1 + i % 5; k++) print "q" i "s" k }'
}

marks 2000 >expected
for language in en ru kk fr es ar zh; do
	if command -v fc-list >/dev/null 2>&1 &&
		test -z "$(fc-list :lang=$language family | head -n 1)"; then
		cli_skip "no font for $language" "2,000 points in $language"
		continue
	fi
	cli_run -L sample print sample -l $language --no-foot-room \
		-o sample.pdf
	cli_exit 0 "2,000 points in $language are printed"
	body sample.pdf >text
	grep -oE 'q[0-9]+s[0-9]+' text >found
	# Words of both directions on a line are not always read in order.
	if test $language = ar; then
		sort expected >expected-here
		sort found >found-here
	else
		cp expected expected-here
		cp found found-here
	fi
	cmp -s expected-here found-here
	cli_ok $? "$language: every sentence once, in order"
	fonts_embedded sample.pdf
	cli_ok $? "$language: every font is embedded"
	pdfinfo sample.pdf | grep -q '^Pages: *[0-9][0-9]' &&
		pdfinfo sample.pdf | grep -q '^Tagged: *yes' &&
		grep -aq "/Lang ($language)" sample.pdf
	cli_ok $? "$language: the file says its language and is tagged"
	test $language != ar || continue
	# A page ends as a sentence does, or with a section's minutes.
	awk 'BEGIN { RS = "\f" } NF && !/([.?。？]|m[ií]n|мин|分钟)[ \n]*$/ {
		bad = 1 } END { exit bad }' text
	cli_ok $? "$language: no sentence goes over two pages"
	catchwords sample.pdf >catch
	awk 'BEGIN { RS = "\f" }
	function flat(s) { gsub(/[ \n]+/, "", s); return s }
	FNR == NR { catch[FNR] = flat($0); next }
	FNR > 1 && NF {
		first = flat($0)
		sub(/^[0-9]+\./, "", first)
		if (catch[FNR - 1] == "" ||
			index(first, catch[FNR - 1]) != 1)
			bad = 1
	}
	END { exit bad }' catch text
	cli_ok $? "$language: a catchword is how the next page begins"
done

# The same words as the text form has, and the same bytes again.
for place in swg training; do
	cli_run -L briefs print $place --plain --roles all --no-foot-room \
		-o pages.pdf
	cli_exit 0 "$place is printed"
	cp pages.pdf before.pdf
	cli_run -L briefs print $place --plain --roles all --no-foot-room \
		-o pages.pdf
	cmp -s pages.pdf before.pdf
	cli_ok $? "$place: the same input makes the same bytes"
	cli_run -L briefs print $place --plain --roles all -o pages.txt \
		--page-length 0 --width 250
	tr '\f' '\n' <pages.txt | grep -vE '^ *(FICTIONAL.*|(SWG|Training) · .* · (Пункт|К в|Бл|Вер|Item|If|The|Hist).*)$' |
		sed 's/▸//' | tr -d ' \n' >one
	body pages.pdf | grep -v '^ *$' | tr -d ' \n\f' >two
	grep -o . one | sort >one-sorted
	grep -o . two | sort >two-sorted
	cmp -s one-sorted two-sorted
	cli_ok $? "$place: pages and text have the same words"
done

# Every paper and form.
for options in '--card' '--bilingual' '--minutes 3' '--paper a5 --size 20' \
	'--paper letter --no-foot-room' '--card --foot-room' '--landscape --size 40 --key' \
	'--card --landscape --cue' '--font sans --spacing 200 --margin 30' \
	'-l ru,en,kk --landscape'; do
	# shellcheck disable=SC2086
	cli_run -L briefs print swg $options -o pages.pdf
	cli_exit 0 "print $options"
	fonts_embedded pages.pdf
	cli_ok $? "print $options: every font is embedded"
done
cli_run -L briefs print swg --card -o pages.pdf
pdfinfo pages.pdf | grep -q 'Page size:.*297.*419\|A6'
cli_ok $? 'a card is an A6'
cli_run -L briefs print swg -o pages.pdf
test -z "$(pdftotext -r 72 -x 0 -y 635 -W 596 -H 100 pages.pdf - | tr -d '\f\n ')"
cli_ok $? 'the lower quarter is free'

# What cannot be done.
cli_run -L briefs print swg --paper a3 -o pages.pdf
cli_exit 2 'an unknown paper'
cli_has err 'a4' 'the papers are named'
cli_run -L briefs print swg --font 'No Such Font' -o none.pdf
cli_exit 2 'an unknown font'
cli_has err 'No Such Font' 'it is named'
cli_run -L small print small -l en,ru,kk,fr,es,ar,zh -o none.pdf
cli_exit 2 'columns that the paper does not hold'
test ! -e none.pdf
cli_ok $? 'nothing was written'
cli_run -L briefs print swg --paper a6 --size 30 -o pages.pdf
cli_has err 'longer than a page' 'a sentence that no page holds is named'

# A disk that is full, a file larger than one may write: what is there stays.
echo mine >kept.pdf
cat >limited <<END
#!/bin/sh
ulimit -f 8
exec $LECTERN "\$@"
END
chmod +x limited
whole=$LECTERN
LECTERN=$cli_tmp/limited
cli_run -L briefs print swg -o kept.pdf
LECTERN=$whole
cli_exit 2 'a file that may not be so large'
cli_has err 'kept.pdf' 'is named'
test "$(cat kept.pdf)" = mine
cli_ok $? 'and the one that was there stays'
if test "$(id -u)" = 0 && mkdir full &&
	mount -t tmpfs -o size=16k tmpfs full 2>/dev/null; then
	echo mine >full/kept.pdf
	cli_run -L briefs print swg -o full/kept.pdf
	cli_exit 2 'a full disk'
	cli_has err 'No space left' 'is said'
	test "$(cat full/kept.pdf)" = mine && test "$(ls full)" = kept.pdf
	cli_ok $? 'and nothing on it is harmed'
	umount full
else
	cli_skip 'only root may make a small disk' 'a full disk'
fi

# Fonts: none at all, and none for a script.
fonts() # FOLDER
{
	cat >fonts.conf <<-END
		<?xml version="1.0"?>
		<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
		<fontconfig><dir>$1</dir>
		<cachedir>$cli_tmp/fontcache</cachedir></fontconfig>
	END
	FONTCONFIG_FILE=$cli_tmp/fonts.conf
	export FONTCONFIG_FILE
}
fonts "$cli_tmp/none"
cli_run -L briefs print swg -o kept.pdf
cli_exit 2 'a system without fonts'
cli_has err 'no font on this system' 'is said to have none'
if test -d /usr/share/fonts/truetype/dejavu; then
	fonts /usr/share/fonts/truetype/dejavu
	cli_run -L small print small -l zh -o kept.pdf
	cli_exit 2 'a script without a font'
	cli_has err '段' 'its characters are listed'
	test "$(cat kept.pdf)" = mine
	cli_ok $? 'and nothing is written'
	cli_run -L small print small -l zh --force -o pages.pdf
	cli_exit 0 'unless it is asked for'
else
	cli_skip 'no DejaVu (Debian: fonts-dejavu-core)' 'a script without a font'
fi
unset FONTCONFIG_FILE

# Hostile text: what would change the screen or the order of letters is shown.
mkdir -p hostile/hostile-2021
printf 'title: T\ndate: 2021-05-27\nlanguages: [en]\n' \
	>hostile/hostile-2021/meeting.yaml
printf '# T\n\n## One\n\n1. A\033[31m red \342\200\256bad \356\200\200.\n' \
	>hostile/hostile-2021/en.md
cli_run -L hostile print hostile --force -o pages.pdf
pdftotext pages.pdf text
cli_exit 0 'hostile text is printed'
grep -q '<U+001B>\[31m red <U+202E>bad <U+E000>' text
cli_ok $? 'as visible tokens'

# A program without the other one beside it: an installed one may be found.
cp "$LECTERN" lectern
LECTERN=$cli_tmp/lectern
cli_run -L briefs print swg -o kept.pdf
test "$cli_code" = 0 || test "$(cat kept.pdf)" = mine
cli_ok $? 'without lectern-print a file that is there stays as it is'
cli_end
