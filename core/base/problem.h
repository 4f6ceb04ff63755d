/* problem.h - what is wrong with somebody's files, and where.
 *
 * A stage reports and goes on, so that people see all problems at once. Messages
 * speak of partners, rules and columns, never of C; the hint says how to mend it. */
#ifndef RUNG_BASE_PROBLEM_H
#define RUNG_BASE_PROBLEM_H

#include "base/arena.h"
#include "base/text.h"

/* A file that was read: its name as people know it (relative to the program's folder)
 * and its very bytes, for showing the line at fault. */
typedef struct source_file {
    const char *name;
    const char *bytes;
    size_t length;
} source_file;

/* A position in a file; `file` NULL means nowhere in particular. */
typedef struct place {
    const source_file *file;
    int line;   /* from 1; 0: the file as a whole */
    int column; /* from 1, in bytes; 0: the line as a whole */
    int width;  /* bytes the caret underlines, at least 1 */
} place;

typedef struct problem {
    place at;
    place also;          /* a second position: where the other one stands */
    const char *message; /* one sentence, no full stop */
    const char *hint;    /* how to mend it, or NULL */
    bool in_data;        /* the data are wrong, not the rules */
} problem;

enum { PROBLEMS_KEPT = 20 };

typedef struct problem_list {
    arena *memory;
    problem items[PROBLEMS_KEPT];
    size_t count;   /* kept, at most PROBLEMS_KEPT */
    size_t found;   /* in all; of one word only the first */
    size_t repeats; /* how often a kept one was reported again */
} problem_list;

/* Reports a problem; returns false, always, so that `return problem_add(..)` reads well.
 * hint may be NULL; it is copied. */
bool problem_add(problem_list *list, place at, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same with a second position. */
bool problem_add_two(problem_list *list, place at, place also, const char *hint,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Whether something on this line was found wrong already. */
bool problem_on_line(const problem_list *list, place at);

/* Whether a sign that compares was found wrong in these columns of the line of `at`. */
bool problem_on_sign(const problem_list *list, place at, int first, int last);

/* Sorts by file (in the order first met), line and column. */
void problem_sort(problem_list *list);

/* The source line that a place is on, without its line end; empty when there is none. */
text place_source_line(place at);

#endif
