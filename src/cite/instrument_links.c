/* Addresses of documents: see instrument.h. */
#include <string.h>

#include "lectern/instrument.h"

/* Languages of the United Nations; documents exist in no others. */
static const char *const link_languages[] = {"ar", "en", "es",
					     "fr", "ru", "zh"};

/* First parts of symbols under which the United Nations publish. */
static const char *const link_organs[] = {
	"A",	"S",	 "E",	"T",	"ST",  "DP",   "TD",  "CRC",
	"CCPR", "CEDAW", "CAT", "CERD", "CMW", "CRPD", "CED", "UNEP",
	"HSP",	"CTOC",	 "CAC", "FCCC", "NPT", "BWC",  "CCW", "CD",
	"HRI",	"ICCD",	 "IDB", "ECE",	"LC",  "SPLOS"};

void
instrument_links_release(struct instrument_links *links)
{
	vector_release(&links->list);
	arena_release(&links->arena);
}

/* Does the symbol stand on a document of the United Nations? */
static bool
link_is_published(const char *symbol)
{
	size_t len = strcspn(symbol, "/"), i;

	if (!symbol[len] || !strncmp(symbol, "A/DEC/", 6))
		return false;
	for (i = 0; i < sizeof link_organs / sizeof *link_organs; i++)
		if (strlen(link_organs[i]) == len &&
		    !memcmp(link_organs[i], symbol, len))
			return true;
	return false;
}

/* As RFC 3986 has it; '/' and parentheses are literal in a symbol's address,
 * in a path as in a query. */
static void
link_append_symbol(const char *symbol, struct buffer *out)
{
	for (; *symbol; symbol++) {
		unsigned char c = (unsigned char)*symbol;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || strchr("-._~/()", c))
			buffer_append_byte(out, (char)c);
		else
			buffer_printf(out, "%%%02X", c);
	}
}

/* One template filled in; true where it asked for the language. */
static bool
link_fill(const char *template, size_t len, const char *symbol,
	  const char *language, struct buffer *out)
{
	const char *end = template + len;
	bool has_language = false;

	buffer_reset(out);
	while (template <end) {
		if (!strncmp(template, "<symbol>", 8)) {
			link_append_symbol(symbol, out);
			template += 8;
		} else if (!strncmp(template, "<lang>", 6)) {
			buffer_append_string(out, language);
			template += 6;
			has_language = true;
		} else {
			buffer_append_byte(out, *template ++);
		}
	}
	return has_language;
}

static void
link_add(struct instrument_links *links, const char *language, const char *url)
{
	struct instrument_link link;
	size_t i;

	for (i = 0; i < links->list.len; i++)
		if (!strcmp(links->list.items[i].url, url))
			return;
	link.language = arena_strdup(&links->arena, language);
	link.url = arena_strdup(&links->arena, url);
	vector_push(&links->list, link);
}

/* The language of the United Nations in "ru" or "zh-Hant", or NULL. */
static const char *
link_language(const char *tag, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof link_languages / sizeof *link_languages; i++)
		if (len >= 2 && !memcmp(tag, link_languages[i], 2) &&
		    (len == 2 || tag[2] == '-'))
			return link_languages[i];
	return NULL;
}

static void
link_add_template(struct instrument_links *links, const char *template,
		  size_t len, const char *symbol, const char *languages)
{
	struct buffer url = BUFFER_INIT;
	const char *language;
	bool is_done = !link_fill(template, len, symbol, "", &url);
	size_t tag;

	if (is_done) {
		link_add(links, "", url.data);
		languages = "";
	}
	for (; *languages; languages += tag) {
		languages += strspn(languages, ", ");
		tag = strcspn(languages, ", ");
		language = link_language(languages, tag);
		if (!language)
			continue;
		(void)link_fill(template, len, symbol, language, &url);
		link_add(links, language, url.data);
		is_done = true;
	}
	if (!is_done) {
		(void)link_fill(template, len, symbol, "en", &url);
		link_add(links, "en", url.data);
	}
	buffer_release(&url);
}

/* Would a template give this address in some language? */
static bool
link_is_from(const char *templates, const char *symbol, const char *url)
{
	struct buffer filled = BUFFER_INIT;
	size_t len, i;
	bool found = false;

	for (; *templates && !found; templates += len) {
		templates += strspn(templates, " \t");
		len = strcspn(templates, " \t");
		for (i = 0; i < sizeof link_languages / sizeof *link_languages;
		     i++) {
			(void)link_fill(templates, len, symbol,
					link_languages[i], &filled);
			found |= !strcmp(filled.data, url);
		}
	}
	buffer_release(&filled);
	return found;
}

void
instrument_find_links(const char *symbol, const struct instrument *one,
		      const char *templates, const char *languages,
		      struct instrument_links *links)
{
	const char *own = one ? one->cells[CATALOGUE_URL] : "";
	const char *at;
	size_t len;

	instrument_links_release(links);
	if (!link_is_published(symbol))
		templates = "";
	for (at = templates; *at; at += len) {
		at += strspn(at, " \t");
		len = strcspn(at, " \t");
		if (len)
			link_add_template(links, at, len, symbol, languages);
	}
	if (*own && !link_is_from(templates, symbol, own))
		link_add(links, "", own);
}
