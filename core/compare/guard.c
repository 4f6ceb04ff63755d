/* guard.c - guards, answered from the differences that were found: see guard.h.
 *
 * Nothing is evaluated here. Called once for each comparison. */
#include "compare/guard.h"

#include "eval/frame.h"

#include <stdlib.h>
#include <string.h>

/* The candidate's rule or ladder among those of both sides, or NOT_THERE. */
static int find_rule(const changes *c, int index, bool fund) {
    for (size_t i = 0; i < c->rule_count; i++)
        if (c->rules[i].after == index && c->rules[i].after_fund == fund) return (int)i;
    return NOT_THERE;
}

static int find_ladder(const changes *c, int index) {
    for (size_t i = 0; i < c->ladder_count; i++)
        if (c->ladders[i].after == index) return (int)i;
    return NOT_THERE;
}

static number loss_of(const partner_change *p) {
    return p->delta < 0 ? -p->delta : 0;
}

static number largest_loss(const changes *c) {
    number most = 0;
    for (size_t i = 0; i < c->partner_count; i++)
        if (loss_of(&c->partners[i]) > most) most = loss_of(&c->partners[i]);
    return most;
}

static number rule_total_of(const changes *c, const guard_condition *g) {
    int rule = find_rule(c, g->index, g->subject != GUARD_INCENTIVE);
    if (rule < 0) return 0;
    return g->subject == GUARD_FUND_ACCRUED ? c->accrued[rule].after : c->totals[rule].after;
}

static number moves_of(const changes *c, const guard_condition *g) {
    int ladder = find_ladder(c, g->index);
    if (ladder < 0) return 0;
    size_t moves = g->subject == GUARD_PROMOTIONS ? c->up[ladder] : c->down[ladder];
    return number_from_integer((int64_t)moves);
}

static number actual_of(const changes *c, const guard_condition *g) {
    switch (g->subject) {
    case GUARD_PAYOUT:
        return c->payout.after;
    case GUARD_LARGEST_LOSS:
        return largest_loss(c);
    case GUARD_DEMOTIONS:
    case GUARD_PROMOTIONS:
        return moves_of(c, g);
    default:
        return rule_total_of(c, g);
    }
}

static bool holds(comparison how, number actual, number limit) {
    return comparison_holds(how, number_compare(actual, limit));
}

/* --- who breaks it --------------------------------------------------------------------------
 */

static bool list_movers(arena *memory, const changes *c, const guard_condition *g,
                        guard_outcome *out) {
    int ladder = find_ladder(c, g->index), direction = g->subject == GUARD_PROMOTIONS ? 1 : -1;
    text *movers = arena_array(memory, c->move_count, sizeof *movers);
    for (size_t i = 0; movers && i < c->move_count; i++)
        if (c->moves[i].ladder == ladder && c->moves[i].direction == direction)
            movers[out->offender_count++] = c->moves[i].partner;
    out->offenders = movers;
    return movers != NULL;
}

static int compare_losses(const void *a, const void *b) {
    const partner_change *x = *(const partner_change *const *)a,
                         *y = *(const partner_change *const *)b;
    if (x->delta != y->delta) return x->delta < y->delta ? -1 : 1;
    return text_compare(x->partner, y->partner);
}

static bool list_losers(arena *memory, const changes *c, const guard_condition *g,
                        guard_outcome *out) {
    const partner_change **losers = arena_array(memory, c->partner_count, sizeof *losers);
    text *ids = arena_array(memory, c->partner_count, sizeof *ids);
    if (!losers || !ids) return false;
    size_t count = 0;
    for (size_t i = 0; i < c->partner_count; i++) {
        const partner_change *p = &c->partners[i];
        if (p->delta < 0 && !holds(g->comparison, loss_of(p), g->limit->constant))
            losers[count++] = p;
    }
    if (count) qsort(losers, count, sizeof *losers, compare_losses);
    for (size_t i = 0; i < count; i++)
        ids[i] = losers[i]->partner;
    out->offenders = ids;
    out->offender_count = count;
    return true;
}

/* Nobody in particular makes a sum too large, and nobody who did not move broke anything. */
static bool list_offenders(arena *memory, const changes *c, const guard_condition *g,
                           guard_outcome *out) {
    bool too_much = number_compare(out->actual.number, g->limit->constant) >= 0;
    if (out->holds || !too_much) return true;
    if (g->subject == GUARD_LARGEST_LOSS) return list_losers(memory, c, g, out);
    bool moves = g->subject == GUARD_DEMOTIONS || g->subject == GUARD_PROMOTIONS;
    return !moves || list_movers(memory, c, g, out);
}

static value shown(const guard_condition *g, number n) {
    return (value){
        .state = CELL_VALUE, .type = TYPE_NUMBER, .measure = g->measure, .number = n};
}

bool check_guards(arena *memory, const changes *c, const plan *candidate, guard_outcome **out,
                  size_t *count) {
    const plan *p = candidate;
    size_t room = 0;
    for (size_t i = 0; i < p->guard_count; i++)
        room += p->guards[i].count;
    *count = 0;
    *out = arena_array(memory, room, sizeof **out);
    for (size_t i = 0; *out && i < p->guard_count; i++) {
        const guard *g = &p->guards[i];
        for (size_t k = 0; k < g->count; k++) {
            const guard_condition *asks = &g->conditions[k];
            guard_outcome *made = &(*out)[(*count)++];
            number actual = actual_of(c, asks), limit = asks->limit->constant;
            *made = (guard_outcome){.name = g->is.name,
                                    .title = g->is.title,
                                    .condition = asks->says,
                                    .holds = holds(asks->comparison, actual, limit),
                                    .actual = shown(asks, actual),
                                    .limit = shown(asks, limit)};
            if (!list_offenders(memory, c, asks, made)) return false;
        }
    }
    return *out != NULL;
}

size_t count_broken_guards(const guard_outcome *outcomes, size_t count) {
    size_t broken = 0;
    const char *last = NULL;
    for (size_t i = 0; i < count; i++) {
        if (outcomes[i].holds || (last && strcmp(last, outcomes[i].name) == 0)) continue;
        last = outcomes[i].name;
        broken++;
    }
    return broken;
}
