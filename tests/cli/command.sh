#!/bin/sh
# The command line itself: help, versions, mistakes, exit codes, completion.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cli_case help help
cli_case help-names help --names
cli_case help-unknown help shwo
cli_case unknown-command lsit
cli_case unknown-far group-2021-05-27
cli_case unknown-option list --jsn
cli_case unknown-letter -Z
cli_case no-argument -L
cli_case too-much index something
cli_case width-small show group --width 19
cli_case size-wrong open --script /dev/null --size 80
cli_case no-library -L "$cli_tmp/nowhere" list
cli_case ui-wrong --ui de list

cli_run --version
cli_has out 'lectern ' '--version names the program'
cli_exit 0 '--version is done'
cli_run list --version
cli_has out 'lectern ' '--version after a command'
cli_run --help
"$LECTERN" help >"$cli_tmp/help"
cmp -s "$cli_tmp/out" "$cli_tmp/help"
cli_ok $? '--help and help say the same'

# Every command says what it does; each of its options stands in it, in the
# manual, and in what completion offers.
commands=$("$LECTERN" help --names | grep -v '^-')
for name in $commands; do
	cli_run "$name" --help
	cli_exit 0 "$name --help is done"
	cp "$cli_tmp/out" "$cli_tmp/command"
	cli_run help "$name"
	cmp -s "$cli_tmp/out" "$cli_tmp/command"
	cli_ok $? "help $name says the same"
	cli_widths 79
	cli_ok $? "help $name fits 79 cells"
	grep -q "Cm $name\( \|$\)" "$top_srcdir/doc/lectern.1"
	cli_ok $? "the manual has the command $name"
	missing=
	for option in $("$LECTERN" help --names "$name" | grep '^-'); do
		dashes=$(printf '%s\n' "$option" | sed 's/^-//; s/-/\\\\\\{0,1\\}-/g')
		grep -q -e "Fl $dashes\( \|$\)" "$top_srcdir/doc/lectern.1" ||
			missing="$missing $option"
	done
	test -z "$missing"
	cli_ok $? "the manual has every option of $name$missing"
done

if command -v mandoc >/dev/null 2>&1; then
	mandoc -T lint "$top_srcdir/doc/lectern.1" >"$cli_tmp/lint"
	test ! -s "$cli_tmp/lint"
	cli_ok $? 'mandoc finds no fault in the manual'
else
	cli_skip 'no mandoc' 'mandoc finds no fault in the manual'
fi

# What bash would offer after these words.
offer() # WORD...
{
	PATH=$(dirname "$LECTERN"):$PATH bash -c '
		. "$0"
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_lectern
		printf "%s\n" "${COMPREPLY[@]}"
	' "$top_srcdir/data/completions/lectern" "$@" >"$cli_tmp/out"
}

if command -v bash >/dev/null 2>&1; then
	offer lectern ''
	"$LECTERN" help --names | grep -v '^-' >"$cli_tmp/names"
	cmp -s "$cli_tmp/out" "$cli_tmp/names"
	cli_ok $? 'completion offers every command'
	for name in $commands; do
		offer lectern "$name" -
		"$LECTERN" help --names "$name" | grep '^-' >"$cli_tmp/names"
		cmp -s "$cli_tmp/out" "$cli_tmp/names"
		cli_ok $? "completion offers every option of $name"
	done
	offer lectern show gr
	cli_has out group-2020-03-02 'completion offers meetings'
	grep -q port "$cli_tmp/out"
	cli_ok $((1 - $?)) 'and only those that fit'
	offer lectern help s
	cli_has out show 'completion offers commands to help'
	offer lectern --ui = r
	cli_has out ru 'completion offers values'

	# A folder's name is a name, whatever stands in it.
	cp -R "$cli_folder/library/group-2020-03-02" \
		"$cli_tmp/library/x\$(touch $(echo "$cli_tmp" | tr / _))"
	(cd "$cli_tmp" && offer lectern show x)
	test -z "$(find "$cli_tmp" -name '_tmp*' -type f)"
	cli_ok $? 'completion runs nothing that a name holds'
	cli_has out 'x\$\(touch' 'and quotes it for the shell'
else
	cli_skip 'no bash' 'completion'
fi
cli_end
