/* split.c - the largest-remainder method: see split.h.
 *
 * All functions cut every part down to whole minor units with a remainder over one common
 * divisor, then hand the left-over units to the largest remainders. Everything is worked out
 * for a positive total and the sign put back at the end. */
#include "base/split.h"
#include "base/memory.h"
#include "base/wide.h"

#include <stdlib.h>

typedef struct part {
    size_t index;        /* in the caller's order */
    number units;        /* whole minor units */
    magnitude remainder; /* what was cut off; to be handed out: in ninth decimals */
    bool cut;            /* lines: anything was */
} part;

enum { FEW_PARTS = 8 }; /* up to here no memory is asked for: most claims have two payers */

static number minor_unit(int places) {
    number unit = NUMBER_ONE;
    while (places-- > 0)
        unit /= 10;
    return unit;
}

/* Largest remainder first, then the caller's order. */
static int compare_parts(const void *left, const void *right) {
    const part *a = left, *b = right;
    if (a->remainder != b->remainder) return a->remainder > b->remainder ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* left_over is at most count. */
static void hand_out(part *all, size_t count, number left_over) {
    if (left_over == 0) return;
    qsort(all, count, sizeof *all, compare_parts);
    for (size_t i = 0; (number)i < left_over; i++)
        all[i].units++;
}

/* Remainders over `divisor` become ninth decimals, rounded half up: shares written as thirds or
 * sixths are no thirds or sixths in the 18th. */
static void look_at_nine_places(part *all, size_t count, magnitude divisor, number unit) {
    magnitude steps = (magnitude)(unit / NUMBER_GRID);
    for (size_t i = 0; i < count; i++) {
        magnitude rest;
        magnitude whole = wide_divide(wide_multiply(all[i].remainder, steps), divisor, &rest);
        all[i].remainder = whole + (rest >= divisor - rest);
    }
}

static void write_parts(number *parts, const part *all, size_t count, number unit) {
    for (size_t i = 0; i < count; i++)
        parts[all[i].index] = all[i].units * unit;
}

static part *parts_begin(part few[FEW_PARTS], size_t count) {
    if (count <= FEW_PARTS) return few;
    if (count > SIZE_MAX / sizeof(part)) return NULL;
    return memory_allocate(count * sizeof(part));
}

static void parts_end(part few[FEW_PARTS], part *all) {
    if (all != few) memory_free(all);
}

static bool add_weights(number *sum, const number *weights, size_t count) {
    *sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (weights[i] < 0 || !number_add(sum, *sum, weights[i])) return false;
    }
    return *sum > 0;
}

/* Whether a part is the next whole unit, as money looks at 9 places: 2/7 of 0.28 is 0.08,
 * though the nearest decimal of 2/7 makes it a little less. */
static bool is_next_unit(magnitude remainder, magnitude sum, number unit) {
    const number half_a_step = 500000000; /* half of the ninth decimal */
    return unit > half_a_step && sum - remainder <= sum / (magnitude)(unit / half_a_step);
}

/* taker NULL: what is left over goes to the largest remainders. */
static bool split_parts(number total, const number *weights, size_t count, int places,
                        const size_t *taker, number *parts) {
    number sum, unit = minor_unit(places);
    if (total % unit != 0 || !add_weights(&sum, weights, count)) return false;
    part few[FEW_PARTS], *all = parts_begin(few, count);
    if (!all) return false;
    number units = (total < 0 ? -total : total) / unit, left_over = units;
    for (size_t i = 0; i < count; i++) {
        wide share = wide_multiply((magnitude)units, (magnitude)weights[i]);
        all[i].index = i;
        all[i].units = (number)wide_divide(share, (magnitude)sum, &all[i].remainder);
        if (taker && is_next_unit(all[i].remainder, (magnitude)sum, unit)) all[i].units++;
        left_over -= all[i].units;
    }
    if (taker) {
        all[*taker].units += left_over;
    } else if (left_over > 0) {
        look_at_nine_places(all, count, (magnitude)sum, unit);
        hand_out(all, count, left_over);
    }
    write_parts(parts, all, count, total < 0 ? -unit : unit);
    parts_end(few, all);
    return true;
}

