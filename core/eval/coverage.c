/* coverage.c - one walk over a plan, which first lists what can be covered and then, with a
 * result, marks what is: see coverage.h. */
#include "eval/covering.h"

#include <string.h>

bool covering_lists(const covering *w) {
    return w->of == NULL;
}

void covering_item(covering *w, coverage_item item, bool covered) {
    coverage *c = w->into;
    if (!covering_lists(w)) {
        if (w->at < c->count) c->items[w->at].covered |= covered;
        w->at++;
        return;
    }
    coverage_item *moved =
        arena_grow(c->memory, c->items, c->count, &c->capacity, sizeof *moved);
    if (!moved) return;
    c->items = moved;
    c->items[c->count++] = item;
}

/* Names are made while items are listed only. */
static const char *join(const covering *w, const char *above, const char *name) {
    return covering_lists(w) ? arena_print(w->into->memory, "%s.%s", above, name) : name;
}

static bool is_true(const value *v) {
    return v->state == CELL_VALUE && v->number != 0;
}

static size_t partners(const covering *w) {
    return w->of ? w->of->facts->partner_count : 0;
}

/* --- requirements ------------------------------------------------------------------------- */

static void cover_line(covering *w, const requirement *r, const char *above, const ladder *on) {
    bool met = false, unmet = false;
    for (uint32_t p = 0; p < partners(w) && r->met->shape != SHAPE_ROW; p++) {
        if (w->of->wrong[p] || (on && !result_applies(w->of, on, p))) continue;
        value v = result_any_value(w->of, r->met, p);
        met = met || is_true(&v);
        unmet = unmet || !is_true(&v);
    }
    const char *name = join(w, above, r->key ? r->key : "condition");
    covering_item(w, (coverage_item){COVERS_REQUIREMENT, name, "never met", r->at, false}, met);
    covering_item(w, (coverage_item){COVERS_REQUIREMENT, name, "always met", r->at, false},
                  unmet);
}

static void cover_requirements(covering *w, const requirement *r, const char *above,
                               const ladder *on) {
    static const char *const words[] = {"", "", "any_of", "none_of", "n_of"};
    for (size_t i = 0; i < r->count; i++) {
        const requirement *item = &r->items[i];
        const char *word = item->kind == REQUIRE_LINE ? "" : words[item->kind];
        if (item->kind == REQUIRE_LINE)
            cover_line(w, item, above, on);
        else
            cover_requirements(w, item, *word ? join(w, above, word) : above, on);
    }
}

/* --- rules -------------------------------------------------------------------------------- */

static void cover_rule(covering *w, const declared *is, const char *lacks, bool covered) {
    covering_item(w, (coverage_item){COVERS_RULE, is->name, lacks, is->at, false}, covered);
}

static void cover_metric(covering *w, const metric *m) {
    bool covered = false;
    for (uint32_t p = 0; p < partners(w) && !covered; p++)
        covered = result_value(w->of, m->value, p).state == CELL_VALUE;
    cover_rule(w, &m->is, "never has a value", covered);
}

static void cover_score(covering *w, const score *s) {
    bool scored = false, passed = false, failed = false;
    for (uint32_t p = 0; p < partners(w); p++) {
        value total = result_value(w->of, s->total, p);
        scored = scored || (total.state == CELL_VALUE && total.number != 0);
        if (!s->passed || total.state != CELL_VALUE) continue;
        value pass = result_any_value(w->of, s->passed, p);
        passed = passed || is_true(&pass);
        failed = failed || !is_true(&pass);
    }
    cover_rule(w, &s->is, "never above 0", scored);
    if (!s->passed) return;
    const char *name = join(w, s->is.name, "pass");
    covering_item(w, (coverage_item){COVERS_REQUIREMENT, name, "never met", s->is.at, false},
                  passed);
    covering_item(w, (coverage_item){COVERS_REQUIREMENT, name, "always met", s->is.at, false},
                  failed);
}

static void cover_ladder(covering *w, size_t index) {
    const ladder *l = &w->plan->ladders[index];
    for (size_t k = 0; k < l->level_count; k++) {
        const level *one = &l->levels[k];
        const char *name = join(w, l->is.name, one->is.name);
        bool covered = false;
        for (uint32_t p = 0; p < partners(w) && !covered; p++) {
            const column *stands = &w->of->levels[index];
            covered = stands->states[p] == CELL_VALUE && stands->values[p] == (number)k;
        }
        covering_item(w,
                      (coverage_item){COVERS_LEVEL, name, "never reached", one->is.at, false},
                      covered);
        cover_requirements(w, &one->requires, name, l);
    }
}

