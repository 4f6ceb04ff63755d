/* binder.h - what the files of bind/ share while one plan is being bound.
 *
 * Functions that return a node return NULL when the term is wrong (the problem is in the
 * list) or memory ran out; callers pass NULL up and go on with the next field, so that
 * all problems are found at once. Private to bind/. */
#ifndef RUNG_BIND_BINDER_H
#define RUNG_BIND_BINDER_H

#include "bind/plan.h"

#include <stdint.h>

/* Where an expression stands: which rows it may use, and as of when it is meant. */
typedef struct scope scope;
struct scope {
    int source;         /* the rows that are looked at; -1: one value a partner */
    const scope *outer; /* around an aggregate in a row's formula: the row at hand; or NULL */
    date as_of;
    const declared *rule;
    const term *ago;   /* the ago(..) around it, or NULL */
    const node *order; /* the order in which a rule takes these rows; NULL: by id alone */
    bool
        in_setting; /* what it holds is converted as of the day, whichever row it is used for */
    bool strict;    /* conditions of requirements; see node.h */
    bool folded;    /* the rows are those of an aggregate, not of a rule that goes over rows */
};

enum {
    NO_SOURCE = -1,
    PARTNER_SOURCE = 0,
    MOST_HANDS = 64 /* sources from here on cannot be at hand: node.hands has a bit for each */
};

typedef struct term_node {
    const term *term;
    date as_of;
    const node *node;
} term_node;

typedef struct term_nodes {
    term_node *slots;
    size_t slot_count; /* a power of two, or 0 */
    size_t count;
} term_nodes;

typedef struct binder {
    arena *memory;
    plan *plan;
    const declarations *rules;
    const catalog *known; /* NULL: names are not checked against a database */
    problem_list *problems;
    uint32_t *node_slots; /* interned nodes: id + 1 */
    size_t node_slot_count;
    size_t node_capacity;
    const declared **open; /* declarations being bound, outermost first: cycles end here */
    size_t open_count, open_capacity;
    size_t pool_capacity;
    bool *metric_wrong, *setting_wrong; /* could not be bound: said once, not tried again */
    bool *setting_ranged;               /* was held against its range */
    bool *score_wrong;
    struct own_cell *own_cells; /* by column of partner: see override.c */
    struct exchange *fx;        /* NULL: not declared, or wrong */
    int *setting_rows;          /* 0 not known yet, 1 being looked at, else source + 3 */
} binder;

/* --- node.c: making nodes ----------------------------------------------------------------- */

/* A node to be filled in: no items, no source, no particulars. */
node node_draft(const scope *s, place at, node_kind kind, value_type type);
/* The draft over these items: its shape is theirs, constants are folded. */
const node *node_make(binder *b, const scope *s, node draft, const node **items, size_t count);
/* The one node equal to `wanted` (its id, shape and rule's place aside); items are copied. */
const node *node_intern(binder *b, node wanted);
const node *node_number(binder *b, const scope *s, place at, number value, measure m);
const node *node_plain(binder *b, const scope *s, place at, value_type type,
                       int64_t value); /* DATE, BOOLEAN */
const node *node_text(binder *b, const scope *s, place at, const char *text);
const node *node_nothing(binder *b, const scope *s, place at,
                         const node *like); /* no value, of like's type */
const node *node_column(binder *b, const scope *s, place at, int source, int column);
/* A cell of the reference's row that has the id. */
const node *node_lookup(binder *b, const scope *s, place at, const node *id, int source,
                        int column);
/* A value of the row at hand, for rows of another source. */
const node *node_at_hand(binder *b, const scope *s, const node *column);
/* A node of `kind` over items; type and measure as given. */
const node *node_over(binder *b, const scope *s, place at, node_kind kind, value_type type,
                      measure m, const node **items, size_t count);
const node *node_compare(binder *b, const scope *s, place at, const node *x, comparison how,
                         const node *y);
/* ALL, ANY or NONE of conditions. */
const node *node_group(binder *b, const scope *s, place at, node_kind kind, const node **items,
                       size_t count);
