/* The words that generate.c makes sentences of, frequent ones first. */
#ifndef LECTERN_BENCH_WORDS_H
#define LECTERN_BENCH_WORDS_H

struct words {
	const char *language, *title, *paragraph, *cites;
	const char *const *list;
	unsigned count;
	const char *const *starts;
	unsigned start_count;
};

extern const struct words words_english, words_russian;

#endif
