/* timing.c - from where a partner stands to what it qualifies for, as far as the ladder lets
 * it.
 *
 * No level is a step below the first. Who stands nowhere is free to start anywhere. Reasons are
 * asked in one order, and what a reason needs is computed for those alone who get that far:
 * protected_until, grace, demotes, steps_down for the lowered, promotes, steps_up for the
 * raised. */
#include "eval/timing.h"

#include "base/memory.h"
#include "eval/frame.h"

#include <string.h>

enum { BELOW_FIRST = -1, UNKNOWN = -2 }; /* UNKNOWN: nowhere, or in error; below all */

/* One ladder while it is settled. */
typedef struct moving {
    evaluation *of;
    const ladder *l;
    const column *qualified;
    column *level;
    uint8_t *held;
    int *from;        /* by item: the level's index */
    uint32_t *chosen; /* the items that are still to be decided */
    size_t count;
} moving;

static int index_of(const moving *m, text name) {
    for (size_t i = 0; i < m->l->level_count; i++)
        if (text_equal(name, text_of(m->l->levels[i].is.name))) return (int)i;
    return UNKNOWN;
}

static int aim_of(const moving *m, size_t item) {
    return m->qualified->states[item] == CELL_VALUE ? (int)m->qualified->values[item]
                                                    : BELOW_FIRST;
}

static void place_at(moving *m, size_t item, int level, hold why) {
    m->level->states[item] = level == BELOW_FIRST ? CELL_NONE : CELL_VALUE;
    m->level->values[item] = level == BELOW_FIRST ? 0 : level;
    m->held[item] = (uint8_t)why;
}

static void spoil(moving *m, size_t item) {
    m->level->states[item] = CELL_WRONG;
    m->held[item] = HOLD_NONE;
}

/* Where everybody stands today; who stands nowhere takes what it qualifies for. */
static bool find_from(moving *m, const selection *partners) {
    constant_room room;
    operand current;
    if (!operand_compute(&m->of->partners, m->l->current, partners, &room, &current))
        return false;
    for (size_t k = 0; k < partners->count; k++) {
        size_t item = selection_at(partners, k);
        uint8_t state = operand_state(&current, item);
        bool wrong = state == CELL_WRONG || m->qualified->states[item] == CELL_WRONG ||
                     m->level->states[item] == CELL_WRONG;
        m->from[item] = UNKNOWN;
        if (wrong) {
            spoil(m, item);
            continue;
        }
        place_at(m, item, aim_of(m, item), HOLD_NONE);
        if (state == CELL_VALUE)
            m->from[item] =
                index_of(m, result_text(m->of->out, (int64_t)operand_value(&current, item)));
    }
    return true;
}

static void choose(moving *m, const selection *partners, bool up) {
    m->count = 0;
    for (size_t k = 0; k < partners->count; k++) {
        size_t item = selection_at(partners, k);
        int from = m->from[item], aim = aim_of(m, item);
        if (from != UNKNOWN && (up ? aim > from : aim < from))
            m->chosen[m->count++] = (uint32_t)item;
    }
}

/* Keeps those still to be decided where they stand. */
static void keep_all(moving *m, hold why) {
    for (size_t k = 0; k < m->count; k++)
        place_at(m, m->chosen[k], m->from[m->chosen[k]], why);
    m->count = 0;
}

/* Keeps those whose day has not passed, and (`empty_keeps`) those who have none. */
static bool keep_through(moving *m, const node *day, hold why, bool empty_keeps) {
    selection asked = {m->chosen, m->count};
    constant_room room;
    operand until;
    size_t left = 0;
    if (!day || !m->count) return true;
    if (!operand_compute(&m->of->partners, day, &asked, &room, &until)) return false;
    for (size_t k = 0; k < m->count; k++) {
        uint32_t item = m->chosen[k];
        uint8_t state = operand_state(&until, item);
        bool keeps = state == CELL_VALUE ? m->of->plan->as_of <= operand_value(&until, item)
                                         : empty_keeps;
        if (state == CELL_WRONG)
            spoil(m, item);
        else if (keeps)
            place_at(m, item, m->from[item], why);
        else
            m->chosen[left++] = item;
    }
    m->count = left;
    return true;
}

