#include "eval/affected.h"

#include "eval/cap.h"
#include "eval/frame.h"

#include <string.h>

/* One part of the base, and the candidate's conditions over the same partners. */
typedef struct probing {
    const plan_match *match;
    const result *part; /* of the base */
    size_t offset;      /* of the stretch in it */
    uint32_t first;     /* of the stretch's partners */
    size_t count;
    evaluation *candidate;
    uint8_t *marks; /* by the facts' numbers */
    bool all;       /* something cannot be told partner by partner */
} probing;

static bool is_steady(const probing *p, const node *n, const node *base) {
    return p->match->nodes[n->id] == base->id && p->match->steady[n->id] == NODE_STEADY;
}

/* The base's column of a condition; false when it was not computed. */
static bool base_operand(const probing *p, const node *n, constant_room *room, operand *out) {
    if (n->kind == NODE_CONSTANT) {
        *room = constant_of(p->part->workings, n);
        *out = (operand){&room->value, &room->state, 0};
        return true;
    }
    const column *slot = &p->part->workings->partners.slots[n->id];
    if (!slot->states) return false;
    *out = (operand){slot->values + p->offset, slot->states + p->offset, 1};
    return true;
}

/* Computes the candidate's condition for those for whom the base computed its own, and marks
 * differences. */
static bool compare_condition(probing *p, const node *n, const node *base, uint32_t *index) {
    constant_room rooms[2];
    operand before, after;
    selection asked = {NULL, p->count};
    if (!base_operand(p, base, &rooms[0], &before)) return p->all = true;
    if (before.step && memchr(before.states, 0, p->count)) {
        asked = (selection){index, 0};
        for (size_t i = 0; i < p->count; i++)
            if (before.states[i]) index[asked.count++] = (uint32_t)i;
    }
    if (!operand_compute(&p->candidate->partners, n, &asked, &rooms[1], &after)) return false;
    for (size_t k = 0; k < asked.count; k++) {
        size_t i = selection_at(&asked, k);
        uint8_t x = operand_state(&before, i), y = operand_state(&after, i);
        if (x != y ||
            (x == CELL_VALUE && operand_value(&before, i) != operand_value(&after, i)))
            p->marks[p->first + i] = 1;
    }
    return true;
}

static bool is_group(const node *n) {
    return n->kind == NODE_ALL || n->kind == NODE_ANY || n->kind == NODE_NONE ||
           n->kind == NODE_N_OF;
}

/* In a group of conditions only those that changed are looked at. */
static bool probe_condition(probing *p, const node *n, const node *base, uint32_t *index) {
    if (is_steady(p, n, base)) return true;
    bool pairwise = is_group(n) && n->kind == base->kind && n->count == base->count &&
                    n->strict && base->strict;
    if (pairwise && n->kind == NODE_N_OF && !is_steady(p, n->items[0], base->items[0]))
        pairwise = false;
    if (!pairwise) return compare_condition(p, n, base, index);
    for (size_t i = n->kind == NODE_N_OF; i < n->count; i++)
        if (!probe_condition(p, n->items[i], base->items[i], index)) return false;
    return true;
}

static bool same_or_steady(const probing *p, const node *n, const node *base) {
    if (!n || !base) return n == base;
    return is_steady(p, n, base);
}

static bool probe_ladder(probing *p, size_t i, uint32_t *index) {
    const rule_match *rule = &p->match->ladders[i];
    const ladder *l = &p->match->candidate->ladders[i];
    if (rule->steady) return true;
    if (rule->base < 0) return p->all = true;
    const ladder *base = &p->match->base->ladders[rule->base];
    if (!same_or_steady(p, l->current, base->current) ||
        !same_or_steady(p, l->applies, base->applies))
        return p->all = true;
    for (size_t k = 0; k < l->level_count; k++)
        if (!probe_condition(p, l->levels[k].met, base->levels[k].met, index)) return false;
    return true;
}

static bool probe_holding(probing *p, size_t i, uint32_t *index) {
    const rule_match *rule = &p->match->holdings[i];
    if (rule->steady) return true;
    if (rule->base < 0) return p->all = true;
    return probe_condition(p, p->match->candidate->holdings[i].met,
                           p->match->base->holdings[rule->base].met, index);
}

