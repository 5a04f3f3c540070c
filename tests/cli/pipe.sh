#!/bin/sh
# A reader that leaves, a disk that is full, a terminal that cannot draw.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

# The reader is gone before the first byte: a pipe whose end is closed.
mkfifo "$cli_tmp/pipe"
sh -c 'exec 3<"$1"; exec 3<&-' sh "$cli_tmp/pipe" &
exec 4>"$cli_tmp/pipe"
wait
code=0
"$LECTERN" show group-2021-05-27 >&4 2>"$cli_tmp/err" || code=$?
exec 4>&-
test "$code" = 2
cli_ok $? 'a reader that left: it could not be done'
test ! -s "$cli_tmp/err"
cli_ok $? 'and nobody is told'

if test -c /dev/full && ! echo 1 2>"$cli_tmp/null" >/dev/full; then
	code=0
	"$LECTERN" list >/dev/full 2>"$cli_tmp/err" || code=$?
	test "$code" = 2
	cli_ok $? 'a full disk: it could not be done'
	test -s "$cli_tmp/err"
	cli_ok $? 'and it is said'
else
	cli_skip 'no /dev/full' 'a full disk'
fi

code=0
"$LECTERN" list --ids >&- 2>"$cli_tmp/err" || code=$?
test "$code" = 2
cli_ok $? 'a closed output: it could not be done'

# New files are private.
cli_run index
mode=$(find "$cli_tmp/library/.lectern" -perm /077)
test -z "$mode"
cli_ok $? "the index is the owner's alone"
cli_end
