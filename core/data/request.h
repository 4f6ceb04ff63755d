/* request.h - what a program wants to read: sources, columns, kinds.
 *
 * bind/ fills it from the declarations; data/ reads exactly that and nothing else. */
#ifndef RUNG_DATA_REQUEST_H
#define RUNG_DATA_REQUEST_H

#include "base/date.h"
#include "base/problem.h"

#include <stdint.h>

typedef enum cell_kind {
    CELL_TEXT,
    CELL_NUMBER,
    CELL_MONEY,
    CELL_DATE,
    CELL_BOOLEAN
} cell_kind;

enum { PLACES_AS_WRITTEN = -1 };

typedef struct column_request {
    const char *name;     /* what rules call it */
    const char *sql_name; /* what the table calls it */
    cell_kind kind;
    int minor_places; /* MONEY in minor units: how many places they have; else PLACES_AS_WRITTEN
                       */
    place at;         /* where the rules declare it */
    bool wanted;      /* some rule reads it; others are not read */
    bool shown_only;  /* TEXT that no rule reads: people are shown it */
    const char *refers_to; /* TEXT: the source whose rows' ids it holds; NULL: none */
    bool holds_ids;        /* TEXT: of a reference's rows, or of partners */
    const char *minor_of;  /* MONEY in minor units of each row's own currency, which this column
                              names; minor_places is 0 then; NULL: none */
} column_request;

/* A question that one cell answers alone; a cell without a value answers no. */
typedef enum row_test_kind {
    TEST_IS,       /* equal to one of the texts, or (dates, booleans) to `from` */
    TEST_LIKE,     /* texts[0] is a pattern, as text_like understands it */
    TEST_BETWEEN,  /* dates: from..to, both in; */
    TEST_NOT_AFTER /* dates: at most `to`, or no value */
} row_test_kind;

typedef struct row_test {
    row_test_kind kind;
    int column; /* index in columns: TEXT, DATE or BOOLEAN */
    const char **texts;
    size_t text_count;
    date from, to; /* BOOLEAN: from is 0 or 1 */
} row_test;

/* What one rule does with rows of the source: a row is of use to it only when all tests hold
 * (they may be fewer than the rule makes), and then it reads these columns. */
typedef struct row_use {
    row_test *tests;
    size_t count;
    uint64_t columns; /* bit i: it reads columns[i]; of columns beyond 63 all are read */
} row_use;

typedef struct source_request {
    const char *name;    /* what rules call it */
    const char *from;    /* a table or view of the catalog, or a SELECT */
    const char *id;      /* SQL column of the row's id; NULL: rows have none */
    const char *partner; /* SQL column that ties a row to its partner; NULL for `partner` itself
                            and for a reference, whose rows belong to nobody */
    int happened_on;     /* index in columns, or -1: a list, all its rows count */
    column_request *columns;
    size_t count;
    place at; /* the declaration */
    /* A row that is of no use may be left out, and of the others cells that no use reads, after
     * their cells were found to be right. all_rows: nobody may leave anything out (uses are not
     * known). */
    row_use *uses;
    size_t use_count;
    bool all_rows;
    bool sought; /* rows are sought by their ids: no two may have the same */
    /* Columns, as rules call them; NULL: none. */
    const char *currency;     /* TEXT: each row's own currency */
    const char *money;        /* the program's currency: of all rows where `currency` is NULL */
    const char *converted_on; /* DATE: when its money is converted */
} source_request;

/* A cell that somebody wrote: a column as rules call it, `id` or `partner`. */
typedef struct row_field {
    const char *name;
    place name_at;
    const char *value; /* amounts, dates and the rest as people write them; "": none */
    place at;
} row_field;

/* A row that a scenario or test writes. It replaces the row with its id, wholly, or is new. */
typedef struct row_change {
    const char *source;
    place source_at;
    place at;
    const row_field *fields;
    size_t count;
    bool is_deleted; /* the row with its id is to be gone */
} row_change;

/* The first source is always `partner`, one row a partner, its id the partner's. */
typedef struct request {
    source_request *sources;
    size_t count;
    /* Rows to be taken for others; whoever changes the data fills it, bind/ leaves it empty. */
    const row_change *changes;
    size_t change_count;
} request;

#endif
