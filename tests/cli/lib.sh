# What the scripts of tests/cli share: a library that may be written to, and
# cases that compare what the program says with a file in expected/.
# LECTERN_UPDATE=1 writes those files anew: read them before you commit them.
# shellcheck shell=sh

top_srcdir=${top_srcdir-$(cd "$(dirname "$0")/../.." && pwd)}
LECTERN=${LECTERN-$top_srcdir/build/lectern}
cli_folder=$top_srcdir/tests/cli
cli_tmp=$(mktemp -d)
trap 'chmod -R u+w "$cli_tmp"; rm -rf "$cli_tmp"' EXIT
cli_count=0
cli_failed=0

# Nothing of the person who runs the tests may show.
HOME=$cli_tmp/home
LC_ALL=C.UTF-8
TERM=dumb
LECTERN_LOCALEDIR=$cli_tmp/none
export HOME LC_ALL TERM LECTERN_LOCALEDIR
unset LECTERN_LIBRARY LANGUAGE NO_COLOR COLUMNS LINES XDG_CACHE_HOME \
	XDG_CONFIG_HOME XDG_STATE_HOME
mkdir "$HOME"

# A copy: the index is written beside the texts.
cli_copy_library() # FROM TO
{
	cp -R "$1" "$2" && chmod -R u+w "$2"
}

cli_ok() # CONDITION-STATUS DESCRIPTION
{
	cli_count=$((cli_count + 1))
	if test "$1" = 0; then
		echo "ok $cli_count - $2"
	else
		cli_failed=$((cli_failed + 1))
		echo "not ok $cli_count - $2"
	fi
}

cli_skip() # REASON DESCRIPTION
{
	cli_count=$((cli_count + 1))
	echo "ok $cli_count - $2 # SKIP $1"
}

# Runs the program; the outputs are left in $cli_tmp/out and $cli_tmp/err,
# the exit code in $cli_code.
cli_run() # ARGUMENT...
{
	cli_code=0
	"$LECTERN" "$@" >"$cli_tmp/out" 2>"$cli_tmp/err" </dev/null ||
		cli_code=$?
}

# Compares the last run with expected/NAME: standard output, then standard
# error after a line "stderr:", then the exit code.
cli_expect() # NAME DESCRIPTION
{
	cli_file=$cli_folder/expected/$1
	{
		cat "$cli_tmp/out"
		test ! -s "$cli_tmp/err" || echo "stderr:"
		cat "$cli_tmp/err"
		echo "exit: $cli_code"
	} | sed "s|$cli_tmp|TMP|g" >"$cli_tmp/actual"
	test -z "$LECTERN_UPDATE" || cp "$cli_tmp/actual" "$cli_file"
	cli_same=0
	diff -u "$cli_file" "$cli_tmp/actual" >"$cli_tmp/diff" 2>&1 ||
		cli_same=1
	cli_ok $cli_same "$2"
	test $cli_same = 0 || sed 's/^/# /' "$cli_tmp/diff"
}

# A run, compared.
cli_case() # NAME ARGUMENT...
{
	cli_name=$1
	shift
	cli_run "$@"
	cli_expect "$cli_name" "$cli_name: lectern $*"
}

# True where the file holds the words.
cli_has() # FILE WORDS DESCRIPTION
{
	cli_found=0
	grep -qF -e "$2" "$cli_tmp/$1" || cli_found=1
	cli_ok $cli_found "$3"
	test $cli_found = 0 || sed 's/^/# /' "$cli_tmp/$1"
}

cli_exit() # CODE DESCRIPTION
{
	cli_same=0
	test "$cli_code" = "$1" || cli_same=1
	cli_ok $cli_same "$2"
	test $cli_same = 0 ||
		echo "# exit code $cli_code: $(cat "$cli_tmp/err")"
}

# True where no line of the output has more characters than that.
cli_widths() # CELLS
{
	! LC_ALL=C.UTF-8 grep -qE "^.{$(($1 + 1))}" "$cli_tmp/out"
}

cli_end()
{
	echo "1..$cli_count"
	test $cli_failed = 0
}