/* Partners first .. first + count - 1, which begin at offset in the part. */
static bool probe_stretch(const lending *lends, const result *part, size_t offset,
                          partner_set over, uint8_t *marks, bool *all, arena *scratch) {
    const plan *candidate = lends->match->candidate;
    probing p = {.match = lends->match,
                 .part = part,
                 .offset = offset,
                 .first = over.first,
                 .count = over.count,
                 .marks = marks};
    uint32_t *index = arena_array(scratch, over.count, sizeof *index);
    p.candidate = open_evaluation(scratch, candidate, part->facts, over, lends);
    bool fine = p.candidate && index;
    for (size_t i = 0; fine && !p.all && i < candidate->ladder_count; i++)
        fine = probe_ladder(&p, i, index);
    for (size_t i = 0; fine && !p.all && i < candidate->holding_count; i++)
        fine = probe_holding(&p, i, index);
    *all = *all || p.all;
    return fine;
}

enum { STRETCH = 4096 /* partners whose columns stay near the processor */ };

static bool probe_part(const lending *lends, const result *part, uint32_t first, size_t count,
                       uint8_t *marks, bool *all) {
    arena scratch = {0};
    bool fine = true;
    for (size_t offset = 0; fine && !*all && offset < count; offset += STRETCH) {
        partner_set over = {.count = count - offset < STRETCH ? count - offset : STRETCH,
                            .first = first + (uint32_t)offset};
        fine = probe_stretch(lends, part, offset, over, marks, all, &scratch);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    return fine;
}

/* --- what concerns everybody
 * -------------------------------------------------------------------------- */

/* A paying rule that says something else may concern anybody; so may any change of one whose
 * partners share a cap. */
static bool concerns_all(const plan_match *m) {
    const plan *p = m->candidate;
    if (!m->complete || p->across || m->base->across) return true;
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive *rule = &p->incentives[i];
        if (!m->incentives[i].same) return true;
        if (!m->incentives[i].steady && caps_have_total(rule->caps, rule->cap_count))
            return true;
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund *rule = &p->funds[i];
        if (!m->funds[i].same) return true;
        if (!m->funds[i].steady && caps_have_total(rule->caps, rule->cap_count)) return true;
    }
    return false;
}

/* Whether a partner that the change concerns has an error in a rule. */
static bool has_error(const uint8_t *states, const uint8_t *marks, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (marks[i] && states[i] == CELL_WRONG) return true;
    return false;
}

/* What a rule paid is not lent to partners with errors, and what an expression names as payee
 * is never lent: such a rule is settled anew, which where partners share a cap takes all of
 * them. */
static bool shares_with_all(const lending *lends, const uint8_t *marks) {
    const plan_match *m = lends->match;
    const plan *p = m->candidate;
    size_t count = lends->base->facts->partner_count;
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive *rule = &p->incentives[i];
        const uint8_t *states = lends->base->incentives[m->incentives[i].base].states;
        if (!caps_have_total(rule->caps, rule->cap_count)) continue;
        if (rule->payee && rule->payee->kind != NODE_COLUMN) return true;
        if (has_error(states, marks, count)) return true;
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund *rule = &p->funds[i];
        const uint8_t *states = lends->base->funds[m->funds[i].base].states;
        if (caps_have_total(rule->caps, rule->cap_count) && has_error(states, marks, count))
            return true;
    }
    return false;
}

bool find_affected(const lending *lends, uint8_t *marks, bool *all) {
    const result *base = lends->base;
    *all = concerns_all(lends->match);
    if (*all) return true;
    if (!base->part_count &&
        !probe_part(lends, base, 0, base->facts->partner_count, marks, all))
        return false;
    for (size_t i = 0; i < base->part_count && !*all; i++) {
        const result_part *part = &base->parts[i];
        if (!probe_part(lends, part->out, part->first, part->count, marks, all)) return false;
    }
    *all = *all || shares_with_all(lends, marks);
    return true;
}
