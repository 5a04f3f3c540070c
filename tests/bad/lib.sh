# What the scripts of tests/bad share: a library that means harm, made anew
# for each script, and a way to run the program that never waits for ever.
# shellcheck shell=sh

top_srcdir=${top_srcdir-$(cd "$(dirname "$0")/../.." && pwd)}
top_builddir=${top_builddir-$top_srcdir/build}
LECTERN=${LECTERN-$top_builddir/lectern}
bad_tools=$top_builddir/tests/bad
bad_tmp=$(mktemp -d)
trap 'chmod -R u+rwx "$bad_tmp"; rm -rf "$bad_tmp"' EXIT
bad_count=0
bad_failed=0
bad_seconds=20
lib=$bad_tmp/library
out=$bad_tmp/out
err=$bad_tmp/err
both=$bad_tmp/both

# Nothing of the person who runs the tests may show.
HOME=$bad_tmp/home
LC_ALL=C.UTF-8
TERM=xterm-256color
TMPDIR=$bad_tmp
export HOME LC_ALL TERM TMPDIR
unset LECTERN_LIBRARY LANGUAGE NO_COLOR COLUMNS LINES XDG_CACHE_HOME \
	XDG_CONFIG_HOME XDG_STATE_HOME MAKEFLAGS
mkdir "$HOME" "$lib"

bad_ok() # STATUS DESCRIPTION [FILE TO SHOW]
{
	bad_count=$((bad_count + 1))
	if test "$1" = 0; then
		echo "ok $bad_count - $2"
		return
	fi
	bad_failed=$((bad_failed + 1))
	echo "not ok $bad_count - $2"
	test -z "${3-}" || tr -cd '\n\t -~' <"$3" | head -n 20 |
		awk '{ print "# " substr($0, 1, 200) }'
}

bad_skip() # REASON DESCRIPTION
{
	bad_count=$((bad_count + 1))
	echo "ok $bad_count - $2 # SKIP $1"
}

bad_end()
{
	echo "1..$bad_count"
	test $bad_failed = 0
}

# Runs the program on the library; its status is in $status.
bad_run() # ARGUMENT...
{
	status=0
	timeout $bad_seconds "$LECTERN" -L "$lib" "$@" >"$out" 2>"$err" \
		</dev/null || status=$?
	cat "$out" "$err" >"$both"
}

# What every run must do, however bad the input: end by itself, in time, with
# one of its own exit codes, and send nothing but text.
bad_fit() # DESCRIPTION
{
	case $status in
	0 | 1 | 2) bad_ok 0 "$1: ends by itself" ;;
	124) bad_ok 1 "$1: ends within $bad_seconds s" ;;
	*) bad_ok 1 "$1: ends by itself, not with status $status" "$err" ;;
	esac
	"$bad_tools/clean" text <"$out" >"$bad_tmp/unfit" &&
		"$bad_tools/clean" text <"$err" >"$bad_tmp/unfit"
	bad_ok $? "$1: only text gets out" "$bad_tmp/unfit"
}

# The words must stand in what the last run said, as a basic expression.
bad_says() # EXPRESSION DESCRIPTION
{
	grep -q -- "$1" "$both"
	bad_ok $? "$2" "$both"
}

new_meeting() # ID
{
	mkdir "$lib/$1"
	printf 'title: T\ndate: 2001-01-01\nlanguages: [en]\n' \
		>"$lib/$1/meeting.yaml"
}

# One character, many times.
repeat() # TEXT COUNT
{
	awk -v text="$1" -v count="$2" 'BEGIN {
		for (i = 0; i < count; i++)
			printf "%s", text
	}'
}

good_meeting()
{
	new_meeting good
	echo 'short: good' >>"$lib/good/meeting.yaml"
	printf '# T\n\n## Paragraph 1\n\n1. A sound point.\n' \
		>"$lib/good/en.md"
}

# Text that would do something to a terminal, in every place a text can be.
hostile='\033]0;owned\007\033[6n\033[31mred\033c\033P1$r\033\\\\'
hostile_text()
{
	new_meeting escape
	printf "# T $hostile\n\n## Paragraph 1 $hostile\n\n1. a $hostile b\n\n   > c $hostile\n\n## Israel {#israel to=\"$hostile\"}\n\n<!-- $hostile -->\n\nsee [x](A/RES/$hostile)\n" \
		>"$lib/escape/en.md"
	printf 'title: "T \\e]0;owned\\a"\nshort: "\\e[6n"\nplace: "\\x9b31m"\ndate: 2001-01-01\nlanguages: [en]\n"\\e[2J": x\n' \
		>"$lib/escape/meeting.yaml"
	new_meeting c1
	printf '# T\n\n## Paragraph 1\n\n1. a \302\2332Jb \302\235x\302\234 c \177 d\r\be\n' \
		>"$lib/c1/en.md"
	new_meeting bidi
	printf '# T\n\n## Paragraph 1\n\n1. a \342\200\256b\342\200\252 \342\201\246c \330\234 \363\240\201\201 d\n' \
		>"$lib/bidi/en.md"
	new_meeting overlong
	printf '# T\n\n## Paragraph 1\n\n1. a \300\257 b \340\200\257 c \355\240\200 d \364\220\200\200 e \200 f \303\n' \
		>"$lib/overlong/en.md"
	new_meeting nul
	printf '# T\n\n## Paragraph 1\n\n1. a\000b\n' >"$lib/nul/en.md"
}

