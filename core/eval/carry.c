/* carry.c - what was carried over, and what is carried on: opening and minimum of an incentive.
 *
 * Opening and lines are paid together when they are above 0 and at least the minimum; else
 * nothing is paid and all is carried. Caps limited the lines; the opening is not limited. Who
 * does not meet what the incentive requires has no lines: the opening is carried on. */
#include "eval/settling.h"

static bool find_figures(settling *s, const node *n, const char *field, const selection *who,
                         number *figures) {
    frame *partners = &s->of->partners;
    const declared *is = &s->rule->is;
    if (who->count == 0) return true;
    if (!frame_compute(partners, n, who)) return false;
    const column *found = &partners->slots[n->id];
    node here = {.rule = is, .at = rule_field(is, field, n->at)};
    for (size_t k = 0; k < who->count; k++) {
        size_t p = selection_at(who, k);
        if (found->states[p] == CELL_VALUE) {
            figures[p] = found->values[p];
            continue;
        }
        if (found->states[p] == CELL_NONE)
            evaluation_error(partners, p, &here, "'%s' of '%s' has no value", field, is->name);
        s->out->states[p] = CELL_WRONG;
    }
    return true;
}

static selection choose(const settling *s, bool only_due, uint32_t *chosen) {
    selection who = {chosen, 0};
    for (size_t p = 0; p < s->partners; p++) {
        bool wanted = s->out->states[p] != CELL_WRONG && (!only_due || s->out->due[p]);
        if (wanted) chosen[who.count++] = (uint32_t)p;
    }
    return who;
}

bool carry_find(settling *s) {
    const incentive *rule = s->rule;
    if (!incentive_carries(rule)) return true;
    uint32_t *chosen = arena_array(s->scratch, s->partners, sizeof *chosen);
    if (!chosen) return false;
    if (rule->opening) {
        selection who = choose(s, false, chosen);
        if (!find_figures(s, rule->opening, "opening", &who, s->out->opening)) return false;
        for (size_t k = 0; k < who.count; k++) {
            number *opening = &s->out->opening[chosen[k]];
            *opening = number_round(*opening, s->of->plan->currency_places, rule->rounding);
        }
    }
    if (!rule->minimum) return true;
    selection who = choose(s, true, chosen);
    s->minimums = arena_array(s->scratch, s->partners, sizeof *s->minimums);
    return s->minimums && find_figures(s, rule->minimum, "minimum", &who, s->minimums);
}

static bool fits(const settling *s, size_t p) {
    number opening = s->out->opening[p], positive = opening > 0 ? opening : 0;
    number negative = opening < 0 ? opening : 0;
    for (size_t i = s->rows.first[p]; i < s->rows.first[p + 1]; i++) {
        number *sum = s->amounts[i] > 0 ? &positive : &negative;
        if (!number_add(sum, *sum, s->amounts[i])) return false;
    }
    return true;
}

void carry_check_sums(settling *s) {
    if (!s->rule->opening) return;
    for (size_t p = 0; p < s->partners; p++)
        if (s->out->states[p] != CELL_WRONG && !fits(s, p)) settling_too_large(s, p);
}

void carry_settle(settling *s) {
    incentive_result *out = s->out;
    if (!incentive_carries(s->rule)) return;
    for (size_t p = 0; p < s->partners; p++) {
        if (out->states[p] == CELL_WRONG) {
            out->opening[p] = 0;
            continue;
        }
        number sum = out->opening[p] + out->paid[p]; /* fits: see carry_check_sums */
        bool enough = !s->minimums || number_compare(sum, s->minimums[p]) >= 0;
        bool pays = out->due[p] && sum > 0 && enough;
        out->paid[p] = pays ? sum : 0;
        out->carried[p] = pays ? 0 : sum;
    }
}
