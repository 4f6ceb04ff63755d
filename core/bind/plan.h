/* plan.h - a bound program: what to read, what to compute, in which order it was declared.
 *
 * Bound for one database catalog and one as_of. Immutable. Everything here borrows from the
 * declarations it was bound from and lives in the arena given to bind_plan. */
#ifndef RUNG_BIND_PLAN_H
#define RUNG_BIND_PLAN_H

#include "bind/node.h"
#include "bind/overrides.h"
#include "data/catalog.h"
#include "data/request.h"
#include "lang/term.h"

/* What every declaration has. */
struct declared {
    const term *term;
    const char *noun; /* "metric", "ladder", ... */
    const char *name;
    const char *title; /* NULL when there is none */
    const char *why;   /* NULL when there is none */
    place at;
};

typedef struct metric {
    declared is;
    const node *value;
} metric;

typedef struct setting {
    declared is;
    const term *value;
    const term *range; /* or NULL */
} setting;

typedef enum requirement_kind {
    REQUIRE_LINE, /* one thing that must be met */
    REQUIRE_ALL,  /* groups */
    REQUIRE_ANY,
    REQUIRE_NONE,
    REQUIRE_N_OF
} requirement_kind;

/* What must be met: a line of an explanation, or a group of them. */
typedef struct requirement requirement;
struct requirement {
    requirement_kind kind;
    const char
        *key; /* LINE: what it asks of ("bookings"), NULL for a condition without a key */
    const term *term; /* LINE: what is needed, as written */
    place at;
    const node *met;       /* BOOLEAN; a partner value or a constant */
    const node *actual;    /* LINE: what the partner has; `met` where that is the question */
    const node *needed;    /* LINE that compares with one value: that value; else NULL */
    comparison comparison; /* with needed */
    int n;                 /* N_OF: how many */
    requirement *items;    /* groups */
    size_t count;
};

typedef struct benefit {
    const char *name;
    const node *value;
    place at;
} benefit;

typedef struct level {
    declared is;
    requirement requires; /* REQUIRE_ALL; count 0: nothing is asked */
    const node *met;      /* with those of the levels below where the ladder is cumulative */
    benefit *gives;
    size_t gives_count;
} level;

/* The days on which partners may rise, or fall. */
typedef struct move_days {
    bool today; /* as_of is one of them */
    date next;  /* the first after as_of; 0: there is none, or every day is one */
} move_days;

/* How far, and when, a partner moves from where it stands. */
typedef struct ladder_timing {
    move_days promotes, demotes;
    const node *steps_up, *steps_down; /* levels at once; NULL: any number */
    const node *protected_until;       /* DATE: not lowered through that day; or NULL */
    const node *at_risk_since;         /* DATE; or NULL: no grace */
    const node *grace_until;           /* its last day; NULL without at_risk_since */
    const node *guarantees;            /* DATE: through which a promotion is kept; or NULL */
} ladder_timing;

typedef struct ladder {
    declared is;
    level *levels; /* ascending */
    size_t level_count;
    const node *current; /* TEXT or NULL */
    const node *applies; /* BOOLEAN or NULL: everybody */
    bool cumulative;
    const ladder_timing *timing; /* NULL: partners stand where they qualify */
} ladder;

/* A certification or an obligation. */
typedef struct holding {
    declared is;
    bool obligation;
    requirement requires;
    const node *met;
    benefit *gives;
    size_t gives_count;
} holding;

/* What is looked at, and the points it earns. */
typedef struct score_part {
    const term *term;
    const char *title; /* NULL when there is none */
    const char *why;   /* NULL when there is none */
    place at;
    const node *of;     /* a number; a partner value or a constant */
    const node *full;   /* earns `most`; NULL: `points` are bands */
    const node *most;   /* NULL with bands */
    const node *points; /* no value where `of` has none */
    const node *earned; /* 0 where `points` has no value */
} score_part;

