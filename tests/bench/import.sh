# A document of a few megabytes into a draft, decoded and structured, against
# iconv, which only decodes, and pandoc, which only parses. Read by
# tests/bench/run.
# shellcheck shell=sh
# shellcheck disable=SC2154 # of tests/bench/run

# A document that came from a ministry, again and again: 8 MB.
make_import_text()
{
	test -f "$dir/import.txt" && return
	times=650
	while test "$times" -gt 0; do
		cat "$(dirname "$0")/../draft/cica.txt"
		echo
		times=$((times - 1))
	done >"$dir/import.txt"
}

import_ours()
{
	quietly "$tools/measure" "$dir/times-import-ours" "$lectern" \
		-L "$dir/lib-import" import --dry-run "$dir/import.txt" \
		>/dev/null
}

import_others()
{
	quietly "$tools/measure" "$dir/times-import-iconv" \
		iconv -f utf-8 -t utf-16 "$dir/import.txt" >/dev/null
	quietly "$tools/measure" "$dir/times-import-pandoc" \
		pandoc -f markdown -t json "$dir/import.txt" >/dev/null
}

measure_importing()
{
	for tool in iconv pandoc; do
		command -v $tool >/dev/null 2>&1 || {
			say "$tool is missing (Debian: libc-bin, pandoc):" \
				'not imported'
			return
		}
	done
	say 'importing 8 MB, 3 times'
	make_import_text
	mkdir -p "$dir/lib-import"
	rm -f "$dir"/times-import-*
	for times in 1 2 3; do
		import_ours
		import_others
	done
	for name in ours iconv pandoc; do
		sort -n "$dir/times-import-$name" | cut -d' ' -f1 |
			put_row "import-$name" wall
		cut -d' ' -f2 "$dir/times-import-$name" |
			put_row "import-$name" cpu
	done
	size=$(wc -c <"$dir/import.txt")
	printf 'import\tbytes\t1\t%s\t\t\t\n' "$size" >>"$results"
}
