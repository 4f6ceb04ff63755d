/* allot.c - proportional parts within bounds: see allot.h.
 *
 * A part as a function of the common rate (amount a unit of weight) is its least, then rate x
 * weight, then its most; so their sum grows with the rate and bends where a part leaves its
 * least or reaches its most. Going over the bends in order finds the rate at which the sum is
 * the total; which of the two of a bend comes first is compared exactly, as products. */
#include "base/allot.h"
#include "base/memory.h"
#include "base/split.h"
#include "base/wide.h"

#include <stdlib.h>

typedef enum piece { AT_LEAST, IN_PROPORTION, AT_MOST } piece;

typedef struct bend {
    number bound, weight; /* at the rate bound / weight */
    size_t index;         /* of the allotment */
    piece becomes;        /* IN_PROPORTION or AT_MOST */
} bend;

typedef struct division {
    allotment *all;
    size_t count;
    number fixed;  /* the sum of parts that are at a bound */
    number weight; /* of those in proportion */
    piece *pieces;
    bend *bends;
} division;

static int compare_products(number a, number b, number c, number d) {
    wide left = wide_multiply((magnitude)a, (magnitude)b);
    wide right = wide_multiply((magnitude)c, (magnitude)d);
    if (left.high != right.high) return left.high < right.high ? -1 : 1;
    return left.low < right.low ? -1 : left.low > right.low;
}

static int compare_bends(const void *left, const void *right) {
    const bend *a = left, *b = right;
    int order = compare_products(a->bound, b->weight, b->bound, a->weight);
    if (order) return order;
    if (a->becomes != b->becomes) return a->becomes < b->becomes ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

typedef struct ranked {
    number weight; /* on the grid of comparisons */
    size_t index;
} ranked;

/* The smallest weight first, of equal ones the last. */
static int compare_weights(const void *left, const void *right) {
    const ranked *a = left, *b = right;
    if (a->weight != b->weight) return a->weight < b->weight ? -1 : 1;
    return a->index > b->index ? -1 : a->index < b->index;
}

static bool all_fit(number total, const allotment *all, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (all[i].least > total) return false;
        total -= all[i].least;
    }
    return true;
}

/* Those with the smallest weights get nothing, until the total is enough for the least of all
 * others. Who has no least keeps its place. */
static bool drop_smallest(number total, allotment *all, size_t count) {
    if (all_fit(total, all, count)) return true;
    ranked *order = memory_allocate(count * sizeof *order);
    if (!order) return false;
    for (size_t i = 0; i < count; i++)
        order[i] = (ranked){number_on_grid(all[i].weight), i};
    qsort(order, count, sizeof *order, compare_weights);
    size_t kept = count; /* from there on all fit: the largest weights */
    for (; kept > 0 && all[order[kept - 1].index].least <= total; kept--)
        total -= all[order[kept - 1].index].least;
    for (size_t i = 0; i < kept; i++) {
        allotment *gone = &all[order[i].index];
        if (gone->least > 0) gone->least = gone->most = 0;
    }
    memory_free(order);
    return true;
}

static void list_bends(division *d) {
    for (size_t i = 0; i < d->count; i++) {
        const allotment *a = &d->all[i];
        d->bends[2 * i] = (bend){a->least, a->weight, i, IN_PROPORTION};
        d->bends[2 * i + 1] = (bend){a->most, a->weight, i, AT_MOST};
        d->fixed += a->least;
    }
    qsort(d->bends, 2 * d->count, sizeof *d->bends, compare_bends);
}

/* Passes bends until the rate of the next one would give away the total or more. */
static void find_rate(division *d, number total) {
    for (size_t k = 0; k < 2 * d->count; k++) {
        const bend *b = &d->bends[k];
        const allotment *a = &d->all[b->index];
        number rest = total - d->fixed;
        if (rest <= 0 || compare_products(rest, b->weight, b->bound, d->weight) <= 0) return;
        bool grows = b->becomes == IN_PROPORTION;
        d->fixed += grows ? -a->least : a->most;
        d->weight += grows ? a->weight : -a->weight;
        d->pieces[b->index] = b->becomes;
    }
}

/* Gives everybody the bound that it is at, and the others what remains. */
static bool write_parts(division *d, number total, int places) {
    number *weights = memory_allocate((d->count + 1) * sizeof *weights);
    if (!weights) return false;
    for (size_t i = 0; i < d->count; i++)
        weights[i] = d->pieces[i] == IN_PROPORTION ? d->all[i].weight : 0;
    bool shares = d->weight > 0;
    bool fine = !shares ||
                split_largest_remainder(total - d->fixed, weights, d->count, places, weights);
    for (size_t i = 0; fine && i < d->count; i++) {
        allotment *a = &d->all[i];
        a->part = d->pieces[i] == AT_LEAST  ? a->least
                  : d->pieces[i] == AT_MOST ? a->most
                                            : weights[i];
    }
    memory_free(weights);
    return fine;
}

static bool divide(number total, allotment *all, size_t count, int places) {
    division d = {.all = all, .count = count};
    d.pieces = memory_allocate((count + 1) * sizeof *d.pieces);
    d.bends = memory_allocate((2 * count + 1) * sizeof *d.bends);
    bool fine = d.pieces && d.bends;
    if (fine) {
        list_bends(&d);
        find_rate(&d, total);
        fine = write_parts(&d, total, places);
    }
    memory_free(d.pieces);
    memory_free(d.bends);
    return fine;
}

bool allot(number total, allotment *all, size_t count, int places, number *unplaced) {
    number weights = 0, rest = total;
    for (size_t i = 0; i < count; i++) {
        if (!number_add(&weights, weights, all[i].weight)) return false;
    }
    if (!drop_smallest(total, all, count)) return false;
    bool scarce = false; /* not everybody can have its most */
    for (size_t i = 0; i < count; i++) {
        if (all[i].most > total) all[i].most = total;
        scarce |= all[i].most > rest;
        rest -= scarce ? 0 : all[i].most;
        all[i].part = all[i].most;
    }
    *unplaced = scarce ? 0 : rest;
    return !scarce || divide(total, all, count, places);
}
