/* changes.c - pairs the partners of two results and keeps what differs: see changes.h.
 *
 * Where `after` covers only the members that a change concerns, only these are looked at: what
 * everybody else has is taken from the totals of `before`. Called by rung_compare. */
#include "compare/changes.h"

#include "eval/evaluation.h"
#include "compare/changed_errors.h"
#include "compare/other_changes.h"
#include "compare/pairing.h"

#include <string.h>

typedef struct comparing {
    arena *memory;
    changes *out;
    const evaluation *partial; /* of `after`, where it covers members only; else NULL */
    level_places *places;      /* by ladder */
    number *was, *is;          /* by rule: of the pair at hand */
    other_comparing others;
    size_t move_capacity, payout_capacity, partner_capacity;
} comparing;

/* One partner on both sides, or on one. */
typedef struct pair {
    text id;
    int64_t before, after; /* the facts' numbers, or NOT_THERE */
    size_t item;           /* of after's arrays */
    number was, is;        /* payout */
    bool passed_over;      /* the change does not concern it: what it has, it had */
} pair;

static number paid_by(const result *r, int index, bool fund, size_t item) {
    if (index < 0) return 0;
    return fund ? r->funds[index].paid[item] : r->incentives[index].paid[item];
}

static number accrued_by(const result *r, int index, bool fund, size_t item) {
    return index >= 0 && fund ? r->funds[index].accrued[item] : 0;
}

static void read_payouts(comparing *c, const pair *p) {
    for (size_t i = 0; i < c->out->rule_count; i++) {
        const changed_rule *rule = &c->out->rules[i];
        c->was[i] = c->is[i] = 0;
        if (p->before >= 0)
            c->was[i] =
                paid_by(c->out->before, rule->before, rule->before_fund, (size_t)p->before);
        if (p->after >= 0)
            c->is[i] = paid_by(c->out->after, rule->after, rule->after_fund, p->item);
    }
}

/* Adds to a total; false, with nothing done, when it does not fit. */
static bool add_to_total(rule_total *total, number was, number is) {
    number before, after, delta, own;
    if (!number_add(&before, total->before, was) || !number_add(&after, total->after, is) ||
        !number_subtract(&own, is, was) || !number_subtract(&delta, after, before))
        return false;
    *total = (rule_total){before, after, delta, total->partners + (own != 0)};
    return true;
}

static void take_from_total(rule_total *total, number amount) {
    total->before -= amount;
    total->after -= amount;
}

/* Adds the pair to all totals or to none. */
static bool add_to_totals(comparing *c, const pair *p) {
    rule_total payout = c->out->payout;
    if (!add_to_total(&payout, p->was, p->is)) return false;
    for (size_t i = 0; i < c->out->rule_count; i++) {
        rule_total total = c->out->totals[i];
        if (!add_to_total(&total, c->was[i], c->is[i])) return false;
    }
    for (size_t i = 0; i < c->out->rule_count; i++)
        add_to_total(&c->out->totals[i], c->was[i], c->is[i]);
    c->out->payout = payout;
    return true;
}

/* What accrues decides about no partner: a sum that does not fit leaves it out. */
static void add_accruals(comparing *c, const pair *p) {
    const result *before = c->out->before, *after = c->out->after;
    for (size_t i = 0; i < c->out->rule_count; i++) {
        const changed_rule *rule = &c->out->rules[i];
        number was = 0, is = 0;
        if (p->before >= 0)
            was = accrued_by(before, rule->before, rule->before_fund, (size_t)p->before);
        if (p->after >= 0) is = accrued_by(after, rule->after, rule->after_fund, p->item);
        add_to_total(&c->out->accrued[i], was, p->passed_over ? was : is);
    }
}

/* The level as an index among both sides' levels, or NOT_THERE. */
static int place_of(const column *levels, const int *places, size_t item) {
    return levels->states[item] == CELL_VALUE ? places[(size_t)levels->values[item]]
                                              : NOT_THERE;
}

static int level_of(const result *r, int index, const int *places, size_t item) {
    return index < 0 ? NOT_THERE : place_of(&r->levels[index], places, item);
}

