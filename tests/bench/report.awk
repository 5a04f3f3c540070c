# The results of tests/bench/run as a table of ratios beside their targets.
# Fields: name, metric, count, p50, p95, min, max.

{
	p50[$1, $2] = $4
	p95[$1, $2] = $5
	low[$1, $2] = $6
	high[$1, $2] = $7
}

# Ours and theirs, the ratio, and what the ratio may be.
function line(words, x, y, unit, target,    ok) {
	if (x + 0 == 0 || y + 0 == 0) {
		printf "%-44s  not measured\n", words
		return
	}
	ok = target == "" ? "" : x / y <= target ? "yes" : "NO"
	printf "%-44s %8.2f %8.2f %-3s %6.2f %6s %s\n", words, x / unit, \
		y / unit, unit == 1000 ? "ms" : "s", x / y, target, ok
}

# The middle run, and the fastest: a busy machine disturbs that least.
function middle(words, a, b, metric, unit, target) {
	line(words, p50[a, metric], p50[b, metric], unit, target)
	if (low[a, metric] + 0 > 0)
		line("  fastest run", low[a, metric], low[b, metric], unit, "")
}

function limit(words, a, most,    ours) {
	ours = p50[a, "memory"] / 1024
	printf "%-44s %8.2f %8s %-3s %6s %6.0f %s\n", words, ours, "", "MiB", \
		"", most, ours <= most ? "yes" : "NO"
}

# One key in both programs; their key may be another that draws as much.
function key(words, name, ours, less, theirs,    target) {
	line("key " words ", p50", p50[name, ours], p50[less, theirs], 1000, "")
	target = ours == theirs && ours == "j" ? "" : 2
	line("key " words ", p95", p95[name, ours], p95[less, theirs], 1000, \
		target)
}

function keys(name, less, texts) {
	key("PgDn" texts, name, "PgDn", less, "PgDn")
	key("j, less PgDn" texts, name, "j", less, "PgDn")
	key("j" texts, name, "j", less, "j")
}

function indexing(size, texts,    ours, plain, again, whole) {
	ours = "index-ours-" size
	plain = "index-plain-" size
	again = "index-again-" size
	whole = "index-whole-" size
	middle("index, " texts " texts, against sqlite3", ours, plain, \
		"wall", 1e6, 2)
	line("  processor's time", p50[ours, "cpu"], p50[plain, "cpu"], 1e6, "")
	middle("  with words", whole, plain, "wall", 1e6, 2)
	line("  processor's time", p50[whole, "cpu"], p50[plain, "cpu"], 1e6, "")
	line("  nothing changed, against the first time", \
		p50[again, "wall"], p50[ours, "wall"], 1e6, "")
	printf "%-44s %8.2f %8.2f MiB\n", "  size on disk", \
		p50[ours, "bytes"] / 1048576, p50[plain, "bytes"] / 1048576
	printf "%-44s %8.2f %8.2f MiB\n", "  memory", \
		p50[ours, "memory"] / 1024, p50[plain, "memory"] / 1024
}

# A key of a search: 10 ms in 19 of 20 cases, a tenth of the time rg takes.
function searching(size, texts,    ours, rg) {
	ours = "search-" size
	rg = "rg-" size
	most("search, a key, " texts " texts, p95", p95[ours, "key"], 10)
	most("  processor's time, p95", p95[ours, "cpu"], "")
	line("  p95 against rg -i", p95[ours, "key"], p50[rg, "key"], 1000, 0.1)
	line("  p50 against rg -i", p50[ours, "key"], p50[rg, "key"], 1000, 0.1)
}

# The processor's time; 20 us a point are 50,000 points a second.
function checking(    alone) {
	alone = p50["check-alone", "point"]
	printf "%-44s %8.2f %8s %-3s %6s %6.0f %s\n", "check, a point", \
		alone, "", "us", "", 20, alone <= 20 ? "yes" : "NO"
	printf "%-44s %8.2f %8s %-3s\n", "  with reading and parsing it", \
		p50["check-all", "point"], "", "us"
	line("check, against wc -w", p50["check-all", "cpu"], \
		p50["check-wc", "cpu"], 1000, "")
	line("check, against aspell on the English alone", \
		p50["check-all", "cpu"], p50["check-aspell", "cpu"], 1000, "")
	line("check, 2000 points against 1000", p50["check-2000", "cpu"], \
		p50["check-1000", "cpu"], 1000, 2.2)
	limit("memory, check", "check-all", 12)
	limit("memory, check of 2000 points", "check-2000", 24)
}

