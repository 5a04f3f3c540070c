/*
 * Makes a library of meetings for measuring: English and Russian, sections of
 * five points, sentences of ten to twenty words, a citation now and then.
 *
 *	generate LIBRARY MEETINGS POINTS [TSV]
 *
 * Meeting k has the same text in a library of any size, so that one text can
 * be opened in a small library and in a large one. TSV gets every text as a
 * row "meeting, language, section, point, text", for other programs.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "words.h"

#define POINTS_A_SECTION 5

struct maker {
	uint64_t state; /* of the random numbers */
	const char *library;
	char id[64];
	FILE *tsv; /* or NULL */
};

static void
maker_fail(const char *what)
{
	fprintf(stderr, "generate: %s: %s\n", what, strerror(errno));
	exit(1);
}

/* xorshift64: the same numbers on every machine. */
static uint64_t
maker_random(struct maker *maker)
{
	maker->state ^= maker->state << 13;
	maker->state ^= maker->state >> 7;
	maker->state ^= maker->state << 17;
	return maker->state;
}

static unsigned
maker_below(struct maker *maker, unsigned limit)
{
	return (unsigned)(maker_random(maker) >> 33) % limit;
}

/* Early words of a list are the frequent ones. */
static const char *
maker_word(struct maker *maker, const struct words *words)
{
	unsigned a = maker_below(maker, words->count);
	unsigned b = maker_below(maker, words->count);
	unsigned c = maker_below(maker, words->count);

	a = a < b ? a : b;
	return words->list[a < c ? a : c];
}

static FILE *
maker_open(const struct maker *maker, const char *name)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s/%s", maker->library, maker->id,
		 name);
	file = fopen(path, "w");
	if (!file)
		maker_fail(path);
	return file;
}

static void
maker_close(FILE *file, const char *name)
{
	if (fclose(file))
		maker_fail(name);
}

static size_t
maker_sentence(struct maker *maker, const struct words *words, char *out,
	       size_t size)
{
	unsigned count = 10 + maker_below(maker, 11);
	size_t len = 0;
	unsigned i;

	len += (size_t)snprintf(
		out, size, "%s",
		words->starts[maker_below(maker, words->start_count)]);
	for (i = 1; i < count; i++)
		len += (size_t)snprintf(out + len, size - len, "%s %s",
					maker_below(maker, 9) ? "" : ",",
					maker_word(maker, words));
	if (!maker_below(maker, 6))
		len += (size_t)snprintf(out + len, size - len,
					" %s A/RES/%u/%u", words->cites,
					54 + maker_below(maker, 22),
					1 + maker_below(maker, 280));
	len += (size_t)snprintf(out + len, size - len, ".");
	return len;
}

/* The bold phrase is left out of the TSV, as a parser would leave it out. */
static void
maker_point(struct maker *maker, FILE *file, const struct words *words,
	    unsigned section, unsigned point)
{
	char key[1024], rest[2048] = "";

	maker_sentence(maker, words, key, sizeof key);
	if (maker_below(maker, 3))
		maker_sentence(maker, words, rest, sizeof rest);
	fprintf(file, "%u. **%s** %s\n\n", point, key, rest);
	if (maker->tsv)
		fprintf(maker->tsv, "%s\t%s\t2.2.%u\t%u\t%s %s\n", maker->id,
			words->language, section, point, key, rest);
}

static void
maker_language(struct maker *maker, const struct words *words, unsigned points)
{
	char name[16];
	unsigned i;
	FILE *file;

	snprintf(name, sizeof name, "%s.md", words->language);
	file = maker_open(maker, name);
	fprintf(file, "# %s\n\n", words->title);
	for (i = 0; i < points; i++) {
		unsigned section = i / POINTS_A_SECTION + 1;
		unsigned point = i % POINTS_A_SECTION + 1;

		if (point == 1)
			fprintf(file, "## %s 2.2.%u\n\n", words->paragraph,
				section);
		maker_point(maker, file, words, section, point);
	}
	maker_close(file, name);
}

static void
maker_meeting(struct maker *maker, unsigned number, unsigned points)
{
	unsigned year = 1999 + number / 365 % 25;
	unsigned month = 1 + number / 28 % 12, day = 1 + number % 28;
	char path[4096];
	FILE *file;

	maker->state = 0x9e3779b97f4a7c15u * (number + 1);
	snprintf(maker->id, sizeof maker->id, "m%05u-%04u-%02u-%02u", number,
		 year, month, day);
	snprintf(path, sizeof path, "%s/%s", maker->library, maker->id);
	if (mkdir(path, 0777) && errno != EEXIST)
		maker_fail(path);
	file = maker_open(maker, "meeting.yaml");
	fprintf(file, "title:\n  en: Working group, session %u\n", number);
	fprintf(file, "  ru: Рабочая группа, сессия %u\n", number);
	fprintf(file, "short: WG%u\nbody: Measuring\n", number);
	fprintf(file, "date: %04u-%02u-%02u\n", year, month, day);
	fprintf(file, "languages: [en, ru]\n");
	maker_close(file, "meeting.yaml");
	maker_language(maker, &words_english, points);
	maker_language(maker, &words_russian, points);
}

int
main(int argc, char **argv)
{
	struct maker maker = {0};
	unsigned i, meetings, points;

	if (argc < 4) {
		fprintf(stderr,
			"usage: generate LIBRARY MEETINGS POINTS [TSV]\n");
		return 2;
	}
	maker.library = argv[1];
	meetings = (unsigned)strtoul(argv[2], NULL, 10);
	points = (unsigned)strtoul(argv[3], NULL, 10);
	if (mkdir(maker.library, 0777) && errno != EEXIST)
		maker_fail(maker.library);
	if (argc > 4) {
		maker.tsv = fopen(argv[4], "w");
		if (!maker.tsv)
			maker_fail(argv[4]);
	}
	for (i = 1; i <= meetings; i++)
		maker_meeting(&maker, i, points);
	if (maker.tsv)
		maker_close(maker.tsv, argv[4]);
	return 0;
}
