/*
 * confine.h - what this process may no longer do.
 *
 * Whoever sends a document may have made it to break its reader. So before
 * the first byte is read the process gives up what it does not need: more
 * memory and time than a document is worth, files, the network, other
 * processes. Memory and time are limits of the system and always in force;
 * Landlock and seccomp are where the kernel has them, and `lectern doctor`
 * says which. What must be opened (converters, tables) is opened before.
 *
 * It cannot be taken back, and it refuses nothing silently: a call that has
 * no place here ends the process, which its parent sees.
 */
#ifndef IMPORT_CONFINE_H
#define IMPORT_CONFINE_H

#include <stdbool.h>

#define CONFINE_MEMORY_MIB 512
#define CONFINE_SECONDS	   20
#define CONFINE_FILES	   3 /* standard input, output and messages */

struct confinement {
	int memory_mib;	 /* 0: not limited (sanitizers need more) */
	int seconds;	 /* of the processor */
	int landlock;	 /* the version of its interface; 0: not in force */
	bool has_filter; /* seccomp */
};

/* False where a limit of the system cannot be set; nothing may then be read.
 * *done says what is in force. */
bool confine_process(struct confinement *done);

/*
 * For a process that becomes another's program: the same time and no file of
 * its own making, no network, and of the files only the system's, to read.
 * Memory in MiB; 0 where the program limits itself.
 */
bool confine_converter(int memory_mib);

#endif
