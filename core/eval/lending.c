#include "eval/lending.h"

#include <string.h>

/* Texts of rules have codes of their own in every evaluation: only texts of cells can be lent.
 */
static bool can_be_lent(const lending *from, const node *n) {
    if (from->match->steady[n->id] != NODE_STEADY) return false;
    return n->kind != NODE_CONSTANT && (n->type != TYPE_TEXT || n->kind == NODE_COLUMN);
}

static const column *base_column(const result *part, int node) {
    const column *slot = &part->workings->partners.slots[node];
    return slot->states ? slot : NULL;
}

/* Errors are not lent: they arise anew, and are reported, where they are needed. */
static bool is_complete(const column *c, size_t count) {
    return memchr(c->states, 0, count) == NULL && memchr(c->states, CELL_WRONG, count) == NULL;
}

/* The part of the base that covers the evaluation's stretch, and where in it the stretch
 * begins. */
static const result *part_around(const evaluation *e, size_t *offset) {
    const result *base = e->lends->base;
    *offset = e->first;
    if (e->members) return NULL;
    if (!base->part_count) return base;
    for (size_t i = 0; i < base->part_count; i++) {
        const result_part *part = &base->parts[i];
        if (e->first < part->first || e->first + e->count > part->first + part->count) continue;
        *offset = e->first - part->first;
        return part->out;
    }
    return NULL;
}

/* Where a partner stands in the base: its part and its item there. */
static const result *part_with(const result *base, uint32_t partner, uint32_t *item) {
    size_t i = 0;
    *item = partner;
    if (!base->part_count) return base;
    while (i + 1 < base->part_count && base->parts[i + 1].first <= partner)
        i++;
    *item = partner - base->parts[i].first;
    return base->parts[i].out;
}

/* Copies the members' values; those that the base did not compute, and errors, stay uncomputed.
 */
static bool gather_column(frame *f, int node, column *slot) {
    const evaluation *e = f->of;
    number *values = arena_array(f->scratch, e->count, sizeof *values);
    uint8_t *states = arena_array(f->scratch, e->count, 1);
    if (!values || !states) return false;
    for (size_t i = 0; i < e->count; i++) {
        uint32_t item;
        const column *known =
            base_column(part_with(e->lends->base, member_of(e, i), &item), node);
        if (!known || known->states[item] == CELL_WRONG) continue;
        values[i] = known->values[item];
        states[i] = known->states[item];
    }
    *slot = (column){values, states};
    return true;
}

bool column_lend(frame *f, const node *n, column *slot) {
    const evaluation *e = f->of;
    if (!can_be_lent(e->lends, n)) return false;
    int node = e->lends->match->nodes[n->id];
    size_t offset;
    const result *part = part_around(e, &offset);
    const column *whole = part ? base_column(part, node) : NULL;
    if (part && !whole) return false;
    if (whole) {
        column own = {whole->values + offset, whole->states + offset};
        if (is_complete(&own, e->count)) {
            *slot = own; /* never written to: nothing in it is left to compute */
            return true;
        }
    }
    return gather_column(f, node, slot);
}

/* --- settled rules ------------------------------------------------------------------------ */

static void *gather(const evaluation *e, const void *whole, size_t item_size) {
    char *own = arena_array(e->memory, e->count, item_size);
    for (size_t i = 0; own && i < e->count; i++)
        memcpy(own + i * item_size, (const char *)whole + member_of(e, i) * item_size,
               item_size);
    return own;
}

/* The members' stretches of a list, one behind the other; *first_out says where each begins. */
static void *gather_list(const evaluation *e, const size_t *first, const void *whole,
                         size_t item_size, size_t **first_out) {
    size_t count = 0, *own_first = arena_array(e->memory, e->count + 1, sizeof *own_first);
    for (size_t i = 0; i < e->count; i++)
        count += first[member_of(e, i) + 1] - first[member_of(e, i)];
    char *own = arena_array(e->memory, count, item_size);
    size_t at = 0;
    for (size_t i = 0; own && own_first && i < e->count; i++) {
        uint32_t member = member_of(e, i);
        size_t length = first[member + 1] - first[member];
        own_first[i] = at;
        if (length)
            memcpy(own + at * item_size, (const char *)whole + first[member] * item_size,
                   length * item_size);
        at += length;
    }
    if (own_first) own_first[e->count] = at;
    *first_out = own_first;
    return own;
}

static bool has_errors(const evaluation *e, const uint8_t *states) {
    for (size_t i = 0; i < e->count; i++)
        if (states[member_of(e, i)] == CELL_WRONG) return true;
    return false;
}

