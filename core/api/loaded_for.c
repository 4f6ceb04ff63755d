#include "api/loaded_for.h"

#include "api/failure.h"

#include <string.h>

static bool same_name(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool columns_alike(const column_request *a, const column_request *b) {
    return same_name(a->name, b->name) && same_name(a->sql_name, b->sql_name) &&
           a->kind == b->kind && a->minor_places == b->minor_places &&
           same_name(a->refers_to, b->refers_to) && same_name(a->minor_of, b->minor_of);
}

static bool sources_alike(const source_request *a, const source_request *b) {
    if (!same_name(a->name, b->name) || !same_name(a->from, b->from) ||
        !same_name(a->id, b->id) || !same_name(a->partner, b->partner) ||
        !same_name(a->currency, b->currency) || !same_name(a->money, b->money) ||
        !same_name(a->converted_on, b->converted_on))
        return false;
    if (a->count != b->count || a->happened_on != b->happened_on) return false;
    for (size_t c = 0; c < a->count; c++)
        if (!columns_alike(&a->columns[c], &b->columns[c])) return false;
    return true;
}

bool requests_alike(const request *a, const request *b) {
    for (size_t i = 0; i < a->count; i++)
        if (!sources_alike(&a->sources[i], &b->sources[i])) return false;
    return true;
}

/* --- rows ----------------------------------------------------------------------------------
 */

static bool same_use(const row_use *a, const row_use *b) {
    if (a->count != b->count || a->columns != b->columns) return false;
    for (size_t i = 0; i < a->count; i++) {
        const row_test *x = &a->tests[i], *y = &b->tests[i];
        if (x->kind != y->kind || x->column != y->column || x->from != y->from ||
            x->to != y->to || x->text_count != y->text_count)
            return false;
        for (size_t k = 0; k < x->text_count; k++)
            if (strcmp(x->texts[k], y->texts[k]) != 0) return false;
    }
    return true;
}

bool same_uses(const request *a, const request *b) {
    for (size_t i = 0; i < a->count; i++) {
        const source_request *x = &a->sources[i], *y = &b->sources[i];
        if (x->use_count != y->use_count) return false;
        for (size_t k = 0; k < x->use_count; k++)
            if (!same_use(&x->uses[k], &y->uses[k])) return false;
    }
    return true;
}

/* Whether nothing was left out while reading. */
static bool is_whole(const source_request *read) {
    return read->all_rows || !read->use_count;
}

static bool holds_use(const source_request *read, const row_use *use) {
    for (size_t i = 0; i < read->use_count; i++)
        if (same_use(&read->uses[i], use)) return true;
    return false;
}

static bool holds_rows(const source_request *read, const source_request *wanted) {
    if (wanted->sought && !read->sought) return false;
    if (is_whole(read)) return true;
    if (wanted->all_rows) return false;
    for (size_t i = 0; i < wanted->use_count; i++)
        if (!holds_use(read, &wanted->uses[i])) return false;
    return true;
}

/* --- what is refused -----------------------------------------------------------------------
 */

static rung_status refuse(rung_error *error, const char *hint) {
    if (error) copy_text(error->hint, sizeof error->hint, hint, strlen(hint));
    return RUNG_BAD_ARGUMENT;
}

static rung_status check_day(const rung_facts *f, const rung_scenario *s, rung_error *error) {
    if (!s->as_of || f->day_asked || strcmp(s->as_of, f->as_of_text) == 0) return RUNG_OK;
    fail(error, RUNG_BAD_ARGUMENT, "the scenario is for %s, these facts were loaded as of %s",
         s->as_of, f->as_of_text);
    return refuse(error, "give rung_facts_load the scenario, or its day as as_of");
}

static rung_status check_overrides(const rung_facts *f, const rung_scenario *s,
                                   rung_error *error) {
    for (size_t i = 0; i < s->overrides.count; i++) {
        const char *partner = s->overrides.items[i].partner;
        if (facts_partner_find(f->read, text_of(partner)) >= 0) continue;
        fail(error, RUNG_BAD_ARGUMENT,
             "the scenario sets metrics of '%.60s', and the data have no such partner",
             partner);
        return refuse(error, "rung_facts_load tells where, given the scenario in also");
    }
    return RUNG_OK;
}

rung_status facts_fit(const rung_facts *f, const rung_program *program, const rung_scenario *s,
                      rung_error *error) {
    if (f->program != program) {
        fail(error, RUNG_BAD_ARGUMENT, "these facts were loaded for another program");
        return refuse(error, "each program needs facts that rung_facts_load read for it");
    }
    if (!s) return RUNG_OK;
    if (s->program != program)
        return fail(error, RUNG_BAD_ARGUMENT, "the scenario was loaded for another program");
    if (s->row_count && f->rows != s->rows) {
        fail(error, RUNG_BAD_ARGUMENT,
             "the scenario changes rows, and these facts were loaded without it");
        return refuse(error, "give it to rung_facts_load as scenario");
    }
    rung_status status = check_day(f, s, error);
    return status == RUNG_OK ? check_overrides(f, s, error) : status;
}

static rung_status check_source(const source_request *read, const source_request *wanted,
                                const char *hint, rung_error *error) {
    if (!sources_alike(read, wanted)) {
        fail(error, RUNG_BAD_ARGUMENT,
             "the rows of '%s' are read otherwise than for these facts", wanted->name);
        return refuse(error, "give rung_facts_load the scenario as scenario, not in also");
    }
    for (size_t c = 0; c < wanted->count; c++) {
        const column_request *column = &wanted->columns[c], *own = &read->columns[c];
        if (!column->wanted || (own->wanted && (column->shown_only || !own->shown_only)))
            continue;
        fail(error, RUNG_BAD_ARGUMENT, "these facts were loaded without '%s.%s', which is read",
             wanted->name, column->name);
        return refuse(error, hint);
    }
    if (holds_rows(read, wanted)) return RUNG_OK;
    fail(error, RUNG_BAD_ARGUMENT, "these facts were loaded without rows of '%s' that are used",
         wanted->name);
    return refuse(error, hint);
}

rung_status facts_serve(const rung_facts *f, const request *wanted, const char *hint,
                        rung_error *error) {
    rung_status status = RUNG_OK;
    for (size_t i = 0; status == RUNG_OK && i < wanted->count; i++)
        status = check_source(&f->loaded->sources[i], &wanted->sources[i], hint, error);
    return status;
}

/* --- ranges --------------------------------------------------------------------------------
 */

static const plan *bind_end(arena *scratch, const rung_facts *f, const declarations *rules,
                            const rung_scenario *s, problem_list *problems) {
    return bind_plan_with(scratch, rules, &f->read->catalog, f->as_of, s ? &s->overrides : NULL,
                          problems);
}

/* Where both ends use the same rows, so do the values between them; else those may use any. */
static bool holds_between(const rung_facts *f, const request *first, const request *last) {
    if (same_uses(first, last)) return true;
    for (size_t i = 0; i < f->loaded->count; i++)
        if (!is_whole(&f->loaded->sources[i])) return false;
    return true;
}

rung_status facts_serve_range(const rung_facts *f, const rung_range *range, rung_error *error) {
    static const char hint[] = "give it to rung_facts_load as range";
    arena scratch = {0};
    problem_list problems = {.memory = &scratch};
    const plan *first = bind_end(&scratch, f, range->first, range->scenario, &problems),
               *last = bind_end(&scratch, f, range->last, range->scenario, &problems);
    rung_status status = RUNG_OK;
    if (scratch.failed) status = out_of_memory(error);
    if (first && status == RUNG_OK) status = facts_serve(f, &first->request, hint, error);
    if (last && status == RUNG_OK) status = facts_serve(f, &last->request, hint, error);
    if (first && last && status == RUNG_OK &&
        !holds_between(f, &first->request, &last->request)) {
        fail(error, RUNG_BAD_ARGUMENT, "these facts were loaded without rows that are tried");
        status = refuse(error, hint);
    }
    arena_free(&scratch);
    return status;
}
