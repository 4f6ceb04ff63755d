#include "compare/affected.h"

#include "eval/cap.h"
#include "eval/frame.h"
#include "compare/probes.h"

#include <string.h>

enum { BITS = 2, MOST_TOLD_APART = 64 / BITS /* probes, by the ways of a partner */ };

/* A stretch of one part of the base, and the candidate's conditions over the same partners. */
typedef struct probing {
    const result *part; /* of the base */
    size_t offset;      /* of the stretch in it */
    size_t count;       /* partners */
    evaluation *candidate;
    const uint8_t *wrong; /* the base's errors, of the stretch's first partner on */
    uint64_t *ways;       /* the same */
    uint32_t *index;      /* room for all of them */
    bool all;
} probing;

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

/* What a condition can come to, in BITS bits. */
static uint64_t answer_of(const operand *o, size_t item) {
    uint8_t state = operand_state(o, item);
    if (state == CELL_VALUE) return operand_value(o, item) ? 3 : 2;
    return state == CELL_WRONG;
}

static uint64_t way(uint64_t now, uint64_t before, size_t number) {
    size_t place = number < MOST_TOLD_APART ? number : MOST_TOLD_APART - 1;
    return ((now - before) & 3) << place * BITS;
}

/* Computes the candidate's condition for those for whom the base computed its own. */
static bool compare_condition(probing *p, const probe *asked_of, size_t number) {
    constant_room rooms[2];
    operand before, after;
    selection asked = {NULL, p->count};
    if (!base_operand(p, asked_of->before, &rooms[0], &before)) return p->all = true;
    if (before.step && memchr(before.states, 0, p->count)) {
        asked = (selection){p->index, 0};
        for (size_t i = 0; i < p->count; i++)
            if (before.states[i]) p->index[asked.count++] = (uint32_t)i;
    }
    if (!operand_compute(&p->candidate->partners, asked_of->now, &asked, &rooms[1], &after))
        return false;
    for (size_t k = 0; k < asked.count; k++) {
        size_t i = selection_at(&asked, k);
        uint64_t now = answer_of(&after, i), then = answer_of(&before, i);
        if (now != then) p->ways[i] |= way(now, then, number);
    }
    return true;
}

static bool find_errors(probing *p, const node *n, size_t number) {
    constant_room room;
    operand found;
    selection everybody = {NULL, p->count};
    if (!operand_compute(&p->candidate->partners, n, &everybody, &room, &found)) return false;
    for (size_t i = 0; i < p->count; i++)
        if (operand_state(&found, i) == CELL_WRONG) p->ways[i] |= way(1, 0, number);
    return true;
}

static bool look(probing *p, const probe *at, size_t number) {
    if (at->before) return compare_condition(p, at, number);
    if (at->now) return find_errors(p, at->now, number);
    for (size_t i = 0; i < p->count; i++)
        if (p->wrong[i]) p->ways[i] |= way(1, 0, number);
    return true;
}

/* Partners first .. first + count - 1, which begin at offset in the part. */
static bool probe_stretch(const lending *lends, const probes *what, const result *part,
                          size_t offset, partner_set over, affected *out, arena *scratch) {
    probing p = {.part = part,
                 .offset = offset,
                 .count = over.count,
                 .wrong = lends->base->wrong + over.first,
                 .ways = out->ways + over.first};
    p.index = arena_array(scratch, over.count, sizeof *p.index);
    p.candidate = open_evaluation(scratch, lends->match->candidate, part->facts, over, lends);
    bool fine = p.candidate && p.index;
    for (size_t i = 0; fine && !p.all && i < what->count; i++)
        fine = look(&p, &what->items[i], i);
    out->all = out->all || p.all;
    return fine;
}

enum { STRETCH = 4096 /* partners whose columns stay near the processor */ };

static bool probe_part(const lending *lends, const probes *what, const result *part,
                       uint32_t first, size_t count, affected *out) {
    arena scratch = {0};
    bool fine = true;
    for (size_t offset = 0; fine && !out->all && offset < count; offset += STRETCH) {
        partner_set over = {.count = count - offset < STRETCH ? count - offset : STRETCH,
                            .first = first + (uint32_t)offset};
        fine = probe_stretch(lends, what, part, offset, over, out, &scratch);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    return fine;
}

static bool probe_parts(const lending *lends, const probes *what, affected *out) {
    const result *base = lends->base;
    if (!what->count) return true;
    if (!base->part_count)
        return probe_part(lends, what, base, 0, base->facts->partner_count, out);
    for (size_t i = 0; i < base->part_count && !out->all; i++) {
        const result_part *part = &base->parts[i];
        if (!probe_part(lends, what, part->out, part->first, part->count, out)) return false;
    }
    return true;
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
static bool has_error(const uint8_t *states, const uint64_t *ways, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ways[i] && states[i] == CELL_WRONG) return true;
    return false;
}

/* What a rule paid is not lent to partners with errors, and what an expression names as payee
 * is never lent: such a rule is settled anew, which where partners share a cap takes all of
 * them. */
static bool shares_with_all(const lending *lends, const uint64_t *ways) {
    const plan_match *m = lends->match;
    const plan *p = m->candidate;
    size_t count = lends->base->facts->partner_count;
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive *rule = &p->incentives[i];
        const uint8_t *states = lends->base->incentives[m->incentives[i].base].states;
        if (!caps_have_total(rule->caps, rule->cap_count)) continue;
        if (rule->payee && rule->payee->kind != NODE_COLUMN) return true;
        if (has_error(states, ways, count)) return true;
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund *rule = &p->funds[i];
        const uint8_t *states = lends->base->funds[m->funds[i].base].states;
        if (caps_have_total(rule->caps, rule->cap_count) && has_error(states, ways, count))
            return true;
    }
    return false;
}

static bool find(const lending *lends, const probes *what, affected *out) {
    out->all = what->all;
    if (out->all) return true;
    if (!probe_parts(lends, what, out)) return false;
    out->all = out->all || shares_with_all(lends, out->ways);
    if (what->count <= MOST_TOLD_APART) out->touched = what->steps;
    return true;
}

bool find_affected(arena *memory, const lending *lends, affected *out) {
    probes what;
    out->touched = NULL;
    out->all = concerns_all(lends->match);
    return out->all || (list_probes(memory, lends->match, &what) && find(lends, &what, out));
}
