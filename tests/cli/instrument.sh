#!/bin/sh
# Texts of documents: named by their symbols, shown as briefs are.
. "${top_srcdir-$(dirname "$0")/../..}/tests/cli/lib.sh"

cli_copy_library "$cli_folder/library" "$cli_tmp/library"
LECTERN_LIBRARY=$cli_tmp/library
export LECTERN_LIBRARY
texts=$LECTERN_LIBRARY/catalogue

mkdir -p "$texts/A-RES-75-240" "$texts/OWN-1"
cat >"$texts/A-RES-75-240/en.md" <<'EOT2'
# The title of the text

## Preamble {#preamble}

Recalling what was said,

## Operative paragraphs {#op}

1. Decides one thing;
2. Requests another.
EOT2
cat >"$texts/A-RES-75-240/ru.md" <<'EOT2'
# Заглавие

## Преамбула {#preamble}

Напоминая о сказанном,

## Постановляющая часть {#op}

1. Решает одно;
2. Просит о другом.
EOT2
printf 'symbol\taka\nOWN-1\tHouse Rules\n' >"$texts/instruments.tsv"
printf '## Article 4 bis {#4bis}\n\nNo smoking.\n' >"$texts/OWN-1/en.md"

cli_case instrument show 75/240 -l en,ru --width 60
cp "$cli_tmp/out" "$cli_tmp/whole"
for words in A/RES/75/240 'резолюция 75/240' 'catalogue/A-RES-75-240'; do
	cli_run show "$words" -l en,ru --width 60
	cmp -s "$cli_tmp/out" "$cli_tmp/whole"
	cli_ok $? "show $words is the same"
done
cli_case instrument-point show -l en,ru --width 60 75/240, para. 1
cp "$cli_tmp/out" "$cli_tmp/one"
for words in 'A/RES/75/240 п. 1' '75/240 1' 'A/RES/75/240 op1' \
	'catalogue/A-RES-75-240/op/1'; do
	cli_run show -l en,ru --width 60 "$words"
	cmp -s "$cli_tmp/out" "$cli_tmp/one"
	cli_ok $? "show $words is that point"
done
cli_run cite --text -l en,ru 75/240, para. 2
cli_has out 'Просит о другом.' 'cite --text has it, too'
grep -q 'Решает одно' "$cli_tmp/out"
cli_ok $((1 - $?)) 'and nothing else'
cli_run show House Rules 4bis
cli_has out 'No smoking.' 'a document by its name'
cli_run show --json 75/240 para. 2
cli_has out '"place": "op/2"' 'as JSON'
printf 'save-screen %s/screen\n' "$cli_tmp" >"$cli_tmp/script"
cli_run open --script "$cli_tmp/script" 75/240 para. 2
cli_exit 0 'the screen opens at a paragraph'
grep -q 'Requests another' "$cli_tmp/screen"
cli_ok $? 'and shows it'

cli_case instrument-no-text show 74/247
cli_case instrument-no-paragraph show 75/240 para. 9
cli_run list --ids
grep -q catalogue "$cli_tmp/out"
cli_ok $((1 - $?)) 'it is no meeting'
for words in catalogue/.. catalogue/../group-2020-03-02 catalogue/ \
	'catalogue/.lectern' '../library' 'A/RES/..'; do
	cli_run show "$words"
	cli_exit 1 "no way out of the catalogue: $words"
done

# The Declaration in seven languages: each article meets its like.
what='the Universal Declaration of Human Rights'
udhr=$top_srcdir/../shared/data/udhr
if ! test -d "$udhr"; then
	cli_skip 'no texts of it here' "$what"
	cli_end
	exit
fi
cp -R "$udhr" "$texts/A-RES-217(III)A"
chmod -R u+w "$texts"
for pair in 'Article 3|en' 'art. 3|en' 'Статья 3|ru' '3-бап|kk' \
	'第三条|zh' 'المادة 3|ar' 'artículo 3|es'; do
	cli_run show -l "${pair#*|},en" "A/RES/217(III)A ${pair%|*}"
	cli_has out 'liberty and the security' "$what: ${pair%|*}"
done
cli_run show -l fr,en 'A/RES/217(III)A art. 1'
cli_has out 'Article premier' "$what: the first article in French"
cli_has out 'Article 1' 'beside that in English'
cli_run show --json -l ru,zh 'A/RES/217(III)A'
test "$(grep -c '"id": "[0-9][0-9]*"' "$cli_tmp/out")" = 30
cli_ok $? "$what: 30 articles in all"
cli_end
