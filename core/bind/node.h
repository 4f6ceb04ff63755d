/* node.h - an expression whose names, units and place are known: what evaluators work on.
 *
 * Equal expressions are one node. A node has a shape: the same for everybody (constant),
 * one value a partner, or one value a row of one source. Its values are numbers: NUMBER
 * scaled as base/number.h says; TEXT a code of the evaluation, DATE days, BOOLEAN 0 or 1,
 * LEVEL the level's index on its ladder, all four as plain integers. */
#ifndef RUNG_BIND_NODE_H
#define RUNG_BIND_NODE_H

#include "base/date.h"
#include "base/number.h"
#include "base/problem.h"

#include <stdint.h>

typedef enum value_type {
    TYPE_NUMBER,
    TYPE_TEXT,
    TYPE_DATE,
    TYPE_BOOLEAN,
    TYPE_LEVEL
} value_type;

/* What a TYPE_NUMBER counts. MEASURE_NUMBER is a plain number: it may stand beside any other.
 */
typedef enum measure {
    MEASURE_NUMBER,
    MEASURE_MONEY,
    MEASURE_PERCENT,
    MEASURE_COUNT,
    MEASURE_POINTS,
    MEASURE_DAYS
} measure;

/* "money", "percent", ... */
const char *measure_word(measure m);

typedef enum comparison {
    COMPARE_IS,
    COMPARE_IS_NOT, /* met when there is no value */
    COMPARE_AT_LEAST,
    COMPARE_ABOVE,
    COMPARE_AT_MOST,
    COMPARE_BELOW
} comparison;

typedef enum aggregate_kind {
    AGGREGATE_SUM,
    AGGREGATE_COUNT,
    AGGREGATE_COUNT_DISTINCT,
    AGGREGATE_AVERAGE,
    AGGREGATE_MEDIAN,
    AGGREGATE_LOWEST,
    AGGREGATE_HIGHEST,
    AGGREGATE_LATEST,
    AGGREGATE_EXISTS
} aggregate_kind;

typedef enum round_direction { ROUND_NEAREST, ROUND_TOWARDS_ZERO, ROUND_AWAY } round_direction;

typedef enum fund_part {
    FUND_ACCRUED,
    FUND_PAID,
    FUND_BALANCE,
    FUND_OPENING,
    FUND_EXPIRED
} fund_part;

typedef enum node_kind {
    /* What each takes from `items` stands behind it. */
    NODE_CONSTANT,  /* - ; constant, or text, or nothing when !has_value */
    NODE_COLUMN,    /* - ; source, column */
    NODE_LOOKUP,    /* x, the id of a row of a reference ; rows_of, column: that row's cell.
                       constant: the day after which rows with happened_on do not exist */
    NODE_CONVERTED, /* x, its currency, the day, the program's currency, and where fx is fixed:
                       code1, rate1, .. ; rows_of: the source of rates; negative: inverse rates;
                       minor_units; constant: the day after which rates with happened_on do not
                       exist; of a column: column */
    NODE_ADD,       /* a, b */
    NODE_SUBTRACT,  /* a, b */
    NODE_MULTIPLY,  /* a, b */
    NODE_DIVIDE,    /* a, b: no value when b is 0 */
    NODE_MULTIPLY_DIVIDE, /* x, a, b: x a / b rounded once; no value when b is 0 */
    NODE_NEGATE,          /* a */
    NODE_MIN,             /* a, b, .. */
    NODE_MAX,             /* a, b, .. */
    NODE_ABS,             /* a */
    NODE_ROUND,           /* x, places (a whole number) ; direction */
    NODE_OR_ELSE,         /* x, y */
    NODE_WHEN,            /* condition, x, y */
    NODE_BY,              /* x, key1, value1, key2, value2, .. [default] ; keys are constants;
                           * has_default. No value of x takes the key `none` of a ladder, else the default */
    NODE_DATED, /* date x, from1, value1, from2, value2, .. ascending; none before the first */
    NODE_MARGINAL,       /* x, from1, rate1, from2, rate2, .. */
    NODE_RETROACTIVE,    /* the same */
    NODE_BAND,           /* x, from1, value1, .. */
    NODE_INTERPOLATED,   /* x, from1, value1, .. */
    NODE_DATE_ADD,       /* date, n (whole) ; period, negative */
    NODE_PERIOD_START,   /* date ; period */
    NODE_PERIOD_END,     /* date ; period */
    NODE_DAYS_BETWEEN,   /* from, to */
    NODE_MONTHS_BETWEEN, /* from, to */
    NODE_AGGREGATE,  /* x or NULL, filter (BOOLEAN) or NULL, order or NULL ; aggregate, rows_of
                      */
    NODE_COMPARE,    /* x, y ; comparison */
    NODE_LIKE,       /* x ; text is the pattern */
    NODE_PRESENT,    /* x */
    NODE_ABSENT,     /* x */
    NODE_NOT_AFTER,  /* x (a date) ; constant: true when x has no value or is at most the
                        constant */
    NODE_ALL,        /* conditions */
    NODE_ANY,        /* conditions */
    NODE_NONE,       /* conditions */
    NODE_N_OF,       /* k (a whole number), conditions */
    NODE_LEVEL,      /* - ; index of the ladder: LEVEL, none below the first */
    NODE_HELD,       /* - ; index of the holding: BOOLEAN */
    NODE_EARNED,     /* - ; index of the incentive: what the partner is paid */
    NODE_OVERRIDDEN, /* x, partner1, value1, ..: what a scenario says of single partners (ids
                        are texts) */
    NODE_FUND,       /* - ; index of the fund, part */
    NODE_AT_HAND, /* x: a value of the row at hand, where rows of another source are looked at
                   */
    NODE_GROUPS,  /* x, filter, order as NODE_AGGREGATE, key of the group, condition on a group
                     or NULL, the group's value, and for periods their first days and the day
                     after the last ; aggregate, rows_of; index is how the groups are folded
                     (aggregate_kind) */
    NODE_GROUP_VALUE, /* - : the value of the group that is looked at */
    NODE_WITHIN,      /* x, filter, order as NODE_AGGREGATE, key: over the partner's rows whose
                         key is this row's ; aggregate, rows_of */
    NODE_SO_FAR,   /* x, filter, order as NODE_AGGREGATE, sort key or NULL (the row's id alone):
                      over the partner's rows before this one ; aggregate, rows_of */
    NODE_POSITION, /* x, filter or NULL, NULL, group or NULL: this row's place among all
                      partners' rows, smallest x first ; rows_of */
    NODE_TOTAL,    /* x, optional group: its sum over all partners, or those of the group */
    NODE_RANK, /* x [, within]: 1 has the highest x; within: among those of the same value */
    NODE_PERCENTILE, /* x [, within]: 1 - (rank - 1) / how many have x */
    NODE_PARENT,     /* the id of the partner above: that partner's number, none at the top */
    NODE_ROLLUP,     /* x, NODE_PARENT: of a partner and everyone below it ; aggregate: SUM or
                        HIGHEST */
    NODE_ALLOCATE,   /* see ALLOCATE_AMOUNT: a partner's part of the amount */
    NODE_FUNCTION /* what it reads, in the order of its text, then columns of the rows it walks
                   * ; index is its handle, column the source whose row it is given or -1,
                   * constant its as_of, text the fingerprint of the files */
} node_kind;

