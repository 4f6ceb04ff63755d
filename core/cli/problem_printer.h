/* problem_printer.h - problems as people read them: place, message, the line with a caret,
 * hint; or as tools do. */
#ifndef RUNG_CLI_PROBLEM_PRINTER_H
#define RUNG_CLI_PROBLEM_PRINTER_H

#include <rung.h>
#include <stdio.h>

typedef enum problem_form {
    PROBLEMS_FOR_PEOPLE,
    PROBLEMS_JSON, /* one object; problem_json_end closes it */
    PROBLEMS_JSONL
} problem_form;

/* Zeroed, it prints everything to stderr for people. */
typedef struct problem_count {
    size_t shown;
    size_t more;         /* found beyond those that were told */
    size_t held_back;    /* told, but beyond the limit */
    const char *program; /* in which the next ones are, when there are two; or NULL */
    problem_form form;
    FILE *to; /* NULL: stderr */
    bool limited, no_notes;
    size_t most;    /* when limited */
    bool begun;     /* PROBLEMS_JSON: something was written */
    char file[256]; /* where the last one stands */
    int line, column;
} problem_count;

/* `context` is a problem_count, or NULL. A rung_problem. */
void problem_print(void *context, const rung_error *problem);
/* A text from elsewhere on stderr, with `before` and `after`: what could move the cursor is
 * escaped. */
void problem_say(const char *before, const char *text, const char *after);
/* "3 problems", when there was any, for people. */
void problem_print_count(const problem_count *count);

#endif
