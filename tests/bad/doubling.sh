#!/bin/sh
# Time grows in proportion to the input: twice as much of something bad takes
# at most 2.2 times the processor's time. Two doublings are measured at once,
# 2.2 * 2.2 in all, since memory is got in steps. The best of several runs
# counts, and a pair that looks slow is measured again and again. What grows
# with the square takes 16 times as long and fails every time; a pair that
# stays between 4.84 and 8 shows a busy machine, and is skipped.
. "${top_srcdir-$(dirname "$0")/../..}/tests/bad/lib.sh"

if test "${LECTERN_SANITIZED-no}" = yes; then
	bad_skip 'sanitizers have a time of their own' 'time is in proportion'
	bad_end
	exit
fi
measure=$bad_tools/measure
tries=16

# The least time of a run, in microseconds, kept over the calls.
run_once() # ID FILE-OF-TIMES
{
	timeout 60 "$measure" "$2" "$LECTERN" -L "$lib" show "$1" -l en \
		--width 80 >/dev/null 2>&1 </dev/null
}

least() # FILE
{
	awk '!best || $2 < best { best = $2 } END { print best + 0 }' "$1"
}

# What the program takes to start and to show next to nothing is not counted.
good_meeting
for try in 1 2 3 4 5 6; do
	run_once good "$bad_tmp/times-good"
done
start=$(least "$bad_tmp/times-good")

# Both sizes take turns until the ratio fits or the tries are used up.
doubles() # DESCRIPTION TEXT COUNT [BEFORE] [AFTER]
{
	rm -rf "$lib/small" "$lib/large" "$bad_tmp/times-small" \
		"$bad_tmp/times-large"
	new_meeting small
	new_meeting large
	for id in small large; do
		count=$3
		test $id = small || count=$(($3 * 4))
		{
			printf '# T\n\n## Paragraph 1\n\n1. '
			printf '%b' "${4-}"
			repeat "$2" "$count"
			printf '%b\n' "${5-}"
		} >"$lib/$id/en.md"
	done
	try=0
	fits=1
	while test $try -lt $tries && test $fits = 1; do
		run_once small "$bad_tmp/times-small"
		run_once large "$bad_tmp/times-large"
		try=$((try + 1))
		test $try -lt 2 && continue
		small=$(least "$bad_tmp/times-small")
		large=$(least "$bad_tmp/times-large")
		takes_at_most 4.84 && fits=0
	done
	words="$1: $((small - start)), then $((large - start)) us"
	if test $fits != 0 && takes_at_most 8; then
		bad_skip 'the machine is too busy to tell' "$words"
	else
		bad_ok $fits "$words"
	fi
}

# The large text's time against the small one's, both without the start; less
# than a millisecond is counted as one, as starts differ by as much.
takes_at_most() # RATIO
{
	awk -v a="$small" -v b="$large" -v c="$start" -v most="$1" 'BEGIN {
		a -= c
		b -= c
		if (a < 1000)
			a = 1000
		exit !(b > 0 && a > 0 && b <= most * a)
	}'
}

doubles 'words' 'word ' 50000
doubles 'one word' 'w' 250000
doubles 'quotes in quotes' '> ' 100000
doubles 'open brackets' '[' 100000
doubles 'open links' '[a](' 40000
doubles 'images' '![' 60000
doubles 'stars' '*a **a ' 15000
doubles 'stars and lines' '*a_ ' 15000
doubles 'backticks' '`a``b' 30000
doubles 'entities' '&amp;&#0;&x' 10000
doubles 'angles' '<a <!-- <?' 10000
doubles 'braces' '{#a .b c="d' 10000
doubles 'citations' 'A/RES/75/240 and ' 10000
doubles 'almost citations' 'A/RES/A/RES/' 10000
doubles 'marks' '\314\201' 200000 e
doubles 'Cyrillic' '\320\266\320\264 ' 25000
doubles 'Arabic' '\330\247\331\204 ab ' 10000
doubles 'bytes that are no text' '\377\300' 25000
doubles 'escapes' '\033[31m' 15000
doubles 'NUL bytes' '\000' 25000
doubles 'empty lines' '\n' 400000
doubles 'items' '\n   - a' 10000
doubles 'continuations' '\n\n   a' 10000
doubles 'cues' '\n\n   > a' 5000
doubles 'sections' '\n\n## Paragraph 1\n\n' 2500
doubles 'table rows' '\n   | a | b |' 5000
bad_end