/* A partner whose level stays may yet qualify for another one. */
static void count_held(const comparing *c, const pair *p, size_t index) {
    changed_ladder *l = &c->out->ladders[index];
    const level_places *places = &c->places[index];
    int was =
        place_of(&c->out->before->qualified[l->before], places->before, (size_t)p->before);
    int is = place_of(&c->out->after->qualified[l->after], places->after, p->item);
    l->held_up += is > was;
    l->held_down += is < was;
}

static bool keep_move(comparing *c, const pair *p, size_t ladder, int from, int to) {
    changes *out = c->out;
    level_move *moves =
        arena_grow(c->memory, out->moves, out->move_count, &c->move_capacity, sizeof *moves);
    if (!moves) return false;
    out->moves = moves;
    int direction = to > from ? 1 : -1;
    moves[out->move_count++] = (level_move){
        p->id, (uint32_t)p->before, (uint32_t)p->after, (int)ladder, from, to, direction};
    (direction > 0 ? out->up : out->down)[ladder]++;
    return true;
}

/* Whether a partner who stands on no level is counted as one that could. */
static bool is_below(const comparing *c, const changed_ladder *l, const pair *p) {
    const result *before = c->out->before;
    return p->before >= 0 && l->before >= 0 &&
           result_applies(before, &before->plan->ladders[l->before], (uint32_t)p->before);
}

static bool compare_ladder(comparing *c, const pair *p, size_t index) {
    changed_ladder *l = &c->out->ladders[index];
    const level_places *places = &c->places[index];
    int from = NOT_THERE, to = NOT_THERE;
    if (p->before >= 0)
        from = level_of(c->out->before, l->before, places->before, (size_t)p->before);
    if (p->after >= 0) to = level_of(c->out->after, l->after, places->after, p->item);
    bool below = (from < 0 || to < 0) && is_below(c, l, p);
    if (from >= 0)
        l->levels[from].stood++;
    else
        l->none_before += below;
    bool both = p->before >= 0 && p->after >= 0 && l->before >= 0 && l->after >= 0;
    if (to >= 0)
        l->levels[to].stand++;
    else
        l->none_after += both && (below || from >= 0);
    if (both && from == to) count_held(c, p, index);
    return !both || from == to || keep_move(c, p, index, from, to);
}

static bool keep_payouts(comparing *c) {
    changes *out = c->out;
    for (size_t i = 0; i < out->rule_count; i++) {
        if (c->was[i] == c->is[i]) continue;
        payout_change *payouts = arena_grow(c->memory, out->payouts, out->payout_count,
                                            &c->payout_capacity, sizeof *payouts);
        if (!payouts) return false;
        out->payouts = payouts;
        payouts[out->payout_count++] =
            (payout_change){(int)i, c->was[i], c->is[i], c->is[i] - c->was[i]};
    }
    return true;
}

static void count_directions(changes *out, const partner_change *of) {
    bool up = false, down = false;
    for (size_t i = 0; i < of->move_count; i++) {
        up |= out->moves[of->first_move + i].direction > 0;
        down |= out->moves[of->first_move + i].direction < 0;
    }
    out->partners_up += up;
    out->partners_down += down;
}

/* Where the differences of a pair begin. */
static partner_change begin_partner(const changes *out, const pair *p) {
    return (partner_change){.partner = p->id,
                            .before_partner = p->before,
                            .after_partner = p->after,
                            .before = p->was,
                            .after = p->is,
                            .delta = p->is - p->was,
                            .first_move = out->move_count,
                            .first_payout = out->payout_count,
                            .first_other = out->other_count};
}

