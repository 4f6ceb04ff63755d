/* fund.c - market development funds: accrue, claim, pay.
 *
 * A fund is a balance for each partner: opening + accrued - paid - expired. Where its rows
 * accrue, they do so on their days and may expire (lots.h); else all is there from the start
 * and nothing expires. Claims are taken in order; a fund never pays more
 * than is left. With cap.total the claims of all partners are decided in one sequence. */
#include "eval/claim.h"

#include "eval/lending.h"
#include "eval/room.h"

#include <string.h>

typedef struct settling {
    evaluation *of;
    const fund *rule;
    fund_result *out;
    arena *scratch;
    size_t partners;
    number *available; /* by partner: opening + accrued; with lots the most that there can be */
    lots *lots;        /* NULL: no rows accrue */
} settling;

static bool prepare(settling *s) {
    s->available = arena_array(s->scratch, s->partners, sizeof *s->available);
    return s->available && fund_room(s->of, (int)(s->rule - s->of->plan->funds));
}

/* What a node says for the selected partners, rounded to the minor unit. */
static bool find_figures(settling *s, const node *n, const char *field, const selection *who,
                         number *figures) {
    if (who->count == 0) return true;
    frame *partners = &s->of->partners;
    if (!frame_compute(partners, n, who)) return false;
    const declared *is = &s->rule->is;
    const column *found = &partners->slots[n->id];
    node here = {.rule = is, .at = rule_field(is, field, n->at)};
    for (size_t k = 0; k < who->count; k++) {
        size_t p = selection_at(who, k);
        if (found->states[p] == CELL_VALUE) {
            figures[p] =
                number_round(found->values[p], s->of->plan->currency_places, s->rule->rounding);
            continue;
        }
        if (found->states[p] == CELL_NONE)
            evaluation_error(partners, p, &here, "'%s' of '%s' has no value", field, is->name);
        s->out->states[p] = CELL_WRONG;
    }
    return true;
}

static bool find_opening_and_accrued(settling *s) {
    fund_result *out = s->out;
    uint32_t *chosen = arena_array(s->scratch, s->partners, sizeof *chosen);
    if (!chosen) return false;
    selection everybody = {chosen, 0}, due = {chosen, 0};
    for (size_t p = 0; p < s->partners; p++)
        if (out->states[p] != CELL_WRONG) chosen[everybody.count++] = (uint32_t)p;
    if (s->rule->opening &&
        !find_figures(s, s->rule->opening, "opening", &everybody, out->opening))
        return false;
    for (size_t p = 0; p < s->partners; p++)
        if (out->states[p] != CELL_WRONG && out->due[p]) chosen[due.count++] = (uint32_t)p;
    if (s->lots) return lots_take(s->lots, out->states);
    return !s->rule->accrues ||
           find_figures(s, s->rule->accrues, "accrues", &due, out->accrued);
}

/* Opening and lots that accrue something: what returns take back may come later. */
static void find_most(settling *s) {
    const fund_result *out = s->out;
    for (size_t p = 0; p < s->partners; p++) {
        s->available[p] = out->opening[p] > 0 ? out->opening[p] : 0;
        for (size_t i = out->lot_first[p]; i < out->lot_first[p + 1]; i++)
            if (out->states[p] != CELL_WRONG && out->lots[i].accrued > 0)
                s->available[p] += out->lots[i].accrued;
    }
}

static void find_available(settling *s) {
    fund_result *out = s->out;
    const declared *is = &s->rule->is;
    if (s->lots) {
        find_most(s);
        return;
    }
    for (size_t p = 0; p < s->partners; p++) {
        if (number_add(&s->available[p], out->opening[p], out->accrued[p])) continue;
        evaluation_rule_error(s->of, (uint32_t)p, is, is->at,
                              "the balance of '%s' is larger than 10^20", is->name);
        out->states[p] = CELL_WRONG;
    }
}

/* Room for what is decided, in the order of deciding within each partner. place_of[i] is where
 * claim i goes. */
static uint32_t *place_claims(settling *s, const claiming *c, const uint32_t *by_partner) {
    size_t count = c->rows.count, payers = s->rule->payer_count;
    uint32_t *place_of = arena_array(s->scratch, count, sizeof *place_of);
    number *shares = NULL;
    s->out->claims = arena_array(s->of->lists, count, sizeof *s->out->claims);
    if (payers == 0 || count <= SIZE_MAX / payers)
        shares = arena_array(s->of->memory, count * payers, sizeof *shares);
    if (!place_of || !shares || !s->out->claims) return NULL;
    for (size_t k = 0; k < count; k++) {
        place_of[by_partner[k]] = (uint32_t)k;
        s->out->claims[k] = (claim_result){.shares = shares + k * payers};
    }
    memcpy(s->out->first, c->rows.first, (s->partners + 1) * sizeof *s->out->first);
    return place_of;
}

static bool decide_claims(settling *s) {
    if (s->rule->claims < 0) return true;
    const node *order = s->rule->order;
    claiming c = {.of = s->of,
                  .rule = s->rule,
                  .scratch = s->scratch,
                  .due = s->out->due,
                  .lots = s->lots,
                  .available = s->available,
                  .paid = s->out->paid};
    if (!claims_take(&c, s->out->states)) return false;
    uint32_t *by_partner = lines_in_order(s->of, &c.rows, order, c.order_at, false, s->scratch);
    const uint32_t *sequence = by_partner;
    if (by_partner && caps_have_total(s->rule->caps, s->rule->cap_count))
        sequence = lines_in_order(s->of, &c.rows, order, c.order_at, true, s->scratch);
    if (!by_partner || !sequence) return false;
    const uint32_t *place_of = place_claims(s, &c, by_partner);
    if (!place_of) return false;
    for (size_t k = 0; k < c.rows.count; k++) {
        uint32_t i = sequence[k];
        if (!claim_decide(&c, i, &s->out->claims[place_of[i]])) return false;
    }
    return true;
}

/* Partners with errors show nothing. */
static void find_balances(settling *s) {
    fund_result *out = s->out;
    for (size_t p = 0; p < s->partners; p++) {
        if (out->states[p] == CELL_WRONG) {
            out->opening[p] = out->accrued[p] = out->paid[p] = 0;
            continue;
        }
        if (s->lots) out->expired[p] = lots_close(s->lots, (uint32_t)p);
        number balance = out->opening[p] + out->accrued[p] - out->expired[p];
        (void)number_subtract(&out->balance[p], balance, out->paid[p]);
    }
}

static bool settle(settling *s) {
    if (!prepare(s) || !rule_due(s->of, s->rule->due, s->out->due, s->out->states))
        return false;
    if (!find_opening_and_accrued(s)) return false;
    find_available(s);
    if (s->lots && !lots_open(s->lots)) return false;
    if (!decide_claims(s)) return false;
    find_balances(s);
    return true;
}

bool fund_settle(evaluation *e, int index) {
    if (!e->fund_done[index] && e->lends) e->fund_done[index] = fund_lend(e, index);
    if (e->fund_done[index]) return true;
    arena scratch = {0};
    settling s = {.of = e,
                  .rule = &e->plan->funds[index],
                  .out = &e->out->funds[index],
                  .scratch = &scratch,
                  .partners = e->count};
    lots rows = {.of = e, .rule = s.rule, .out = s.out, .scratch = &scratch};
    if (s.rule->accrued_on) s.lots = &rows;
    bool done = settle(&s);
    arena_free(&scratch);
    if (!done) e->memory->failed = true;
    e->fund_done[index] = done;
    return done;
}
