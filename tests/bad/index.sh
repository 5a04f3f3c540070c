#!/bin/sh
# The index may be deleted, damaged or fought over at any time: the texts are
# the truth, and nothing is lost.
. "${top_srcdir-$(dirname "$0")/../..}/tests/bad/lib.sh"

good_meeting
for n in 1 2 3 4 5 6 7 8; do
	new_meeting "m$n"
	printf '# T\n\n## Paragraph 1\n\n1. Point of %s.\n' "$n" \
		>"$lib/m$n/en.md"
done
index=$lib/.lectern/index.db

bad_run index
bad_fit index
bad_run list
cp "$out" "$bad_tmp/listed"
grep -q good "$bad_tmp/listed" && grep -q m8 "$bad_tmp/listed"
bad_ok $? 'the list holds every meeting' "$bad_tmp/listed"

same_list() # DESCRIPTION
{
	bad_run list
	bad_fit "$1"
	cmp -s "$out" "$bad_tmp/listed"
	bad_ok $? "$1: the list is the same" "$both"
	bad_run show good
	bad_says 'A sound point' "$1: a meeting opens"
}

rm -rf "$lib/.lectern"
same_list 'index deleted'

# The log of SQLite may belong to an index that is gone.
rm -f "$index"
same_list 'index deleted, its log left'

damage() # DESCRIPTION COMMAND...
{
	what=$1
	shift
	rm -rf "$lib/.lectern"
	bad_run index
	rm -f "$index-wal" "$index-shm"
	"$@"
	same_list "$what"
	cat "$index".broken-* >/dev/null 2>&1 || test "$what" = 'empty'
	bad_ok $? "$what: the old one is set aside" "$both"
	bad_run doctor
	bad_fit "$what, then doctor"
}

overwrite_head()
{
	printf 'This is no database at all.' |
		dd of="$index" conv=notrunc 2>/dev/null
}
overwrite_middle()
{
	size=$(wc -c <"$index")
	repeat 'garbage ' $((size / 16)) |
		dd of="$index" bs=1 seek=$((size / 4)) conv=notrunc 2>/dev/null
}
cut_short()
{
	head -c 6000 "$index" >"$bad_tmp/short"
	cp "$bad_tmp/short" "$index"
}
make_foreign()
{
	rm -f "$index"
	sqlite3 "$index" 'CREATE TABLE other(x); INSERT INTO other VALUES(1);'
}
make_newer()
{
	sqlite3 "$index" 'PRAGMA user_version=9999;'
}
empty()
{
	: >"$index"
}

damage 'head overwritten' overwrite_head
damage 'middle overwritten' overwrite_middle
damage 'cut short' cut_short
damage empty empty
if command -v sqlite3 >/dev/null 2>&1; then
	damage 'of another program' make_foreign
	damage 'of a later version' make_newer
else
	bad_skip 'no sqlite3' 'of another program'
	bad_skip 'no sqlite3' 'of a later version'
fi

rm -rf "$lib/.lectern"
mkdir -p "$index"
bad_run show good
bad_fit 'a folder in place of the index'
bad_says 'A sound point' '  does not keep a meeting from opening'
rm -rf "$lib/.lectern"
: >"$lib/.lectern"
bad_run show good
bad_fit 'a file in place of the folder'
bad_says 'A sound point' '  does not keep a meeting from opening'
rm -f "$lib/.lectern"

# Many at once, from nothing.
pids=
for n in 1 2 3 4 5 6; do
	timeout 60 "$LECTERN" -L "$lib" index >"$bad_tmp/out$n" \
		2>"$bad_tmp/err$n" </dev/null &
	pids="$pids $!"
done
together=0
for pid in $pids; do
	wait "$pid" || together=$?
done
cat "$bad_tmp"/err? >"$both"
test "$together" = 0
bad_ok $? 'six at once all succeed' "$both"
same_list 'after six at once'
if command -v sqlite3 >/dev/null 2>&1; then
	sqlite3 "$index" 'PRAGMA integrity_check;' >"$out" 2>&1
	test "$(cat "$out")" = ok
	bad_ok $? 'the index is sound' "$out"
else
	bad_skip 'no sqlite3' 'the index is sound'
fi

# Killed at any moment, it goes on later.
for wait in 0 0.01 0.02 0.03 0.05; do
	rm -rf "$lib/.lectern"
	timeout -s KILL "$wait" "$LECTERN" -L "$lib" index >/dev/null 2>&1 \
		</dev/null
	same_list "killed after $wait s"
done
bad_end
