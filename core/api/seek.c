/* seek.c - the values of a setting that meet a target. */
#include "compare/seek.h"

#include "api/failure.h"
#include "api/nouns.h"
#include "api/report_options.h"
#include "api/trying.h"
#include "report/seek.h"

rung_status rung_seek(const rung_range *range, const rung_result *base,
                      const rung_report_options *options, rung_write *write, void *context,
                      rung_error *error) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    rung_report_options asked;
    report_options plain;
    trial trial;
    sweep_head about;
    report_target to = {.write = write, .context = context};
    swept_path paths[SWEEP_PATHS];
    if (!range->so_that) return fail(error, RUNG_BAD_ARGUMENT, "the range seeks nothing");
    rung_status status = read_report_options(options, USUAL_FORMATS, &asked, &plain, error);
    if (status == RUNG_OK) status = trying_begin(range, base, &trial, error);
    if (status != RUNG_OK) return status;
    trying_describe(range, trial.base, paths, &about);
    seek_head head = {&about, &range->items[0], &range->target, range->so_that};
    const sought *found = NULL;
    trial.known = outcomes_open(trial.base);
    if (trial.known) found = seek(&memory, &trial, &range->items[0], &range->target, &problems);
    outcomes_free(trial.known);
    status = found ? report_written(report_sought(found, &head, &plain, report_write, &to), &to,
                                    error)
                   : trying_failed(&problems, error);
    if (found && asked.error_count) *asked.error_count = found->worst->totals->errors;
    arena_free(&memory);
    return status;
}
