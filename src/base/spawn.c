#include "config.h" /* _GNU_SOURCE, for the environment */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "spawn_parts.h"

/* Does any folder of PATH hold a file of that name, runnable or not? */
static bool
spawn_is_in_path(const char *program)
{
	const char *at = getenv("PATH");
	struct buffer name = BUFFER_INIT;
	bool found = false;
	size_t len;

	while (at && !found) {
		len = strcspn(at, ":");
		buffer_reset(&name);
		buffer_append(&name, at, len);
		buffer_printf(&name, "%s%s", len ? "/" : "", program);
		found = access(name.data, F_OK) == 0;
		at = at[len] ? at + len + 1 : NULL;
	}
	buffer_release(&name);
	return found;
}

enum status
spawn_refuse(const char *program, int errnum, struct error *err)
{
	/* EACCES may mean no more than a folder of PATH that is closed to us,
	 * and a program that is nowhere. */
	if (errnum == EACCES && !strchr(program, '/') &&
	    !spawn_is_in_path(program))
		errnum = ENOENT;
	if (errnum == ENOENT)
		return error_set(err, STATUS_NOT_FOUND,
				 _("The program %s is not there; install it, "
				   "or put its folder into PATH."),
				 program);
	error_set_io(err, errnum, "", _("Cannot run %s"), program);
	return STATUS_IO;
}

void
spawn_reset_signals(sigset_t *reset)
{
	sigemptyset(reset);
	sigaddset(reset, SIGPIPE);
	sigaddset(reset, SIGXFSZ);
}

/* The child starts with no signal blocked, and with those in 'reset' as they
 * are for a program started from a shell. */
static int
spawn_set_signals(posix_spawnattr_t *attributes, const sigset_t *reset)
{
	sigset_t none;
	int errnum;

	sigemptyset(&none);
	errnum = posix_spawnattr_setsigmask(attributes, &none);
	if (!errnum)
		errnum = posix_spawnattr_setsigdefault(attributes, reset);
	return errnum;
}

enum status
spawn_start(const char *const *argv, const posix_spawn_file_actions_t *actions,
	    const sigset_t *reset, bool own_group, pid_t *child,
	    struct error *err)
{
	short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
	posix_spawnattr_t attributes;
	int errnum = posix_spawnattr_init(&attributes);

	if (errnum)
		return spawn_refuse(argv[0], errnum, err);
	if (own_group)
		flags |= POSIX_SPAWN_SETPGROUP;
	errnum = spawn_set_signals(&attributes, reset);
	if (!errnum)
		errnum = posix_spawnattr_setflags(&attributes, flags);
	/* posix_spawnp() changes neither the array nor its strings. */
	if (!errnum)
		errnum = posix_spawnp(child, argv[0], actions, &attributes,
				      (char *const *)(uintptr_t)argv, environ);
	posix_spawnattr_destroy(&attributes);
	return errnum ? spawn_refuse(argv[0], errnum, err) : STATUS_OK;
}

int
spawn_exit_code(int wait_status)
{
	return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status)
					: WEXITSTATUS(wait_status);
}

/* What spawn_foreground() changes for as long as it waits. */
struct spawn_signals {
	struct sigaction interrupt, quit, stop;
};

/*
 * Keys of the terminal signal every process on it. ^C and ^\ are for the
 * editor, so we ignore them. ^Z stops both of us: a shell takes the terminal
 * back only from a job of which every process has stopped.
 */
static void
spawn_hold_signals(struct spawn_signals *old, sigset_t *reset)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction usual = {.sa_handler = SIG_DFL};

	sigemptyset(&ignore.sa_mask);
	sigemptyset(&usual.sa_mask);
	sigaction(SIGINT, &ignore, &old->interrupt);
	sigaction(SIGQUIT, &ignore, &old->quit);
	sigaction(SIGTSTP, &usual, &old->stop);
	spawn_reset_signals(reset);
	if (old->interrupt.sa_handler != SIG_IGN)
		sigaddset(reset, SIGINT);
	if (old->quit.sa_handler != SIG_IGN)
		sigaddset(reset, SIGQUIT);
}

