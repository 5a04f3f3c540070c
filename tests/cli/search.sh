#!/bin/sh
# lectern search: order, places, snippets, filters, JSON, exit codes.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$top_srcdir/briefs" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cli_case search-symbol search 75/240
cli_case search-words search терминологии
cli_case search-phrase search '"budapest convention"'
cli_case search-limit search --limit 1 group
cli_case search-in search --in swg -l en terminology
# Documents by title, by another name, and by their text.
mkdir -p "$cli_tmp/library/catalogue"
cp -R "$top_srcdir/tests/view/library/catalogue/." "$cli_tmp/library/catalogue"
cli_case search-document search house rules
cli_case search-document-text search window
cli_case search-document-json search --json window
rm -r "$cli_tmp/library/catalogue"
cli_run search window
cli_exit 1 "a document that is gone is not found"
cli_case search-nothing search no such words at all
cli_case search-nowhere search --in nowhere words
cli_case search-json search --json --limit 1 A/RES/75/240
cli_case search-json-nothing search --json nothing-like-it

# A document is found by its symbol however the text names it.
cli_run search A/RES/75/240
cp "$cli_tmp/out" "$cli_tmp/symbol"
cli_run search 75/240
cmp -s "$cli_tmp/out" "$cli_tmp/symbol"
cli_ok $? 'a number and the symbol find the same'

# Matches are bold where the output is styled, and plain in a pipe.
cli_run search dispute
grep -q "$(printf '\033')" "$cli_tmp/out"
cli_ok $((1 - $?)) 'a pipe gets no styles'

# Whatever is typed is words: no error of the database, whatever it holds.
failed=
for words in '"' 'NEAR(' 'a*b' 'AND' 'a AND (b' '{x}:y' 'text:x' '^' "''" \
	'"""' '*' 'с.г.' '\' '%' ';drop table word' '+' 'a"b' '(((((' '=en'; do
	cli_run search -- "$words"
	test "$cli_code" -le 1 || failed="$failed $words"
done
test -z "$failed"
cli_ok $? "no words are an error$failed"
head -c 30000 "$LECTERN" | tr '\000' ' ' >"$cli_tmp/bytes"
cli_run search -- "$(cat "$cli_tmp/bytes")"
test "$cli_code" -le 1
cli_ok $? 'nor are bytes that are no text'
cli_run doctor
cli_exit 0 'and the index is as sound as before'

# What is found is where it says.
cli_run search -l en terminology
place=$(sed -n '1s/^[^ ]* \([^ ]*\) .*/\1/p' "$cli_tmp/out")
cli_run show "$place"
cli_has out 'terminology' 'show takes the place that search prints'

# What changes is found anew, and what goes is not found.
mkdir "$cli_tmp/library/later"
cat >"$cli_tmp/library/later/meeting.yaml" <<'END'
title: Later
date: 2031-01-01
END
printf '# L\n\n## 2.2\n\n1. A zymurgist spoke.\n' \
	>"$cli_tmp/library/later/en.md"
cli_run search zymurgists
cli_has out 'later/2.2/1' 'a new meeting is found'
rm -r "$cli_tmp/library/later"
cli_run search zymurgists
cli_exit 1 'a meeting that is gone is not'
cli_end
