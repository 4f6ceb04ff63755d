/* tests_junit.c - the XML that build servers read: a suite a file, a testcase a case. */
#include "report/tests_formats.h"

/* XML has no word for control characters: they are left out. */
static void say_so(writer *out, const char *words, bool in_attribute) {
    for (; *words; words++) {
        if (in_attribute && *words == '\n')
            writer_string(out, "&#10;");
        else if (*words == '&')
            writer_string(out, "&amp;");
        else if (*words == '<')
            writer_string(out, "&lt;");
        else if (*words == '>')
            writer_string(out, "&gt;");
        else if (*words == '"')
            writer_string(out, "&quot;");
        else if ((unsigned char)*words >= ' ' || *words == '\n' || *words == '\t')
            writer_byte(out, *words);
    }
}

static void say(writer *out, const char *words) {
    say_so(out, words, false);
}

static void attribute(writer *out, const char *name, const char *value) {
    writer_byte(out, ' ');
    writer_string(out, name);
    writer_string(out, "=\"");
    say_so(out, value, true);
    writer_byte(out, '"');
}

static void count(writer *out, const char *name, size_t value) {
    writer_byte(out, ' ');
    writer_string(out, name);
    writer_string(out, "=\"");
    writer_integer(out, (int64_t)value);
    writer_byte(out, '"');
}

static void say_difference(writer *out, const test_failure *f) {
    if (f->partner) {
        say(out, f->partner);
        say(out, " ");
    }
    say(out, f->what);
    say(out, ": expected ");
    say(out, f->expected);
    say(out, ", is ");
    say(out, f->actual);
}

static void say_case(writer *out, const tested_case *c) {
    writer_string(out, "    <testcase");
    attribute(out, "classname", c->at.file->name);
    attribute(out, "name", c->name);
    attribute(out, "file", c->at.file->name);
    count(out, "line", (size_t)c->at.line);
    if (!c->failure_count) {
        writer_string(out, "/>\n");
        return;
    }
    writer_string(out, ">\n      <failure message=\"");
    say_difference(out, &c->failures[0]);
    writer_string(out, "\">");
    for (size_t i = 0; i < c->failure_count; i++) {
        say_difference(out, &c->failures[i]);
        writer_byte(out, '\n');
        say(out, c->failures[i].why);
    }
    writer_string(out, "</failure>\n    </testcase>\n");
}

static size_t say_suite(writer *out, const tests_outcome *t, size_t first) {
    const source_file *file = t->cases[first].at.file;
    size_t end = first, failed = 0;
    for (; end < t->count && t->cases[end].at.file == file; end++)
        failed += t->cases[end].failure_count > 0;
    writer_string(out, "  <testsuite");
    attribute(out, "name", file->name);
    count(out, "tests", end - first);
    count(out, "failures", failed);
    writer_string(out, ">\n");
    for (size_t i = first; i < end; i++)
        say_case(out, &t->cases[i]);
    writer_string(out, "  </testsuite>\n");
    return end;
}

/* A share that was asked for is a suite of its own, with one test. */
static void say_goal(writer *out, const tests_goal *g) {
    char percent[TESTS_PERCENT];
    tests_percent(percent, g->part, g->all);
    writer_string(out, "  <testsuite");
    attribute(out, "name", g->what);
    count(out, "tests", 1);
    count(out, "failures", !g->is_reached);
    writer_string(out, ">\n    <testcase");
    attribute(out, "classname", g->what);
    writer_string(out, " name=\"at least ");
    say(out, g->least);
    writer_string(out, "%\"");
    if (g->is_reached) {
        writer_string(out, "/>\n  </testsuite>\n");
        return;
    }
    writer_string(out, ">\n      <failure message=\"expected at least ");
    say(out, g->least);
    writer_string(out, "%, is ");
    writer_string(out, percent);
    writer_string(out, "%\"/>\n    </testcase>\n  </testsuite>\n");
}

void tests_junit(const tests_outcome *t, writer *out) {
    tests_goal goal;
    size_t goals = 0, missed = 0;
    for (; tests_goal_at(t, goals, &goal); goals++)
        missed += !goal.is_reached;
    writer_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    attribute(out, "name", t->program->name);
    count(out, "tests", t->count + goals);
    count(out, "failures", t->failed + missed);
    writer_string(out, ">\n");
    for (size_t i = 0; i < t->count;)
        i = say_suite(out, t, i);
    for (size_t n = 0; tests_goal_at(t, n, &goal); n++)
        say_goal(out, &goal);
    writer_string(out, "</testsuites>\n");
}
