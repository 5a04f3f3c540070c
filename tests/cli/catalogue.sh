#!/bin/sh
# lectern catalogue: the list, and what is imported into it.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

shared=$top_srcdir/../shared/data
cd "$cli_tmp" || exit 1

# --- the list ---
cli_case catalogue-words catalogue 74/247
cli_run catalogue Budapest convention
cli_has out ETS-185 'words are found in every cell, whatever their case'
cli_case catalogue-json catalogue 74/247 --json
cli_case catalogue-nothing catalogue no such words
cli_case catalogue-no-library -L nowhere catalogue

# --- MARCXML ---
mkdir -p library/meeting
echo 'title: M' >library/meeting/meeting.yaml
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY
own=library/catalogue/instruments.tsv

field() # TAG CODE TEXT [CODE TEXT]...
{
	printf '  <datafield tag="%s" ind1=" " ind2=" ">\n' "$1"
	shift
	while test $# -gt 1; do
		printf '    <subfield code="%s">%s</subfield>\n' "$1" "$2"
		shift 2
	done
	printf '  </datafield>\n'
}

collection() # the records are on standard input
{
	printf '<?xml version="1.0" encoding="UTF-8"?>\n'
	printf '<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
	cat
	printf '</collection>\n'
}

votes() # SYMBOL YES NO ABSTAINING DATE
{
	printf '<record>\n'
	field 245 a 'The use of examples :' b 'resolution /' \
		c 'adopted by the General Assembly'
	field 269 a "$5"
	field 791 a "$1" b A/ c 99
	field 967 a 1 c AAA d Y e 'ALPHA'
	field 967 a 2 c BBB d N e 'BETA &amp; SONS'
	field 967 a 3 c CCC e 'GAMMA'
	field 996 b "$2" c "$3" d "$4" e 1 f 3
	printf '</record>\n'
}

votes A/RES/99/1 1 1 0 2044-12-01 | collection >votes.xml
cli_case catalogue-show catalogue import votes.xml
test ! -e library/catalogue
cli_ok $? 'what is shown is not written'
cli_case catalogue-yes catalogue import --yes votes.xml
cli_run catalogue 99/1
cli_has out '1-1-0' 'what was imported is in the list'
cli_run cite 99/1
cli_has out 'The use of examples' 'and is what cite says'
cli_case catalogue-again catalogue import --yes votes.xml

# Adopted without a vote: totals that are empty, and no members. A document's
# own record: its action date is the day of adoption. Nothing says how
# A/RES/99/3 was adopted, and its date may be that of its printing.
{
	printf '<record>\n'
	field 791 a A/RES/99/2
	field 992 a 20441202
	field 996 b '' c ''
	printf '</record><record>\n'
	field 191 a A/RES/99/3
	field 245 a 'Third /'
	field 269 a 2044-12-30
	printf '</record><record>\n'
	field 191 a A/66/67 z x
	field 191 a E/2011/79
	field 245 a 'A report :' b 'of somebody'
	field 269 a 2011
	printf '</record><record>\n'
	field 191 a 'A/RES/37/100[A]'
	field 992 a 1982-12-13
	field 996 a 'Adopted without vote, 9th plenary meeting'
	printf '</record><record>\n'
	field 191 a 'S/RES/1540 (2004)'
	field 245 a 'Resolution 1540 (2004) /' b x
	printf '</record>\n'
} | collection >documents.xml
cli_case catalogue-documents catalogue import documents.xml

# --- the library's file keeps what it has ---
printf '%s\r\n' '# what we know' >"$own"
printf 'seen by\tsymbol\tvote\r\n' >>"$own"
printf 'Anna \t A/RES/99/1\t9-9-9\tmore\r\n\r\n' >>"$own"
printf 'Boris\tOWN-1\r\n# the end' >>"$own"
cli_case catalogue-changed catalogue import -y votes.xml
cp "$own" out
: >err
cli_expect catalogue-kept 'cells, rows, comments, columns and line ends stay'
cli_run catalogue import votes.xml
cli_has err 'has all of this already' 'and the second time nothing changes'

