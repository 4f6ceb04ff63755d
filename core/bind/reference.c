/* reference.c - what a name means: metric.bookings, setting.gold_line, deal.amount. */
#include "bind/binder.h"

#include "base/nearest.h"

#include <string.h>

int find_source(const binder *b, const char *name) {
    for (size_t i = 0; i < b->plan->request.count; i++) {
        if (strcmp(b->plan->request.sources[i].name, name) == 0) return (int)i;
    }
    return -1;
}

int find_column(const binder *b, int source, const char *name) {
    const source_request *from = &b->plan->request.sources[source];
    for (size_t i = 0; i < from->count; i++) {
        if (strcmp(from->columns[i].name, name) == 0) return (int)i;
    }
    return -1;
}

static int find_metric(const binder *b, const char *name) {
    for (size_t i = 0; i < b->plan->metric_count; i++) {
        if (strcmp(b->plan->metrics[i].is.name, name) == 0) return (int)i;
    }
    return -1;
}

int find_setting(const binder *b, const char *name) {
    for (size_t i = 0; i < b->plan->setting_count; i++) {
        if (strcmp(b->plan->settings[i].is.name, name) == 0) return (int)i;
    }
    return -1;
}

static int find_ladder(const binder *b, const char *name) {
    for (size_t i = 0; i < b->plan->ladder_count; i++) {
        if (strcmp(b->plan->ladders[i].is.name, name) == 0) return (int)i;
    }
    return -1;
}

static int find_holding(const binder *b, const char *name) {
    for (size_t i = 0; i < b->plan->holding_count; i++) {
        if (strcmp(b->plan->holdings[i].is.name, name) == 0) return (int)i;
    }
    return -1;
}

int find_score(const binder *b, const char *name) {
    for (size_t i = 0; i < b->plan->score_count; i++) {
        if (strcmp(b->plan->scores[i].is.name, name) == 0) return (int)i;
    }
    return -1;
}

static int find_incentive(const binder *b, const char *name) {
    for (size_t i = 0; i < b->plan->incentive_count; i++) {
        if (strcmp(b->plan->incentives[i].is.name, name) == 0) return (int)i;
    }
    return -1;
}

static const node *unknown(binder *b, const term *t, const char *noun) {
    nearest guess = nearest_to(t->member);
    for (size_t i = 0; i < b->rules->count; i++) {
        const term *known = b->rules->items[i];
        bool same = strcmp(known->name, noun) == 0 ||
                    (strcmp(noun, "incentive") == 0 && strcmp(known->name, "spiff") == 0);
        if (same && known->member) nearest_offer(&guess, known->member);
    }
    const char *hint =
        guess.best ? arena_print(b->memory, "did you mean '%s.%s'?", noun, guess.best)
                   : arena_print(b->memory, "declare %s \"%.80s\" { .. }", noun, t->member);
    problem_add(b->problems, t->at, hint, "there is no %s '%s'", noun, t->member);
    return NULL;
}

static bool being_bound(const binder *b, const declared *d) {
    for (size_t i = 0; i < b->open_count; i++) {
        if (b->open[i] == d) return true;
    }
    return false;
}

static bool enter(binder *b, const declared *d) {
    enum { LONGEST_CHAIN = 200 };
    if (b->open_count == LONGEST_CHAIN)
        return problem_add(
            b->problems, d->at, NULL,
            "a chain of more than %d declarations, each needing the next, is too long",
            LONGEST_CHAIN);
    const declared **open =
        arena_grow(b->memory, b->open, b->open_count, &b->open_capacity, sizeof *open);
    if (!open) return false;
    b->open = open;
    b->open[b->open_count++] = d;
    return true;
}

bool enter_declaration(binder *b, const declared *d) {
    return !being_bound(b, d) && enter(b, d);
}

void leave_declaration(binder *b) {
    b->open_count--;
}

/* unit = "text" and its kin say of which kind the value is. */
static const node *apply_kind(binder *b, const scope *s, const term *declaration, const node *n,
                              value_type kind) {
    const term *unit = term_field(declaration, "unit"),
               *value = term_field(declaration, "value");
    if (n->type == kind) return n;
    if (kind == TYPE_DATE && value->kind == TERM_TEXT) return node_typed(b, s, value, n, kind);
    problem_add_two(b->problems, unit->at, value->at, "leave 'unit' out",
                    "'%s' is %s, and not as its unit says", declaration->member,
                    describe(b, n));
    return NULL;
}