static void cover_incentive(covering *w, size_t index) {
    const incentive *rule = &w->plan->incentives[index];
    bool covered = false;
    for (uint32_t p = 0; p < partners(w) && !covered; p++) {
        const incentive_result *of = &w->of->incentives[index];
        covered = of->states[p] == CELL_VALUE && of->paid[p] != 0;
    }
    cover_rule(w, &rule->is, "never pays", covered);
    cover_requirements(w, &rule->requires, rule->is.name, NULL);
}

/* --- funds -------------------------------------------------------------------------------- */

static bool any_amount(const covering *w, const fund_result *f, const number *amounts) {
    for (uint32_t p = 0; p < partners(w); p++)
        if (f->states[p] == CELL_VALUE && amounts[p] != 0) return true;
    return false;
}

/* Whether a condition on claims held, and whether it did not, for some claim. */
static void see_approval(const covering *w, const fund_result *f, const node *holds, bool *yes,
                         bool *no) {
    for (uint32_t p = 0; p < partners(w); p++) {
        if (f->states[p] != CELL_VALUE) continue;
        for (size_t k = f->first[p]; k < f->first[p + 1]; k++) {
            value v = result_row_value(w->of, holds, p, f->claims[k].row);
            *yes = *yes || is_true(&v);
            *no = *no || !is_true(&v);
        }
    }
}

static void cover_fund(covering *w, size_t index) {
    const fund *rule = &w->plan->funds[index];
    const fund_result *f = w->of ? &w->of->funds[index] : NULL;
    cover_rule(w, &rule->is, "never accrues", f && any_amount(w, f, f->accrued));
    if (rule->claims >= 0)
        cover_rule(w, &rule->is, "never pays a claim", f && any_amount(w, f, f->paid));
    cover_requirements(w, &rule->requires, rule->is.name, NULL);
    for (size_t i = 0; i < rule->approval_count; i++) {
        const approval *a = &rule->approves[i];
        bool yes = false, no = false;
        if (f) see_approval(w, f, a->holds, &yes, &no);
        const char *name = join(w, rule->is.name, a->says ? a->says : "approves");
        covering_item(w, (coverage_item){COVERS_REQUIREMENT, name, "never met", a->at, false},
                      yes);
        covering_item(w, (coverage_item){COVERS_REQUIREMENT, name, "always met", a->at, false},
                      no);
    }
}

static void cover_routing(covering *w, size_t index) {
    bool covered = w->of && w->of->totals.routings[index].routed > 0;
    cover_rule(w, &w->plan->routings[index].is, "never routes a row", covered);
}

static void walk(covering *w) {
    const plan *p = w->plan;
    for (size_t i = 0; i < p->metric_count; i++)
        cover_metric(w, &p->metrics[i]);
    for (size_t i = 0; i < p->score_count; i++)
        cover_score(w, &p->scores[i]);
    for (size_t i = 0; i < p->ladder_count; i++)
        cover_ladder(w, i);
    for (size_t i = 0; i < p->holding_count; i++)
        cover_requirements(w, &p->holdings[i].requires, p->holdings[i].is.name, NULL);
    for (size_t i = 0; i < p->incentive_count; i++)
        cover_incentive(w, i);
    for (size_t i = 0; i < p->fund_count; i++)
        cover_fund(w, i);
    for (size_t i = 0; i < p->routing_count; i++)
        cover_routing(w, i);
    cover_bands(w);
}

coverage *coverage_of(arena *memory, const plan *p) {
    coverage *made = arena_allocate(memory, sizeof *made);
    if (!made) return NULL;
    *made = (coverage){.memory = memory};
    covering w = {.into = made, .plan = p};
    walk(&w);
    return memory->failed ? NULL : made;
}

void coverage_add(coverage *c, const result *r) {
    covering w = {.into = c, .plan = r->plan, .of = r};
    walk(&w);
}

static size_t file_number(const declarations *rules, const source_file *file) {
    size_t n = 0;
    while (n < rules->file_count && rules->files[n] != file)
        n++;
    return n;
}

static bool stands_before(const declarations *rules, place a, place b) {
    size_t first = file_number(rules, a.file), second = file_number(rules, b.file);
    if (first != second) return first < second;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void coverage_in_order(coverage *c, const declarations *rules) {
    for (size_t i = 1; i < c->count; i++) {
        coverage_item moving = c->items[i];
        size_t k = i;
        for (; k > 0 && stands_before(rules, moving.at, c->items[k - 1].at); k--)
            c->items[k] = c->items[k - 1];
        c->items[k] = moving;
    }
}
