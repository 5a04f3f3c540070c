#include <errno.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "save_parts.h"

#define SAVE_ACL_MAX 4096

/* The group may read what the old group might only where it is that group. */
static mode_t
save_mode_without_group(mode_t mode)
{
	return (mode & ~(mode_t)070) | (mode & 007) << 3;
}

#ifdef __linux__
static const char save_acl_name[] = "system.posix_acl_access";

/* Length of the ACL, 0 where there is none, -1 where it cannot be read. */
static ssize_t
save_read_acl(const char *path, char acl[SAVE_ACL_MAX])
{
	ssize_t len = getxattr(path, save_acl_name, acl, SAVE_ACL_MAX);

	return len < 0 && (errno == ENODATA || errno == ENOTSUP) ? 0 : len;
}

/* The new file may have got an ACL from its folder: it goes, and the old
 * file's comes after the mode, which it contains. */
static unsigned
save_keep_mode_and_acl(int fd, const char *path, mode_t mode)
{
	char acl[SAVE_ACL_MAX];
	ssize_t len = save_read_acl(path, acl);

	fremovexattr(fd, save_acl_name);
	if (fchmod(fd, mode) != 0)
		return SAVE_LOSES_OWNER;
	if (len < 0 ||
	    (len && fsetxattr(fd, save_acl_name, acl, (size_t)len, 0) != 0))
		return SAVE_LOSES_ACL;
	return SAVE_LOSES_NOTHING;
}
#else
static unsigned
save_keep_mode_and_acl(int fd, const char *path, mode_t mode)
{
	(void)path;
	return fchmod(fd, mode) == 0 ? SAVE_LOSES_NOTHING : SAVE_LOSES_OWNER;
}
#endif

unsigned
save_keep_rights(int fd, const char *path, const struct stat *old)
{
	mode_t mode = old->st_mode & 0777;
	unsigned losses = SAVE_LOSES_NOTHING;
	struct stat now;

	if (fstat(fd, &now) != 0)
		return SAVE_LOSES_OWNER;
	if (now.st_gid != old->st_gid && fchown(fd, (uid_t)-1, old->st_gid)) {
		losses |= SAVE_LOSES_OWNER;
		mode = save_mode_without_group(mode);
	}
	if (now.st_uid != old->st_uid && fchown(fd, old->st_uid, (gid_t)-1))
		losses |= SAVE_LOSES_OWNER;
	return losses | save_keep_mode_and_acl(fd, path, mode);
}
