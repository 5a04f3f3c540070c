#!/bin/sh
# lectern export and back: every form of the sample, what a program for that
# form makes of it, and that a word changed there is the only byte that changes
# here.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$top_srcdir/briefs" "$cli_tmp/briefs"
cd "$cli_tmp" || exit 1
LECTERN_LIBRARY=$cli_tmp/briefs
export LECTERN_LIBRARY
folder=briefs/cica-swg-2021-05-27

# --- out ---
cli_run export swg --to md -l ru
cmp -s "$cli_tmp/out" $folder/ru.md
cli_ok $? 'md of one language is its file'
cli_run export swg --to md -o copy
cli_exit 0 'md of all languages is a folder'
for file in meeting.yaml ru.md en.md kk.md; do
	cmp -s copy/$file $folder/$file
	cli_ok $? "$file is the same"
done
cli_run export swg --to md -o copy
cli_exit 2 'what is there is not replaced'
cli_run export swg --to md
cli_has err 'Name a folder' 'several files need a folder'

cli_run export swg 2.2.4 --to tsv -l en
cli_exit 0 'a section as TSV'
test "$(cut -f1 out | tr '\n' ' ')" = \
	'cica-swg-2021-05-27 2.2.4/1 2.2.4/2 2.2.4/3 '
cli_ok $? 'a row a point, after the head'
cli_run export swg --to xliff
cli_has err 'two languages' 'XLIFF is for two languages'
cli_run export swg
cli_has err '--to md|json' 'the form must be said'
cli_run export swg --to csv -l xx
cli_exit 1 'a language that is not there'
cli_run export swg --to docx -o -
cli_has err 'goes into a file' 'a document is not printed'

for form in json tmx csv tsv html; do
	cli_run export swg --to $form -o swg.$form
	cli_exit 0 "$form is written"
	cli_run export training --to $form -o training.$form
	cli_exit 0 "$form of the other brief"
