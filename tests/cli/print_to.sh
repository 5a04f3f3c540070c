#!/bin/sh
# lectern print --to QUEUE: programs in the place of CUPS's show what would be
# sent, to which printer; without CUPS, without printers, with one that
# refuses, a message says so.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY
mkdir "$cli_tmp/cups" "$cli_tmp/here" "$cli_tmp/bare"
cat >"$cli_tmp/cups/lpstat" <<'END'
#!/bin/sh
test "$*" = -e || exit 1
cat "$QUEUES"
END
cat >"$cli_tmp/cups/lp" <<'END'
#!/bin/sh
printf '%s\n' "$@" >"$SENT.arguments"
cat >"$SENT"
if test "$2" = Broken; then
	echo 'lp: The printer is on fire.' >&2
	exit 1
fi
echo "request id is $2-12 (1 file(s))"
END
chmod +x "$cli_tmp/cups/lp" "$cli_tmp/cups/lpstat"
QUEUES=$cli_tmp/queues
SENT=$cli_tmp/sent
export QUEUES SENT
printf 'Hall_B\nBroken\nDesk\n' >"$QUEUES"
PATH=$cli_tmp/cups:$PATH
cd "$cli_tmp/here" || exit 1

cli_case print-to print group --to Desk
head -c 5 "$SENT" | grep -q '^%PDF'
cli_ok $? 'pages are sent'
cat >"$cli_tmp/expected" <<'END'
-d
Desk
-t
group-2021-05-27
-o
media=A4
END
cmp -s "$cli_tmp/expected" "$SENT.arguments"
cli_ok $? 'to that printer, for this paper'
test -z "$(ls)"
cli_ok $? 'and no file is left'

# From the screen, where the name is asked about.
printf 'print\nlast\nchange-back\nchange-back\nsave-screen s.screen\nmake\n%s' \
	'save-screen asked.screen
' >ask.script
: >"$SENT"
cli_run open group --script ask.script --size 80x24
grep -q 'To  *printer Desk' s.screen
cli_ok $? 'the printers are in the form'
grep -q '3 pages to printer Desk? (y/n)' asked.screen && test ! -s "$SENT"
cli_ok $? 'and asked about'
printf 'key y\nsave-screen sent.screen\n' >>ask.script
cli_run open group --script ask.script --size 80x24
grep -q 'printer Desk: 3 pages' sent.screen && test -s "$SENT"
cli_ok $? 'then the pages are sent'
rm -f ./*
cli_run print group --card --to Hall_B -o card.pdf
cli_exit 0 'a file and a printer'
cmp -s card.pdf "$SENT"
cli_ok $? 'get the same pages'
grep -q '^media=A6$' "$SENT.arguments"
cli_ok $? 'a card is for the smallest paper'
cli_run print group -l ru --encoding CP866 --to Desk -o notes.txt
cli_exit 0 'text in an old encoding'
cmp -s notes.txt "$SENT" && grep -q '^raw$' "$SENT.arguments" &&
	! grep -q media= "$SENT.arguments"
cli_ok $? 'is sent as it is'
rm -f ./*

cli_case print-to-unknown print group --to Des
cli_case print-to-broken print group --to Broken
cli_case print-to-html print group --to Desk -o notes.html
cli_case print-to-output print group --to Desk -o -
: >"$QUEUES"
cli_case print-to-none print group --to Desk

# A path without them: only what the program itself starts.
cat >"$cli_tmp/no-cups" <<END
#!/bin/sh
PATH=$cli_tmp/bare
exec $LECTERN "\$@"
END
chmod +x "$cli_tmp/no-cups"
LECTERN=$cli_tmp/no-cups
cli_run print group --to Desk
cli_expect print-to-no-cups 'without CUPS'
test -z "$(ls)"
cli_ok $? 'nothing is left behind'
cli_end