static bool covers_everybody(const evaluation *e) {
    return !e->members && e->count == e->lends->base->facts->partner_count;
}

bool incentive_lend(evaluation *e, int index) {
    const rule_match *rule = &e->lends->match->incentives[index];
    const node *payee = e->plan->incentives[index].payee;
    if (!rule->steady || (payee && payee->kind != NODE_COLUMN)) return false;
    const incentive_result *base = &e->lends->base->incentives[rule->base];
    incentive_result *own = &e->out->incentives[index];
    if (has_errors(e, base->states)) return false;
    if (covers_everybody(e)) {
        *own = *base;
        return true;
    }
    own->states = gather(e, base->states, 1);
    own->due = gather(e, base->due, 1);
    own->paid = gather(e, base->paid, sizeof(number));
    own->lines = gather_list(e, base->first, base->lines, sizeof(line), &own->first);
    if (base->carried) {
        own->opening = gather(e, base->opening, sizeof(number));
        own->carried = gather(e, base->carried, sizeof(number));
        if (!own->opening || !own->carried) return false;
    }
    return own->states && own->due && own->paid && own->lines && own->first;
}

bool fund_lend(evaluation *e, int index) {
    const rule_match *rule = &e->lends->match->funds[index];
    if (!rule->steady) return false;
    const fund_result *base = &e->lends->base->funds[rule->base];
    fund_result *own = &e->out->funds[index];
    if (has_errors(e, base->states)) return false;
    if (covers_everybody(e)) {
        *own = *base;
        return true;
    }
    own->states = gather(e, base->states, 1);
    own->due = gather(e, base->due, 1);
    own->opening = gather(e, base->opening, sizeof(number));
    own->accrued = gather(e, base->accrued, sizeof(number));
    own->paid = gather(e, base->paid, sizeof(number));
    own->expired = gather(e, base->expired, sizeof(number));
    own->balance = gather(e, base->balance, sizeof(number));
    own->claims = gather_list(e, base->first, base->claims, sizeof(claim_result), &own->first);
    if (base->lot_first) {
        own->lots =
            gather_list(e, base->lot_first, base->lots, sizeof(fund_lot), &own->lot_first);
        if (!own->lots || !own->lot_first) return false;
    }
    return own->states && own->due && own->opening && own->accrued && own->paid &&
           own->expired && own->balance && own->claims && own->first;
}

static bool same_and_steady(const plan_match *m, const node *own, const node *its) {
    if (!own || !its) return own == its;
    return m->nodes[own->id] == its->id && m->steady[own->id] == NODE_STEADY;
}

static const routing *same_routing(const plan_match *m, const routing *own) {
    for (size_t i = 0; i < m->base->routing_count; i++) {
        const routing *known = &m->base->routings[i];
        if (known->each == own->each && strcmp(known->is.name, own->is.name) == 0) return known;
    }
    return NULL;
}

bool routing_lend(evaluation *e, int index) {
    const plan_match *m = e->lends->match;
    const routing *own = &e->plan->routings[index], *known = same_routing(m, own);
    if (!known || !covers_everybody(e)) return false;
    const node *its[] = {known->where, known->order, known->met, known->prefers, known->cap};
    const node *mine[] = {own->where, own->order, own->met, own->prefers, own->cap};
    for (int i = 0; i < 5; i++)
        if (!same_and_steady(m, mine[i], its[i])) return false;
    const routing_result *base = &e->lends->base->routings[known - m->base->routings];
    if (has_errors(e, base->states)) return false;
    e->out->routings[index] = *base;
    return true;
}

/* Lines keep what `pays` says and who is paid; what else orders or caps them by row they do
 * not. */
static bool lines_say_all(const incentive *rule) {
    for (size_t i = 0; i < rule->cap_count; i++)
        if (rule->caps[i].kind == CAP_ROW || rule->caps[i].kind == CAP_COLUMN) return false;
    return rule->each >= 0 && !rule->order &&
           (!rule->payee || rule->payee->kind == NODE_COLUMN);
}

const incentive_result *lines_lent(const evaluation *e, const incentive *rule) {
    if (!e->lends || !lines_say_all(rule)) return NULL;
    const plan_match *m = e->lends->match;
    int base = m->incentives[rule - e->plan->incentives].base;
    if (base < 0) return NULL;
    const incentive *known = &m->base->incentives[base];
    const node *own[] = {rule->where, rule->pays, rule->payee};
    const node *its[] = {known->where, known->pays, known->payee};
    if (rule->each != known->each || known->order || !lines_say_all(known)) return NULL;
    for (int i = 0; i < 3; i++)
        if (!same_and_steady(m, own[i], its[i])) return NULL;
    return &e->lends->base->incentives[base];
}
