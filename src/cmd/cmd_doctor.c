/* lectern doctor: what the program found around it, and what is wrong. */
#include <string.h>

#include "doctor.h"
#include "lectern/words.h"

static const char *doctor_format(struct doctor *doctor, const char *fmt,
				 va_list args) PRINTF_LIKE(2, 0);

static const char *
doctor_format(struct doctor *doctor, const char *fmt, va_list args)
{
	struct buffer text = BUFFER_INIT;
	const char *kept;

	buffer_vprintf(&text, fmt, args);
	kept = arena_strndup(&doctor->arena, text.data, text.len);
	buffer_release(&text);
	return kept;
}

void
doctor_add(struct doctor *doctor, const char *key, const char *label,
	   const char *fmt, ...)
{
	struct doctor_fact fact = {
		.group = doctor->group, .key = key, .label = label};
	va_list args;

	va_start(args, fmt);
	fact.value = doctor_format(doctor, fmt, args);
	va_end(args);
	vector_push(&doctor->facts, fact);
}

void
doctor_add_problem(struct doctor *doctor, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vector_push(&doctor->problems, doctor_format(doctor, fmt, args));
	va_end(args);
}

static void
doctor_print(const struct doctor *doctor, struct output *out)
{
	struct table_column columns[2] = {{.width = 0}};
	const struct doctor_fact *fact;
	struct table_cell cells[2];
	size_t i;

	for (i = 0; i < doctor->facts.len; i++) {
		table_measure(&columns[0], doctor->facts.items[i].label);
		table_measure(&columns[1], doctor->facts.items[i].value);
	}
	for (i = 0; i < doctor->facts.len; i++) {
		fact = &doctor->facts.items[i];
		if (i && strcmp(fact->group, fact[-1].group) != 0)
			output_text(out, "\n");
		cells[0] = (struct table_cell){fact->label, STYLE_TEXT};
		cells[1] = (struct table_cell){fact->value, STYLE_STRONG};
		table_row(out, columns, cells, 2);
	}
	for (i = 0; i < doctor->problems.len; i++) {
		output_text(out, "\n");
		table_text(out, doctor->problems.items[i], STYLE_WARNING, 0,
			   output_columns(out, 79));
	}
}

static void
doctor_print_json(const struct doctor *doctor, struct output *out)
{
	json_t *object = json_object(), *problems = json_array();
	const struct doctor_fact *fact;
	size_t i;

	for (i = 0; i < doctor->facts.len; i++) {
		fact = &doctor->facts.items[i];
		if (!json_object_get(object, fact->group))
			json_put(object, fact->group, json_object());
		json_put(json_object_get(object, fact->group), fact->key,
			 json_text(fact->value));
	}
	for (i = 0; i < doctor->problems.len; i++)
		json_add(problems, json_text(doctor->problems.items[i]));
	json_put(object, "problems", problems);
	json_print(out, object);
}

static int
doctor_run(struct command_call *call, UNUSED struct error *err)
{
	struct doctor doctor = {.facts = VECTOR_INIT};
	bool is_sick;

	doctor_find_versions(&doctor);
	doctor_find_locale(&doctor);
	doctor_find_config(&doctor, call);
	doctor_find_library(&doctor, call);
	doctor_find_terminal(&doctor, call);
	doctor_find_printing(&doctor);
	doctor_find_protections(&doctor, call);
	if (command_option(call, "json")->given)
		doctor_print_json(&doctor, call->out);
	else
		doctor_print(&doctor, call->out);
	is_sick = doctor.problems.len > 0;
	vector_release(&doctor.facts);
	vector_release(&doctor.problems);
	arena_release(&doctor.arena);
	return is_sick ? EXIT_FINDINGS : EXIT_DONE;
}

static const struct option_row doctor_options[] = {
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_doctor = {
	.name = "doctor",
	.operands = "",
	.help = N_("say what the program found: versions, locale, library"),
	.details = N_(
		"Prints the versions of the libraries the program runs with, "
		"the locale, the configuration, the library and its index, the "
		"terminal, and the protections in force; then, in whole "
		"sentences, what is wrong "
		"with them. It changes nothing. Exit code 1 says that "
		"something is wrong."),
	.needs = NEEDS_NOTHING,
	.options = doctor_options,
	.run = doctor_run,
};
