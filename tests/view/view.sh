#!/bin/sh
# Scripts of commands and keys, replayed without a terminal; the screens they
# save are compared with those in expected/. A script says in its first lines
# what it opens and at which sizes:
#
#	# open: cica-swg-2021-05-27 -l en,kk
#	# sizes: 80x24 120x40
#
# "library: own" opens tests/view/library, "words: none" leaves its words to be
# indexed.
# LECTERN_UPDATE=1 writes the screens anew: look at each before committing it.
view_folder=$top_srcdir/tests/view
view_tmp=$(mktemp -d)
trap 'chmod -R u+w "$view_tmp"; rm -rf "$view_tmp"' EXIT
view_count=0

# Nothing of the person who runs the tests may show: 27 May 2021, 10:14.
HOME=$view_tmp/home
LC_ALL=C.UTF-8
TZ=UTC0
LECTERN_TIME=1622110440
LECTERN_LOCALEDIR=$view_tmp/none
export HOME LC_ALL TZ LECTERN_TIME LECTERN_LOCALEDIR
unset LECTERN_LIBRARY LANGUAGE NO_COLOR COLUMNS LINES XDG_CACHE_HOME \
	XDG_CONFIG_HOME XDG_STATE_HOME
mkdir "$HOME" "$view_tmp/out"

cp -R "$top_srcdir/briefs" "$view_tmp/library"
chmod -R u+w "$view_tmp/library"
cp "$view_folder/paper.txt" "$view_tmp"
if test -d "$view_folder/library"; then
	cp -R "$view_folder/library" "$view_tmp/own"
	chmod -R u+w "$view_tmp/own"
fi

view_ok() # STATUS DESCRIPTION
{
	view_count=$((view_count + 1))
	if test "$1" = 0; then
		echo "ok $view_count - $2"
	else
		echo "not ok $view_count - $2"
	fi
}

view_header() # FILE WORD
{
	sed -n "s/^# $2: *//p" "$1" | head -n 1
}

# Every screen that the replay saved, against the one expected; and the other
# way round, so that none is missed.
view_compare() # NAME-SIZE
{
	(cd "$view_tmp/out" && ls) >"$view_tmp/saved"
	while read -r view_file; do
		view_wanted=$view_folder/expected/${view_file%.*}-$1.${view_file##*.}
		if test -n "${LECTERN_UPDATE-}"; then
			cp "$view_tmp/out/$view_file" "$view_wanted"
		fi
		diff -u "$view_wanted" "$view_tmp/out/$view_file" \
			>"$view_tmp/diff" 2>&1
		view_code=$?
		sed 's/^/# /' "$view_tmp/diff"
		view_ok $view_code "$view_file at $1"
	done <"$view_tmp/saved"
}

view_replay() # SCRIPT SIZE LIBRARY OPERANDS...
{
	view_command=open
	case $4 in live | follow) view_command=$4 ;; esac
	view_script=$1
	view_size=$2
	view_library=$3
	shift 3
	test "$view_command" = open || shift
	rm -rf "$view_tmp/out"/* "$HOME/.local" \
		"$view_tmp/$view_library"/*/record.md \
		"$view_tmp/$view_library"/made-*
	# On a terminal a child does it.
	rm -rf "$view_tmp/$view_library/.lectern"
	if test -z "$(view_header "$view_script" words)"; then
		"$LECTERN" -L "$view_tmp/$view_library" index --words --quiet \
			>"$view_tmp/said" 2>&1
	fi
	# shellcheck disable=SC2086
	(cd "$view_tmp/out" && "$LECTERN" -L "$view_tmp/$view_library" \
		$view_command --script "$view_script" --size "$view_size" "$@") \
		>"$view_tmp/said" 2>&1
	view_code=$?
	sed 's/^/# /' "$view_tmp/said"
	test "$view_code" = 0 && test -n "$(ls "$view_tmp/out")"
	view_ok $? "$(basename "$view_script") at $view_size"
}

for view_script in "$view_folder"/*.script; do
	view_library=$(view_header "$view_script" library)
	for view_size in $(view_header "$view_script" sizes); do
		# Words of the header are arguments.
		# shellcheck disable=SC2046
		view_replay "$view_script" "$view_size" \
			"${view_library:-library}" \
			$(view_header "$view_script" open)
		view_compare "$view_size"
	done
done
echo "1..$view_count"
