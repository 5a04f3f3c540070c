#!/bin/sh
# Who may use whom. The rows below are the layers of HACKING; a module uses
# itself and what its row names, in its #include lines and in the symbols its
# objects ask for.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

cat >"$lint_tmp/layers" <<'EOT'
base
cite base
brief cite base
library brief cite base
layout cite brief base
token cite brief base
notes session layout cite brief base
store token library cite brief base
index store library cite brief base
search store token library cite brief base
check session token store library cite brief base
session store library cite brief base
exchange store library cite brief base
view notes layout index search check session exchange store library cite brief base
cmd notes view layout index search check session exchange store library cite brief base
print notes session layout cite brief base
tui cmd view layout store library brief base
import base
EOT

# Which module a public header is the contract of: a row here, else that
# of the .c file with its name.
cat >"$lint_tmp/headers" <<'EOT'
arena base
buffer base
config base
date base
diagnostic base
error base
memory base
option base
path base
save base
screen view
script view
spawn base
utf8 base
vector base
worddiff base
words base
brief brief
meeting brief
section_id brief
sentence brief
cite cite
instrument cite
library library
columns layout
encoding layout
filter layout
frame layout
output layout
text layout
store store
index index
search search
token token
notes notes
notes_text notes
notes_content notes
pages notes
print notes
app view
screen view
script view
view view
tui tui
command cmd
tui tui
EOT
for path in "$top_srcdir"/src/*/*.c; do
	name=$(basename "$path" .c)
	grep -q "^$name " "$lint_tmp/headers" ||
		echo "$name $(basename "$(dirname "$path")")"
done >"$lint_tmp/owners"
cat "$lint_tmp/owners" >>"$lint_tmp/headers"

# A file belongs to the module its folder is named after; reading the library
# is its own module, below the store, wherever its files stand.
cat >"$lint_tmp/module.awk" <<'EOT'
function module_of(path, parts, n) {
	n = split(path, parts, "/")
	if (parts[n] ~ /^library/)
		return "library"
	return n == 2 ? "main" : parts[2]
}
function load(    f, n, i) {
	while ((getline line < layers) > 0) {
		n = split(line, f, " ")
		known[f[1]] = 1
		for (i = 1; i <= n; i++)
			allowed[f[1], f[i]] = 1
	}
	while ((getline line < headers) > 0) {
		split(line, f, " ")
		header[f[1]] = f[2]
	}
}
EOT

# --- includes ---
cd "$top_srcdir" || exit 1
list_c src >"$lint_tmp/files"
xargs grep -n '^[ 	]*#[ 	]*include' <"$lint_tmp/files" /dev/null \
	>"$lint_tmp/includes"

grep -E '<(ncursesw/)?(n?curses|term|panel|menu|form)\.h' \
	"$lint_tmp/includes" | grep -v '^src/tui/' >"$lint_tmp/found"
grep -nE '^#.*include.*curses' include/lectern/*.h >>"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'only src/tui includes curses'

grep 'sqlite3\.h' "$lint_tmp/includes" | grep -v '^src/store/' \
	>"$lint_tmp/found"
grep -nE '^#.*include.*sqlite3' include/lectern/*.h >>"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'only src/store includes sqlite3.h'

for path in include/lectern/*.h; do
	name=$(basename "$path" .h)
	grep -q "^$name " "$lint_tmp/headers" ||
		echo "$path: no src/*/$name.c, and no row in tests/lint/layers.sh, says whose"
done >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'every public header belongs to a module'

for path in src/*/; do
	name=$(basename "$path")
	grep -q "^$name\( \|\$\)" "$lint_tmp/layers" ||
		echo "$path: no row in tests/lint/layers.sh says what it may use"
done >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'every folder of src is a layer'

cat "$lint_tmp/module.awk" - >"$lint_tmp/includes.awk" <<'EOT'
BEGIN { load() }
/"lectern\// {
	path = $0
	sub(/:.*/, "", path)
	name = $0
	sub(/.*"lectern\//, "", name)
	sub(/\.h".*/, "", name)
	from = module_of(path)
	if (from == "main")
		next
	if (!(name in header))
		print path ": unknown header lectern/" name ".h"
	else if (!((from, header[name]) in allowed))
		print path ": " from " may not use " header[name] \
			" (lectern/" name ".h)"
}
/"[^"]*\.\.\// {
	print $0 ": a private header of another folder"
}
EOT
awk -v layers="$lint_tmp/layers" -v headers="$lint_tmp/headers" \
	-f "$lint_tmp/includes.awk" "$lint_tmp/includes" >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'includes keep the order of the layers'

# Headers among themselves: a contract needs no more than its module may use.
grep -n '#include "lectern/' include/lectern/*.h >"$lint_tmp/includes"
cat "$lint_tmp/module.awk" - >"$lint_tmp/contracts.awk" <<'EOT'
BEGIN { load() }
{
	from = $0
	sub(/\.h:.*/, "", from)
	sub(/.*\//, "", from)
	name = $0
	sub(/.*"lectern\//, "", name)
	sub(/\.h".*/, "", name)
	if (!((header[from], header[name]) in allowed))
		print $0 ": " header[from] " may not use " header[name]
}
EOT
awk -v layers="$lint_tmp/layers" -v headers="$lint_tmp/headers" \
	-f "$lint_tmp/contracts.awk" "$lint_tmp/includes" >"$lint_tmp/found"
tap_empty "$lint_tmp/found" 'contracts keep the order of the layers'

# --- symbols ---
what='symbols keep the order of the layers'
if ! test -f "$top_builddir/liblectern.a"; then
	tap_skip 'nothing is built' "$what"
elif ! command -v nm >/dev/null 2>&1; then
	tap_skip 'no nm (Debian: binutils)' "$what"
else
	grep '^src/[^/]*/.*\.c$' "$lint_tmp/files" | sed 's/c$/o/' |
		while read -r object; do
			test ! -f "$top_builddir/$object" || echo "$object"
		done >"$lint_tmp/objects"
	cat "$lint_tmp/module.awk" - >"$lint_tmp/symbols.awk" <<'EOT'
BEGIN { load() }
{
	path = $1
	sub(/:$/, "", path)
	type = $(NF - 1)
	if (type == "U") {
		asked[++count] = path SUBSEP $NF
	} else
		owner[$NF] = path
}
END {
	for (i = 1; i <= count; i++) {
		split(asked[i], part, SUBSEP)
		if (!(part[2] in owner))
			continue
		from = module_of(part[1])
		to = module_of(owner[part[2]])
		if (!((from, to) in allowed))
			print part[1] ": " from " may not use " to \
				" (" part[2] " of " owner[part[2]] ")"
	}
	if (!count)
		print "no symbols were read"
}
EOT
	(cd "$top_builddir" && xargs nm -A -g <"$lint_tmp/objects") |
		awk -v layers="$lint_tmp/layers" \
			-v headers="$lint_tmp/headers" \
			-f "$lint_tmp/symbols.awk" >"$lint_tmp/found"
	tap_empty "$lint_tmp/found" "$what"
fi
tap_end
