/* building.h - what a facts_builder is made of: shared by builder.c, which takes rows in, and
 * ending.c, which turns a finished source into a table of the facts. Nobody else looks inside.
 */
#ifndef RUNG_DATA_BUILDING_H
#define RUNG_DATA_BUILDING_H

#include "data/builder.h"
#include "data/grouping.h"

enum { ID_COLUMN = -1 };

typedef struct waiting_error {
    uint32_t table;
    uint32_t row; /* as it came, then as it stands in the facts */
    int column;   /* ID_COLUMN: the row's id */
    cell_error error;
} waiting_error;

struct facts_builder {
    arena *memory;
    const request *wanted;
    problem_list *problems;
    facts *built;
    size_t begun;      /* sources begun; the current one is begun - 1 */
    table_buffer rows; /* of the current source */
    dictionary texts;  /* of built->texts */
    dictionary known;  /* of partners */
    map partners;      /* ids in the order in which they came */
    uint32_t *rank;    /* partner's number by that order */
    waiting_error *errors;
    size_t error_count;
    size_t error_capacity;
    bool refused; /* a problem was reported: no facts */
};

/* Turns the rows of the current source into its table of the facts. False when memory ran out.
 */
bool builder_end_source(facts_builder *b);
/* Puts the errors into their order. */
bool builder_end_errors(facts_builder *b);

#endif
