/* benefit.c - what partners get for where they stand: discounts, support, rights.
 *
 * A level gives what levels below gave unless it names it again; certifications and obligations
 * give while they are held. Of several sources the largest value counts. Texts have no largest:
 * different ones are an error, found while evaluating, so that results are never ambiguous. */
#include "eval/totals.h"

#include <string.h>

/* Goes over what a partner is given. Stops and returns false when visit does. */
typedef bool benefit_visitor(void *context, const declared *by, const benefit *given);

static bool level_names(const level *l, const char *name) {
    for (size_t k = 0; k < l->gives_count; k++)
        if (strcmp(l->gives[k].name, name) == 0) return true;
    return false;
}

/* Whether a level above `k`, up to the one reached, names it again. */
static bool named_again(const ladder *l, size_t k, size_t reached, const char *name) {
    for (size_t above = k + 1; above <= reached; above++)
        if (level_names(&l->levels[above], name)) return true;
    return false;
}

static bool visit_ladder(const ladder *l, size_t reached, benefit_visitor *visit,
                         void *context) {
    for (size_t k = 0; k <= reached; k++) {
        const level *at = &l->levels[k];
        for (size_t g = 0; g < at->gives_count; g++) {
            if (named_again(l, k, reached, at->gives[g].name)) continue;
            if (!visit(context, &at->is, &at->gives[g])) return false;
        }
    }
    return true;
}

static bool visit_benefits(const result *r, uint32_t p, benefit_visitor *visit, void *context) {
    const plan *rules = r->plan;
    for (size_t l = 0; l < rules->ladder_count; l++) {
        const column *stands = &r->levels[l];
        if (stands->states[p] != CELL_VALUE) continue;
        if (!visit_ladder(&rules->ladders[l], (size_t)stands->values[p], visit, context))
            return false;
    }
    for (size_t h = 0; h < rules->holding_count; h++) {
        const holding *certificate = &rules->holdings[h];
        if (certificate->gives_count == 0) continue;
        value held = result_value(r, certificate->met, p);
        if (held.state != CELL_VALUE || held.number == 0) continue;
        for (size_t g = 0; g < certificate->gives_count; g++)
            if (!visit(context, &certificate->is, &certificate->gives[g])) return false;
    }
    return true;
}

/* One benefit's value while sources are put together. */
typedef struct gathering {
    const result *of;
    uint32_t partner;
    benefit_value *found; /* in byte order of the names; room for all that could be given */
    size_t count;
    evaluation *reports; /* where different texts are reported; NULL: they were */
} gathering;

static bool is_larger(const value *a, const value *b) {
    if (a->type == TYPE_NUMBER) return number_compare(a->number, b->number) > 0;
    return a->number > b->number;
}

/* A source without a value gives nothing beside one that has one. Both are of one kind: see
 * bind/benefit.c. */
static bool agree(value *kept, const value *more) {
    if (kept->state == CELL_WRONG || more->state == CELL_NONE) return true;
    if (more->state == CELL_WRONG || kept->state == CELL_NONE) {
        *kept = *more;
        return true;
    }
    if (kept->type == TYPE_TEXT) return text_equal(kept->text, more->text);
    if (is_larger(more, kept)) *kept = *more;
    return true;
}

static void report_difference(gathering *g, const declared *by, const benefit *given,
                              const value *kept, const value *more) {
    if (g->reports)
        evaluation_rule_error(g->reports, g->partner, by, given->at,
                              "benefit '%s' is given with different texts: '%.*s' and '%.*s'",
                              given->name, (int)kept->text.length, kept->text.bytes,
                              (int)more->text.length, more->text.bytes);
}

static bool gather(void *context, const declared *by, const benefit *given) {
    gathering *g = context;
    value more = result_value(g->of, given->value, g->partner);
    size_t at = 0;
    while (at < g->count && strcmp(g->found[at].name, given->name) < 0)
        at++;
    if (at < g->count && strcmp(g->found[at].name, given->name) == 0) {
        value *kept = &g->found[at].value;
        if (agree(kept, &more)) return true;
        report_difference(g, by, given, kept, &more);
        kept->state = CELL_WRONG;
        return true;
    }
    memmove(&g->found[at + 1], &g->found[at], (g->count - at) * sizeof *g->found);
    g->found[at] = (benefit_value){given->name, more};
    g->count++;
    return true;
}

benefit_value *result_benefits(const result *r, uint32_t partner, arena *memory,
                               size_t *count) {
    size_t most = plan_benefit_count(r->plan);
    gathering g = {.of = r, .partner = partner};
    *count = 0;
    if (most == 0) return NULL;
    g.found = arena_array(memory, most, sizeof *g.found);
    if (!g.found) return NULL;
    visit_benefits(r, partner, gather, &g);
    *count = g.count;
    return g.count ? g.found : NULL;
}

/* Computes one benefit for the partners for whom it counts. */
static bool compute_level_benefits(evaluation *e, size_t index, uint32_t *chosen) {
    const ladder *l = &e->plan->ladders[index];
    const column *stands = &e->out->levels[index];
    for (size_t k = 0; k < l->level_count; k++) {
        for (size_t g = 0; g < l->levels[k].gives_count; g++) {
            const benefit *given = &l->levels[k].gives[g];
            selection who = {chosen, 0};
            for (size_t p = 0; p < e->count; p++) {
                if (stands->states[p] != CELL_VALUE || stands->values[p] < (number)k) continue;
                if (named_again(l, k, (size_t)stands->values[p], given->name)) continue;
                chosen[who.count++] = (uint32_t)p;
            }
            if (who.count && !frame_compute(&e->partners, given->value, &who)) return false;
        }
    }
    return true;
}

static bool compute_held_benefits(evaluation *e, const holding *certificate, uint32_t *chosen) {
    selection all = {NULL, e->count}, who = {chosen, 0};
    if (certificate->gives_count == 0) return true;
    if (!frame_compute(&e->partners, certificate->met, &all)) return false;
    const column *held = &e->partners.slots[certificate->met->id];
    for (size_t p = 0; p < all.count; p++)
        if (held->states[p] == CELL_VALUE && held->values[p] != 0)
            chosen[who.count++] = (uint32_t)p;
    if (who.count == 0) return true;
    for (size_t g = 0; g < certificate->gives_count; g++)
        if (!frame_compute(&e->partners, certificate->gives[g].value, &who)) return false;
    return true;
}

static bool compute_benefits(evaluation *e, uint32_t *chosen) {
    for (size_t l = 0; l < e->plan->ladder_count; l++)
        if (!compute_level_benefits(e, l, chosen)) return false;
    for (size_t h = 0; h < e->plan->holding_count; h++)
        if (!compute_held_benefits(e, &e->plan->holdings[h], chosen)) return false;
    return true;
}

static bool check_everybody(evaluation *e, arena *scratch) {
    size_t most = plan_benefit_count(e->plan), partners = e->count;
    if (most == 0) return true;
    uint32_t *chosen = arena_array(scratch, partners, sizeof *chosen);
    benefit_value *found = arena_array(scratch, most, sizeof *found);
    if (!chosen || !found || !compute_benefits(e, chosen)) return false;
    for (size_t p = 0; p < partners; p++) {
        gathering g = {e->out, (uint32_t)p, found, 0, e};
        visit_benefits(e->out, (uint32_t)p, gather, &g);
    }
    return true;
}

bool benefits_check(evaluation *e) {
    arena scratch = {0};
    bool done = check_everybody(e, &scratch);
    arena_free(&scratch);
    if (!done) e->memory->failed = true;
    return done;
}
