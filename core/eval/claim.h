/* claim.h - claims of a fund: who bears what, and why not.
 *
 * The fund finds its claims, their order and its balance; here one claim is decided after the
 * other. The fund pays the vendor's part alone. Private to eval/. */
#ifndef RUNG_EVAL_CLAIM_H
#define RUNG_EVAL_CLAIM_H

#include "eval/cap.h"
#include "eval/lots.h"

/* The claims of one fund. */
typedef struct claiming {
    evaluation *of;
    const fund *rule;
    arena *scratch;
    taken_rows rows;
    lots *lots; /* what accrued row by row; NULL: all is there from the start */
    size_t amount_at, order_at, day_at, approvals_at, shares_at; /* among the rows' values */
    running_cap *caps;                                           /* by cap of the fund */
    number *amounts;         /* by line: what is claimed, rounded */
    const uint8_t *due;      /* by partner */
    const number *available; /* by partner: the most that there can be */
    number *paid;            /* by partner, so far */
    number *weights;         /* by payer; room for one partner's shares */
} claiming;

/* Takes the claims of partners without errors and computes what deciding them needs: amounts,
 * limits, shares. What is missing there is an error of the partner: its state becomes
 * CELL_WRONG, its claims are dropped. Deciding then finds no further errors. False only when
 * memory ran out. */
bool claims_take(claiming *c, uint8_t *states);

/* Decides claim i, taking what it is paid from caps and balance; claims must come in their
 * order. out->shares has room for every payer. False only when memory ran out. */
bool claim_decide(claiming *c, uint32_t i, claim_result *out);

/* --- claim_shares.c --------------------------------------------------------------------------
 */

/* Shares must be parts that add up to 100%, for each partner with claims, or, where they vary,
 * for each claim that nothing rejects yet; else that is an error of the partner. False only
 * when memory ran out. */
bool claims_check_shares(claiming *c, uint8_t *states);
/* What each payer bears of claim i, by payer. False only when memory ran out. */
bool claim_share_out(claiming *c, uint32_t i, number *shares);

#endif