/* Which item of an aggregate and its kin is what. */
enum {
    OVER_X,
    OVER_FILTER,
    OVER_ORDER,
    OVER_KEY,
    GROUPS_CONDITION,
    GROUPS_VALUE,
    GROUPS_PERIODS
};

/* The items of NODE_ALLOCATE. A bound that is a constant without a value: none was given. */
enum {
    ALLOCATE_AMOUNT,
    ALLOCATE_X,
    ALLOCATE_WHERE,
    ALLOCATE_WITHIN, /* whose value a group has in common */
    ALLOCATE_LEAST,
    ALLOCATE_MOST,
    ALLOCATE_ITEMS
};

typedef enum node_shape { SHAPE_CONSTANT, SHAPE_PARTNER, SHAPE_ROW } node_shape;

typedef struct declared declared;
typedef struct node node;

struct node {
    node_kind kind;
    node_shape shape;
    value_type type;
    measure measure; /* of TYPE_NUMBER */
    int id;          /* its index in plan->nodes */
    int source;      /* SHAPE_ROW, NODE_COLUMN: index of the source in the request; else -1 */
    int ladder;      /* TYPE_LEVEL: which ladder; else -1 */
    const node **items;
    size_t count;
    uint64_t hands; /* bit i: it depends on the row at hand of source i, a row outside of its
                       frame; bit 0: on the group that is looked at */
    bool across;    /* it, or something it is made of, looks at all partners */
    bool shared;    /* of constants and rows of references alone: the same for all partners */
    int depth;      /* 1 more than the deepest item's: evaluating goes down that far */
    place at;       /* where it is written: where its errors arise */
    const declared *rule; /* in which declaration */
    /* Particulars, by kind. */
    number constant;  /* NODE_CONSTANT except TEXT; NODE_NOT_AFTER */
    const char *text; /* NODE_CONSTANT of TEXT; NODE_LIKE */
    bool has_value;   /* NODE_CONSTANT */
    bool has_default; /* NODE_BY */
    bool strict;   /* conditions of requirements: every item is looked at, an error in one is an
                    * error   of the whole; else (filters) items are looked at in order while they
                    * matter */
    bool negative; /* NODE_DATE_ADD, NODE_CONVERTED */
    bool minor_units; /* NODE_CONVERTED: x counts cents, or what its currency has */
    int column;       /* NODE_COLUMN: index in the source's request */
    int index;        /* NODE_LEVEL, NODE_HELD, NODE_EARNED, NODE_FUND, NODE_GROUPS */
    int rows_of;      /* NODE_AGGREGATE and its kin: the source whose rows it folds */
    comparison comparison;
    aggregate_kind aggregate;
    round_direction direction;
    date_unit period;
    fund_part part;
};

/* Whether it is the same for all partners: made of constants, of totals over everybody and of
 * references alone. */
bool node_is_common(const node *n);
/* Whether rows with one value of the column have one value of n. */
bool node_varies_by(const node *n, const node *column);

#endif
