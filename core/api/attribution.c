/* attribution.c - evaluates changes of a candidate by themselves and together.
 *
 * A change is one setting; settings of a declaration that stand only together (shares that add
 * up to 100%) are one change; rows, metrics of partners and the day of a scenario are one more.
 */
#include "api/failure.h"
#include "api/loaded_for.h"
#include "eval/evaluate.h"

#include <string.h>

static const char HOW_TO_LOAD[] = "load both sides' facts with all_rows (rung_facts_options), "
                                  "the baseline's with the scenario "
                                  "in also";

typedef struct attributing {
    arena *memory;
    const rung_changes *of;
    const rung_scenario *scenario;
    const result *base;
    size_t *change_of; /* by value set: which change it belongs to */
    const char **names;
    bool *in; /* by change: whether it is made */
    size_t count;
    size_t rest; /* the change that is rows, metrics and day; SIZE_MAX: none */
    problem_list problems;
} attributing;

/* --- what counts as one change ------------------------------------------------------------ */

static const char *path_of(const changed_value *set) {
    return set->whole ? set->whole : set->path;
}

static bool list_changes(attributing *a) {
    const rung_scenario *s = a->scenario;
    size_t room = s->set_count + 1;
    a->change_of = arena_array(a->memory, room, sizeof *a->change_of);
    a->names = arena_array(a->memory, room, sizeof *a->names);
    a->in = arena_array(a->memory, room, sizeof *a->in);
    if (!a->change_of || !a->names || !a->in) return false;
    for (size_t i = 0; i < s->set_count; i++) {
        size_t k = 0;
        while (k < a->count && strcmp(a->names[k], path_of(&s->set[i])) != 0)
            k++;
        if (k == a->count) a->names[a->count++] = path_of(&s->set[i]);
        a->change_of[i] = k;
    }
    a->rest = SIZE_MAX;
    if (!s->row_count && !s->overrides.count && a->of->after->facts == a->of->before->facts)
        return true;
    a->rest = a->count;
    a->names[a->count++] = "rows, metrics and day";
    return true;
}

/* The program with the changes that are in. NULL with problems where it does not stand. */
static plan *bind_changes(attributing *a, arena *scratch, const rung_facts *facts) {
    const rung_scenario *s = a->scenario;
    bool rest = a->rest != SIZE_MAX && a->in[a->rest];
    edit *edits = arena_array(scratch, s->set_count, sizeof *edits);
    size_t count = 0;
    if (!edits) return NULL;
    for (size_t i = 0; i < s->set_count; i++)
        if (a->in[a->change_of[i]])
            edits[count++] = (edit){.path = path_of(&s->set[i]), .value = s->set[i].value};
    const declarations *rules = a->of->before->program->rules;
    if (count) rules = edit_apply(scratch, rules, edits, count, &a->problems);
    if (!rules) return NULL;
    return bind_plan_with(scratch, rules, &facts->read->catalog, facts->as_of,
                          rest ? &s->overrides : NULL, &a->problems);
}

static const rung_facts *facts_of(const attributing *a) {
    bool rest = a->rest != SIZE_MAX && a->in[a->rest];
    return rest ? a->of->after->facts : a->of->before->facts;
}

/* Whether a change stands by itself. */
static bool stands_alone(attributing *a, size_t change) {
    arena scratch = {0};
    problem_list kept = a->problems;
    a->problems = (problem_list){.memory = &scratch};
    memset(a->in, 0, a->count * sizeof *a->in);
    a->in[change] = true;
    bool stands = bind_changes(a, &scratch, facts_of(a)) != NULL;
    if (scratch.failed) a->memory->failed = true;
    a->problems = kept;
    arena_free(&scratch);
    return stands;
}

static bool same_declaration(const char *a, const char *b) {
    size_t length = strcspn(a, ".");
    return strncmp(a, b, length) == 0 && (b[length] == '.' || !b[length]);
}

/* Makes change `from` part of change `into`, which comes before it. */
static bool join(attributing *a, size_t into, size_t from) {
    a->names[into] = arena_print(a->memory, "%s + %s", a->names[into], a->names[from]);
    for (size_t i = 0; i < a->scenario->set_count; i++) {
        if (a->change_of[i] == from) a->change_of[i] = into;
        if (a->change_of[i] > from) a->change_of[i]--;
    }
    for (size_t k = from; k + 1 < a->count; k++)
        a->names[k] = a->names[k + 1];
    a->count--;
    if (a->rest != SIZE_MAX) a->rest--;
    return a->names[into] != NULL;
}

/* Changes of one declaration of which none stands by itself become one. */
static bool join_dependent(attributing *a) {
    bool *alone = arena_array(a->memory, a->count, sizeof *alone);
    if (!alone) return false;
    for (size_t i = 0; i < a->count; i++)
        alone[i] = i == a->rest || stands_alone(a, i);
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = i + 1; !alone[i] && k < a->count; k++) {
            if (alone[k] || !same_declaration(a->names[i], a->names[k])) continue;
            if (!join(a, i, k)) return false;
            memmove(&alone[k], &alone[k + 1], (a->count - k) * sizeof *alone);
            k--;
        }
    }
    return !a->memory->failed;
}

