/*
 * random_text.h - text for property tests: the same on every run, of the
 * scripts briefs are written in, with what goes wrong in between.
 */
#ifndef TESTS_RANDOM_TEXT_H
#define TESTS_RANDOM_TEXT_H

#include <stdint.h>

#include "lectern/buffer.h"

struct random {
	uint64_t state; /* not 0 */
};

/* xorshift64 (Marsaglia 2003): enough to vary inputs. */
static inline uint32_t
random_next(struct random *random, uint32_t below)
{
	random->state ^= random->state << 13;
	random->state ^= random->state >> 7;
	random->state ^= random->state << 17;
	return (uint32_t)(random->state >> 32) % below;
}

/* A code point out of what is likely to matter. */
static inline uint32_t
random_code_point(struct random *random)
{
	static const uint32_t notable[] = {
		' ',	'\n',	'\t',	'-',	 '/',	  '.',	   '(',
		')',	0x2116, 0x2014, 0xab,	 0xbb,	  0x300,   0x301,
		0x308,	0x200b, 0x200c, 0x200d,	 0xad,	  0x202e,  0x1b,
		0x9b,	0x7f,	0xa0,	0x2011,	 0xfeff,  0xfe0f,  0xe0041,
		0x2028, 0xfffe, 0xe000, 0x1f468, 0x1f1ea, 0x1f3fb, 0x94d,
		0x93f,	0x1100, 0x1161, 0x11a8,	 0x600,	  0x661,   0x3000,
		0xff08, 0x302e, 0x34f,	0xfffd,	 0x2066,  0x61c,   0x0};
	static const uint32_t scripts[][2] = {
		{'a', 26},     {0x430, 32},  {'0', 10},	  {0x4e00, 20000},
		{0x627, 36},   {0x5d0, 27},  {0x915, 37}, {0x492, 64},
		{0x1f600, 64}, {0xac00, 99}, {'A', 26},	  {0x3041, 80},
		{0xc0, 60},    {0xe01, 46},  {0x10a0, 40}};
	uint32_t pick;

	if (random_next(random, 4) == 0)
		return notable[random_next(random,
					   sizeof notable / sizeof notable[0])];
	if (random_next(random, 50) == 0)
		return random_next(random, 0x110000);
	pick = random_next(random, sizeof scripts / sizeof scripts[0]);
	return scripts[pick][0] + random_next(random, scripts[pick][1]);
}

static inline void
random_append(struct random *random, size_t count, struct buffer *out)
{
	while (count--)
		buffer_append_char(out, random_code_point(random));
}

static inline void
random_append_bytes(struct random *random, size_t count, struct buffer *out)
{
	static const unsigned char notable[] = {0x1b, 0x9b, 0xc2, 0xe2, 0x80,
						0xf0, 0xed, 0xff, 0xc0, 0x8e};

	while (count--)
		if (random_next(random, 2))
			buffer_append_byte(out,
					   (char)notable[random_next(
						   random, sizeof notable)]);
		else
			buffer_append_byte(out, (char)random_next(random, 256));
}

#endif
