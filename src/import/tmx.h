/*
 * tmx.h - TMX 1.4b, a translation memory: units that we wrote, with what a
 * translator made of them.
 *
 * Read as a stream. A unit is its 'tuid' and the text of its segments by
 * language; codes of other programs within a segment (bpt, ept, ph, it, ut)
 * are no words. Nothing is fetched and no entity is defined: a DOCTYPE ends
 * the reading.
 */
#ifndef IMPORT_TMX_H
#define IMPORT_TMX_H

#include "stream.h"

/* Write {"meeting":ID} where the header names it, {"place":TUID,
 * "cells":{TAG:TEXT}} for each unit, and {"done":"tmx"}; or a problem. */
void tmx_read(struct import_in *in, struct import_out *out);

#endif
