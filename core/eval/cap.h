/* cap.h - limits and the running sums that are held against them.
 *
 * A running sum never passes its limit: what would is cut to what is left. Negative amounts are
 * never cut and make room for later ones. Limits are cut down to the minor unit; a negative one
 * is 0. Used by incentives and funds. Private to eval/ and compare/. */
#ifndef RUNG_EVAL_CAP_H
#define RUNG_EVAL_CAP_H

#include "eval/line_order.h"

typedef struct running_cap {
    const cap *rule;
    size_t which;    /* among the rows' values: ROW: the limit; COLUMN and PAYEE: what has a sum
                      * of its own */
    size_t limit_at; /* COLUMN, limit varies by row: among the rows' values */
    number *limits;  /* by partner; not where limits are among the rows' values */
    uint32_t *account; /* by line: whose running sum it is; not for ROW */
    number *taken;     /* by account: the running sum */
    int places;        /* of the minor unit */
} running_cap;

/* Whether a cap is held against the lines of all partners together. */
bool caps_have_total(const cap *caps, size_t count);

/* Whether the limit is to be known of every row. */
bool cap_is_by_row(const cap *c);

/* Begins the cap and appends to the list what it has to know of every row; how many are listed
 * now. `row`: what people call a limit of one row. */
size_t cap_list_values(running_cap *c, const cap *rule, const char *row, row_value *list,
                       size_t count);

/* What line i's running sum may be, or for ROW the line itself. */
number cap_limit(const running_cap *c, const taken_rows *rows, size_t i);

/* Finds the limits of the partners that have rows and are due. One without a value is an error
 * of that partner: its state becomes CELL_WRONG. False only when memory ran out. */
bool cap_limits(evaluation *e, const declared *rule, running_cap *c, const taken_rows *rows,
                const uint8_t *due, uint8_t *states, arena *scratch);

/* Opens the running sums, once no more rows are dropped. False only when memory ran out. */
bool cap_open(running_cap *c, const taken_rows *rows, size_t partner_count, arena *scratch);

/* Marks partners for whom adding up could leave the range of numbers: amounts[i] is what line i
 * asks for; positive and negative lines are added apart, so that no cut can bring it about
 * later. */
void cap_check_sums(evaluation *e, const declared *rule, const taken_rows *rows,
                    const number *amounts, uint8_t *states);
/* The same for one sum over all partners. */
void cap_check_total(evaluation *e, const declared *rule, const taken_rows *rows,
                     const number *amounts, uint8_t *states);

/* What a line may be at most, never below 0. */
number cap_room(const running_cap *c, const taken_rows *rows, size_t i);
/* Cuts a line to its room; whether that took anything away. */
bool cap_cut(const running_cap *c, const taken_rows *rows, size_t i, number *amount);
/* Adds a line to its running sum. */
void cap_take(running_cap *c, size_t i, number amount);

/* cap.total, prorated: positive amounts are scaled so that all add up to the limit: exactly, or
 * to minor units, those left over in the order of `sequence`. limited_by of what was cut
 * becomes `index`. False only when memory ran out. */
bool cap_prorate(const running_cap *c, const taken_rows *rows, const uint32_t *sequence,
                 bool exactly, number *amounts, int *limited_by, int index, arena *scratch);

#endif
