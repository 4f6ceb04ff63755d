/* near_lines.c - finds the lines that somebody stands close to: see edges.h.
 *
 * A line is any comparison of a number that a requirement comes to: those of between(..) and of
 * a score that must pass as well as plain ones. Called by api/edges.c. */
#include "compare/edges.h"

#include "eval/frame.h"

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

/* The steps in which it moves: cents, persons, or what comparisons can tell apart. */
static number step_of(const plan *p, measure m, number actual, number needed) {
    if (m == MEASURE_COUNT || m == MEASURE_DAYS) return NUMBER_ONE;
    number step = NUMBER_ONE;
    for (int i = 0; m == MEASURE_MONEY && i < p->currency_places; i++)
        step /= 10;
    if (m == MEASURE_MONEY) return step;
    bool whole = number_is_whole(actual) && number_is_whole(needed);
    return whole && m != MEASURE_PERCENT ? NUMBER_ONE : NUMBER_GRID;
}

/* The value nearest to the line for which it is answered the other way. */
static number target_of(comparison how, bool met, number needed, number step) {
    number line = number_on_grid(needed);
    bool under = (how == COMPARE_AT_LEAST || how == COMPARE_ABOVE) == met;
    bool may_touch = (how == COMPARE_AT_LEAST || how == COMPARE_AT_MOST) != met;
    if (under) return floor_to(may_touch ? line : line - NUMBER_GRID, step);
    return ceiling_to(may_touch ? line : line + NUMBER_GRID, step);
}

/* --- what moves -----------------------------------------------------------------------------
 */

/* What a scenario can set for a partner, by its place among metrics, scores and columns of
 * partner, which share their names. */
typedef struct mover {
    const char *name; /* NULL: nothing that could be set */
    int place;
} mover;

/* The column of the partner's row whose number this is; -1: none. */
static int column_of(const node *n) {
    while (n->kind == NODE_OVERRIDDEN || n->kind == NODE_CONVERTED)
        n = n->items[0];
    return n->kind == NODE_COLUMN && n->shape == SHAPE_PARTNER ? n->column : -1;
}

/* The first whose value this is, or, with a name, the one of that name if this is its value. */
static mover mover_of(const plan *p, const node *value, const char *name) {
    const source_request *partner = &p->request.sources[0];
    int place = 0, column = column_of(value);
    for (size_t i = 0; i < p->metric_count; i++, place++)
        if (p->metrics[i].value == value && (!name || !strcmp(name, p->metrics[i].is.name)))
            return (mover){p->metrics[i].is.name, place};
    for (size_t i = 0; i < p->score_count; i++, place++)
        if (p->scores[i].total == value && (!name || !strcmp(name, p->scores[i].is.name)))
            return (mover){p->scores[i].is.name, place};
    for (size_t i = 0; i < partner->count; i++, place++)
        if ((int)i == column && (!name || !strcmp(name, partner->columns[i].name)))
            return (mover){partner->columns[i].name, place};
    return (mover){0};
}

static bool is_score(const plan *p, mover what) {
    size_t place = (size_t)what.place;
    return place >= p->metric_count && place < p->metric_count + p->score_count;
}

/* As it is called where it is asked of: metrics and cells of the same value are one node. */
static const char *asked_name(const requirement *line) {
    const term *t = line->term;
    if (line->key) return line->key;
    if (t->kind == TERM_CALL && t->method) t = t->entries[0].value;
    return t->kind == TERM_REFERENCE ? t->member : NULL;
}

/* --- finding near lines ---------------------------------------------------------------------
 */

