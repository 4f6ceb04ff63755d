/* per.c - an aggregate for each group of rows, and what is made of the groups. LANGUAGE
 * section 6.
 *
 * `sum(x):per(..):lowest()` is one node: the aggregate, the key that tells groups apart, the
 * condition that a group must meet, and how the groups are folded. Periods are days, worked out
 * when the program is bound; rows outside of them are left out by the filter. */
#include "bind/binder.h"

#include <string.h>

enum { MOST_PERIODS = 1000 };

static const char folds_hint[] = "end it with :highest(), :lowest(), :sum(), :average() or "
                                 ":count()";

const node *bind_per(binder *b, const scope *s, const term *t) {
    (void)s;
    problem_add(b->problems, t->at, folds_hint,
                "'per' makes a value for each group; here one value is needed");
    return NULL;
}

/* The aggregate that a word follows; NULL when it is none. */
const term *aggregate_before(binder *b, const term *t) {
    const term *x = t->entries[0].value;
    aggregate_kind kind;
    if (term_is_poison(x)) return NULL;
    if (x->kind == TERM_CALL && !x->method && aggregate_from_word(&kind, x->name)) return x;
    bool both = term_is_call(x, "within") || term_is_call(x, "so_far");
    if (both && strcmp(t->name, "per") != 0) {
        problem_add(b->problems, t->at, "write one of them", "'%s' and '%s' cannot be combined",
                    x->name, t->name);
        return NULL;
    }
    bool alone = strcmp(t->name, "so_far") == 0;
    problem_add(
        b->problems, t->at,
        arena_print(b->memory, "write sum(deal.amount):%s(%s)", t->name, alone ? "" : ".."),
        "'%s' follows an aggregate such as sum(..) or count(..)", t->name);
    return NULL;
}

/* --- periods ------------------------------------------------------------------------------ */

typedef struct periods {
    date_unit unit;
    int64_t count, ago;
} periods;

/* Where the arguments of the periods begin: 1, or 2 behind a date; 0: groups are by a column.
 */
static size_t periods_at(const term *per) {
    if (per->entries[1].value->kind == TERM_TEXT) return 1;
    return per->count > 2 ? 2 : 0;
}

static bool is_period(const term *t, date_unit *unit) {
    return t->kind == TERM_TEXT && date_unit_from_word(unit, t->name) && *unit >= UNIT_MONTH;
}

/* What stands where a period should: a column in quotes, a second column, or something else. */
static bool refuse_period(binder *b, const term *per, size_t first, int source) {
    const term *unit = per->entries[first].value;
    const char *hint = "periods are \"month\", \"quarter\", \"half\" and \"year\"";
    if (unit->kind == TERM_TEXT && find_column(b, source, unit->name) >= 0)
        hint = arena_print(b->memory, "for groups by a column write per(%s.%.80s)",
                           b->plan->request.sources[source].name, unit->name);
    if (first > 1 && unit->kind == TERM_REFERENCE)
        return problem_add(b->problems, unit->at,
                           "leave one of them out, or group by the one and filter by the other",
                           "'per' makes groups by one column");
    return problem_add(b->problems, unit->at, hint, "'per' needs a fiscal period");
}

static bool bind_periods(binder *b, const scope *s, const term *per, size_t first, int source,
                         periods *out) {
    const term *unit = per->entries[first].value;
    *out = (periods){.unit = UNIT_DAY};
    if (!is_period(unit, &out->unit)) return refuse_period(b, per, first, source);
    if (first > 1 && per->entries[1].value->kind == TERM_NUMBER)
        return problem_add(b->problems, per->at,
                           arena_print(b->memory, "write per(\"%s\", 4)", unit->name),
                           "'per' takes the period first, then how many");
    if (per->count < first + 2)
        return problem_add(
            b->problems, per->at,
            arena_print(b->memory, "write per(\"%s\", 4) for the last four", unit->name),
            "'per' needs to know how many periods");
    if (!bind_whole(b, s, per->entries[first + 1].value, 1, MOST_PERIODS, &out->count))
        return false;
    if (per->count < first + 3) return true;
    const term *options = per->entries[first + 2].value;
    const term *ago = options->kind == TERM_TABLE ? term_field(options, "ago") : NULL;
    if (per->count > first + 3 || !ago || options->count != 1)
        return problem_add(b->problems, options->at,
                           "write { ago = 1 } for the last whole periods",
                           "the only option of 'per' is 'ago'");
    return bind_whole(b, s, ago, 0, 10000, &out->ago);
}