/* The declaration's own unit over the one that its expression has. */
static const node *apply_unit(binder *b, const scope *s, const term *declaration,
                              const node *n) {
    const char *unit = field_text(declaration, "unit");
    measure m;
    value_type kind;
    if (n && type_from_word(&kind, unit)) return apply_kind(b, s, declaration, n, kind);
    if (!n || !unit || !measure_from_word(&m, unit)) return n;
    if (n->type == TYPE_NUMBER) return node_as(b, n, m);
    problem_add(b->problems, term_field(declaration, "unit")->at, "leave 'unit' out",
                "'unit' is for numbers, but '%s' is %s", declaration->member, describe(b, n));
    return NULL;
}

const node *bind_metric(binder *b, const scope *s, int index) {
    metric *m = &b->plan->metrics[index];
    const term *value = term_field(m->is.term, "value");
    if (!value || b->metric_wrong[index] || being_bound(b, &m->is) || !enter(b, &m->is))
        return NULL;
    scope own = {.source = NO_SOURCE, .as_of = s->as_of, .rule = &m->is, .ago = s->ago};
    const node *known = plan_node_of(b->plan, m->is.term, s->as_of);
    const node *n = known ? known : apply_unit(b, &own, m->is.term, bind_value(b, &own, value));
    if (!known && s->as_of == b->plan->as_of) n = bind_overridden(b, &own, m->is.name, n);
    b->open_count--;
    b->metric_wrong[index] = !n;
    return node_remember(b, &own, m->is.term, n);
}

/* A setting stands for what is written in it, wherever it is used. */
static const node *bind_setting(binder *b, const scope *s, const term *t) {
    int index = find_setting(b, t->member);
    if (index < 0) return unknown(b, t, "setting");
    setting *used = &b->plan->settings[index];
    if (!used->value || b->setting_wrong[index]) return NULL;
    if (being_bound(b, &used->is) || !enter(b, &used->is)) return NULL;
    scope own = *s;
    own.rule = &used->is;
    own.strict = false;
    own.in_setting = true;
    const node *known = plan_node_of(b->plan, used->is.term, s->as_of);
    const node *n = known && !s->ago
                        ? known
                        : apply_unit(b, &own, used->is.term, bind_value(b, &own, used->value));
    if (n && !b->setting_ranged[index]) check_setting_range(b, &own, used, n);
    b->setting_ranged[index] |= n != NULL;
    b->open_count--;
    b->setting_wrong[index] = !n;
    /* What needs no row means the same wherever it is used. */
    return n && n->shape != SHAPE_ROW && !n->hands ? node_remember(b, &own, used->is.term, n)
                                                   : n;
}

static bool refuse_ago(binder *b, const scope *s, const term *t) {
    if (!s->ago) return true;
    return problem_add_two(b->problems, t->at, s->ago->at,
                           "ago(..) takes values made of rows with dates",
                           "what '%s.%s' was earlier is not known", t->name, t->member);
}

static const node *bind_level(binder *b, const scope *s, const term *t) {
    int index = find_ladder(b, t->member);
    if (index < 0) return unknown(b, t, "ladder");
    if (!refuse_ago(b, s, t)) return NULL;
    node draft = node_draft(s, t->at, NODE_LEVEL, TYPE_LEVEL);
    draft.shape = SHAPE_PARTNER;
    draft.ladder = draft.index = index;
    return node_intern(b, draft);
}

static const node *bind_held(binder *b, const scope *s, const term *t) {
    int index = find_holding(b, t->member);
    bool obligation = strcmp(t->name, "obligation") == 0;
    if (index < 0 || b->plan->holdings[index].obligation != obligation)
        return unknown(b, t, t->name);
    if (!refuse_ago(b, s, t)) return NULL;
    node draft = node_draft(s, t->at, NODE_HELD, TYPE_BOOLEAN);
    draft.shape = SHAPE_PARTNER;
    draft.index = index;
    return node_intern(b, draft);
}

static const node *bind_earned(binder *b, const scope *s, const term *t) {
    int index = find_incentive(b, t->member);
    if (index < 0) return unknown(b, t, "incentive");
    if (!refuse_ago(b, s, t)) return NULL;
    node draft = node_draft(s, t->at, NODE_EARNED, TYPE_NUMBER);
    draft.shape = SHAPE_PARTNER;
    draft.measure = MEASURE_MONEY;
    draft.index = index;
    return node_intern(b, draft);
}

