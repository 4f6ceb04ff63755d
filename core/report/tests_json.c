/* tests_json.c - `rung.tests/1`: cases, totals, coverage, mistakes that nothing noticed. */
#include "report/partner_json.h"
#include "report/tests_formats.h"

static void write_place(json *j, place at) {
    json_string(j, "file", at.file ? at.file->name : NULL);
    json_integer(j, "line", at.line);
}

static void write_failure(json *j, const test_failure *f) {
    json_object(j, NULL);
    json_integer(j, "line", f->at.line);
    json_string(j, "partner", f->partner);
    json_string(j, "name", f->what);
    json_string(j, "expected", f->expected);
    json_string(j, "actual", f->actual);
    json_string(j, "why", f->why);
    json_end_object(j);
}

static void write_case(json *j, const tested_case *c) {
    json_line(j);
    json_object(j, NULL);
    write_place(j, c->at);
    json_string(j, "name", c->name);
    json_boolean(j, "passed", c->failure_count == 0);
    json_array(j, "failures");
    for (size_t i = 0; i < c->failure_count; i++)
        write_failure(j, &c->failures[i]);
    json_end_array(j);
    json_end_object(j);
}

static void write_part(json *j, const char *key, covered_part part) {
    json_object(j, key);
    json_integer(j, "covered", (int64_t)part.covered);
    json_integer(j, "all", (int64_t)part.all);
    json_end_object(j);
}

static void write_coverage(json *j, const coverage *c) {
    static const char *const keys[] = {"rules", "requirements", "bands", "levels"};
    char percent[TESTS_PERCENT];
    covered_part all = coverage_part(c, COVERAGE_KINDS);
    tests_percent(percent, all.covered, all.all);
    json_line(j);
    json_object(j, "coverage");
    json_string(j, "percent", percent);
    json_integer(j, "covered", (int64_t)all.covered);
    json_integer(j, "all", (int64_t)all.all);
    for (int kind = 0; kind < COVERAGE_KINDS; kind++)
        write_part(j, keys[kind], coverage_part(c, (coverage_kind)kind));
    json_array(j, "missing");
    for (size_t i = 0; i < c->count; i++) {
        if (c->items[i].covered) continue;
        json_line(j);
        json_object(j, NULL);
        write_place(j, c->items[i].at);
        json_string(j, "name", c->items[i].name);
        json_string(j, "lacks", c->items[i].lacks);
        json_end_object(j);
    }
    json_end_array(j);
    json_end_object(j);
}

static void write_mutants(json *j, const tests_outcome *t) {
    char percent[TESTS_PERCENT];
    size_t noticed = t->mutants - t->survivor_count;
    tests_percent(percent, noticed, t->mutants);
    json_line(j);
    json_object(j, "mutants");
    json_string(j, "percent", percent);
    json_integer(j, "noticed", (int64_t)noticed);
    json_integer(j, "all", (int64_t)t->mutants);
    json_integer(j, "left_out", (int64_t)t->left_out);
    json_array(j, "unnoticed");
    for (size_t i = 0; i < t->survivor_count; i++) {
        const survivor *s = &t->survivors[i];
        json_line(j);
        json_object(j, NULL);
        write_place(j, s->at);
        json_string(j, "path", s->path);
        json_string(j, "from", s->from);
        json_string(j, "to", s->to);
        json_end_object(j);
    }
    json_end_array(j);
    json_end_object(j);
}

static void write_goals(json *j, const tests_outcome *t) {
    tests_goal goal;
    if (!tests_goal_at(t, 0, &goal)) return;
    json_line(j);
    json_array(j, "goals");
    for (size_t n = 0; tests_goal_at(t, n, &goal); n++) {
        char percent[TESTS_PERCENT];
        tests_percent(percent, goal.part, goal.all);
        json_object(j, NULL);
        json_string(j, "name", goal.what);
        json_string(j, "least", goal.least);
        json_string(j, "percent", percent);
        json_boolean(j, "reached", goal.is_reached);
        json_end_object(j);
    }
    json_end_array(j);
}

void tests_json(const tests_outcome *t, writer *out) {
    json j = {.out = out};
    json_object(&j, NULL);
    json_string(&j, "format", "rung.tests/1");
    json_line(&j);
    json_program(&j, t->program);
    json_line(&j);
    json_array(&j, "cases");
    for (size_t i = 0; i < t->count; i++)
        write_case(&j, &t->cases[i]);
    json_end_array(&j);
    json_line(&j);
    json_object(&j, "totals");
    json_integer(&j, "cases", (int64_t)t->count);
    json_integer(&j, "passed", (int64_t)(t->count - t->failed));
    json_integer(&j, "failed", (int64_t)t->failed);
    json_end_object(&j);
    if (t->coverage) write_coverage(&j, t->coverage);
    if (t->mutated) write_mutants(&j, t);
    write_goals(&j, t);
    json_end_object(&j);
    writer_byte(out, '\n');
}
