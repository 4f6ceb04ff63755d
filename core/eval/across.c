/* across.c - the sum of everybody or of each group, and who is looked at together. Only an
 * evaluation over everybody computes what looks across. Who has no value, or an error, is left
 * out; who is of no group has no sum. */
#include "eval/across.h"

#include "base/memory.h"

#include <stdlib.h>

bool groups_of(frame *f, const node *within, groups *out) {
    selection everybody = {NULL, f->size};
    *out = (groups){.all = !within, .numbers = within && within->type == TYPE_NUMBER};
    return !within || operand_compute(f, within, &everybody, &out->room, &out->of);
}

typedef struct member {
    number group;
    uint32_t partner;
} member;

static int compare_members(const void *left, const void *right) {
    const member *a = left, *b = right;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    return a->partner < b->partner ? -1 : a->partner > b->partner;
}

/* Those of a group; the others have no sum, or a wrong one. */
static size_t list_members(frame *f, const node *n, const groups *within, member *all) {
    size_t count = 0;
    for (size_t p = 0; p < f->size; p++) {
        uint8_t state = group_state(within, p);
        if (state == CELL_VALUE)
            all[count++] = (member){group_key(within, p), (uint32_t)p};
        else
            across_set_state(f, n, p, state);
    }
    if (count && !within->all) qsort(all, count, sizeof *all, compare_members);
    return count;
}

/* The same for all of them; none of them is known of a sum that is too large, so that only who
 * asks is told. */
static void sum_group(frame *f, const node *n, const operand *x, const member *all,
                      size_t count) {
    number sum = 0;
    bool fits = true;
    for (size_t i = 0; i < count; i++)
        if (operand_state(x, all[i].partner) == CELL_VALUE)
            fits = fits && number_add(&sum, sum, operand_value(x, all[i].partner));
    for (size_t i = 0; fits && i < count; i++)
        across_set_value(f, n, all[i].partner, sum);
}

bool compute_total(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand x;
    groups within;
    selection everybody = {NULL, f->size};
    if (!operand_compute(f, n->items[0], &everybody, &room, &x)) return false;
    if (!groups_of(f, n->count > 1 ? n->items[1] : NULL, &within)) return false;
    member *all = memory_allocate((f->size + 1) * sizeof *all);
    if (!all) return false;
    size_t count = list_members(f, n, &within, all);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && all[end].group == all[first].group;)
            end++;
        sum_group(f, n, &x, all + first, end - first);
    }
    memory_free(all);
    for (size_t k = 0; k < items->count; k++)
        if (!f->slots[n->id].states[selection_at(items, k)])
            set_overflow(f, n, selection_at(items, k));
    return true;
}
