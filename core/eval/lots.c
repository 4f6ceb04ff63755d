/* lots.c - lots of a fund and their use: see lots.h. */
#include "eval/lots.h"

#include <string.h>

enum { ACCRUES, BEGINS, ENDS, VALUES };

/* --- taking rows -----------------------------------------------------------------------------
 */

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

/* --- opening accounts ------------------------------------------------------------------------
 */

/* Lots stand in the order of their arrival: ties need no more. */
static int compare_uses(const void *context, uint32_t a, uint32_t b) {
    const fund_lot *all = context;
    if (all[a].ends != all[b].ends) return all[a].ends < all[b].ends ? -1 : 1;
    if (all[a].begins != all[b].begins) return all[a].begins < all[b].begins ? -1 : 1;
    return all[a].row < all[b].row ? -1 : all[a].row > all[b].row;
}

static void put_in_order_of_use(lots *l, size_t p, uint32_t *room) {
    const fund_lot *all = l->out->lots;
    size_t first = l->out->lot_first[p], end = l->out->lot_first[p + 1];
    line_sort(l->by_use + first, room, end - first, compare_uses, all);
    for (size_t k = first; k < end; k++) {
        l->remains.begins[k] = all[l->by_use[k]].begins;
        l->use_of[l->by_use[k]] = (uint32_t)k;
    }
}

static bool make_room(lots *l, size_t count, size_t partners) {
    l->by_use = arena_array(l->scratch, count, sizeof *l->by_use);
    l->use_of = arena_array(l->scratch, count, sizeof *l->use_of);
    l->arrived = arena_array(l->scratch, partners, sizeof *l->arrived);
    l->undated = arena_array(l->scratch, partners, sizeof *l->undated);
    l->debt = arena_array(l->scratch, partners, sizeof *l->debt);
    return l->by_use && l->use_of && l->arrived && l->undated && l->debt &&
           remains_open(&l->remains, l->out->lot_first, partners, l->scratch);
}

bool lots_open(lots *l) {
    const fund_result *out = l->out;
    size_t partners = l->of->count, count = out->lot_first[partners];
    uint32_t *room = arena_array(l->scratch, count, sizeof *room);
    if (!room || !make_room(l, count, partners)) return false;
    for (size_t i = 0; i < count; i++)
        l->by_use[i] = (uint32_t)i;
    for (size_t p = 0; p < partners; p++) {
        number opening = out->opening[p];
        put_in_order_of_use(l, p, room);
        l->arrived[p] = out->lot_first[p];
        l->undated[p] = opening > 0 ? opening : 0;
        l->debt[p] = opening < 0 ? -opening : 0;
    }
    return true;
}

/* --- days ------------------------------------------------------------------------------------
 */

static number smaller(number a, number b) {
    return a < b ? a : b;
}

/* The first place whose lot may still be used on a day, as far as its end goes. */
static size_t first_place(const lots *l, uint32_t p, date on) {
    size_t low = l->out->lot_first[p], high = l->out->lot_first[p + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->out->lots[l->by_use[middle]].ends < on)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

typedef enum purpose { ASKS, USES, TAKES_BACK } purpose;

static number draw_undated(lots *l, uint32_t p, number wanted, purpose why) {
    number part = smaller(l->undated[p], wanted);
    if (why != ASKS) l->undated[p] -= part;
    return wanted - part;
}

static void draw_lot(lots *l, uint32_t p, size_t place, number part, purpose why) {
    fund_lot *lot = &l->out->lots[l->by_use[place]];
    if (why == USES)
        lot->used += part;
    else
        lot->taken_back += part;
    remains_set(&l->remains, p, place, l->remains.left[place] - part);
}

/* Of lots at places from .. to - 1 that may be used on a day. */
static number draw_lots(lots *l, uint32_t p, size_t from, size_t to, date on, number wanted,
                        purpose why) {
    const remains *r = &l->remains;
    if (why == ASKS) return wanted - smaller(remains_sum(r, p, from, to, on), wanted);
    while (wanted > 0) {
        size_t k = remains_next(r, p, from, to, on);
        if (k == to) break;
        number part = smaller(r->left[k], wanted);
        draw_lot(l, p, k, part, why);
        wanted -= part;
        from = k;
    }
    return wanted;
}

/* Goes over what may be used on a day, in order; what could not be had of `wanted`. */
static number draw(lots *l, uint32_t p, date on, number wanted, purpose why) {
    size_t from = first_place(l, p, on), end = l->out->lot_first[p + 1];
    size_t never = first_place(l, p, LOT_NEVER_ENDS);
    wanted = draw_lots(l, p, from, never, on, wanted, why);
    wanted = draw_undated(l, p, wanted, why);
    return draw_lots(l, p, never, end, on, wanted, why);
}

static void begin_lot(lots *l, uint32_t p, size_t i) {
    fund_lot *lot = &l->out->lots[i];
    if (lot->accrued < 0) {
        number missing = draw(l, p, lot->begins, -lot->accrued, TAKES_BACK);
        l->debt[p] += missing;
    } else {
        lot->taken_back = smaller(l->debt[p], lot->accrued);
        l->debt[p] -= lot->taken_back;
        remains_set(&l->remains, p, l->use_of[i], lot->accrued - lot->taken_back);
    }
}

static void move_on(lots *l, uint32_t p, date to) {
    size_t end = l->out->lot_first[p + 1];
    while (l->arrived[p] < end && l->out->lots[l->arrived[p]].begins <= to)
        begin_lot(l, p, l->arrived[p]++);
}

number lots_usable(lots *l, uint32_t partner, date on, number asked) {
    move_on(l, partner, on);
    return asked - draw(l, partner, on, asked, ASKS);
}

void lots_use(lots *l, uint32_t partner, date on, number amount) {
    move_on(l, partner, on);
    if (amount >= 0) {
        (void)draw(l, partner, on, amount, USES);
        return;
    }
    number settled = smaller(l->debt[partner], -amount);
    l->debt[partner] -= settled;
    l->undated[partner] += -amount - settled;
}

number lots_close(lots *l, uint32_t partner) {
    date as_of = l->of->plan->as_of;
    number expired = 0;
    move_on(l, partner, as_of);
    for (size_t i = l->out->lot_first[partner]; i < l->out->lot_first[partner + 1]; i++) {
        fund_lot *lot = &l->out->lots[i];
        if (lot->ends < as_of) lot->expired = l->remains.left[l->use_of[i]];
        expired += lot->expired;
    }
    return expired;
}
