#include <string.h>

#include "lectern/brief.h"

static const char *const role_names[ROLE_COUNT] = {
	[ROLE_SAY] = "say",
	[ROLE_IF_RAISED] = "if-raised",
	[ROLE_IF_PRESSED] = "if-pressed",
	[ROLE_BACKGROUND] = "background",
	[ROLE_AVOID] = "avoid",
};

const char *
role_name(enum role role)
{
	return role_names[role];
}

bool
role_from_name(const char *name, size_t len, enum role *role)
{
	int i;

	for (i = 0; i < ROLE_COUNT; i++) {
		if (strlen(role_names[i]) != len ||
		    memcmp(role_names[i], name, len))
			continue;
		*role = (enum role)i;
		return true;
	}
	return false;
}
