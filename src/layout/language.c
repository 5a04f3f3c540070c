/* What the interface calls languages. Tags are BCP 47; only the primary
 * subtag counts, but where the script decides the direction. */
#include <string.h>
#include <strings.h>

#include "lectern/columns.h"
#include "lectern/words.h"

struct language {
	const char *tag;
	const char *name;
	const char *missing; /* one sentence: languages decline their names */
};

static const struct language languages[] = {
	{"ar", N_("Arabic"), N_("not in Arabic")},
	{"az", N_("Azerbaijani"), N_("not in Azerbaijani")},
	{"be", N_("Belarusian"), N_("not in Belarusian")},
	{"bn", N_("Bengali"), N_("not in Bengali")},
	{"de", N_("German"), N_("not in German")},
	{"el", N_("Greek"), N_("not in Greek")},
	{"en", N_("English"), N_("not in English")},
	{"es", N_("Spanish"), N_("not in Spanish")},
	{"fa", N_("Persian"), N_("not in Persian")},
	{"fr", N_("French"), N_("not in French")},
	{"he", N_("Hebrew"), N_("not in Hebrew")},
	{"hi", N_("Hindi"), N_("not in Hindi")},
	{"hy", N_("Armenian"), N_("not in Armenian")},
	{"id", N_("Indonesian"), N_("not in Indonesian")},
	{"it", N_("Italian"), N_("not in Italian")},
	{"ja", N_("Japanese"), N_("not in Japanese")},
	{"ka", N_("Georgian"), N_("not in Georgian")},
	{"kk", N_("Kazakh"), N_("not in Kazakh")},
	{"ko", N_("Korean"), N_("not in Korean")},
	{"ky", N_("Kyrgyz"), N_("not in Kyrgyz")},
	{"mn", N_("Mongolian"), N_("not in Mongolian")},
	{"pl", N_("Polish"), N_("not in Polish")},
	{"ps", N_("Pashto"), N_("not in Pashto")},
	{"pt", N_("Portuguese"), N_("not in Portuguese")},
	{"ro", N_("Romanian"), N_("not in Romanian")},
	{"ru", N_("Russian"), N_("not in Russian")},
	{"sr", N_("Serbian"), N_("not in Serbian")},
	{"sw", N_("Swahili"), N_("not in Swahili")},
	{"tg", N_("Tajik"), N_("not in Tajik")},
	{"th", N_("Thai"), N_("not in Thai")},
	{"tk", N_("Turkmen"), N_("not in Turkmen")},
	{"tr", N_("Turkish"), N_("not in Turkish")},
	{"uk", N_("Ukrainian"), N_("not in Ukrainian")},
	{"ur", N_("Urdu"), N_("not in Urdu")},
	{"uz", N_("Uzbek"), N_("not in Uzbek")},
	{"vi", N_("Vietnamese"), N_("not in Vietnamese")},
	{"zh", N_("Chinese"), N_("not in Chinese")},
};

static const char *const language_right_to_left[] = {
	"ar", "ckb", "dv",  "fa", "he", "nqo",
	"ps", "sd",  "syr", "ug", "ur", "yi",
};

/* Is 'subtag' the first part of 'tag'? */
static bool
language_begins(const char *tag, const char *subtag)
{
	size_t len = strlen(subtag);

	return !strncasecmp(tag, subtag, len) &&
	       (!tag[len] || tag[len] == '-' || tag[len] == '_');
}

/* Is 'subtag' a later part of it? */
static bool
language_has_subtag(const char *tag, const char *subtag)
{
	while ((tag = strpbrk(tag, "-_")))
		if (language_begins(++tag, subtag))
			return true;
	return false;
}

static const struct language *
language_find(const char *tag)
{
	size_t i;

	for (i = 0; i < sizeof languages / sizeof languages[0]; i++)
		if (language_begins(tag, languages[i].tag))
			return &languages[i];
	return NULL;
}

const char *
language_name(const char *tag)
{
	const struct language *language = language_find(tag);

	return language ? _(language->name) : tag;
}

const char *
language_missing_text(const char *tag)
{
	const struct language *language = language_find(tag);

	return language ? _(language->missing) : _("not in this language");
}

bool
language_is_right_to_left(const char *tag)
{
	size_t i;

	if (language_has_subtag(tag, "Arab") ||
	    language_has_subtag(tag, "Hebr"))
		return true;
	if (language_has_subtag(tag, "Latn") ||
	    language_has_subtag(tag, "Cyrl"))
		return false;
	for (i = 0; i < sizeof language_right_to_left /
				sizeof language_right_to_left[0];
	     i++)
		if (language_begins(tag, language_right_to_left[i]))
			return true;
	return false;
}