/* --- what sets of changes are worth ------------------------------------------------------- */

static const result *evaluate_changes(const attributing *a, arena *scratch, const plan *p,
                                      const rung_facts *facts) {
    int jobs = a->of->after->jobs;
    if (facts != a->of->before->facts) return evaluate(scratch, p, facts->read, jobs, false);
    const partial_result *part = evaluate_against(scratch, p, a->base, jobs);
    if (!part) return NULL;
    return part->count ? part->found : a->base;
}

/* The difference of payout that the changes which are in make together. */
static rung_status find_worth(attributing *a, number *out, rung_error *error) {
    arena scratch = {0};
    a->problems = (problem_list){.memory = &scratch};
    const rung_facts *facts = facts_of(a);
    const plan *p = bind_changes(a, &scratch, facts);
    const result *found = NULL;
    rung_status status = RUNG_OK;
    if (!p) {
        status = tell_problems(&a->problems, NULL, NULL, error);
        if (status != RUNG_OK && error)
            copy_text(error->hint, sizeof error->hint,
                      "these changes stand only together: what each is worth cannot be told",
                      strlen("these changes stand only together: what each is worth cannot be "
                             "told"));
    } else {
        status = facts_serve(facts, &p->request, HOW_TO_LOAD, error);
        if (status == RUNG_OK) found = evaluate_changes(a, &scratch, p, facts);
    }
    const changes *c = found ? compare_results(&scratch, a->base, found) : NULL;
    if (c) *out = c->payout.delta;
    if (!c && status == RUNG_OK) status = out_of_memory(error);
    arena_free(&scratch);
    return status;
}

static rung_status find_alone(attributing *a, attribution *out, rung_error *error) {
    rung_status status = RUNG_OK;
    for (size_t i = 0; status == RUNG_OK && i < a->count; i++) {
        memset(a->in, 0, a->count * sizeof *a->in);
        a->in[i] = true;
        out->items[i].what = a->names[i];
        status = find_worth(a, &out->items[i].alone, error);
    }
    return status;
}

static rung_status find_shapley(attributing *a, attribution *out, rung_error *error) {
    size_t sets = (size_t)1 << a->count;
    number *worth = arena_array(a->memory, sets, sizeof *worth);
    rung_status status = RUNG_OK;
    if (!worth) return out_of_memory(error);
    for (size_t set = 1; status == RUNG_OK && set + 1 < sets; set++) {
        for (size_t i = 0; i < a->count; i++)
            a->in[i] = set >> i & 1;
        bool one = (set & (set - 1)) == 0;
        for (size_t i = 0; one && i < a->count; i++)
            if (a->in[i]) worth[set] = out->items[i].alone;
        if (!one) status = find_worth(a, &worth[set], error);
    }
    worth[sets - 1] = out->total;
    if (status != RUNG_OK) return status;
    int places = a->base->plan->currency_places;
    return attribution_share(worth, places, out) ? RUNG_OK : out_of_memory(error);
}

static rung_status attribute(attributing *a, attribution *out, rung_error *error) {
    bool apart = list_changes(a) && join_dependent(a);
    out->count = a->count;
    out->total = a->of->found->payout.delta;
    out->items = apart ? arena_array(a->memory, a->count, sizeof *out->items) : NULL;
    if (!out->items) return out_of_memory(error);
    rung_status status = find_alone(a, out, error);
    out->interaction = out->total;
    for (size_t i = 0; i < out->count; i++)
        out->interaction -= out->items[i].alone;
    size_t settings = a->count - (a->rest != SIZE_MAX);
    if (status == RUNG_OK && settings < SHAPLEY_MOST) status = find_shapley(a, out, error);
    return status;
}

rung_status rung_attribute(rung_changes *changes, rung_error *error) {
    const rung_scenario *scenario = changes->after->scenario;
    if (changes->attribution) return RUNG_OK;
    if (changes->before->program != changes->after->program || changes->before->scenario)
        return fail(error, RUNG_BAD_ARGUMENT,
                    "what changes are worth is told of settings of one program");
    if (!scenario || !scenario->set_count)
        return fail(error, RUNG_BAD_ARGUMENT,
                    "no setting is changed whose worth could be told");
    attributing a = {.memory = &changes->memory, .of = changes, .scenario = scenario};
    arena whole = {0};
    a.base = changes->before->as_base
                 ? whole_result(changes->before)
                 : evaluate(&whole, changes->before->bound, changes->before->facts->read,
                            changes->before->jobs, true);
    attribution *out = arena_allocate(&changes->memory, sizeof *out);
    rung_status status = a.base && out ? attribute(&a, out, error) : out_of_memory(error);
    if (status == RUNG_OK) changes->attribution = out;
    arena_free(&whole);
    return status;
}
