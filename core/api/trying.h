/* trying.h - what sweep and seek begin with, and how they fail. Private to api/. */
#ifndef RUNG_API_TRYING_H
#define RUNG_API_TRYING_H

#include "base/problem.h"
#include "compare/trial.h"
#include "report/sweep.h"
#include "rung.h"

/* RUNG_BAD_ARGUMENT when the base does not fit to the range. */
rung_status trying_begin(const rung_range *range, const rung_result *base, trial *out,
                         rung_error *error);
/* What reports say of it. */
void trying_describe(const rung_range *range, const result *base, swept_path *paths,
                     sweep_head *out);
/* A value could not be tried. */
rung_status trying_failed(problem_list *problems, rung_error *error);

#endif
