#!/bin/sh
# The room from the command line: what a person has set, what is kept between
# two openings, and where marks go.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$top_srcdir/briefs" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
LECTERN_TIME=1622110440
TZ=UTC0
export LECTERN_LIBRARY LECTERN_TIME TZ
meeting=cica-swg-2021-05-27
config=$HOME/.config/lectern/config
mkdir -p "${config%/*}"
cd "$cli_tmp" || exit 1

# Replays the lines of standard input in live use; the last screen is
# $cli_tmp/screen.
live_run() # [ARGUMENT...]
{
	{
		cat
		echo 'save-screen screen'
	} >script
	rm -f screen
	cli_run live $meeting --script script "$@"
	cat "$cli_tmp/err" >>screen
}

cli_run live $meeting
cli_exit 2 'without a terminal there is nothing to do'
cli_run follow $meeting
cli_exit 2 'nor to follow'
cli_run live
cli_exit 2 'a meeting must be named'
cli_run live nowhere --script /dev/null
cli_exit 1 'one that there is'

# --- what is set ---
echo 'rates = en 60 ru 30' >"$config"
live_run -l ru,en <<'EOT'
2.2.4/2
EOT
cli_has screen '0:30, rest' 'a rate of speech counts'
echo 'rates = ru fast' >"$config"
live_run </dev/null
cli_has screen 'rates takes a language' 'one that is none is said'
printf 'bind brief y said\nbind nowhere y said\n' >"$config"
live_run <<'EOT'
key y
EOT
cli_has "library/$meeting/record.md" 'said ' 'a key of one'\''s own works'
live_run </dev/null
cli_has screen 'config:2: No' 'a wrong one is said with its line'
echo 'bind brief Strg said' >"$config"
live_run </dev/null
cli_has screen 'config:1: "Strg"' 'so is a key that is none'
rm "$config"

# --- what is kept ---
live_run <<'EOT'
2.2.9
form cue
limit 3
clock
bookmark a
EOT
live_run <<'EOT'
wait 60
EOT
cli_has screen '2.2.7-2.2.9  point 3 of 3' 'the place is kept'
cli_has screen '2:00 left' 'the clock has run on meanwhile'
live_run <<'EOT'
2.2.4
to-bookmark a
EOT
cli_has screen '2.2.7-2.2.9  point 3 of 3' 'and the bookmark'
find "$HOME/.local/state/lectern" -type f -exec sh -c \
	'for file; do echo damaged >"$file"; done' sh {} +
live_run </dev/null
cli_exit 0 'what is damaged there does no harm'

# --- where marks go ---
rm "library/$meeting/record.md"
mkdir "library/$meeting/record.md"
live_run <<'EOT'
2.2.4
key Space
EOT
cli_has screen 'record.md' 'a record that is a folder is said'
test -z "$(grep -l 'said 2.2.4' -r "$HOME/.local/state" 2>/dev/null)"
cli_ok $? 'and no mark is shown that was not written'
cli_end