static bool keep_partner(comparing *c, partner_change found) {
    changes *out = c->out;
    bool both = found.before_partner >= 0 && found.after_partner >= 0;
    found.move_count = out->move_count - found.first_move;
    found.payout_count = out->payout_count - found.first_payout;
    found.other_count = out->other_count - found.first_other;
    out->added += found.before_partner < 0;
    out->removed += found.after_partner < 0;
    bool moved = found.move_count || found.payout_count || !both;
    out->partners_otherwise += !moved && found.other_count;
    if (!moved && !found.other_count) {
        out->unchanged++;
        return true;
    }
    partner_change *partners = arena_grow(c->memory, out->partners, out->partner_count,
                                          &c->partner_capacity, sizeof *partners);
    if (!partners) return false;
    out->partners = partners;
    partners[out->partner_count++] = found;
    count_directions(out, &found);
    return true;
}

static bool is_wrong(const comparing *c, const pair *p) {
    return (p->before >= 0 && c->out->before->wrong[p->before]) ||
           (p->after >= 0 && c->out->after->wrong[p->item]);
}

static bool compare_others(comparing *c, const pair *p) {
    return p->before < 0 || p->after < 0 ||
           others_compare(&c->others, (uint32_t)p->before, (uint32_t)p->item);
}

static bool compare_pair(comparing *c, pair *p) {
    bool counts = !is_wrong(c, p);
    if (counts) {
        p->was = p->before >= 0 ? c->out->before->payout[p->before] : 0;
        p->is = p->after >= 0 ? c->out->after->payout[p->item] : 0;
        read_payouts(c, p);
        counts = add_to_totals(c, p);
    }
    if (!counts) {
        c->out->errors++;
        return true;
    }
    partner_change found = begin_partner(c->out, p);
    add_accruals(c, p);
    for (size_t i = 0; i < c->out->ladder_count; i++)
        if (!compare_ladder(c, p, i)) return false;
    return keep_payouts(c) && compare_others(c, p) && keep_partner(c, found);
}

static void count_unchanged_levels(comparing *c, const pair *p) {
    for (size_t i = 0; i < c->out->ladder_count; i++) {
        changed_ladder *l = &c->out->ladders[i];
        int at = level_of(c->out->before, l->before, c->places[i].before, (size_t)p->before);
        bool below = at < 0 && is_below(c, l, p);
        l->none_before += below;
        l->none_after += below;
        if (at < 0) continue;
        l->levels[at].stood++;
        l->levels[at].stand++;
    }
}

/* A partner that the change does not concern: what it has, it had. */
static void pass_over(comparing *c, pair *p) {
    if (p->before < 0) return;
    bool counts = !c->out->before->wrong[p->before];
    p->after = NOT_THERE;
    p->passed_over = true;
    if (counts) {
        read_payouts(c, p);
        memcpy(c->is, c->was, c->out->rule_count * sizeof *c->is);
        p->was = p->is = c->out->before->payout[p->before];
        counts = add_to_totals(c, p);
    }
    if (counts) {
        add_accruals(c, p);
        count_unchanged_levels(c, p);
    }
    c->out->unchanged += counts;
    c->out->errors += !counts;
}

/* Partners of both facts in byte order of their ids. */
static bool compare_everybody(comparing *c) {
    const facts *old = c->out->before->facts, *new = c->out->after->facts;
    size_t i = 0, k = 0;
    bool fine = true;
    while (fine && (i < old->partner_count || k < new->partner_count)) {
        int order = i == old->partner_count ? 1
                    : k == new->partner_count
                        ? -1
                        : text_compare(old->partner_ids[i], new->partner_ids[k]);
        pair p = {.before = order <= 0 ? (int64_t)i : NOT_THERE,
                  .after = order >= 0 ? (int64_t)k : NOT_THERE};
        p.id = order <= 0 ? old->partner_ids[i] : new->partner_ids[k];
        bool member = order < 0 || !c->partial || is_member(c->partial, (uint32_t)k);
        if (order >= 0) p.item = c->partial && member ? item_of(c->partial, (uint32_t)k) : k;
        if (member)
            fine = compare_pair(c, &p);
        else
            pass_over(c, &p);
        i += order <= 0;
        k += order >= 0;
    }
    return fine;
}

