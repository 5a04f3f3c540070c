/*
 * The recogniser on any bytes: spans in order and inside the text, symbols
 * that are terminated, the same answer twice, and a normal form that is its
 * own normal form.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/cite.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fuzz_check(int holds)
{
	if (!holds)
		abort();
}

static void
fuzz_check_part(const struct cite_part *part, size_t size)
{
	fuzz_check(part->start <= part->end && part->end <= size);
}

static void
fuzz_check_list(const struct citations *found, size_t size)
{
	const struct citation *one;
	size_t i, last = 0;

	for (i = 0; i < found->list.len; i++) {
		one = &found->list.items[i];
		fuzz_check(one->start >= last && one->start <= one->end);
		fuzz_check(one->end <= size);
		fuzz_check(one->symbol[0] &&
			   memchr(one->symbol, 0, CITE_SYMBOL_MAX) != NULL);
		fuzz_check_part(&one->title, size);
		fuzz_check_part(&one->paragraph, size);
		last = one->end;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = {NULL, "en", "ru", "fr",
						"es", "ar", "zh", "kk"};
	struct citations found = CITATIONS_INIT, again = CITATIONS_INIT;
	struct cite_names *names = cite_names_new();
	char form[CITE_SYMBOL_MAX], twice[CITE_SYMBOL_MAX];
	const char *language;
	char *text;

	if (size < 1 || size > 65536) {
		cite_names_free(names);
		return 0;
	}
	language = languages[data[0] % 8];
	size--;
	/* exactly as long as the text, so that a byte too far is seen */
	text = malloc(size ? size : 1);
	fuzz_check(text != NULL);
	memcpy(text, data + 1, size);
	cite_names_add(names, "ETS-185", "Будапештская конвенция");
	cite_names_add(names, "ETS-185", "Budapest Convention");
	cite_names_add(names, "ETS-185", "布达佩斯公约");
	cite_names_add(names, "ETS-185", "اتفاقية بودابست");
	cite_names_add_symbol(names, "S/RES/1540(2004)");
	cite_names_add_symbol(names, "A/RES/217(III)A");
	cite_find(text, size, language, names, &found);
	cite_find(text, size, language, names, &again);
	fuzz_check_list(&found, size);
	fuzz_check(found.list.len == again.list.len);
	if (cite_normalise(text, size, names, form)) {
		fuzz_check(cite_normalise(form, strlen(form), names, twice));
		fuzz_check(!strcmp(form, twice));
	}
	citations_release(&found);
	citations_release(&again);
	cite_names_free(names);
	free(text);
	return 0;
}