/* The same value under another measure (`unit = ..`). */
const node *node_as(binder *b, const node *n, measure m);
/* Remembers which node a term became; returns the node. */
const node *node_remember(binder *b, const scope *s, const term *t, const node *n);

/* --- measure.c: units --------------------------------------------------------------------- */

/* "money", "a text", "a date", "true or false", "a level of 'tier'". */
const char *describe(const binder *b, const node *n);
bool measure_product(binder *b, place at, place also, const node *x, const node *y,
                     measure *out);
measure measure_quotient(const node *x, const node *y);
/* One measure for both, or a problem with both places. `doing` is "+", "min" .. */
bool measure_common(binder *b, place at, place also, const char *doing, const node *x,
                    const node *y, measure *out);
/* One type and measure for branches: x at `also` and y at `at`. */
bool branches_agree(binder *b, place at, place also, const node *x, const node *y,
                    measure *out);
/* Refuses a bare number above 1 where a part is meant; n is what the term stands for. */
bool refuse_bare_part(binder *b, const node *n, const term *t, const char *where);
bool measure_from_word(measure *out, const char *word);
/* Refuses what already has a unit: usd(x), percent(x), days(x) want plain numbers or counts. */
bool refuse_unit(binder *b, const node *n, place at, const char *word);

/* --- expression.c: terms to nodes --------------------------------------------------------- */

const node *bind_value(binder *b, const scope *s, const term *t);
/* A value of this type: text becomes a date where one is expected; anything else is a problem.
 */
const node *bind_typed(binder *b, const scope *s, const term *t, value_type type);
/* n, which is what t became, as a value of this type: the same, or the date that a text says,
 * or a problem. */
const node *node_typed(binder *b, const scope *s, const term *t, const node *n,
                       value_type type);
const node *bind_number(binder *b, const scope *s, const term *t);
/* A value to be compared with x: a date, the name of a level, or a value of x's type. */
const node *bind_against(binder *b, const scope *s, const node *x, const term *t);
/* A whole number that is the same for everybody, within least..most. */
bool bind_whole(binder *b, const scope *s, const term *t, int64_t least, int64_t most,
                int64_t *out);
/* One of the words that a text argument may be ("days", "months"). */
bool bind_unit(binder *b, const term *t, date_unit *out);

/* Whether a call has as many arguments as its word takes; if not, that was reported where it
 * was read. */
bool arguments_fit(const term *t);

typedef const node *bind_word(binder *b, const scope *s, const term *t);

/* --- arithmetic.c ------------------------------------------------------------------------ */
bind_word bind_operation, bind_min, bind_max, bind_abs, bind_round, bind_round_down,
    bind_round_up, bind_or_else, bind_fraction, bind_decimal, bind_percent, bind_amount,
    bind_currency_word;

/* --- calendar.c -------------------------------------------------------------------------- */
bind_word bind_date, bind_start_of, bind_end_of, bind_days_between, bind_months_between,
    bind_duration;
bool is_span(const term *t);
/* date + days(60), date + a number of days */
const node *bind_date_sum(binder *b, const scope *s, const term *t, const node *date,
                          const term *span, bool negative);

/* --- varying.c: by, dated, when and bands ------------------------------------------------- */
bind_word bind_by, bind_dated, bind_when, bind_marginal, bind_retroactive, bind_band,
    bind_interpolated;

/* --- aggregate.c ------------------------------------------------------------------------- */
bind_word bind_aggregate, bind_ago;
bool aggregate_from_word(aggregate_kind *out, const char *word);
/* What an aggregate's call says, before its shape is known: items x, filter, order. */
bool draft_aggregate(binder *b, const scope *s, const term *t, node *out);
/* Inside ago(..) rows must have a date on which they happened. */
bool check_ago(binder *b, const scope *s, const term *t, int source);
/* Whether values of x can be folded so; t says by which word, x being its first entry. */
bool check_foldable(binder *b, const term *t, const node *x, aggregate_kind kind);
/* Inside an aggregate: its rows, with those of s around them. */
scope scope_of_rows(const scope *s, int source);
/* One value a partner, or, where items ask of the row at hand, one for each of those rows. */
void shape_over_rows(const scope *s, node *n);
/* Rows of a source that exist by as_of and meet the filter (may be NULL); NULL with *ok true:
 * all rows. */
