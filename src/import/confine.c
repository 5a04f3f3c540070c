#include "config.h" /* _GNU_SOURCE, for close_range */

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <seccomp.h>

#include "confine.h"

/* The address sanitizer maps terabytes, and calls what no import does. */
#if defined(__SANITIZE_ADDRESS__)
#define CONFINE_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CONFINE_SANITIZED 1
#endif
#endif
#ifndef CONFINE_SANITIZED
#define CONFINE_SANITIZED 0
#else
#include <sanitizer/lsan_interface.h>

/* The leak sanitizer, at the end, opens files and traces; neither is to be had
 * in here, and it would call that a failure. */
int
__lsan_is_turned_off(void)
{
	return 1;
}
#endif

/* Every right over files that version 1 of the interface knows; a ruleset
 * that handles them and allows none leaves none. */
#define CONFINE_RIGHTS_1 ((UINT64_C(1) << 13) - 1)
#define CONFINE_RIGHTS_2 (UINT64_C(1) << 13) /* rename across folders */
#define CONFINE_RIGHTS_3 (UINT64_C(1) << 14) /* truncate */
#define CONFINE_RIGHTS_5 (UINT64_C(1) << 15) /* ioctl on devices */

static bool
confine_limit(int resource, rlim_t value)
{
	const struct rlimit limit = {value, value};

	return setrlimit(resource, &limit) == 0;
}

static bool
confine_limits(int memory_mib)
{
	if (memory_mib > 0 &&
	    !confine_limit(RLIMIT_AS, (rlim_t)memory_mib << 20))
		return false;
	return confine_limit(RLIMIT_CPU, CONFINE_SECONDS) &&
	       confine_limit(RLIMIT_FSIZE, 0) && confine_limit(RLIMIT_CORE, 0);
}

/* What a program of the system may read. */
static void
confine_allow_system(int ruleset)
{
	static const char *const folders[] = {"/usr", "/bin", "/lib", "/lib64",
					      "/etc"};
	struct landlock_path_beneath_attr rule = {
		.allowed_access = LANDLOCK_ACCESS_FS_EXECUTE |
				  LANDLOCK_ACCESS_FS_READ_FILE |
				  LANDLOCK_ACCESS_FS_READ_DIR};
	size_t i;

	for (i = 0; i < sizeof folders / sizeof *folders; i++) {
		rule.parent_fd = open(folders[i], O_PATH | O_CLOEXEC);
		if (rule.parent_fd < 0)
			continue;
		(void)syscall(SYS_landlock_add_rule, ruleset,
			      LANDLOCK_RULE_PATH_BENEATH, &rule, 0u);
		close(rule.parent_fd);
	}
}

/* The version that is in force, 0 for none. glibc has no wrappers for it. */
static int
confine_landlock(bool has_system)
{
	struct landlock_ruleset_attr rules = {.handled_access_fs =
						      CONFINE_RIGHTS_1};
	long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
			       LANDLOCK_CREATE_RULESET_VERSION);
	long fd;

	if (version < 1)
		return 0;
	if (version >= 2)
		rules.handled_access_fs |= CONFINE_RIGHTS_2;
	if (version >= 3)
		rules.handled_access_fs |= CONFINE_RIGHTS_3;
	if (version >= 5)
		rules.handled_access_fs |= CONFINE_RIGHTS_5;
	fd = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0u);
	if (fd < 0)
		return 0;
	if (has_system)
		confine_allow_system((int)fd);
	if (syscall(SYS_landlock_restrict_self, (int)fd, 0u) != 0)
		version = 0;
	close((int)fd);
	return (int)version;
}

/* What reading, converting and writing text needs. */
static const int confine_allowed[] = {
	SCMP_SYS(read),
	SCMP_SYS(write),
	SCMP_SYS(close),
	SCMP_SYS(lseek),
	SCMP_SYS(brk),
	SCMP_SYS(munmap),
	SCMP_SYS(mremap),
	SCMP_SYS(madvise),
	SCMP_SYS(futex),
	SCMP_SYS(getrandom),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(restart_syscall),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
};

/* What libraries try and can do without: a failure they know how to take. */
static const int confine_refused[] = {
	SCMP_SYS(open),	      SCMP_SYS(openat),	    SCMP_SYS(openat2),
	SCMP_SYS(stat),	      SCMP_SYS(newfstatat), SCMP_SYS(fstat),
	SCMP_SYS(statx),      SCMP_SYS(access),	    SCMP_SYS(faccessat),
	SCMP_SYS(faccessat2), SCMP_SYS(readlink),   SCMP_SYS(readlinkat),
	SCMP_SYS(ioctl),      SCMP_SYS(getcwd),
};

static int
confine_add_rules(scmp_filter_ctx filter)
{
	const struct scmp_arg_cmp no_code =
		SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
	size_t i;
	int rc = 0;

	for (i = 0; i < sizeof confine_allowed / sizeof(int) && !rc; i++)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW,
				      confine_allowed[i], 0);
	/* A call that this machine does not have needs no rule. */
	for (i = 0; i < sizeof confine_refused / sizeof(int); i++)
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES),
				       confine_refused[i], 0);
	if (!rc)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
				      no_code);
	if (!rc)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW,
				      SCMP_SYS(mprotect), 1, no_code);
	return rc;
}

static bool
confine_filter(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	bool is_loaded = false;

	if (!filter)
		return false;
	if (!confine_add_rules(filter))
		is_loaded = seccomp_load(filter) == 0;
	seccomp_release(filter);
	return is_loaded;
}

/* The first steps, which every process here takes. */
static bool
confine_begin(int memory_mib)
{
	if (close_range(CONFINE_FILES, ~0u, 0) != 0 && errno != ENOSYS)
		return false;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return false;
	return confine_limits(memory_mib);
}

bool
confine_process(struct confinement *done)
{
	*done = (struct confinement){
		.memory_mib = CONFINE_SANITIZED ? 0 : CONFINE_MEMORY_MIB,
		.seconds = CONFINE_SECONDS};
	if (!confine_begin(done->memory_mib))
		return false;
	done->landlock = confine_landlock(false);
	if (!confine_limit(RLIMIT_NOFILE, CONFINE_FILES))
		return false;
	done->has_filter = !CONFINE_SANITIZED && confine_filter();
	return true;
}

/* What no converter does; the rest is the system's to know. */
static const int confine_forbidden[] = {
	SCMP_SYS(socket),
	SCMP_SYS(socketpair),
	SCMP_SYS(ptrace),
	SCMP_SYS(process_vm_readv),
	SCMP_SYS(process_vm_writev),
	SCMP_SYS(kill),
	SCMP_SYS(mount),
	SCMP_SYS(io_uring_setup),
};

static void
confine_forbid(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	size_t i;

	if (!filter)
		return;
	for (i = 0; i < sizeof confine_forbidden / sizeof(int); i++)
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES),
				       confine_forbidden[i], 0);
	(void)seccomp_load(filter);
	seccomp_release(filter);
}

bool
confine_converter(int memory_mib)
{
	if (!confine_begin(CONFINE_SANITIZED ? 0 : memory_mib))
		return false;
	(void)confine_landlock(true);
	confine_forbid();
	return true;
}
