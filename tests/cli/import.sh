#!/bin/sh
# lectern import: documents of every format and encoding, and hostile ones.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cd "$cli_tmp" || exit 1
mkdir -p library/other
echo 'title: M' >library/other/meeting.yaml
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY

cat >plain.txt <<'END'
Talking points for the meeting of the Working Group on Water
(14 March 2023, Geneva)

Paragraph 3.1

1. We support **the early warning system** as it stands.
2. The costs should be shared by all 27 members.

Paragraph 3.2

1. The secretariat reports twice a year, as decided in resolution 75/240.

Тезисы к заседанию Рабочей группы по водным ресурсам
(14 марта 2023 года, Женева)

Пункт 3.1

1. Мы поддерживаем **систему раннего предупреждения** в её нынешнем виде.
2. Расходы должны распределяться между всеми 27 членами.

Пункт 3.2

1. Секретариат отчитывается дважды в год, как решено в резолюции 75/240.
END

# The texts of the meeting that was made, without what only a format has.
texts() # MEETING
{
	cat "library/$1/en.md" "library/$1/ru.md" 2>&1
}

same_as_plain() # MEETING DESCRIPTION
{
	texts plain >wanted
	texts "$1" | cmp -s wanted -
	cli_ok $? "$2"
}

# --- a text ---
cli_run import plain.txt --meeting plain --dry-run
cli_exit 0 'a dry run'
cli_has out 'plain.txt: text, UTF-8, by its form (100 %)' 'says how it was read'
test ! -e library/plain
cli_ok $? 'a dry run writes nothing'
cli_run import plain.txt --meeting plain
cli_exit 1 'without a terminal and without --yes nothing is asked'
test ! -e library/plain
cli_ok $? 'or written'
cli_run import plain.txt --meeting plain --yes
cli_exit 0 'with --yes it is written'
texts plain >actual
diff -u "$cli_folder/expected/import-texts" actual >changes
cli_ok $? 'its texts'
sed "s/^/# /" changes
test -s library/plain/meeting.yaml && test -s library/plain/import-report.md
cli_ok $? 'with its facts and the report'
cli_run show plain/3.1/2
cli_has out 'by all 27' 'a point is where the other language has it'
cli_has out 'всеми 27 членами' 'side by side'

cli_run import plain.txt --meeting plain --yes
cli_exit 2 'a meeting that exists is not touched'
cli_has err 'There is a meeting plain already' 'and that is said'
cli_run import plain.txt --meeting ../plain --yes
cli_exit 2 'nothing is written outside the library'
cli_run import plain.txt --meeting x --dry-run --json
cli_has out '"format": "text"' 'JSON says what the document is'
cli_has out '"written": false' 'and what became of it'

"$LECTERN" import - --meeting piped --yes <plain.txt >out 2>err
same_as_plain piped 'what comes through a pipe is the same'
sed 's/$/\r/' plain.txt >crlf.txt
cli_run import crlf.txt --meeting crlf --yes
same_as_plain crlf 'with the line ends of DOS'
for encoding in CP1251 KOI8-R CP866 UTF-16 UTF-32; do
	iconv -f UTF-8 -t $encoding plain.txt >coded.txt
	cli_run import coded.txt --meeting "in-$encoding" --yes
	same_as_plain "in-$encoding" "in $encoding"
done
iconv -f UTF-8 -t MACCYRILLIC plain.txt >coded.txt
cli_run import coded.txt --from x-mac-cyrillic --meeting named --yes
same_as_plain named 'in an encoding that is named'
cli_run import plain.txt --from nonsense --dry-run
cli_exit 2 'an encoding that is none is refused'

# --- a document as it came, in every encoding that can carry it ---
seed=$top_srcdir/tests/draft/cica.txt
seed_texts() # MEETING
{
	cat "library/$1/en.md" "library/$1/ru.md" "library/$1/kk.md" 2>&1
}
cli_run import "$seed" --meeting seed --yes
cli_exit 0 'a note verbale with three languages'
seed_texts seed >wanted
for encoding in UTF-16LE UTF-16BE UTF-32LE RK1048 PT154; do
	iconv -f UTF-8 -t $encoding "$seed" >coded.txt 2>/dev/null || {
		cli_skip "not in this encoding, or no such one" "$encoding"
		continue
	}
	cli_run import coded.txt --meeting "seed-$encoding" --yes
	seed_texts "seed-$encoding" | cmp -s wanted -
	cli_ok $? "the same in $encoding"
