#!/bin/sh
# lectern cite: what texts cite.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

# --- --scan: any text, no library ---
cd "$cli_tmp" || exit 1
cat >text <<'EOT'
As resolutions 75/240 and 74/247 say (A/75/816), and 12/5 others.

Резолюция СБ ООН 1540 и Будапештская конвенция
Resolution 75/240 of 31 December 2020, “Developments in the field”, para. 2
75/240
EOT
cli_case cite-scan cite --scan text
cli_case cite-scan-json cite --scan --json text

"$LECTERN" cite --scan text >scanned
"$LECTERN" cite --scan <text | cmp -s - scanned
cli_ok $? 'standard input is read as a file is'
printf 'A/RES/1/1' | "$LECTERN" cite --scan >scanned
test "$(cat scanned)" = A/RES/1/1
cli_ok $? 'a last line without an end counts'
: | "$LECTERN" cite --scan >scanned
test ! -s scanned
cli_ok $? 'no text, no lines'

# As many lines come out as went in, however they fall into blocks.
awk 'BEGIN {
	for (i = 1; i <= 9000; i++)
		printf "%*s%s%d\n", i % 97, "", "see A/RES/70/", i
}' >long
"$LECTERN" cite --scan long >scanned
awk 'BEGIN { for (i = 1; i <= 9000; i++) print "A/RES/70/" i }' >wanted
cmp -s scanned wanted
cli_ok $? 'no line is lost between blocks'
awk 'BEGIN {
	for (i = 0; i < 30000; i++)
		printf "words "
	print "A/RES/75/240"
}' >long
cli_run cite --scan long
test "$(cat out)" = A/RES/75/240
cli_ok $? 'a line longer than a block is one line'
awk 'BEGIN { for (i = 0; i < 700000; i++) printf "0123456789" }' >long
cli_case cite-scan-long cite --scan long

printf 'A/RES/1/1\nword \377 A/RES/1/2\nA/RES/1/3\n' >broken
cli_case cite-scan-broken cite --scan broken
cli_case cite-scan-no-file cite --scan nowhere
cli_case cite-scan-folder cite --scan .

# The library's own rows count, and what is wrong with them is said.
mkdir -p library/meeting library/catalogue
echo 'title: M' >library/meeting/meeting.yaml
printf 'symbol\taka\tvote\nOWN-1\tHouse Rules\tmany\n' \
	>library/catalogue/instruments.tsv
echo 'by the House Rules' >text
cli_case cite-scan-library -L library cite --scan text
cli_case cite-scan-no-library -L nowhere cite --scan text

# --- what a document is, and who cites it ---
cli_copy_library "$top_srcdir/briefs" "$cli_tmp/briefs"
LECTERN_LIBRARY=$cli_tmp/briefs
export LECTERN_LIBRARY
cli_case cite-list cite
cli_case cite-symbol cite 75/240
cp out wanted
for words in A/RES/75/240 'резолюция 75/240' 'resolution 75/240'; do
	cli_run cite "$words"
	cmp -s out wanted
	cli_ok $? "cite $words says the same"
done
cli_run cite resolution 75/240
cmp -s out wanted
cli_ok $? 'words need no quotes'
cli_case cite-name cite -l ru 'Будапештская конвенция'
cli_case cite-list-json cite --json
cli_case cite-symbol-json cite --json 74/247
cli_case cite-near cite 75/420
cli_case cite-unknown cite nothing at all
cli_case cite-two-files cite --scan one two

# Where a document can be read is for the reader to say.
cli_run cite -l ru,fr 75/240
cli_has out 'fr: https://docs.un.org/fr/A/RES/75/240' 'addresses in the languages asked for'
mkdir -p "$HOME/.config/lectern"
printf 'languages = kk,ru\nlinks = https://x.org/?s=<symbol>&l=<lang>\n' \
	>"$HOME/.config/lectern/config"
cli_run cite 75/240
cli_has out 'ru: https://x.org/?s=A/RES/75/240&l=ru' 'addresses by a template of one'"'"'s own'
! grep -q 'docs\.un\.org/ru/A/RES/75/240' out
cli_ok $? 'and then by no other'
rm "$HOME/.config/lectern/config"

# A name that the catalogue gains is found in texts that have not changed.
mkdir "$LECTERN_LIBRARY/catalogue"
printf 'symbol\taka\nOWN-1\tUN terminology\n' \
	>"$LECTERN_LIBRARY/catalogue/instruments.tsv"
cli_run index
cli_run cite OWN-1
cli_exit 0 'another catalogue has texts read again'
cli_has out 'OWN-1' 'and a row of it is an instrument'
cli_run index --json
cli_has out '"read": 0' 'but only once'

# --- how the wording changed ---
mkdir -p said/a-2020 said/b-2021 said/c-2022
for name in a-2020 b-2021 c-2022; do
	printf 'title: %s\nshort: %s\ndate: %s-01-01\n' "$name" "${name%%-*}" \
		"${name#*-}" >"said/$name/meeting.yaml"
done
printf '## 2.2.4\n\n1. We support resolution 75/240 in full.\n' \
	>said/a-2020/en.md
printf '## 2.2.4\n\n1. Мы против такой замены: резолюция 75/240.\n' \
	>said/a-2020/ru.md
printf '## 2.2.4\n\n1. We gladly support %s in part.\n\n2. %s\n' \
	'resolution 75/240' 'Another thing altogether: resolution 75/240.' \
	>said/b-2021/en.md
printf '## 2.2.4\n\n1. Мы против замены: резолюция 75/240.\n' \
	>said/b-2021/ru.md
printf '## Moved {#moved}\n\n1. We gladly support %s in part.\n' \
	'resolution 75/240' >said/c-2022/en.md
cli_case cite-diff -L said cite --diff 75/240
cli_case cite-diff-json -L said cite --diff --json 75/240
cli_run -L said cite --diff 74/247
cli_exit 0 'what no point cites has no wording'
cli_has out 'No point cites it.' 'and that is said'

# --- what was cited when ---
cli_case cite-timeline -L said cite --timeline
cli_case cite-timeline-json -L said cite --timeline --json 75/240
cli_run -L said cite --timeline -o drawn.svg
cli_exit 0 'a timeline is drawn'
cli_ok "$(grep -c '<circle' drawn.svg | sed 's/^3$/0/')" 'a disc a meeting'
if command -v xmllint >/dev/null 2>&1; then
	xmllint --noout drawn.svg
	cli_ok $? 'the drawing is well formed'
else
	cli_skip 'no xmllint (Debian: libxml2-utils)' 'the drawing is well formed'
fi
mkdir -p odd/m
printf 'title: M\nshort: "<&\\"\\u202e>"\ndate: 1999-01-01\n' >odd/m/meeting.yaml
printf '## 1\n\n1. [x](<A/RES/1/1>) and resolution 75/240.\n' >odd/m/en.md
cli_run -L odd cite --timeline -o odd.svg
cli_ok "$(grep -c '<title>1999-01-01 &lt;&amp;&quot;&lt;U+202E&gt;&gt;' odd.svg |
	sed 's/^[12]$/0/')" 'hostile names are words in it'
cli_run -L said cite -o drawn.svg 75/240
cli_exit 2 '--output alone means nothing'
cli_run -L said cite --timeline 74/247
cli_exit 1 'what nobody cites has no timeline'
cli_run -L said cite --timeline -o nowhere/drawn.svg
cli_exit 2 'a folder that is not there'

# No text, no citation.
mkdir -p bare/meeting
printf 'title: M\ndate: 2020-01-01\n' >bare/meeting/meeting.yaml
cli_case cite-list-nothing -L bare cite
cli_end
