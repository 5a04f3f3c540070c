#!/bin/sh
# lectern index: what is read, what is said, what becomes of a bad index.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cli_case index-first index
cli_case index-again index
cli_case index-all index --all --json
cli_case index-quiet index --all --quiet

rm "$cli_tmp/library/group-2020-03-02/meeting.yaml"
cli_case index-no-facts index
cli_case index-list-errors list
rm -r "$cli_tmp/library/group-2020-03-02"
cli_case index-removed index

# A damaged index is set aside, said, and made anew.
echo 'This is no database.' >"$cli_tmp/library/.lectern/index.db"
rm -f "$cli_tmp/library/.lectern/index.db-wal" \
	"$cli_tmp/library/.lectern/index.db-shm"
cli_run list --ids
cli_exit 0 'a damaged index does not hinder the list'
cli_has err 'set aside' 'it is said that it was set aside'
cli_has out port-2019-11-05 'and the list is whole'
cli_run list --ids
test ! -s "$cli_tmp/err"
cli_ok $? 'it is said once'

# A library that may not be written to is read all the same.
cli_copy_library "$cli_folder/library" "$cli_tmp/locked"
chmod -R a-w "$cli_tmp/locked"
if test -w "$cli_tmp/locked"; then
	cli_skip 'root may write anywhere' 'a locked library is listed'
	cli_skip 'root may write anywhere' 'nothing was written into it'
else
	cli_run -L "$cli_tmp/locked" list --ids
	cli_exit 0 'a locked library is listed'
	test ! -e "$cli_tmp/locked/.lectern"
	cli_ok $? 'nothing was written into it'
fi

# Where no index can be kept at all, it is kept in memory.
cli_copy_library "$cli_folder/library" "$cli_tmp/odd"
mkdir -p "$cli_tmp/odd/.lectern/index.db"
cli_run -L "$cli_tmp/odd" list --ids
cli_exit 0 'a folder in the place of the index does not hinder the list'
cli_has out group-2021-05-27 'and the list is whole'
cli_end
