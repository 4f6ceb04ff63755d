/* call.h - the one door to functions of rules.
 *
 * `callables` is a Lua state of its own that ran the program's files again and froze what
 * its functions can see. One belongs to one thread. A batch calls one function for many items:
 * what it reads comes as columns, what it returns goes into one. Each call has limits of its
 * own; one that goes wrong leaves an error and the state as it was. Used by eval/. */
#ifndef RUNG_LANG_CALL_H
#define RUNG_LANG_CALL_H

#include "base/date.h"
#include "base/number.h"
#include "lang/term.h"

/* How a value arrives in Lua. */
typedef enum call_kind {
    CALL_DECIMAL, /* an exact decimal */
    CALL_WHOLE,   /* an integer where it is whole: counts, days */
    CALL_TEXT,
    CALL_DATE, /* its ISO text */
    CALL_BOOLEAN
} call_kind;

/* What a function is to return. */
typedef enum call_wanted {
    WANTED_NUMBER,
    WANTED_TEXT,
    WANTED_DATE,
    WANTED_CONDITION
} call_wanted;

/* As cells are known elsewhere; CALL_WRONG: whoever reads it is wrong, too. */
typedef enum call_state { CALL_VALUE = 1, CALL_NONE = 2, CALL_WRONG = 3 } call_state;

/* One value an item (step 1), or the same for all (step 0). */
typedef struct call_column {
    call_kind kind;
    const number *values; /* TEXT: an index into names and, after those, further */
    const uint8_t *states;
    size_t step;
    const text *names;
    size_t name_count;
    const text *further;
} call_column;

/* The rows behind p:rows "deal". */
typedef struct call_rows {
    const char **names; /* of the columns that may be read */
    const call_column *columns;
    size_t column_count;
    const uint32_t *first, *last; /* by item: its rows are first .. last - 1 of the columns */
    const uint8_t *exists;        /* by row; NULL: all do */
} call_rows;

typedef struct call_error {
    size_t item;
    place at;
    const char *message;
    struct call_error *next;
} call_error;

typedef struct call_batch {
    int function;     /* the handle of its term */
    const char *rule; /* for messages */
    bool by_row;      /* it is given a row, then its partner */
    call_wanted wanted;
    bool guessed;           /* from its text: its unit can say that it is something else */
    const map *known_texts; /* texts that are returned: their codes in here, or .. */
    map *own_texts;         /* .. behind all of those, in here */
    date as_of;
    const uint32_t *items; /* item of each call; NULL: 0 .. count - 1 */
    size_t count;
    const call_column *reads; /* in the order of the function's reads */
    const call_rows *rows;    /* in the order of the function's rows */
    number *values; /* by item, as nodes hold them: scaled numbers, 0 or 1, days, codes */
    uint8_t *states;
    arena *memory; /* for errors */
    call_error *errors;
} call_batch;

typedef struct callables callables;

/* NULL when memory ran out. */
callables *callables_create(const declarations *rules, const char *currency);
void callables_free(callables *c);

/* Calls the function for every item. False only when memory ran out. */
bool callables_run(callables *c, call_batch *batch);

#endif
