/* totals_arithmetic.c - totals of some partners added to, and taken from, those of others. */
#include "eval/totals.h"

#include <string.h>

/* sign 1 adds, -1 takes away. */
static void add_counts(totals *into, const totals *more, const plan *p, int sign) {
    into->partners += (size_t)sign * more->partners;
    into->errors += (size_t)sign * more->errors;
    for (size_t l = 0; l < p->ladder_count; l++) {
        into->none[l] += (size_t)sign * more->none[l];
        for (size_t k = 0; k < p->ladders[l].level_count; k++)
            into->levels[l][k] += (size_t)sign * more->levels[l][k];
    }
    for (size_t h = 0; h < p->holding_count; h++)
        into->held[h] += (size_t)sign * more->held[h];
    for (size_t s = 0; s < p->score_count; s++)
        into->passed[s] += (size_t)sign * more->passed[s];
}

static bool combine(totals *into, const totals *more, const plan *p, int sign) {
    bool (*apply)(number *, number, number) = sign > 0 ? number_add : number_subtract;
    bool fits = apply(&into->payout, into->payout, more->payout);
    add_counts(into, more, p, sign);
    for (size_t i = 0; i < p->incentive_count; i++) {
        fits &= apply(&into->incentives[i], into->incentives[i], more->incentives[i]);
        fits &= apply(&into->carried[i], into->carried[i], more->carried[i]);
    }
    for (size_t i = 0; i < p->pool_count; i++)
        fits &= apply(&into->unplaced[i], into->unplaced[i], more->unplaced[i]);
    for (size_t i = 0; i < p->fund_count; i++) {
        fund_total *sum = &into->funds[i];
        const fund_total *part = &more->funds[i];
        fits &= apply(&sum->accrued, sum->accrued, part->accrued);
        fits &= apply(&sum->paid, sum->paid, part->paid);
        fits &= apply(&sum->expired, sum->expired, part->expired);
        fits &= apply(&sum->balance, sum->balance, part->balance);
    }
    return fits;
}

bool totals_add(totals *into, const totals *more, const plan *p) {
    return combine(into, more, p, 1);
}

bool totals_subtract(totals *from, const totals *less, const plan *p) {
    return combine(from, less, p, -1);
}

bool totals_open(arena *memory, totals *out, const plan *p) {
    *out =
        (totals){.levels = arena_array(memory, p->ladder_count, sizeof *out->levels),
                 .none = arena_array(memory, p->ladder_count, sizeof *out->none),
                 .held = arena_array(memory, p->holding_count, sizeof *out->held),
                 .passed = arena_array(memory, p->score_count, sizeof *out->passed),
                 .incentives = arena_array(memory, p->incentive_count, sizeof *out->incentives),
                 .carried = arena_array(memory, p->incentive_count, sizeof *out->carried),
                 .funds = arena_array(memory, p->fund_count, sizeof *out->funds),
                 .routings = arena_array(memory, p->routing_count, sizeof *out->routings),
                 .unplaced = arena_array(memory, p->pool_count, sizeof *out->unplaced)};
    if (!out->levels || !out->none || !out->held || !out->passed || !out->incentives ||
        !out->carried || !out->funds || !out->routings || !out->unplaced)
        return false;
    for (size_t l = 0; l < p->ladder_count; l++) {
        out->levels[l] = arena_array(memory, p->ladders[l].level_count, sizeof **out->levels);
        if (!out->levels[l]) return false;
    }
    return true;
}

static bool copy_routing(arena *memory, routing_total *out, const routing_total *of) {
    *out = *of;
    out->ids = arena_array(memory, of->unrouted, sizeof *out->ids);
    for (size_t i = 0; out->ids && i < of->unrouted; i++) {
        out->ids[i] = arena_string(memory, of->ids[i]);
        if (!out->ids[i]) return false;
    }
    return out->ids != NULL;
}

bool totals_copy(arena *memory, totals *out, const totals *of, const plan *p) {
    bool fine = totals_open(memory, out, p) && totals_add(out, of, p);
    for (size_t i = 0; fine && i < p->routing_count; i++)
        fine = copy_routing(memory, &out->routings[i], &of->routings[i]);
    return fine;
}

void totals_clear(totals *t, const plan *p) {
    t->partners = t->errors = 0;
    t->payout = 0;
    for (size_t l = 0; l < p->ladder_count; l++) {
        t->none[l] = 0;
        memset(t->levels[l], 0, p->ladders[l].level_count * sizeof **t->levels);
    }
    memset(t->held, 0, p->holding_count * sizeof *t->held);
    memset(t->passed, 0, p->score_count * sizeof *t->passed);
    memset(t->incentives, 0, p->incentive_count * sizeof *t->incentives);
    memset(t->carried, 0, p->incentive_count * sizeof *t->carried);
    memset(t->funds, 0, p->fund_count * sizeof *t->funds);
    memset(t->routings, 0, p->routing_count * sizeof *t->routings);
    memset(t->unplaced, 0, p->pool_count * sizeof *t->unplaced);
}

