/* wanted_words.c - what each word of a test case's expectations stands for. */
#include "report/wanted_words.h"

#include <string.h>

static value none(void) {
    return (value){.state = CELL_NONE};
}

static value whole(size_t count) {
    return (value){.state = CELL_VALUE,
                   .type = TYPE_NUMBER,
                   .measure = MEASURE_COUNT,
                   .number = number_from_integer((int64_t)count)};
}

static value paid(bool fine, number amount) {
    return (value){.state = fine ? CELL_VALUE : CELL_WRONG,
                   .type = TYPE_NUMBER,
                   .measure = MEASURE_MONEY,
                   .number = amount};
}

static void kind_of_node(const node *n, wanted_value *w) {
    w->type = n->type;
    w->measure = n->measure;
}

/* --- metrics --------------------------------------------------------------------------------
 */

static const char *metric_name(const plan *p, size_t n) {
    return n < p->metric_count ? p->metrics[n].is.name : NULL;
}

static void metric_kind(const plan *p, wanted_value *w) {
    kind_of_node(p->metrics[w->index].value, w);
}

static value metric_value(const wanted_question *q) {
    return result_value(q->of, q->of->plan->metrics[q->wanted->index].value, q->partner);
}

/* --- ladders --------------------------------------------------------------------------------
 */

enum ladder_part { LEVEL, QUALIFIED, BEFORE, HELD, GUARANTEED_UNTIL };
static const char *const ladder_parts[] = {[LEVEL] = "level",
                                           [QUALIFIED] = "qualified",
                                           [BEFORE] = "before",
                                           [HELD] = "held",
                                           [GUARANTEED_UNTIL] = "guaranteed_until",
                                           NULL};

static const char *ladder_name(const plan *p, size_t n) {
    return n < p->ladder_count ? p->ladders[n].is.name : NULL;
}

static void ladder_kind(const plan *p, wanted_value *w) {
    w->on = &p->ladders[w->index];
    if (w->part == HELD) w->type = TYPE_TEXT;
    if (w->part == GUARANTEED_UNTIL) w->type = TYPE_DATE;
    if (w->part == HELD || w->part == GUARANTEED_UNTIL) w->on = NULL;
}

static value level_of(const wanted_question *q, const column *stands) {
    const ladder *l = &q->of->plan->ladders[q->wanted->index];
    value v = {.state = (cell_state)stands->states[q->partner], .type = TYPE_LEVEL};
    if (v.state == CELL_VALUE)
        v.text = text_of(l->levels[(size_t)stands->values[q->partner]].is.name);
    return v;
}

static value before_of(const wanted_question *q) {
    const ladder *l = &q->of->plan->ladders[q->wanted->index];
    if (!l->current || !result_applies(q->of, l, q->partner)) return none();
    return result_value(q->of, l->current, q->partner);
}

static value held_of(const wanted_question *q) {
    const char *why = result_held(q->of, q->wanted->index, q->partner);
    if (!why) return none();
    return (value){.state = CELL_VALUE, .type = TYPE_TEXT, .text = text_of(why)};
}

static const char *hold_at(const wanted_value *w, int n) {
    return w->part == HELD && n < HOLD_GRACE ? hold_word((hold)(HOLD_PROMOTES + n)) : NULL;
}

static value guarantee_of(const wanted_question *q) {
    value until = none();
    return result_guarantee(q->of, q->wanted->index, q->partner, &until) ? until : none();
}

static value ladder_value(const wanted_question *q) {
    switch (q->wanted->part) {
    case QUALIFIED:
        return level_of(q, &q->of->qualified[q->wanted->index]);
    case BEFORE:
        return before_of(q);
    case HELD:
        return held_of(q);
    case GUARANTEED_UNTIL:
        return guarantee_of(q);
    default:
        return level_of(q, &q->of->levels[q->wanted->index]);
    }
}

static value ladder_total(const wanted_question *q) {
    const ladder *l = &q->of->plan->ladders[q->wanted->index];
    for (size_t i = 0; i < l->level_count; i++)
        if (strcmp(l->levels[i].is.name, q->wanted->rest) == 0)
            return whole(q->of->totals.levels[q->wanted->index][i]);
    return whole(q->of->totals.none[q->wanted->index]);
}

/* --- certifications and obligations ---------------------------------------------------------
 */

static const char *holding_name(const plan *p, size_t n, bool obligation) {
    if (n >= p->holding_count) return NULL;
    return p->holdings[n].obligation == obligation ? p->holdings[n].is.name : "";
}