/* Grace lasts while at_risk_since is empty, and through its last day. */
static bool keep_by_grace(moving *m) {
    const ladder_timing *t = m->l->timing;
    selection asked = {m->chosen, m->count};
    constant_room room;
    operand since;
    size_t left = 0;
    if (!t->grace_until || !m->count) return true;
    if (!operand_compute(&m->of->partners, t->at_risk_since, &asked, &room, &since))
        return false;
    for (size_t k = 0; k < m->count; k++) {
        uint32_t item = m->chosen[k];
        uint8_t state = operand_state(&since, item);
        if (state == CELL_WRONG)
            spoil(m, item);
        else if (state == CELL_NONE)
            place_at(m, item, m->from[item], HOLD_GRACE);
        else
            m->chosen[left++] = item;
    }
    m->count = left;
    return keep_through(m, t->grace_until, HOLD_GRACE, false);
}

static bool report_steps(moving *m, uint32_t item, const node *steps, const char *field) {
    const term *written = term_field(m->l->is.term, field);
    evaluation_rule_error(m->of, item, &m->l->is, written ? written->at : steps->at,
                          "'%s' is no whole number of levels, 1 or more", field);
    spoil(m, item);
    return true;
}

/* At most so many levels at once. */
static bool limit_steps(moving *m, const node *steps, hold why, const char *field) {
    selection asked = {m->chosen, m->count};
    constant_room room;
    operand most;
    if (!steps || !m->count) return true;
    if (!operand_compute(&m->of->partners, steps, &asked, &room, &most)) return false;
    for (size_t k = 0; k < m->count; k++) {
        uint32_t item = m->chosen[k];
        int64_t levels = 0;
        int from = m->from[item], aim = aim_of(m, item);
        uint8_t state = operand_state(&most, item);
        bool whole = state == CELL_VALUE && number_is_whole(operand_value(&most, item)) &&
                     number_to_integer(&levels, operand_value(&most, item)) && levels >= 1;
        if (state == CELL_WRONG)
            spoil(m, item);
        else if (!whole)
            report_steps(m, item, steps, field);
        else if (aim > from && aim - from > levels)
            place_at(m, item, from + (int)levels, why);
        else if (aim < from && from - aim > levels)
            place_at(m, item, from - (int)levels, why);
    }
    return true;
}

static bool raise(moving *m, const selection *partners) {
    const ladder_timing *t = m->l->timing;
    choose(m, partners, true);
    if (!t->promotes.today) keep_all(m, HOLD_PROMOTES);
    return limit_steps(m, t->steps_up, HOLD_STEPS_UP, "steps_up");
}

static bool lower(moving *m, const selection *partners) {
    const ladder_timing *t = m->l->timing;
    choose(m, partners, false);
    if (!keep_through(m, t->protected_until, HOLD_PROTECTED_UNTIL, false) || !keep_by_grace(m))
        return false;
    if (!t->demotes.today) keep_all(m, HOLD_DEMOTES);
    return limit_steps(m, t->steps_down, HOLD_STEPS_DOWN, "steps_down");
}

/* The day that promotions are kept through is shown with them. Who stands nowhere is promoted
 * by being placed. */
static bool guarantee(moving *m, const selection *partners) {
    const node *until = m->l->timing->guarantees;
    selection raised = {m->chosen, 0};
    if (!until) return true;
    for (size_t k = 0; k < partners->count; k++) {
        size_t item = selection_at(partners, k);
        if (m->level->states[item] == CELL_VALUE && m->level->values[item] > m->from[item])
            m->chosen[raised.count++] = (uint32_t)item;
    }
    return !raised.count || frame_compute(&m->of->partners, until, &raised);
}

bool timing_apply(evaluation *e, int index, const selection *partners) {
    moving m = {.of = e,
                .l = &e->plan->ladders[index],
                .qualified = &e->out->qualified[index],
                .level = &e->out->levels[index],
                .held = e->out->held[index]};
    for (size_t i = 0; i < e->count; i++) {
        if (m.level->states[i] == CELL_WRONG) continue;
        m.level->states[i] = m.qualified->states[i] == CELL_WRONG ? CELL_WRONG : CELL_NONE;
    }
    m.from = memory_allocate(e->count * sizeof *m.from);
    m.chosen = memory_allocate(e->count * sizeof *m.chosen);
    bool fine = m.from && m.chosen && find_from(&m, partners) && raise(&m, partners) &&
                lower(&m, partners) && guarantee(&m, partners);
    memory_free(m.chosen);
    memory_free(m.from);
    return fine;
}
