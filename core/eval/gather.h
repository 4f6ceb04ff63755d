/* gather.h - the rows of one partner that an aggregate takes, kept to be put in order or in
 * groups. Private to eval/. */
#ifndef RUNG_EVAL_GATHER_H
#define RUNG_EVAL_GATHER_H

#include "eval/accumulator.h"

/* A row that exists and meets the filter. */
typedef struct gathered_row {
    number value, order; /* of `latest` */
    number key;          /* on the grid where it is a number; LINE_KEY_NONE: no value */
    uint32_t row;        /* in the table */
    uint8_t state, order_state;
} gathered_row;

typedef struct gathering {
    const node *of; /* says of what: see OVER_X and its kin */
    gathered_row *rows;
    size_t count, capacity;
    bool wrong; /* an error keeps it from being known which rows are taken, or their keys */
    uint32_t *index; /* BLOCK_ROWS */
} gathering;

/* A group of rows, what its aggregate comes to. */
typedef struct row_group {
    number key, value;
    uint8_t state;
    bool too_large; /* the state is CELL_WRONG */
    size_t rows;
} row_group;

typedef struct row_groups {
    row_group *items; /* by key */
    size_t count, capacity;
    row_group empty;    /* a group without rows */
    size_t without_key; /* rows that are in no group */
} row_groups;

/* gathering_free gives back what it keeps; false when memory ran out. */
bool gathering_open(gathering *g, const node *of);
void gathering_free(gathering *g);
/* Gathers anew, in the order of ids. `block` is a frame over the table. */
bool gather_rows(gathering *g, frame *block, uint32_t partner);
/* In the order of their keys, then as they were gathered; without keys last. */
typedef int key_comparison(const void *context, number a, number b);
bool gathering_sort(gathering *g, key_comparison *compare, const void *context);
int compare_keys_as_numbers(const void *unused, number a, number b);

/* Groups of rows with equal keys; sorts the rows. */
bool group_rows(gathering *g, row_groups *out);
/* The group with the key, else the empty one. */
const row_group *group_find(const row_groups *groups, number key);
void row_groups_free(row_groups *groups);

/* A row's key as it is compared: on the grid where it is a number. */
static inline number key_of(const node *key, const operand *o, size_t item) {
    number found = operand_value(o, item);
    return key->type == TYPE_NUMBER ? number_on_grid(found) : found;
}

#endif
