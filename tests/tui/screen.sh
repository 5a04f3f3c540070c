#!/bin/sh
# The program in tmux: what a person sees after each key. Screens are waited
# for, never slept for.
. "$top_srcdir/tests/tui/lib.sh"

screen_begin
screen_keys 'echo before; "$LECTERN" open cica-swg-2021-05-27' Enter
screen_case '2\.2\.4 .*point 1 of 3' 'opens at the first point'
screen_keys 2
screen_case '^:2' 'a digit opens the prompt'
screen_keys . 2 . 9
screen_case '2\.2\.7-2\.2\.9/3' 'the prompt shows where Enter lands'
screen_keys Enter
screen_case 'point 3 of 3' '2.2.9 lands on the third point of its range'
screen_keys Enter
screen_case 'A/RES/74/247 · resolution' 'Enter shows what it cites'
screen_keys Enter
screen_case 'English  Countering the use' 'and again the document' '│'
screen_keys q q
screen_case 'point 3 of 3' 'q q is back at the point'
screen_keys k
screen_case 'point 2 of 3' 'k goes back a point'
screen_keys J
screen_case 'israel .*point 1 of 2' 'J goes to the next section'
screen_keys C-o
screen_case 'point 2 of 3' '^O is back where one was'
screen_resize 120 40
screen_case 'point 2 of 3' 'a resize keeps the place'
screen_resize 40 12
screen_case 'point 2 of 3' 'a small one too'
screen_resize 80 24
# Only what changed was written, key by key: a whole new screen, as another
# size brings about, must look the same.
screen_keys j J PageDown C-e C-e K k c c c v l PageUp C-y G g 2
screen_keys . 2 . 9 Enter k
screen_case '^▌2\. Discussions' 'keys by the dozen'
# The time of day may be another a moment later.
screen_still()
{
	screen_text | sed 's/[0-9][0-9]:[0-9][0-9]$//'
}
screen_still >"$screen_tmp/before"
screen_resize 120 40
screen_case '▌  2 ' 'another size'
screen_resize 80 24
screen_case '^▌2\. Discussions' 'and back'
screen_tries=0
until screen_still | cmp -s - "$screen_tmp/before" || test $screen_tries = 100; do
	screen_tries=$((screen_tries + 1))
	sleep 0.05
done
screen_still | diff "$screen_tmp/before" - | sed 's/^/# /'
test $screen_tries != 100
screen_ok $? 'what was drawn in parts is what is drawn as a whole'
screen_keys '?'
screen_case 'Help: Brief' '? opens the help'
screen_keys q
screen_case 'point 2 of 3' 'q leaves it'
screen_keys C-z
screen_case 'Stopped' '^Z gives the shell back' 'point 2 of 3'
screen_keys fg Enter
screen_case 'point 2 of 3' 'fg draws the screen again'
screen_keys : e
screen_case '^:e' 'a word at the prompt'
screen_keys Escape
screen_case 'point 2 of 3' 'Esc leaves the prompt'
screen_keys q
screen_case '^before' 'q gives back what was on the screen before' 'point 2 of 3'
screen_keys '"$LECTERN"' Enter
screen_case 'SWG' 'without a command, the list'
screen_keys / t r a i
screen_case 'meeting 1 of 1\|Show only: trai' 'typing narrows it'
screen_keys Enter
screen_case 'meeting 1 of 1' 'and Enter keeps it'
screen_keys Enter
screen_case 'point 1 of\|opening text' 'Enter opens the meeting'
screen_keys q
screen_case 'meeting 1 of 1' 'q is back at the list, as it was'
screen_keys q
screen_case 'prompt> *$' 'from the first view q ends' 'meeting 1 of 1'
rm -rf "$screen_tmp/library/.lectern"
screen_keys 'clear; "$LECTERN"' Enter
screen_case 'SWG' 'without an index the list fills by itself'
screen_case 'meeting 1 of 2' 'and says how many meetings there are' 'being read'
screen_keys s
screen_case '^ Search:' 's opens the search'
screen_keys T e r m i n
screen_case 'result 1 of' 'letters search, words being indexed meanwhile' \
	'being indexed'
screen_keys o l o g y
screen_case 'Search: Terminology' 'each letter narrows it'
screen_keys Enter
screen_case 'SWG 2021-05-27' 'Enter opens the meeting' 'Search:'
screen_keys q
screen_case 'Search: Terminology' 'q is back, the words are kept'
screen_keys Escape
screen_case 'meeting 1 of 2' 'Esc is back at the list'
screen_keys Q
screen_case 'prompt> *$' 'Q leaves from anywhere' 'meeting 1 of 2'
mkdir -p "$screen_tmp/library/later-2022-03-04"
printf 'title: Later\nshort: Later\ndate: 2022-03-04\nlanguages: [en]\n' \
	>"$screen_tmp/library/later-2022-03-04/meeting.yaml"
printf '# Later\n\n## Paragraph 1\n\n1. A point.\n' \
	>"$screen_tmp/library/later-2022-03-04/en.md"
screen_keys 'clear; "$LECTERN"' Enter
screen_case 'Later' 'what was added meanwhile appears by itself'
screen_keys q
screen_end
