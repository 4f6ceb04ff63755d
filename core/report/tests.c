/* tests.c - what all reports of `rung test` share: see tests.h. */
#include "report/tests.h"

#include "report/tests_formats.h"

#include <stdio.h>

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
