#include "compare/trial.h"

#include "bind/bind.h"
#include "compare/against.h"
#include "eval/totals.h"

static bool find_totals(const trial *t, arena *memory, arena *scratch, const plan *p,
                        totals *out) {
    totals found;
    if (t->known)
        return outcomes_totals(t->known, scratch, p, t->jobs, &found) &&
               totals_copy(memory, out, &found, p);
    const partial_result *part = evaluate_against(scratch, p, t->base, t->jobs);
    return part && totals_copy(memory, out, &part->totals, p);
}

const totals *trial_totals(const trial *t, arena *memory, const edit *edits, size_t count,
                           problem_list *problems) {
    arena scratch = {0};
    const result *base = t->base;
    totals *out = arena_allocate(memory, sizeof *out);
    const declarations *rules = edit_apply(&scratch, t->rules, edits, count, problems);
    plan *bound = rules ? bind_plan_with(&scratch, rules, &base->facts->catalog,
                                         base->plan->as_of, base->plan->overrides, problems)
                        : NULL;
    bool fine = out && bound && find_totals(t, memory, &scratch, bound, out);
    if (scratch.failed) memory->failed = true;
    arena_free(&scratch);
    return fine ? out : NULL;
}
