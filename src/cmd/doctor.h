/*
 * doctor.h - what `lectern doctor` found: facts in groups, and what is wrong.
 *
 * Facts are gathered first and then printed as lines or as JSON, so both
 * forms always say the same.
 */
#ifndef LECTERN_DOCTOR_H
#define LECTERN_DOCTOR_H

#include "cmd.h"
#include "lectern/arena.h"

struct doctor_fact {
	const char *group, *key; /* for programs; static */
	const char *label;	 /* for people; translated */
	const char *value;
};

struct doctor {
	VECTOR(struct doctor_fact) facts;
	VECTOR(const char *) problems; /* whole sentences */
	const char *group;	       /* of the facts added next */
	struct arena arena;
};

void doctor_add(struct doctor *doctor, const char *key, const char *label,
		const char *fmt, ...) PRINTF_LIKE(4, 5);
void doctor_add_problem(struct doctor *doctor, const char *fmt, ...)
	PRINTF_LIKE(2, 3);

/* Gather: versions (doctor_versions.c), the rest (doctor_facts.c). */
void doctor_find_versions(struct doctor *doctor);
void doctor_find_locale(struct doctor *doctor);
void doctor_find_config(struct doctor *doctor, struct command_call *call);
void doctor_find_library(struct doctor *doctor, struct command_call *call);
void doctor_find_terminal(struct doctor *doctor, struct command_call *call);
void doctor_find_printing(struct doctor *doctor);
void doctor_find_protections(struct doctor *doctor, struct command_call *call);

#endif
