#!/bin/sh
# What is wrong in a script is said with its file and line.
errors_tmp=$(mktemp -d)
trap 'rm -rf "$errors_tmp"' EXIT
LC_ALL=C.UTF-8
HOME=$errors_tmp
LECTERN_LOCALEDIR=$errors_tmp/none
export LC_ALL HOME LECTERN_LOCALEDIR
unset LECTERN_LIBRARY LANGUAGE
cp -R "$top_srcdir/briefs" "$errors_tmp/library"
chmod -R u+w "$errors_tmp/library"
cd "$errors_tmp" || exit 1
errors_count=0

errors_case() # LINES LINE-NUMBER WORDS
{
	errors_count=$((errors_count + 1))
	printf '%b' "$1" >case.script
	"$LECTERN" -L library open --script case.script cica-swg-2021-05-27 \
		>said 2>&1
	code=$?
	if test "$code" = 2 && grep -q "case.script:$2:" said &&
		grep -q "$3" said; then
		echo "ok $errors_count - $3"
	else
		sed 's/^/# /' said
		echo "not ok $errors_count - $3 ($code)"
	fi
}

errors_case 'next\n\n# x\ngoto 9.9.9\n' 4 '9\.9\.9'
errors_case 'goto transborder\n' 1 'but the text has it: type /transborder'
errors_case 'goto 73/27\n' 1 'No point of this brief cites A/RES/73/27'
errors_case 'size 80\n' 1 'is no size'
errors_case 'next\nsize 0x10\n' 2 'is no size'
errors_case 'form huge\n' 1 'is no form'
errors_case 'save-screen\n' 1 'which file'
errors_case 'find zzzzqqq\n' 1 'is not in this brief'
errors_case 'open\n' 1 'which meeting'
errors_case 'print\nfile notes.doc\n' 2 'Let it end in .pdf, .html or .txt'
errors_case 'print\nfile nowhere/notes.txt\nmake\n' 3 'nowhere'
# An empty library is no error: the screen says what it lacks, and where.
mkdir -p empty/.lectern
printf 'save-screen empty.screen\n' >case.script
errors_count=$((errors_count + 1))
if "$LECTERN" -L empty open --script case.script --size 200x24 &&
	grep -q "There is no meeting in $errors_tmp/empty yet" empty.screen; then
	echo "ok $errors_count - an empty library says so"
else
	echo "not ok $errors_count - an empty library says so"
fi
echo "1..$errors_count"
