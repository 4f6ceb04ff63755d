/* problem_json.h - problems for editors and pipelines: rung.problems/1. */
#ifndef RUNG_CLI_PROBLEM_JSON_H
#define RUNG_CLI_PROBLEM_JSON_H

#include "cli/problem_printer.h"

/* Writes one; of PROBLEMS_JSON what stands before it, too. */
void problem_json(problem_count *count, const rung_error *problem, FILE *out);
/* Ends PROBLEMS_JSON, also where there was no problem. */
void problem_json_end(problem_count *count, FILE *out);

#endif
