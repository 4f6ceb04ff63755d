/* claim_shares.c - who bears what part of a claim: see claim.h. */
#include "eval/claim.h"

#include "base/split.h"
#include "data/facts.h"
#include "eval/evaluation.h"
#include "eval/line_order.h"

/* Shares of one partner, or, where they vary, of its claim i. */
typedef struct sharing {
    claiming *c;
    uint8_t *states; /* by partner */
    uint32_t partner;
    size_t claim;
} sharing;

static void wrong_share(sharing *s, const char *share, const char *why) {
    const declared *is = &s->c->rule->is;
    place at = rule_field(is, "shares", is->at);
    evaluation *e = s->c->of;
    text_buffer out = {0};
    if (s->c->rule->shares_vary) {
        const facts_table *claims = &e->facts->tables[s->c->rule->claims];
        text_append_string(&out, "row ");
        facts_row_id(e->facts, claims, s->c->rows.rows[s->claim].row, &out);
        text_print(&out, " of '%s': ", claims->source);
    }
    if (share)
        text_print(&out, "share '%s' of '%s' %s", share, is->name, why);
    else
        text_print(&out, "the shares of '%s' %s", is->name, why);
    if (out.failed) s->c->of->memory->failed = true;
    evaluation_rule_error(e, s->partner, is, at, "%s", out.failed ? "" : out.bytes);
    text_free(&out);
    s->states[s->partner] = CELL_WRONG;
}

static cell_state share_of(const sharing *s, size_t payer, number *share) {
    const claiming *c = s->c;
    if (c->rule->shares_vary) {
        *share = taken_value(&c->rows, s->claim, c->shares_at + payer);
        return *share == LINE_KEY_NONE ? CELL_NONE : CELL_VALUE;
    }
    const column *found = &c->of->partners.slots[c->rule->payers[payer].share->id];
    *share = found->values[s->partner];
    return found->states[s->partner];
}

static void check_shares_of(sharing *s) {
    number sum = 0, share;
    for (size_t k = 0; k < s->c->rule->payer_count; k++) {
        const char *name = s->c->rule->payers[k].name;
        cell_state state = share_of(s, k, &share);
        if (state == CELL_WRONG) s->states[s->partner] = CELL_WRONG;
        if (state == CELL_NONE) wrong_share(s, name, "has no value");
        if (state != CELL_VALUE) return;
        if (share < 0) {
            wrong_share(s, name, "is below 0");
            return;
        }
        if (!number_add(&sum, sum, share)) {
            wrong_share(s, NULL, "add up to more than 10^20");
            return;
        }
    }
    if (number_compare(sum, NUMBER_ONE) == 0) return;
    char shown[NUMBER_TEXT];
    number_print(shown, sum * 100, 0);
    wrong_share(s, NULL, arena_print(s->c->scratch, "add up to %s%%, not to 100%%", shown));
}

static bool is_approved(const claiming *c, size_t i) {
    bool approved = c->due[c->rows.rows[i].partner];
    for (size_t k = 0; k < c->rule->approval_count; k++)
        approved &= taken_value(&c->rows, i, c->approvals_at + k) == 1;
    return approved;
}

static void check_shares_of_claims(claiming *c, uint8_t *states) {
    for (size_t i = 0; i < c->rows.count; i++) {
        sharing s = {c, states, c->rows.rows[i].partner, i};
        if (states[s.partner] != CELL_WRONG && is_approved(c, i)) check_shares_of(&s);
    }
}

bool claims_check_shares(claiming *c, uint8_t *states) {
    if (c->rule->payer_count == 0) return true;
    if (c->rule->shares_vary) {
        check_shares_of_claims(c, states);
        return true;
    }
    size_t partners = c->of->count;
    uint32_t *chosen = arena_array(c->scratch, partners, sizeof *chosen);
    if (!chosen) return false;
    selection who = partners_with_rows(&c->rows, c->due, states, partners, chosen);
    if (who.count == 0) return true;
    for (size_t k = 0; k < c->rule->payer_count; k++)
        if (!frame_compute(&c->of->partners, c->rule->payers[k].share, &who)) return false;
    for (size_t k = 0; k < who.count; k++) {
        sharing s = {c, states, chosen[k], 0};
        check_shares_of(&s);
    }
    return true;
}

bool claim_share_out(claiming *c, uint32_t i, number *shares) {
    const fund *rule = c->rule;
    size_t count = rule->payer_count;
    int places = c->of->plan->currency_places;
    sharing s = {.c = c, .partner = c->rows.rows[i].partner, .claim = i};
    if (count == 0) return true;
    for (size_t k = 0; k < count; k++)
        (void)share_of(&s, k, &c->weights[k]); /* checked before: it has a value */
    if (rule->remainder >= 0)
        return split_left_over_to(c->amounts[i], c->weights, count, places,
                                  (size_t)rule->remainder, shares);
    return split_largest_remainder(c->amounts[i], c->weights, count, places, shares);
}
