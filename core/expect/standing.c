/* standing.c - words of test cases for what is measured, where a partner stands and what it
 * holds. */
#include "expect/words.h"

#include <string.h>

/* --- metrics --------------------------------------------------------------------------------
 */

static const char *metric_name(const plan *p, size_t n) {
    return n < p->metric_count ? p->metrics[n].is.name : NULL;
}

static void metric_kind(const plan *p, wanted_value *w) {
    wanted_kind(p->metrics[w->index].value, w);
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
    if (!l->current || !result_applies(q->of, l, q->partner)) return wanted_none();
    return result_value(q->of, l->current, q->partner);
}

static value held_of(const wanted_question *q) {
    const char *why = result_held(q->of, q->wanted->index, q->partner);
    if (!why) return wanted_none();
    return (value){.state = CELL_VALUE, .type = TYPE_TEXT, .text = text_of(why)};
}

static const char *hold_at(const wanted_value *w, int n) {
    return w->part == HELD && n < HOLD_GRACE ? hold_word((hold)(HOLD_PROMOTES + n)) : NULL;
}

static value guarantee_of(const wanted_question *q) {
    value until = wanted_none();
    return result_guarantee(q->of, q->wanted->index, q->partner, &until) ? until
                                                                         : wanted_none();
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
            return wanted_count(q->of->totals.levels[q->wanted->index][i]);
    return wanted_count(q->of->totals.none[q->wanted->index]);
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
    return wanted_count(q->of->totals.held[q->wanted->index]);
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
    wanted_kind(score_node(p, w), w);
}

static value score_value(const wanted_question *q) {
    return result_value(q->of, score_node(q->of->plan, q->wanted), q->partner);
}

static value score_total(const wanted_question *q) {
    return wanted_count(q->of->totals.passed[q->wanted->index]);
}

const wanted_word wanted_standing[] = {
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
    {.word = NULL},
};
