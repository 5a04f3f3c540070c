/* What may be set in the configuration: a row each. */
#include "lectern/config.h"
#include "lectern/words.h"

const struct option_row config_options[] = {
	{.name = "library",
	 .type = OPTION_TEXT,
	 .argument = "FOLDER",
	 .help = N_("the library where nothing else names one")},
	{.name = NULL},
};
