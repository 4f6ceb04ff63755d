/* test_run.c - runs cases against the program as it is: what differs, and why. */
#include "api/testing.h"

#include "eval/evaluate.h"

#include <string.h>

enum { REASONS_INDENT = 3 }; /* below a failure, in steps */

const result *case_result(arena *memory, const ready_case *c, const plan *bound) {
    return evaluate(memory, bound, c->read, 1, true);
}

/* Errors that nobody expects. */
static bool errs_unexpectedly(const ready_case *c, const result *r, uint32_t partner) {
    return r->wrong[partner] && !c->errors_said[partner];
}

bool case_holds(const ready_case *c, const result *r, arena *scratch) {
    for (uint32_t p = 0; p < c->read->partner_count; p++)
        if (errs_unexpectedly(c, r, p)) return false;
    for (size_t i = 0; i < c->count; i++) {
        const ready_expectation *e = &c->expects[i];
        if (!wanted_holds(r, e->partner, &e->wanted, &e->text, scratch)) return false;
    }
    return true;
}

/* Puts a case's outcome together. */
typedef struct telling {
    rung_tests *tests;
    const ready_case *of;
    const result *found;
    arena *scratch;
    tested_case *out;
} telling;

/* Moves a buffer's text into the tests' memory. */
static const char *keep(telling *t, text_buffer *text) {
    const char *kept = arena_copy(&t->tests->memory, text->bytes ? text->bytes : "",
                                  text->bytes ? text->length : 0);
    if (text->failed) t->tests->memory.failed = true;
    text_free(text);
    return kept;
}

static const char *expected_text(telling *t, const ready_expectation *e) {
    text_buffer said = {0};
    if (e->text.value) return e->text.value;
    text_append_byte(&said, '[');
    for (size_t i = 0; i < e->text.count; i++)
        text_print(&said, "%s%s", i ? ", " : "", e->text.items[i]);
    text_append_byte(&said, ']');
    return keep(t, &said);
}

static bool add_failure(telling *t, test_failure failure) {
    tested_case *out = t->out;
    test_failure *moved = arena_grow(&t->tests->memory, out->failures, out->failure_count,
                                     &out->failure_room, sizeof *moved);
    if (!moved) return false;
    out->failures = moved;
    out->failures[out->failure_count++] = failure;
    return true;
}

static bool tell_difference(telling *t, const ready_expectation *e) {
    text_buffer actual = {0}, why = {0};
    explanation reasons;
    const result *r = t->found;
    wanted_print(r, e->partner, &e->wanted, &e->text, t->scratch, &actual);
    wanted_explain(r, e->partner, &e->wanted, &e->text, t->scratch, &reasons);
    report_reasons(&reasons, REASONS_INDENT, &why);
    test_failure failure = {.what = e->from->name,
                            .partner = e->from->partner,
                            .at = e->from->at,
                            .expected = expected_text(t, e)};
    failure.actual = keep(t, &actual);
    failure.why = keep(t, &why);
    return add_failure(t, failure);
}

static bool tell_errors(telling *t, uint32_t partner) {
    text_buffer said = {0};
    bool several = t->of->read->partner_count > 1;
    wanted_print_errors(t->found, partner, t->scratch, &said);
    return add_failure(
        t, (test_failure){.what = "errors",
                          .partner = several ? t->of->read->partner_ids[partner].bytes : NULL,
                          .at = t->of->from->at,
                          .expected = "none",
                          .actual = keep(t, &said),
                          .why = ""});
}

static bool tell(telling *t) {
    const ready_case *c = t->of;
    for (uint32_t p = 0; p < c->read->partner_count; p++)
        if (errs_unexpectedly(c, t->found, p) && !tell_errors(t, p)) return false;
    for (size_t i = 0; i < c->count; i++) {
        const ready_expectation *e = &c->expects[i];
        if (wanted_holds(t->found, e->partner, &e->wanted, &e->text, t->scratch)) continue;
        if (!tell_difference(t, e)) return false;
    }
    return true;
}

static bool run_case(rung_tests *t, ready_case *c, coverage *covered, arena *scratch) {
    tests_outcome *out = &t->outcome;
    const result *found = case_result(scratch, c, t->variants[c->variant].bound);
    if (!found) return false;
    c->outcome = out->count++;
    tested_case *told = &out->cases[c->outcome];
    *told = (tested_case){.name = c->from->name, .at = c->from->at};
    telling telling = {t, c, found, scratch, told};
    if (!tell(&telling)) return false;
    c->fails = told->failure_count > 0;
    out->failed += c->fails;
    if (covered) coverage_add(covered, found);
    return !scratch->failed;
}

bool cases_run(rung_tests *t, bool covers) {
    arena scratch = {0};
    coverage *covered = covers ? coverage_of(&t->memory, t->program->unbound) : NULL;
    if (covers && !covered) return false;
    t->outcome.program = t->program->unbound;
    t->outcome.coverage = covered;
    t->outcome.cases = arena_array(&t->memory, t->cases.count, sizeof *t->outcome.cases);
    bool fine = t->outcome.cases != NULL;
    for (size_t i = 0; fine && i < t->cases.count; i++) {
        if (t->ready[i].runs) fine = run_case(t, &t->ready[i], covered, &scratch);
        arena_reset(&scratch);
    }
    if (covered) coverage_in_order(covered, t->program->rules);
    arena_free(&scratch);
    return fine && !t->memory.failed;
}
