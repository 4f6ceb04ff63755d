#include "eval/match.h"

#include <string.h>

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* --- nodes -------------------------------------------------------------------------------- */

/* The base's index of what a node mentions by index, in the candidate's numbering of rules. */
static int mapped_index(const plan_match *m, const node *n) {
    switch (n->kind) {
    case NODE_LEVEL:
        return m->ladders[n->index].base;
    case NODE_HELD:
        return m->holdings[n->index].base;
    case NODE_EARNED:
        return m->incentives[n->index].base;
    case NODE_FUND:
        return m->funds[n->index].base;
    default:
        return n->index;
    }
}

static int mapped_ladder(const plan_match *m, const node *n) {
    return n->ladder < 0 ? -1 : m->ladders[n->ladder].base;
}

static uint64_t mix(uint64_t h, uint64_t value) {
    h = (h ^ value) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

/* Over what same_node compares; items are base ids. */
static uint64_t hash_node(const node *n, int index, const int *items) {
    uint64_t h = mix((uint64_t)n->kind, (uint64_t)n->type * 8 + (uint64_t)n->measure);
    h = mix(h, (uint64_t)n->constant);
    h = mix(h, (uint64_t)(n->source * 256 + n->column) * 64 + (uint64_t)index);
    for (const char *c = n->text; c && *c; c++)
        h = mix(h, (unsigned char)*c);
    for (size_t i = 0; i < n->count; i++)
        h = mix(h, (uint64_t)(items[i] + 2));
    return h;
}

/* Whether a node of the candidate, its rules and items renumbered as the base's, says what the
 * base's says. */
static bool same_node(const plan_match *m, const node *base, const node *n, const int *items) {
    if (n->kind != base->kind || n->type != base->type || n->measure != base->measure)
        return false;
    if (n->shape != base->shape || n->source != base->source || n->column != base->column)
        return false;
    if (n->count != base->count || n->rows_of != base->rows_of || n->constant != base->constant)
        return false;
    if (n->has_value != base->has_value || n->has_default != base->has_default) return false;
    if (n->strict != base->strict || n->negative != base->negative || n->period != base->period)
        return false;
    if (n->minor_units != base->minor_units) return false;
    if (n->comparison != base->comparison || n->aggregate != base->aggregate) return false;
    if (n->direction != base->direction || n->part != base->part) return false;
    if (mapped_index(m, n) != base->index || mapped_ladder(m, n) != base->ladder) return false;
    for (size_t i = 0; i < n->count; i++)
        if (items[i] != (base->items[i] ? base->items[i]->id : NO_MATCH)) return false;
    return same_text(n->text, base->text);
}

typedef struct node_table {
    uint32_t *slots; /* base id + 1 */
    size_t slot_count;
    int *items; /* room for the items of any node */
} node_table;

static bool open_table(arena *memory, const plan *base, const plan *candidate, node_table *t) {
    size_t most = 1;
    for (size_t i = 0; i < base->node_count; i++)
        if (base->nodes[i]->count > most) most = base->nodes[i]->count;
    for (size_t i = 0; i < candidate->node_count; i++)
        if (candidate->nodes[i]->count > most) most = candidate->nodes[i]->count;
    for (t->slot_count = 64; t->slot_count < base->node_count * 2;)
        t->slot_count *= 2;
    t->slots = arena_array(memory, t->slot_count, sizeof *t->slots);
    t->items = arena_array(memory, most, sizeof *t->items);
    return t->slots && t->items;
}

static void add_base_nodes(node_table *t, const plan *base) {
    for (size_t id = 0; id < base->node_count; id++) {
        const node *n = base->nodes[id];
        for (size_t i = 0; i < n->count; i++)
            t->items[i] = n->items[i] ? n->items[i]->id : NO_MATCH;
        size_t at = hash_node(n, n->index, t->items) & (t->slot_count - 1);
        while (t->slots[at])
            at = (at + 1) & (t->slot_count - 1);
        t->slots[at] = (uint32_t)id + 1;
    }
}

/* What a scenario says, and functions of another program, match nothing. */
static bool matches_nothing(const plan_match *m, const node *n) {
    if (n->kind == NODE_FUNCTION)
        return strcmp(m->base->rules->fingerprint, m->candidate->rules->fingerprint) != 0;
    return n->kind == NODE_OVERRIDDEN;
}

static int find_node(const plan_match *m, const node_table *t, const node *n) {
    if (matches_nothing(m, n)) return NO_MATCH;
    for (size_t i = 0; i < n->count; i++) {
        t->items[i] = n->items[i] ? m->nodes[n->items[i]->id] : NO_MATCH;
        if (n->items[i] && t->items[i] == NO_MATCH) return NO_MATCH;
    }
    size_t at = hash_node(n, mapped_index(m, n), t->items) & (t->slot_count - 1);
    for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1)) {
        const node *known = m->base->nodes[t->slots[at] - 1];
        if (same_node(m, known, n, t->items)) return known->id;
    }
    return NO_MATCH;
}

