#!/bin/sh
# A library full of harm: what is wrong is said with file and line, the rest
# of it opens, and nothing but text gets out.
. "${top_srcdir-$(dirname "$0")/../..}/tests/bad/lib.sh"

good_meeting
hostile_text
hostile_size
hostile_facts
hostile_files
hostile_names

bad_run index
bad_fit index
for place in 'escape/en.md:1:' 'escape/en.md:5:' 'c1/en.md:5:' \
	'bidi/en.md:5:' 'overlong/en.md:5:' 'nul/en.md:5:' 'long/en.md' \
	'many/en.md:' 'deep/en.md:' 'large/en.md' 'no-facts/meeting.yaml' \
	'broken-facts/meeting.yaml:[23]:' 'folder-facts/meeting.yaml' \
	'deep-facts/meeting.yaml:1:' 'bomb-facts/meeting.yaml:' \
	'empty-facts/meeting.yaml' 'binary-facts/meeting.yaml' \
	'folder/en.md' 'pipe/en.md' 'loop/en.md' 'dangling/en.md' \
	'endless/en.md'; do
	case $place in
	# One long word is odd, but no fault.
	long/en.md) continue ;;
	esac
	bad_says "^$place" "index names $place"
done
# A line of its own would pass for a finding.
grep -q '^break' "$both"
test $? = 1
bad_ok $? 'a name with a newline stays on its line' "$both"

bad_run list
bad_fit list
bad_run list --json
bad_fit 'list as JSON'
bad_run show good
bad_fit 'a sound meeting'
bad_says 'A sound point' 'the rest of the library opens'

for id in escape c1 bidi overlong nul long many deep large marks no-facts \
	broken-facts folder-facts deep-facts bomb-facts empty-facts \
	binary-facts folder pipe loop dangling endless names; do
	bad_run show "$id" --width 80
	bad_fit "show $id"
	bad_run show "$id" --json
	bad_fit "show $id as JSON"
done
for id in no-facts broken-facts folder-facts deep-facts bomb-facts \
	empty-facts binary-facts names; do
	bad_run show "$id" -l en
	bad_says 'Still here' "$id: the text is shown"
done
for id in folder pipe loop dangling endless; do
	bad_run show "$id" -l ru
	bad_says 'Still here' "$id: the other language is shown"
done

# What a person types is as hostile as what a file holds.
for words in "$(printf 'x\033[5m')" "$(printf '\302\233')" "$(printf '\377')" \
	"$(repeat x 100000)" '%s%n%s' '**' '' ../../etc/passwd /etc/passwd \
	"escape/$(printf '\033[5m')" 'good/1/99999999999999999999'; do
	bad_run show "$words"
	bad_fit "show $(printf %s "$words" | tr -cd 'a-z0-9/%*.' | head -c 20)"
	test "$status" != 0
	bad_ok $? '  and fails'
done
bad_run "$(printf 'x\033[5m')"
bad_fit 'an unknown command'
bad_run show "--$(printf 'x\033[5m')"
bad_fit 'an unknown option'

for path in "$lib/a-file" "$lib/a-pipe" "$lib/nowhere" /dev/null \
	"$(printf '/x\033[5m')" ''; do
	status=0
	timeout $bad_seconds "$LECTERN" -L "$path" list >"$out" 2>"$err" \
		</dev/null || status=$?
	cat "$out" "$err" >"$both"
	bad_fit "a library at $(printf %s "$path" | sed 's/.*\///' | tr -cd 'a-z-')"
	test "$status" = 2
	bad_ok $? '  is refused' "$both"
done
bad_end
