#include <stdio.h>
#include <string.h>

#include "lectern/memory.h"

#include "names.h"
#include "state.h"

void
citations_release(struct citations *citations)
{
	vector_release(&citations->list);
}

static void
cite_state_start(struct cite_state *state, const struct cite_text *text,
		 unsigned mask, const struct cite_names *names,
		 const struct cue_index *index, struct citations *out)
{
	memset(state, 0, offsetof(struct cite_state, entries));
	state->lexer.text = *text;
	state->lexer.mask = mask;
	state->lexer.names = names;
	state->lexer.index = index;
	state->out = out;
	cite_state_reset(state);
}

static void
cite_run(const struct cite_text *text, unsigned mask,
	 const struct cite_names *names, bool is_assumed, struct citations *out)
{
	struct cite_state state;
	struct cue_index *own = NULL;
	const struct cue_index *index;

	if (names) {
		index = cite_names_cues(names);
	} else {
		own = mem_alloc(1, sizeof *own);
		cue_index_build(own);
		index = own;
	}
	cite_state_start(&state, text, mask, names, index, out);
	if (is_assumed) {
		state.is_assumed = true;
		state.noun = CITE_RESOLUTION;
		state.is_chained = true;
		state.reach = text->len;
	}
	cite_state_run(&state);
	free(own);
}

void
cite_find(const char *text, size_t len, const char *language,
	  const struct cite_names *names, struct citations *out)
{
	struct cite_text whole = {text, len};

	cite_run(&whole, cite_language_mask(language), names, false, out);
}

static struct citation
cite_from_link(const struct cite_link *link, const struct cite_names *names)
{
	struct citation citation;

	memset(&citation, 0, sizeof citation);
	citation.start = link->start;
	citation.end = link->end;
	citation.is_explicit = true;
	if (!cite_normalise(link->target, strlen(link->target), names,
			    citation.symbol))
		snprintf(citation.symbol, sizeof citation.symbol, "%s",
			 link->target);
	return citation;
}

void
cite_find_linked(const char *text, size_t len, const char *language,
		 const struct cite_names *names, const struct cite_link *links,
		 size_t link_count, struct citations *out)
{
	struct citations found = CITATIONS_INIT;
	const struct citation *next;
	size_t i, link = 0;

	cite_find(text, len, language, names, &found);
	for (i = 0; i < found.list.len; i++) {
		next = &found.list.items[i];
		for (; link < link_count && links[link].end <= next->start;
		     link++)
			vector_push(&out->list,
				    cite_from_link(&links[link], names));
		/* covered by the link that stands here */
		if (link < link_count && links[link].start < next->end)
			continue;
		vector_push(&out->list, *next);
	}
	for (; link < link_count; link++)
		vector_push(&out->list, cite_from_link(&links[link], names));
	citations_release(&found);
}

/* The citation that 'words' are, and nothing but. */
static bool
cite_normalise_as(const char *words, size_t len, const struct cite_names *names,
		  bool is_assumed, char out[CITE_SYMBOL_MAX])
{
	struct citations found = CITATIONS_INIT;
	struct cite_text text = {words, len};
	bool is_found;

	cite_run(&text, CITE_ALL, names, is_assumed, &found);
	is_found = found.list.len > 0;
	/* a number alone is one only where the catalogue knows it */
	if (is_found && is_assumed && found.list.items[0].is_partial &&
	    !cite_names_known(names, found.list.items[0].symbol))
		is_found = false;
	if (is_found)
		memcpy(out, found.list.items[0].symbol, CITE_SYMBOL_MAX);
	citations_release(&found);
	return is_found;
}

static bool
cite_normalise_known(const char *words, size_t len,
		     const struct cite_names *names, char out[CITE_SYMBOL_MAX])
{
	char word[CITE_SYMBOL_MAX];
	const char *known;

	if (!len || len >= sizeof word)
		return false;
	memcpy(word, words, len);
	word[len] = '\0';
	known = cite_names_known(names, word);
	if (known)
		memcpy(out, known, strlen(known) + 1);
	return known != NULL;
}

/* Letters of Latin and Russian in large; as long as it was. */
static void
cite_raise(const char *words, size_t len, char *out)
{
	struct cite_text text = {words, len};
	size_t pos, size;
	uint32_t cp;

	for (pos = 0; pos < len; pos += size) {
		size = cite_char(&text, pos, &cp);
		if ((cp >= 'a' && cp <= 'z') || (cp >= 0x430 && cp <= 0x44f))
			utf8_encode(cp - 0x20, out + pos);
		else
			memcpy(out + pos, words + pos, size);
	}
}

bool
cite_normalise(const char *words, size_t len, const struct cite_names *names,
	       char out[CITE_SYMBOL_MAX])
{
	char upper[CITE_SYMBOL_MAX + UTF8_MAX];
	bool is_short;

	out[0] = '\0';
	while (len && (*words == ' ' || *words == '\n' || *words == '\t'))
		words++, len--;
	while (len && (words[len - 1] == ' ' || words[len - 1] == '\n'))
		len--;
	if (cite_normalise_known(words, len, names, out) ||
	    cite_normalise_as(words, len, names, false, out))
		return true;
	/* a/75/816, in letters of either script, and 217 a (iii), as people
	 * type them */
	is_short = len && len < CITE_SYMBOL_MAX;
	if (is_short)
		cite_raise(words, len, upper);
	return (is_short && cite_normalise_as(upper, len, names, false, out)) ||
	       cite_normalise_as(words, len, names, true, out) ||
	       (is_short && cite_normalise_as(upper, len, names, true, out));
}
