/* lots_taken.c - the rows that accrue in a fund become lots, in the order of their days: see
 * lots.h. */
#include "eval/lots.h"

#include <string.h>

enum { ACCRUES, BEGINS, ENDS, VALUES };

static bool take_accruals(lots *l, uint8_t *states, taken_rows *rows) {
    const fund *rule = l->rule;
    const declared *is = &rule->is;
    size_t partners = l->of->count;
    uint8_t *takes = arena_array(l->scratch, partners, sizeof *takes);
    row_value values[VALUES] = {[ACCRUES] = {rule->accrues, "'accrues'",
                                             rule_field(is, "accrues", rule->accrues->at),
                                             false},
                                [BEGINS] = {.node = rule->accrued_on},
                                [ENDS] = {.node = rule->expires}};
    row_rule from = {.is = is,
                     .source = rule->each,
                     .where = rule->accruing,
                     .takes = takes,
                     .states = states,
                     .values = values,
                     .width = rule->expires ? VALUES : ENDS};
    for (size_t p = 0; takes && p < partners; p++)
        takes[p] = l->out->due[p] && states[p] != CELL_WRONG;
    return takes && take_rows(l->of, &from, rows, l->scratch);
}

static fund_lot lot_of(const lots *l, const taken_rows *rows, size_t i) {
    number begins = taken_value(rows, i, BEGINS);
    number ends = l->rule->expires ? taken_value(rows, i, ENDS) : LINE_KEY_NONE;
    return (fund_lot){.row = rows->rows[i].row,
                      .begins = begins == LINE_KEY_NONE ? DATE_FIRST : (date)begins,
                      .ends = ends == LINE_KEY_NONE ? LOT_NEVER_ENDS : (date)ends,
                      .accrued = number_round(taken_value(rows, i, ACCRUES),
                                              l->of->plan->currency_places, l->rule->rounding)};
}

/* Lots by the day on which they begin, returns last; then by row id. */
static int compare_arrivals(const void *context, uint32_t a, uint32_t b) {
    const fund_lot *all = context, *x = &all[a], *y = &all[b];
    if (x->begins != y->begins) return x->begins < y->begins ? -1 : 1;
    return (x->accrued < 0) - (y->accrued < 0);
}

/* Opening and rows of either sign together stay within the range of numbers: so does whatever
 * is worked out of them. */
static void check_sum(lots *l, size_t p, uint8_t *states) {
    const declared *is = &l->rule->is;
    number opening = l->out->opening[p], sum = opening < 0 ? -opening : opening;
    bool fits = true;
    for (size_t i = l->out->lot_first[p]; i < l->out->lot_first[p + 1] && fits; i++) {
        number accrued = l->out->lots[i].accrued;
        fits = number_add(&sum, sum, accrued < 0 ? -accrued : accrued);
        if (fits) l->out->accrued[p] += accrued;
    }
    if (fits || states[p] == CELL_WRONG) return;
    evaluation_rule_error(l->of, (uint32_t)p, is, is->at,
                          "the balance of '%s' is larger than 10^20", is->name);
    states[p] = CELL_WRONG;
}

bool lots_take(lots *l, uint8_t *states) {
    taken_rows rows;
    size_t partners = l->of->count;
    if (!take_accruals(l, states, &rows)) return false;
    taken_rows_drop_wrong(&rows, states, partners);
    fund_lot *found = arena_array(l->scratch, rows.count, sizeof *found);
    uint32_t *order = arena_array(l->scratch, rows.count, sizeof *order);
    uint32_t *room = arena_array(l->scratch, rows.count, sizeof *room);
    l->out->lots = arena_array(l->of->lists, rows.count, sizeof *l->out->lots);
    if (!found || !order || !room || !l->out->lots) return false;
    for (size_t i = 0; i < rows.count; i++) {
        found[i] = lot_of(l, &rows, i);
        order[i] = (uint32_t)i;
    }
    memcpy(l->out->lot_first, rows.first, (partners + 1) * sizeof *rows.first);
    for (size_t p = 0; p < partners; p++) {
        size_t first = rows.first[p], count = rows.first[p + 1] - first;
        line_sort(order + first, room, count, compare_arrivals, found);
    }
    for (size_t i = 0; i < rows.count; i++)
        l->out->lots[i] = found[order[i]];
    for (size_t p = 0; p < partners; p++)
        check_sum(l, p, states);
    return true;
}
