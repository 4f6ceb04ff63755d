/* rollup.c - who stands above whom, and what a partner and everyone below it have together.
 *
 * Nothing goes deeper than the stack allows: chains of parents are followed in loops. */
#include "eval/across.h"

#include "base/memory.h"

#include <string.h>

enum { TOP = -1, WRONG_PARENT = -2 };

/* --- who stands above whom ---------------------------------------------------------------- */

/* The partner above, as an item; TOP, or WRONG_PARENT for whom an error is recorded. */
static int64_t parent_of(frame *f, const node *n, const operand *ids, size_t partner) {
    const facts *known = f->of->facts;
    if (operand_state(ids, partner) == CELL_WRONG) return WRONG_PARENT;
    if (operand_state(ids, partner) == CELL_NONE) return TOP;
    text id = known->texts.keys[(size_t)operand_value(ids, partner)];
    int64_t found = facts_partner_find(known, id);
    if (found >= 0) return item_of(f->of, (uint32_t)found);
    if (!f->slots[n->id].states[partner])
        evaluation_error(f, partner, n, "the partner above, '%.*s', does not exist",
                         (int)(id.length < 80 ? id.length : 80), id.bytes);
    return WRONG_PARENT;
}

/* A -> B -> A, from the first of them by id. */
static void say_circle(const frame *f, const int64_t *parents, size_t first, text_buffer *out) {
    enum { SHOWN = 8 };
    size_t at = first, shown = 0;
    do {
        text id = f->of->facts->partner_ids[member_of(f->of, at)];
        if (shown < SHOWN)
            text_print(out, "%.*s -> ", (int)(id.length < 40 ? id.length : 40), id.bytes);
        else if (shown == SHOWN)
            text_append_string(out, ".. -> ");
        shown++;
        at = (size_t)parents[at];
    } while (at != first);
    text id = f->of->facts->partner_ids[member_of(f->of, first)];
    text_print(out, "%.*s", (int)(id.length < 40 ? id.length : 40), id.bytes);
}

/* Records the error of everybody in the circle that `member` is in. */
static void refuse_circle(frame *f, const node *n, int64_t *parents, size_t member) {
    size_t first = member, next;
    for (size_t at = (size_t)parents[member]; at != member; at = (size_t)parents[at])
        if (at < first) first = at;
    text_buffer path = {0};
    say_circle(f, parents, first, &path);
    if (path.failed) f->of->memory->failed = true;
    for (size_t at = first; parents[at] >= 0; at = next) {
        next = (size_t)parents[at];
        parents[at] = WRONG_PARENT;
        if (!f->slots[n->id].states[at])
            evaluation_error(f, at, n, "the partners above go in a circle: %s",
                             path.failed ? "" : path.bytes);
    }
    text_free(&path);
}

/* Follows each partner's chain upwards until it meets one that was followed. */
static void find_circles(frame *f, const node *n, int64_t *parents, uint32_t *seen) {
    for (size_t p = 0; p < f->size; p++) {
        size_t at = p;
        while (parents[at] >= 0 && !seen[at]) {
            seen[at] = (uint32_t)p + 1;
            at = (size_t)parents[at];
        }
        if (parents[at] >= 0 && seen[at] == (uint32_t)p + 1) refuse_circle(f, n, parents, at);
    }
}

bool compute_parent(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand ids;
    selection everybody = {NULL, f->size};
    (void)items; /* everybody's chain is followed at once */
    if (!operand_compute(f, n->items[0], &everybody, &room, &ids)) return false;
    int64_t *parents = memory_allocate((f->size + 1) * sizeof *parents);
    uint32_t *seen = memory_allocate((f->size + 1) * sizeof *seen);
    if (parents && seen) {
        for (size_t p = 0; p < f->size; p++)
            parents[p] = parent_of(f, n, &ids, p);
        find_circles(f, n, parents, seen);
        for (size_t p = 0; p < f->size; p++) {
            if (parents[p] >= 0)
                across_set_value(f, n, p, parents[p]);
            else
                across_set_state(f, n, p, parents[p] == TOP ? CELL_NONE : CELL_WRONG);
        }
    }
    bool fine = parents && seen;
    memory_free(parents);
    memory_free(seen);
    return fine;
}

/* --- what they have together -------------------------------------------------------------- */

typedef struct family {
    number x; /* so far, of those below whose own is complete, and its own */
    bool any; /* some value went in */
    bool overflow;
    uint32_t waiting; /* partners right below that are not complete */
} family;

static void take(family *into, bool adds, number x) {
    if (!into->any)
        into->x = x;
    else if (adds)
        into->overflow |= !number_add(&into->x, into->x, x);
    else if (x > into->x)
        into->x = x;
    into->any = true;
}

/* Complete partners are handed to the one above, from the lowest up. Those in a circle never
 * come up; nobody asks for them. */
static void add_up(family *all, const operand *parents, size_t count, bool adds) {
    for (size_t p = 0; p < count; p++)
        if (operand_state(parents, p) == CELL_VALUE)
            all[(size_t)operand_value(parents, p)].waiting++;
    for (size_t p = 0; p < count; p++) {
        size_t at = p;
        while (!all[at].waiting && operand_state(parents, at) == CELL_VALUE) {
            size_t above = (size_t)operand_value(parents, at);
            if (all[at].any) take(&all[above], adds, all[at].x);
            all[above].overflow |= all[at].overflow;
            all[at].waiting = UINT32_MAX; /* handed on */
            all[above].waiting--;
            at = above;
            if (at > p) break; /* its turn comes */
        }
    }
}

static void write_family(frame *f, const node *n, size_t p, const family *own, uint8_t state) {
    bool adds = n->aggregate == AGGREGATE_SUM;
    if (f->slots[n->id].states[p]) return;
    if (state == CELL_WRONG)
        set_state(f, n, p, CELL_WRONG);
    else if (own->overflow)
        set_overflow(f, n, p);
    else if (own->any || adds)
        set_value(f, n, p, own->x);
    else
        set_state(f, n, p, CELL_NONE);
}

bool compute_rollup(frame *f, const node *n, const selection *items) {
    constant_room rooms[2];
    operand x, parents;
    selection everybody = {NULL, f->size};
    bool adds = n->aggregate == AGGREGATE_SUM;
    (void)items; /* one way up serves everybody */
    if (!operand_compute(f, n->items[0], &everybody, &rooms[0], &x)) return false;
    if (!operand_compute(f, n->items[1], &everybody, &rooms[1], &parents)) return false;
    family *all = memory_allocate((f->size + 1) * sizeof *all);
    if (!all) return false;
    for (size_t p = 0; p < f->size; p++)
        if (operand_state(&x, p) == CELL_VALUE) take(&all[p], adds, operand_value(&x, p));
    add_up(all, &parents, f->size, adds);
    for (size_t p = 0; p < f->size; p++)
        write_family(f, n, p, &all[p],
                     state_that_spreads(operand_state(&x, p), operand_state(&parents, p)));
    memory_free(all);
    return true;
}
