#!/bin/sh
# The library that ships: what a delegate asks of it first.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$top_srcdir/briefs" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cli_case sample-229 show swg 2.2.9
cli_case sample-kk show swg -l en,kk
cli_case sample-israel show swg/israel
cli_case sample-list list
cli_run index --all
cli_exit 0 'the sample library has no errors'
cli_has out 'Errors: 0, warnings: 0, notes: 0.' 'nor anything to note'
cli_end
