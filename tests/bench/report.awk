# The results of tests/bench/run as a table of ratios beside their targets.
# Fields: name, metric, count, p50, p95, min, max.

{
	p50[$1, $2] = $4
	p95[$1, $2] = $5
	low[$1, $2] = $6
	high[$1, $2] = $7
	runs[$1, $2] = $3
}

function row(words, ours, theirs, unit, target,    ratio, verdict) {
	if (theirs + 0 == 0 || ours == "") {
		printf "%-46s  not measured\n", words
		return
	}
	ratio = ours / theirs
	verdict = target == "" ? "" : ratio <= target ? "yes" : "NO"
	printf "%-46s %9.2f %9.2f %-3s %6.2f %6s %s\n", words, ours / unit, \
		theirs / unit, unit == 1000 ? "ms" : "s", ratio, target, verdict
}

function limit(words, ours, most,    verdict) {
	verdict = ours <= most ? "yes" : "NO"
	printf "%-46s %9.2f %9s %-3s %6s %6.0f %s\n", words, ours / 1024, "", \
		"MiB", "", most / 1024, verdict
}

function texts(size) {
	return size * points * 2
}

END {
	n = split(sizes, size, " ")
	printf "%-46s %9s %9s %-3s %6s %6s\n", "", "ours", "theirs", "", \
		"ratio", "target"
	for (i = 1; i <= n; i++)
		row("start, " texts(size[i]) " texts, against less", \
			p50["open-" size[i], "start"], p50["less", "start"], \
			1000, 2)
	row("start, " texts(last) " against " texts(first) " texts", \
		p50["open-" last, "start"], p50["open-" first, "start"], \
		1000, 1.2)
	row("list, " texts(last) " against " texts(first) " texts", \
		p50["list-" last, "start"], p50["list-" first, "start"], \
		1000, "")
	for (i = 1; i <= n; i++)
		row("list, " texts(size[i]) " texts, against less", \
			p50["list-" size[i], "start"], p50["less", "start"], \
			1000, "")
	split("j PgDn", key, " ")
	for (i = 1; i <= n; i += n > 1 ? n - 1 : 1)
		for (k = 1; k <= 2; k++) {
			name = "open-" size[i]
			row("key " key[k] ", p50, " texts(size[i]) " texts", \
				p50[name, key[k]], p50["less", key[k]], 1000, "")
			row("key " key[k] ", p95, " texts(size[i]) " texts", \
				p95[name, key[k]], p95["less", key[k]], 1000, 2)
		}
	for (i = 1; i <= n; i++) {
		limit("memory, screen, " texts(size[i]) " texts", \
			p50["open-" size[i], "memory"], 12 * 1024)
		limit("memory, list, " texts(size[i]) " texts", \
			p50["list-" size[i], "memory"], 12 * 1024)
	}
	limit("memory, less", p50["less", "memory"], 12 * 1024)
	for (i = 1; i <= n; i++) {
		ours = "index-ours-" size[i]
		plain = "index-plain-" size[i]
		row("index, wall, " texts(size[i]) " texts, against sqlite3", \
			p50[ours, "wall"], p50[plain, "wall"], 1e6, 2)
		row("index, CPU, " texts(size[i]) " texts, against sqlite3", \
			p50[ours, "cpu"], p50[plain, "cpu"], 1e6, "")
		row("index, nothing changed, against the first time", \
			p50["index-again-" size[i], "wall"], \
			p50[ours, "wall"], 1e6, "")
		printf "%-46s %9.2f %9.2f MiB\n", "index, size on disk", \
			p50[ours, "bytes"] / 1048576, \
			p50[plain, "bytes"] / 1048576
		printf "%-46s %9.2f %9.2f MiB\n", "index, memory", \
			p50[ours, "memory"] / 1024, p50[plain, "memory"] / 1024
	}
	print ""
	print "Noise: the same program measured twice in the same run"
	row("less start, p50", p50["less-again", "start"], \
		p50["less", "start"], 1000, "")
	for (k = 1; k <= 2; k++) {
		row("less key " key[k] ", p50", p50["less-again", key[k]], \
			p50["less", key[k]], 1000, "")
		row("less key " key[k] ", p95", p95["less-again", key[k]], \
			p95["less", key[k]], 1000, "")
	}
	row("less start, slowest against fastest", high["less", "start"], \
		low["less", "start"], 1000, "")
	row("our start, slowest against fastest", \
		high["open-" first, "start"], low["open-" first, "start"], \
		1000, "")
}