bool split_largest_remainder(number total, const number *weights, size_t count, int places,
                             number *parts) {
    return split_parts(total, weights, count, places, NULL, parts);
}

bool split_left_over_to(number total, const number *weights, size_t count, int places,
                        size_t taker, number *parts) {
    return split_parts(total, weights, count, places, &taker, parts);
}

typedef struct rounding {
    part *all;
    size_t count;
    number unit;
    bool mirrored; /* parts have the opposite sign: a unit more is less */
    const split_limit *limits;
    size_t limit_count;
} rounding;

/* Cuts each line down to whole units, towards the negative; returns how many units of the total
 * are left, or -1 when the lines do not add up to about the total. */
static number cut_lines(const rounding *r, const number *lines, number total) {
    number unit = r->unit, left_over = (r->mirrored ? -total : total) / unit, cut_off = 0;
    for (size_t i = 0; i < r->count; i++) {
        number line = r->mirrored ? -lines[i] : lines[i];
        number remainder = line % unit;
        if (remainder < 0) remainder += unit;
        magnitude seen = (magnitude)(number_on_grid(remainder) / NUMBER_GRID);
        r->all[i] = (part){i, (line - remainder) / unit, seen, remainder > 0};
        left_over -= r->all[i].units;
        cut_off += remainder;
    }
    if (left_over < 0 || left_over > (number)r->count) return -1;
    number apart = left_over * unit - cut_off; /* total - exact sum */
    return apart <= -unit || apart >= unit ? -1 : left_over;
}

/* Adds so many units to what the accounts of a part hold. Returns may make more room than a
 * number holds: so much is never needed. */
static void fill(const rounding *r, const part *to, number units) {
    for (size_t k = 0; k < r->limit_count; k++) {
        const split_limit *limit = &r->limits[k];
        number *room = &limit->room[limit->account[to->index]];
        if (!number_subtract(room, *room, (r->mirrored ? -units : units) * r->unit))
            *room = NUMBER_LIMIT;
    }
}

/* The smallest room of a part's accounts; below 0: one is over its limit. */
static number room_of(const rounding *r, const part *to) {
    number least = NUMBER_LIMIT;
    for (size_t k = 0; k < r->limit_count; k++) {
        const split_limit *limit = &r->limits[k];
        number room = limit->room[limit->account[to->index]];
        if (room < least) least = room;
    }
    return least;
}

static void hand_unit(const rounding *r, part *to, number *left_over) {
    to->units++;
    to->cut = false;
    fill(r, to, 1);
    --*left_over;
}

/* Mirrored, cutting towards the negative made parts larger: accounts over their limits come
 * first. */
static void hand_out_within(const rounding *r, number left_over) {
    for (size_t i = 0; i < r->count; i++)
        fill(r, &r->all[i], r->all[i].units);
    qsort(r->all, r->count, sizeof *r->all, compare_parts);
    for (size_t i = 0; r->mirrored && i < r->count; i++)
        if (r->all[i].cut && room_of(r, &r->all[i]) < 0) hand_unit(r, &r->all[i], &left_over);
    for (size_t i = 0; left_over > 0 && i < r->count; i++)
        if (r->all[i].cut && (r->mirrored || room_of(r, &r->all[i]) >= r->unit))
            hand_unit(r, &r->all[i], &left_over);
}

bool split_limited_lines(number total, const number *lines, size_t count, int places,
                         const split_limit *limits, size_t limit_count, number *parts) {
    number unit = minor_unit(places);
    if (total % unit != 0) return false;
    part few[FEW_PARTS], *all = parts_begin(few, count);
    if (!all) return false;
    rounding r = {all, count, unit, total < 0, limits, limit_count};
    number left_over = cut_lines(&r, lines, total);
    if (left_over >= 0) {
        if (limit_count)
            hand_out_within(&r, left_over);
        else
            hand_out(all, count, left_over);
        write_parts(parts, all, count, total < 0 ? -unit : unit);
    }
    parts_end(few, all);
    return left_over >= 0;
}

bool split_rounded_lines(number total, const number *lines, size_t count, int places,
                         number *parts) {
    return split_limited_lines(total, lines, count, places, NULL, 0, parts);
}
