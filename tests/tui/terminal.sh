#!/bin/sh
# The program in a real pseudo-terminal: what it sends, and that the terminal
# is a shell's again whatever happens.
tui_tmp=$(mktemp -d)
trap 'rm -rf "$tui_tmp"' EXIT
LC_ALL=C.UTF-8
TERM=xterm-256color
HOME=$tui_tmp/home
LECTERN_LIBRARY=$tui_tmp/library
LECTERN_LOCALEDIR=$tui_tmp/none
export LC_ALL TERM HOME LECTERN_LIBRARY LECTERN_LOCALEDIR
unset LANGUAGE NO_COLOR COLUMNS LINES XDG_CACHE_HOME XDG_CONFIG_HOME \
	XDG_STATE_HOME ESCDELAY
mkdir "$HOME"
cp -R "$top_srcdir/briefs" "$tui_tmp/library"
chmod -R u+w "$tui_tmp/library"
pty=$top_builddir/tests/tui/pty
tui_count=0

# The script is standard input; the arguments are those of pty and lectern.
tui_case() # DESCRIPTION [PTY-OPTION...] [-- PROGRAM-ARGUMENT...]
{
	tui_what=$1
	shift
	tui_options=
	while test $# -gt 0 && test "$1" != --; do
		tui_options="$tui_options $1"
		shift
	done
	test $# -gt 0 && shift
	test $# -gt 0 || set -- open cica-swg-2021-05-27
	cat >"$tui_tmp/script"
	tui_count=$((tui_count + 1))
	# shellcheck disable=SC2086
	if "$pty" $tui_options "$tui_tmp/script" "$LECTERN" "$@" \
		2>"$tui_tmp/said"; then
		echo "ok $tui_count - $tui_what"
	else
		sed 's/^/# /' "$tui_tmp/said"
		echo "not ok $tui_count - $tui_what"
	fi
}

