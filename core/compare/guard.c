/* guard.c - guards, answered from the differences that were found: see guard.h.
 *
 * Nothing is evaluated here. */
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
        if (p->delta < 0 && holds(g->comparison, loss_of(p), g->limit->constant) == out->holds)
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
    if (!too_much) return true;
    if (g->subject == GUARD_LARGEST_LOSS) return list_losers(memory, c, g, out);
    bool moves = g->subject == GUARD_DEMOTIONS || g->subject == GUARD_PROMOTIONS;
    return !moves || list_movers(memory, c, g, out);
}

static int compare_ids(const void *a, const void *b) {
    return text_compare(*(const text *)a, *(const text *)b);
}

/* Whom its parts name, each once, by id. */
static bool join_offenders(arena *memory, guard_outcome *group) {
    size_t room = 0, count = 0;
    for (size_t i = 0; i < group->part_count; i++)
        room += group->parts[i].offender_count;
    text *ids = arena_array(memory, room, sizeof *ids);
    if (!ids) return false;
    for (size_t i = 0; i < group->part_count; i++)
        for (size_t k = 0; k < group->parts[i].offender_count; k++)
            ids[count++] = group->parts[i].offenders[k];
    if (count) qsort(ids, count, sizeof *ids, compare_ids);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !text_equal(ids[i], ids[i - 1])) ids[group->offender_count++] = ids[i];
    group->offenders = ids;
    return true;
}

/* --- what holds -----------------------------------------------------------------------------
 */

static value shown(measure m, number n) {
    return (value){.state = CELL_VALUE, .type = TYPE_NUMBER, .measure = m, .number = n};
}

static bool check_comparison(arena *memory, const changes *c, const guard_condition *asks,
                             bool wanted, guard_outcome *made) {
    number actual = actual_of(c, asks), limit = asks->limit->constant;
    made->holds = holds(asks->comparison, actual, limit);
    made->actual = shown(asks->measure, actual);
    made->limit = shown(asks->measure, limit);
    return made->holds == wanted || list_offenders(memory, c, asks, made);
}

static bool check_condition(arena *memory, const changes *c, const guard_condition *asks,
                            bool wanted, guard_outcome *made);

static const char *group_words(arena *memory, const guard_condition *asks) {
    static const char *const words[] = {
        [REQUIRE_ALL] = "all of", [REQUIRE_ANY] = "any of", [REQUIRE_NONE] = "none of"};
    return asks->kind == REQUIRE_N_OF ? arena_print(memory, "at least %d of", asks->n)
                                      : words[asks->kind];
}

/* `wanted`: what keeps the guard; inside none_of a condition breaks it by being met. */
static bool check_group(arena *memory, const changes *c, const guard_condition *asks,
                        bool wanted, guard_outcome *made) {
    bool none = asks->kind == REQUIRE_NONE;
    guard_outcome *parts = arena_array(memory, asks->count, sizeof *parts);
    size_t met = 0, needed = asks->kind == REQUIRE_ALL   ? asks->count
                             : asks->kind == REQUIRE_ANY ? 1
                                                         : (size_t)asks->n;
    for (size_t i = 0; parts && i < asks->count; i++) {
        parts[i] = (guard_outcome){.name = made->name, .title = made->title};
        if (!check_condition(memory, c, &asks->items[i], wanted != none, &parts[i]))
            return false;
        met += parts[i].holds;
    }
    made->group = group_words(memory, asks);
    made->parts = parts;
    made->part_count = asks->count;
    made->holds = none ? met == 0 : met >= needed;
    made->actual = shown(MEASURE_COUNT, number_from_integer((int64_t)met));
    made->limit = shown(MEASURE_COUNT, number_from_integer((int64_t)needed));
    return parts && (made->holds == wanted || join_offenders(memory, made));
}

static bool check_condition(arena *memory, const changes *c, const guard_condition *asks,
                            bool wanted, guard_outcome *made) {
    made->condition = asks->says;
    return asks->kind == REQUIRE_LINE ? check_comparison(memory, c, asks, wanted, made)
                                      : check_group(memory, c, asks, wanted, made);
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
            guard_outcome *made = &(*out)[(*count)++];
            *made = (guard_outcome){.name = g->is.name, .title = g->is.title, .why = g->is.why};
            if (!check_condition(memory, c, &g->conditions[k], true, made)) return false;
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