/* --- rules -------------------------------------------------------------------------------- */

static bool same_levels(const ladder *a, const ladder *b) {
    if (a->level_count != b->level_count) return false;
    for (size_t i = 0; i < a->level_count; i++)
        if (strcmp(a->levels[i].is.name, b->levels[i].is.name) != 0) return false;
    return true;
}

/* Ladders whose levels are called otherwise are not the same ladder: their indices mean
 * something else. */
static void pair_rules(plan_match *m) {
    const plan *base = m->base, *p = m->candidate;
    size_t paired = 0;
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < base->ladder_count; k++)
            if (strcmp(p->ladders[i].is.name, base->ladders[k].is.name) == 0 &&
                same_levels(&p->ladders[i], &base->ladders[k]))
                m->ladders[i].base = (int)k, paired++;
    for (size_t i = 0; i < p->holding_count; i++)
        for (size_t k = 0; k < base->holding_count; k++)
            if (strcmp(p->holdings[i].is.name, base->holdings[k].is.name) == 0)
                m->holdings[i].base = (int)k, paired++;
    for (size_t i = 0; i < p->score_count; i++)
        for (size_t k = 0; k < base->score_count; k++)
            if (strcmp(p->scores[i].is.name, base->scores[k].is.name) == 0)
                m->scores[i].base = (int)k, paired++;
    for (size_t i = 0; i < p->incentive_count; i++)
        for (size_t k = 0; k < base->incentive_count; k++)
            if (strcmp(p->incentives[i].is.name, base->incentives[k].is.name) == 0)
                m->incentives[i].base = (int)k, paired++;
    for (size_t i = 0; i < p->fund_count; i++)
        for (size_t k = 0; k < base->fund_count; k++)
            if (strcmp(p->funds[i].is.name, base->funds[k].is.name) == 0)
                m->funds[i].base = (int)k, paired++;
    m->complete = paired == base->ladder_count + base->holding_count + base->score_count +
                                base->incentive_count + base->fund_count;
}

static bool nodes_same(const plan_match *m, const node *candidate, const node *base) {
    if (!candidate || !base) return candidate == base;
    return m->nodes[candidate->id] == base->id;
}

static bool caps_same(const plan_match *m, const cap *a, size_t a_count, const cap *b,
                      size_t b_count) {
    if (a_count != b_count) return false;
    for (size_t i = 0; i < a_count; i++) {
        if (a[i].kind != b[i].kind || strcmp(a[i].name, b[i].name) != 0) return false;
        if (!nodes_same(m, a[i].limit, b[i].limit) || !nodes_same(m, a[i].column, b[i].column))
            return false;
    }
    return true;
}

static bool days_same(move_days a, move_days b) {
    return a.today == b.today && a.next == b.next;
}

