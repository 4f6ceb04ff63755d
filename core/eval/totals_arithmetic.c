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
}

static bool combine(totals *into, const totals *more, const plan *p, int sign) {
    bool (*apply)(number *, number, number) = sign > 0 ? number_add : number_subtract;
    bool fits = apply(&into->payout, into->payout, more->payout);
    add_counts(into, more, p, sign);
    for (size_t i = 0; i < p->incentive_count; i++)
        fits &= apply(&into->incentives[i], into->incentives[i], more->incentives[i]);
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
                 .incentives = arena_array(memory, p->incentive_count, sizeof *out->incentives),
                 .funds = arena_array(memory, p->fund_count, sizeof *out->funds)};
    if (!out->levels || !out->none || !out->held || !out->incentives || !out->funds)
        return false;
    for (size_t l = 0; l < p->ladder_count; l++) {
        out->levels[l] = arena_array(memory, p->ladders[l].level_count, sizeof **out->levels);
        if (!out->levels[l]) return false;
    }
    return true;
}

bool totals_copy(arena *memory, totals *out, const totals *of, const plan *p) {
    return totals_open(memory, out, p) && totals_add(out, of, p);
}

static void add_member(totals *out, const result *r, uint32_t partner) {
    const plan *p = r->plan;
    out->partners++;
    out->errors += r->wrong[partner];
    if (r->wrong[partner]) return;
    for (size_t l = 0; l < p->ladder_count; l++) {
        const column *stands = &r->levels[l];
        if (stands->states[partner] == CELL_VALUE)
            out->levels[l][(size_t)stands->values[partner]]++;
        else if (result_applies(r, &p->ladders[l], partner))
            out->none[l]++;
    }
    for (size_t h = 0; h < p->holding_count; h++) {
        value held = result_value(r, p->holdings[h].met, partner);
        out->held[h] += held.state == CELL_VALUE && held.number != 0;
    }
    for (size_t i = 0; i < p->incentive_count; i++)
        out->incentives[i] += r->incentives[i].paid[partner];
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_result *f = &r->funds[i];
        out->funds[i].accrued += f->accrued[partner];
        out->funds[i].paid += f->paid[partner];
        out->funds[i].expired += f->expired[partner];
        out->funds[i].balance += f->balance[partner];
    }
    out->payout += r->payout[partner];
}

/* Sums of some of what fitted into a total: number_add would find no overflow that matters. */
bool totals_of_members(arena *memory, const result *r, const uint32_t *members, size_t count,
                       totals *out) {
    if (!totals_open(memory, out, r->plan)) return false;
    for (size_t i = 0; i < count; i++)
        add_member(out, r, members[i]);
    return true;
}