typedef struct finding {
    arena *memory;
    const result *base;
    nearness how;
    const uint32_t *only;
    size_t only_count;
    line_asker asker;
    uint8_t *seen; /* by node: its conditions were looked at */
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

static bool look_at(finding *f, const node *line, mover what, uint32_t partner) {
    const result *r = f->base;
    if (r->wrong[partner] || (f->asker.of && !result_applies(r, f->asker.of, partner)))
        return true;
    value actual = result_value(r, line->items[0], partner),
          needed = result_value(r, line->items[1], partner);
    if (!has_number(&actual) || !has_number(&needed)) return true;
    number step = step_of(r->plan, actual.measure, actual.number, needed.number);
    bool met = comparison_holds(line->comparison, number_compare(actual.number, needed.number));
    number target = target_of(line->comparison, met, needed.number, step);
    number gap = target - number_on_grid(actual.number);
    if (gap < 0) gap = -gap;
    if (target < 0 && is_score(r->plan, what)) return true; /* no total is */
    if (!is_near(f, actual.measure, needed.number, gap)) return true;
    near_line *items = arena_grow(f->memory, f->items, f->count, &f->capacity, sizeof *items);
    if (!items) return false;
    f->items = items;
    items[f->count++] =
        (near_line){.partner = partner,
                    .name = what.name,
                    .place = what.place,
                    .measure = actual.measure,
                    .asker = f->asker,
                    .actual = actual.number,
                    .needed = needed.number,
                    .target = target,
                    .nearer = target > actual.number ? target - step : target + step,
                    .gap = gap};
    return true;
}

static bool look_at_comparison(finding *f, const node *line, const char *name) {
    mover what = mover_of(f->base->plan, line->items[0], name);
    if (!what.name) what = mover_of(f->base->plan, line->items[0], NULL);
    size_t count = f->only ? f->only_count : f->base->facts->partner_count;
    bool fine = true;
    for (size_t i = 0; what.name && fine && i < count; i++)
        fine = look_at(f, line, what, f->only ? f->only[i] : (uint32_t)i);
    return fine;
}

static bool is_line(const node *n) {
    return n->kind == NODE_COMPARE && n->comparison >= COMPARE_AT_LEAST &&
           n->items[0]->type == TYPE_NUMBER;
}

static bool holds_conditions(const node *n) {
    return n->kind == NODE_ALL || n->kind == NODE_ANY || n->kind == NODE_NONE ||
           n->kind == NODE_N_OF || n->kind == NODE_COMPARE || n->kind == NODE_OVERRIDDEN;
}

/* Goes into conditions of conditions: whether a line decides is seen by evaluating it. */
static bool look_into(finding *f, const node *n, const char *name) {
    bool fine = true;
    if (n->type != TYPE_BOOLEAN || n->shape != SHAPE_PARTNER) return true;
    if (is_line(n)) return look_at_comparison(f, n, name);
    if (!holds_conditions(n) || f->seen[n->id]) return true;
    f->seen[n->id] = 1;
    for (size_t i = 0; fine && i < n->count; i++)
        fine = look_into(f, n->items[i], name);
    return fine;
}

static bool look_at_all(finding *f, const requirement *group) {
    if (group->kind == REQUIRE_LINE) return look_into(f, group->met, asked_name(group));
    bool fine = true;
    for (size_t i = 0; fine && i < group->count; i++)
        fine = look_at_all(f, &group->items[i]);
    return fine;
}

/* What a level, certification or obligation asks. */
static bool look_at_asker(finding *f, const declared *asks, const requirement *requires) {
    f->asker.asks = asks;
    memset(f->seen, 0, f->base->plan->node_count);
    return look_at_all(f, requires);
}

int near_lines_compare(const void *a, const void *b) {
    const near_line *x = a, *y = b;
    if (x->partner != y->partner) return x->partner < y->partner ? -1 : 1;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    if (x->target != y->target) return x->target < y->target ? -1 : 1;
    if (x->needed != y->needed) return x->needed < y->needed ? -1 : 1;
    return strcmp(x->asker.asks->name, y->asker.asks->name);
}

/* Several levels may draw the same line: it is looked at once, and knows them all. */
static size_t join_repeats(near_line *items, size_t count, line_asker *askers) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        near_line *last = kept ? &items[kept - 1] : NULL;
        bool again = last && last->partner == items[i].partner &&
                     last->place == items[i].place && last->target == items[i].target;
        askers[i] = items[i].asker;
        if (!again) {
            last = &items[kept++];
            *last = items[i];
            last->askers = &askers[i];
        }
        last->asker_count++;
    }
    return kept;
}

static bool lies_on_way(const near_line *between, const near_line *to) {
    return between->partner == to->partner && between->place == to->place &&
           (between->target > between->actual) == (to->target > to->actual);
}

/* Lines of one partner and one thing that moves stand by their targets: the way to one leads
 * over its neighbour towards what the partner has. */
static void mark_further(near_line *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool up = items[i].target > items[i].actual;
        if (up ? i == 0 : i + 1 == count) continue;
        items[i].further = lies_on_way(&items[up ? i - 1 : i + 1], &items[i]);
    }
}

/* What all levels, certifications and obligations ask. */
static bool look_at_everything(finding *f) {
    const plan *p = f->base->plan;
    bool fine = true;
    for (size_t i = 0; i < p->ladder_count; i++) {
        const ladder *l = f->asker.of = &p->ladders[i];
        for (size_t k = 0; fine && k < l->level_count; k++)
            fine = look_at_asker(f, &l->levels[k].is, &l->levels[k].requires);
    }
    f->asker.of = NULL;
    for (size_t i = 0; fine && i < p->holding_count; i++)
        fine = look_at_asker(f, &p->holdings[i].is, &p->holdings[i].requires);
    return fine;
}

bool near_lines_find(arena *memory, const result *base, nearness how, const uint32_t *only,
                     size_t only_count, near_line **out, size_t *count) {
    finding f = {
        .memory = memory, .base = base, .how = how, .only = only, .only_count = only_count};
    f.seen = arena_array(memory, base->plan->node_count, 1);
    if (!f.seen || !look_at_everything(&f)) return false;
    line_asker *askers = arena_array(memory, f.count, sizeof *askers);
    if (!askers) return false;
    if (f.count) qsort(f.items, f.count, sizeof *f.items, near_lines_compare);
    *out = f.items;
    *count = join_repeats(f.items, f.count, askers);
    mark_further(f.items, *count);
    return true;
}