/* Everybody stays as they were: where comparing only members begins. */
static void begin_unchanged(changes *out) {
    const totals *t = &out->before->totals;
    out->errors = t->errors;
    out->unchanged = t->partners - t->errors;
    out->payout = (rule_total){.before = t->payout, .after = t->payout};
    for (size_t i = 0; i < out->rule_count; i++) {
        const changed_rule *rule = &out->rules[i];
        if (rule->before < 0) continue;
        number sum =
            rule->before_fund ? t->funds[rule->before].paid : t->incentives[rule->before];
        out->totals[i] = (rule_total){.before = sum, .after = sum};
        number accrued = rule->before_fund ? t->funds[rule->before].accrued : 0;
        out->accrued[i] = (rule_total){.before = accrued, .after = accrued};
    }
    for (size_t i = 0; i < out->ladder_count; i++) {
        changed_ladder *l = &out->ladders[i];
        if (l->before < 0) continue;
        l->none_before = l->none_after = t->none[l->before];
        for (size_t k = 0; k < l->level_count; k++)
            if (l->levels[k].before >= 0)
                l->levels[k].stood = l->levels[k].stand =
                    t->levels[l->before][l->levels[k].before];
    }
}

/* A member is compared afresh: what it had is taken out of both sides. */
static void take_out(comparing *c, const pair *p) {
    changes *out = c->out;
    if (out->before->wrong[p->before]) {
        out->errors--;
        return;
    }
    out->unchanged--;
    take_from_total(&out->payout, out->before->payout[p->before]);
    for (size_t i = 0; i < out->rule_count; i++) {
        const changed_rule *rule = &out->rules[i];
        take_from_total(&out->accrued[i], accrued_by(out->before, rule->before,
                                                     rule->before_fund, (size_t)p->before));
        take_from_total(&out->totals[i], paid_by(out->before, rule->before, rule->before_fund,
                                                 (size_t)p->before));
    }
    for (size_t i = 0; i < out->ladder_count; i++) {
        changed_ladder *l = &out->ladders[i];
        int at = level_of(out->before, l->before, c->places[i].before, (size_t)p->before);
        bool below = at < 0 && is_below(c, l, p);
        l->none_before -= below;
        l->none_after -= below;
        if (at < 0) continue;
        l->levels[at].stood--;
        l->levels[at].stand--;
    }
}

static bool compare_members(comparing *c) {
    const evaluation *e = c->partial;
    bool fine = true;
    begin_unchanged(c->out);
    for (size_t item = 0; fine && item < e->count; item++) {
        uint32_t partner = member_of(e, item);
        pair p = {.id = e->facts->partner_ids[partner],
                  .before = partner,
                  .after = partner,
                  .item = item};
        take_out(c, &p);
        fine = compare_pair(c, &p);
    }
    return fine;
}

static bool open_changes(comparing *c) {
    changes *out = c->out;
    c->others = (other_comparing){.memory = c->memory, .out = out};
    if (!pair_programs(c->memory, out, &c->places) || !others_pair(&c->others)) return false;
    out->up = arena_array(c->memory, out->ladder_count, sizeof *out->up);
    out->down = arena_array(c->memory, out->ladder_count, sizeof *out->down);
    out->totals = arena_array(c->memory, out->rule_count, sizeof *out->totals);
    out->accrued = arena_array(c->memory, out->rule_count, sizeof *out->accrued);
    c->was = arena_array(c->memory, out->rule_count, sizeof *c->was);
    c->is = arena_array(c->memory, out->rule_count, sizeof *c->is);
    return out->up && out->down && out->totals && out->accrued && c->was && c->is;
}

changes *compare_results(arena *memory, const result *before, const result *after) {
    changes *out = arena_allocate(memory, sizeof *out);
    if (!out) return NULL;
    *out = (changes){.before = before, .after = after};
    comparing c = {.memory = memory, .out = out};
    if (after->workings && after->workings->members) c.partial = after->workings;
    if (!open_changes(&c)) return NULL;
    bool same_facts = before->facts == after->facts;
    bool fine = c.partial && same_facts ? compare_members(&c) : compare_everybody(&c);
    arena_free(&c.others.scratch);
    return fine && list_errors(memory, out, c.partial) ? out : NULL;
}
