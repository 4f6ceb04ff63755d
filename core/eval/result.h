/* result.h - what an evaluation found, for every partner and in total.
 *
 * Made by evaluate(); then immutable. Partners are numbered as in the facts (byte order
 * of ids). States are cell_state: CELL_VALUE, CELL_NONE (no value), CELL_WRONG (the partner's
 * error). */
#ifndef RUNG_EVAL_RESULT_H
#define RUNG_EVAL_RESULT_H

#include "bind/plan.h"
#include "data/facts.h"

/* What keeps a level from being the one that a partner qualifies for. */
typedef enum hold {
    HOLD_NONE,
    HOLD_PROMOTES,
    HOLD_DEMOTES,
    HOLD_STEPS_UP,
    HOLD_STEPS_DOWN,
    HOLD_PROTECTED_UNTIL,
    HOLD_GRACE
} hold;

/* One value a partner (or a row of a block). */
typedef struct column {
    number *values;
    uint8_t *states; /* 0: not computed */
} column;

/* A value of one partner, ready to be shown. */
typedef struct value {
    cell_state state;
    value_type type;
    measure measure;
    number number; /* as node.h says */
    text text;     /* TYPE_TEXT; the level's name for TYPE_LEVEL */
} value;

typedef struct line {
    uint32_t row;    /* in the source's table; 0 when the incentive pays once a partner */
    int64_t payee;   /* text code, or -1: the partner */
    number computed; /* what `pays` says, exact */
    number paid;     /* what is paid, in minor units */
    int limited_by;  /* index in caps of the last that cut it, or -1 */
    int excluded_by; /* the incentive that excluded it, or whose line was larger; or -1 */
    uint64_t cut_by; /* bit by cap, of the first CUTS_KEPT: all that cut it; 0 where there is
                        one cap at most */
} line;

enum { CUTS_KEPT = 64 };

typedef struct incentive_result {
    uint8_t *states; /* by partner: CELL_VALUE or CELL_WRONG */
    uint8_t *due;    /* by partner: its requirements are met */
    number *paid;    /* by partner: the sum of its lines, 0 when not due; see carried */
    number *opening; /* by partner; NULL, as carried, where the rule carries nothing over */
    number *carried; /* by partner: opening and lines where they are not paid, else 0 */
    size_t *first;   /* partner p's lines are first[p] .. first[p + 1] - 1, in paying order */
    line *lines;     /* what they would pay: see lines_are_paid */
} incentive_result;

/* Whether a partner's lines are paid; if not, they are carried. */
static inline bool lines_are_paid(const incentive_result *i, uint32_t partner) {
    return !i->carried || i->paid[partner] != 0;
}

typedef enum decision { CLAIM_APPROVED, CLAIM_PARTIAL, CLAIM_REJECTED } decision;

typedef struct claim_result {
    uint32_t row;
    decision decision;
    number amount;          /* what was claimed, as it is shared: rounded to the minor unit */
    number *shares;         /* by payer of the fund; all 0 when rejected */
    const char *limited_by; /* name of the cap that cut last, "balance", or NULL */
    const char **reasons;   /* why it was rejected; NULL-terminated */
} claim_result;

#define LOT_NEVER_ENDS (DATE_LAST + 1)

/* What one row accrued; see eval/lots.h. */
typedef struct fund_lot {
    uint32_t row;
    date begins;    /* DATE_FIRST where the row has no day */
    date ends;      /* its last usable day, or LOT_NEVER_ENDS */
    number accrued; /* negative: a return */
    number used, taken_back, expired;
    number waited; /* of a return: what it could not take back on its day */
} fund_lot;

typedef struct fund_result {
    uint8_t *states; /* by partner */
    uint8_t *due;
    number *opening, *accrued, *paid, *expired, *balance; /* by partner */
    size_t *
        first; /* claims of partner p: first[p] .. first[p + 1] - 1, in the order of deciding */
    claim_result *claims;
    size_t *lot_first; /* lots of partner p: lot_first[p] .. lot_first[p + 1] - 1, in the order
                          of their days; NULL where no rows accrue */
    fund_lot *lots;
} fund_result;

#define NOBODY UINT32_MAX

/* A row that was to be routed. */
typedef struct routed_lead {
    uint32_t row;
    uint32_t partner; /* who gets it, or NOBODY */
    bool wrong;       /* something that is asked of it is an error */
    number
        preferred; /* by whom it went: what is preferred of them, at 9 places; 0: nothing is */
    uint32_t eligible; /* how many could take it .. */
    uint32_t as_high;  /* .. of whom so many are preferred as much .. */
    uint32_t as_few;   /* .. and so many of those have as few */
    uint32_t before;   /* how many the partner had */
    uint32_t full;     /* how many could, but for the cap */
} routed_lead;

typedef struct routing_result {
    uint8_t *states;    /* by partner: CELL_VALUE or CELL_WRONG */
    routed_lead *leads; /* in the order in which they were routed */
    size_t count;
    size_t *first; /* leads of partner p: taken[first[p]] .. taken[first[p + 1] - 1] */
    uint32_t *taken;
} routing_result;

