#!/bin/sh
# lectern doctor: facts, problems, JSON.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cli_run doctor
cli_exit 0 'a healthy library has no problems'
for fact in SQLite cmark libyaml FriBidi libunistring jansson iconv; do
	grep -qE "^$fact  .*[0-9]+\.[0-9]" "$cli_tmp/out"
	cli_ok $? "the version of $fact"
done
cli_has out UTF-8 'the encoding'
cli_has out "$cli_tmp/library" 'the library'
cli_has out 0077 'the mask'
test ! -e "$cli_tmp/library/.lectern"
cli_ok $? 'nothing was changed'

cli_run index
cli_run doctor --json
cli_exit 0 'as JSON'
cli_has out '"indexed-meetings": "3"' 'the totals of the index'
cli_has out '"problems": []' 'and no problems'

echo 'This is no database.' >"$cli_tmp/library/.lectern/index.db"
rm -f "$cli_tmp/library/.lectern/index.db-wal" \
	"$cli_tmp/library/.lectern/index.db-shm"
cli_run doctor
cli_exit 1 'a damaged index is a problem'
echo 'This is no database.' | cmp -s - "$cli_tmp/library/.lectern/index.db"
cli_ok $? 'and the doctor leaves it alone'
rm -r "$cli_tmp/library/.lectern"

chmod o+w "$cli_tmp/library"
cli_run doctor
cli_exit 1 'a library that anybody may write to is a problem'
chmod o-w "$cli_tmp/library"

cli_run -L "$cli_tmp/nowhere" doctor
cli_exit 1 'no library is a problem'
cli_has out SQLite 'and the rest is said all the same'

LC_ALL=C cli_run doctor
cli_has out 'cannot hold every script' 'an encoding that cannot hold every script'
cli_exit 1 'is a problem'
cli_end