/* The first days of the periods, and the day after the last. The one that holds as_of counts
 * whole: which rows exist by then is a question of happened_on alone. */
static bool list_days(binder *b, const scope *s, const term *per, const periods *p,
                      const node **out) {
    date start, day;
    bool fine = date_period_start(&start, s->as_of, p->unit, b->plan->starts);
    for (int64_t i = 0; fine && i <= p->count; i++) {
        fine = date_add(&day, start, i + 1 - p->count - p->ago, p->unit);
        if (!fine && i == p->count && p->ago == 0) { /* no day comes after the last of 9999 */
            day = s->as_of + 1;
            fine = true;
        }
        if (fine) out[i] = node_plain(b, s, per->at, TYPE_DATE, day);
        if (fine && !out[i]) return false;
    }
    return fine || problem_add(b->problems, per->at, NULL,
                               "these periods reach beyond the years 1 to 9999");
}

/* Rows outside of the periods are in no group. */
static const node *within_periods(binder *b, const scope *s, const term *per, const node *key,
                                  const node *filter, const node *first, const node *after) {
    const node *items[3];
    size_t count = 0;
    if (filter) items[count++] = filter;
    items[count] = node_compare(b, s, per->at, key, COMPARE_AT_LEAST, first);
    items[count + 1] = node_compare(b, s, per->at, key, COMPARE_BELOW, after);
    if (!items[count] || !items[count + 1]) return NULL;
    return node_group(b, s, per->at, NODE_ALL, items, count + 2);
}

/* --- groups ------------------------------------------------------------------------------- */

static const node *bind_period_key(binder *b, const scope *rows, const term *per,
                                   size_t first) {
    const source_request *source = &b->plan->request.sources[rows->source];
    if (first > 1) return bind_typed(b, rows, per->entries[1].value, TYPE_DATE);
    if (source->happened_on >= 0)
        return node_column(b, rows, per->at, rows->source, source->happened_on);
    problem_add(
        b->problems, per->at,
        arena_print(b->memory, "name the date: per(%s.paid_on, \"quarter\", 4)", source->name),
        "the rows of '%s' have no date on which they happened", source->name);
    return NULL;
}

static bool check_key(binder *b, const term *at, const node *key, int source,
                      const char *word) {
    if (key->shape == SHAPE_ROW && key->source == source) return true;
    const char *name = b->plan->request.sources[source].name;
    bool named = at->kind == TERM_TEXT && find_column(b, source, at->name) >= 0;
    return problem_add(b->problems, at->at,
                       named ? arena_print(b->memory, "write %s.%.80s", name, at->name)
                             : "it is what tells one row from another",
                       "'%s' needs a column of '%s'", word, name);
}

bool bind_row_key(binder *b, const scope *rows, const term *t, const char *word,
                  const node **out) {
    *out = bind_value(b, rows, t);
    return *out && check_key(b, t, *out, rows->source, word);
}