done
sed 's/$/\r/' "$seed" >coded.txt
cli_run import coded.txt --meeting seed-crlf --yes
seed_texts seed-crlf | cmp -s wanted -
cli_ok $? 'the same with the line ends of DOS'
fold -s -w 60 "$seed" >coded.txt
cli_run import coded.txt --meeting seed-wrapped --yes
seed_texts seed-wrapped | cmp -s wanted -
cli_ok $? 'the same wrapped at 60 columns'

# --- other formats ---
if command -v pandoc >/dev/null; then
	for format in docx odt rtf html; do
		pandoc -f markdown -s --metadata title=T plain.txt \
			-o "made.$format" 2>/dev/null
		cli_run import made.$format --meeting "of-$format" --yes
		cli_exit 0 "$format is read"
		texts "of-$format" >actual
		grep -qF '**систему раннего предупреждения**' actual &&
			grep -qF '27 членами' actual
		cli_ok $? "$format keeps words and key phrases"
	done
	PATH=/nowhere cli_run import made.docx --dry-run
	cli_exit 2 'without pandoc a Word document is not read'
	cli_has err 'apt-get install pandoc' 'and the package is named'
	PATH=/nowhere cli_run import plain.txt --meeting x --dry-run
	cli_exit 0 'a text needs nobody'
else
	cli_skip 'no pandoc' 'other formats'
fi

# --- hostile documents ---
refused() # FILE WORDS DESCRIPTION
{
	cli_run import "$1" --meeting hostile --yes
	cli_exit 2 "$3"
	cli_has err "$2" "$3: it says why"
	test ! -e library/hostile
	cli_ok $? "$3: nothing is written"
}

printf '\320\317\021\340\241\261\032\341 old' >old.doc
refused old.doc 'before 2007' 'a Word document of another century'
printf 'PK\003\004 not a zip' >broken.docx
refused broken.docx 'damaged' 'a damaged package'
if command -v zip >/dev/null; then
	mkdir word
	head -c 100000000 /dev/zero | tr '\0' ' ' >word/document.xml
	zip -q bomb.docx word/document.xml
	refused bomb.docx '32 MiB' 'a zip bomb'
	cat >word/document.xml <<-'END'
		<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">
		<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>
	END
	zip -q laughs.docx word/document.xml
	refused laughs.docx 'entities' 'a billion laughs'
	cat >word/document.xml <<-'END'
		<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>
	END
	zip -q outside.docx word/document.xml
	refused outside.docx 'entities' 'an entity from outside'
	echo text >inside.txt
	zip -q other.zip inside.txt
	refused other.zip 'no Word' 'another archive'
	rm word/document.xml
	(cd word && for n in 1 2 3; do seq -f "$n%04.0f.xml" 1 999; done |
		xargs touch)
	zip -qr many.docx word
	refused many.docx '2,000 parts' 'a package of thousands of parts'
else
	cli_skip 'no zip' 'packed documents that are hostile'
fi
if command -v pdftotext >/dev/null; then
	cat >empty.pdf <<-'END'
		%PDF-1.4
		1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
		2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
		3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
		trailer <</Root 1 0 R>>
	END
	refused empty.pdf 'only pictures' 'a PDF without text'
	echo '%PDF-1.4 nonsense' >broken.pdf
	refused broken.pdf 'broken.pdf' 'a broken PDF'
else
	cli_skip 'no pdftotext' 'PDF'
fi
head -c 100000000 /dev/zero >large.txt
refused large.txt '32 MiB' 'a hundred megabytes'
head -c 8000000 /dev/zero | tr '\0' a >endless.txt
cli_run import endless.txt --meeting endless --dry-run
test "$cli_code" -le 2
cli_ok $? 'a line of eight megabytes comes to an end'
seq 30000 | gzip -nc >random.txt
bad=
for encoding in UTF-8 UTF-16LE UTF-32BE windows-1251 KOI8-R IBM866 ISO-8859-5 \
	x-mac-cyrillic KZ-1048 PT154 windows-1252 windows-1256 GB18030 Big5; do
	cli_run import random.txt --from $encoding --meeting random --dry-run
	test "$cli_code" -le 2 || bad="$bad $encoding"
done
test -z "$bad"
cli_ok $? "bytes that mean nothing are read in every encoding$bad"
: >nothing.txt
refused nothing.txt 'nothing.txt' 'an empty file'
mkdir folder
refused folder 'folder' 'a folder'
refused absent.txt 'absent.txt' 'a file that is not there'
cli_end
