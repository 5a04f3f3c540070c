/*
 * Says whether bytes are fit for a terminal: "clean text" for what a command
 * prints, "clean screen" for what the program sends while it draws. Reads
 * standard input; names the first byte that is not fit and exits 1.
 *
 * Its rules are written here once more, on purpose, and not taken from the
 * program that it tests. A screen may hold the sequences with which terminfo
 * moves, clears and colours, and no other: no title, no question to the
 * terminal, no reset, no string that the terminal keeps.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
	unsigned char *bytes;
	size_t len, at;
	bool is_screen;
};

static int
reader_refuse(const struct reader *reader, const char *why)
{
	size_t i, end = reader->at + 24;

	printf("byte %zu: %s:", reader->at, why);
	for (i = reader->at; i < reader->len && i < end; i++)
		printf(" %02x", reader->bytes[i]);
	printf("\n");
	return 1;
}

static bool
has_digits_only(const char *params)
{
	return strspn(params, "0123456789;") == strlen(params);
}

/* Modes that terminfo's entries for xterm, screen and tmux switch. */
static bool
is_known_mode(const char *params)
{
	static const char *const modes[] = {
		"?1",	 "?7",	  "?12",   "?25",   "?12;25", "?1000", "?1002",
		"?1006", "?1049", "?1034", "?2004", "?47",    "4",     "?3;4",
	};
	size_t i;

	for (i = 0; i < sizeof modes / sizeof *modes; i++)
		if (!strcmp(params, modes[i]))
			return true;
	return false;
}

static bool
is_known_csi(const char *params, char final)
{
	if (final == 'h' || final == 'l')
		return is_known_mode(params);
	/* xterm's entry saves and restores the title around its screen. */
	if (final == 't')
		return !strcmp(params, "22;0;0") || !strcmp(params, "23;0;0");
	if (final == 'p')
		return !strcmp(params, "!");
	return has_digits_only(params) &&
	       strchr("@ABCDEFGHIJKLMPSTXZbdfgmr", final);
}

/* Moves past an escape sequence; false where it is none of the known. */
static bool
reader_escape(struct reader *reader)
{
	const unsigned char *bytes = reader->bytes + reader->at;
	size_t left = reader->len - reader->at, n = 2;
	char params[32] = "";

	if (left < 2)
		return false;
	if (strchr("78=>M", bytes[1])) {
		reader->at += 2;
		return true;
	}
	if (strchr("()", bytes[1])) {
		reader->at += 3;
		return left > 2 && strchr("0AB", bytes[2]);
	}
	if (bytes[1] != '[')
		return false;
	while (n < left && bytes[n] < 0x40 && n - 2 < sizeof params - 1) {
		params[n - 2] = (char)bytes[n];
		n++;
	}
	if (n >= left || !is_known_csi(params, (char)bytes[n]))
		return false;
	reader->at += n + 1;
	return true;
}

/* Length of the well-formed character here and its code point; 0 if none. */
static size_t
reader_decode(const struct reader *reader, uint32_t *cp)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *bytes = reader->bytes + reader->at;
	size_t left = reader->len - reader->at, n, i;

	n = bytes[0] < 0x80		? 1
	    : (bytes[0] & 0xe0) == 0xc0 ? 2
	    : (bytes[0] & 0xf0) == 0xe0 ? 3
	    : (bytes[0] & 0xf8) == 0xf0 ? 4
					: 0;
	if (!n || n > left)
		return 0;
	*cp = n == 1 ? bytes[0] : bytes[0] & (0x7fu >> n);
	for (i = 1; i < n; i++) {
		if ((bytes[i] & 0xc0) != 0x80)
			return 0;
		*cp = *cp << 6 | (bytes[i] & 0x3f);
	}
	if (*cp < least[n] || *cp > 0x10ffff ||
	    (*cp >= 0xd800 && *cp <= 0xdfff))
		return 0;
	return n;
}

static const char *
code_point_fault(uint32_t cp, bool is_screen)
{
	if (cp == '\n' || cp == '\t')
		return NULL;
	if (is_screen && (cp == '\r' || cp == '\b' || cp == 0x0e || cp == 0x0f))
		return NULL;
	if (cp < 0x20 || cp == 0x7f)
		return "C0 control";
	if (cp >= 0x80 && cp < 0xa0)
		return "C1 control";
	if (cp == 0x2028 || cp == 0x2029)
		return "line or paragraph separator";
	if (cp == 0x61c || cp == 0x200e || cp == 0x200f ||
	    (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069))
		return "bidi control";
	if (cp >= 0xe0000 && cp <= 0xe007f)
		return "tag character";
	if ((cp >= 0xe000 && cp <= 0xf8ff) || cp >= 0xf0000)
		return "private use";
	if ((cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp <= 0xfdef))
		return "noncharacter";
	return NULL;
}

static int
reader_check(struct reader *reader)
{
	uint32_t cp = 0;
	const char *fault;
	size_t n;

	while (reader->at < reader->len) {
		if (reader->is_screen && reader->bytes[reader->at] == '\033') {
			size_t begin = reader->at;

			if (reader_escape(reader))
				continue;
			reader->at = begin;
			return reader_refuse(reader, "escape sequence");
		}
		n = reader_decode(reader, &cp);
		if (!n)
			return reader_refuse(reader, "malformed UTF-8");
		fault = code_point_fault(cp, reader->is_screen);
		if (fault)
			return reader_refuse(reader, fault);
		reader->at += n;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	struct reader reader = {NULL, 0, 0, false};
	size_t cap = 1 << 16, got;
	int result;

	if (argc != 2)
		return 2;
	reader.is_screen = !strcmp(argv[1], "screen");
	reader.bytes = malloc(cap);
	while (reader.bytes && (got = fread(reader.bytes + reader.len, 1,
					    cap - reader.len, stdin)) > 0) {
		reader.len += got;
		if (reader.len == cap)
			reader.bytes = realloc(reader.bytes, cap *= 2);
	}
	if (!reader.bytes)
		return 2;
	result = reader_check(&reader);
	free(reader.bytes);
	return result;
}
