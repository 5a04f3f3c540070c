#!/bin/sh
# The sample brief holds its source word for word: each paragraph of the seed
# stands in one of the texts, once markup and what is ours (cues, attribute
# blocks, targets of citations) are taken away.
top_srcdir=${top_srcdir-$(dirname "$0")/../..}
seed=$top_srcdir/../shared/seed/cica-swg-2021-05-27.txt
brief=$top_srcdir/briefs/cica-swg-2021-05-27

if ! test -f "$seed"; then
	echo "1..0 # SKIP the source document is not beside this tree"
	exit 0
fi
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

# Paragraphs of plain words, one a line.
plain() # FILE...
{
	sed -e '/^ *>/d' -e '/^---$/d' -e 's/^#* *//' -e 's/ *{[#.][^}]*}$//' \
		-e 's/\[\([^]]*\)\]([^)]*)/\1/g' -e 's/[*\\]//g' "$@" |
		awk 'BEGIN { RS = ""; FS = "[ \t\n]+" } {
			line = ""
			for (i = 1; i <= NF; i++)
				if ($i != "")
					line = line (line == "" ? "" : " ") $i
			print line
		}'
}

{
	plain "$brief/en.md"
	plain "$brief/ru.md"
	plain "$brief/kk.md"
} >"$tmp/brief"
plain "$seed" | sed '/^$/d' >"$tmp/seed"

echo 1..2
# The two titles are set over two paragraphs here and one in the source.
tr '\n' ' ' <"$tmp/brief" >"$tmp/flow"
awk 'NR == FNR { flow = flow $0; next }
	index(flow, $0) == 0 { print "# not in the brief: " $0; bad = 1 }
	END { exit bad }' "$tmp/flow" "$tmp/seed" && echo "ok 1 - every word" ||
	echo "not ok 1 - every word"
count=$(wc -l <"$tmp/seed")
if test "$count" -gt 40; then
	echo "ok 2 - of $count paragraphs"
else
	echo "not ok 2 - of $count paragraphs only"
fi
