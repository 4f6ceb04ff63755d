/* sweep.c - every value of a range, one after the other, over one base. */
#include "api/failure.h"
#include "api/nouns.h"
#include "api/report_options.h"
#include "api/trying.h"
#include "report/sweep.h"

#include <string.h>

rung_status trying_begin(const rung_range *range, const rung_result *base, trial *out,
                         rung_error *error) {
    if (base->scenario != range->scenario || base->program != range->program)
        return fail(error, RUNG_BAD_ARGUMENT, "the base is not what the range varies");
    if (!base->as_base)
        return fail(error, RUNG_BAD_ARGUMENT, "the base was not evaluated as a base");
    const result *found = whole_result(base);
    if (!found) return out_of_memory(error);
    *out = (trial){found, range->rules, base->jobs};
    return RUNG_OK;
}

rung_status trying_failed(problem_list *problems, rung_error *error) {
    rung_status status = tell_problems(problems, NULL, NULL, error);
    return status == RUNG_OK ? out_of_memory(error) : status;
}

typedef struct sweeping {
    const rung_range *range;
    trial trial;
    sweep_report *report;
    rung_error *error;
} sweeping;

/* One value for each setting; what it takes is freed before the next. */
static rung_status sweep_one(sweeping *s, const int64_t at[2]) {
    arena scratch = {0};
    problem_list problems = {.memory = &scratch};
    edit edits[2];
    char written[2][RANGE_TEXT];
    sweep_row row = {0};
    const rung_range *range = s->range;
    for (size_t i = 0; i < range->count; i++) {
        range_print(&range->items[i], at[i], written[i]);
        edits[i] = (edit){range->items[i].path, written[i], {0}};
        row.written[i] = written[i];
        row.values[i] = range_value(&range->items[i], at[i]);
    }
    row.totals = trial_totals(&s->trial, &scratch, edits, range->count, &problems);
    rung_status status = RUNG_OK;
    if (!row.totals)
        status = trying_failed(&problems, s->error);
    else
        status = report_written(sweep_report_row(s->report, &row), s->error);
    arena_free(&scratch);
    return status;
}

static rung_status sweep_all(sweeping *s) {
    rung_status status = RUNG_OK;
    int64_t at[2], second = s->range->count == 2 ? s->range->items[1].count : 1;
    for (at[0] = 0; at[0] < s->range->items[0].count; at[0]++)
        for (at[1] = 0; at[1] < second && status == RUNG_OK; at[1]++)
            status = sweep_one(s, at);
    return status;
}

static void describe(const rung_range *range, const result *base, swept_path *paths,
                     sweep_head *out) {
    const rung_scenario *scenario = range->scenario;
    *out = (sweep_head){.base = base, .paths = paths, .path_count = range->count};
    for (size_t i = 0; i < range->count; i++)
        paths[i] =
            (swept_path){range->items[i].path,
                         range->items[i].percent ? MEASURE_PERCENT : range->now[i].measure,
                         range->items[i].dates};
    if (!scenario) return;
    out->set = scenario->set;
    out->set_count = scenario->set_count;
    out->scenario = scenario->name;
}

rung_status rung_sweep(const rung_range *range, const rung_result *base,
                       const rung_report_options *options, rung_write *write, void *context,
                       rung_error *error) {
    arena memory = {0};
    sweep_head head;
    swept_path paths[SWEEP_PATHS];
    report_options plain;
    sweeping s = {.range = range, .error = error};
    rung_status status = read_report_options(options, &plain, error);
    if (status == RUNG_OK) status = trying_begin(range, base, &s.trial, error);
    if (status != RUNG_OK) return status;
    describe(range, s.trial.base, paths, &head);
    s.report = sweep_report_begin(&memory, &head, &plain, write, context);
    status = s.report ? sweep_all(&s) : out_of_memory(error);
    if (status == RUNG_OK) status = report_written(sweep_report_end(s.report), error);
    arena_free(&memory);
    return status;
}