const node *bind_rows(binder *b, const scope *s, int source, const term *filter, place at,
                      bool *ok);

/* --- per.c, among.c ---------------------------------------------------------------------- */
bind_word bind_fold_of_groups, bind_per, bind_within, bind_so_far, bind_position;
/* The aggregate that a word such as `per` follows; NULL when it is none. */
const term *aggregate_before(binder *b, const term *t);
/* A value that tells the rows of the scope apart; `word` asks for it. */
bool bind_row_key(binder *b, const scope *rows, const term *t, const char *word,
                  const node **out);

/* --- across.c ---------------------------------------------------------------------------- */
bind_word bind_total, bind_rank, bind_percentile, bind_rollup, bind_allocate;
/* Around what is asked of every partner: no rows are at hand. */
scope scope_of_partners(const scope *s);
/* What `within` says: refused where it is the same for all. */
const node *bind_compared(binder *b, const scope *s, const term *within);
/* A node that looks at all partners. */
const node *node_across(binder *b, const node *draft, const node **items, size_t count);
/* Whether the table of options of the call t has no other keys than these. */
bool options_known(binder *b, const term *t, const term *options, const char *const *known);
/* The amounts that rules divide, in the order of the declarations. */
void order_pools(binder *b);
/* 1 is the best: a plain number cannot mean at least. */
bool is_rank(const node *n);

/* --- condition.c ------------------------------------------------------------------------- */
/* x:at_least(..), a boolean column, certification.x, exists(..), all_of {..} and so on. */
const node *bind_condition(binder *b, const scope *s, const term *t);
/* The test that `value` (a word such as at_least(5), one_of {..}, or a plain value) makes of x.
 * `plain` says what a plain number or date asks. */
const node *bind_test(binder *b, const scope *s, const node *x, const term *value,
                      comparison plain);
/* The k of n_of(k, {..}): 1 to as many as there are. */
bool bind_how_many(binder *b, const scope *s, const term *t, int64_t *k);
/* A table of conditions on the columns of a source, all of which must hold. */
const node *bind_filter(binder *b, const scope *s, int columns_of, const term *table);
bool is_test_word(const char *word);
bool group_from_word(node_kind *out, const char *word); /* all_of and its kin */
bool comparison_from_word(comparison *out, const char *word);

/* --- window.c ---------------------------------------------------------------------------- */
bool is_window_word(const char *word);
/* The first and last day of trailing(..), this(..), last(..), since(..), before(..). */
bool bind_window(binder *b, const scope *s, const term *t, date *from, date *to);

/* --- reference.c ------------------------------------------------------------------------- */
const node *bind_reference(binder *b, const scope *s, const term *t);
/* deal.product.family: the cell that `id`, the term's column of that source, leads to. */
const node *bind_through(binder *b, const scope *s, const term *t, const node *id, int source,
                         int column);
/* Whether all its names are known, where there is no row at hand; *last is the column that it
 * ends at. */
bool check_through(binder *b, const term *t, int source, int column,
                   const column_request **last);
/* What a requirement's key names: metric, ladder, holding or column of partner. */
const node *bind_key(binder *b, const scope *s, const char *key, place at);
const node *bind_metric(binder *b, const scope *s, int index);
/* Opens a declaration that is bound where it is first needed; false when it is being bound (a
 * circle, which was reported) or the chain is too long. leave_declaration closes it. */
bool enter_declaration(binder *b, const declared *d);
void leave_declaration(binder *b);
int find_score(const binder *b, const char *name);              /* -1 */
int find_source(const binder *b, const char *name);             /* -1 */
int find_column(const binder *b, int source, const char *name); /* -1 */
int find_setting(const binder *b, const char *name);            /* -1 */

/* --- rows_used.c ------------------------------------------------------------------------- */
/* The source of whose rows a term is: the first that it mentions outside of aggregates over it;
 * -1 when there is none. */
int source_used(const binder *b, const term *t);
/* The same for what an aggregate folds: rather one that is not at hand around it. */
int source_folded(const binder *b, const scope *s, const term *x);

