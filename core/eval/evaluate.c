/* evaluate.c - asks for everything that a result holds; what that needs is computed on the way. */
#include "eval/evaluate.h"

#include "eval/errors.h"
#include "eval/frame.h"
#include "eval/threads.h"
#include "eval/totals.h"

#include <string.h>

static column *open_columns(arena *memory, size_t count, size_t partners)
{
    column *columns = arena_array(memory, count, sizeof *columns);
    for (size_t i = 0; columns && i < count; i++) {
        columns[i] = (column){arena_array(memory, partners, sizeof(number)), arena_array(memory, partners, 1)};
        if (!columns[i].values || !columns[i].states) return NULL;
    }
    return columns;
}

/* Texts of rules get the codes of the facts' texts; those that no cell holds get codes of their own. */
static bool number_texts(evaluation *e)
{
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

static bool open_result(evaluation *e, result *out)
{
    const plan *p = e->plan;
    size_t partners = e->count;
    out->incentives = arena_array(e->memory, p->incentive_count, sizeof *out->incentives);
    out->funds = arena_array(e->memory, p->fund_count, sizeof *out->funds);
    out->qualified = open_columns(e->memory, p->ladder_count, partners);
    out->levels = open_columns(e->memory, p->ladder_count, partners);
    out->wrong = arena_array(e->memory, partners, 1);
    out->payout = arena_array(e->memory, partners, sizeof *out->payout);
    e->ladder_done = arena_array(e->memory, p->ladder_count, 1);
    e->incentive_done = arena_array(e->memory, p->incentive_count, 1);
    e->fund_done = arena_array(e->memory, p->fund_count, 1);
    return out->incentives && out->funds && out->qualified && out->levels && out->wrong && out->payout &&
           e->ladder_done && e->incentive_done && e->fund_done;
}

static evaluation *open_evaluation(arena *memory, const plan *p, const facts *f, uint32_t first, size_t count, result *out)
{
    evaluation *e = arena_allocate(memory, sizeof *e);
    if (!e) return NULL;
    *e = (evaluation){.count = count, .first = first, .memory = memory, .plan = p, .facts = f, .out = out, .texts = {.memory = memory}};
    e->partners = (frame){.of = e,  .size = count, .scratch = memory};
    e->partners.slots = arena_array(memory, p->node_count, sizeof *e->partners.slots);
    *out = (result){.plan = p, .facts = f, .workings = e};
    return e->partners.slots && number_texts(e) && open_result(e, out) ? e : NULL;
}

static bool settle_rules(evaluation *e)
{
    const plan *p = e->plan;
    selection all = {NULL, e->count};
    for (size_t i = 0; i < p->metric_count; i++) {
        if (!frame_compute(&e->partners, p->metrics[i].value, &all)) return false;
    }
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
    return true;
}

result *evaluate_stretch(arena *memory, const plan *p, const facts *f, uint32_t first, size_t count) {
    result *out = arena_allocate(memory, sizeof *out);
    evaluation *e = out ? open_evaluation(memory, p, f, first, count, out) : NULL;
    if (!e) return NULL;
    errors_of_cells(e);
    bool fine = settle_rules(e) && benefits_check(e) && totals_compute(e) && errors_in_order(e);
    if (!fine) memory->failed = true;
    return fine && !memory->failed ? out : NULL;
}

result *evaluate(arena *memory, const plan *p, const facts *f, int jobs) {
    if (jobs > 1 && stretches_stand_alone(p)) return evaluate_in_threads(memory, p, f, jobs);
    return evaluate_stretch(memory, p, f, 0, f->partner_count);
}
