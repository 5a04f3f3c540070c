#!/bin/sh
# lectern-import text: every encoding, found out or named. The confined
# program itself is run: what it says is a contract (include/lectern/import.h).
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

shared=$top_srcdir/../shared
import=$(dirname "$LECTERN")/lectern-import
cd "$cli_tmp" || exit 1

read_text() # FILE [ENCODING]: the text is left in "text", the head in "said"
{
	"$import" text ${2+"$2"} <"$1" | cat >whole
	head -n 1 whole >said
	sed 1d whole >text
}

# The files are in the encoding their names say.
expect() # FILE NAME ENCODING
{
	read_text "$1"
	grep -qF "\"encoding\":\"$3\"" said
	cli_ok $? "$2 is found to be $3"
	grep -qF '"bad":0,' said
	cli_ok $? "$2 is read whole"
}

if test -d "$shared/data/encodings"; then
	while read -r name encoding; do
		expect "$shared/data/encodings/$name" "$name" "$encoding"
		! grep -q "$(printf '\r')" text
		cli_ok $? "$name has our ends of lines"
	done <<-EOT
		udhr_kk.kz1048.txt KZ-1048
		udhr_kk.pt154.txt PT154
		udhr_ru.cp1251.txt windows-1251
		udhr_ru.cp866.txt IBM866
		udhr_ru.koi8-r.txt KOI8-R
		udhr_ru.utf-16le-bom.txt UTF-16LE
		udhr_ru.utf-8-bom-crlf.txt UTF-8
	EOT
	# Each language in each encoding that can carry it.
	for path in "$shared"/data/udhr/*.md \
		"$shared/seed/cica-swg-2021-05-27.txt"; do
		for encoding in CP1251 KOI8-R CP866 ISO-8859-5 MAC-CYRILLIC \
			PT154 RK1048 CP1252 CP1256 GB18030 UTF-16LE UTF-16BE \
			UTF-32LE UTF-32BE; do
			case $encoding:$path in
			GB18030:*/en.md) continue ;; # a dozen dashes
			esac
			iconv -f UTF-8 -t $encoding "$path" >bytes \
				2>/dev/null || continue
			read_text bytes
			cmp -s text "$path"
			cli_ok $? "$(basename "$path") in $encoding"
		done
	done
else
	cli_skip 'no ../shared/data' 'every encoding'
fi

# Bytes that mean nothing are said, by their places in the file.
printf '\357\273\277a \377 b\r\nc\rd\n' >bytes
read_text bytes
grep -qF '"bad":1,"places":[5]' said
cli_ok $? 'a bad byte is counted, and its place told'
printf 'a \357\277\275 b\nc\nd\n' | cmp -s - text
cli_ok $? 'and shown in the text, which has our ends of lines'
printf '\317\360\350\342\345\362' >bytes
read_text bytes CP1251
test "$(cat text)" = Привет
cli_ok $? 'an encoding that is named is believed'

for word in nonsense utf-7 ../x; do
	read_text bytes $word
	grep -qF 'encoding-unknown' said
	cli_ok $? "$word is not of the list"
done
head -c 100000 /dev/zero >bytes
read_text bytes
grep -qF 'not-text' said
cli_ok $? 'zeros are no text'
head -c 100000000 /dev/zero >bytes
read_text bytes
grep -qF 'too-large' said
cli_ok $? 'a file of a hundred megabytes is refused'

# --- what the process may not do ---
what='the kernel confines it before it reads'
if test "$LECTERN_SANITIZED" = yes || ! test -e /proc/self/status; then
	cli_skip 'not in this build or on this system' "$what"
else
	mkfifo pipe
	"$import" text <pipe >/dev/null 2>&1 &
	child=$!
	exec 3>pipe
	tries=0
	until grep -q '^Seccomp:.*2' "/proc/$child/status" ||
		test $tries = 2000; do
		tries=$((tries + 1))
	done
	grep -q '^NoNewPrivs:.*1' "/proc/$child/status" &&
		grep -q '^Max address space *536870912' "/proc/$child/limits" &&
		grep -q '^Max file size *0 ' "/proc/$child/limits" &&
		grep -q '^Max open files *3 ' "/proc/$child/limits"
	cli_ok $? "$what"
	exec 3>&-
	wait $child
fi
cli_end