# A row that only the program has is copied whole, or its titles would go.
printf 'symbol\tnote\n75/240\tseen\n' >table.tsv
rm "$own"
cli_case catalogue-table catalogue import --yes table.tsv
cli_run catalogue 75/240 --json
cli_has out '"title_ru": "Достижения' 'a change leaves the other cells'
cli_has out '"note": "seen"' 'and is there'

# --- JSON ---
cli_case catalogue-import-json catalogue import --json votes.xml
cli_run catalogue import --json --yes votes.xml
cli_has out '"written": true' 'JSON says that it was written'

# --- what is wrong, and where; nothing is written ---
rm -r library/catalogue
bad() # FILE
{
	cli_case "catalogue-bad-$1" catalogue import --yes "$1"
	test ! -e library/catalogue
	cli_ok $? "nothing is written of $1"
}

{
	printf '<?xml version="1.0"?>\n<!DOCTYPE a [\n'
	printf '<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;">\n'
	printf ']>\n<record/>\n'
} >doctype.xml
bad doctype.xml
printf '<!DOCTYPE r SYSTEM "file:///etc/passwd">\n<r/>\n' >system.xml
bad system.xml
printf '<html>\n<body/></html>\n' >page.xml
bad page.xml
printf '<record>\n<datafield tag="191">\n<subfield>' >cut.xml
bad cut.xml
printf '<record>\n<x>\377</x></record>' >encoding.xml
bad encoding.xml
printf '<?xml version="1.0" encoding="none"?>\n<record/>' >unknown.xml
bad unknown.xml
printf '<record>\n&lol;</record>' >entity.xml
bad entity.xml
printf '<collection/>\n' >none.xml
bad none.xml
{
	votes A/RES/99/1 1 1 0 2044-12-01
	printf '<record>\n'
	field 245 a 'No symbol'
	printf '</record>\n'
} | collection >symbol.xml
bad symbol.xml
votes A/RES/99/1 2 1 0 2044-12-01 | collection >totals.xml
bad totals.xml
votes A/RES/99/1 one 1 0 2044-12-01 | collection >count.xml
bad count.xml
votes A/RES/99/1 1 1 0 2044-02-30 | collection >date.xml
bad date.xml
votes 'no symbol' 1 1 0 2044-12-01 | collection >words.xml
bad words.xml
{
	votes A/RES/99/1 1 1 0 2044-12-01
	votes A/RES/99/1 1 1 0 2044-12-02
} | collection >twice.xml
bad twice.xml
votes A/RES/99/1 1 1 0 2044-12-01 | sed 's/>N</>no</' | collection \
	>member.xml
bad member.xml
printf 'a,b,c\n1,2,3\n' >table.csv
bad table.csv
printf 'symbol\tadopted\nA/RES/1/1\tyesterday\n' >date.tsv
bad date.tsv
printf 'symbol\tvote\nA/RES/1/1\tmany\n\t1-1-1\n' >vote.tsv
bad vote.tsv
printf 'symbol\tnote\nA/RES/1/1\t\377\n' >latin.tsv
bad latin.tsv
: >empty
bad empty
printf 'undl_id,ms_code,resolution\n1,AAA,"A/RES/1/1\n' >quotes.csv
bad quotes.csv
cli_case catalogue-bad-folder catalogue import --yes library
cli_case catalogue-bad-missing catalogue import --yes nowhere.xml
cli_case catalogue-bad-none catalogue import

# Two files: a fault in one, and neither is written.
cli_run catalogue import --yes votes.xml doctype.xml
cli_exit 2 'a fault in one file'
test ! -e library/catalogue
cli_ok $? 'holds both back'

