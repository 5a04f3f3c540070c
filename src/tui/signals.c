/* Signals set a flag and wake the loop, no more. */
#include "config.h" /* pipe2 */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "lectern/words.h"
#include "tui_private.h"

static const int signals_list[] = {
	SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD, SIGINT, SIGTERM, SIGHUP, SIGQUIT,
};
#define SIGNALS_COUNT (sizeof signals_list / sizeof *signals_list)

static volatile sig_atomic_t signals_seen[SIGNALS_COUNT];
static struct sigaction signals_before[SIGNALS_COUNT];
static int signals_pipe[2] = {-1, -1};

static void
signals_handle(int number)
{
	int saved = errno;

	for (size_t i = 0; i < SIGNALS_COUNT; i++)
		if (signals_list[i] == number)
			signals_seen[i] = 1;
	if (write(signals_pipe[1], "", 1) < 0) {
		/* The pipe is full: the loop will wake anyway. */
	}
	errno = saved;
}

static void
signals_install(size_t i)
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_handler = signals_handle;
	action.sa_flags = SA_RESTART | SA_NOCLDSTOP;
	sigemptyset(&action.sa_mask);
	sigaction(signals_list[i], &action, NULL);
}

enum status
signals_up(struct error *err)
{
	if (pipe2(signals_pipe, O_CLOEXEC | O_NONBLOCK) < 0)
		return error_set_io(err, errno, "",
				    _("The program cannot make a pipe"));
	for (size_t i = 0; i < SIGNALS_COUNT; i++) {
		signals_seen[i] = 0;
		sigaction(signals_list[i], NULL, &signals_before[i]);
		/* What was ignored from the start (nohup) stays so. */
		if (signals_before[i].sa_handler != SIG_IGN ||
		    signals_list[i] == SIGCHLD)
			signals_install(i);
	}
	return STATUS_OK;
}

void
signals_down(void)
{
	if (signals_pipe[0] < 0)
		return;
	for (size_t i = 0; i < SIGNALS_COUNT; i++)
		sigaction(signals_list[i], &signals_before[i], NULL);
	close(signals_pipe[0]);
	close(signals_pipe[1]);
	signals_pipe[0] = signals_pipe[1] = -1;
}

int
signals_fd(void)
{
	return signals_pipe[0];
}

static bool
signals_take_one(int number)
{
	bool seen = false;

	for (size_t i = 0; i < SIGNALS_COUNT; i++)
		if (signals_list[i] == number && signals_seen[i]) {
			signals_seen[i] = 0;
			seen = true;
		}
	return seen;
}

struct signal_flags
signals_take(void)
{
	struct signal_flags flags;
	char bytes[64];

	while (read(signals_pipe[0], bytes, sizeof bytes) > 0)
		;
	flags.resized = signals_take_one(SIGWINCH);
	flags.suspend = signals_take_one(SIGTSTP);
	flags.continued = signals_take_one(SIGCONT);
	flags.child = signals_take_one(SIGCHLD);
	flags.interrupt = signals_take_one(SIGINT);
	flags.end = signals_take_one(SIGTERM);
	flags.end = signals_take_one(SIGQUIT) || flags.end;
	flags.hang_up = signals_take_one(SIGHUP);
	return flags;
}

void
signals_stop(void)
{
	struct sigaction ours, fallback;
	sigset_t stop;

	memset(&fallback, 0, sizeof fallback);
	fallback.sa_handler = SIG_DFL;
	sigemptyset(&fallback.sa_mask);
	sigaction(SIGTSTP, &fallback, &ours);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, NULL);
	kill(0, SIGTSTP); /* returns when somebody continues us */
	sigaction(SIGTSTP, &ours, NULL);
	signals_take_one(SIGCONT);
}
