/* tests_table.c - `rung test` for people: failures with their reasons, then what it comes to.
 */
#include "report/table.h"
#include "report/tests_formats.h"

#include <stdio.h>
#include <string.h>

static void say_place(writer *out, place at) {
    writer_string(out, at.file ? at.file->name : "");
    if (!at.line) return;
    writer_byte(out, ':');
    writer_integer(out, at.line);
}

static void say_safe(writer *out, const char *words) {
    table_say_text(out, text_of(words));
}

static void print_failure(const test_failure *f, bool color, writer *out) {
    writer_string(out, "    ");
    if (f->partner) {
        say_safe(out, f->partner);
        writer_string(out, " ");
    }
    say_safe(out, f->what);
    writer_string(out, ": expected ");
    say_safe(out, f->expected);
    writer_string(out, ", is ");
    say_safe(out, f->actual);
    if (f->at.line) {
        char line[24];
        snprintf(line, sizeof line, "  line %d", f->at.line);
        table_say(out, TONE_DIM, color, line);
    }
    writer_byte(out, '\n');
    writer_string(out, f->why);
}

static void print_case(const tested_case *c, bool color, writer *out) {
    if (color) writer_string(out, "\x1b[31m");
    writer_string(out, "  ✗ ");
    if (color) writer_string(out, "\x1b[0m");
    say_safe(out, c->name);
    writer_string(out, "  ");
    say_place(out, c->at);
    writer_byte(out, '\n');
    for (size_t i = 0; i < c->failure_count; i++)
        print_failure(&c->failures[i], color, out);
}

static void say_count(writer *out, size_t count, const char *word) {
    writer_integer(out, (int64_t)count);
    writer_byte(out, ' ');
    writer_string(out, word);
}

/* "tiers.test.yaml  12 passed, 1 failed", and the failures. */
static size_t print_file(const tests_outcome *t, size_t first, size_t widest, bool color,
                         writer *out) {
    const source_file *file = t->cases[first].at.file;
    size_t end = first, failed = 0;
    for (; end < t->count && t->cases[end].at.file == file; end++)
        failed += t->cases[end].failure_count > 0;
    table_say(out, TONE_HEADING, color, file->name);
    for (size_t i = strlen(file->name); i < widest + 2; i++)
        writer_byte(out, ' ');
    say_count(out, end - first - failed, "passed");
    if (failed) {
        writer_string(out, ", ");
        say_count(out, failed, "failed");
    }
    writer_byte(out, '\n');
    for (size_t i = first; i < end; i++)
        if (t->cases[i].failure_count) print_case(&t->cases[i], color, out);
    return end;
}

static void print_cases(const tests_outcome *t, bool color, writer *out) {
    size_t widest = 0, files = 0;
    const source_file *last = NULL;
    for (size_t i = 0; i < t->count; i++) {
        size_t length = strlen(t->cases[i].at.file->name);
        if (length > widest) widest = length;
        files += t->cases[i].at.file != last;
        last = t->cases[i].at.file;
    }
    for (size_t i = 0; i < t->count;)
        i = print_file(t, i, widest, color, out);
    if (files < 2) return;
    say_count(out, t->count - t->failed, "passed");
    writer_string(out, ", ");
    say_count(out, t->failed, "failed\n");
}

/* A place in a column of its own. */
static void print_place(writer *out, place at) {
    char room[300];
    int length = snprintf(room, sizeof room, "%s:%d", at.file ? at.file->name : "", at.line);
    writer_string(out, "  ");
    writer_string(out, room);
    for (; length < 22; length++)
        writer_byte(out, ' ');
    writer_string(out, "  ");
}

static void print_coverage(const coverage *c, bool color, writer *out) {
    char percent[TESTS_PERCENT];
    covered_part all = coverage_part(c, COVERAGE_KINDS);
    tests_percent(percent, all.covered, all.all);
    writer_string(out, "\n");
    table_say(out, TONE_HEADING, color, "Coverage");
    writer_string(out, " ");
    writer_string(out, percent);
    writer_string(out, "%:");
    for (int kind = 0; kind < COVERAGE_KINDS; kind++) {
        covered_part part = coverage_part(c, (coverage_kind)kind);
        writer_string(out, kind ? ", " : " ");
        writer_integer(out, (int64_t)part.covered);
        writer_string(out, " of ");
        say_count(out, part.all, coverage_word((coverage_kind)kind));
    }
    writer_byte(out, '\n');
    for (size_t i = 0; i < c->count; i++) {
        if (c->items[i].covered) continue;
        print_place(out, c->items[i].at);
        say_safe(out, c->items[i].name);
        writer_string(out, "  ");
        writer_string(out, c->items[i].lacks);
        writer_byte(out, '\n');
    }
}

static void print_mutants(const tests_outcome *t, bool color, writer *out) {
    char percent[TESTS_PERCENT];
    size_t noticed = t->mutants - t->survivor_count;
    tests_percent(percent, noticed, t->mutants);
    writer_string(out, "\n");
    table_say(out, TONE_HEADING, color, "Mistakes noticed");
    writer_string(out, " ");
    writer_string(out, percent);
    writer_string(out, "%: ");
    writer_integer(out, (int64_t)noticed);
    writer_string(out, " of ");
    writer_integer(out, (int64_t)t->mutants);
    if (t->left_out) {
        writer_string(out, " (");
        say_count(out, t->left_out, "more make no program)");
    }
    writer_string(out, t->survivor_count ? "; no case notices\n" : "\n");
    for (size_t i = 0; i < t->survivor_count; i++) {
        const survivor *s = &t->survivors[i];
        print_place(out, s->at);
        say_safe(out, s->path);
        writer_string(out, "  ");
        say_safe(out, s->from);
        writer_string(out, " → ");
        say_safe(out, s->to);
        writer_byte(out, '\n');
    }
}

void tests_table(const tests_outcome *t, bool color, writer *out) {
    print_cases(t, color, out);
    if (t->coverage) print_coverage(t->coverage, color, out);
    if (t->mutated) print_mutants(t, color, out);
}
