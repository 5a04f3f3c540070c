/* What may be set in the configuration: a row each. */
#include "lectern/config.h"
#include "lectern/words.h"

const struct option_row config_options[] = {
	{.name = "library",
	 .type = OPTION_TEXT,
	 .argument = "FOLDER",
	 .help = N_("the library where nothing else names one")},
	{.name = "theme",
	 .type = OPTION_CHOICE,
	 .argument = "NAME",
	 .choices = "dark|light|mono|contrast",
	 .fallback = "dark",
	 .help = N_("colours of the screen: dark, light, mono, contrast")},
	{.name = "rates",
	 .type = OPTION_TEXT,
	 .argument = "RATES",
	 .help = N_("words spoken a minute by language, Chinese and its like "
		    "in characters: en 120 ru 100")},
	{.name = "direction",
	 .type = OPTION_CHOICE,
	 .argument = "WHO",
	 .choices = "program|terminal",
	 .fallback = "program",
	 .help = N_("who orders right-to-left text on the screen")},
	{.name = "languages",
	 .type = OPTION_TEXT,
	 .argument = "LANGS",
	 .help = N_("the languages one reads documents in, as in ru,en")},
	{.name = "links",
	 .type = OPTION_TEXT,
	 .argument = "TEMPLATES",
	 .fallback = "https://docs.un.org/<lang>/<symbol>",
	 .help = N_("addresses of documents, <lang> and <symbol> filled in")},
	{.name = "watch",
	 .type = OPTION_CHOICE,
	 .argument = "HOW",
	 .choices = "auto|poll",
	 .fallback = "auto",
	 .help = N_("how the screen notices what another one marks: told by "
		    "the system where it can tell, or looking each second")},
	{.name = NULL},
};
