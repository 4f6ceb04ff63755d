/* failure.h - how public calls say what went wrong: problems of stages become rung_errors here.
 * Private to api/. */
#ifndef RUNG_API_FAILURE_H
#define RUNG_API_FAILURE_H

#include "base/problem.h"
#include "rung.h"

/* Fills *error (may be NULL); returns the status. */
rung_status fail(rung_error *error, rung_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
rung_status out_of_memory(rung_error *error);

/* Tells all problems, fills *error with the first, and says how the call ends: RUNG_OK when
 * there are none, RUNG_NO_MEMORY where memory ran out meanwhile: then they may not be true. */
rung_status tell_problems(problem_list *problems, rung_problem *on_problem, void *context,
                          rung_error *error);

/* A problem as hosts are told it. */
rung_error error_of(const problem *p);

/* Copies what fits, never half a UTF-8 character. */
void copy_text(char *out, size_t room, const char *bytes, size_t length);

#endif
