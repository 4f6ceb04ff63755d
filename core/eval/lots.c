/* lots.c - lots of a fund and their use: see lots.h. */
#include "eval/lots.h"

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
    l->undated_used = arena_array(l->scratch, partners, sizeof *l->undated_used);
    l->debt = arena_array(l->scratch, partners, sizeof *l->debt);
    return l->by_use && l->use_of && l->arrived && l->undated && l->undated_used && l->debt &&
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
    if (why == USES) l->undated_used[p] += part;
    return wanted - part;
}

/* The uses of a lot stand at its place from the end. */
static size_t place_from_end(const lots *l, uint32_t p, size_t place) {
    return l->out->lot_first[p] + l->out->lot_first[p + 1] - 1 - place;
}

static void set_used(lots *l, uint32_t p, size_t place, number used) {
    l->out->lots[l->by_use[place]].used = used;
    if (l->gives_back) remains_set(&l->uses, p, place_from_end(l, p, place), used);
}

static void draw_lot(lots *l, uint32_t p, size_t place, number part, purpose why) {
    fund_lot *lot = &l->out->lots[l->by_use[place]];
    if (why == USES)
        set_used(l, p, place, lot->used + part);
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
        lot->waited = draw(l, p, lot->begins, -lot->accrued, TAKES_BACK);
        l->debt[p] += lot->waited;
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

/* What claims used so far, to be found from its end. */
static bool keep_uses(lots *l) {
    size_t partners = l->of->count;
    const size_t *first = l->out->lot_first;
    if (l->gives_back) return true;
    if (!remains_open(&l->uses, first, partners, l->scratch)) return false;
    for (size_t k = 0; k < first[partners]; k++)
        l->uses.begins[k] = DATE_FIRST;
    l->gives_back = true;
    for (uint32_t p = 0; p < partners; p++)
        for (size_t k = first[p]; k < first[p + 1]; k++) {
            number used = l->out->lots[l->by_use[k]].used;
            if (used) set_used(l, p, k, used);
        }
    return true;
}

/* What is on its way back to where it was taken from: what was used first, and returns last,
 * returns of rows that waited for it take. */
typedef struct giving {
    number left;
    number settled; /* of it: for what returns could not take back */
} giving;

static void give_to_lot(lots *l, uint32_t p, size_t place, giving *back) {
    fund_lot *lot = &l->out->lots[l->by_use[place]];
    number part = smaller(lot->used, back->left);
    number kept = smaller(part, back->left - back->settled);
    back->left -= part;
    back->settled -= part - kept;
    set_used(l, p, place, lot->used - part);
    lot->taken_back += part - kept;
    remains_set(&l->remains, p, place, l->remains.left[place] + kept);
}

/* To lots at places from .. to - 1, the last first. */
static void give_to_lots(lots *l, uint32_t p, size_t from, size_t to, giving *back) {
    if (from == to) return;
    size_t next = place_from_end(l, p, to - 1), end = place_from_end(l, p, from) + 1;
    while (back->left > 0) {
        next = remains_next(&l->uses, p, next, end, DATE_FIRST);
        if (next == end) return;
        give_to_lot(l, p, place_from_end(l, p, next), back);
    }
}

static void give_undated(lots *l, uint32_t p, number most, giving *back) {
    number part = smaller(most, back->left);
    number kept = smaller(part, back->left - back->settled);
    back->left -= part;
    back->settled -= part - kept;
    l->undated[p] += kept;
}

static void give_back(lots *l, uint32_t p, number amount) {
    size_t never = first_place(l, p, LOT_NEVER_ENDS);
    giving back = {amount, smaller(l->debt[p], amount)};
    number undated_used = l->undated_used[p];
    l->debt[p] -= back.settled;
    give_to_lots(l, p, never, l->out->lot_first[p + 1], &back);
    l->undated_used[p] -= smaller(undated_used, back.left);
    give_undated(l, p, undated_used, &back);
    give_to_lots(l, p, l->out->lot_first[p], never, &back);
    give_undated(l, p, back.left, &back);
}

bool lots_use(lots *l, uint32_t partner, date on, number amount) {
    move_on(l, partner, on);
    if (amount >= 0) {
        (void)draw(l, partner, on, amount, USES);
        return true;
    }
    if (!keep_uses(l)) return false;
    give_back(l, partner, -amount);
    return true;
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
