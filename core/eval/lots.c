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
    for (size_t k = end; k-- > first;) {
        date begins = all[l->by_use[k]].begins;
        bool last = k + 1 == end;
        l->begins_from[k] =
            last || begins < l->begins_from[k + 1] ? begins : l->begins_from[k + 1];
        l->use_of[l->by_use[k]] = (uint32_t)k;
    }
}

static bool make_room(lots *l, size_t count, size_t partners) {
    l->by_use = arena_array(l->scratch, count, sizeof *l->by_use);
    l->use_of = arena_array(l->scratch, count, sizeof *l->use_of);
    l->skip = arena_array(l->scratch, count + 1, sizeof *l->skip);
    l->begins_from = arena_array(l->scratch, count, sizeof *l->begins_from);
    l->left = arena_array(l->scratch, count, sizeof *l->left);
    l->arrived = arena_array(l->scratch, partners, sizeof *l->arrived);
    l->undated = arena_array(l->scratch, partners, sizeof *l->undated);
    l->debt = arena_array(l->scratch, partners, sizeof *l->debt);
    return l->by_use && l->use_of && l->skip && l->begins_from && l->left && l->arrived &&
           l->undated && l->debt;
}

bool lots_open(lots *l) {
    const fund_result *out = l->out;
    size_t partners = l->of->count, count = out->lot_first[partners];
    uint32_t *room = arena_array(l->scratch, count, sizeof *room);
    if (!room || !make_room(l, count, partners)) return false;
    for (size_t i = 0; i <= count; i++) {
        l->skip[i] = (uint32_t)i;
        if (i < count) l->by_use[i] = (uint32_t)i;
    }
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

/* The next place, from k on, of which something may be left. */
static size_t next_place(lots *l, size_t k) {
    while (l->skip[k] != k) {
        l->skip[k] = l->skip[l->skip[k]];
        k = l->skip[k];
    }
    return k;
}

static number smaller(number a, number b) {
    return a < b ? a : b;
}

static void empty_lot(lots *l, size_t i) {
    if (l->left[i] == 0) l->skip[l->use_of[i]] = l->use_of[i] + 1;
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

static number draw_lot(lots *l, size_t i, number wanted, purpose why) {
    fund_lot *lot = &l->out->lots[i];
    number part = smaller(l->left[i], wanted);
    if (why == ASKS) return wanted - part;
    if (why == USES)
        lot->used += part;
    else
        lot->taken_back += part;
    l->left[i] -= part;
    empty_lot(l, i);
    return wanted - part;
}

/* Goes over what may be used on a day, in order; what could not be had of `wanted`. */
static number draw(lots *l, uint32_t p, date on, number wanted, purpose why) {
    size_t end = l->out->lot_first[p + 1];
    bool undated = false;
    for (size_t k = next_place(l, first_place(l, p, on)); k < end && wanted > 0;
         k = next_place(l, k + 1)) {
        const fund_lot *lot = &l->out->lots[l->by_use[k]];
        if (l->begins_from[k] > on) break;
        if (lot->ends == LOT_NEVER_ENDS && !undated) {
            wanted = draw_undated(l, p, wanted, why);
            undated = true;
        }
        if (lot->begins <= on) wanted = draw_lot(l, l->by_use[k], wanted, why);
    }
    return undated ? wanted : draw_undated(l, p, wanted, why);
}

static void begin_lot(lots *l, uint32_t p, size_t i) {
    fund_lot *lot = &l->out->lots[i];
    if (lot->accrued < 0) {
        number missing = draw(l, p, lot->begins, -lot->accrued, TAKES_BACK);
        l->debt[p] += missing;
    } else {
        lot->taken_back = smaller(l->debt[p], lot->accrued);
        l->debt[p] -= lot->taken_back;
        l->left[i] = lot->accrued - lot->taken_back;
    }
    empty_lot(l, i);
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
        if (lot->ends < as_of) lot->expired = l->left[i];
        expired += lot->expired;
    }
    return expired;
}
