/* test_update.c - expected values that are not so, rewritten in the files in which they stand.
 */
#include "api/failure.h"
#include "api/given.h"
#include "api/testing.h"
#include "report/json.h"
#include "scenario/rewrite.h"

#include <string.h>

typedef struct updating {
    const rung_tests *tests;
    arena memory;
    rewriting *items; /* of one file, in the order in which they stand */
    size_t count, room;
    writer out;
    json *json;  /* NULL: a line for each */
    size_t left; /* that could not be written */
} updating;

static const expectation *expectation_at(const ready_case *c, place at) {
    for (size_t i = 0; i < c->count; i++) {
        place own = c->expects[i].from->at;
        if (own.line == at.line && own.column == at.column) return c->expects[i].from;
    }
    return NULL;
}

/* "[engineers, growth]" as its items. */
static bool split_list(updating *u, const char *text, rewriting *out) {
    const char **items = arena_array(&u->memory, strlen(text), sizeof *items);
    if (!items) return false;
    for (const char *at = text + 1; *at && *at != ']'; at += *at == ',' ? 2 : 0) {
        size_t length = strcspn(at, ",]");
        items[out->count] = arena_copy(&u->memory, at, length);
        if (!items[out->count++]) return false;
        at += length;
    }
    out->items = items;
    out->value = NULL;
    return true;
}

static bool add(updating *u, rewriting made) {
    rewriting *moved = arena_grow(&u->memory, u->items, u->count, &u->room, sizeof *moved);
    if (!moved) return false;
    u->items = moved;
    size_t k = u->count++;
    for (; k > 0 &&
           (moved[k - 1].at.line > made.at.line ||
            (moved[k - 1].at.line == made.at.line && moved[k - 1].at.column > made.at.column));
         k--)
        moved[k] = moved[k - 1];
    moved[k] = made;
    return true;
}

static void say_json(json *j, const test_failure *f, bool updated) {
    json_line(j);
    json_object(j, NULL);
    json_string(j, "file", f->at.file->name);
    json_integer(j, "line", f->at.line);
    json_string(j, "partner", f->partner);
    json_string(j, "name", f->what);
    json_string(j, "expected", f->expected);
    json_string(j, "actual", f->actual);
    json_boolean(j, "updated", updated);
    json_end_object(j);
}

static void say(updating *u, const test_failure *f, const char *to) {
    if (u->json) {
        say_json(u->json, f, to != NULL);
        return;
    }
    writer_string(&u->out, f->at.file->name);
    writer_byte(&u->out, ':');
    writer_integer(&u->out, f->at.line);
    writer_string(&u->out, "  ");
    if (f->partner) {
        writer_string(&u->out, f->partner);
        writer_byte(&u->out, ' ');
    }
    writer_string(&u->out, f->what);
    writer_string(&u->out, "  ");
    writer_string(&u->out, f->expected);
    writer_string(&u->out, to ? " → " : "  not updated: is ");
    writer_string(&u->out, to ? to : f->actual);
    writer_byte(&u->out, '\n');
}

/* An error is nothing that anybody expects by an update. */
static bool update_one(updating *u, const ready_case *c, const test_failure *f) {
    const expectation *e = f->at.line ? expectation_at(c, f->at) : NULL;
    bool list = f->actual[0] == '[' && e;
    rewriting made = {.at = f->at,
                      .list = e ? e->list : NULL,
                      .old = e ? e->value : NULL,
                      .value = f->actual};
    bool can = e && strcmp(f->actual, "error") != 0 && rewriting_can(&made) &&
               strcmp(f->what, "errors") != 0;
    if (!can) {
        u->left++;
        say(u, f, NULL);
        return true;
    }
    if (list && !split_list(u, f->actual, &made)) return false;
    say(u, f, f->actual);
    return add(u, made);
}

static bool update_file(updating *u, size_t index, problem_list *problems) {
    const rung_tests *t = u->tests;
    u->items = NULL;
    u->count = u->room = 0;
    for (size_t i = 0; i < t->cases.count; i++) {
        const ready_case *c = &t->ready[i];
        if (!c->fails || c->from->at.file != t->files[index]) continue;
        const tested_case *told = &t->outcome.cases[c->outcome];
        for (size_t k = 0; k < told->failure_count; k++)
            if (!update_one(u, c, &told->failures[k])) return false;
    }
    return !u->count || rewrite_file(&u->memory, t->paths[index], t->files[index], u->items,
                                     u->count, problems);
}

static bool update_files(updating *u, problem_list *problems) {
    json *j = u->json;
    bool fine = true;
    if (j) {
        json_object(j, NULL);
        json_string(j, "format", "rung.updates/1");
        json_array(j, "updates");
    }
    for (size_t i = 0; fine && i < u->tests->file_count; i++)
        fine = update_file(u, i, problems);
    if (j) {
        json_end_array(j);
        json_end_object(j);
        writer_byte(&u->out, '\n');
    }
    return fine;
}

rung_status rung_tests_update(const rung_tests *tests, const rung_report_options *options,
                              size_t *left, rung_write *write, void *context,
                              rung_error *error) {
    updating u = {.tests = tests};
    problem_list problems = {.memory = &u.memory};
    *left = 0;
    rung_report_options asked;
    rung_status status = take_options(&asked, sizeof asked, options, error);
    if (status != RUNG_OK) return status;
    const char *format = asked.format ? asked.format : "table";
    json j = {.out = &u.out};
    if (strcmp(format, "json") == 0)
        u.json = &j;
    else if (strcmp(format, "table") != 0)
        return fail(error, RUNG_BAD_ARGUMENT, "updates are told as table or json, not as '%s'",
                    format);
    writer_begin(&u.out, write, context);
    bool fine = update_files(&u, &problems);
    bool said = writer_end(&u.out);
    *left = u.left;
    if (!fine && problems.found) {
        tell_problems(&problems, NULL, NULL, error);
        status = RUNG_NOT_WRITTEN;
        if (error) error->status = status;
    } else if (!fine || u.memory.failed) {
        status = out_of_memory(error);
    } else if (!said) {
        status = fail(error, RUNG_NOT_WRITTEN, "the report could not be written");
    }
    arena_free(&u.memory);
    return status;
}