typedef struct partner_error {
    uint32_t partner;
    const char *rule; /* the declaration in which it arose; for cells the source */
    place at;
    uint32_t row; /* its place in its table, plus 1; 0: of no row, or of one without an id */
    const char *message;
} partner_error;

typedef struct fund_total {
    number accrued, paid, expired, balance;
} fund_total;

typedef struct routing_total {
    size_t routed, unrouted;
    const char **ids; /* of those that nobody could take, in their order */
} routing_total;

/* Partners with errors are left out of every figure and counted in `errors`. */
typedef struct totals {
    size_t partners; /* all, those with errors included */
    size_t errors;   /* partners that have any */
    size_t **levels; /* by ladder, level: how many stand there */
    size_t
        *none; /* by ladder: how many stand on none of its levels though it applies to them */
    size_t *held;   /* by holding */
    size_t *passed; /* by score: how many pass; 0 where it does not say what passes */
    number *incentives;
    number *carried; /* by incentive */
    fund_total *funds;
    routing_total *routings;
    number *unplaced; /* by pool: what could not be given to anybody */
    number payout;
} totals;

typedef struct evaluation evaluation; /* the workings, eval/evaluation.h */

/* A stretch of partners that was evaluated for itself. */
typedef struct result_part {
    uint32_t first;
    size_t count;
    struct result *out;
} result_part;

typedef struct result {
    const plan *plan;
    const facts *facts;
    evaluation *workings;     /* NULL when there are parts */
    const result_part *parts; /* in the order of partners; they hold the columns of nodes */
    size_t part_count;
    incentive_result *incentives; /* by incentive of the plan */
    fund_result *funds;
    routing_result *routings; /* by routing of the plan; only where there are no parts */
    column *qualified; /* by ladder: LEVEL column; none: below the first, or the ladder does not
                          apply */
    column *levels;    /* the same, the level that counts */
    uint8_t **held;    /* by ladder: a hold by partner; NULL where nothing holds levels; NULL
                          where no ladder does */
    uint8_t *wrong;    /* by partner: it has an error */
    number *payout;    /* by partner; meaningless where wrong */
    partner_error *errors; /* by partner, then rules in the order of the files, then place */
    size_t error_count;
    totals totals;
} result;

/* The value of a node that reports show: a metric, a holding, a benefit, a ladder's current; of
 * others none when their columns were not kept. */
value result_value(const result *r, const node *n, uint32_t partner);
/* The value of any partner-shaped or constant node (explanations): computed now when it was not
 * kept; what asks of a row further out has none. Not safe from two threads on one result. */
value result_any_value(const result *r, const node *n, uint32_t partner);
/* The value of any node for a row of its source (explanations). Not safe from two threads on
 * one result. */
value result_row_value(const result *r, const node *n, uint32_t partner, uint32_t row);
/* How an amount came to be in the program's currency. */
typedef struct conversion {
    value amount, currency; /* as they stand in the row */
    bool converted; /* at the rate; else it is in the program's currency, or there is none */
    bool inverse;   /* divided by the rate */
    number rate;
    bool dated; /* the rate is of the day `since` */
    date since;
} conversion;

/* Of a NODE_CONVERTED; as result_row_value. */
conversion result_conversion(const result *r, const node *n, uint32_t partner, uint32_t row);
/* A group that an x:per(..) made of the partner's rows. */
typedef struct group_value {
    value key; /* of a period its first day */
    value value;
    size_t rows;
    bool folded; /* it meets the condition; has a value, too, unless groups are counted */
} group_value;
/* The groups of a NODE_GROUPS that asks of no row at hand, in the order of their keys;
 * *without_key rows are in none. NULL when memory ran out, or an error keeps them from being
 * known. */
group_value *result_groups(const result *r, const node *n, uint32_t partner, arena *memory,
                           size_t *count, size_t *without_key);
/* The value of a node that a routing asks of a partner with a row at hand (explanations). Not
 * safe from two threads on one result. */
value result_routed_value(const result *r, const node *n, uint32_t partner, int source,
                          uint32_t row);
/* The text behind a code of this evaluation; of parts, one that all of them know. */
text result_text(const result *r, int64_t code);
/* Whom a line of the partner pays: one that names a payee. */
text result_payee(const result *r, uint32_t partner, const line *l);
/* The ladder's field: "grace", "steps_up"; NULL for HOLD_NONE. */
const char *hold_word(hold why);
/* The field of a ladder that keeps a partner's level from being what it qualifies for: "grace",
 * "steps_up"; NULL when none does. */
const char *result_held(const result *r, size_t ladder, uint32_t partner);
/* Whether a ladder that guarantees promotions raises a partner; *until (which may have no
 * value) is the day through which it is kept there. */
bool result_guarantee(const result *r, size_t ladder, uint32_t partner, value *until);
/* Whether a ladder applies to a partner. */
bool result_applies(const result *r, const ladder *l, uint32_t partner);

/* One benefit that a partner has, of all its levels and certifications. */
typedef struct benefit_value {
    const char *name;
    value value;
} benefit_value;
/* In byte order of the names; lives in `memory`. NULL and count 0 when there are none. */
benefit_value *result_benefits(const result *r, uint32_t partner, arena *memory, size_t *count);

#endif