tui_case 'starts, takes the terminal, and gives it back' <<'SCRIPT'
expect \e[?1049h
settle
raw
type q
expect \e[?1049l
ends 0
cooked
SCRIPT

tui_case 'sends no title, no clipboard, no links, no queries' <<'SCRIPT'
settle
type jjJJGg
settle
type 2.2.9\r
settle
type ?
settle
type q/ICT\r
settle
type q
ends 0
forbid \e]
forbid \eP
forbid \e_
forbid \e^
forbid \eX
forbid \e[c
forbid \e[>c
forbid \e[5n
forbid \e[6n
forbid \x07
forbid \xc2\x9b
forbid \xc2\x9d
SCRIPT

tui_case 'the list, then a meeting, then out' -- open <<'SCRIPT'
settle
type \r
settle
type q
settle
type q
ends 0
cooked
SCRIPT

tui_case '^Z stops it with the terminal given back; fg draws again' <<'SCRIPT'
settle
type \x1a
expect \e[?1049l
stopped
cooked
signal CONT
expect \e[?1049h
settle
raw
type q
ends 0
cooked
SCRIPT

tui_case 'SIGTSTP from elsewhere does the same, again and again' <<'SCRIPT'
settle
signal TSTP
stopped
cooked
signal CONT
settle
raw
signal TSTP
stopped
cooked
signal CONT
settle
raw
type j
settle
type q
ends 0
SCRIPT

tui_case 'SIGSTOP and SIGCONT draw the screen again' <<'SCRIPT'
settle
signal STOP
stopped
signal CONT
settle
raw
type q
ends 0
SCRIPT

tui_case 'a change of size while stopped is seen on return' <<'SCRIPT'
settle
type \x1a
stopped
size 40x12
signal CONT
settle
type q
ends 0
SCRIPT

tui_case 'SIGHUP ends it within a second' <<'SCRIPT'
settle
signal HUP
ends any
cooked
SCRIPT

tui_case 'SIGTERM ends it and gives the terminal back' <<'SCRIPT'
settle
signal TERM
expect \e[?1049l
ends 0
cooked
SCRIPT

tui_case 'SIGINT does not end it' <<'SCRIPT'
settle
signal INT
settle
raw
type q
ends 0
SCRIPT

tui_case 'a terminal that goes away ends it within a second' <<'SCRIPT'
settle
hang-up
ends any
SCRIPT

tui_case 'the same where SIGHUP is ignored, as under nohup' -n <<'SCRIPT'
settle
hang-up
ends any
SCRIPT

tui_case 'the same in the prompt' -n <<'SCRIPT'
settle
type :isr
settle
hang-up
ends any
SCRIPT

tui_case 'a storm of 200 sizes, from 1x1 up' <<'SCRIPT'
settle
storm 200
size 80x24
settle
type 2.2.9\r
settle
type q
ends 0
cooked
SCRIPT

tui_case 'waiting costs nothing' <<'SCRIPT'
settle
idle 60
type q
ends 0
SCRIPT

tui_case 'keys in a burst are all taken' <<'SCRIPT'
settle
type jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkq
expect \e[?1049l
ends 0
SCRIPT

tui_case 'bytes that are no text, and unknown sequences, do no harm' <<'SCRIPT'
settle
type \xff\xfe\xc3\x28\xe2\x82\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xffj
settle
type \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xffk
settle
type \e[99~\e[1;5R\eOz
settle
type \x1b
type qq
ends 0
cooked
SCRIPT

# --- the room ---
tui_case 'live: a storm of 200 sizes while a note is typed' \
	-- live cica-swg-2021-05-27 <<'SCRIPT'
settle
type aWhat they asked
settle
storm 200
size 80x24
settle
type \r
expect What they asked
type q
ends 0
cooked
SCRIPT
test -n "$(grep 'note .* What they asked$' "$LECTERN_LIBRARY"/*/record.md)"
tui_code=$?
tui_count=$((tui_count + 1))
test $tui_code = 0 || printf 'not '
echo "ok $tui_count - and the note is in the record"

tui_case 'live: ^Z while a note is typed' -- live cica-swg-2021-05-27 <<'SCRIPT'
settle
type aHalf
settle
signal TSTP
stopped
cooked
signal CONT
settle
raw
type \x20and half\r
expect Half and half
type q
ends 0
SCRIPT

tui_case 'live: a terminal that goes away in a note' \
	-- live cica-swg-2021-05-27 <<'SCRIPT'
settle
type aUnfinished
settle
hang-up
ends any
SCRIPT
tui_case 'the note stands there again' -- live cica-swg-2021-05-27 <<'SCRIPT'
expect Unfinished
settle
type \x1b
settle
type q
ends 0
cooked
SCRIPT

tui_case 'live: a clock that stands costs nothing' \
	-- live cica-swg-2021-05-27 <<'SCRIPT'
settle
idle 60
type q
ends 0
SCRIPT

for TERM in vt100 xterm-mono linux tmux-256color; do
	tui_case "on $TERM" <<'SCRIPT'
settle
type j
settle
type q
ends 0
forbid \e]
cooked
SCRIPT
done

TERM=dumb
tui_case 'TERM=dumb prints instead' <<'SCRIPT'
expect 2.2.4
ends 0
forbid \e
cooked
SCRIPT

TERM=no-such-terminal
tui_case 'so does a terminal nobody knows' <<'SCRIPT'
expect 2.2.4
ends 0
forbid \e[?1049h
forbid \e[H
cooked
SCRIPT

TERM=xterm-256color
NO_COLOR=1
export NO_COLOR
tui_case 'NO_COLOR: no colours' <<'SCRIPT'
settle
type jjjj
settle
type q
ends 0
forbid \e[31m
forbid \e[32m
forbid \e[33m
forbid \e[35m
forbid \e[36m
forbid \e[38;5
forbid \e[90m
forbid \e[92m
SCRIPT
unset NO_COLOR

# An encoding that has no Kazakh letters, and no U+2026 nor curly quotes.
if localedef -i ru_RU -f KOI8-R "$tui_tmp/ru_RU.KOI8-R" >/dev/null 2>&1; then
	LOCPATH=$tui_tmp
	LC_ALL=ru_RU.KOI8-R
	export LOCPATH
	# The first letters of the Russian heading, and what Kazakh lacks.
	tui_case 'KOI8-R: what it has, and how much it lacks' \
		-- open cica-swg-2021-05-27/note -l kk,ru <<'SCRIPT'
expect \xf7\xc5\xd2\xc2
expect KOI8-R
settle
forbid \xd0\x9c
type q
ends 0
cooked
SCRIPT
else
	tui_count=$((tui_count + 1))
	echo "ok $tui_count - KOI8-R # SKIP localedef cannot make the locale"
fi
echo "1..$tui_count"
