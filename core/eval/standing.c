/* standing.c - where partners stand: ladders and their levels, certifications, obligations. */
#include "eval/frame.h"
#include "eval/room.h"
#include "eval/timing.h"

#include "base/memory.h"

#include <string.h>

/* A `current` that is no level is an error of the partner, not a partner without a level. */
static bool check_current(evaluation *e, const ladder *l, const selection *partners) {
    constant_room room;
    operand current;
    if (!operand_compute(&e->partners, l->current, partners, &room, &current)) return false;
    for (size_t k = 0; k < partners->count; k++) {
        size_t partner = selection_at(partners, k);
        if (operand_state(&current, partner) != CELL_VALUE) continue;
        text name = result_text(e->out, (int64_t)operand_value(&current, partner));
        bool known = false;
        for (size_t i = 0; i < l->level_count && !known; i++)
            known = text_equal(name, text_of(l->levels[i].is.name));
        if (known) continue;
        const term *field = term_field(l->is.term, "current");
        evaluation_rule_error(
            e, (uint32_t)partner, &l->is, field ? field->at : l->is.at,
            "'%.*s' is no level of ladder '%s'%s", (int)name.length, name.bytes, l->is.name,
            text_equal(name, text_of("none")) ? "; who stands on none has an empty cell" : "");
        e->out->levels[l - e->plan->ladders].states[partner] = CELL_WRONG;
    }
    return true;
}

static bool compute_levels(evaluation *e, const ladder *l, const selection *partners,
                           column *qualified) {
    for (size_t i = 0; i < l->level_count; i++) {
        constant_room room;
        operand met;
        if (!operand_compute(&e->partners, l->levels[i].met, partners, &room, &met))
            return false;
        for (size_t k = 0; k < partners->count; k++) {
            size_t partner = selection_at(partners, k);
            uint8_t *state = &qualified->states[partner];
            if (operand_state(&met, partner) == CELL_WRONG) *state = CELL_WRONG;
            if (*state == CELL_WRONG || operand_state(&met, partner) != CELL_VALUE ||
                !operand_value(&met, partner))
                continue;
            qualified->values[partner] = (number)i;
            *state = CELL_VALUE;
        }
    }
    return true;
}

/* Nothing holds a level back: the level is the one that the partner qualifies for. */
static void take_qualified(const column *qualified, column *level, size_t count) {
    for (size_t p = 0; p < count; p++) /* their values are the same array: see room.c */
        if (level->states[p] != CELL_WRONG) level->states[p] = qualified->states[p];
}

static bool settle(evaluation *e, const ladder *l, column *qualified, column *level) {
    size_t count = e->count;
    uint32_t *index = memory_allocate(count * sizeof *index);
    selection partners = {NULL, count};
    bool fine = index != NULL;
    memset(qualified->states, CELL_NONE, count);
    if (fine && l->applies) {
        constant_room room;
        operand applies;
        fine = operand_compute(&e->partners, l->applies, &partners, &room, &applies);
        for (size_t p = 0; fine && p < count; p++) {
            if (operand_state(&applies, p) == CELL_WRONG) qualified->states[p] = CELL_WRONG;
        }
        if (fine) partners = selection_where(&partners, &applies, true, index);
    }
    fine = fine && (!l->current || check_current(e, l, &partners)) &&
           compute_levels(e, l, &partners, qualified);
    if (fine && l->timing)
        fine = timing_apply(e, (int)(l - e->plan->ladders), &partners);
    else if (fine)
        take_qualified(qualified, level, count);
    memory_free(index);
    return fine;
}

bool ladder_settle(evaluation *e, int index) {
    if (e->ladder_done[index]) return true;
    e->ladder_done[index] = 1;
    if (!ladder_room(e, index)) return false;
    return settle(e, &e->plan->ladders[index], &e->out->qualified[index],
                  &e->out->levels[index]);
}

static void copy_items(frame *f, const node *n, const selection *items, const number *values,
                       const uint8_t *states) {
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        f->slots[n->id].values[item] = values[item];
        f->slots[n->id].states[item] = states[item];
    }
}

bool compute_level(frame *f, const node *n, const selection *items) {
    if (!ladder_settle(f->of, n->index)) return false;
    const column *level = &f->of->out->levels[n->index];
    copy_items(f, n, items, level->values, level->states);
    return true;
}

bool compute_held(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand met;
    if (!operand_compute(f, f->of->plan->holdings[n->index].met, items, &room, &met))
        return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        f->slots[n->id].values[item] = operand_value(&met, item);
        f->slots[n->id].states[item] = operand_state(&met, item);
    }
    return true;
}

bool compute_earned(frame *f, const node *n, const selection *items) {
    if (!incentive_settle(f->of, n->index)) return false;
    const incentive_result *earned = &f->of->out->incentives[n->index];
    copy_items(f, n, items, earned->paid, earned->states);
    return true;
}

bool compute_fund_part(frame *f, const node *n, const selection *items) {
    if (!fund_settle(f->of, n->index)) return false;
    const fund_result *fund = &f->of->out->funds[n->index];
    const number *parts[] = {fund->accrued, fund->paid, fund->balance, fund->opening,
                             fund->expired};
    copy_items(f, n, items, parts[n->part], fund->states);
    return true;
}
