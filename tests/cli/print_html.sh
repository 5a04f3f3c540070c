#!/bin/sh
# lectern print -o notes.html: one file that asks for nothing else, well
# formed, and what a browser makes of it at the widths of a telephone, a tablet
# and a desk, in light and dark, and on paper.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$top_srcdir/briefs" "$cli_tmp/briefs"
mkdir -p "$cli_tmp/sample/sample-2021"
awk -v folder="$cli_tmp/sample/sample-2021" -v points=60 \
	-f "$cli_folder/print_sample.awk"
cd "$cli_tmp" || exit 1

cli_run -L briefs print swg --roles all -o notes.html
cli_exit 0 'notes.html is written'
cli_has out 'notes.html: 16 points' 'a file without pages does not count them'
grep -qiE '<script|<link|<img|javascript:|url\(|https?:|@import' notes.html
test $? = 1
cli_ok $? 'nothing in it runs or is fetched'
grep -q "Content-Security-Policy.*default-src 'none'" notes.html
cli_ok $? 'nor may it be'
cli_run -L briefs print training --roles all -o notes.htm
cli_exit 0 'notes.htm is one, too'

# Every mark of every sentence once, in the order of the brief.
cli_run -L sample print sample -l ru -o one.html
cli_exit 0 'sixty points are written'
awk 'BEGIN { for (i = 1; i <= 60; i++)
	for (k = 1; k <= 1 + i % 5; k++) print "q" i "s" k }' >expected
grep -oE 'q[0-9]+s[0-9]+' one.html >found
cmp -s expected found
cli_ok $? 'every sentence once, in order'

# xmllint knows HTML 4: elements of HTML 5 are no fault.
if command -v xmllint >/dev/null 2>&1; then
	for file in notes.html notes.htm one.html; do
		xmllint --html --noout $file 2>&1 | grep -A2 'error' |
			grep 'error' | grep -vE \
			'Tag (header|main|nav|section|footer) invalid' >faults
		test ! -s faults
		cli_ok $? "$file is well formed"
	done
else
	cli_skip 'no xmllint (Debian: libxml2-utils)' 'the files are well formed'
fi

if ! command -v chromium >/dev/null 2>&1; then
	cli_skip 'no chromium (Debian: chromium)' 'a browser shows them'
	cli_end
	exit
fi

# A user of its own, no network; root may not have a browser's own sandbox.
browser() # ARGUMENT...
{
	root=
	test "$(id -u)" != 0 || root=--no-sandbox
	timeout 60 chromium --headless $root --disable-gpu --no-first-run --hide-scrollbars \
		--disable-dev-shm-usage --disable-background-networking \
		--user-data-dir="$cli_tmp/browser" "$@" 2>/dev/null
}

# What a window of WIDTH shows of FILE: how wide the page is, whether the two
# cells of the first point stand side by side, and the colour of the paper.
look() # FILE WIDTH [ARGUMENT...]
{
	cat >frame.html <<END
<iframe id=f style="border:0;width:$2px;height:800px" src="$1"></iframe>
<p id=said></p><script>
onload = function () {
	var page = document.getElementById("f").contentDocument;
	var cells = page.querySelectorAll(".point .cells")[1].children;
	var tops = Array.from(cells, c => c.getBoundingClientRect().top);
	document.getElementById("said").textContent = "wide=" +
		page.documentElement.scrollWidth + " beside=" +
		(tops.length > 1 && tops[0] == tops[1]) + " paper=" +
		page.defaultView.getComputedStyle(page.documentElement)
			.backgroundColor;
};
</script>
END
	shift 2
	browser --window-size=1400,900 --allow-file-access-from-files \
		--dump-dom "$@" "file://$cli_tmp/frame.html" |
		grep -o 'wide=[0-9][^<]*'
}

cli_run -L briefs print swg --bilingual -o two.html
cli_exit 0 'two languages are written'
if test -z "$(look two.html 390)"; then
	cli_skip 'chromium does not run here' 'a browser shows them'
	cli_end
	exit
fi
light='paper=rgb(253, 252, 249)'
while read -r width beside; do
	said=$(look two.html "$width")
	test "$said" = "wide=$width beside=$beside $light"
	cli_ok $? "$width pixels: nothing is cut off, side by side: $beside"
	echo "# $said"
done <<'END'
320 false
390 false
820 true
1280 true
END
said=$(look two.html 390 --blink-settings=preferredColorScheme=0)
test "$said" = "wide=390 beside=false paper=rgb(21, 23, 26)"
cli_ok $? 'where the system is dark, so is the paper'
echo "# $said"

# On paper.
for tool in pdftotext pdffonts; do
	command -v $tool >/dev/null 2>&1 || {
		cli_skip "no $tool (Debian: poppler-utils)" 'on paper'
		cli_end
		exit
	}
done
browser --no-pdf-header-footer --print-to-pdf=one.pdf \
	"file://$cli_tmp/one.html"
pdftotext -layout one.pdf text
grep -oE 'q[0-9]+s[0-9]+' text >found
cmp -s expected found
cli_ok $? 'on paper: every sentence once, in order'
awk 'BEGIN { RS = "\f" } NF && gsub(/SAMPLE/, "") < 2 { bad = 1 }
	END { exit bad || NR < 3 }' text
cli_ok $? 'on paper: the classification is over and under each page'
awk 'BEGIN { RS = "\f" }
	NF && index($0, "Sample · 2021-05-27") == 0 { bad = 1 }
	END { exit bad }' text
cli_ok $? 'on paper: each page says of which meeting it is'
# A point is on one page.
awk 'BEGIN { RS = "\f" } {
	n = split($0, words, /[^a-z0-9]+/)
	for (i = 1; i <= n; i++)
		if (words[i] ~ /^q[0-9]+s[0-9]+$/) {
			point = words[i]
			sub(/s.*/, "", point)
			if (page[point] && page[point] != NR) bad = 1
			page[point] = NR
		}
} END { exit bad }' text
cli_ok $? 'on paper: a point stands on one page'
cli_end
