/*
 * parts.h - what a Word or OpenDocument text is packed in.
 *
 * Such a document is a zip file with parts of XML. A small one can hold a part
 * of terabytes, and a part can declare entities that grow to as much. So all
 * of it is unpacked here first, where memory and time are limited, and no
 * farther than a document is worth: what a converter is then given is known
 * to be small and to declare nothing. The sizes that the file states are not
 * believed. Written: one line, as include/lectern/import.h says.
 */
#ifndef IMPORT_PARTS_H
#define IMPORT_PARTS_H

#include "stream.h"

#define PARTS_MAX	    2000
#define PARTS_PART_SIZE_MAX ((size_t)32 << 20) /* of one, unpacked */
#define PARTS_SIZE_MAX	    ((size_t)64 << 20) /* of all */

void parts_read(struct import_in *in, struct import_out *out);

#endif
