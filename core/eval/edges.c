/* edges.c - near lines and edges: see edges.h. Called by api/edges.c. */
#include "eval/edges.h"

#include "eval/match.h"

#include <stdlib.h>
#include <string.h>

/* --- the other side of a line ---------------------------------------------------------------
 */

static number floor_to(number x, number step) {
    number rest = x % step;
    return x - (rest < 0 ? rest + step : rest);
}

static number ceiling_to(number x, number step) {
    return -floor_to(-x, step);
}

/* The steps in which a metric moves: cents, persons, or what comparisons can tell apart. */
static number step_of(const plan *p, measure m, number actual, number needed) {
    if (m == MEASURE_COUNT || m == MEASURE_DAYS) return NUMBER_ONE;
    number step = NUMBER_ONE;
    for (int i = 0; m == MEASURE_MONEY && i < p->currency_places; i++)
        step /= 10;
    if (m == MEASURE_MONEY) return step;
    bool whole = number_is_whole(actual) && number_is_whole(needed);
    return whole && m != MEASURE_PERCENT ? NUMBER_ONE : NUMBER_GRID;
}

static bool is_met(comparison how, number actual, number needed) {
    int order = number_compare(actual, needed);
    switch (how) {
    case COMPARE_AT_LEAST:
        return order >= 0;
    case COMPARE_ABOVE:
        return order > 0;
    case COMPARE_AT_MOST:
        return order <= 0;
    default:
        return order < 0;
    }
}

/* The value nearest to the line for which it is answered the other way. */
static number target_of(comparison how, bool met, number needed, number step) {
    number line = number_on_grid(needed);
    bool under = (how == COMPARE_AT_LEAST || how == COMPARE_ABOVE) == met;
    bool may_touch = (how == COMPARE_AT_LEAST || how == COMPARE_AT_MOST) != met;
    if (under) return floor_to(may_touch ? line : line - NUMBER_GRID, step);
    return ceiling_to(may_touch ? line : line + NUMBER_GRID, step);
}

/* --- finding near lines ---------------------------------------------------------------------
 */

typedef struct finding {
    arena *memory;
    const result *base;
    nearness how;
    const uint32_t *only;
    size_t only_count;
    const ladder *of; /* whose level asks; NULL: a certification or obligation */
    near_line *items;
    size_t count, capacity;
} finding;

static bool is_near(const finding *f, measure m, number needed, number gap) {
    number most;
    number size = needed < 0 ? -needed : needed;
    if (!f->how.part)
        return m != MEASURE_MONEY && m != MEASURE_PERCENT &&
               number_compare(gap, f->how.most) <= 0;
    return number_multiply(&most, size, f->how.most) && number_compare(gap, most) <= 0;
}

static bool has_number(const value *v) {
    return v->state == CELL_VALUE && v->type == TYPE_NUMBER;
}

static bool look_at(finding *f, const declared *asks, const requirement *line, int metric,
                    uint32_t partner) {
    const result *r = f->base;
    if (r->wrong[partner] || (f->of && !result_applies(r, f->of, partner))) return true;
    value actual = result_value(r, line->actual, partner),
          needed = result_value(r, line->needed, partner);
    if (!has_number(&actual) || !has_number(&needed)) return true;
    number step = step_of(r->plan, actual.measure, actual.number, needed.number);
    bool met = is_met(line->comparison, actual.number, needed.number);
    number target = target_of(line->comparison, met, needed.number, step);
    number gap = target - number_on_grid(actual.number);
    if (gap < 0) gap = -gap;
    if (!is_near(f, actual.measure, needed.number, gap)) return true;
    near_line *items = arena_grow(f->memory, f->items, f->count, &f->capacity, sizeof *items);
    if (!items) return false;
    f->items = items;
    items[f->count++] =
        (near_line){partner, metric, asks, actual.number, needed.number, target, gap};
    return true;
}

static int metric_of(const plan *p, const node *actual) {
    for (size_t i = 0; i < p->metric_count; i++)
        if (p->metrics[i].value == actual) return (int)i;
    return -1;
}

static bool can_flip(const requirement *line) {
    return line->actual && line->needed && line->actual->type == TYPE_NUMBER &&
           line->comparison >= COMPARE_AT_LEAST;
}

static bool look_at_line(finding *f, const declared *asks, const requirement *line) {
    int metric = can_flip(line) ? metric_of(f->base->plan, line->actual) : -1;
    size_t count = f->only ? f->only_count : f->base->facts->partner_count;
    bool fine = true;
    for (size_t i = 0; metric >= 0 && fine && i < count; i++)
        fine = look_at(f, asks, line, metric, f->only ? f->only[i] : (uint32_t)i);
    return fine;
}

static bool look_at_all(finding *f, const declared *asks, const requirement *group) {
    if (group->kind == REQUIRE_LINE) return look_at_line(f, asks, group);
    bool fine = true;
    for (size_t i = 0; fine && i < group->count; i++)
        fine = look_at_all(f, asks, &group->items[i]);
    return fine;
}

static int compare_lines(const void *a, const void *b) {
    const near_line *x = a, *y = b;
    if (x->partner != y->partner) return x->partner < y->partner ? -1 : 1;
    if (x->metric != y->metric) return x->metric < y->metric ? -1 : 1;
    if (x->target != y->target) return x->target < y->target ? -1 : 1;
    if (x->needed != y->needed) return x->needed < y->needed ? -1 : 1;
    return strcmp(x->asks->name, y->asks->name);
}

/* Several levels may draw the same line. */
static size_t drop_repeats(near_line *items, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const near_line *last = kept ? &items[kept - 1] : NULL;
        if (last && last->partner == items[i].partner && last->metric == items[i].metric &&
            last->target == items[i].target)
            continue;
        items[kept++] = items[i];
    }
    return kept;
}

bool near_lines_find(arena *memory, const result *base, nearness how, const uint32_t *only,
                     size_t only_count, near_line **out, size_t *count) {
    const plan *p = base->plan;
    finding f = {
        .memory = memory, .base = base, .how = how, .only = only, .only_count = only_count};
    bool fine = true;
    for (size_t i = 0; i < p->ladder_count; i++) {
        f.of = &p->ladders[i];
        for (size_t k = 0; fine && k < f.of->level_count; k++)
            fine = look_at_all(&f, &f.of->levels[k].is, &f.of->levels[k].requires);
    }
    f.of = NULL;
    for (size_t i = 0; fine && i < p->holding_count; i++)
        fine = look_at_all(&f, &p->holdings[i].is, &p->holdings[i].requires);
    if (f.count) qsort(f.items, f.count, sizeof *f.items, compare_lines);
    *out = f.items;
    *count = drop_repeats(f.items, f.count);
    return fine;
}

/* --- reading what an evaluation found -------------------------------------------------------
 */

static bool shares_total(const cap *caps, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (caps[i].kind == CAP_TOTAL) return true;
    return false;
}

bool partners_stand_apart(const plan *base, const plan *candidate) {
    arena scratch = {0};
    const plan_match *m = plans_match(&scratch, base, candidate);
    bool apart = m != NULL;
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
    return compare_lines(&x->line, &y->line);
}

void edges_sort(edge_list *edges) {
    if (edges->count) qsort(edges->items, edges->count, sizeof *edges->items, compare_edges);
}
