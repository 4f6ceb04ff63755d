/* starter.h - the program that `rung init` leaves in a new folder.
 *
 * Rules, a README, a database and editor files are built into the library from rules/northwind
 * and scripts/sample_data.py (see scripts/embed_starter); only the annotations for editors,
 * which follow the table of the language, are handed in. */
#ifndef RUNG_DATA_STARTER_H
#define RUNG_DATA_STARTER_H

#include "base/problem.h"

/* Into a folder that is new or empty; on failure nothing that it wrote is left. */
bool starter_write(const char *folder, text annotations, problem_list *problems);

#endif