typedef struct score {
    declared is;
    score_part *parts;
    size_t part_count;
    const node *total;      /* MEASURE_POINTS */
    const node *pass;       /* or NULL */
    const node *each_above; /* or NULL */
    const node *passed;     /* BOOLEAN; NULL when neither says what passes */
} score;

typedef enum cap_kind { CAP_ROW, CAP_COLUMN, CAP_PAYEE, CAP_PARTNER, CAP_TOTAL } cap_kind;

typedef struct cap {
    cap_kind kind;
    const char *name;   /* "row" ("claim" in a fund), the column, "payee", "partner", "total" */
    const node *limit;  /* ROW, CLAIM: may vary by row; COLUMN: by the column's value; PAYEE,
                           PARTNER: a partner value; TOTAL: the same for all partners */
    const node *column; /* COLUMN: the value that has a running sum of its own */
    place at;
} cap;

typedef struct incentive {
    declared is;
    bool spiff;
    int each;          /* index of the source, or -1: once a partner */
    const node *where; /* rows that count (BOOLEAN, row), existence by as_of included; NULL:
                          all, or no rows */
    requirement requires;
    const node *due; /* BOOLEAN, partner; NULL: always */
    const node
        *pays; /* row value (or the same for all rows) when each >= 0, else partner value */
    const node *payee; /* TEXT (or number), NULL: the partner */
    const node *order; /* row value, NULL: by row id alone */
    cap *caps;         /* in the order in which they are applied */
    size_t cap_count;
    number_rounding rounding;
    bool rounds_partner; /* rounds = "partner" */
    bool prorate;        /* when_exhausted = "prorate" */
    const node *opening; /* a partner value; NULL: 0 */
    const node *minimum; /* a partner value; NULL: whatever is above 0 is paid */
    int *not_with;       /* incentives that exclude this one, as written */
    size_t not_with_count;
    const char *best_of; /* the group of which only the largest line pays; or NULL */
} incentive;

/* Whether an incentive carries over what it does not pay out. */
static inline bool incentive_carries(const incentive *i) {
    return i->opening || i->minimum;
}

/* Whether two incentives are of one best_of group (each is of its own). */
bool incentives_compete(const incentive *a, const incentive *b);

typedef struct payer {
    const char *name;
    const node *share; /* a partner value; see shares_vary */
} payer;

/* One reason for which a claim is rejected when it does not hold. */
typedef struct approval {
    const node *holds; /* BOOLEAN, row */
    const char *says;  /* what is wanted, as people read it: "proof is true" */
    place at;
} approval;

typedef struct fund {
    declared is;
    const node *accrues;    /* partner value; row value where each row accrues */
    const node *opening;    /* or NULL: 0 */
    int each;               /* index of the source whose rows accrue, or -1: once a partner */
    const node *accruing;   /* each: rows that count; NULL: all */
    const node *accrued_on; /* DATE of the row; none: from the start; NULL: no rows accrue */
    const node *expires;    /* each: DATE of the row, its last day; NULL, or none: never */
    int claims;             /* index of the source, or -1 */
    const node *claimed_on; /* each: DATE of the claim; NULL, or none: as_of */
    const node *where;      /* as in an incentive */
    const node *amount;     /* row value; NULL only without claims */
    const node *order;      /* row value; NULL: by row id alone */
    requirement requires;
    const node *due; /* or NULL */
    approval *approves;
    size_t approval_count;
    payer *payers; /* in byte order of their names */
    size_t payer_count;
    bool shares_vary;    /* they are row values: none for claims that are rejected anyway */
    int vendor, partner; /* their index in payers; -1: there are no claims */
    int remainder;       /* who takes cents left over, or -1: by the largest remainders */
    cap *caps; /* ROW (cap.claim), COLUMN, PARTNER, TOTAL in this order; the balance comes last
                */
    size_t cap_count;
    bool partial;
    number_rounding rounding;
} fund;

