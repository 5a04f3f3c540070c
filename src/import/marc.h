/*
 * marc.h - MARCXML of the United Nations Digital Library.
 *
 * MARC 21 "slim" (Library of Congress), one record or a collection. Read as a
 * stream of elements, so memory does not grow with the file; the fields that
 * the catalogue has a column for are kept, the rest is passed over: 191 and
 * 791 symbols, 245 title, 269 and 992 dates, 590 and 591 form of the vote,
 * 967 to 969 members' votes, 996 totals.
 *
 * Nothing is fetched and no entity is defined: a DOCTYPE ends the reading.
 * The first fault of the XML does too; a fault of one record does not.
 */
#ifndef IMPORT_MARC_H
#define IMPORT_MARC_H

#include "stream.h"

/* What libxml2 keeps for all documents; before the process is confined. */
void marc_prepare(void);

/* Write the rows of the document and, where it was read to its end, how many
 * records it had. */
void marc_read(struct import_in *in, struct import_out *out);

#endif
