/*
 * fault_vfs.h - a file system for SQLite that fails, or kills the process, at
 * a call of our choice. Everything else goes to the real one.
 */
#ifndef FAULT_VFS_H
#define FAULT_VFS_H

enum fault {
	FAULT_NONE,
	FAULT_FULL,  /* writes: no room, from that call on */
	FAULT_WRITE, /* writes, truncations and syncs: the device fails */
	FAULT_READ,  /* reads too */
	FAULT_KILL,  /* SIGKILL before the call */
};

/* Becomes SQLite's default file system, until the program ends. */
void fault_vfs_install(void);

/* Let 'calls' of the kind pass, then fail; the count begins at 0. */
void fault_vfs_arm(enum fault fault, long calls);

/* Calls that could have failed since it was armed. */
long fault_vfs_calls(void);

#endif
