/* loaded_for.h - whether facts hold what an evaluation needs. Private to api/.
 *
 * Facts hold the rows and columns that the rules they were loaded for can use, and no others:
 * rules that use more would count what is not there as nothing. So whoever evaluates asks here
 * first, and is refused with the option of rung_facts_load that was missing. */
#ifndef RUNG_API_LOADED_FOR_H
#define RUNG_API_LOADED_FOR_H

#include "api/nouns.h"

/* Whether two plans of a program read every source from the same table, tied by the same
 * columns. */
bool requests_alike(const request *a, const request *b);
/* Whether two plans make use of the same rows of the same columns. */
bool same_uses(const request *a, const request *b);

/* Each is RUNG_OK, or RUNG_BAD_ARGUMENT. */
/* What can be told before the program is bound; scenario may be NULL. */
rung_status facts_fit(const rung_facts *f, const rung_program *program,
                      const rung_scenario *scenario, rung_error *error);
/* The rows and columns of a bound program. `hint` says how to load them. */
rung_status facts_serve(const rung_facts *f, const request *wanted, const char *hint,
                        rung_error *error);
/* Those of every value of a range; RUNG_NO_MEMORY as well. */
rung_status facts_serve_range(const rung_facts *f, const rung_range *range, rung_error *error);

#endif