# --- the voting file, in both its layouts ---
{
	printf 'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,'
	printf 'title,vote_note,total_yes,total_no,total_abstentions,'
	printf 'total_non_voting,total_ms\n'
	for vote in AAA,ALPHA,Y 'BBB,"BETA, SONS",N' CCC,GAMMA,X; do
		printf '1,%s,2044-12-01,99,A/RES/99/1,' "$vote"
		printf '"The ""use"" of examples : resolution / adopted by",,'
		printf '1.0,1.0,0.0,1.0,3.0\n'
	done
} >bulk.csv
cli_case catalogue-bulk catalogue import bulk.csv
{
	printf 'undl_ids,ms_codes,ms_votes,dates,resolutions,titles,modality,'
	printf 'yes,no,abstentions\n'
	for vote in AAA,Y BBB,N CCC,X; do
		printf '1,%s,2044-12-01,A/RES/99/1,Examples,,1,1,0\n' "$vote"
	done
} >older.csv
cli_case catalogue-older catalogue import older.csv
sed 's/,N,/,A,/' older.csv >bulk.csv
bad bulk.csv

# --- roll calls: what is a fact, and what is not ---
{
	printf 'rcid\tunres\tdate\tsymbol_guess\tyes\tno\tabstain\tamend\tpara\n'
	printf '1\tR/1/66\t1946-01-01\tA/RES/66(I)\t9\t1\t1\t0\t0\n'
	printf '2\tR/99/1\t2044-12-01\tA/RES/99/1\t2\t1\t0\t\t\n'
	printf '3\tR/99/2\t2044-12-01\tA/RES/99/2\t9\t1\t1\t1\t0\n'
	printf '4\tR/99/3\t2044-12-01\tA/RES/99/3\t9\t1\t1\t0\t0\n'
	printf '5\tR/99/3\t2044-12-01\tA/RES/99/3\t8\t2\t1\t0\t0\n'
	printf '6\tR/99/4\t2044-12-01\tA/RES/99/4\t1\t9\t1\t0\t0\n'
	printf '7\tR/99/5\t2044-12-01\tA/RES/99/5\t9\t1\t1\t0\t0\n'
} >calls.tsv
cli_run catalogue import --yes votes.xml
cli_case catalogue-calls catalogue import calls.tsv

# --- standard input ---
"$LECTERN" catalogue import --yes - <documents.xml >out 2>err
cli_code=$?
cli_exit 0 'standard input is read'
cli_has out '37/100A' 'as a file is'

# A library that may not be written to: said, and nothing else happens.
what='a library that may not be written to'
if test "$(id -u)" = 0; then
	cli_skip 'root may write anywhere' "$what"
else
	chmod a-w library/catalogue
	cli_run catalogue import --yes bulk.csv
	cli_exit 2 "$what"
	chmod u+w library/catalogue
fi

# --- the real ones ---
record=$shared/undl-marcxml/voting-record-A_RES_78_264-recid4040686.xml
calls=$shared/unvotes/ga-rollcalls-1946-2019.tsv
if test -e "$record"; then
	cli_case catalogue-real-record catalogue import "$record"
	sed 's|<subfield code="b">115<|<subfield code="b">116<|' "$record" \
		>real.xml
	cli_run catalogue import --yes real.xml
	cli_exit 2 'a total that the 193 members did not make is refused'
	cli_has err '116-0-44, but the members' 'and said with both counts'
else
	cli_skip 'no ../shared/data' 'the real record'
fi
if test -e "$calls"; then
	cli_run catalogue import --yes "$calls"
	cli_exit 0 'six thousand roll calls'
	cli_run catalogue 31/6A
	cli_has out 134-0-1 'are in the catalogue'
	cli_run catalogue import --yes "$calls"
	cli_has err 'has all of this already' 'once'
	sed 1d "$own" | cut -f1 | sort | uniq -d >out
	test ! -s out
	cli_ok $? 'each in one row'
else
	cli_skip 'no ../shared/data' 'six thousand roll calls'
fi
cli_end
