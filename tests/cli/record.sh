#!/bin/sh
# lectern record: what happened in the room, as a list, as JSON, as a report.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$top_srcdir/briefs" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY
meeting=cica-swg-2021-05-27
record=$LECTERN_LIBRARY/$meeting/record.md

cli_case record-none record swg
cat >"$record" <<'EOT'
- 2021-05-27T10:14:03+06:00 said 2.2.4/1
- 2021-05-27T10:15:40+06:00 stopped 2.2.4/2
- 2021-05-27T10:20:41+06:00 note israel/1 Asks whether this is *compatible*.
- 2021-05-27T10:22:10+06:00 said 2.2.4/3
- 2021-05-27T10:22:30+06:00 unsaid 2.2.4/3
- 2021-05-27T10:24:00+06:00 floor Kazakhstan supports 2.2.4.
- 2021-05-27T10:25:00+06:00 said 9.9.9/1
EOT
cli_case record record swg
cli_case record-place record swg 2.2.4
cli_case record-ru record swg -l ru
cli_case record-json record --json swg/israel
cli_case record-report record --to md swg
cli_case record-report-ru record --to md swg -l ru
cli_run record swg note
cli_exit 1 'a place where nothing happened'

# What cannot be read is said, and the rest is shown.
printf -- '- yesterday said 2.2.4/1\n- 2021-05-28T09:00:00Z said 2.2.4/2' \
	>>"$record"
cli_case record-torn record swg 2.2.4
printf '\n' >>"$record"
cli_case record-days record swg 2.2.4

# Hostile words reach no terminal.
printf -- '- 2021-05-28T09:01:00Z floor \033]0;title\007 \302\233 end\n' \
	>"$record"
cli_case record-hostile record swg
cli_case record-hostile-report record --to md swg
cli_case record-no-meeting record nowhere
cli_case record-bad-form record --to pdf swg
cli_end