static const node *bind_fund_part(binder *b, const scope *s, const term *t) {
    static const struct {
        const char *word;
        fund_part part;
    } parts[] = {{"accrued", FUND_ACCRUED},
                 {"paid", FUND_PAID},
                 {"balance", FUND_BALANCE},
                 {"opening", FUND_OPENING},
                 {"expired", FUND_EXPIRED}};
    for (size_t i = 0; i < b->plan->fund_count; i++) {
        if (strcmp(b->plan->funds[i].is.name, t->member)) continue;
        for (size_t k = 0; k < sizeof parts / sizeof *parts && refuse_ago(b, s, t); k++) {
            if (strcmp(parts[k].word, t->further ? t->further : "paid")) continue;
            node draft = node_draft(s, t->at, NODE_FUND, TYPE_NUMBER);
            draft.shape = SHAPE_PARTNER;
            draft.measure = MEASURE_MONEY;
            draft.index = (int)i;
            draft.part = parts[k].part;
            return node_intern(b, draft);
        }
        problem_add(b->problems, t->at,
                    "a fund has accrued, paid, balance, opening and expired",
                    "'%s' is no part of fund '%s'", t->further ? t->further : "", t->member);
        return NULL;
    }
    return unknown(b, t, "fund");
}

static const node *bind_metric_reference(binder *b, const scope *s, const term *t) {
    int index = find_metric(b, t->member);
    return index < 0 ? unknown(b, t, "metric") : bind_metric(b, s, index);
}

static const node *bind_score_reference(binder *b, const scope *s, const term *t) {
    int index = find_score(b, t->member);
    return index < 0 ? unknown(b, t, "score") : bind_score(b, s, index);
}

static const node *unknown_column(binder *b, const term *t, int source) {
    const source_request *from = &b->plan->request.sources[source];
    nearest guess = nearest_to(t->member);
    for (size_t i = 0; i < from->count; i++)
        nearest_offer(&guess, from->columns[i].name);
    const char *hint =
        guess.best
            ? arena_print(b->memory, "did you mean '%s.%s'?", t->name, guess.best)
            : arena_print(b->memory, "declare it in the columns of source '%s'", t->name);
    problem_add(b->problems, t->at, hint, "source '%s' has no column '%s'", t->name, t->member);
    return NULL;
}

/* Which column the ladder's `current` is, how rules come to have rows, or how rows are folded.
 */
static const char *hint_for_rows(const binder *b, const scope *s, const term *t,
                                 cell_kind kind) {
    const char *fold = kind == CELL_NUMBER || kind == CELL_MONEY ? "sum"
                       : kind == CELL_DATE                       ? "highest"
                                                                 : "count_distinct";
    const char *dot = t->further ? "." : "", *further = t->further ? t->further : "";
    const term *rule = s->rule ? s->rule->term : NULL;
    const term *each = rule ? term_field(rule, "each") : NULL;
    bool paid =
        rule && (strcmp(rule->name, "incentive") == 0 || strcmp(rule->name, "spiff") == 0);
    if (each && each->kind == TERM_WORD && strcmp(each->name, t->name) == 0) paid = false;
    if (rule && term_field(rule, "current") == t)
        return "name a column of partner: partner.tier";
    if (rule && strcmp(rule->name, "ladder") == 0 &&
        (term_field(rule, "protected_until") == t || term_field(rule, "at_risk_since") == t))
        return "name a column of partner that holds a date";
    const char *how = arena_print(b->memory, "fold them, as in %s(%s.%s%s%s)", fold, t->name,
                                  t->member, dot, further);
    return paid && how
               ? arena_print(b->memory, "pay for each row with each = %s, or %s", t->name, how)
               : how;
}

/* Whether the row at hand, outside of the rows that are looked at, is one of the source. */
static bool is_at_hand(const scope *s, int source) {
    const scope *outer = s->outer;
    while (outer && outer->source != source)
        outer = outer->outer;
    return outer && source < MOST_HANDS;
}

