/* evaluate.c - asks for everything that a result holds; what that needs is computed on the way.
 */
#include "eval/evaluate.h"

#include "eval/errors.h"
#include "eval/frame.h"
#include "eval/stretches.h"
#include "eval/totals.h"

#include <string.h>

/* Texts of rules get the codes of the facts' texts; those that no cell holds get codes of their
 * own. */
static bool number_texts(evaluation *e) {
    const plan *p = e->plan;
    e->codes = arena_array(e->memory, p->node_count, sizeof *e->codes);
    if (!e->codes) return false;
    for (size_t i = 0; i < p->node_count; i++) {
        const node *n = p->nodes[i];
        if (n->kind != NODE_CONSTANT || n->type != TYPE_TEXT || !n->has_value) continue;
        e->codes[i] = map_find(&e->facts->texts, text_of(n->text));
        if (e->codes[i] != MAP_ABSENT) continue;
        int64_t own = map_add(&e->texts, text_of(n->text));
        if (own == MAP_ABSENT) return false;
        e->codes[i] = (int64_t)e->facts->texts.count + own;
    }
    return true;
}

static bool open_result(evaluation *e, result *out) {
    const plan *p = e->plan;
    out->incentives = arena_array(e->memory, p->incentive_count, sizeof *out->incentives);
    out->funds = arena_array(e->memory, p->fund_count, sizeof *out->funds);
    out->routings = arena_array(e->memory, p->routing_count, sizeof *out->routings);
    out->qualified = arena_array(e->memory, p->ladder_count, sizeof *out->qualified);
    out->levels = arena_array(e->memory, p->ladder_count, sizeof *out->levels);
    out->held = arena_array(e->memory, p->ladder_count, sizeof *out->held);
    e->ladder_done = arena_array(e->memory, p->ladder_count, 1);
    e->incentive_done = arena_array(e->memory, p->incentive_count, 1);
    e->fund_done = arena_array(e->memory, p->fund_count, 1);
    e->unplaced = arena_array(e->memory, p->pool_count, sizeof *e->unplaced);
    e->divided = arena_array(e->memory, p->pool_count, 1);
    if (!e->unplaced || !e->divided) return false;
    return out->incentives && out->funds && out->routings && out->qualified && out->levels &&
           out->held && e->ladder_done && e->incentive_done && e->fund_done;
}

evaluation *open_evaluation(arena *memory, const plan *p, const facts *f, partner_set over,
                            const lending *lends) {
    evaluation *e = arena_allocate(memory, sizeof *e);
    result *out = arena_allocate(memory, sizeof *out);
    if (!e || !out) return NULL;
    *out = (result){.plan = p, .facts = f, .workings = e};
    *e = (evaluation){.count = over.count,
                      .first = over.first,
                      .members = over.members,
                      .items = over.items,
                      .memory = memory,
                      .lists = memory,
                      .plan = p,
                      .facts = f,
                      .out = out,
                      .texts = {.memory = memory},
                      .lends = lends};
    e->partners = (frame){.of = e, .size = over.count, .scratch = memory, .alone = NOT_ALONE};
    e->partners.slots = arena_array(memory, p->node_count, sizeof *e->partners.slots);
    return e->partners.slots && number_texts(e) && open_result(e, out) ? e : NULL;
}

static bool settle_scores(evaluation *e, const selection *all) {
    const plan *p = e->plan;
    for (size_t i = 0; i < p->score_count; i++) {
        const score *s = &p->scores[i];
        if (!frame_compute(&e->partners, s->total, all)) return false;
        if (s->passed && !frame_compute(&e->partners, s->passed, all)) return false;
    }
    return true;
}

