/* tests_tap.c - the Test Anything Protocol, version 13: a line a case, failures below it. */
#include "report/tests_formats.h"

#include <string.h>

/* '#' and '\' mean something in a description; a line end would end it. */
static void say_name(writer *out, const char *name) {
    for (; *name; name++) {
        if (*name == '#' || *name == '\\') writer_byte(out, '\\');
        writer_byte(out, (unsigned char)*name < ' ' ? ' ' : *name);
    }
}

static void say_field(writer *out, const char *key, const char *value) {
    writer_string(out, "    ");
    writer_string(out, key);
    writer_string(out, ": ");
    writer_json_text(out, text_of(value)); /* is YAML, too */
    writer_byte(out, '\n');
}

static void say_why(writer *out, const char *why) {
    if (!*why) return;
    writer_string(out, "    why: |\n");
    while (*why) {
        size_t length = strcspn(why, "\n");
        writer_string(out, "    ");
        writer_put(out, why, length);
        writer_byte(out, '\n');
        why += length + (why[length] == '\n');
    }
}

static void say_failure(writer *out, const test_failure *f) {
    writer_string(out, "  - line: ");
    writer_integer(out, f->at.line);
    writer_byte(out, '\n');
    if (f->partner) say_field(out, "partner", f->partner);
    say_field(out, "name", f->what);
    say_field(out, "expected", f->expected);
    say_field(out, "actual", f->actual);
    say_why(out, f->why);
}

static void say_case(writer *out, const tested_case *c, size_t number) {
    writer_string(out, c->failure_count ? "not ok " : "ok ");
    writer_integer(out, (int64_t)number);
    writer_string(out, " - ");
    say_name(out, c->name);
    writer_string(out, " (");
    say_name(out, c->at.file->name);
    writer_byte(out, ':');
    writer_integer(out, c->at.line);
    writer_string(out, ")\n");
    if (!c->failure_count) return;
    writer_string(out, "  ---\n");
    for (size_t i = 0; i < c->failure_count; i++)
        say_failure(out, &c->failures[i]);
    writer_string(out, "  ...\n");
}

static void say_share(writer *out, const char *what, size_t part, size_t all) {
    char percent[TESTS_PERCENT];
    tests_percent(percent, part, all);
    writer_string(out, "# ");
    writer_string(out, what);
    writer_byte(out, ' ');
    writer_string(out, percent);
    writer_string(out, "%\n");
}

/* A share that was asked for is a test of its own. */
static void say_goal(writer *out, const tests_goal *g, size_t number) {
    char percent[TESTS_PERCENT];
    tests_percent(percent, g->part, g->all);
    writer_string(out, g->is_reached ? "ok " : "not ok ");
    writer_integer(out, (int64_t)number);
    writer_string(out, " - ");
    writer_string(out, g->what);
    writer_string(out, ": at least ");
    writer_string(out, g->least);
    writer_string(out, "%\n");
    if (g->is_reached) return;
    writer_string(out, "  ---\n  - expected: \"");
    writer_string(out, g->least);
    writer_string(out, "%\"\n    actual: \"");
    writer_string(out, percent);
    writer_string(out, "%\"\n  ...\n");
}

void tests_tap(const tests_outcome *t, writer *out) {
    tests_goal goal;
    size_t goals = 0;
    while (tests_goal_at(t, goals, &goal))
        goals++;
    writer_string(out, "TAP version 13\n1..");
    writer_integer(out, (int64_t)(t->count + goals));
    writer_byte(out, '\n');
    for (size_t i = 0; i < t->count; i++)
        say_case(out, &t->cases[i], i + 1);
    for (size_t n = 0; tests_goal_at(t, n, &goal); n++)
        say_goal(out, &goal, t->count + n + 1);
    if (t->coverage) {
        covered_part all = coverage_part(t->coverage, COVERAGE_KINDS);
        say_share(out, "coverage", all.covered, all.all);
    }
    if (t->mutated)
        say_share(out, "mistakes noticed", t->mutants - t->survivor_count, t->mutants);
}
