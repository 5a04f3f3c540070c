/* The beginning and the end of the program; everything between is elsewhere. */
#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "lectern/command.h"
#include "lectern/tui.h"

static bool
is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value;
}

/* The name of the locale that was asked for, "" where none was. */
static const char *
main_locale_name(void)
{
	if (is_set("LC_ALL"))
		return getenv("LC_ALL");
	if (is_set("LC_CTYPE"))
		return getenv("LC_CTYPE");
	return is_set("LANG") ? getenv("LANG") : "";
}

/* A locale that is not installed: its language still, and UTF-8 unless its
 * name says otherwise. */
static void
main_replace_locale(void)
{
	const char *name = main_locale_name(), *encoding = strchr(name, '.');

	if (encoding && strncasecmp(encoding, ".utf", 4) != 0)
		return;
	setlocale(LC_ALL, "C.UTF-8");
	setenv("LANGUAGE", name, 0);
}

/*
 * Where no locale was named, texts in three scripts would come out as question
 * marks: then characters are UTF-8, unless LC_ALL or LC_CTYPE asked for C.
 */
static void
main_start_locale(void)
{
	const char *kind;

	if (!setlocale(LC_ALL, "")) {
		main_replace_locale();
		return;
	}
	kind = setlocale(LC_CTYPE, NULL);
	if (strcmp(kind, "C") != 0 && strcmp(kind, "POSIX") != 0)
		return;
	if (!is_set("LC_ALL") && !is_set("LC_CTYPE"))
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* Messages are UTF-8 inside the program; outputs convert. */
static void
main_start_words(void)
{
	const char *folder = getenv("LECTERN_LOCALEDIR");

	bindtextdomain(PACKAGE, folder && *folder ? folder : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	bind_textdomain_codeset("libc", "UTF-8");
	textdomain(PACKAGE);
}

/* A reader that leaves early, and a file beyond what the user may write, are
 * errors of write(), not our end: files may be half written. */
static void
main_ignore_write_signals(void)
{
	struct sigaction action = {.sa_handler = SIG_IGN};

	sigemptyset(&action.sa_mask);
	sigaction(SIGPIPE, &action, NULL);
	sigaction(SIGXFSZ, &action, NULL);
}

int
main(int argc, char **argv)
{
	umask(077);
	main_ignore_write_signals();
	main_start_locale();
	main_start_words();
	return command_main(argc, argv, tui_run);
}