static void
spawn_restore_signals(const struct spawn_signals *old)
{
	sigaction(SIGINT, &old->interrupt, NULL);
	sigaction(SIGQUIT, &old->quit, NULL);
	sigaction(SIGTSTP, &old->stop, NULL);
}

enum status
spawn_wait(pid_t child, const char *program, int *exit_code, struct error *err)
{
	int wait_status = 0;

	while (waitpid(child, &wait_status, 0) < 0)
		if (errno != EINTR)
			return spawn_refuse(program, errno, err);
	*exit_code = spawn_exit_code(wait_status);
	return STATUS_OK;
}

enum status
spawn_foreground(const char *const *argv, int *exit_code, struct error *err)
{
	struct spawn_signals old;
	sigset_t reset;
	pid_t child;
	enum status rc;

	*exit_code = 0;
	spawn_hold_signals(&old, &reset);
	rc = spawn_start(argv, NULL, &reset, false, &child, err);
	if (rc == STATUS_OK)
		rc = spawn_wait(child, argv[0], exit_code, err);
	spawn_restore_signals(&old);
	return rc;
}

/* The standard streams on /dev/null; output on an open file where there is
 * one. */
static int
spawn_add_streams(posix_spawn_file_actions_t *actions, int output)
{
	int errnum = posix_spawn_file_actions_addopen(actions, STDIN_FILENO,
						      "/dev/null", O_RDONLY, 0);

	if (!errnum)
		errnum = posix_spawn_file_actions_addopen(
			actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	if (!errnum)
		errnum = posix_spawn_file_actions_adddup2(
			actions, output < 0 ? STDERR_FILENO : output,
			STDOUT_FILENO);
	return errnum;
}

enum status
spawn_background_into(const char *const *argv, int output, pid_t *child,
		      struct error *err)
{
	posix_spawn_file_actions_t actions;
	sigset_t reset;
	enum status rc;
	int errnum = posix_spawn_file_actions_init(&actions);

	*child = 0;
	if (errnum)
		return spawn_refuse(argv[0], errnum, err);
	spawn_reset_signals(&reset);
	errnum = spawn_add_streams(&actions, output);
	rc = errnum ? spawn_refuse(argv[0], errnum, err)
		    : spawn_start(argv, &actions, &reset, true, child, err);
	posix_spawn_file_actions_destroy(&actions);
	return rc;
}

enum status
spawn_background(const char *const *argv, pid_t *child, struct error *err)
{
	return spawn_background_into(argv, -1, child, err);
}

enum status
spawn_self(char **out, struct error *err)
{
	static const char link[] = "/proc/self/exe";
	size_t size = 256;
	char *path = NULL;
	ssize_t len;

	*out = NULL;
	for (;;) {
		path = mem_realloc(path, size, 1);
		len = readlink(link, path, size);
		if (len < 0 || (size_t)len < size)
			break;
		size *= 2;
	}
	if (len < 0) {
		free(path);
		return error_set(err, STATUS_UNSUPPORTED,
				 _("The system does not say where this "
				   "program is: %s is missing."),
				 link);
	}
	path[len] = '\0';
	if (!is_file(path)) {
		/* Replaced by a newer one while it runs; the link still
		 * leads to what runs. */
		free(path);
		path = mem_strdup(link);
	}
	*out = path;
	return STATUS_OK;
}

enum status
spawn_find_own(const char *name, char **out, struct error *err)
{
	struct error ignored = ERROR_INIT;
	char *self = NULL, *folder = NULL, *path = NULL;

	*out = NULL;
	if (spawn_self(&self, &ignored) == STATUS_OK) {
		folder = path_folder(self);
		path = path_join(folder, name);
	}
	if (!path || access(path, X_OK) != 0) {
		free(path);
		path = path_join(PKGLIBEXECDIR, name);
	}
	free(folder);
	free(self);
	if (access(path, X_OK) != 0) {
		free(path);
		return error_set(err, STATUS_NOT_FOUND,
				 _("The program %s, which belongs to Lectern, "
				   "is not in %s; install the whole of "
				   "Lectern."),
				 name, PKGLIBEXECDIR);
	}
	*out = path;
	return STATUS_OK;
}
