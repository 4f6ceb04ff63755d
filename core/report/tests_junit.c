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

void tests_junit(const tests_outcome *t, writer *out) {
    writer_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    attribute(out, "name", t->program->name);
    count(out, "tests", t->count);
    count(out, "failures", t->failed);
    writer_string(out, ">\n");
    for (size_t i = 0; i < t->count;)
        i = say_suite(out, t, i);
    writer_string(out, "</testsuites>\n");
}
