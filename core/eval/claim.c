/* claim.c - takes claims and decides them: see claim.h.
 *
 * What caps and balance hold back of the vendor's part, the partner bears, whatever its own
 * share: the shares of a claim that is paid always add up to it. */
#include "eval/claim.h"

#include <string.h>

/* What has to be known of every claim, the amount first. */
static size_t list_values(claiming *c, row_value *list) {
    const fund *rule = c->rule;
    const declared *is = &rule->is;
    size_t count = 0;
    c->amount_at = count;
    list[count++] = (row_value){rule->amount, "'amount'",
                                rule_field(is, "amount", rule->amount->at), false};
    if (rule->order) {
        c->order_at = count;
        list[count++] = (row_value){.node = rule->order, .key = true};
    }
    if (rule->claimed_on) {
        c->day_at = count;
        list[count++] = (row_value){.node = rule->claimed_on};
    }
    for (size_t k = 0; k < rule->cap_count; k++)
        count = cap_list_values(&c->caps[k], &rule->caps[k], "'cap.claim'", list, count);
    c->approvals_at = count;
    for (size_t k = 0; k < rule->approval_count; k++)
        list[count++] = (row_value){.node = rule->approves[k].holds};
    c->shares_at = count;
    for (size_t k = 0; rule->shares_vary && k < rule->payer_count; k++)
        list[count++] = (row_value){.node = rule->payers[k].share};
    return count;
}

static bool take_claims(claiming *c, uint8_t *states) {
    const fund *rule = c->rule;
    size_t partners = c->of->count;
    row_value *list = arena_array(
        c->scratch, 2 * rule->cap_count + rule->approval_count + rule->payer_count + 3,
        sizeof *list);
    uint8_t *takes = arena_array(c->scratch, partners, sizeof *takes);
    if (!list || !takes) return false;
    for (size_t p = 0; p < partners; p++)
        takes[p] = states[p] != CELL_WRONG;
    row_rule from = {.is = &rule->is,
                     .source = rule->claims,
                     .where = rule->where,
                     .takes = takes,
                     .states = states,
                     .values = list,
                     .width = list_values(c, list)};
    return take_rows(c->of, &from, &c->rows, c->scratch);
}

static void find_amounts(claiming *c) {
    int places = c->of->plan->currency_places;
    for (size_t i = 0; i < c->rows.count; i++)
        c->amounts[i] =
            number_round(taken_value(&c->rows, i, c->amount_at), places, c->rule->rounding);
}

/* Negative claims give back to the balance: it must stay in the range of numbers. */
static void check_balances(claiming *c, uint8_t *states) {
    const declared *is = &c->rule->is;
    for (size_t p = 0; p < c->of->count; p++) {
        number balance = c->available[p];
        bool fits = true;
        for (size_t i = c->rows.first[p]; i < c->rows.first[p + 1] && fits; i++)
            fits = c->amounts[i] >= 0 || number_subtract(&balance, balance, c->amounts[i]);
        if (fits || states[p] == CELL_WRONG) continue;
        evaluation_rule_error(c->of, (uint32_t)p, is, is->at,
                              "the balance of '%s' is larger than 10^20", is->name);
        states[p] = CELL_WRONG;
    }
}

static bool check_amounts(claiming *c, uint8_t *states) {
    size_t partners = c->of->count;
    const declared *is = &c->rule->is;
    c->amounts = arena_array(c->scratch, c->rows.count, sizeof *c->amounts);
    if (!c->amounts) return false;
    find_amounts(c);
    cap_check_sums(c->of, is, &c->rows, c->amounts, states);
    check_balances(c, states);
    for (size_t k = 0; k < c->rule->cap_count; k++)
        if (c->rule->caps[k].kind == CAP_TOTAL)
            cap_check_total(c->of, is, &c->rows, c->amounts, states);
    taken_rows_drop_wrong(&c->rows, states, partners);
    find_amounts(c); /* rows may have moved */
    return true;
}

bool claims_take(claiming *c, uint8_t *states) {
    const fund *rule = c->rule;
    size_t partners = c->of->count;
    c->caps = arena_array(c->scratch, rule->cap_count, sizeof *c->caps);
    c->weights = arena_array(c->scratch, rule->payer_count, sizeof *c->weights);
    if (!c->caps || !c->weights || !take_claims(c, states)) return false;
    for (size_t k = 0; k < rule->cap_count; k++)
        if (!cap_limits(c->of, &rule->is, &c->caps[k], &c->rows, c->due, states, c->scratch))
            return false;
    if (!claims_check_shares(c, states)) return false;
    taken_rows_drop_wrong(&c->rows, states, partners);
    if (!check_amounts(c, states)) return false;
    for (size_t k = 0; k < rule->cap_count; k++)
        if (!cap_open(&c->caps[k], &c->rows, partners, c->scratch)) return false;
    return true;
}

/* Appends the keys of lines that are not met; a group other than "all of" has no name to say.
 */
static bool name_unmet(claiming *c, const requirement *group, uint32_t p, text_buffer *out,
                       size_t *named) {
    selection one = {&p, 1};
    for (size_t k = 0; k < group->count; k++) {
        const requirement *r = &group->items[k];
        if (r->kind == REQUIRE_ALL && !name_unmet(c, r, p, out, named)) return false;
        if (r->kind != REQUIRE_LINE || !r->key || !r->met) continue;
        if (!frame_compute(&c->of->partners, r->met, &one)) return false;
        const column *met = &c->of->partners.slots[r->met->id];
        if (met->states[p] == CELL_VALUE && met->values[p] != 0) continue;
        text_print(out, "%s%s", (*named)++ ? ", " : ": ", r->key);
    }
    return true;
}