static const char *certification_name(const plan *p, size_t n) {
    return holding_name(p, n, false);
}

static const char *obligation_name(const plan *p, size_t n) {
    return holding_name(p, n, true);
}

static value holding_value(const wanted_question *q) {
    return result_value(q->of, q->of->plan->holdings[q->wanted->index].met, q->partner);
}

static value holding_total(const wanted_question *q) {
    return whole(q->of->totals.held[q->wanted->index]);
}

/* --- incentives -----------------------------------------------------------------------------
 */

static const char *incentive_name(const plan *p, size_t n) {
    return n < p->incentive_count ? p->incentives[n].is.name : NULL;
}

static value incentive_value(const wanted_question *q) {
    const incentive_result *of = &q->of->incentives[q->wanted->index];
    return paid(of->states[q->partner] == CELL_VALUE, of->paid[q->partner]);
}

static value incentive_total(const wanted_question *q) {
    return paid(true, q->of->totals.incentives[q->wanted->index]);
}

static const char *carried_name(const plan *p, size_t n) {
    if (n >= p->incentive_count) return NULL;
    return incentive_carries(&p->incentives[n]) ? p->incentives[n].is.name : "";
}

static value carried_value(const wanted_question *q) {
    const incentive_result *of = &q->of->incentives[q->wanted->index];
    bool fine = of->states[q->partner] == CELL_VALUE;
    return paid(fine, fine && of->carried ? of->carried[q->partner] : 0);
}

static value carried_total(const wanted_question *q) {
    const number *carried = q->of->totals.carried;
    return paid(true, carried ? carried[q->wanted->index] : 0);
}

static const char *payee_name(const plan *p, size_t n) {
    if (n >= p->incentive_count) return NULL;
    return p->incentives[n].payee ? p->incentives[n].is.name : "";
}

/* Somebody who was paid nothing got 0. */
static value payee_value(const wanted_question *q) {
    const incentive_result *of = &q->of->incentives[q->wanted->index];
    number sum = 0;
    bool fine = of->states[q->partner] == CELL_VALUE;
    bool pays = lines_are_paid(of, q->partner);
    for (size_t k = of->first[q->partner]; fine && pays && k < of->first[q->partner + 1]; k++) {
        const line *l = &of->lines[k];
        if (l->payee < 0 || !text_equal(result_text(q->of, l->payee), text_of(q->wanted->rest)))
            continue;
        fine = number_add(&sum, sum, l->paid);
    }
    return paid(fine, sum);
}

/* --- scores ---------------------------------------------------------------------------------
 */

static const char *const score_parts[] = {"total", "passed", NULL};

static const char *score_name(const plan *p, size_t n) {
    return n < p->score_count ? p->scores[n].is.name : NULL;
}

/* What passes is asked only where the score says it. */
static const node *score_node(const plan *p, const wanted_value *w) {
    const score *s = &p->scores[w->index];
    return w->part == 1 && s->passed ? s->passed : s->total;
}

static void score_kind(const plan *p, wanted_value *w) {
    kind_of_node(score_node(p, w), w);
}

static value score_value(const wanted_question *q) {
    return result_value(q->of, score_node(q->of->plan, q->wanted), q->partner);
}

static value score_total(const wanted_question *q) {
    return whole(q->of->totals.passed[q->wanted->index]);
}

/* --- funds ----------------------------------------------------------------------------------
 */

static const char *const fund_parts[] = {"paid",    "accrued", "balance",
                                         "expired", "opening", NULL};

static const char *fund_name(const plan *p, size_t n) {
    return n < p->fund_count ? p->funds[n].is.name : NULL;
}

static value fund_value(const wanted_question *q) {
    const fund_result *f = &q->of->funds[q->wanted->index];
    const number *const parts[] = {f->paid, f->accrued, f->balance, f->expired, f->opening};
    bool fine = f->states[q->partner] == CELL_VALUE;
    return paid(fine, fine ? parts[q->wanted->part][q->partner] : 0);
}

static value fund_total_value(const wanted_question *q) {
    const fund_total *f = &q->of->totals.funds[q->wanted->index];
    const number parts[] = {f->paid, f->accrued, f->balance, f->expired};
    return q->wanted->part < 4 ? paid(true, parts[q->wanted->part]) : none();
}

/* --- benefits -------------------------------------------------------------------------------
 */

