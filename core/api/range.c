/* range.c - values that settings go through, as a noun of the public interface. */
#include "api/failure.h"
#include "api/given.h"
#include "api/nouns.h"
#include "base/memory.h"
#include "bind/edited.h"
#include "report/setting_row.h"

#include <string.h>

enum { MOST_EVALUATIONS = 10000 };

typedef struct loading {
    rung_range *made;
    const rung_range_options *options;
    problem_list *problems;
    const plan *bound; /* the rules, without a database */
} loading;

static const place NOWHERE = {0};

static bool find_now(loading *l, const char *path, size_t i) {
    setting_path *paths;
    size_t count;
    if (!paths_of(&l->made->memory, l->made->rules, &paths, &count)) return false;
    const setting_path *found = path_find(paths, count, path, NOWHERE, l->problems);
    if (found) l->made->now[i] = setting_value(l->bound, found);
    if (found) l->made->foreign[i] = setting_is_foreign(l->bound, found);
    return found != NULL;
}

/* What a setting is searched by where nothing says so: the minor unit, a hundredth of a
 * percent, one; a hundredth where a plain number has decimals. */
static number usual_step(const loading *l, const value *now) {
    if (now->measure == MEASURE_PERCENT) return NUMBER_ONE / 10000;
    if (now->measure == MEASURE_NUMBER && !number_is_whole(now->number))
        return NUMBER_ONE / 100;
    number step = NUMBER_ONE;
    for (int i = 0; now->measure == MEASURE_MONEY && i < l->bound->currency_places; i++)
        step /= 10;
    return step;
}

static const char *usual_unit(const loading *l, const value *now) {
    if (now->measure == MEASURE_DAYS) return "days";
    return now->measure == MEASURE_MONEY ? l->bound->currency : NULL;
}

static bool read_item(loading *l, size_t i) {
    rung_range *made = l->made;
    const char *text = arena_string(&made->memory, l->options->vary[i]);
    if (!text) return false;
    const char *equals = range_equals(text);
    size_t length = equals ? (size_t)(equals - text) : strlen(text);
    const char *path = arena_copy(&made->memory, text, length);
    if (!path || !find_now(l, path, i)) return false;
    number step = usual_step(l, &made->now[i]);
    range_usual usual = {.may_lack = l->options->so_that != NULL,
                         .unit = usual_unit(l, &made->now[i])};
    if (usual.may_lack) usual.step = &step;
    return range_read(&made->memory, text, made->rules, &usual, &made->items[i], l->problems);
}

static bool check_size(loading *l) {
    const rung_range *made = l->made;
    int64_t all = made->items[0].count;
    if (made->so_that) return true;
    if (made->count == 2) {
        if (strcmp(made->items[0].whole, made->items[1].whole) == 0)
            return problem_add(l->problems, NOWHERE, "vary another setting",
                               "'%s' is varied twice", made->items[0].whole);
        bool many =
            made->items[0].count > MOST_EVALUATIONS || made->items[1].count > MOST_EVALUATIONS;
        all = many ? INT64_MAX : all * made->items[1].count;
    }
    if (all <= MOST_EVALUATIONS) return true;
    return problem_add(l->problems, NOWHERE, "take a larger step",
                       "these are more than 10,000 values, which is the most that are tried");
}

/* The rules with all first or all last values: whatever the program says against a value, it
 * says against one of these. */
static const declarations *rules_at(loading *l, bool last) {
    rung_range *made = l->made;
    edit edits[2];
    char room[2][RANGE_TEXT];
    for (size_t i = 0; i < made->count; i++) {
        range_print(&made->items[i], last ? made->items[i].count - 1 : 0, room[i]);
        edits[i] =
            (edit){.path = made->items[i].path, .value = arena_string(&made->memory, room[i])};
        if (!edits[i].value) return NULL;
    }
    edited rules = {.before = made->rules, .edits = edits, .count = made->count};
    rules.after = edit_apply(&made->memory, made->rules, edits, made->count, l->problems);
    bool bound =
        rules.after && bind_edited(&made->memory, &rules, l->bound->as_of, l->problems);
    return bound ? rules.after : NULL;
}

static bool load(loading *l) {
    rung_range *made = l->made;
    const rung_range_options *o = l->options;
    l->bound = made->program->unbound;
    if (made->scenario)
        l->bound = bind_plan(&made->memory, made->rules, NULL, l->bound->as_of, l->problems);
    if (!l->bound) return false;
    made->count = o->vary_count;
    if (o->so_that) {
        made->so_that = arena_string(&made->memory, o->so_that);
        if (!made->so_that ||
            !target_read(&made->memory, made->so_that, l->bound, &made->target, l->problems))
            return false;
    }
    for (size_t i = 0; i < made->count; i++)
        if (!read_item(l, i)) return false;
    return check_size(l) && (made->first = rules_at(l, false)) &&
           (made->last = rules_at(l, true));
}

static rung_status check_options(const rung_program *program, const rung_range_options *o,
                                 rung_error *error) {
    size_t most = o->so_that ? 1 : 2;
    if (o->scenario && o->scenario->program != program)
        return fail(error, RUNG_BAD_ARGUMENT, "the scenario was loaded for another program");
    if (o->vary_count >= 1 && o->vary_count <= most) return RUNG_OK;
    return fail(error, RUNG_BAD_ARGUMENT,
                o->so_that ? "one setting is varied to seek"
                           : "one or two settings can be varied");
}

rung_status rung_range_load(rung_range **out, const rung_program *program,
                            const rung_range_options *options, rung_error *error) {
    rung_range_options asked;
    *out = NULL;
    rung_status status = take_options(&asked, sizeof asked, options, error);
    if (status == RUNG_OK) status = check_options(program, &asked, error);
    if (status != RUNG_OK) return status;
    rung_range *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->program = program;
    made->scenario = asked.scenario;
    made->rules = asked.scenario ? asked.scenario->rules : program->rules;
    problem_list problems = {.memory = &made->memory};
    loading l = {.made = made, .options = &asked, .problems = &problems};
    if (load(&l) && !made->memory.failed) {
        *out = made;
        return RUNG_OK;
    }
    status = tell_problems(&problems, asked.on_problem, asked.context, error);
    if (status == RUNG_OK) status = out_of_memory(error);
    rung_range_free(made);
    return status;
}

void rung_range_free(rung_range *range) {
    if (!range) return;
    arena_free(&range->memory);
    memory_free(range);
}
