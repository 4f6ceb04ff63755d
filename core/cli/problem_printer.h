/* problem_printer.h - problems as people read them: place, message, the line with a caret,
 * hint. */
#ifndef RUNG_CLI_PROBLEM_PRINTER_H
#define RUNG_CLI_PROBLEM_PRINTER_H

#include <rung.h>

typedef struct problem_count {
    size_t shown;
    size_t more;         /* found beyond those shown */
    const char *program; /* in which the next ones are, when there are two; or NULL */
} problem_count;

/* Prints to stderr. `context` is a problem_count, or NULL. A rung_problem. */
void problem_print(void *context, const rung_error *problem);
/* "3 problems", when there was any. */
void problem_print_count(const problem_count *count);

#endif