/* --- function.c -------------------------------------------------------------------------- */
/* A function: what it returns is said by `unit` beside it, or by its text. */
bind_word bind_function, bind_function_condition;
/* unit = "text", "date" or "boolean". */
bool type_from_word(value_type *out, const char *word);
/* Whether there is one in the term: it may be meant for a row, and only its use tells. */
bool holds_function(const term *t);

/* --- setting_range.c --------------------------------------------------------------------- */
/* Reports where the setting's value, which n is, lies outside of its range, and where range or
 * step are not in its unit. */
void check_setting_range(binder *b, const scope *s, const setting *used, const node *n);

/* --- requirement.c ----------------------------------------------------------------------- */
bool bind_requirements(binder *b, const scope *s, const term *table, requirement *out);
/* Whether conditions stand together in it: a table, any_of {..} and its kin. */
bool requirement_group(const term *t, requirement_kind *kind);

/* --- score.c ----------------------------------------------------------------------------- */
/* The total of a score, which is bound when it is first needed. */
const node *bind_score(binder *b, const scope *s, int index);

/* --- exchange.c: amounts in other currencies ---------------------------------------------- */

/* Reads fx {..}, once sources are known. */
void bind_exchange(binder *b);
/* Looks at rates that nobody uses, so that their mistakes are not found later. */
void check_exchange(binder *b);
/* A cell; money of a source with a currency column in the program's currency. */
const node *bind_cell(binder *b, const scope *s, place at, int source, int column);
/* The same of the row of a reference that has the id. */
const node *bind_cell_of(binder *b, const scope *s, place at, const node *id, int source,
                         int column);
/* x in a currency that is not the program's. */
const node *bind_foreign(binder *b, const scope *s, const term *t, const node *x,
                         const char *code);

/* --- the rules: ladder.c, timing.c, incentive.c, fund.c, guard.c, needs.c ----------------- */
bool bind_ladder(binder *b, const term *t, ladder *out);
/* When partners move on a ladder; *out NULL when it does not say. */
bool bind_timing(binder *b, const scope *s, const term *t, const ladder_timing **out);
bool bind_holding(binder *b, const term *t, holding *out);
bool bind_incentive(binder *b, const term *t, incentive *out);
/* Whether rules of one best_of group go over the same rows. */
bool check_competitors(binder *b);
bool bind_fund(binder *b, const term *t, fund *out);
/* The `shares` and the `remainder` of a fund whose claims are bound. */
bool bind_shares(binder *b, const scope *s, const term *t, fund *out);
bool bind_routing(binder *b, const term *t, routing *out);
bool bind_guard(binder *b, const term *t, guard *out);
/* total, demotions, promotions, largest_loss, payout: words that only guards know. */
bool is_guard_word(const char *word);
bool bind_benefits(binder *b, const scope *s, const term *table, benefit **out, size_t *count);
/* Those of one name are of one kind and unit, whoever gives them. Called when all are bound. */
void check_benefits(binder *b);
/* Whether the rows of a source can be told apart; `field` asks for it. */
bool check_row_ids(binder *b, const term *field, int source);
/* The parts of `each` that incentives and funds share. */
bool bind_each(binder *b, const term *field, bool of_fund, int *source);
bool bind_due(binder *b, const scope *s, const term *table, requirement *requires,
              const node **due);
bool bind_caps(binder *b, const scope *row, const scope *partner, const term *table,
               bool of_fund, cap **out, size_t *count);
bool bind_rounding(binder *b, const term *t, number_rounding *out);
declared declared_of(const term *t);
const char *field_text(const term *declaration,
                       const char *field); /* NULL when absent or no text */

/* override.c: the metric or score with what a scenario says of single partners; the same of a
 * number of the partner's own row; and whether it names what exists. */
const node *bind_overridden(binder *b, const scope *s, const char *name, const node *value);
const node *bind_own_cell(binder *b, const scope *s, int column, const node *cell);
void check_overrides(binder *b);

/* use.c: fills the uses of every source, once everything is bound. */
void find_uses(binder *b);

/* Circles, and levels that mention money: each a problem. */
void check_needs(binder *b);

#endif