# More of something than anyone writes.
hostile_size()
{
	new_meeting long
	{
		printf '# T\n\n## Paragraph 1\n\n1. '
		head -c 1048576 /dev/zero | tr '\0' 'w'
		echo
	} >"$lib/long/en.md"
	new_meeting many
	{
		printf '# T\n\n## Paragraph 1\n\n'
		awk 'BEGIN { for (i = 1; i <= 100000; i++) print i "." }'
	} >"$lib/many/en.md"
	new_meeting deep
	{
		printf '# T\n\n## Paragraph 1\n\n1. a\n\n'
		repeat '> ' 50000
		printf 'x\n\n'
		awk 'BEGIN { for (i = 0; i < 300; i++)
			printf "%" (3 * i) "s1. a\n", "" }'
	} >"$lib/deep/en.md"
	new_meeting large
	{
		printf '# T\n\n## Paragraph 1\n\n1. '
		head -c 5000000 /dev/zero | tr '\0' 'a'
		echo
	} >"$lib/large/en.md"
	new_meeting marks
	{
		printf '# T\n\n## Paragraph 1\n\n1. e'
		repeat '\314\201' 100000
		echo
	} >"$lib/marks/en.md"
	sed -n 1,4p "$lib/marks/en.md" >/dev/null
}

hostile_facts()
{
	mkdir "$lib/no-facts" "$lib/broken-facts" "$lib/folder-facts" \
		"$lib/deep-facts" "$lib/bomb-facts" "$lib/empty-facts" \
		"$lib/binary-facts"
	for id in no-facts broken-facts folder-facts deep-facts bomb-facts \
		empty-facts binary-facts; do
		printf '# T\n\n## Paragraph 1\n\n1. Still here.\n' \
			>"$lib/$id/en.md"
	done
	printf 'title: T\ndate: [2001\nshort: x: y\n' \
		>"$lib/broken-facts/meeting.yaml"
	mkdir "$lib/folder-facts/meeting.yaml"
	{
		printf 'title: '
		repeat '[' 20000
	} >"$lib/deep-facts/meeting.yaml"
	{
		printf 'a0: &a0 [x, x]\n'
		i=1
		while test $i -lt 40; do
			printf 'a%d: &a%d [*a%d, *a%d]\n' $i $i $((i - 1)) \
				$((i - 1))
			i=$((i + 1))
		done
		printf 'title: *a39\ndate: 2001-01-01\n'
	} >"$lib/bomb-facts/meeting.yaml"
	: >"$lib/empty-facts/meeting.yaml"
	head -c 4096 /dev/zero >"$lib/binary-facts/meeting.yaml"
}

# Things in the place of a text that are no regular files.
hostile_files()
{
	for id in folder pipe loop dangling endless; do
		new_meeting "$id"
		printf '# T\n\n## Paragraph 1\n\n1. Still here.\n' \
			>"$lib/$id/ru.md"
	done
	mkdir "$lib/folder/en.md"
	mkfifo "$lib/pipe/en.md"
	ln -s en.md "$lib/loop/en.md"
	ln -s /nowhere/at/all "$lib/dangling/en.md"
	ln -s /dev/zero "$lib/endless/en.md"
	ln -s . "$lib/itself"
	mkfifo "$lib/a-pipe"
	: >"$lib/a-file"
}

hostile_names()
{
	for name in "$(printf 'esc\033[5mname')" "$(printf 'line\nbreak')" \
		"$(printf 'c1\302\2335m')" "$(printf 'bad\377byte')" \
		"$(printf 'bidi\342\200\256')" ' ' -rf '--help' '*' '%s%n' \
		"$(repeat x 255)"; do
		mkdir "$lib/$name" || continue
		printf 'title: T\ndate: 2001-01-01\n' \
			>"$lib/$name/meeting.yaml"
		printf '# T\n\n## Paragraph 1\n\n1. \033[5mx\n' \
			>"$lib/$name/en.md"
	done
	new_meeting names
	printf '# T\n\n## Paragraph 1\n\n1. Still here.\n' \
		>"$lib/names/$(printf 'e\033[5mn.md')"
	cp "$lib/names/$(printf 'e\033[5mn.md')" "$lib/names/en.md"
}
