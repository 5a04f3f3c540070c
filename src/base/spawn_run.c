#include "config.h" /* _GNU_SOURCE, for pipe2 */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "spawn_parts.h"
#include "lectern/words.h"

#define SPAWN_MESSAGES_MAX (64u << 10)
#define SPAWN_READ_SIZE	   (16u << 10)
#define SPAWN_DRAIN_MAX	   (1u << 20) /* what a pipe may hold */
#define SPAWN_LOOK_MS	   50 /* how often a silent child is looked after */
#define SPAWN_END_MS	   1  /* and one that has closed its outputs */

/* Indices of the child's streams, and of our end of each pipe. */
enum { SPAWN_IN, SPAWN_OUT, SPAWN_ERR, SPAWN_STREAMS };

struct spawn {
	const struct spawn_job *job;
	const char *program;
	pid_t child;
	bool has_ended;
	int wait_status, wait_errnum;
	int ours[SPAWN_STREAMS], theirs[SPAWN_STREAMS]; /* -1: closed */
	const char *input;
	size_t input_left;
	bool is_over_limit, is_over_time;
	int64_t deadline; /* spawn_now() may reach it; 0: none */
	struct spawn_result *result;
	sigset_t old_mask;
	bool was_pending; /* SIGPIPE, before we came */
};

static void
spawn_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void
spawn_close_all(int fds[SPAWN_STREAMS])
{
	int i;

	for (i = 0; i < SPAWN_STREAMS; i++)
		spawn_close(&fds[i]);
}

static int
spawn_open_pipe(struct spawn *run, int stream)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return errno;
	run->theirs[stream] = ends[stream != SPAWN_IN];
	run->ours[stream] = ends[stream == SPAWN_IN];
	return fcntl(run->ours[stream], F_SETFL, O_NONBLOCK) == 0 ? 0 : errno;
}

/* Our ends of the pipes, and the child's; a file that it reads needs none. */
static int
spawn_open_pipes(struct spawn *run)
{
	int errnum = run->job->has_file ? 0 : spawn_open_pipe(run, SPAWN_IN);

	if (!errnum)
		errnum = spawn_open_pipe(run, SPAWN_OUT);
	return errnum ? errnum : spawn_open_pipe(run, SPAWN_ERR);
}

static enum status
spawn_open(struct spawn *run, struct error *err)
{
	const char *const *argv = run->job->argv;
	posix_spawn_file_actions_t actions;
	sigset_t reset;
	int errnum = posix_spawn_file_actions_init(&actions), i, from;
	enum status rc;

	if (errnum)
		return spawn_refuse(argv[0], errnum, err);
	errnum = spawn_open_pipes(run);
	/* Where our own streams are closed the pipes get their numbers; the
	 * child's end of the output is never among the first three, so no
	 * dup2() closes what a later one needs. */
	for (i = 0; i < SPAWN_STREAMS && !errnum; i++) {
		from = i == SPAWN_IN && run->job->has_file ? run->job->file
							   : run->theirs[i];
		errnum = posix_spawn_file_actions_adddup2(&actions, from, i);
	}
	spawn_reset_signals(&reset);
	rc = errnum ? spawn_refuse(argv[0], errnum, err)
		    : spawn_start(argv, &actions, &reset, false, &run->child,
				  err);
	posix_spawn_file_actions_destroy(&actions);
	spawn_close_all(run->theirs);
	return rc;
}

/* SIGPIPE is blocked while we write, not ignored: what the program does with
 * it elsewhere stays as it is. */
static void
spawn_block_pipe_signal(struct spawn *run)
{
	sigset_t set, pending;

	sigemptyset(&set);
	sigaddset(&set, SIGPIPE);
	sigpending(&pending);
	run->was_pending = sigismember(&pending, SIGPIPE) == 1;
	sigprocmask(SIG_BLOCK, &set, &run->old_mask);
}

static void
spawn_unblock_pipe_signal(struct spawn *run)
{
	const struct timespec now = {0, 0};
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGPIPE);
	if (!run->was_pending)
		while (sigtimedwait(&set, NULL, &now) < 0 && errno == EINTR)
			;
	sigprocmask(SIG_SETMASK, &run->old_mask, NULL);
}

static bool
spawn_is_temporary(int errnum)
{
	return errnum == EINTR || errnum == EAGAIN || errnum == EWOULDBLOCK;
}

/* Whatever stops the writing (EPIPE: the child wants no more) is the child's
 * affair; its exit code tells. */
static void
spawn_feed(struct spawn *run)
{
	ssize_t written = 0;

	if (run->input_left)
		written =
			write(run->ours[SPAWN_IN], run->input, run->input_left);
	if (written < 0) {
		if (!spawn_is_temporary(errno))
			spawn_close(&run->ours[SPAWN_IN]);
		return;
	}
	run->input += written;
	run->input_left -= (size_t)written;
	if (!run->input_left)
		spawn_close(&run->ours[SPAWN_IN]);
}

/* True when something came: there may be more. */
static bool
spawn_collect(struct spawn *run, int stream)
{
	struct buffer *into = stream == SPAWN_OUT ? &run->result->output
						  : &run->result->messages;
	size_t limit =
		stream == SPAWN_OUT ? run->job->limit : SPAWN_MESSAGES_MAX;
	char bytes[SPAWN_READ_SIZE];
	ssize_t got = read(run->ours[stream], bytes, sizeof bytes);
	size_t room = limit - into->len;

	if (got < 0 && spawn_is_temporary(errno))
		return false;
	if (got <= 0) {
		spawn_close(&run->ours[stream]);
		return false;
	}
	if (stream == SPAWN_OUT && (size_t)got > room)
		run->is_over_limit = true;
	buffer_append(into, bytes, (size_t)got < room ? (size_t)got : room);
	return !run->is_over_limit;
}

