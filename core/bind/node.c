/* node.c - makes nodes; equal ones only once. */
#include "bind/binder.h"

#include <string.h>

static uint64_t mix(uint64_t h, uint64_t value) {
    h = (h ^ value) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

static uint64_t mix_text(uint64_t h, const char *text) {
    for (; text && *text; text++)
        h = mix(h, (unsigned char)*text);
    return h;
}

static uint64_t node_hash(const node *n) {
    uint64_t h = mix((uint64_t)n->kind, (uint64_t)n->type * 64 + (uint64_t)n->measure);
    h = mix(h, (uint64_t)n->constant);
    h = mix(h, (uint64_t)((n->source + 1) * 4096 + n->column));
    h = mix(h, (uint64_t)(n->index * 16 + (int)n->comparison));
    h = mix(h, (uint64_t)n->aggregate * 8 + (uint64_t)n->period);
    h = mix(h, (uint64_t)(n->rows_of + 1));
    for (size_t i = 0; i < n->count; i++)
        h = mix(h, n->items[i] ? (uint64_t)n->items[i]->id : 77);
    return mix_text(h, n->text);
}

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Everything that decides the value; not where it is written. */
static bool same_node(const node *a, const node *b) {
    if (a->kind != b->kind || a->type != b->type || a->measure != b->measure) return false;
    if (a->count != b->count || a->source != b->source || a->ladder != b->ladder) return false;
    if (a->constant != b->constant || a->has_value != b->has_value) return false;
    if (a->has_default != b->has_default || a->strict != b->strict) return false;
    if (a->minor_units != b->minor_units) return false;
    if (a->negative != b->negative || a->column != b->column || a->index != b->index)
        return false;
    if (a->rows_of != b->rows_of || a->comparison != b->comparison) return false;
    if (a->aggregate != b->aggregate || a->direction != b->direction) return false;
    if (a->period != b->period || a->part != b->part) return false;
    for (size_t i = 0; i < a->count; i++) {
        if (a->items[i] != b->items[i]) return false;
    }
    return same_text(a->text, b->text);
}

static bool grow_slots(binder *b) {
    size_t slot_count = b->node_slot_count ? b->node_slot_count * 2 : 256;
    uint32_t *slots = arena_array(b->memory, slot_count, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < b->plan->node_count; i++) {
        size_t at = node_hash(b->plan->nodes[i]) & (slot_count - 1);
        while (slots[at])
            at = (at + 1) & (slot_count - 1);
        slots[at] = (uint32_t)i + 1;
    }
    b->node_slots = slots;
    b->node_slot_count = slot_count;
    return true;
}

static const node *add_node(binder *b, node wanted, size_t slot) {
    plan *p = b->plan;
    const node **nodes =
        arena_grow(b->memory, p->nodes, p->node_count, &b->node_capacity, sizeof *nodes);
    node *made = arena_allocate(b->memory, sizeof *made);
    const node **items = arena_array(b->memory, wanted.count, sizeof *items);
    if (!nodes || !made || !items) return NULL;
    if (wanted.count) memcpy(items, wanted.items, wanted.count * sizeof *items);
    *made = wanted;
    made->items = items;
    made->id = (int)p->node_count;
    p->nodes = nodes;
    p->nodes[p->node_count++] = made;
    b->node_slots[slot] = (uint32_t)made->id + 1;
    return made;
}

static int depth_over(const node *const *items, size_t count) {
    int depth = 0;
    for (size_t i = 0; i < count; i++) {
        if (items[i] && items[i]->depth > depth) depth = items[i]->depth;
    }
    return depth + 1;
}

static bool is_reference(const binder *b, int source) {
    return source != PARTNER_SOURCE && !b->plan->request.sources[source].partner;
}

/* See node.h. Kinds that stand for a partner's own have no items, or are named here. */
static bool is_shared(const binder *b, const node *n) {
    if (n->kind == NODE_CONSTANT) return true;
    if (n->kind == NODE_COLUMN) return is_reference(b, n->source);
    if (n->kind == NODE_FUNCTION || n->kind == NODE_OVERRIDDEN) return false;
    if (n->rows_of >= 0 && !is_reference(b, n->rows_of)) return false;
    bool shared = n->count > 0;
    for (size_t i = 0; i < n->count; i++)
        shared = shared && (!n->items[i] || n->items[i]->shared);
    return shared;
}

const node *node_intern(binder *b, node wanted) {
    enum { NODES_DEEP = 1000 };
    if ((b->plan->node_count + 1) * 2 > b->node_slot_count && !grow_slots(b)) return NULL;
    size_t mask = b->node_slot_count - 1, at = node_hash(&wanted) & mask;
    for (; b->node_slots[at]; at = (at + 1) & mask) {
        const node *known = b->plan->nodes[b->node_slots[at] - 1];
        if (same_node(known, &wanted)) return known;
    }
    wanted.depth = depth_over(wanted.items, wanted.count);
    for (size_t i = 0; i < wanted.count; i++)
        wanted.across |= wanted.items[i] && wanted.items[i]->across;
    b->plan->across |= wanted.across;
    wanted.shared = is_shared(b, &wanted);
    if (wanted.depth <= NODES_DEEP) return add_node(b, wanted, at);
    problem_add(b->problems, wanted.at,
                "metrics and settings that need each other in a long chain count too",
                "this expression is nested too deeply");
    return NULL;
}

node node_draft(const scope *s, place at, node_kind kind, value_type type) {
    return (node){.kind = kind,
                  .type = type,
                  .source = NO_SOURCE,
                  .ladder = -1,
                  .rows_of = -1,
                  .at = at,
                  .rule = s->rule,
                  .has_value = true,
                  .strict = s->strict && type == TYPE_BOOLEAN};
}

const node *node_number(binder *b, const scope *s, place at, number value, measure m) {
    node n = node_draft(s, at, NODE_CONSTANT, TYPE_NUMBER);
    n.constant = value;
    n.measure = m;
    return node_intern(b, n);
}

const node *node_plain(binder *b, const scope *s, place at, value_type type, int64_t value) {
    node n = node_draft(s, at, NODE_CONSTANT, type);
    n.constant = value;
    return node_intern(b, n);
}

const node *node_text(binder *b, const scope *s, place at, const char *text) {
    node n = node_draft(s, at, NODE_CONSTANT, TYPE_TEXT);
    n.text = text;
    return node_intern(b, n);
}

const node *node_nothing(binder *b, const scope *s, place at, const node *like) {
    node n = node_draft(s, at, NODE_CONSTANT, like->type);
    n.measure = like->measure;
    n.ladder = like->ladder;
    n.has_value = false;
    return node_intern(b, n);
}

static value_type type_of_cell(cell_kind kind) {
    switch (kind) {
    case CELL_TEXT:
        return TYPE_TEXT;
    case CELL_DATE:
        return TYPE_DATE;
    case CELL_BOOLEAN:
        return TYPE_BOOLEAN;
    default:
        return TYPE_NUMBER;
    }
}

const node *node_lookup(binder *b, const scope *s, place at, const node *id, int source,
                        int column) {
    source_request *reached = &b->plan->request.sources[source];
    reached->sought = reached->columns[column].wanted = true;
    node n = node_draft(s, at, NODE_LOOKUP, type_of_cell(reached->columns[column].kind));
    n.measure = reached->columns[column].kind == CELL_MONEY ? MEASURE_MONEY : MEASURE_NUMBER;
    n.rows_of = source;
    n.column = column;
    n.constant = reached->happened_on >= 0 ? s->as_of : 0;
    return node_make(b, s, n, &id, 1);
}

const node *node_column(binder *b, const scope *s, place at, int source, int column) {
    column_request *wanted = &b->plan->request.sources[source].columns[column];
    wanted->wanted = true;
    node n = node_draft(s, at, NODE_COLUMN, type_of_cell(wanted->kind));
    n.measure = wanted->kind == CELL_MONEY ? MEASURE_MONEY : MEASURE_NUMBER;
    n.source = source;
    n.column = column;
    n.shape = source == PARTNER_SOURCE ? SHAPE_PARTNER : SHAPE_ROW;
    return node_intern(b, n);
}

const node *node_at_hand(binder *b, const scope *s, const node *column) {
    node n = node_draft(s, column->at, NODE_AT_HAND, column->type);
    n.measure = column->measure;
    n.shape = SHAPE_PARTNER;
    n.hands = (uint64_t)1 << column->source;
    n.items = &column;
    n.count = 1;
    return node_intern(b, n);
}

/* The widest shape of the items; rows of two sources cannot stand in one expression. */
static bool join_shapes(binder *b, place at, node *n) {
    for (size_t i = 0; i < n->count; i++) {
        const node *item = n->items[i];
        if (!item) continue;
        if (item->shape == SHAPE_ROW && n->shape == SHAPE_ROW && item->source != n->source)
            return problem_add(b->problems, at,
                               "use columns of one source, or an aggregate such as sum(..)",
                               "'%s' and '%s' are rows of different sources",
                               b->plan->request.sources[n->source].name,
                               b->plan->request.sources[item->source].name);
        if (item->shape == SHAPE_ROW) n->source = item->source;
        if (item->shape > n->shape) n->shape = item->shape;
        n->hands |= item->hands;
    }
    return true;
}

typedef enum folding { FOLDED, TOO_LARGE, OUTSIDE_CALENDAR, LEFT_TO_EVALUATOR } folding;

static folding within(bool calendar) {
    return calendar ? FOLDED : OUTSIDE_CALENDAR;
}

static folding fold_date_sum(const node *n, date d, number count, date *found) {
    int64_t moved;
    if (!number_is_whole(count) || !number_to_integer(&moved, count) || moved > 4000000 ||
        moved < -4000000)
        return OUTSIDE_CALENDAR;
    return within(date_add(found, d, n->negative ? -moved : moved, n->period));
}

static folding fold_dates(const node *n, year_start starts, number *out) {
    const date d = (date)n->items[0]->constant;
    number y = n->count > 1 ? n->items[1]->constant : 0;
    date found = 0;
    folding done = LEFT_TO_EVALUATOR;
    switch (n->kind) {
    case NODE_DATE_ADD:
        done = fold_date_sum(n, d, y, &found);
        break;
    case NODE_PERIOD_START:
        done = within(date_period_start(&found, d, n->period, starts));
        break;
    case NODE_PERIOD_END:
        done = within(date_period_end(&found, d, n->period, starts));
        break;
    case NODE_DAYS_BETWEEN:
        *out = (y - d) * NUMBER_ONE;
        return FOLDED;
    case NODE_MONTHS_BETWEEN:
        *out = number_from_integer(date_months_between(d, (date)y));
        return FOLDED;
    default:
        break;
    }
    if (done == FOLDED) *out = found;
    return done;
}

static folding fold_extreme(const node *n, number *out) {
    *out = n->items[0]->constant;
    for (size_t i = 1; i < n->count; i++) {
        number other = n->items[i]->constant;
        if (n->kind == NODE_MIN ? other < *out : other > *out) *out = other;
    }
    return FOLDED;
}

static folding fitting(bool fits) {
    return fits ? FOLDED : TOO_LARGE;
}

/* Arithmetic on constants, done once and for all. What has no value (x / 0) is left to the
 * evaluator. */
static folding fold(const node *n, year_start starts, number *out) {
    for (size_t i = 0; i < n->count; i++) {
        if (n->items[i]->kind != NODE_CONSTANT || !n->items[i]->has_value)
            return LEFT_TO_EVALUATOR;
    }
    if (n->count == 0) return LEFT_TO_EVALUATOR;
    number x = n->items[0]->constant, y = n->count > 1 ? n->items[1]->constant : 0;
    switch (n->kind) {
    case NODE_ADD:
        return fitting(number_add(out, x, y));
    case NODE_SUBTRACT:
        return fitting(number_subtract(out, x, y));
    case NODE_MULTIPLY:
        return fitting(number_multiply(out, x, y));
    case NODE_DIVIDE:
        return y == 0 ? LEFT_TO_EVALUATOR : fitting(number_divide(out, x, y));
    case NODE_MULTIPLY_DIVIDE:
        if (n->items[2]->constant == 0) return LEFT_TO_EVALUATOR;
        return fitting(number_multiply_divide(out, x, y, n->items[2]->constant));
    case NODE_NEGATE:
        *out = -x;
        return FOLDED;
    case NODE_ABS:
        *out = x < 0 ? -x : x;
        return FOLDED;
    case NODE_MIN:
    case NODE_MAX:
        return fold_extreme(n, out);
    default:
        return fold_dates(n, starts, out);
    }
}

/* The constant that these constants make; NULL with *settled false: it is the evaluator's. */
static const node *make_constant(binder *b, const scope *s, const node *draft, bool *settled) {
    number folded;
    folding done = fold(draft, b->plan->starts, &folded);
    *settled = done != LEFT_TO_EVALUATOR;
    if (done == TOO_LARGE)
        problem_add(b->problems, draft->at, NULL,
                    "this is larger than 10^20, the largest amount there is");
    if (done == OUTSIDE_CALENDAR)
        problem_add(b->problems, draft->at, NULL,
                    "the date is outside the years 1 to 9999, or moved by a part of a day");
    if (done != FOLDED) return NULL;
    if (draft->type == TYPE_DATE)
        return node_plain(b, s, draft->at, TYPE_DATE, (int64_t)folded);
    return node_number(b, s, draft->at, folded, draft->measure);
}

const node *node_make(binder *b, const scope *s, node draft, const node **items, size_t count) {
    draft.items = items;
    draft.count = count;
    if (!join_shapes(b, draft.at, &draft)) return NULL;
    bool settled = false;
    const node *constant = NULL;
    if (draft.shape == SHAPE_CONSTANT && (draft.type == TYPE_NUMBER || draft.type == TYPE_DATE))
        constant = make_constant(b, s, &draft, &settled);
    return settled ? constant : node_intern(b, draft);
}

const node *node_over(binder *b, const scope *s, place at, node_kind kind, value_type type,
                      measure m, const node **items, size_t count) {
    node draft = node_draft(s, at, kind, type);
    draft.measure = m;
    return node_make(b, s, draft, items, count);
}

const node *node_compare(binder *b, const scope *s, place at, const node *x, comparison how,
                         const node *y) {
    const node *items[] = {x, y};
    node draft = node_draft(s, at, NODE_COMPARE, TYPE_BOOLEAN);
    draft.comparison = how;
    return node_make(b, s, draft, items, 2);
}

const node *node_group(binder *b, const scope *s, place at, node_kind kind, const node **items,
                       size_t count) {
    if (count == 1 && kind != NODE_NONE) return items[0];
    return node_over(b, s, at, kind, TYPE_BOOLEAN, MEASURE_NUMBER, items, count);
}

const node *node_as(binder *b, const node *n, measure m) {
    if (!n || n->measure == m) return n;
    node changed = *n;
    changed.measure = m;
    return node_intern(b, changed);
}

static size_t term_slot(const term_nodes *known, const term *t, date as_of) {
    uint64_t h = mix((uint64_t)(uintptr_t)t, (uint64_t)as_of);
    size_t at = h & (known->slot_count - 1);
    while (known->slots[at].term &&
           (known->slots[at].term != t || known->slots[at].as_of != as_of))
        at = (at + 1) & (known->slot_count - 1);
    return at;
}

static bool grow_term_nodes(binder *b, term_nodes *known) {
    term_nodes larger = {.slot_count = known->slot_count ? known->slot_count * 2 : 256,
                         .count = known->count};
    larger.slots = arena_array(b->memory, larger.slot_count, sizeof *larger.slots);
    if (!larger.slots) return false;
    for (size_t i = 0; i < known->slot_count; i++) {
        term_node *old = &known->slots[i];
        if (old->term) larger.slots[term_slot(&larger, old->term, old->as_of)] = *old;
    }
    *known = larger;
    return true;
}

const node *node_remember(binder *b, const scope *s, const term *t, const node *n) {
    term_nodes *known = b->plan->term_nodes;
    if (!n) return NULL;
    if ((known->count + 1) * 2 > known->slot_count && !grow_term_nodes(b, known)) return NULL;
    size_t at = term_slot(known, t, s->as_of);
    if (!known->slots[at].term) known->count++;
    known->slots[at] = (term_node){t, s->as_of, n};
    return n;
}

const node *plan_node_of(const plan *p, const term *t, date as_of) {
    const term_nodes *known = p->term_nodes;
    if (!known || !known->slot_count) return NULL;
    return known->slots[term_slot(known, t, as_of)].node;
}