bool timings_same(const plan_match *m, const ladder_timing *a, const ladder_timing *b) {
    if (!a || !b) return a == b;
    return days_same(a->promotes, b->promotes) && days_same(a->demotes, b->demotes) &&
           nodes_same(m, a->steps_up, b->steps_up) &&
           nodes_same(m, a->steps_down, b->steps_down) &&
           nodes_same(m, a->protected_until, b->protected_until) &&
           nodes_same(m, a->at_risk_since, b->at_risk_since) &&
           nodes_same(m, a->grace_until, b->grace_until) &&
           nodes_same(m, a->guarantees, b->guarantees);
}

static bool ladder_same(const plan_match *m, const ladder *a, const ladder *b) {
    if (!nodes_same(m, a->current, b->current) || !nodes_same(m, a->applies, b->applies))
        return false;
    if (!timings_same(m, a->timing, b->timing)) return false;
    for (size_t i = 0; i < a->level_count; i++)
        if (!nodes_same(m, a->levels[i].met, b->levels[i].met)) return false;
    return true;
}

/* Which rules exclude it, and with which it competes. */
static bool rivals_same(const plan_match *m, const incentive *a, const incentive *b) {
    size_t own = 0, its = 0;
    if (a->not_with_count != b->not_with_count || !same_text(a->best_of, b->best_of))
        return false;
    for (size_t i = 0; i < a->not_with_count; i++)
        if (m->incentives[a->not_with[i]].base != b->not_with[i]) return false;
    for (size_t i = 0; i < m->candidate->incentive_count; i++) {
        if (!incentives_compete(&m->candidate->incentives[i], a)) continue;
        int base = m->incentives[i].base;
        if (base < 0 || !incentives_compete(&m->base->incentives[base], b)) return false;
        own++;
    }
    for (size_t i = 0; i < m->base->incentive_count; i++)
        its += incentives_compete(&m->base->incentives[i], b);
    return own == its;
}

static bool incentive_same(const plan_match *m, const incentive *a, const incentive *b) {
    return a->each == b->each && nodes_same(m, a->where, b->where) && rivals_same(m, a, b) &&
           nodes_same(m, a->opening, b->opening) && nodes_same(m, a->minimum, b->minimum) &&
           nodes_same(m, a->due, b->due) && nodes_same(m, a->pays, b->pays) &&
           nodes_same(m, a->payee, b->payee) && nodes_same(m, a->order, b->order) &&
           caps_same(m, a->caps, a->cap_count, b->caps, b->cap_count) &&
           a->rounding == b->rounding && a->rounds_partner == b->rounds_partner &&
           a->prorate == b->prorate;
}

static bool fund_same(const plan_match *m, const fund *a, const fund *b) {
    bool same =
        nodes_same(m, a->accrues, b->accrues) && nodes_same(m, a->opening, b->opening) &&
        a->claims == b->claims && a->each == b->each &&
        nodes_same(m, a->accruing, b->accruing) &&
        nodes_same(m, a->accrued_on, b->accrued_on) && nodes_same(m, a->expires, b->expires) &&
        nodes_same(m, a->claimed_on, b->claimed_on) && nodes_same(m, a->where, b->where) &&
        nodes_same(m, a->amount, b->amount) && nodes_same(m, a->order, b->order) &&
        nodes_same(m, a->due, b->due) && a->approval_count == b->approval_count &&
        a->payer_count == b->payer_count && a->vendor == b->vendor &&
        a->partner == b->partner && a->remainder == b->remainder && a->partial == b->partial &&
        a->rounding == b->rounding &&
        caps_same(m, a->caps, a->cap_count, b->caps, b->cap_count);
    for (size_t i = 0; same && i < a->approval_count; i++)
        same = nodes_same(m, a->approves[i].holds, b->approves[i].holds);
    for (size_t i = 0; same && i < a->payer_count; i++)
        same = strcmp(a->payers[i].name, b->payers[i].name) == 0 &&
               nodes_same(m, a->payers[i].share, b->payers[i].share);
    return same;
}

