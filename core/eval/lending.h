/* lending.h - what a base result over the same facts lends to an evaluation: columns of nodes
 * and settled rules that cannot differ. Private to eval/. */
#ifndef RUNG_EVAL_LENDING_H
#define RUNG_EVAL_LENDING_H

#include "eval/evaluation.h"

/* Fills the slot of a node in the partners' frame from the base; false when the base has
 * nothing to lend (or memory ran out: the caller then computes, and finds that out itself). */
bool column_lend(frame *f, const node *n, column *slot);

/* The base's lines of a rule whose rows and amounts before requirements and caps cannot differ;
 * NULL: there is nothing to take over. */
const incentive_result *lines_lent(const evaluation *e, const incentive *rule);

/* Takes over what the base settled; false when it must be settled anew. */
bool incentive_lend(evaluation *e, int index);
bool fund_lend(evaluation *e, int index);
bool routing_lend(evaluation *e, int index);

#endif