# Pages are as many as each program makes of the text.
function printing() {
	line("print, a page, against pandoc and groff", \
		p50["print-ours-400", "page"], p50["print-groff-400", "page"], \
		1000, 1)
	line("print, a page, against paps and ps2pdf", \
		p50["print-ours-400", "page"], p50["print-paps-400", "page"], \
		1000, 1)
	middle("  all 400 points, against pandoc and groff", \
		"print-ours-400", "print-groff-400", "wall", 1e6, "")
	middle("print, start to one page, against paps", \
		"print-ours-1", "print-only-1", "wall", 1000, 2)
	middle("  against paps and ps2pdf, as PDF", "print-ours-1", \
		"print-paps-1", "wall", 1000, 1)
	limit("memory, print, one page", "print-ours-1", 64)
	limit("memory, print, 400 points", "print-ours-400", 64)
	limit("memory, print, 1600 points", "print-ours-1600", 128)
}

# All of the command by the processor: decoded, structured, aligned, written.
function importing(    ours, speed) {
	ours = p50["import-ours", "cpu"]
	if (ours + 0 > 0) {
		speed = p50["import", "bytes"] / ours
		printf "%-44s %8.2f %8s %-4s %5s %6.0f %s\n", \
			"import, 8 MB, by the processor", speed, "", "MB/s", \
			"", 20, speed < 20 ? "NO" : "yes"
	}
	line("  against iconv", ours, p50["import-iconv", "cpu"], 1000, "")
	line("  against pandoc -f markdown -t json", ours, \
		p50["import-pandoc", "cpu"], 1000, "")
}

function most(words, x, target) {
	printf "%-44s %8.2f %8s %-3s %6s %6s %s\n", words, x / 1000, "", "ms", \
		"", target, target == "" ? "" : x / 1000 <= target ? "yes" : "NO"
}

function spread(words, name) {
	if (low[name, "start"] + 0 > 0)
		printf "%-44s %8.2f %8.2f ms  %6.2f\n", words, \
			high[name, "start"] / 1000, low[name, "start"] / 1000, \
			high[name, "start"] / low[name, "start"]
}

END {
	n = split(sizes, size, " ")
	for (i = 1; i <= n; i++)
		texts[i] = size[i] * points * 2
	printf "%-44s %8s %8s %-3s %6s %6s\n", "", "ours", "theirs", "", \
		"ratio", "target"
	for (i = 1; i <= n; i++)
		middle("start, " texts[i] " texts, against less", \
			"open-" size[i], "less", "start", 1000, 2)
	middle("start, " texts[n] " against " texts[1] " texts", \
		"open-" size[n], "open-" size[1], "start", 1000, 1.2)
	for (i = 1; i <= n; i++)
		middle("list, " texts[i] " texts, against less", \
			"list-" size[i], "less", "start", 1000, "")
	middle("list, " texts[n] " against " texts[1] " texts", \
		"list-" size[n], "list-" size[1], "start", 1000, "")
	keys("open-" size[1], "less", ", " texts[1] " texts")
	if (n > 1)
		keys("open-" size[n], "less", ", " texts[n] " texts")
	keys("open-long", "less-long", ", " long * 2 " texts")
	middle("start, a brief of " long " points", "open-long", "less-long", \
		"start", 1000, "")
	limit("memory, a brief of " long " points", "open-long", 12)
	most("follow, a key, p95", p95["follow", "key"], 200)
	for (i = 1; i <= n; i++) {
		limit("memory, screen, " texts[i] " texts", "open-" size[i], 12)
		limit("memory, list, " texts[i] " texts", "list-" size[i], 12)
	}
	limit("memory, less", "less", 12)
	for (i = 1; i <= n; i++)
		indexing(size[i], texts[i])
	for (i = 1; i <= n; i++)
		searching(size[i], texts[i])
	checking()
	printing()
	importing()
	print "\nNoise: less twice in the same run, and the spread of the runs"
	middle("less, start", "less-again", "less", "start", 1000, "")
	key("PgDn", "less-again", "PgDn", "less", "PgDn")
	spread("less, slowest start against fastest", "less")
	spread("ours, slowest start against fastest", "open-" size[1])
}
