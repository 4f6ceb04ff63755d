/* result.c - evaluations as a noun of the public interface. */
#include "api/failure.h"
#include "api/given.h"
#include "api/loaded_for.h"
#include "base/memory.h"
#include "eval/evaluate.h"

#include <string.h>

/* Whether an evaluation against the base can take over anything: the same facts, the same day.
 */
static bool can_lend(const rung_result *base, const rung_result *made) {
    return base && base->facts == made->facts && base->found && base->as_base;
}

/* Facts that do not serve hold what another scenario uses. */
static const char *how_to_load(const rung_result *made) {
    return made->scenario
               ? "name the scenario in also (rung_facts_options) when facts are loaded"
               : "load facts without a scenario, and name scenarios in also "
                 "(rung_facts_options)";
}

static rung_status evaluate_into(rung_result *made, const rung_result *base,
                                 rung_error *error) {
    const facts *f = made->facts->read;
    rung_status fits = facts_fit(made->facts, made->program, made->scenario, error);
    if (fits != RUNG_OK) return fits;
    problem_list problems = {.memory = &made->memory};
    const metric_overrides *overrides = made->scenario ? &made->scenario->overrides : NULL;
    made->rules = made->scenario ? made->scenario->rules : made->program->rules;
    made->bound = bind_plan_with(&made->memory, made->rules, &f->catalog, made->facts->as_of,
                                 overrides, &problems);
    if (!made->bound) {
        rung_status status = tell_problems(&problems, NULL, NULL, error);
        return status == RUNG_OK ? out_of_memory(error) : status;
    }
    rung_status served =
        facts_serve(made->facts, &made->bound->request, how_to_load(made), error);
    if (served != RUNG_OK) return served;
    if (can_lend(base, made)) {
        made->base = base;
        made->part = evaluate_against(&made->memory, made->bound, base->found, made->jobs);
        return made->part ? RUNG_OK : out_of_memory(error);
    }
    made->found = evaluate(&made->memory, made->bound, f, made->jobs, made->as_base);
    return made->found ? RUNG_OK : out_of_memory(error);
}

rung_status rung_evaluate(rung_result **out, const rung_program *program,
                          const rung_facts *facts, const rung_evaluate_options *options,
                          rung_error *error) {
    rung_evaluate_options asked;
    *out = NULL;
    rung_status status = take_options(&asked, sizeof asked, options, error);
    if (status != RUNG_OK) return status;
    rung_result *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->program = program;
    made->facts = facts;
    made->scenario = asked.scenario;
    made->jobs = asked.jobs > 1 ? asked.jobs : 1;
    made->as_base = asked.as_base;
    pthread_mutex_init(&made->lock, NULL);
    status = evaluate_into(made, asked.base, error);
    if (status == RUNG_OK)
        *out = made;
    else
        rung_result_free(made);
    return status;
}

void rung_result_free(rung_result *result) {
    if (!result) return;
    pthread_mutex_destroy(&result->lock);
    arena_free(&result->memory);
    memory_free(result);
}

const result *whole_result(const rung_result *r) {
    rung_result *own = (rung_result *)r; /* completed once, under its lock */
    pthread_mutex_lock(&own->lock);
    if (!own->found)
        own->found = evaluate(&own->memory, own->bound, own->facts->read, own->jobs, false);
    pthread_mutex_unlock(&own->lock);
    return own->found;
}

size_t rung_result_partner_count(const rung_result *result) {
    return result->facts->read->partner_count;
}

const char *rung_result_partner(const rung_result *result, size_t n) {
    const facts *f = result->facts->read;
    return n < f->partner_count ? f->partner_ids[n].bytes : NULL;
}

size_t rung_result_error_count(const rung_result *result) {
    const struct result *whole = whole_result(result);
    return whole ? whole->totals.errors : 0;
}

rung_status rung_result_value(const rung_result *result, const char *partner, const char *name,
                              char *out, size_t out_size, rung_error *error) {
    text_buffer shown = {0};
    int64_t number_of =
        partner ? facts_partner_find(result->facts->read, text_of(partner)) : -1;
    if (partner && number_of < 0)
        return fail(error, RUNG_BAD_ARGUMENT, "the data have no partner '%s'", partner);
    const struct result *whole = whole_result(result);
    if (!whole) return out_of_memory(error);
    bool known = report_value(whole, number_of, name, &shown);
    rung_status status = RUNG_OK;
    if (shown.failed)
        status = out_of_memory(error);
    else if (!known)
        status = fail(error, RUNG_BAD_ARGUMENT, "there is no value called '%s'", name);
    else if (shown.length >= out_size)
        status = fail(error, RUNG_BAD_ARGUMENT, "%zu bytes are needed", shown.length + 1);
    else
        copy_text(out, out_size, shown.bytes ? shown.bytes : "", shown.length);
    text_free(&shown);
    return status;
}
