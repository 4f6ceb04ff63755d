/* request.h - what a program wants to read: sources, columns, kinds.
 *
 * bind/ fills it from the declarations; data/ reads exactly that and nothing else. */
#ifndef RUNG_DATA_REQUEST_H
#define RUNG_DATA_REQUEST_H

#include "base/date.h"
#include "base/problem.h"

typedef enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_MONEY, CELL_DATE, CELL_BOOLEAN } cell_kind;

enum { PLACES_AS_WRITTEN = -1 };

typedef struct column_request {
    const char *name;     /* what rules call it */
    const char *sql_name; /* what the table calls it */
    cell_kind kind;
    int minor_places;     /* MONEY in minor units: how many places they have; else PLACES_AS_WRITTEN */
    place at;             /* where the rules declare it */
    bool wanted;          /* some rule reads it; others are not read */
} column_request;

typedef struct source_request {
    const char *name;     /* what rules call it */
    const char *from;     /* a table or view of the catalog, or a SELECT */
    const char *id;       /* SQL column of the row's id; NULL: rows have none */
    const char *partner;  /* SQL column that ties a row to its partner; NULL for `partner` itself */
    int happened_on;      /* index in columns, or -1: a list, all its rows count */
    column_request *columns;
    size_t count;
    place at;             /* the declaration */
} source_request;

/* The first source is always `partner`, one row a partner, its id the partner's. */
typedef struct request {
    source_request *sources;
    size_t count;
} request;

#endif