done
cli_run export swg --to xliff -l ru,en -o swg.xliff
cli_exit 0 'xliff is written'
head -c 3 swg.csv | od -An -tx1 | grep -q 'ef bb bf'
cli_ok $? 'CSV begins with a mark'
tail -c 2 swg.csv | od -An -tx1 | grep -q '0d 0a'
cli_ok $? 'and its lines end as RFC 4180 says'
if command -v xmllint >/dev/null; then
	for file in swg.tmx training.tmx swg.xliff; do
		xmllint --noout $file
		cli_ok $? "$file is well-formed"
	done
	units=$(xmllint --xpath 'count(//tu[@tuid])' swg.tmx)
	test "$units" = 16
	cli_ok $? 'a unit a point'
	count=$(xmllint --xpath \
		'count(//tu[@tuid="2.2.4/1"]/tuv[@*="ru" or @*="en"]/seg)' \
		swg.tmx)
	test "$count" = 2
	cli_ok $? 'with all its languages'
	xmllint --xpath 'string(/tmx/header/@srclang)' swg.tmx | grep -qx ru
	cli_ok $? 'the original is the source'
	count=$(xmllint --xpath 'count(//*[local-name()="unit" and
		@id and count(*[local-name()="segment"]/*)=2])' swg.xliff)
	test "$count" -gt 10
	cli_ok $? 'each unit of XLIFF has a source and a target'
else
	cli_skip 'no xmllint' 'XML is well-formed'
fi

# --- home, unchanged ---
forms='json tmx csv tsv'
if command -v pandoc >/dev/null; then
	forms="$forms docx odt"
	for form in docx odt; do
		cli_run export swg --to $form -o swg.$form
		cli_exit 0 "$form is written"
		cli_run export training --to $form
		cli_has out "training-2021-09-06.$form" "$form is named"
		mv training-2021-09-06.$form training.$form
	done
	cli_run export training --to docx
	mv training-2021-09-06.docx there.docx
	cp there.docx training-2021-09-06.docx
	cli_run export training --to docx
	cli_exit 2 'a name that was not given replaces nothing'
else
	cli_skip 'no pandoc' 'Word and OpenDocument'
fi
PATH=/nowhere cli_run export swg --to odt -o none.odt
cli_has err 'apt-get install pandoc' 'without pandoc its package is named'
for form in $forms; do
	for meeting in swg training; do
		cli_run import $meeting.$form
		cli_exit 0 "$form of $meeting comes home"
		cli_has err 'Nothing differs' "$form of $meeting: unchanged"
	done
done

# --- home, with changed words ---
# What was changed, as a sed program, in the file and in the form.
change='s/seems redundant/looks superfluous/'
change_form() # FORM
{
	case $1 in
	docx | odt)
		rm -rf parts && mkdir parts && (cd parts &&
			unzip -q ../swg.$1 && sed -i "$change" \
			"$(test -f content.xml && echo content.xml ||
				echo word/document.xml)" &&
			zip -q -X -r ../new.$1 mimetype . 2>/dev/null ||
			zip -q -X -r ../new.$1 .)
		;;
	*) sed "$change" swg.$1 >new.$1 ;;
	esac
}

cp -R briefs before
for form in $forms; do
	if ! command -v zip >/dev/null || ! command -v unzip >/dev/null; then
		case $form in docx | odt)
			cli_skip 'no zip' "$form with a changed word"
			continue
			;;
		esac
	fi
	rm -f new.*
	change_form $form
	cli_run import new.$form
	cli_exit 1 "$form: a change that is left"
	cli_has out '2.2.4/2 en' "$form: its place is shown"
	cli_has err '1 change, 0 written' "$form: and it is the only one"
	cmp -s $folder/en.md before/cica-swg-2021-05-27/en.md
	cli_ok $? "$form: shown only, nothing is written"
	cli_run import new.$form --update
	cli_exit 1 "$form: nobody agreed"
	cli_run import new.$form --update --yes
	cli_exit 0 "$form: written"
	sed "$change" before/cica-swg-2021-05-27/en.md >wanted
	cmp -s wanted $folder/en.md
	cli_ok $? "$form: that word and no other byte"
	cli_run import new.$form --update --yes
	cli_has err 'Nothing differs' "$form: a second time it is there"
	cp before/cica-swg-2021-05-27/en.md $folder/en.md
done
rm -rf briefs/.lectern before/.lectern
diff -r briefs before >/dev/null
cli_ok $? 'the other texts and facts are as they were'

# A cue comes home in JSON; a semicolon is a comma in some countries.
sed 's/> Overlaps/> Repeats/' before/cica-swg-2021-05-27/en.md >wanted
sed 's/"Overlaps with/"Repeats with/' swg.json >new.json
cli_run import new.json --update --yes
cmp -s wanted $folder/en.md
cli_ok $? 'a cue comes home'
cp before/cica-swg-2021-05-27/en.md $folder/en.md
printf '%s\n' 'cica-swg-2021-05-27;en' '2.2.4/2;Redundant; "no"' \
	'2.2.4/9;New' '2.2.4/2;Twice' '2.2.4/1;' >new.csv
cli_run import new.csv --json
cli_has out '"after": "Redundant' 'a table with semicolons'
cli_has out 'no such point' 'a point that there is not is told'
cli_has out 'An earlier row' 'so is a place that comes twice'
cli_has out 'taken out' 'and words that were taken out'
cli_run import new.csv --update --yes
cli_exit 1 'what cannot be written is left'

# Two people: what changed meanwhile is not written over.
sed 's/seems redundant/is fine/' $folder/en.md >changed
cp before/cica-swg-2021-05-27/en.md $folder/en.md
sed "$change" swg.tsv >new.tsv
cp changed $folder/en.md
cli_run import new.tsv
cli_has out '[-' 'the change is shown against what is there now'
cp before/cica-swg-2021-05-27/en.md $folder/en.md

# A document is compared in the same way.
printf '%s\n\n' 'Talking points' '(27 May 2021, Geneva)' 'Paragraph 2.2.4' \
	'1. One word.' '2. Another.' '3. A third.' >plain.txt
cli_run import plain.txt --meeting cica-swg-2021-05-27 --lang en
cli_exit 2 'a document does not go into a meeting'
cli_has err '--update' 'unless that is asked for'
cli_run import plain.txt --meeting cica-swg-2021-05-27 --lang en --update -n
cli_has out '{+One word' 'then it is shown point by point'
cmp -s $folder/en.md before/cica-swg-2021-05-27/en.md
cli_ok $? 'and a dry run writes nothing'

# --- hostile ---
cat >evil.tmx <<'END'
<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<tmx version="1.4"><body><tu tuid="2.2.4/1"><tuv xml:lang="en">
<seg>&a;</seg></tuv></tu></body></tmx>
END
cli_run import evil.tmx --meeting cica-swg-2021-05-27 --update --yes
cli_exit 2 'a TMX with a DOCTYPE is refused'
cli_has err 'DOCTYPE' 'with a cure'
head -c 3000 swg.tmx >torn.tmx
cli_run import torn.tmx
cli_exit 2 'a torn TMX is refused'
echo '{"format":"lectern-brief","sections":[{"points":[{"place":3}]}]}' \
	>odd.json
cli_run import odd.json
cli_exit 2 'JSON that says no meeting'
cli_has err '--meeting' 'asks for one'
cli_end