static const node *bind_column(binder *b, const scope *s, const term *t, int source) {
    int column = find_column(b, source, t->member);
    if (column < 0) return unknown_column(b, t, source);
    bool of_scope = source == PARTNER_SOURCE || source == s->source;
    if (of_scope || is_at_hand(s, source)) {
        const node *value = bind_cell(b, s, t->at, source, column);
        if (value && t->further) value = bind_through(b, s, t, value, source, column);
        return value && !of_scope ? node_at_hand(b, s, value) : value;
    }
    const column_request *last;
    if (!check_through(b, t, source, column, &last)) return NULL;
    if (s->source < 0)
        problem_add(b->problems, t->at, hint_for_rows(b, s, t, last->kind),
                    "'%s.%s' has one value a row; here one value a partner is needed", t->name,
                    t->member);
    else
        problem_add(
            b->problems, t->at,
            "each rule, sum and filter looks at the rows of one source; fold the other's "
            "by themselves",
            "the rows at hand are those of '%s', not of '%s'",
            b->plan->request.sources[s->source].name, t->name);
    return NULL;
}

const node *bind_reference(binder *b, const scope *s, const term *t) {
    static const struct {
        const char *noun;
        bind_word *bind;
    } nouns[] = {
        {"metric", bind_metric_reference}, {"score", bind_score_reference},
        {"setting", bind_setting},         {"ladder", bind_level},
        {"certification", bind_held},      {"obligation", bind_held},
        {"incentive", bind_earned},        {"spiff", bind_earned},
        {"fund", bind_fund_part},
    };
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        if (strcmp(nouns[i].noun, t->name) == 0) return nouns[i].bind(b, s, t);
    }
    int source = find_source(b, t->name);
    if (source >= 0) return bind_column(b, s, t, source);
    problem_add(b->problems, t->at, NULL, "'%s.%s' is no value", t->name, t->member);
    return NULL;
}

static void offer_keys(const binder *b, nearest *guess) {
    const plan *p = b->plan;
    for (size_t i = 0; i < p->metric_count; i++)
        nearest_offer(guess, p->metrics[i].is.name);
    for (size_t i = 0; i < p->score_count; i++)
        nearest_offer(guess, p->scores[i].is.name);
    for (size_t i = 0; i < p->ladder_count; i++)
        nearest_offer(guess, p->ladders[i].is.name);
    for (size_t i = 0; i < p->holding_count; i++)
        nearest_offer(guess, p->holdings[i].is.name);
    const source_request *partner = &p->request.sources[PARTNER_SOURCE];
    for (size_t i = 0; i < partner->count; i++)
        nearest_offer(guess, partner->columns[i].name);
}

static bool joins_conditions(const char *key) {
    return strcmp(key, "any_of") == 0 || strcmp(key, "all_of") == 0 ||
           strcmp(key, "none_of") == 0;
}

/* What was probably meant by a key that names nothing. */
static const char *hint_for_key(binder *b, const char *key) {
    if (joins_conditions(key))
        return arena_print(b->memory, "write %s { .. } without '='", key);
    nearest guess = nearest_to(key);
    offer_keys(b, &guess);
    if (guess.best) return arena_print(b->memory, "did you mean '%s'?", guess.best);
    for (size_t i = 0; i < b->plan->request.count; i++)
        if (find_column(b, (int)i, key) >= 0)
            return arena_print(b->memory,
                               "'%.60s' is a column of %.60s: rows are chosen with where = { "
                               "%.60s = .. }",
                               key, b->plan->request.sources[i].name, key);
    return "a requirement names a metric, score, ladder, certification, obligation or "
           "column of partner";
}

const node *bind_key(binder *b, const scope *s, const char *key, place at) {
    term named = {.kind = TERM_REFERENCE, .at = at, .member = key};
    int holding = find_holding(b, key), column = find_column(b, PARTNER_SOURCE, key);
    if (find_ladder(b, key) >= 0) {
        named.name = "ladder";
        return bind_level(b, s, &named);
    }
    if (find_metric(b, key) >= 0) return bind_metric(b, s, find_metric(b, key));
    if (find_score(b, key) >= 0) return bind_score(b, s, find_score(b, key));
    if (holding >= 0) {
        named.name = b->plan->holdings[holding].obligation ? "obligation" : "certification";
        return bind_held(b, s, &named);
    }
    if (column >= 0) return bind_cell(b, s, at, PARTNER_SOURCE, column);
    problem_add(b->problems, at, hint_for_key(b, key),
                "there is nothing called '%s' that could be required", key);
    return NULL;
}
