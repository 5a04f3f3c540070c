/* intake_parts.h - between the files that take documents in. */
#ifndef EXCHANGE_INTAKE_PARTS_H
#define EXCHANGE_INTAKE_PARTS_H

#include "lectern/intake.h"

/* Append the report of the draft and the documents to intake->report. */
void intake_write_report(struct intake *intake);

#endif
