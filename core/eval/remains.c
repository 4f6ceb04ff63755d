/* remains.c - see remains.h. The depth is that of halving: a few dozen calls at most. */
#include "eval/remains.h"

enum { HEAP_PLACES = 16 };

/* Some of a partner's heaps, with the places below them. */
typedef struct part {
    size_t heap;        /* its index */
    size_t first, last; /* places first .. last - 1 */
} part;

static size_t heaps_for(size_t places) {
    return (places + HEAP_PLACES - 1) / HEAP_PLACES;
}

static bool is_single(part of) {
    return of.last - of.first <= HEAP_PLACES;
}

static size_t middle_of(part of) {
    return of.first + heaps_for(of.last - of.first) / 2 * HEAP_PLACES;
}

static part first_half(part of) {
    return (part){of.heap + 1, of.first, middle_of(of)};
}

/* Behind the first half, which takes two heaps for each of its own less one. */
static part second_half(part of) {
    size_t middle = middle_of(of);
    return (part){of.heap + 2 * heaps_for(middle - of.first), middle, of.last};
}

static part all_of(const remains *r, size_t partner) {
    return (part){r->first_heap[partner], r->first[partner], r->first[partner + 1]};
}

bool remains_open(remains *r, const size_t *first, size_t partners, arena *memory) {
    size_t heaps = 0;
    r->first = first;
    r->first_heap = arena_array(memory, partners, sizeof *r->first_heap);
    r->left = arena_array(memory, first[partners], sizeof *r->left);
    r->begins = arena_array(memory, first[partners], sizeof *r->begins);
    if (!r->first_heap || !r->left || !r->begins) return false;
    for (size_t p = 0; p < partners; p++) {
        r->first_heap[p] = heaps;
        heaps += 2 * heaps_for(first[p + 1] - first[p]);
    }
    r->heaps = arena_array(memory, heaps, sizeof *r->heaps);
    return r->heaps != NULL;
}

static void put(heap *on, heap more) {
    if (more.sum == 0) return;
    bool none = on->sum == 0;
    on->sum += more.sum; /* a partner's lots together fit */
    if (none || more.earliest < on->earliest) on->earliest = more.earliest;
    if (none || more.latest > on->latest) on->latest = more.latest;
}

static void update(remains *r, part of, size_t place) {
    heap sum = {0};
    if (is_single(of)) {
        for (size_t k = of.first; k < of.last; k++)
            put(&sum, (heap){r->left[k], r->begins[k], r->begins[k]});
    } else {
        part first = first_half(of), second = second_half(of);
        update(r, place < second.first ? first : second, place);
        put(&sum, r->heaps[first.heap]);
        put(&sum, r->heaps[second.heap]);
    }
    r->heaps[of.heap] = sum;
}

void remains_set(remains *r, size_t partner, size_t place, number left) {
    r->left[place] = left;
    update(r, all_of(r, partner), place);
}

static bool has_nothing(const remains *r, part of, size_t from, size_t to, date on) {
    const heap *all = &r->heaps[of.heap];
    return of.last <= from || of.first >= to || all->sum == 0 || all->earliest > on;
}

static bool counts(const remains *r, size_t k, date on) {
    return r->left[k] != 0 && r->begins[k] <= on;
}

static number sum_of(const remains *r, part of, size_t from, size_t to, date on) {
    if (has_nothing(r, of, from, to, on)) return 0;
    bool inside = of.first >= from && of.last <= to;
    if (inside && r->heaps[of.heap].latest <= on) return r->heaps[of.heap].sum;
    if (!is_single(of))
        return sum_of(r, first_half(of), from, to, on) +
               sum_of(r, second_half(of), from, to, on);
    number sum = 0;
    for (size_t k = of.first > from ? of.first : from; k < of.last && k < to; k++)
        if (counts(r, k, on)) sum += r->left[k];
    return sum;
}

number remains_sum(const remains *r, size_t partner, size_t from, size_t to, date on) {
    return from < to ? sum_of(r, all_of(r, partner), from, to, on) : 0;
}

static size_t next_of(const remains *r, part of, size_t from, size_t to, date on) {
    if (has_nothing(r, of, from, to, on)) return to;
    if (!is_single(of)) {
        size_t found = next_of(r, first_half(of), from, to, on);
        return found < to ? found : next_of(r, second_half(of), from, to, on);
    }
    for (size_t k = of.first > from ? of.first : from; k < of.last && k < to; k++)
        if (counts(r, k, on)) return k;
    return to;
}

size_t remains_next(const remains *r, size_t partner, size_t from, size_t to, date on) {
    return from < to ? next_of(r, all_of(r, partner), from, to, on) : to;
}
