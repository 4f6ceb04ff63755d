#include "eval/trial.h"

#include "bind/bind.h"
#include "eval/against.h"
#include "eval/totals.h"

const totals *trial_totals(const trial *t, arena *memory, const edit *edits, size_t count,
                           problem_list *problems) {
    arena scratch = {0};
    const result *base = t->base;
    totals *out = arena_allocate(memory, sizeof *out);
    const declarations *rules = edit_apply(&scratch, t->rules, edits, count, problems);
    plan *bound = rules ? bind_plan_with(&scratch, rules, &base->facts->catalog,
                                         base->plan->as_of, base->plan->overrides, problems)
                        : NULL;
    partial_result *part = bound ? evaluate_against(&scratch, bound, base, t->jobs) : NULL;
    bool fine = out && part && totals_copy(memory, out, &part->totals, bound);
    if (scratch.failed) memory->failed = true;
    arena_free(&scratch);
    return fine ? out : NULL;
}
