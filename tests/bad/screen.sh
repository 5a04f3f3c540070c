#!/bin/sh
# Hostile texts on the screen, through a real pseudo-terminal: no byte goes to
# the terminal but text and what terminfo moves and colours with.
. "${top_srcdir-$(dirname "$0")/../..}/tests/bad/lib.sh"

good_meeting
hostile_text
hostile_size
hostile_facts
hostile_files
hostile_names
bad_run index

screen() # DESCRIPTION CAPTURE-ARGUMENT...
{
	what=$1
	shift
	status=0
	timeout 60 "$bad_tools/capture" "$@" >"$out" 2>"$err" || status=$?
	test $status = 0
	bad_ok $? "$what: ends by itself" "$err"
	test -s "$out"
	bad_ok $? "$what: draws"
	"$bad_tools/clean" screen <"$out" >"$bad_tmp/unfit"
	bad_ok $? "$what: only text and terminfo get out" "$bad_tmp/unfit"
}

screen 'the list' -k j -k j -k '\e[6~' -k G "$LECTERN" -L "$lib"
screen 'a tall list' -s 60x100 "$LECTERN" -L "$lib"
grep -q good "$out"
bad_ok $? 'a tall list: holds the sound meeting'
for id in escape c1 bidi overlong nul long deep broken-facts; do
	screen "$id" -k j -k j -k '\e[6~' -k G -k '?' -k q \
		"$LECTERN" -L "$lib" open "$id"
done
screen 'a small terminal' -s 3x10 -k j -k '?' "$LECTERN" -L "$lib" open escape
screen 'one cell' -s 1x1 -k j "$LECTERN" -L "$lib" open escape
screen 'keys that mean nothing' -k '\e[5;5;5;5~' -k '\e]0;x' -k '\e' -k Z \
	"$LECTERN" -L "$lib" open good
bad_end
