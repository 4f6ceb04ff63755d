/* line_order.h - the rows that a rule takes, and the order in which it takes them.
 *
 * An incentive takes the rows it pays for, a fund its claims; a rule without rows takes
 * every partner once. What was taken is numbered by partner, then row id: a line's number
 * alone settles every tie. Private to eval/. */
#ifndef RUNG_EVAL_LINE_ORDER_H
#define RUNG_EVAL_LINE_ORDER_H

#include "eval/evaluation.h"

/* A key that stands after all others: no value. */
#define LINE_KEY_NONE (NUMBER_LIMIT + NUMBER_GRID)

/* Something to be known of every row that is taken. */
typedef struct row_value {
    const node *node;
    const char *what; /* what people call it when it has no value, which is then an error; NULL:
                       * it may have none and is LINE_KEY_NONE */
    place at;         /* where that error arises */
    bool key;         /* it sorts or groups: kept at 9 places */
} row_value;

typedef struct row_rule {
    const declared *is;
    int source;           /* -1: once a partner */
    const node *where;    /* NULL: every row */
    const uint8_t *takes; /* by partner: whether its rows are looked at */
    uint8_t *states;      /* by partner: becomes CELL_WRONG with an error in one of its rows */
    const row_value *values;
    size_t width; /* how many values */
    const incentive_result
        *lent; /* a base whose lines' rows and values are the same; NULL: none */
} row_rule;

typedef struct taken_row {
    uint32_t row; /* 0 when the rule takes partners */
    uint32_t partner;
} taken_row;

typedef struct taken_rows {
    taken_row *rows;
    number *values; /* row i's are values[i * width] .. values[i * width + width - 1] */
    size_t width, count;
    size_t row_capacity, value_capacity;
    size_t *first; /* partner p's rows are first[p] .. first[p + 1] - 1 */
} taken_rows;

/* Which partners a rule is for: due[p] is set to 1 where `condition` (NULL: always) holds,
 * states[p] to CELL_VALUE or CELL_WRONG. Like all functions here: false only when memory ran
 * out. */
bool rule_due(evaluation *e, const node *condition, uint8_t *due, uint8_t *states);

/* Where a field of a declaration is written, or else what is given. */
place rule_field(const declared *rule, const char *field, place otherwise);

/* Computes the rows, in the arena. Every row of a partner is looked at even after an error, so
 * that its errors do not depend on anybody else's rows. */
bool take_rows(evaluation *e, const row_rule *rule, taken_rows *out, arena *scratch);

/* Leaves out the rows of partners whose state is CELL_WRONG. */
void taken_rows_drop_wrong(taken_rows *rows, const uint8_t *states, size_t partner_count);

/* The partners that have rows, are due and have no error, ascending; chosen has room for all.
 */
selection partners_with_rows(const taken_rows *rows, const uint8_t *due, const uint8_t *states,
                             size_t partner_count, uint32_t *chosen);

static inline number taken_value(const taken_rows *rows, size_t i, size_t which) {
    return rows->values[i * rows->width + which];
}

/* Every line's number, in the order of the key `which` (of the node `order`; NULL: by number
 * alone): within each partner, or across them all. NULL when memory ran out. */
uint32_t *lines_in_order(evaluation *e, const taken_rows *rows, const node *order, size_t which,
                         bool across, arena *scratch);

/* <0, 0, >0. */
typedef int line_comparison(const void *context, uint32_t a, uint32_t b);

/* Stable. room holds as many as lines. */
void line_sort(uint32_t *lines, uint32_t *room, size_t count, line_comparison *compare,
               const void *context);

#endif
