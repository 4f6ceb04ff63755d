/* test_mutants.c - every small mistake that could stand in the rules, and whether a case that
 * passes without it fails with it. */
#include "api/testing.h"

#include "bind/mutant.h"

#include <string.h>

/* One mutant while it is tried. */
typedef struct trying {
    rung_tests *tests;
    const mutant *mistake;
    arena memory, scratch;
    const plan **plans; /* by variant; NULL: not bound yet */
    bool *refused;      /* by variant: the mutant cannot be bound */
} trying;

/* The variant's plan with the mistake in it; NULL when it makes no sense, or memory ran out. */
static const plan *plan_of(trying *t, size_t index) {
    if (t->plans[index] || t->refused[index]) return t->plans[index];
    const case_variant *v = &t->tests->variants[index];
    problem_list problems = {.memory = &t->memory};
    const declarations *rules = mutant_apply(&t->memory, t->tests->program->rules, t->mistake);
    if (rules && v->edit_count)
        rules = edit_apply(&t->memory, rules, v->edits, v->edit_count, &problems);
    if (rules) t->plans[index] = bind_plan(&t->memory, rules, NULL, v->as_of, &problems);
    t->refused[index] = !t->plans[index];
    return t->plans[index];
}

typedef enum notice { NOTICED, NOT_NOTICED, MAKES_NO_SENSE } notice;

static bool notices(trying *t, const ready_case *c, const plan *p) {
    const result *found = case_result(&t->scratch, c, p);
    bool holds = found && case_holds(c, found, &t->scratch);
    if (t->scratch.failed) t->memory.failed = true;
    arena_reset(&t->scratch);
    return !holds;
}

static notice try_cases(trying *t) {
    /* Where no case passes, none can notice. */
    notice said = plan_of(t, 0) ? NOT_NOTICED : MAKES_NO_SENSE;
    for (size_t i = 0; i < t->tests->cases.count; i++) {
        const ready_case *c = &t->tests->ready[i];
        if (!c->runs || c->fails) continue;
        const plan *p = plan_of(t, c->variant);
        if (!p) continue;
        if (notices(t, c, p)) return NOTICED;
        said = NOT_NOTICED;
    }
    return said;
}

static bool add_survivor(rung_tests *t, const mutant *m) {
    tests_outcome *out = &t->outcome;
    survivor *moved = arena_grow(&t->memory, out->survivors, out->survivor_count,
                                 &out->survivor_room, sizeof *moved);
    if (!moved) return false;
    out->survivors = moved;
    out->survivors[out->survivor_count++] = (survivor){m->path, m->from, m->to, m->at};
    return true;
}

static bool try_mutant(rung_tests *t, const mutant *m) {
    trying one = {.tests = t, .mistake = m};
    one.plans = arena_array(&one.memory, t->variant_count, sizeof *one.plans);
    one.refused = arena_array(&one.memory, t->variant_count, sizeof *one.refused);
    notice said = one.plans && one.refused ? try_cases(&one) : MAKES_NO_SENSE;
    bool fine = !one.memory.failed;
    arena_free(&one.scratch);
    arena_free(&one.memory);
    t->outcome.mutants += said != MAKES_NO_SENSE;
    t->outcome.left_out += said == MAKES_NO_SENSE;
    return fine && (said != NOT_NOTICED || add_survivor(t, m));
}

bool mutants_run(rung_tests *t) {
    mutant *all;
    size_t count;
    t->outcome.mutated = true;
    if (!mutants_of(&t->memory, t->program->rules, &all, &count)) return false;
    for (size_t i = 0; i < count; i++)
        if (!try_mutant(t, &all[i])) return false;
    return true;
}
