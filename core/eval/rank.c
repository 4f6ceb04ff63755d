/* rank.c - a partner's place among all, by one sort for everybody.
 *
 * Values and groups are looked at in 9 places; equal values share the better place. Who has no
 * value, or no group, stands nowhere and is counted nowhere. */
#include "eval/across.h"

#include "base/memory.h"

#include <stdlib.h>

typedef struct standing {
    number group, x; /* on the grid of comparisons */
    uint32_t partner;
} standing;

/* By group, the highest x first. */
static int compare_standings(const void *left, const void *right) {
    const standing *a = left, *b = right;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->x != b->x) return a->x > b->x ? -1 : 1;
    return a->partner < b->partner ? -1 : a->partner > b->partner;
}

/* Those who take part; the others are said to have no value, or to be wrong. */
static size_t list_standings(frame *f, const node *n, const operand *x, const groups *within,
                             standing *all) {
    size_t count = 0;
    for (size_t p = 0; p < f->size; p++) {
        uint8_t state = operand_state(x, p), group = group_state(within, p);
        if (state == CELL_VALUE && group == CELL_VALUE)
            all[count++] = (standing){group_key(within, p), number_on_grid(operand_value(x, p)),
                                      (uint32_t)p};
        else
            across_set_state(f, n, p, state_that_spreads(state, group));
    }
    return count;
}

/* 1 - (place - 1) / size; a quotient of at most 1 fits. */
static number percentile_of(size_t place, size_t size) {
    number below = 0;
    (void)number_divide(&below, number_from_integer((int64_t)place - 1),
                        number_from_integer((int64_t)size));
    return NUMBER_ONE - below;
}

static void place_group(frame *f, const node *n, const standing *all, size_t size) {
    size_t place = 1;
    for (size_t i = 0; i < size; i++) {
        if (i && all[i].x != all[i - 1].x) place = i + 1;
        number said = n->kind == NODE_RANK ? number_from_integer((int64_t)place)
                                           : percentile_of(place, size);
        across_set_value(f, n, all[i].partner, said);
    }
}

static void place_groups(frame *f, const node *n, standing *all, size_t count) {
    if (count) qsort(all, count, sizeof *all, compare_standings);
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && all[end].group == all[first].group)
            end++;
        place_group(f, n, all + first, end - first);
    }
}

bool compute_rank(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand x;
    groups within;
    selection everybody = {NULL, f->size};
    (void)items; /* all are placed at once */
    if (!operand_compute(f, n->items[0], &everybody, &room, &x)) return false;
    if (!groups_of(f, n->count > 1 ? n->items[1] : NULL, &within)) return false;
    standing *all = memory_allocate((f->size + 1) * sizeof *all);
    if (!all) return false;
    place_groups(f, n, all, list_standings(f, n, &x, &within, all));
    memory_free(all);
    return true;
}
