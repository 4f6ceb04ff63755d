/* sweep.c - every value of a range, one after the other, over one base. */
#include "api/failure.h"
#include "api/loaded_for.h"
#include "api/report_options.h"
#include "api/trying.h"
#include "report/sweep.h"

#include <pthread.h>
#include <string.h>

rung_status trying_begin(const rung_range *range, const rung_result *base, trial *out,
                         rung_error *error) {
    if (base->scenario != range->scenario || base->program != range->program)
        return fail(error, RUNG_BAD_ARGUMENT, "the base is not what the range varies");
    if (!base->as_base)
        return fail(error, RUNG_BAD_ARGUMENT, "the base was not evaluated as a base");
    rung_status served = facts_serve_range(base->facts, range, error);
    if (served != RUNG_OK) return served;
    const result *found = whole_result(base);
    if (!found) return out_of_memory(error);
    *out = (trial){.base = found, .rules = range->rules, .jobs = base->jobs};
    return RUNG_OK;
}

rung_status trying_failed(problem_list *problems, rung_error *error) {
    rung_status status = tell_problems(problems, NULL, NULL, error);
    return status == RUNG_OK ? out_of_memory(error) : status;
}

void trying_describe(const rung_range *range, const result *base, swept_path *paths,
                     sweep_head *out) {
    const rung_scenario *scenario = range->scenario;
    *out = (sweep_head){.base = base, .paths = paths, .path_count = range->count};
    for (size_t i = 0; i < range->count; i++) {
        measure counts = range->items[i].percent ? MEASURE_PERCENT : range->now[i].measure;
        if (range->foreign[i]) counts = MEASURE_NUMBER; /* money would be the program's */
        paths[i] = (swept_path){range->items[i].path, counts, range->items[i].dates};
    }
    if (!scenario) return;
    out->set = scenario->set;
    out->set_count = scenario->set_count;
    out->scenario = scenario->name;
}

typedef struct sweeping {
    const rung_range *range;
    trial trial;
    sweep_report *report;
    rung_error *error;
    outcomes **known; /* by thread; opened when it makes its first attempt */
    report_target to;
    size_t errors; /* partners who have them where most have */
} sweeping;

/* One value for each setting, and what it comes to. */
typedef struct attempt {
    int64_t at[2];
    char written[2][RANGE_TEXT];
    arena memory; /* of totals and problems */
    problem_list problems;
    const totals *totals; /* NULL: problems, or memory ran out */
} attempt;

enum { BATCH = 16 /* attempts between two rows that go out */ };

/* What an attempt takes is freed before the next; its totals are kept. */
static void make_attempt(const sweeping *s, outcomes **known, attempt *a) {
    edit edits[2];
    const rung_range *range = s->range;
    trial alone = s->trial; /* attempts run side by side, each in one thread */
    if (!*known) *known = outcomes_open(alone.base);
    if (!*known) a->memory.failed = true;
    alone.known = *known;
    alone.jobs = 1;
    a->problems = (problem_list){.memory = &a->memory};
    for (size_t i = 0; i < range->count; i++) {
        range_print(&range->items[i], a->at[i], a->written[i]);
        edits[i] = (edit){.path = range->items[i].path, .value = a->written[i]};
    }
    if (*known) a->totals = trial_totals(&alone, &a->memory, edits, range->count, &a->problems);
}

/* Every `stride`-th attempt of a batch, by one thread. */
typedef struct share {
    const sweeping *of;
    outcomes **known;
    attempt *first;
    size_t count, stride;
    pthread_t thread;
    bool started;
} share;

static void *make_share(void *context) {
    share *own = context;
    for (size_t i = 0; i < own->count; i += own->stride)
        make_attempt(own->of, own->known, &own->first[i]);
    return NULL;
}

static void make_batch(const sweeping *s, attempt *batch, size_t count) {
    share shares[BATCH] = {0};
    size_t threads = s->trial.jobs < (int)count ? (size_t)s->trial.jobs : count;
    for (size_t i = 0; i < threads; i++) {
        shares[i] = (share){.of = s,
                            .known = &s->known[i],
                            .first = batch + i,
                            .count = count - i,
                            .stride = threads};
        if (i > 0)
            shares[i].started =
                pthread_create(&shares[i].thread, NULL, make_share, &shares[i]) == 0;
    }
    make_share(&shares[0]);
    for (size_t i = 1; i < threads; i++) {
        if (shares[i].started)
            pthread_join(shares[i].thread, NULL);
        else
            make_share(&shares[i]);
    }
}

static rung_status write_attempt(sweeping *s, attempt *a) {
    sweep_row row = {.totals = a->totals};
    if (!a->totals) return trying_failed(&a->problems, s->error);
    if (a->totals->errors > s->errors) s->errors = a->totals->errors;
    for (size_t i = 0; i < s->range->count; i++) {
        row.written[i] = a->written[i];
        row.values[i] = range_value(&s->range->items[i], a->at[i]);
    }
    return report_written(sweep_report_row(s->report, &row), &s->to, s->error);
}

/* Values in their order; the first range varies slowest. */
static rung_status sweep_all(sweeping *s) {
    rung_status status = RUNG_OK;
    int64_t second = s->range->count == 2 ? s->range->items[1].count : 1;
    int64_t all = s->range->items[0].count * second;
    for (int64_t from = 0; from < all && status == RUNG_OK; from += BATCH) {
        attempt batch[BATCH] = {0};
        size_t count = all - from < BATCH ? (size_t)(all - from) : BATCH;
        for (size_t i = 0; i < count; i++) {
            batch[i].at[0] = (from + (int64_t)i) / second;
            batch[i].at[1] = (from + (int64_t)i) % second;
        }
        make_batch(s, batch, count);
        for (size_t i = 0; i < count; i++) {
            if (status == RUNG_OK) status = write_attempt(s, &batch[i]);
            arena_free(&batch[i].memory);
        }
    }
    return status;
}

rung_status rung_sweep(const rung_range *range, const rung_result *base,
                       const rung_report_options *options, rung_write *write, void *context,
                       rung_error *error) {
    arena memory = {0};
    sweep_head head;
    swept_path paths[SWEEP_PATHS];
    rung_report_options asked;
    report_options plain;
    outcomes *known[BATCH] = {0};
    sweeping s = {.range = range,
                  .error = error,
                  .known = known,
                  .to = {.write = write, .context = context}};
    rung_status status = read_report_options(options, USUAL_FORMATS, &asked, &plain, error);
    if (status == RUNG_OK) status = trying_begin(range, base, &s.trial, error);
    if (status != RUNG_OK) return status;
    trying_describe(range, s.trial.base, paths, &head);
    s.report = sweep_report_begin(&memory, &head, &plain, report_write, &s.to);
    status = s.report ? sweep_all(&s) : out_of_memory(error);
    if (status == RUNG_OK) status = report_written(sweep_report_end(s.report), &s.to, error);
    if (asked.error_count) *asked.error_count = s.errors;
    for (size_t i = 0; i < BATCH; i++)
        outcomes_free(known[i]);
    arena_free(&memory);
    return status;
}
