/* totals.c - sums and counts over all partners without errors: see totals.h.
 *
 * A partner counts in every figure or in none. */
#include "eval/totals.h"

#include "eval/frame.h"
#include "eval/room.h"

#include <string.h>

typedef struct adding {
    evaluation *of;
    result *out;
    size_t figures;     /* incentives, what they carry, four a fund, payout */
    number *sums;       /* by figure, so far */
    number *with;       /* by figure: with the partner at hand */
    const char *failed; /* whose total the partner does not fit into */
} adding;

static bool prepare(adding *a) {
    evaluation *e = a->of;
    a->figures = totals_figures(a->out->plan);
    a->sums = arena_array(e->memory, a->figures, sizeof *a->sums);
    a->with = arena_array(e->memory, a->figures, sizeof *a->with);
    return a->sums && a->with && partner_room(e) &&
           totals_open(e->memory, &a->out->totals, a->out->plan);
}

/* A partner's figures stand in `with` and are added to what the others have. */
static bool add_figure(adding *a, size_t *at, number figure, const char *whose) {
    size_t i = (*at)++;
    if (number_add(&a->with[i], a->sums[i], figure)) return true;
    a->failed = whose;
    return false;
}

static bool add_payout(adding *a, number *payout, number figure) {
    if (number_add(payout, *payout, figure)) return true;
    a->failed = "payout";
    return false;
}

static bool add_partner(adding *a, size_t p) {
    const plan *rules = a->out->plan;
    size_t at = 0;
    number payout = 0;
    for (size_t i = 0; i < rules->incentive_count; i++) {
        number paid = a->out->incentives[i].paid[p];
        if (!add_figure(a, &at, paid, rules->incentives[i].is.name)) return false;
        if (!add_payout(a, &payout, paid)) return false;
        const number *carried = a->out->incentives[i].carried;
        if (carried && !add_figure(a, &at, carried[p], rules->incentives[i].is.name))
            return false;
    }
    for (size_t i = 0; i < rules->fund_count; i++) {
        const fund_result *f = &a->out->funds[i];
        const char *name = rules->funds[i].is.name;
        if (!add_figure(a, &at, f->accrued[p], name) || !add_figure(a, &at, f->paid[p], name) ||
            !add_figure(a, &at, f->expired[p], name) ||
            !add_figure(a, &at, f->balance[p], name))
            return false;
        if (!add_payout(a, &payout, f->paid[p])) return false;
    }
    if (!add_figure(a, &at, payout, "payout")) return false;
    a->out->payout[p] = payout;
    return true;
}

static void add_everybody(adding *a) {
    const plan *rules = a->out->plan;
    for (size_t p = 0; p < a->of->count; p++) {
        if (a->out->wrong[p]) continue;
        if (add_partner(a, p)) {
            memcpy(a->sums, a->with, a->figures * sizeof *a->sums);
            continue;
        }
        a->out->wrong[p] = 1;
        evaluation_rule_error(a->of, (uint32_t)p, &rules->program, rules->program.at,
                              "the total of '%s' is larger than 10^20", a->failed);
    }
}

static void write_sums(adding *a) {
    const plan *rules = a->out->plan;
    totals *t = &a->out->totals;
    const number *next = a->sums;
    for (size_t i = 0; i < rules->incentive_count; i++) {
        t->incentives[i] = *next++;
        if (incentive_carries(&rules->incentives[i])) t->carried[i] = *next++;
    }
    for (size_t i = 0; i < rules->fund_count; i++) {
        t->funds[i] = (fund_total){next[0], next[1], next[2], next[3]};
        next += 4;
    }
    t->payout = *next;
    for (size_t i = 0; i < rules->pool_count; i++)
        t->unplaced[i] = a->of->unplaced[i];
}

static void count_levels(adding *a) {
    const plan *rules = a->out->plan;
    totals *t = &a->out->totals;
    for (size_t l = 0; l < rules->ladder_count; l++) {
        const column *stands = &a->out->levels[l];
        for (size_t p = 0; p < a->of->count; p++) {
            if (a->out->wrong[p]) continue;
            if (stands->states[p] == CELL_VALUE)
                t->levels[l][(size_t)stands->values[p]]++;
            else if (result_applies(a->out, &rules->ladders[l], (uint32_t)p))
                t->none[l]++;
        }
    }
}

/* How many partners without errors meet a condition. */
static bool count_met(adding *a, const node *met, size_t *count) {
    selection all = {NULL, a->of->count};
    constant_room room;
    operand held;
    if (!operand_compute(&a->of->partners, met, &all, &room, &held)) return false;
    for (size_t p = 0; p < all.count; p++)
        *count += !a->out->wrong[p] && operand_state(&held, p) == CELL_VALUE &&
                  operand_value(&held, p) != 0;
    return true;
}

static bool count_passed(adding *a) {
    const plan *rules = a->out->plan;
    for (size_t s = 0; s < rules->score_count; s++) {
        const node *passed = rules->scores[s].passed;
        if (passed && !count_met(a, passed, &a->out->totals.passed[s])) return false;
    }
    return true;
}

static bool count_held(adding *a) {
    const plan *rules = a->out->plan;
    for (size_t h = 0; h < rules->holding_count; h++)
        if (!count_met(a, rules->holdings[h].met, &a->out->totals.held[h])) return false;
    return true;
}

/* Those that nobody could take are named. */
static bool count_leads(adding *a) {
    const plan *rules = a->out->plan;
    text_buffer id = {0};
    bool fine = true;
    for (size_t i = 0; fine && i < rules->routing_count; i++) {
        const routing_result *found = &a->out->routings[i];
        routing_total *sum = &a->out->totals.routings[i];
        sum->routed = found->first[a->of->count];
        sum->ids = arena_array(a->of->memory, found->count - sum->routed, sizeof *sum->ids);
        fine = sum->ids != NULL;
        for (size_t k = 0; fine && k < found->count; k++) {
            if (found->leads[k].partner != NOBODY) continue;
            const facts *f = a->out->facts;
            text_clear(&id);
            facts_row_id(f, &f->tables[rules->routings[i].each], found->leads[k].row, &id);
            sum->ids[sum->unrouted] =
                arena_copy(a->of->memory, id.bytes ? id.bytes : "", id.length);
            fine = sum->ids[sum->unrouted++] && !id.failed;
        }
    }
    text_free(&id);
    return fine;
}

bool totals_compute(evaluation *e) {
    adding a = {.of = e, .out = e->out};
    totals *t = &e->out->totals;
    if (!prepare(&a)) return false;
    for (size_t i = 0; i < e->error_count; i++)
        e->out->wrong[item_of(e, e->errors[i].partner)] = 1;
    add_everybody(&a);
    write_sums(&a);
    count_levels(&a);
    if (!count_held(&a) || !count_passed(&a) || !count_leads(&a)) return false;
    t->partners = e->count;
    t->errors = 0;
    for (size_t p = 0; p < t->partners; p++)
        t->errors += e->out->wrong[p];
    return true;
}