/* The n-th of all that anything gives; the same name may come several times. */
static const benefit *benefit_at(const plan *p, size_t n) {
    for (size_t i = 0; i < p->ladder_count; i++) {
        for (size_t k = 0; k < p->ladders[i].level_count; k++) {
            const level *one = &p->ladders[i].levels[k];
            if (n < one->gives_count) return &one->gives[n];
            n -= one->gives_count;
        }
    }
    for (size_t i = 0; i < p->holding_count; i++) {
        if (n < p->holdings[i].gives_count) return &p->holdings[i].gives[n];
        n -= p->holdings[i].gives_count;
    }
    return NULL;
}

static const char *benefit_name(const plan *p, size_t n) {
    const benefit *found = benefit_at(p, n);
    return found ? found->name : NULL;
}

static void benefit_kind(const plan *p, wanted_value *w) {
    kind_of_node(benefit_at(p, w->index)->value, w);
    w->rule = NULL;
}

static value benefit_value_of(const wanted_question *q) {
    const char *name = benefit_at(q->of->plan, q->wanted->index)->name;
    size_t count = 0;
    benefit_value *given = result_benefits(q->of, q->partner, q->memory, &count);
    for (size_t i = 0; given && i < count; i++)
        if (strcmp(given[i].name, name) == 0) return given[i].value;
    return none();
}

/* --- everything together --------------------------------------------------------------------
 */

static value payout_value(const wanted_question *q) {
    return paid(!q->of->wrong[q->partner], q->of->payout[q->partner]);
}

static value payout_total(const wanted_question *q) {
    return paid(true, q->of->totals.payout);
}

static value partners_total(const wanted_question *q) {
    return whole(q->of->totals.partners);
}

static value errors_total(const wanted_question *q) {
    return whole(q->of->totals.errors);
}

static bool error_list(const wanted_question *q, wanted_list *out) {
    for (size_t i = 0; i < q->of->error_count; i++) {
        const partner_error *e = &q->of->errors[i];
        if (e->partner != q->partner) continue;
        const char **moved =
            arena_grow(q->memory, out->items, out->count, &out->capacity, sizeof *moved);
        if (!moved) return false;
        out->items = moved;
        out->items[out->count++] = e->message;
    }
    return true;
}

const wanted_word wanted_words[] = {
    {.word = "metric", .name = metric_name, .kind = metric_kind, .of_partner = metric_value},
    {.word = "ladder",
     .name = ladder_name,
     .parts = ladder_parts,
     .is_count = true,
     .type = TYPE_LEVEL,
     .kind = ladder_kind,
     .texts = hold_at,
     .of_partner = ladder_value,
     .of_all = ladder_total},
    {.word = "certification",
     .name = certification_name,
     .is_count = true,
     .type = TYPE_BOOLEAN,
     .of_partner = holding_value,
     .of_all = holding_total},
    {.word = "obligation",
     .name = obligation_name,
     .is_count = true,
     .type = TYPE_BOOLEAN,
     .of_partner = holding_value,
     .of_all = holding_total},
    {.word = "score",
     .name = score_name,
     .parts = score_parts,
     .is_count = true,
     .kind = score_kind,
     .of_partner = score_value,
     .of_all = score_total},
    {.word = "incentive",
     .name = incentive_name,
     .measure = MEASURE_MONEY,
     .of_partner = incentive_value,
     .of_all = incentive_total},
    {.word = "spiff",
     .name = incentive_name,
     .measure = MEASURE_MONEY,
     .of_partner = incentive_value,
     .of_all = incentive_total},
    {.word = "carried",
     .name = carried_name,
     .measure = MEASURE_MONEY,
     .of_partner = carried_value,
     .of_all = carried_total},
    {.word = "payee",
     .name = payee_name,
     .has_rest = true,
     .measure = MEASURE_MONEY,
     .of_partner = payee_value},
    {.word = "fund",
     .name = fund_name,
     .parts = fund_parts,
     .needs_part = true,
     .measure = MEASURE_MONEY,
     .of_partner = fund_value,
     .of_all = fund_total_value},
    {.word = "benefit",
     .name = benefit_name,
     .kind = benefit_kind,
     .of_partner = benefit_value_of},
    {.word = "missing",
     .name = missing_name,
     .find = missing_find,
     .list = missing_keys,
     .known = missing_known},
    {.word = "payout",
     .measure = MEASURE_MONEY,
     .of_partner = payout_value,
     .of_all = payout_total},
    {.word = "errors", .is_count = true, .of_all = errors_total, .list = error_list},
    {.word = "partners", .is_count = true, .of_all = partners_total},
    {.word = NULL},
};
