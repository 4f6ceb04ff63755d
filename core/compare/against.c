#include "compare/against.h"

#include "compare/affected.h"
#include "eval/evaluate.h"
#include "eval/stretches.h"
#include "eval/totals.h"

#include <string.h>

static bool list_members(arena *memory, const uint64_t *ways, size_t partner_count,
                         partner_set *out) {
    uint32_t *members = arena_array(memory, partner_count, sizeof *members);
    uint32_t *items = arena_array(memory, partner_count, sizeof *items);
    if (!members || !items) return false;
    *out = (partner_set){.members = members, .items = items};
    for (size_t p = 0; p < partner_count; p++) {
        if (!ways[p]) continue;
        items[p] = (uint32_t)out->count;
        members[out->count++] = (uint32_t)p;
    }
    return true;
}

/* The base's totals of all, less those of the members, and what they are now. */
static bool replace_totals(arena *memory, const result *base, const plan *p,
                           const partner_set *over, const result *found, totals *out) {
    totals gone;
    if (!totals_copy(memory, out, &base->totals, base->plan)) return false;
    if (!found) return true;
    return totals_of_members(memory, base, over->members, over->count, &gone) &&
           totals_subtract(out, &gone, base->plan) && totals_add(out, &found->totals, p);
}

/* What looks at all partners finds errors of some whom nobody asks for: lent, it would not find
 * them. */
static bool can_lend(const result *base, const plan *p) {
    return !base->error_count || !(p->across || base->plan->across);
}

/* Points that no condition asks for concern nobody, so that a change of them is not looked for.
 */
static bool scores_differ(const plan_match *m) {
    const plan *p = m->candidate;
    for (size_t i = 0; i < p->score_count; i++) {
        int base = m->scores[i].base;
        if (base < 0 || m->nodes[p->scores[i].total->id] != m->base->scores[base].total->id)
            return true;
    }
    return false;
}

/* Everybody, cut as the base was, so that stretches may take over columns as they stand. */
static partial_result *evaluate_all(arena *memory, const plan *p, const result *base,
                                    const lending *lends, int jobs) {
    partial_result *out = arena_allocate(memory, sizeof *out);
    const facts *f = base->facts;
    stretching how = {.plan = p, .facts = f, .lends = lends, .jobs = jobs, .as_base = true};
    const result *found =
        base->part_count && stretches_stand_alone(p)
            ? evaluate_stretches(memory, &how)
            : evaluate_over(memory, p, f, (partner_set){.count = f->partner_count}, lends);
    if (!out || !found) return NULL;
    *out = (partial_result){found, NULL, f->partner_count, found->totals, false};
    return out;
}

partial_result *evaluate_against(arena *memory, const plan *p, const result *base, int jobs) {
    lending *lends = arena_allocate(memory, sizeof *lends);
    plan_match *match = plans_match(memory, base->plan, p);
    size_t partner_count = base->facts->partner_count;
    affected concerned = {.ways = arena_array(memory, partner_count, sizeof *concerned.ways)};
    if (!lends || !match || !concerned.ways) return NULL;
    *lends = (lending){base, match};
    if (!find_affected(memory, lends, &concerned)) return NULL;
    if (concerned.all)
        return evaluate_all(memory, p, base, can_lend(base, p) ? lends : NULL, jobs);
    partner_set over;
    partial_result *out = arena_allocate(memory, sizeof *out);
    if (!out || !list_members(memory, concerned.ways, partner_count, &over)) return NULL;
    *out = (partial_result){
        .partners = over.members, .count = over.count, .scores_differ = scores_differ(match)};
    if (over.count) {
        out->found = evaluate_over(memory, p, base->facts, over, lends);
        if (!out->found) return NULL;
    }
    return replace_totals(memory, base, p, &over, out->found, &out->totals) ? out : NULL;
}
