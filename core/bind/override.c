/* override.c - puts a scenario's values of metrics, scores and numbers of partners' rows in the
 * place of what rules and cells say. */
#include "bind/binder.h"
#include "bind/written.h"

#include "base/nearest.h"

#include <string.h>

/* The value as a constant of the metric's kind. */
static const node *bind_override(binder *b, const scope *s, const node *metric,
                                 const metric_override *o) {
    date d;
    if (!*o->value) return node_nothing(b, s, o->at, metric);
    if (metric->type == TYPE_TEXT) return node_text(b, s, o->at, o->value);
    if (metric->type == TYPE_DATE && date_from_text(&d, o->value, strlen(o->value)))
        return node_plain(b, s, o->at, TYPE_DATE, d);
    if (metric->type == TYPE_BOOLEAN &&
        (strcmp(o->value, "true") == 0 || strcmp(o->value, "false") == 0))
        return node_plain(b, s, o->at, TYPE_BOOLEAN, o->value[0] == 't');
    if (metric->type == TYPE_NUMBER) {
        term plain = {.kind = TERM_NUMBER, .depth = 1, .size = 1};
        entry argument = {.value = &plain};
        term percent = {.kind = TERM_CALL, .name = "percent", .entries = &argument, .count = 1};
        const term *like = metric->measure == MEASURE_PERCENT ? &percent : &plain;
        const term *written = written_term(b->memory, o->value, like, o->at, b->problems);
        number value;
        if (!written || !written_number(written, &value)) return NULL;
        return node_number(b, s, o->at, value, metric->measure);
    }
    problem_add(b->problems, o->at, NULL, "'%s' is no value of '%s', which is %s", o->value,
                o->metric, describe(b, metric));
    return NULL;
}

const node *bind_overridden(binder *b, const scope *s, const char *name, const node *value) {
    const metric_overrides *all = b->plan->overrides;
    size_t count = 0;
    if (!value || !all) return value;
    const node **items = arena_array(b->memory, 2 * all->count + 1, sizeof *items);
    if (!items) return NULL;
    items[count++] = value;
    for (size_t i = 0; i < all->count; i++) {
        const metric_override *o = &all->items[i];
        if (strcmp(o->metric, name) != 0) continue;
        const node *own = bind_override(b, s, value, o);
        items[count++] = node_text(b, s, o->partner_at, o->partner);
        items[count++] = own;
        if (!own || !items[count - 2]) return NULL;
    }
    if (count == 1) return value;
    node draft = node_draft(s, value->at, NODE_OVERRIDDEN, value->type);
    draft.measure = value->measure;
    draft.shape = SHAPE_PARTNER;
    return node_make(b, s, draft, items, count);
}

/* A cell that was wrapped already: rules read it in many places. */
typedef struct own_cell {
    const node *cell, *own; /* own NULL: a value that is none, which was reported */
} own_cell;

/* Money comes in the program's currency. */
const node *bind_own_cell(binder *b, const scope *s, int column, const node *cell) {
    const source_request *partner = &b->plan->request.sources[PARTNER_SOURCE];
    if (!cell || !b->plan->overrides || cell->type != TYPE_NUMBER) return cell;
    if (!b->own_cells)
        b->own_cells = arena_array(b->memory, partner->count, sizeof *b->own_cells);
    if (!b->own_cells) return NULL;
    own_cell *known = &b->own_cells[column];
    if (known->cell != cell)
        *known = (own_cell){cell, bind_overridden(b, s, partner->columns[column].name, cell)};
    return known->own;
}

/* Whether it names what a scenario can set: names are offered for one that does not. */
static bool can_override(binder *b, const metric_override *o, nearest *guess) {
    const plan *p = b->plan;
    const source_request *partner = &p->request.sources[PARTNER_SOURCE];
    bool known = false;
    for (size_t i = 0; i < p->metric_count; i++) {
        known |= strcmp(p->metrics[i].is.name, o->metric) == 0;
        nearest_offer(guess, p->metrics[i].is.name);
    }
    for (size_t i = 0; i < p->score_count; i++) {
        known |= strcmp(p->scores[i].is.name, o->metric) == 0;
        nearest_offer(guess, p->scores[i].is.name);
    }
    for (size_t i = 0; i < partner->count; i++) {
        const column_request *column = &partner->columns[i];
        bool number = column->kind == CELL_NUMBER || column->kind == CELL_MONEY;
        if (number) nearest_offer(guess, column->name);
        known |= number && strcmp(column->name, o->metric) == 0;
    }
    return known;
}

/* metric.bookings is bookings; else the nearest name, if there is one. */
static const char *hint_for(binder *b, const metric_override *o, nearest *guess) {
    const char *last = strrchr(o->metric, '.');
    metric_override bare = *o;
    if (last) bare.metric = last + 1;
    if (last && can_override(b, &bare, guess))
        return arena_print(b->memory, "write '%s'", bare.metric);
    return guess->best ? arena_print(b->memory, "did you mean '%s'?", guess->best) : NULL;
}

void check_overrides(binder *b) {
    const metric_overrides *all = b->plan->overrides;
    for (size_t i = 0; all && i < all->count; i++) {
        const metric_override *o = &all->items[i];
        nearest guess = nearest_to(o->metric);
        if (can_override(b, o, &guess)) continue;
        const char *hint = hint_for(b, o, &guess);
        if (find_column(b, PARTNER_SOURCE, o->metric) < 0)
            problem_add(b->problems, o->metric_at, hint,
                        "the program has no metric, score or number of partner '%s'",
                        o->metric);
        else
            problem_add(b->problems, o->metric_at,
                        "replace the partner's row: data: { partner: [..] }",
                        "column '%s' of partner is no number", o->metric);
    }
}
