/*
 * table.h - rows of the catalogue from tables.
 *
 * Three kinds are known by the names in their first row: the bulk voting file
 * of the UN Digital Library (one row a member and vote, in both its layouts),
 * the roll calls of the unvotes collection, and our own instruments.tsv. The
 * separator is the tab where the first row has one, and then nothing is
 * quoted; else the comma, as RFC 4180 has it, read by libcsv.
 *
 * Roll calls are kept only where they say what a text's own vote was: no
 * votes on paragraphs and amendments, no text voted on more than once, none
 * that failed, none whose symbol the collection guesses (the sessions to the
 * thirtieth). What is left out for such reasons is counted.
 */
#ifndef IMPORT_TABLE_H
#define IMPORT_TABLE_H

#include "stream.h"

void table_read(struct import_in *in, struct import_out *out);

#endif