static void compare_rules(plan_match *m) {
    const plan *base = m->base, *p = m->candidate;
    bool alike = base->currency_places == p->currency_places;
    for (size_t i = 0; i < p->ladder_count; i++) {
        rule_match *r = &m->ladders[i];
        r->same = r->base >= 0 && ladder_same(m, &p->ladders[i], &base->ladders[r->base]);
    }
    for (size_t i = 0; i < p->holding_count; i++) {
        rule_match *r = &m->holdings[i];
        r->same =
            r->base >= 0 && nodes_same(m, p->holdings[i].met, base->holdings[r->base].met);
    }
    for (size_t i = 0; i < p->incentive_count; i++) {
        rule_match *r = &m->incentives[i];
        r->same = alike && r->base >= 0 &&
                  incentive_same(m, &p->incentives[i], &base->incentives[r->base]);
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        rule_match *r = &m->funds[i];
        r->same = alike && r->base >= 0 && fund_same(m, &p->funds[i], &base->funds[r->base]);
    }
}

/* --- steady ------------------------------------------------------------------------------- */

static bool node_is_steady(plan_match *m, const node *n);

static bool all_steady(plan_match *m, const node *const *nodes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (nodes[i] && !node_is_steady(m, nodes[i])) return false;
    return true;
}

static bool caps_steady(plan_match *m, const cap *caps, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const node *nodes[] = {caps[i].limit, caps[i].column};
        if (!all_steady(m, nodes, 2)) return false;
    }
    return true;
}

static bool timing_steady(plan_match *m, const ladder_timing *t) {
    if (!t) return true;
    const node *nodes[] = {t->steps_up,      t->steps_down,  t->protected_until,
                           t->at_risk_since, t->grace_until, t->guarantees};
    return all_steady(m, nodes, sizeof nodes / sizeof *nodes);
}

static bool ladder_steady(plan_match *m, int index) {
    const ladder *l = &m->candidate->ladders[index];
    const node *nodes[] = {l->current, l->applies};
    if (!m->ladders[index].same || !all_steady(m, nodes, 2)) return false;
    if (!timing_steady(m, l->timing)) return false;
    for (size_t i = 0; i < l->level_count; i++)
        if (!node_is_steady(m, l->levels[i].met)) return false;
    return true;
}

static bool holding_steady(plan_match *m, int index) {
    return m->holdings[index].same && node_is_steady(m, m->candidate->holdings[index].met);
}

static bool incentive_steady(plan_match *m, int index);

/* Apart from those with which it competes. */
static bool incentive_steady_alone(plan_match *m, int index) {
    const incentive *i = &m->candidate->incentives[index];
    const node *nodes[] = {i->where, i->due,     i->pays,   i->payee,
                           i->order, i->opening, i->minimum};
    bool steady = m->incentives[index].same && all_steady(m, nodes, 7) &&
                  caps_steady(m, i->caps, i->cap_count);
    for (size_t k = 0; steady && k < i->not_with_count; k++)
        steady = incentive_steady(m, i->not_with[k]);
    return steady;
}

static bool incentive_steady(plan_match *m, int index) {
    rule_match *known = &m->incentives[index];
    const incentive *rules = m->candidate->incentives;
    if (known->looked) return known->steady;
    bool steady = true;
    for (size_t i = 0; steady && i < m->candidate->incentive_count; i++)
        if (incentives_compete(&rules[i], &rules[index]))
            steady = incentive_steady_alone(m, (int)i);
    known->looked = true;
    return known->steady = steady;
}

static bool fund_steady(plan_match *m, int index) {
    const fund *f = &m->candidate->funds[index];
    const node *nodes[] = {f->accrues, f->opening,  f->where,      f->amount,  f->order,
                           f->due,     f->accruing, f->accrued_on, f->expires, f->claimed_on};
    bool steady = m->funds[index].same && all_steady(m, nodes, 10) &&
                  caps_steady(m, f->caps, f->cap_count);
    for (size_t i = 0; steady && i < f->approval_count; i++)
        steady = node_is_steady(m, f->approves[i].holds);
    for (size_t i = 0; steady && i < f->payer_count; i++)
        steady = node_is_steady(m, f->payers[i].share);
    return steady;
}