/* An amount that a rule divides among partners. */
typedef struct pool {
    const declared *rule; /* in which it is written */
    const node *divided;  /* NODE_ALLOCATE: the parts */
} pool;

/* Rows that go to one partner each. */
typedef struct routing {
    declared is;
    int each;          /* index of the source */
    const node *where; /* row: existence by as_of included; NULL: all */
    const node *order; /* row; NULL: by row id alone */
    requirement to;
    const node *met;     /* BOOLEAN; of a partner, the row being at hand */
    const node *prefers; /* the same; NULL: nobody is */
    const node *cap;     /* a partner value: how many rows; NULL: any */
    place cap_at;
} routing;

/* What a change does, as guards ask of it. */
typedef enum guard_subject {
    GUARD_PAYOUT,       /* what everybody is paid together */
    GUARD_INCENTIVE,    /* what an incentive pays everybody */
    GUARD_FUND_PAID,    /* what a fund pays everybody */
    GUARD_FUND_ACCRUED, /* what everybody accrues in a fund */
    GUARD_DEMOTIONS,    /* how many move down a ladder */
    GUARD_PROMOTIONS,
    GUARD_LARGEST_LOSS /* by how much the payout of any partner falls at most */
} guard_subject;

/* A comparison (REQUIRE_LINE), or a group of conditions. */
typedef struct guard_condition guard_condition;
struct guard_condition {
    requirement_kind kind;
    guard_subject subject;
    int index; /* of the incentive, fund or ladder */
    measure measure;
    comparison comparison;
    const node *limit; /* a constant with a value */
    const char *says;  /* as people read it */
    place at;
    int n;                  /* N_OF: how many */
    guard_condition *items; /* groups */
    size_t count;
};

/* What a change must keep: all of its conditions. Only comparisons look at them. */
typedef struct guard {
    declared is;
    guard_condition *conditions;
    size_t count;
} guard;

/* The order of declarations, for output: which noun and which index in its array. */
typedef enum noun {
    NOUN_METRIC,
    NOUN_LADDER,
    NOUN_HOLDING,
    NOUN_INCENTIVE,
    NOUN_FUND,
    NOUN_SETTING
} noun;

typedef struct plan {
    const declarations *rules;
    declared program;
    const char *name, *version; /* version may be NULL */
    const char *currency;       /* "USD" */
    int currency_places;
    year_start starts;
    number_rounding rounding;
    date as_of;
    const metric_overrides *overrides; /* of a scenario; NULL: none */
    request request;                   /* columns that rules read are `wanted` */
    const char **titles;               /* of sources, NULL where none */
    metric *metrics;
    size_t metric_count;
    setting *settings;
    size_t setting_count;
    ladder *ladders;
    size_t ladder_count;
    holding *holdings;
    size_t holding_count;
    score *scores;
    size_t score_count;
    incentive *incentives;
    size_t incentive_count;
    fund *funds;
    size_t fund_count;
    routing *routings;
    size_t routing_count;
    guard *guards;
    size_t guard_count;
    pool *pools; /* in the order of the files */
    size_t pool_count;
    const node **nodes; /* by id; items come before what uses them */
    size_t node_count;
    bool across;    /* some node looks at all partners: they cannot be evaluated apart */
    uint64_t looks; /* rows that an aggregate may look at for each row of a partner; 0: any */
    struct term_nodes *term_nodes; /* which node a term became; see plan_node_of */
} plan;

/* The node that a term became in this plan, bound as of `as_of` (inside ago() an earlier day);
 * NULL when the term is no value (a filter's table, a window). */
const node *plan_node_of(const plan *p, const term *t, date as_of);
/* How many benefits levels and holdings give: at most so many a partner has. */
size_t plan_benefit_count(const plan *p);

/* What a cell of a row is called: its column's name; product.family where a column leads to it.
 * NULL when memory ran out. */
const char *path_of_cell(arena *memory, const plan *p, const node *cell);

#endif
