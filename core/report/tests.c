/* tests.c - what all reports of `rung test` share: see tests.h. */
#include "report/tests.h"

#include "report/tests_formats.h"

#include <stdio.h>
#include <string.h>

covered_part coverage_part(const coverage *c, coverage_kind kind) {
    covered_part found = {0, 0};
    for (size_t i = 0; i < c->count; i++) {
        if (kind != COVERAGE_KINDS && c->items[i].kind != kind) continue;
        found.all++;
        found.covered += c->items[i].covered;
    }
    return found;
}

void tests_percent(char out[TESTS_PERCENT], size_t part, size_t all) {
    size_t tenths = all ? part * 1000 / all : 1000;
    if (tenths % 10)
        snprintf(out, TESTS_PERCENT, "%u.%u", (unsigned)(tenths / 10), (unsigned)(tenths % 10));
    else
        snprintf(out, TESTS_PERCENT, "%u", (unsigned)(tenths / 10));
}

/* Compared exactly: 66.6 is less than two of three. */
static bool reaches(const tests_goal *g) {
    number least;
    if (!number_from_text(&least, g->least, strlen(g->least))) return false;
    return number_from_integer((int64_t)g->part * 100) >= least * (number)g->all;
}

bool tests_goal_at(const tests_outcome *t, size_t n, tests_goal *out) {
    covered_part covered = {0, 0};
    if (t->coverage) covered = coverage_part(t->coverage, COVERAGE_KINDS);
    const tests_goal goals[] = {
        {"coverage", t->least_covered, covered.covered, covered.all, false},
        {"mistakes noticed", t->least_noticed, t->mutants - t->survivor_count, t->mutants,
         false},
    };
    for (size_t i = 0; i < sizeof goals / sizeof *goals; i++) {
        if (!goals[i].least || n--) continue;
        *out = goals[i];
        out->is_reached = reaches(out);
        return true;
    }
    return false;
}

const char *coverage_word(coverage_kind kind) {
    static const char *const words[] = {"rules", "requirement lines", "bands", "levels"};
    return words[kind];
}

bool report_tests(const tests_outcome *t, tests_format format, bool color, report_sink *sink,
                  void *context) {
    writer out;
    writer_begin(&out, sink, context);
    switch (format) {
    case TESTS_TABLE:
        tests_table(t, color, &out);
        break;
    case TESTS_JSON:
        tests_json(t, &out);
        break;
    case TESTS_TAP:
        tests_tap(t, &out);
        break;
    case TESTS_JUNIT:
        tests_junit(t, &out);
        break;
    }
    return writer_end(&out);
}
