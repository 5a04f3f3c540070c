/*
 * rtf.h - a text in RTF, spelled so that any reader gets its letters right.
 *
 * RTF writes a letter beyond ASCII as a byte of a code page (\'d2, the page
 * named by \ansicpg1251) or as a number with what old readers show instead
 * (\u1058?, as long as \uc says). Pandoc knows no code pages and drops more
 * than what stands instead: spaces, commas. Here each becomes \u1058\'3f,
 * which it reads. All else stays as it is.
 *
 * Source: Rich Text Format (RTF) Specification 1.9.1, "Unicode RTF" and
 * "Character Set".
 */
#ifndef IMPORT_RTF_H
#define IMPORT_RTF_H

#include "stream.h"

/* 'encodings' of the code pages must have been opened before. */
struct encodings;
void rtf_read(const struct encodings *encodings, struct import_in *in,
	      struct import_out *out);

#endif
