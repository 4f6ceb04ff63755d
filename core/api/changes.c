/* changes.c - comparisons as a noun of the public interface. */
#include "api/failure.h"
#include "api/nouns.h"
#include "api/report_options.h"
#include "base/memory.h"
#include "base/nearest.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* The candidate's result over the partners that may differ, when it was evaluated against the
 * very baseline, and they are all that may. */
static const result *part_of(const rung_result *before, const rung_result *after,
                             bool *nobody) {
    *nobody = false;
    if (after->base != before || !after->part || after->part->scores_differ) return NULL;
    *nobody = after->part->count == 0 && after->program == before->program;
    return after->part->found;
}

rung_status rung_compare(rung_changes **out, const rung_result *before,
                         const rung_result *after, rung_error *error) {
    const plan *paid = before->bound, *pays = after->bound;
    *out = NULL;
    if (strcmp(paid->currency, pays->currency) != 0)
        return fail(error, RUNG_BAD_RULES,
                    "amounts in %s and in %s cannot be compared: both programs must have the "
                    "same currency",
                    paid->currency, pays->currency);
    rung_changes *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->before = before;
    made->after = after;
    bool nobody;
    const result *baseline = whole_result(before), *part = part_of(before, after, &nobody);
    /* Where nobody is concerned the baseline stands for both sides. */
    const result *candidate = nobody ? baseline : part ? part : whole_result(after);
    if (baseline && candidate)
        made->found = compare_results(&made->memory, baseline, candidate);
    if (made->found && check_guards(&made->memory, made->found, after->bound, &made->guards,
                                    &made->guard_count)) {
        *out = made;
        return RUNG_OK;
    }
    rung_changes_free(made);
    return out_of_memory(error);
}

void rung_changes_free(rung_changes *changes) {
    if (!changes) return;
    arena_free(&changes->memory);
    memory_free(changes);
}

size_t rung_changes_count(const rung_changes *changes) {
    return changes->found->partner_count;
}

size_t rung_changes_error_count(const rung_changes *changes) {
    return changes->found->errors;
}

size_t rung_changes_broken(const rung_changes *changes) {
    return count_broken_guards(changes->guards, changes->guard_count);
}

changes_head changed_head(const rung_result *r) {
    const rung_scenario *scenario = r->scenario;
    changes_head head = {.plan = r->bound, .facts = r->facts->read};
    if (!scenario) return head;
    head.set = scenario->set;
    head.set_count = scenario->set_count;
    head.scenario = scenario->name;
    head.why = scenario->why;
    return head;
}

/* Only pages hold reasons; these need everything that the candidate is made of. */
static changes_head head_of(const rung_changes *c, report_format format) {
    changes_head head = changed_head(c->after);
    head.against = c->before->program != c->after->program;
    head.guards = c->guards;
    head.guard_count = c->guard_count;
    head.attribution = c->attribution;
    if (format == REPORT_HTML) head.whole = whole_result(c->after);
    return head;
}

/* Reasons compute what results did not keep; results are locked in the order of their
 * addresses. */
static void lock_both(const rung_changes *c) {
    rung_result *first = (rung_result *)c->before, *second = (rung_result *)c->after;
    if ((uintptr_t)first > (uintptr_t)second) {
        first = second;
        second = (rung_result *)c->before;
    }
    pthread_mutex_lock(&first->lock);
    if (first != second) pthread_mutex_lock(&second->lock);
}

static void unlock_both(const rung_changes *c) {
    pthread_mutex_unlock(&((rung_result *)c->before)->lock);
    if (c->before != c->after) pthread_mutex_unlock(&((rung_result *)c->after)->lock);
}

/* Rules and ladders that are asked for by name must be there. */
static rung_status check_rules(const changes *c, const rung_report_options *asked,
                               rung_error *error) {
    for (size_t i = 0; i < asked->rule_count; i++) {
        const char *wanted = asked->rules[i];
        nearest guess = nearest_to(wanted);
        bool known = false;
        for (size_t k = 0; k < c->rule_count; k++) {
            known |= strcmp(c->rules[k].name, wanted) == 0;
            nearest_offer(&guess, c->rules[k].name);
        }
        for (size_t k = 0; k < c->ladder_count; k++) {
            known |= strcmp(c->ladders[k].name, wanted) == 0;
            nearest_offer(&guess, c->ladders[k].name);
        }
        for (size_t k = 0; k < c->thing_count; k++) {
            known |= strcmp(c->things[k].name, wanted) == 0;
            nearest_offer(&guess, c->things[k].name);
        }
        if (known) continue;
        fail(error, RUNG_BAD_ARGUMENT, "there is no rule or ladder '%s'", wanted);
        if (error && guess.best)
            snprintf(error->hint, sizeof error->hint, "did you mean '%s'?", guess.best);
        return RUNG_BAD_ARGUMENT;
    }
    return RUNG_OK;
}

static rung_status write_page(const rung_changes *changes, const report_options *plain,
                              const changes_head *head, report_target *to, rung_error *error) {
    text_buffer said = {0};
    lock_both(changes);
    bool fine = report_changes(changes->found, plain, head, gather_text, &said);
    unlock_both(changes);
    return report_gathered(fine, &said, to, error);
}

rung_status rung_report_changes(const rung_changes *changes, const rung_report_options *options,
                                rung_write *write, void *context, rung_error *error) {
    arena scratch = {0};
    rung_report_options asked;
    report_options plain;
    report_target to = {.write = write, .context = context};
    rung_status status = read_report_options(options, USUAL_FORMATS, &asked, &plain, error);
    changes_head head = head_of(changes, plain.format);
    if (status == RUNG_OK) status = check_rules(changes->found, &asked, error);
    if (status == RUNG_OK)
        status =
            find_report_partners(changes->before->facts->read, &asked, &scratch, &plain, error);
    if (status == RUNG_OK && plain.format == REPORT_HTML)
        status = write_page(changes, &plain, &head, &to, error);
    else if (status == RUNG_OK)
        status = report_written(
            report_changes(changes->found, &plain, &head, report_write, &to), &to, error);
    arena_free(&scratch);
    return status;
}

/* Requirements are computed for either side: nobody else may while they are. */
static bool export_locked(const rung_changes *changes, const report_options *plain,
                          const char *path, problem_list *problems) {
    changes_head head = head_of(changes, REPORT_HTML);
    if (!head.whole) return false;
    lock_both(changes);
    bool fine = export_changes(changes->found, plain, &head, path, problems);
    unlock_both(changes);
    return fine;
}

rung_status rung_export_changes(const rung_changes *changes, const rung_report_options *options,
                                const char *path, rung_error *error) {
    arena scratch = {0};
    problem_list problems = {.memory = &scratch};
    rung_report_options asked;
    report_options plain;
    rung_status status = read_report_options(options, USUAL_FORMATS, &asked, &plain, error);
    if (status == RUNG_OK)
        status =
            find_report_partners(changes->before->facts->read, &asked, &scratch, &plain, error);
    if (status == RUNG_OK)
        status =
            report_exported(export_locked(changes, &plain, path, &problems), &problems, error);
    arena_free(&scratch);
    return status;
}
