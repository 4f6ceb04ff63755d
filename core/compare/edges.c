/* edges.c - what turns on a near line, once it was evaluated: see edges.h. Called by
 * api/edges.c. */
#include "compare/edges.h"

#include "eval/match.h"

#include <stdlib.h>

static bool shares_total(const cap *caps, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (caps[i].kind == CAP_TOTAL) return true;
    return false;
}

static bool looks_at_all(const node *n) {
    switch (n->kind) {
    case NODE_TOTAL:
    case NODE_RANK:
    case NODE_PERCENTILE:
    case NODE_ROLLUP:
    case NODE_ALLOCATE:
    case NODE_POSITION:
        return true;
    default:
        return false;
    }
}

/* Whether what looks at all partners sees of them what the base's did. */
static bool looks_are_steady(const plan_match *m) {
    const plan *p = m->candidate;
    for (size_t i = 0; p->across && i < p->node_count; i++)
        if (looks_at_all(p->nodes[i]) &&
            (m->nodes[i] == NO_MATCH || m->steady[i] != NODE_STEADY))
            return false;
    return true;
}

bool partners_stand_apart(const plan *base, const plan *candidate) {
    arena scratch = {0};
    const plan_match *m = plans_match(&scratch, base, candidate);
    bool apart = m && looks_are_steady(m);
    for (size_t i = 0; apart && i < candidate->incentive_count; i++) {
        const incentive *rule = &candidate->incentives[i];
        apart = m->incentives[i].steady || !shares_total(rule->caps, rule->cap_count);
    }
    for (size_t i = 0; apart && i < candidate->fund_count; i++) {
        const fund *rule = &candidate->funds[i];
        apart = m->funds[i].steady || !shares_total(rule->caps, rule->cap_count);
    }
    arena_free(&scratch);
    return apart;
}

static bool find_item(const partial_result *r, uint32_t partner, size_t *item) {
    size_t low = 0, high = r->count;
    *item = partner;
    if (!r->partners) return true;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (r->partners[middle] < partner)
            low = middle + 1;
        else
            high = middle;
    }
    *item = low;
    return low < r->count && r->partners[low] == partner;
}

static int level_at(const result *r, size_t ladder, size_t item) {
    const column *levels = &r->levels[ladder];
    return levels->states[item] == CELL_VALUE ? (int)levels->values[item] : -1;
}

bool edges_read(arena *memory, const result *base, const partial_result *candidate,
                const near_line *line, edge_list *out) {
    size_t item;
    const result *found = candidate->found;
    if (!found || !find_item(candidate, line->partner, &item) || found->wrong[item])
        return true;
    number before = base->payout[line->partner], after = found->payout[item];
    for (size_t i = 0; i < base->plan->ladder_count; i++) {
        int from = level_at(base, i, line->partner), to = level_at(found, i, item);
        if (from == to) continue;
        edge *items = arena_grow(memory, out->items, out->count, &out->capacity, sizeof *items);
        if (!items) return false;
        out->items = items;
        items[out->count++] = (edge){*line, (int)i, from, to, before, after, after - before};
    }
    return true;
}

static number size_of(number n) {
    return n < 0 ? -n : n;
}

static int compare_edges(const void *a, const void *b) {
    const edge *x = a, *y = b;
    number xs = size_of(x->delta), ys = size_of(y->delta);
    if (xs != ys) return xs > ys ? -1 : 1;
    if (x->line.partner != y->line.partner) return x->line.partner < y->line.partner ? -1 : 1;
    if (x->ladder != y->ladder) return x->ladder < y->ladder ? -1 : 1;
    return near_lines_compare(&x->line, &y->line);
}

void edges_sort(edge_list *edges) {
    if (edges->count) qsort(edges->items, edges->count, sizeof *edges->items, compare_edges);
}
