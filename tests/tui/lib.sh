# What the scripts of tests/tui that use tmux share: a server of their own, a
# library that may be written to, and screens that are waited for.
# shellcheck shell=sh
if ! command -v tmux >/dev/null 2>&1; then
	echo '1..0 # SKIP tmux is not there'
	exit 0
fi
screen_tmp=$(mktemp -d)
screen_socket=lectern-$$
screen_tmux()
{
	tmux -L "$screen_socket" -f /dev/null "$@"
}
trap 'screen_tmux kill-server 2>/dev/null; rm -rf "$screen_tmp"' EXIT
LC_ALL=C.UTF-8
HOME=$screen_tmp/home
TMUX_TMPDIR=$screen_tmp
LECTERN_LIBRARY=$screen_tmp/library
LECTERN_LOCALEDIR=$screen_tmp/none
PS1='prompt> '
SHELL=/bin/sh
export LC_ALL HOME TMUX_TMPDIR LECTERN_LIBRARY LECTERN_LOCALEDIR PS1 SHELL
unset LANGUAGE NO_COLOR COLUMNS LINES TMUX ENV
mkdir "$HOME"
cp -R "$top_srcdir/briefs" "$screen_tmp/library"
chmod -R u+w "$screen_tmp/library"
screen_count=0

# Which of two panes is looked at and typed into: 0 or 1.
screen_pane=0
screen_text()
{
	screen_tmux capture-pane -p -t "pane$screen_pane:"
}

# Waits until the screen has a line that matches, and none that matches the
# second pattern. After a first failure there is no point in waiting long.
screen_patience=200
screen_wait() # PATTERN [ABSENT]
{
	screen_tries=0
	while test "$screen_tries" -lt "$screen_patience"; do
		screen_text >"$screen_tmp/seen"
		if grep -q -e "$1" "$screen_tmp/seen" &&
			! grep -q -e "${2-no such words}" "$screen_tmp/seen"
		then
			return 0
		fi
		screen_tries=$((screen_tries + 1))
		sleep 0.05
	done
	screen_patience=20
	return 1
}

screen_case() # PATTERN DESCRIPTION [ABSENT]
{
	screen_count=$((screen_count + 1))
	if screen_wait "$1" ${3+"$3"}; then
		echo "ok $screen_count - $2"
	else
		sed 's/^/# /' "$screen_tmp/seen"
		echo "not ok $screen_count - $2: $1"
	fi
}

screen_ok() # STATUS DESCRIPTION
{
	screen_count=$((screen_count + 1))
	if test "$1" = 0; then
		echo "ok $screen_count - $2"
	else
		echo "not ok $screen_count - $2"
	fi
}

# Waits until there is nothing on the screen at all.
screen_wait_blank()
{
	screen_tries=0
	while screen_text | grep -q .; do
		test "$screen_tries" -lt "$screen_patience" || return 1
		screen_tries=$((screen_tries + 1))
		sleep 0.05
	done
}

screen_keys()
{
	screen_tmux send-keys -t "pane$screen_pane:" "$@"
}

# A session for each pane. (In one session a second window would be easier,
# but tmux 3.3 ends when it is made with sizes set by hand.)
screen_begin()
{
	screen_tmux new-session -d -s pane0 -x 80 -y 24 /bin/sh
	screen_tmux new-session -d -s pane1 -x 80 -y 24 /bin/sh
	screen_tmux set-option -g window-size manual >/dev/null
	screen_wait 'prompt>'
}

screen_resize() # COLUMNS ROWS
{
	screen_tmux resize-window -t "pane$screen_pane:" -x "$1" -y "$2"
}

screen_end()
{
	echo "1..$screen_count"
}
