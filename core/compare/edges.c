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

/* A level of the ladder, else what no ladder asks, else whoever is first: a level that asks for
 * one of another ladder turns at that one's lines. */
static line_asker asker_for(const near_line *line, const ladder *l) {
    for (size_t i = 0; i < line->asker_count; i++)
        if (line->askers[i].of == l) return line->askers[i];
    for (size_t i = 0; i < line->asker_count; i++)
        if (!line->askers[i].of) return line->askers[i];
    return line->asker;
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
        edge *added = &items[out->count++];
        *added = (edge){*line, (int)i, from, to, before, after, after - before};
        added->line.asker = asker_for(line, &base->plan->ladders[i]);
    }
    return true;
}

near_line *edges_approaches(arena *memory, const edge_list *edges, size_t *count) {
    near_line *lines = arena_array(memory, edges->count, sizeof *lines);
    size_t all = 0, kept = 0;
    *count = 0;
    if (!lines) return NULL;
    for (size_t i = 0; i < edges->count; i++) {
        if (!edges->items[i].line.further) continue;
        near_line *approach = &lines[all++];
        *approach = edges->items[i].line;
        approach->target = approach->nearer;
    }
    if (all) qsort(lines, all, sizeof *lines, near_lines_compare);
    for (size_t i = 0; i < all; i++) {
        const near_line *last = kept ? &lines[kept - 1] : NULL;
        bool again = last && last->partner == lines[i].partner &&
                     last->place == lines[i].place && last->target == lines[i].target;
        if (!again) lines[kept++] = lines[i];
    }
    *count = kept;
    return lines;
}

/* By partner, what moves, where it is moved to, ladder. */
static int compare_places(const edge *x, const edge *y, number x_target) {
    if (x->line.partner != y->line.partner) return x->line.partner < y->line.partner ? -1 : 1;
    if (x->line.place != y->line.place) return x->line.place < y->line.place ? -1 : 1;
    if (x_target != y->line.target) return x_target < y->line.target ? -1 : 1;
    return (x->ladder > y->ladder) - (x->ladder < y->ladder);
}

static int compare_approaches(const void *a, const void *b) {
    return compare_places(a, b, ((const edge *)a)->line.target);
}

static bool is_earlier(const edge *e, const edge_list *approaches) {
    size_t low = 0, high = approaches->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare_places(e, &approaches->items[middle], e->line.nearer);
        if (order == 0) return approaches->items[middle].to == e->to;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

void edges_drop_earlier(edge_list *edges, const edge_list *approaches) {
    size_t kept = 0;
    if (!approaches->count) return;
    qsort(approaches->items, approaches->count, sizeof *approaches->items, compare_approaches);
    for (size_t i = 0; i < edges->count; i++) {
        const edge *e = &edges->items[i];
        if (e->line.further && is_earlier(e, approaches)) continue;
        edges->items[kept++] = *e;
    }
    edges->count = kept;
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
