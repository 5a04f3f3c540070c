# The checks, on clean briefs in seven languages and on one long brief, against
# wc -w and aspell list on the same texts. Read by tests/bench/run.
# shellcheck shell=sh
# shellcheck disable=SC2154 # of tests/bench/run

clean=$(dirname "$0")/../check/clean
check_points=38 # in one copy of the clean briefs

make_check_library() # COPIES
{
	lib=$dir/lib-check
	test -f "$lib/.made" && return
	rm -rf "$lib"
	mkdir -p "$lib"
	copy=$1
	while test "$copy" -gt 0; do
		for brief in "$clean"/*/; do
			cp -R "$brief" "$lib/$(basename "$brief")-$copy"
		done
		copy=$((copy - 1))
	done
	cp "$clean/terms.tsv" "$lib"
	chmod -R u+w "$lib"
	cat "$lib"/*/*.md >"$dir/text-check"
	cat "$lib"/*/en.md >"$dir/text-check-en"
	: >"$lib/.made"
}

# One brief of so many points.
make_check_brief() # POINTS
{
	lib=$dir/lib-check-$1
	test -f "$lib/.made" && return
	rm -rf "$lib"
	"$tools/generate" "$lib" 1 "$1" "$dir/texts-check.tsv"
	: >"$lib/.made"
}

check_ours() # NAME LIBRARY
{
	quietly "$tools/measure" "$dir/times-check-$1" "$lectern" -L "$2" \
		check >/dev/null 2>&1 || :
}

put_check() # NAME POINTS
{
	sort -n -k2 "$dir/times-check-$1" |
		awk -v name="check-$1" -v points="$2" '
	{ cpu[NR] = $2; if ($3 > memory) memory = $3 }
	END {
		m = int((NR + 1) / 2)
		print name "\tcpu\t" NR "\t" cpu[m]
		print name "\tpoint\t" NR "\t" cpu[m] / points
		print name "\tmemory\t" NR "\t" memory
	}' >>"$results"
}

measure_checks() # COPIES TIMES
{
	say "checking $(($1 * check_points)) points, $2 times"
	make_check_library "$1"
	make_check_brief 1000
	make_check_brief 2000
	rm -f "$dir"/times-check-*
	times=$2
	while test "$times" -gt 0; do
		check_ours all "$dir/lib-check"
		"$tools/checking" "$dir/lib-check" >>"$dir/times-check-alone"
		check_ours 1000 "$dir/lib-check-1000"
		check_ours 2000 "$dir/lib-check-2000"
		quietly "$tools/measure" "$dir/times-check-wc" \
			wc -w "$dir/text-check" >/dev/null
		! command -v aspell >/dev/null 2>&1 ||
			quietly "$tools/measure" "$dir/times-check-aspell" \
				sh -c 'aspell -l en list <"$1"' sh \
				"$dir/text-check-en" >/dev/null
		times=$((times - 1))
	done
	put_check all $(($1 * check_points))
	sort -n -k2 "$dir/times-check-alone" | awk '
		{ one[NR] = $2 / $1 }
		END { print "check-alone\tpoint\t" NR "\t" one[int((NR + 1) / 2)] }
	' >>"$results"
	put_check 1000 1000
	put_check 2000 2000
	put_check wc $(($1 * check_points))
	test ! -f "$dir/times-check-aspell" ||
		put_check aspell $(($1 * check_points))
}
