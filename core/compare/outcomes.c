/* outcomes.c - totals from the totals of the attempt before: see outcomes.h. */
#include "compare/outcomes.h"

#include "base/memory.h"
#include "base/text.h"
#include "compare/affected.h"
#include "compare/against.h"
#include "eval/evaluate.h"
#include "eval/totals.h"

#include <string.h>

/* What a partner came to when it was computed last, other than in the base. */
typedef struct outcome {
    uint64_t ways; /* see affected.h */
    number *figures;
    uint16_t *standing;
} outcome;

struct outcomes {
    const result *base;
    arena memory;
    text_buffer touched; /* in which conditions ways are ways */
    bool valid;          /* else nothing is kept */
    uint64_t *ways;      /* by partner: in the attempt before */
    uint64_t *next;      /* by partner: in the one that is made */
    uint32_t *place;     /* by partner: its outcome's + 1; 0: none */
    outcome *items;
    size_t count, capacity;
    size_t made;                 /* items with room of their own, count or more */
    contribution own;            /* room for what one partner has in the base */
    totals totals;               /* of the attempt before */
    uint32_t *members, *numbers; /* room for a partner_set */
};

static bool make_rooms(outcomes *o) {
    size_t count = o->base->facts->partner_count;
    arena *m = &o->memory;
    o->ways = arena_array(m, count, sizeof *o->ways);
    o->next = arena_array(m, count, sizeof *o->next);
    o->place = arena_array(m, count, sizeof *o->place);
    o->members = arena_array(m, count, sizeof *o->members);
    o->numbers = arena_array(m, count, sizeof *o->numbers);
    return o->ways && o->next && o->place && o->members && o->numbers &&
           contribution_open(m, o->base->plan, &o->own) &&
           totals_open(m, &o->totals, o->base->plan);
}

outcomes *outcomes_open(const result *base) {
    outcomes *o = memory_allocate(sizeof *o);
    if (!o) return NULL;
    *o = (outcomes){.base = base};
    if (make_rooms(o)) return o;
    outcomes_free(o);
    return NULL;
}

void outcomes_free(outcomes *o) {
    if (!o) return;
    text_free(&o->touched);
    arena_free(&o->memory);
    memory_free(o);
}

/* Unless the attempt before touched the same, the base is the attempt before. False only when
 * memory ran out. */
static bool begin(outcomes *o, const char *touched) {
    size_t count = o->base->facts->partner_count;
    if (o->valid && strcmp(o->touched.bytes, touched) == 0) return true;
    text_clear(&o->touched);
    text_append_string(&o->touched, touched);
    memset(o->ways, 0, count * sizeof *o->ways);
    memset(o->place, 0, count * sizeof *o->place);
    o->count = 0;
    totals_clear(&o->totals, o->base->plan);
    return !o->touched.failed && totals_add(&o->totals, &o->base->totals, o->base->plan);
}

static contribution contribution_of(const outcome *i) {
    return (contribution){i->figures, i->standing};
}

/* Adds what a partner comes to under its ways, or takes it away. False when a sum does not fit.
 */
static bool apply(outcomes *o, uint32_t partner, uint64_t ways, int sign) {
    const plan *p = o->base->plan;
    if (ways) {
        contribution known = contribution_of(&o->items[o->place[partner] - 1]);
        return contribution_add(&o->totals, &known, p, sign);
    }
    contribution_read(o->base, partner, &o->own);
    return contribution_add(&o->totals, &o->own, p, sign);
}

static bool is_known(const outcomes *o, uint32_t partner) {
    uint64_t ways = o->next[partner];
    return !ways || (o->place[partner] && o->items[o->place[partner] - 1].ways == ways);
}

/* Puts right whom the outcomes at hand say enough of; the others are taken away and listed. */
static bool move_known(outcomes *o, partner_set *unknown) {
    size_t count = o->base->facts->partner_count;
    *unknown = (partner_set){.members = o->members, .items = o->numbers};
    for (size_t p = 0; p < count; p++) {
        uint32_t partner = (uint32_t)p;
        if (o->ways[p] == o->next[p]) continue;
        if (!apply(o, partner, o->ways[p], -1)) return false;
        if (is_known(o, partner)) {
            if (!apply(o, partner, o->next[p], 1)) return false;
            continue;
        }
        o->numbers[p] = (uint32_t)unknown->count;
        o->members[unknown->count++] = partner;
    }
    return true;
}

/* Room for what a partner comes to: what it had, or new. */
static outcome *make_room(outcomes *o, uint32_t partner) {
    if (o->place[partner]) return &o->items[o->place[partner] - 1];
    if (o->count == o->made) {
        contribution own;
        o->items = arena_grow(&o->memory, o->items, o->made, &o->capacity, sizeof *o->items);
        if (!o->items || !contribution_open(&o->memory, o->base->plan, &own)) return NULL;
        o->items[o->made++] = (outcome){0, own.figures, own.standing};
    }
    o->place[partner] = (uint32_t)++o->count;
    return &o->items[o->count - 1];
}

typedef enum attempt_end { DONE, NO_MEMORY, NO_FIT } attempt_end;

/* Computes the others. */
static attempt_end add_unknown(outcomes *o, const plan *p, const lending *lends,
                               const partner_set *over) {
    arena scratch = {0};
    const result *found = evaluate_over(&scratch, p, o->base->facts, *over, lends);
    attempt_end end = found ? DONE : NO_MEMORY;
    for (size_t i = 0; end == DONE && i < over->count; i++) {
        uint32_t partner = over->members[i];
        outcome *own = make_room(o, partner);
        if (!own) {
            end = NO_MEMORY;
            continue;
        }
        contribution now = contribution_of(own);
        contribution_read(found, (uint32_t)i, &now);
        own->ways = o->next[partner];
        if (!contribution_add(&o->totals, &now, p, 1)) end = NO_FIT;
    }
    arena_free(&scratch);
    return end;
}

static attempt_end move(outcomes *o, const plan *p, const lending *lends) {
    partner_set unknown;
    if (!move_known(o, &unknown)) return NO_FIT;
    if (unknown.count) {
        attempt_end end = add_unknown(o, p, lends, &unknown);
        if (end != DONE) return end;
    }
    uint64_t *ways = o->ways;
    o->ways = o->next;
    o->next = ways;
    return DONE;
}

/* Nothing that is kept helps, or a sum on the way does not fit. */
static bool evaluate_anew(outcomes *o, arena *memory, const plan *p, int jobs, totals *out) {
    const partial_result *part = evaluate_against(memory, p, o->base, jobs);
    return part && totals_copy(memory, out, &part->totals, p);
}

bool outcomes_totals(outcomes *o, arena *memory, const plan *p, int jobs, totals *out) {
    const plan_match *match = plans_match(memory, o->base->plan, p);
    lending lends = {o->base, match};
    affected concerned = {.ways = o->next};
    memset(o->next, 0, o->base->facts->partner_count * sizeof *o->next);
    if (!match || !find_affected(memory, &lends, &concerned)) return false;
    if (concerned.all || !concerned.touched) return evaluate_anew(o, memory, p, jobs, out);
    if (!begin(o, concerned.touched)) return false;
    attempt_end end = move(o, p, &lends);
    o->valid = end == DONE;
    if (end == NO_FIT) return evaluate_anew(o, memory, p, jobs, out);
    return end == DONE && totals_copy(memory, out, &o->totals, p);
}
