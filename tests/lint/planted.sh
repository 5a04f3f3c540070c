#!/bin/sh
# The lint scripts find what they are for: faults are planted in a small tree
# of their own, and each must be named.
. "${top_srcdir-$(dirname "$0")/../..}/tests/lint/lib.sh"

here=$(cd "$top_srcdir/tests/lint" && pwd)
tree=$lint_tmp/tree

plant_clean()
{
	rm -rf "$tree"
	mkdir -p "$tree/src/base" "$tree/src/brief" "$tree/src/view" \
		"$tree/include/lectern" "$tree/tests/lint" "$tree/tools" \
		"$tree/po"
	cp "$here"/*.sh "$tree/tests/lint"
	cp "$top_srcdir/tools/potfiles" "$tree/tools"
	chmod -R u+w "$tree"
	cat >"$tree/include/lectern/buffer.h" <<'EOT'
/* A header. */
#ifndef LECTERN_BUFFER_H
#define LECTERN_BUFFER_H
int buffer_count(int n);
#endif
EOT
	printf '/* A header. */\n#ifndef V_H\n#define V_H\n#endif\n' \
		>"$tree/include/lectern/view.h"
	cat >"$tree/src/base/buffer.c" <<'EOT'
#include "lectern/buffer.h"

/* system("x") in a comment, "strcpy(" in a string: no matter. */
int
buffer_count(int n)
{
	return n;
}
EOT
	(cd "$tree" && sh tools/potfiles)
}

# Runs one script on the tree; passes where "not ok" stands before the words,
# or, for the clean tree, where it does not.
expect() # fault|clean SCRIPT WORDS
{
	top_srcdir=$tree top_builddir=$tree sh "$tree/tests/lint/$2.sh" \
		>"$lint_tmp/out" 2>&1
	grep "ok [0-9]* - $3" "$lint_tmp/out" >"$lint_tmp/line"
	case $1 in
	fault) grep -q '^not ok' "$lint_tmp/line" ;;
	clean) grep -q '^ok' "$lint_tmp/line" ;;
	esac
	if test $? = 0; then
		: >"$lint_tmp/found"
	else
		cp "$lint_tmp/out" "$lint_tmp/found"
	fi
	tap_empty "$lint_tmp/found" "$1: $2: $3"
}

plant() # FILE, with the text on standard input
{
	plant_clean
	cat >"$tree/$1"
}

plant_clean
expect clean layers 'includes keep'
expect clean banned 'no command goes'
expect clean banned 'no function that writes'
expect clean size 'the return type'
expect clean size 'no function has'
expect clean words 'po/POTFILES.in'
expect clean headers 'headers have a guard'

echo '#include <curses.h>' | plant src/view/help.c
expect fault layers 'only src/tui includes curses'
echo '#include <sqlite3.h>' | plant src/view/help.c
expect fault layers 'only src/store includes sqlite3.h'
echo '#include "lectern/view.h"' | plant src/brief/brief.c
expect fault layers 'includes keep the order'
echo '#include "lectern/view.h"' | plant include/lectern/date.h
expect fault layers 'contracts keep the order'
echo '/* x */' | plant include/lectern/novel.h
expect fault layers 'every public header belongs'
expect fault headers 'headers have a guard'
echo 'int x(void) { return system("ls"); }' | plant src/base/a.c
expect fault banned 'no command goes through'
echo 'void x(char *a) { strcpy (a, "b"); }' | plant src/base/a.c
expect fault banned 'no function that writes'
echo 'void x(void) { printf("b"); }' | plant src/view/a.c
expect fault banned 'only src/layout/output.c'
echo 'void x(void) { exit(1); }' | plant src/view/a.c
expect fault banned 'only main ends'
echo 'typedef struct a { int b; } a;' | plant src/view/a.c
expect fault banned 'no typedef'
printf 'static int view_x(void)\n{\n\treturn 1;\n}\n' | plant src/view/a.c
expect fault size 'the return type'
{
	printf 'int\nview_x(void)\n{\n'
	i=0
	while test $i -lt 80; do
		printf '\tview_y();\n'
		i=$((i + 1))
	done
	printf '}\n'
} | plant src/view/a.c
expect fault size 'no function has more'
expect fault size 'nine functions in ten'
awk 'BEGIN { for (i = 0; i < 601; i++) print "/* */" }' | plant src/view/a.c
expect fault size 'no file has more'
echo 'const char *x = _("Hello.");' | plant src/view/a.c
expect fault words 'po/POTFILES.in'
printf '/* TO%s */\n' DO | plant src/view/a.c
expect fault words 'nothing is marked'
# shellcheck disable=SC2016
printf '#!/bin/sh\nif true; then\n' | plant tools/broken
expect fault scripts 'shell scripts parse'
if command -v "${CC-cc}" >/dev/null 2>&1; then
	echo '/* x */ struct a *b(size_t n);' | plant include/lectern/alone.h
	expect fault headers 'include/lectern/alone.h'
fi
if command -v nm >/dev/null 2>&1 && command -v ar >/dev/null 2>&1 &&
	command -v "${CC-cc}" >/dev/null 2>&1; then
	what='state.sh finds a variable and lets constants be'
	plant_clean
	cat >"$tree/a.c" <<'EOT'
const char *const names[] = {"a", "b"};
int *count(void);
int *
count(void)
{
	static int kept;
	return &kept;
}
EOT
	"${CC-cc}" -c -o "$tree/a.o" "$tree/a.c" &&
		ar cr "$tree/liblectern.a" "$tree/a.o"
	expect fault state 'no mutable variable'
	grep 'names' "$lint_tmp/out" >"$lint_tmp/found"
	tap_empty "$lint_tmp/found" "$what"
fi
tap_end