static const char *unmet_requirements(claiming *c, uint32_t p) {
    text_buffer out = {0};
    size_t named = 0;
    text_print(&out, "the requirements of '%s' are not met", c->rule->is.name);
    bool done = name_unmet(c, &c->rule->requires, p, &out, &named) && !out.failed;
    const char *reason = done ? arena_copy(c->of->memory, out.bytes, out.length) : NULL;
    text_free(&out);
    return reason;
}

/* Everything for which the claim is rejected whatever is left to pay it from; ends in NULL,
 * with room for one more. NULL when memory ran out. */
static const char **find_reasons(claiming *c, uint32_t i) {
    const fund *rule = c->rule;
    arena *memory = c->of->memory;
    uint32_t p = c->rows.rows[i].partner;
    size_t failed = c->due[p] ? 0 : 1, count = 0;
    for (size_t k = 0; k < rule->approval_count; k++)
        failed += taken_value(&c->rows, i, c->approvals_at + k) != 1;
    const char **reasons = arena_array(memory, failed + 2, sizeof *reasons);
    if (!reasons) return NULL;
    if (!c->due[p] && !(reasons[count++] = unmet_requirements(c, p))) return NULL;
    for (size_t k = 0; k < rule->approval_count; k++) {
        if (taken_value(&c->rows, i, c->approvals_at + k) == 1) continue;
        if (!(reasons[count++] = arena_print(memory, "not met: %s", rule->approves[k].says)))
            return NULL;
    }
    reasons[count] = NULL;
    return reasons;
}

static date day_of(const claiming *c, uint32_t i) {
    number day = c->rule->claimed_on ? taken_value(&c->rows, i, c->day_at) : LINE_KEY_NONE;
    return day == LINE_KEY_NONE ? c->of->plan->as_of : (date)day;
}

/* What the balance leaves of a part. */
static number balance_for(const claiming *c, uint32_t i, number part) {
    uint32_t p = c->rows.rows[i].partner;
    number left;
    if (c->lots) return lots_usable(c->lots, p, day_of(c, i), part);
    if (!number_subtract(&left, c->available[p], c->paid[p])) return part;
    return left < 0 ? 0 : left;
}

/* Cuts the vendor's part to what caps and balance leave; the name of the last that cut, or
 * NULL. */
static const char *limit_part(const claiming *c, uint32_t i, number *part) {
    const char *limited_by = NULL;
    if (*part <= 0) return NULL;
    for (size_t k = 0; k < c->rule->cap_count; k++)
        if (cap_cut(&c->caps[k], &c->rows, i, part)) limited_by = c->rule->caps[k].name;
    number left = balance_for(c, i, *part);
    if (*part <= left) return limited_by;
    *part = left;
    return "balance";
}

static bool reject_for_limit(claiming *c, claim_result *out, number left, number asked) {
    char has[NUMBER_TEXT], wants[NUMBER_TEXT];
    int places = c->of->plan->currency_places;
    arena *memory = c->of->memory;
    bool balance = strcmp(out->limited_by, "balance") == 0;
    const char *where =
        balance ? "of the balance" : arena_print(memory, "under cap '%s'", out->limited_by);
    if (!where) return false;
    number_print_fixed(has, left, places);
    number_print_fixed(wants, asked, places);
    out->decision = CLAIM_REJECTED;
    out->reasons[0] =
        left == 0
            ? arena_print(memory, "nothing is left %s", where)
            : arena_print(memory, "only %s of %s is left %s, and claims are not paid in part",
                          has, wants, where);
    memset(out->shares, 0, c->rule->payer_count * sizeof *out->shares);
    return out->reasons[0] != NULL;
}

static bool pay(claiming *c, uint32_t i, number part) {
    uint32_t p = c->rows.rows[i].partner;
    (void)number_add(&c->paid[p], c->paid[p], part); /* checked before: it fits */
    for (size_t k = 0; k < c->rule->cap_count; k++)
        cap_take(&c->caps[k], i, part);
    return !c->lots || lots_use(c->lots, p, day_of(c, i), part);
}

bool claim_decide(claiming *c, uint32_t i, claim_result *out) {
    const fund *rule = c->rule;
    out->row = c->rows.rows[i].row;
    out->amount = c->amounts[i];
    out->decision = CLAIM_REJECTED;
    out->reasons = find_reasons(c, i);
    if (!out->reasons) return false;
    if (out->reasons[0]) return true;
    if (!claim_share_out(c, i, out->shares)) return false;
    number asked = rule->vendor >= 0 ? out->shares[rule->vendor] : 0, part = asked;
    out->limited_by = limit_part(c, i, &part);
    if (out->limited_by && (part == 0 || !rule->partial))
        return reject_for_limit(c, out, part, asked);
    out->decision = out->limited_by ? CLAIM_PARTIAL : CLAIM_APPROVED;
    if (rule->vendor >= 0) out->shares[rule->vendor] = part;
    if (rule->partner >= 0) out->shares[rule->partner] += asked - part;
    return pay(c, i, part);
}