static bool mentions_are_steady(plan_match *m, const node *n) {
    switch (n->kind) {
    case NODE_LEVEL:
        return ladder_steady(m, n->index);
    case NODE_HELD:
        return holding_steady(m, n->index);
    case NODE_EARNED:
        return incentive_steady(m, n->index);
    case NODE_FUND:
        return fund_steady(m, n->index);
    default:
        return true;
    }
}

static bool node_is_steady(plan_match *m, const node *n) {
    if (m->steady[n->id]) return m->steady[n->id] == NODE_STEADY;
    bool steady = m->nodes[n->id] != NO_MATCH && all_steady(m, n->items, n->count) &&
                  mentions_are_steady(m, n);
    m->steady[n->id] = steady ? NODE_STEADY : NODE_UNSTEADY;
    return steady;
}

static void find_steady(plan_match *m) {
    const plan *p = m->candidate;
    for (size_t i = 0; i < p->node_count; i++)
        node_is_steady(m, p->nodes[i]);
    for (size_t i = 0; i < p->ladder_count; i++)
        m->ladders[i].steady = ladder_steady(m, (int)i);
    for (size_t i = 0; i < p->holding_count; i++)
        m->holdings[i].steady = holding_steady(m, (int)i);
    for (size_t i = 0; i < p->incentive_count; i++)
        m->incentives[i].steady = incentive_steady(m, (int)i);
    for (size_t i = 0; i < p->fund_count; i++)
        m->funds[i].steady = fund_steady(m, (int)i);
}

/* --- plans -------------------------------------------------------------------------------- */

static bool same_columns(const request *a, const request *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++) {
        const source_request *x = &a->sources[i], *y = &b->sources[i];
        if (strcmp(x->name, y->name) != 0 || x->count != y->count ||
            x->happened_on != y->happened_on)
            return false;
        for (size_t k = 0; k < x->count; k++)
            if (strcmp(x->columns[k].name, y->columns[k].name) != 0) return false;
    }
    return true;
}

static rule_match *open_rules(arena *memory, size_t count) {
    rule_match *rules = arena_array(memory, count, sizeof *rules);
    for (size_t i = 0; rules && i < count; i++)
        rules[i].base = NO_MATCH;
    return rules;
}

plan_match *plans_match(arena *memory, const plan *base, const plan *candidate) {
    plan_match *m = arena_allocate(memory, sizeof *m);
    if (!m) return NULL;
    *m = (plan_match){.base = base, .candidate = candidate};
    m->nodes = arena_array(memory, candidate->node_count, sizeof *m->nodes);
    m->steady = arena_array(memory, candidate->node_count, 1);
    m->ladders = open_rules(memory, candidate->ladder_count);
    m->holdings = open_rules(memory, candidate->holding_count);
    m->scores = open_rules(memory, candidate->score_count);
    m->incentives = open_rules(memory, candidate->incentive_count);
    m->funds = open_rules(memory, candidate->fund_count);
    node_table table = {0};
    if (!m->nodes || !m->steady || !m->ladders || !m->holdings || !m->scores ||
        !m->incentives || !m->funds)
        return NULL;
    if (!open_table(memory, base, candidate, &table)) return NULL;
    bool comparable = same_columns(&base->request, &candidate->request) &&
                      base->starts.month == candidate->starts.month &&
                      base->starts.day == candidate->starts.day;
    if (comparable) pair_rules(m);
    add_base_nodes(&table, base);
    for (size_t i = 0; i < candidate->node_count; i++)
        m->nodes[i] = comparable ? find_node(m, &table, candidate->nodes[i]) : NO_MATCH;
    compare_rules(m);
    find_steady(m);
    return m;
}
