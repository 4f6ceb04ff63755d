/* leads.h - the rows that are routed, in their order, and frames in which each is at hand.
 * Private to eval/. */
#ifndef RUNG_EVAL_LEADS_H
#define RUNG_EVAL_LEADS_H

#include "eval/evaluation.h"

typedef struct leads {
    evaluation *of;
    const routing *rule;
    arena *scratch;
    frame *blocks;      /* the table's rows, BLOCK_ROWS in each */
    uint32_t *rows;     /* those to be routed, in order */
    number *keys;       /* by row: of their order */
    uint8_t *wrong;     /* by row: something that routing asks of it is an error */
    const node **asked; /* what is asked of the row at hand */
    size_t count, asked_count;
} leads;

/* Nothing here is an error of a partner: a row that is wrong is routed to nobody. False only
 * when memory ran out. */
bool leads_take(leads *l);

#endif