static bool settle_rules(evaluation *e) {
    const plan *p = e->plan;
    selection all = {NULL, e->count};
    for (size_t i = 0; i < p->metric_count; i++) {
        if (!frame_compute(&e->partners, p->metrics[i].value, &all)) return false;
    }
    if (!settle_scores(e, &all)) return false;
    for (size_t i = 0; i < p->ladder_count; i++) {
        if (!ladder_settle(e, (int)i)) return false;
    }
    for (size_t i = 0; i < p->holding_count; i++) {
        if (!frame_compute(&e->partners, p->holdings[i].met, &all)) return false;
    }
    for (size_t i = 0; i < p->incentive_count; i++) {
        if (!incentive_settle(e, (int)i)) return false;
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        if (!fund_settle(e, (int)i)) return false;
    }
    for (size_t i = 0; i < p->routing_count; i++) {
        if (!routing_settle(e, (int)i)) return false;
    }
    return pools_settle(e);
}

result *evaluation_run(evaluation *e) {
    errors_of_cells(e);
    bool fine = settle_rules(e) && benefits_check(e) && totals_compute(e) && errors_in_order(e);
    if (!fine) e->memory->failed = true;
    return fine && !e->memory->failed ? e->out : NULL;
}

result *evaluate_over(arena *memory, const plan *p, const facts *f, partner_set over,
                      const lending *lends) {
    evaluation *e = open_evaluation(memory, p, f, over, lends);
    return e ? evaluation_run(e) : NULL;
}

/* --- what is kept when columns are not ---------------------------------------------------- */

static void mark(uint8_t *kept, const node *n) {
    if (n && n->kind != NODE_COLUMN) kept[n->id] = 1; /* cells stay in the facts */
}

static void mark_benefits(uint8_t *kept, const benefit *gives, size_t count) {
    for (size_t i = 0; i < count; i++)
        mark(kept, gives[i].value);
}

/* The nodes that reports ask for. */
static void mark_shown(uint8_t *kept, const plan *p) {
    for (size_t i = 0; i < p->metric_count; i++)
        mark(kept, p->metrics[i].value);
    for (size_t i = 0; i < p->score_count; i++) {
        mark(kept, p->scores[i].total);
        mark(kept, p->scores[i].passed);
    }
    for (size_t i = 0; i < p->ladder_count; i++) {
        const ladder *l = &p->ladders[i];
        mark(kept, l->current);
        mark(kept, l->applies);
        if (l->timing) mark(kept, l->timing->guarantees);
        for (size_t k = 0; k < l->level_count; k++)
            mark_benefits(kept, l->levels[k].gives, l->levels[k].gives_count);
    }
    for (size_t i = 0; i < p->holding_count; i++) {
        mark(kept, p->holdings[i].met);
        mark_benefits(kept, p->holdings[i].gives, p->holdings[i].gives_count);
    }
}

static bool keep_column(evaluation *e, column *slot) {
    number *values = arena_array(e->memory, e->count, sizeof *values);
    uint8_t *states = arena_array(e->memory, e->count, 1);
    if (!values || !states) return false;
    memcpy(values, slot->values, e->count * sizeof *values);
    memcpy(states, slot->states, e->count);
    *slot = (column){values, states};
    return true;
}

bool evaluation_keep(evaluation *e) {
    uint8_t *kept = arena_array(e->partners.scratch, e->plan->node_count, 1);
    if (!kept) return false;
    mark_shown(kept, e->plan);
    bool fine = true;
    for (size_t i = 0; i < e->plan->node_count; i++) {
        column *slot = &e->partners.slots[i];
        if (!slot->values) continue;
        if (kept[i])
            fine = fine && keep_column(e, slot);
        else
            *slot = (column){0};
    }
    e->partners.scratch = e->memory; /* what is asked for later is computed again, for good */
    return fine;
}

result *evaluate(arena *memory, const plan *p, const facts *f, int jobs, bool as_base) {
    stretching how = {.plan = p, .facts = f, .jobs = jobs, .as_base = as_base};
    if (stretches_stand_alone(p)) return evaluate_stretches(memory, &how);
    return evaluate_over(memory, p, f, (partner_set){.count = f->partner_count}, NULL);
}