/* Adds key, condition (later) and periods to the aggregate's items. */
static bool add_key(binder *b, const scope *s, const term *per, node *draft) {
    periods wanted = {0};
    size_t first = periods_at(per);
    scope rows = scope_of_rows(s, draft->rows_of);
    if (first && !bind_periods(b, s, per, first, draft->rows_of, &wanted)) return false;
    size_t count = first ? GROUPS_PERIODS + (size_t)wanted.count + 1 : GROUPS_PERIODS;
    const node **items = arena_array(b->memory, count, sizeof *items);
    if (!items) return false;
    memcpy(items, draft->items, OVER_KEY * sizeof *items);
    draft->items = items;
    draft->count = count;
    if (!first) return bind_row_key(b, &rows, per->entries[1].value, "per", &items[OVER_KEY]);
    draft->period = wanted.unit;
    items[OVER_KEY] = bind_period_key(b, &rows, per, first);
    if (!items[OVER_KEY] || !check_key(b, per, items[OVER_KEY], rows.source, "per"))
        return false;
    if (!list_days(b, s, per, &wanted, items + GROUPS_PERIODS)) return false;
    items[OVER_FILTER] = within_periods(b, &rows, per, items[OVER_KEY], items[OVER_FILTER],
                                        items[GROUPS_PERIODS], items[count - 1]);
    return items[OVER_FILTER] != NULL;
}

static bool is_condition(const term *t) {
    static const char *const groups[] = {"all_of", "any_of", "none_of"};
    if (t->kind == TERM_WORD) return is_test_word(t->name);
    bool asks = t->kind == TERM_CALL && !t->method && is_test_word(t->name);
    for (size_t i = 0; i < 3; i++)
        asks = asks || term_is_call(t, groups[i]);
    return asks;
}

/* What a group comes to, for a condition to ask of and explanations to show. */
static const node *group_value(binder *b, const scope *s, const node *draft) {
    node looked_at = node_draft(s, draft->at, NODE_GROUP_VALUE, draft->type);
    looked_at.measure = draft->measure;
    looked_at.ladder = draft->ladder;
    looked_at.shape = SHAPE_PARTNER;
    looked_at.hands = 1;
    return node_intern(b, looked_at);
}

/* What a group must meet to be folded. */
static const node *bind_group_condition(binder *b, const scope *s, const node *group,
                                        const term *t) {
    scope around = scope_of_rows(s, NO_SOURCE);
    if (is_condition(t)) return bind_test(b, &around, group, t, COMPARE_IS);
    problem_add(b->problems, t->at, "write sum(at_least(5000)) or count(above(0))",
                "groups are chosen by a condition on their value");
    return NULL;
}

static bool add_condition(binder *b, const scope *s, const term *t, node *draft) {
    const node **items = draft->items;
    items[GROUPS_VALUE] = group_value(b, s, draft);
    if (!items[GROUPS_VALUE]) return false;
    if (t->count < 2) return true;
    items[GROUPS_CONDITION] =
        bind_group_condition(b, s, items[GROUPS_VALUE], t->entries[1].value);
    return items[GROUPS_CONDITION] != NULL;
}

/* sum(x):per(..):lowest(), sum(x):per(..):count(at_least(5)) */
const node *bind_fold_of_groups(binder *b, const scope *s, const term *t) {
    const term *per = t->entries[0].value;
    if (term_is_poison(per)) return NULL;
    if (!term_is_call(per, "per")) {
        problem_add(b->problems, t->at, "write sum(deal.amount):per(\"quarter\", 4):lowest()",
                    "':%s' folds the groups that :per(..) makes, and here are none", t->name);
        return NULL;
    }
    const term *aggregate = arguments_fit(per) ? aggregate_before(b, per) : NULL;
    node draft;
    aggregate_kind fold;
    if (!aggregate || !draft_aggregate(b, s, aggregate, &draft) || !add_key(b, s, per, &draft))
        return NULL;
    if (!aggregate_from_word(&fold, t->name) || !check_foldable(b, t, &draft, fold))
        return NULL;
    if (!add_condition(b, s, t, &draft)) return NULL;
    draft.kind = NODE_GROUPS;
    draft.at = t->at;
    draft.index = (int)fold;
    if (fold == AGGREGATE_COUNT) {
        draft.type = TYPE_NUMBER;
        draft.measure = MEASURE_COUNT;
    }
    shape_over_rows(s, &draft);
    draft.hands &= ~(uint64_t)1; /* the groups are its own */
    return node_intern(b, draft);
}
