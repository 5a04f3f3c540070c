/* A child that works while the caller does something else: see spawn.h. */
#include "config.h" /* memfd_create */

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/words.h"
#include "spawn_parts.h"

enum status
spawn_task_start(const char *const *argv, struct spawn_task *task,
		 struct error *err)
{
	*task = (struct spawn_task){0, -1, 0};
	task->output = memfd_create("output", MFD_CLOEXEC);
	if (task->output < 0)
		return error_set_io(err, errno, "",
				    _("There is no memory for what %s writes"),
				    argv[0]);
	return spawn_background_into(argv, task->output, &task->child, err);
}

bool
spawn_task_is_done(struct spawn_task *task, bool is_waited)
{
	int wait_status = 0;
	pid_t ended;

	if (task->child <= 0)
		return true;
	do
		ended = waitpid(task->child, &wait_status,
				is_waited ? 0 : WNOHANG);
	while (ended < 0 && errno == EINTR);
	if (ended == 0)
		return false;
	task->exit_code = ended < 0 ? 127 : spawn_exit_code(wait_status);
	task->child = 0;
	return true;
}

bool
spawn_task_output(const struct spawn_task *task, size_t limit,
		  struct buffer *out)
{
	char bytes[16384];
	struct stat now;
	off_t at = 0;
	ssize_t len;

	if (task->output < 0 || task->child > 0 || task->exit_code != 0 ||
	    fstat(task->output, &now) != 0 || (size_t)now.st_size > limit)
		return false;
	while ((len = pread(task->output, bytes, sizeof bytes, at)) > 0) {
		buffer_append(out, bytes, (size_t)len);
		at += len;
	}
	return len == 0;
}

void
spawn_task_end(struct spawn_task *task)
{
	if (task->child > 0) {
		/* It leads a group of its own. */
		kill(-task->child, SIGKILL);
		(void)spawn_task_is_done(task, true);
	}
	if (task->output >= 0)
		close(task->output);
	task->output = -1;
}
