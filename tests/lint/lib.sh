# What the lint scripts share: TAP, and the lists of files they look at.
# shellcheck shell=sh
# Sourced with $top_srcdir and $top_builddir set; both default to the tree
# the script stands in, so that a script can be run by hand.

top_srcdir=${top_srcdir-$(cd "$(dirname "$0")/../.." && pwd)}
top_builddir=${top_builddir-$top_srcdir/build}
LC_ALL=C
export LC_ALL

tap_count=0
tap_failed=0
lint_tmp=$(mktemp -d)
trap 'rm -rf "$lint_tmp"' EXIT

# Passes where the file of findings is empty; the findings are shown.
tap_empty() # FILE DESCRIPTION
{
	tap_count=$((tap_count + 1))
	if test -s "$1"; then
		tap_failed=$((tap_failed + 1))
		echo "not ok $tap_count - $2"
		sed 's/^/# /' "$1"
	else
		echo "ok $tap_count - $2"
	fi
}

tap_skip() # REASON DESCRIPTION
{
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $2 # SKIP $1"
}

tap_end()
{
	echo "1..$tap_count"
	test $tap_failed = 0
}

# C files below the folders given, relative to the source tree.
list_c() # FOLDER...
{
	(cd "$top_srcdir" && find "$@" -name '*.[ch]' -type f -print | sort)
}

is_checkout()
{
	git -C "$top_srcdir" rev-parse --is-inside-work-tree \
		>/dev/null 2>&1 &&
		test "$(git -C "$top_srcdir" rev-parse --show-toplevel)" = \
			"$(cd "$top_srcdir" && pwd -P)"
}

# Source without comments and without what stands in quotes, each line led by
# FILE:LINE: so that findings can be found.
strip_c() # FILE...
{
	(cd "$top_srcdir" && awk '
	FNR == 1 { inside = 0 }
	{
		out = ""
		n = length($0)
		for (i = 1; i <= n; i++) {
			c = substr($0, i, 1)
			two = substr($0, i, 2)
			if (inside) {
				if (two == "*/") { inside = 0; i++ }
			} else if (two == "/*") {
				inside = 1; i++
			} else if (two == "//") {
				break
			} else if (c == "\"" || c == "\047") {
				out = out c
				for (i++; i <= n; i++) {
					d = substr($0, i, 1)
					if (d == "\\") i++
					else if (d == c) break
				}
				out = out c
			} else
				out = out c
		}
		print FILENAME ":" FNR ": " out
	}' "$@")
}
