/* What a person has set, as far as it concerns the screen. What is wrong with
 * it is said once, with file, line and cure, and the rest holds. */
#include <stdlib.h>
#include <string.h>

#include "lectern/words.h"
#include "app_inside.h"

static const char *
configure_file(const struct config *config)
{
	return config->path == NULL ? "config" : config->path;
}

static bool
has_configure_map(const struct app *app, const char *map)
{
	for (size_t i = 0; i < app->keys.list.len; i++)
		if (strcmp(app->keys.list.items[i].map, map) == 0)
			return true;
	return false;
}

/* Every view that binds keys, for whoever named none of them. */
static void
configure_list_maps(const struct app *app, struct buffer *out)
{
	for (size_t i = 0; i < app->keys.list.len; i++) {
		const char *map = app->keys.list.items[i].map;
		size_t before = 0;

		while (before < i &&
		       strcmp(app->keys.list.items[before].map, map) != 0)
			before++;
		if (before < i)
			continue;
		buffer_printf(out, "%s%s", out->len > 0 ? ", " : "", map);
	}
}

static enum status
configure_bind(struct app *app, const struct config *config,
	       const struct config_binding *binding, struct error *err)
{
	struct buffer line = BUFFER_INIT, maps = BUFFER_INIT;
	enum status rc = STATUS_OK;

	if (!has_configure_map(app, binding->map)) {
		configure_list_maps(app, &maps);
		rc = error_set(err, STATUS_INVALID,
			       _("No screen is called \"%s\"; there are %s."),
			       binding->map, maps.data);
	} else if (!is_key_name(key_name_normal(binding->key))) {
		rc = error_set(err, STATUS_INVALID,
			       _("\"%s\" is the name of no key. Write one "
				 "character, ^A, or PgDn and its kin."),
			       binding->key);
	} else {
		buffer_printf(&line, "%s %s %s", binding->map, binding->key,
			      binding->command);
		rc = keys_parse(&app->keys, line.data, configure_file(config),
				err);
	}
	buffer_release(&line);
	buffer_release(&maps);
	return rc;
}

/* "en 120 ru 100". */
static enum status
configure_rates(struct app *app, const char *text, struct error *err)
{
	if (minutes_parse_rates(&app->rates, text))
		return STATUS_OK;
	return error_set(err, STATUS_INVALID,
			 _("The setting rates takes a language and how many "
			   "words a minute, from %d to %d, as in \"rates = en "
			   "120 ru 100\"."),
			 MINUTES_RATE_LEAST, MINUTES_RATE_MOST);
}

static void
configure_complain(struct app *app, const struct config *config, int line,
		   const char *words)
{
	if (line > 0)
		app_say(app, "%s:%d: %s", configure_file(config), line, words);
	else
		app_say(app, "%s: %s", configure_file(config), words);
	app->is_error = true;
}

void
app_configure(struct app *app, const struct config *config)
{
	struct error err = ERROR_INIT;

	app->config = config;
	if (config == NULL)
		return;
	app->leave_direction =
		strcmp(config_text(config, "direction"), "terminal") == 0;
	for (size_t i = 0; i < config->diags.list.len; i++)
		configure_complain(app, config,
				   config->diags.list.items[i].line,
				   config->diags.list.items[i].message);
	if (configure_rates(app, config_text(config, "rates"), &err) !=
	    STATUS_OK)
		configure_complain(app, config, 0, err.message);
	for (size_t i = 0; i < config->bindings.len; i++)
		if (configure_bind(app, config, &config->bindings.items[i],
				   &err) != STATUS_OK)
			configure_complain(app, config,
					   config->bindings.items[i].line,
					   err.message);
}