/* --- of one partner ----------------------------------------------------------------------- */

enum { NOT_FOR_IT, NO_LEVEL, FIRST_LEVEL };

size_t totals_figures(const plan *p) {
    size_t carrying = 0;
    for (size_t i = 0; i < p->incentive_count; i++)
        carrying += incentive_carries(&p->incentives[i]);
    return p->incentive_count + carrying + 4 * p->fund_count + 1;
}

static size_t standings_of(const plan *p) {
    return p->ladder_count + p->holding_count + p->score_count + 1;
}

bool contribution_open(arena *memory, const plan *p, contribution *out) {
    *out = (contribution){arena_array(memory, totals_figures(p), sizeof *out->figures),
                          arena_array(memory, standings_of(p), sizeof *out->standing)};
    return out->figures && out->standing;
}

static void read_standing(const result *r, uint32_t item, uint16_t *next) {
    const plan *p = r->plan;
    for (size_t l = 0; l < p->ladder_count; l++) {
        const column *stands = &r->levels[l];
        if (stands->states[item] == CELL_VALUE)
            *next++ = (uint16_t)(FIRST_LEVEL + (size_t)stands->values[item]);
        else
            *next++ = result_applies(r, &p->ladders[l], item) ? NO_LEVEL : NOT_FOR_IT;
    }
    for (size_t h = 0; h < p->holding_count; h++) {
        value held = result_value(r, p->holdings[h].met, item);
        *next++ = held.state == CELL_VALUE && held.number != 0;
    }
    for (size_t s = 0; s < p->score_count; s++, next++) {
        if (!p->scores[s].passed) continue;
        value passed = result_value(r, p->scores[s].passed, item);
        *next = passed.state == CELL_VALUE && passed.number != 0;
    }
}

static void read_figures(const result *r, uint32_t item, number *next) {
    const plan *p = r->plan;
    for (size_t i = 0; i < p->incentive_count; i++) {
        *next++ = r->incentives[i].paid[item];
        if (r->incentives[i].carried) *next++ = r->incentives[i].carried[item];
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_result *f = &r->funds[i];
        *next++ = f->accrued[item];
        *next++ = f->paid[item];
        *next++ = f->expired[item];
        *next++ = f->balance[item];
    }
    *next = r->payout[item];
}

void contribution_read(const result *r, uint32_t item, contribution *out) {
    size_t last = standings_of(r->plan) - 1;
    memset(out->figures, 0, totals_figures(r->plan) * sizeof *out->figures);
    memset(out->standing, 0, last * sizeof *out->standing);
    out->standing[last] = r->wrong[item];
    if (r->wrong[item]) return;
    read_standing(r, item, out->standing);
    read_figures(r, item, out->figures);
}

static void add_standing(totals *into, const uint16_t *next, const plan *p, int sign) {
    for (size_t l = 0; l < p->ladder_count; l++, next++) {
        if (*next >= FIRST_LEVEL) into->levels[l][*next - FIRST_LEVEL] += (size_t)sign;
        if (*next == NO_LEVEL) into->none[l] += (size_t)sign;
    }
    for (size_t h = 0; h < p->holding_count; h++)
        into->held[h] += (size_t)sign * *next++;
    for (size_t s = 0; s < p->score_count; s++)
        into->passed[s] += (size_t)sign * *next++;
    into->errors += (size_t)sign * *next;
}

bool contribution_add(totals *into, const contribution *one, const plan *p, int sign) {
    bool (*apply)(number *, number, number) = sign > 0 ? number_add : number_subtract;
    const number *next = one->figures;
    bool fits = true;
    add_standing(into, one->standing, p, sign);
    for (size_t i = 0; i < p->incentive_count; i++) {
        fits &= apply(&into->incentives[i], into->incentives[i], *next++);
        if (!incentive_carries(&p->incentives[i])) continue;
        fits &= apply(&into->carried[i], into->carried[i], *next++);
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        fund_total *sum = &into->funds[i];
        fits &= apply(&sum->accrued, sum->accrued, *next++);
        fits &= apply(&sum->paid, sum->paid, *next++);
        fits &= apply(&sum->expired, sum->expired, *next++);
        fits &= apply(&sum->balance, sum->balance, *next++);
    }
    return apply(&into->payout, into->payout, *next) && fits;
}

bool totals_of_members(arena *memory, const result *r, const uint32_t *members, size_t count,
                       totals *out) {
    contribution one;
    if (!totals_open(memory, out, r->plan) || !contribution_open(memory, r->plan, &one))
        return false;
    out->partners = count;
    for (size_t i = 0; i < count; i++) {
        contribution_read(r, members[i], &one);
        (void)contribution_add(out, &one, r->plan, 1); /* part of what fitted into a total */
    }
    return true;
}
