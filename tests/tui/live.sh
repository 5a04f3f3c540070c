#!/bin/sh
# The room: two real terminals on one library, and terminals that die.
. "$top_srcdir/tests/tui/lib.sh"

meeting=cica-swg-2021-05-27
record=$LECTERN_LIBRARY/$meeting/record.md
screen_begin
screen_keys "sh -c 'echo \$\$ >$screen_tmp/pid; exec \"\$LECTERN\" live $meeting'" \
	Enter
screen_case '2\.2\.4 .*point 1 of 3' 'live opens'
screen_pane=1
screen_keys "\"\$LECTERN\" follow $meeting" Enter
screen_case 'following' 'a second screen follows'

# --- what one marks, the other shows ---
screen_pane=0
screen_keys Space
screen_case 'point 2 of 3' 'Space marks and goes on'
grep -q 'said 2\.2\.4/1$' "$record"
screen_ok $? 'the mark is in the record'
screen_pane=1
screen_case 'point 2 of 3' 'the second screen goes along'
screen_keys k
screen_case '\[said ' 'and has the mark'
screen_keys F
screen_case 'stays where' 'F lets go'
screen_pane=0
screen_keys J
screen_case '2\.2\.7-2\.2\.9 .*point 1 of 3' 'the first goes on'
screen_pane=1
screen_case '^▌1. \[said' 'the second stays'
screen_keys F
screen_case '^▌1. Вопросы' 'and follows again'

# --- a note survives what may come between ---
screen_pane=0
screen_keys a
screen_case '^Note on this point:' 'a asks for a note'
screen_keys 'first words'
screen_resize 40 12
screen_case 'first words' 'a change of size keeps it'
screen_resize 80 24
screen_case '^Note on this point: first words' 'and back'
screen_tmux send-keys -t pane0: C-u
screen_keys 'what they asked'
screen_case '^Note on this point: what they asked' 'other words are typed'
screen_drafts=$HOME/.local/state/lectern/drafts
screen_tries=0
until grep -qs 'what they asked' "$screen_drafts"/*/* ||
	test $screen_tries = 200; do
	screen_tries=$((screen_tries + 1))
	sleep 0.05
done
kill -KILL "$(cat "$screen_tmp/pid")"
screen_tmux respawn-pane -k -t pane0: /bin/sh
screen_case 'prompt> *$' 'a kill in the middle of it' 'what they'
screen_keys "\"\$LECTERN\" live $meeting" Enter
screen_case '^Note on this point: what they asked' 'the words stand there again'
screen_keys Enter
screen_case 'Note [0-9:]*: what they asked' 'and are written'
grep -q 'note 2\.2\.7-2\.2\.9/1 what they asked$' "$record"
screen_ok $? 'into the record'
screen_case '2\.2\.7-2\.2\.9 .*point 1 of 3' 'at the place they belong to'
screen_pane=1
screen_case 'what they asked' 'the second screen has them too'
screen_pane=0

# --- the clock, and leaving ---
screen_keys t
screen_case '0:0[1-9] spoken' 'the clock runs by itself'
screen_keys C-z
screen_case 'Stopped' '^Z in the room'
screen_keys fg Enter
screen_case 'spoken' 'fg comes back to a running clock'
screen_keys b
screen_wait_blank
screen_ok $? 'b leaves nothing on the screen'
screen_tmux capture-pane -p -S - -t pane0: | grep -q 'what they asked'
test $? = 1
screen_ok $? 'nor in what can be scrolled back to'
screen_keys x
screen_case 'spoken' 'any key brings it back, and does no more'
grep -q stopped "$record"
test $? = 1
screen_ok $? 'nothing was marked'
screen_keys q
screen_case 'The clock is running' 'leaving is asked while it runs'
screen_keys q
screen_case 'prompt> *$' 'and done when asked again' 'spoken'
screen_keys "clear; \"\$LECTERN\" record $meeting" Enter
screen_case 'said *2\.2\.4/1' 'record prints what happened'
screen_pane=1
screen_keys q
screen_case 'prompt> *$' 'the second screen leaves' 'following'

# --- where the system does not tell what changes, one looks ---
mkdir -p "$screen_tmp/config/lectern"
echo 'watch = poll' >"$screen_tmp/config/lectern/config"
screen_keys "XDG_CONFIG_HOME=$screen_tmp/config \"\$LECTERN\" follow $meeting" \
	Enter
screen_case 'following' 'a screen that looks each second'
screen_pane=0
screen_keys "\"\$LECTERN\" live $meeting" Enter
screen_case 'point . of 3' 'the first one comes back'
screen_keys G
screen_pane=1
screen_case 'Нур-Султан' 'it goes along'
screen_keys q
screen_case 'prompt> *$' 'and leaves' 'following'
screen_end