/* ECHILD: somebody has SIGCHLD ignored, and the exit code is lost. */
static void
spawn_look_after(struct spawn *run)
{
	pid_t done = waitpid(run->child, &run->wait_status, WNOHANG);

	if (done < 0 && errno != EINTR)
		run->wait_errnum = errno;
	run->has_ended = done == run->child || run->wait_errnum;
}

static bool
has_spawn_output(const struct spawn *run)
{
	return run->ours[SPAWN_OUT] >= 0 || run->ours[SPAWN_ERR] >= 0;
}

static void
spawn_poll(struct spawn *run)
{
	struct pollfd polled[SPAWN_STREAMS];
	int i;

	for (i = 0; i < SPAWN_STREAMS; i++) {
		polled[i].fd = run->ours[i];
		polled[i].events = i == SPAWN_IN ? POLLOUT : POLLIN;
		polled[i].revents = 0;
	}
	/* After a failure revents are as set above: nothing. A child that is
	 * about to end closes its outputs a moment before. */
	poll(polled, SPAWN_STREAMS,
	     has_spawn_output(run) ? SPAWN_LOOK_MS : SPAWN_END_MS);
	if (polled[SPAWN_IN].revents)
		spawn_feed(run);
	if (polled[SPAWN_OUT].revents)
		spawn_collect(run, SPAWN_OUT);
	if (polled[SPAWN_ERR].revents)
		spawn_collect(run, SPAWN_ERR);
	spawn_look_after(run);
}

static int64_t
spawn_now(void)
{
	struct timespec now = {0, 0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Is there still something to wait for, and may we? */
static bool
spawn_goes_on(struct spawn *run)
{
	if (!has_spawn_output(run))
		/* It has closed its outputs; without a deadline we may as
		 * well wait for its end at once. */
		if (!run->deadline)
			return false;
	if (run->has_ended || run->is_over_limit)
		return false;
	run->is_over_time = run->deadline && spawn_now() >= run->deadline;
	return !run->is_over_time;
}

/* What the pipe holds now; a process that writes on must not keep us. */
static void
spawn_drain(struct spawn *run, int stream)
{
	size_t most = SPAWN_DRAIN_MAX / SPAWN_READ_SIZE;

	while (run->ours[stream] >= 0 && !run->is_over_limit && most-- &&
	       spawn_collect(run, stream))
		;
}

/*
 * Until both its outputs are closed. A child may leave a process behind that
 * holds them open; when the child itself has ended, what is in the pipes by
 * then is all.
 */
static void
spawn_exchange(struct spawn *run)
{
	while (spawn_goes_on(run))
		spawn_poll(run);
	spawn_drain(run, SPAWN_OUT);
	spawn_drain(run, SPAWN_ERR);
}

static enum status
spawn_finish(struct spawn *run, struct error *err)
{
	enum status rc = STATUS_OK;

	if ((run->is_over_limit || run->is_over_time) && !run->has_ended)
		kill(run->child, SIGKILL);
	if (run->wait_errnum)
		rc = spawn_refuse(run->program, run->wait_errnum, err);
	else if (run->has_ended)
		run->result->exit_code = spawn_exit_code(run->wait_status);
	else
		rc = spawn_wait(run->child, run->program,
				&run->result->exit_code, err);
	if (run->is_over_limit)
		rc = error_set(err, STATUS_LIMIT,
			       _("%s wrote more than %zu bytes and was "
				 "stopped."),
			       run->program, run->job->limit);
	else if (run->is_over_time)
		rc = error_set(err, STATUS_LIMIT,
			       P_("%s took longer than %d second and was "
				  "stopped.",
				  "%s took longer than %d seconds and was "
				  "stopped.",
				  run->job->seconds_max),
			       run->program, run->job->seconds_max);
	return rc;
}

enum status
spawn_run_job(const struct spawn_job *job, struct spawn_result *result,
	      struct error *err)
{
	struct spawn run = {
		.job = job,
		.program = job->argv[0],
		.ours = {-1, -1, -1},
		.theirs = {-1, -1, -1},
		.input = job->input ? job->input : "",
		.input_left = job->len,
		.result = result,
	};
	enum status rc;

	result->exit_code = 0;
	buffer_init(&result->output);
	buffer_init(&result->messages);
	if (job->seconds_max)
		run.deadline = spawn_now() + (int64_t)job->seconds_max * 1000;
	spawn_block_pipe_signal(&run);
	rc = spawn_open(&run, err);
	if (rc == STATUS_OK) {
		spawn_exchange(&run);
		spawn_close_all(run.ours);
		rc = spawn_finish(&run, err);
	}
	spawn_close_all(run.ours);
	spawn_unblock_pipe_signal(&run);
	return rc;
}

enum status
spawn_run(const char *const *argv, const void *input, size_t len, size_t limit,
	  struct spawn_result *result, struct error *err)
{
	const struct spawn_job job = {
		.argv = argv, .input = input, .len = len, .limit = limit};

	return spawn_run_job(&job, result, err);
}

void
spawn_result_release(struct spawn_result *result)
{
	buffer_release(&result->output);
	buffer_release(&result->messages);
}
