# Speaking notes as PDF, against pandoc and groff, and against paps and ps2pdf,
# on the same text at the same size of type. Read by tests/bench/run.
# shellcheck shell=sh
# shellcheck disable=SC2154 # of tests/bench/run

# 'points' points a meeting; what others print is the text of its first
# language.
make_print_library() # POINTS
{
	lib=$dir/lib-print-$1
	test -f "$lib/.made" && return
	rm -rf "$lib"
	"$tools/generate" "$lib" 1 "$1" "$dir/texts-print.tsv"
	: >"$lib/.made"
}

print_ours() # POINTS
{
	quietly "$tools/measure" "$dir/times-print-ours-$1" "$lectern" \
		-L "$dir/lib-print-$1" print "$meeting" -l en --force \
		--no-foot-room -o "$dir/ours.pdf" >/dev/null
}

# The same size and distance of lines, on the same paper.
print_groff() # POINTS
{
	quietly "$tools/measure" "$dir/times-print-groff-$1" sh -c \
		'pandoc -f markdown -t ms -s -V pointsize=16p \
		-V lineheight=24p "$1" |
		groff -ms -Kutf8 -P-pa4 -Tpdf >"$2" 2>/dev/null' \
		sh "$dir/lib-print-$1/$meeting/en.md" "$dir/groff.pdf"
}

print_paps() # POINTS
{
	quietly "$tools/measure" "$dir/times-print-paps-$1" sh -c \
		'paps --font="Serif 16" --paper=a4 --lpi=3 "$1" |
		ps2pdf - "$2"' \
		sh "$dir/lib-print-$1/$meeting/en.md" "$dir/paps.pdf"
}

# paps alone makes PostScript, without fonts in it that a PDF would have.
print_paps_only() # POINTS
{
	quietly "$tools/measure" "$dir/times-print-only-$1" sh -c \
		'paps --font="Serif 16" --paper=a4 --lpi=3 "$1" >"$2"' \
		sh "$dir/lib-print-$1/$meeting/en.md" "$dir/paps.ps"
}

# Wall, memory and pages of the runs so far.
put_print() # NAME POINTS FILE
{
	pages=$(pdfinfo "$3" 2>/dev/null | sed -n 's/^Pages: *//p')
	sort -n "$dir/times-print-$1-$2" |
		awk -v name="print-$1-$2" -v pages="${pages:-0}" '
	{ wall[NR] = $1; memory[NR] = $3 }
	END {
		m = int((NR + 1) / 2)
		print name "\twall\t" NR "\t" wall[m] "\t" wall[NR] \
			"\t" wall[1] "\t" wall[NR]
		print name "\tmemory\t" NR "\t" memory[m]
		if (pages)
			print name "\tpage\t" NR "\t" wall[m] / pages \
				"\t" wall[NR] / pages "\t" wall[1] / pages
	}' >>"$results"
}

measure_print() # POINTS TIMES
{
	say "printing $1 points, $2 times"
	make_print_library "$1"
	rm -f "$dir"/times-print-*-"$1"
	times=$2
	while test "$times" -gt 0; do
		print_ours "$1"
		print_groff "$1"
		print_paps "$1"
		print_paps_only "$1"
		times=$((times - 1))
	done
	put_print ours "$1" "$dir/ours.pdf"
	put_print groff "$1" "$dir/groff.pdf"
	put_print paps "$1" "$dir/paps.pdf"
	put_print only "$1" "$dir/paps.pdf"
}

# One page, a meeting's worth, and four times as much for the memory.
measure_printing()
{
	for tool in pandoc groff paps ps2pdf pdfinfo; do
		command -v $tool >/dev/null 2>&1 || {
			say "$tool is missing (Debian: pandoc, groff, paps," \
				'ghostscript, poppler-utils): not printed'
			return
		}
	done
	measure_print 1 "$repeats"
	measure_print 400 3
	make_print_library 1600
	rm -f "$dir/times-print-ours-1600"
	print_ours 1600
	put_print ours 1600 "$dir/ours.pdf"
}
