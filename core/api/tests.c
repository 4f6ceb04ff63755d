/* tests.c - the cases beside a program's rules, as a noun of the public interface. */
#include "api/failure.h"
#include "api/given.h"
#include "api/report_options.h"
#include "api/testing.h"
#include "base/folder.h"
#include "base/memory.h"

#include <string.h>

static const char *last_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Files are called as the rules' are: relative to the program's folder. */
static const source_file *open_file(rung_tests *t, const char *path, problem_list *problems) {
    const source_file *opened = yaml_open(&t->memory, path, problems);
    source_file *file = opened ? arena_allocate(&t->memory, sizeof *file) : NULL;
    if (!file) return NULL;
    *file = *opened;
    file->name = last_name(path);
    return file;
}

static bool list_files(rung_tests *t, const char *path, problem_list *problems) {
    static const char *const endings[] = {".test.yaml", ".test.yml", NULL};
    const char *why = NULL;
    t->folder = folder_of(&t->memory, path);
    if (!t->folder) return false;
    if (!folder_files(&t->memory, t->folder, endings, &t->paths, &t->file_count, &why))
        return why && problem_add(problems, (place){0}, NULL, "'%s' %s", t->folder, why);
    if (t->file_count) return true;
    return problem_add(problems, (place){0},
                       "write cases into tiers.test.yaml beside the rules",
                       "there are no test cases (*.test.yaml) in '%s'", t->folder);
}

/* Problems of every file are told, not those of the first alone. */
static bool read_files(rung_tests *t, problem_list *problems) {
    t->files = arena_array(&t->memory, t->file_count, sizeof *t->files);
    bool fine = t->files != NULL;
    for (size_t i = 0; t->files && i < t->file_count; i++) {
        t->files[i] = open_file(t, t->paths[i], problems);
        fine &= t->files[i] && cases_read(&t->memory, t->files[i], &t->cases, problems);
    }
    if (fine && !t->cases.count)
        return problem_add(problems, (place){.file = t->files[0]}, "begin with - name: ..",
                           "there is no test case in '%s'", t->files[0]->name);
    return fine;
}

static bool is_wanted(const test_case *c, const char *filter) {
    if (!filter) return true;
    const char *file = c->at.file->name;
    if (strchr(filter, '*'))
        return text_like(text_of(c->name), filter) || text_like(text_of(file), filter);
    return strstr(c->name, filter) || strstr(file, filter);
}

static bool choose(rung_tests *t, const char *filter) {
    bool any = false;
    for (size_t i = 0; i < t->cases.count; i++) {
        t->ready[i].runs = is_wanted(&t->cases.items[i], filter);
        any = any || t->ready[i].runs;
    }
    return any;
}

/* "90" of "90%"; false when it is no percentage. */
static bool take_least(rung_tests *t, const char *said, const char **out) {
    number least;
    size_t length = said ? strlen(said) : 0;
    *out = NULL;
    if (!length) return true;
    if (said[length - 1] == '%') length--;
    if (!number_from_text(&least, said, length) || least < 0 ||
        least > number_from_integer(100))
        return false;
    *out = arena_copy(&t->memory, said, length);
    return true;
}

static rung_status run(rung_tests *t, const char *path, const rung_tests_options *o,
                       problem_list *problems, rung_error *error) {
    if (!take_least(t, o->least_covered, &t->outcome.least_covered) ||
        !take_least(t, o->least_noticed, &t->outcome.least_noticed))
        return fail(error, RUNG_BAD_ARGUMENT, "a percentage is wanted, such as 90");
    if (!list_files(t, path, problems) || !read_files(t, problems)) return RUNG_BAD_RULES;
    if (!cases_make_ready(t, problems)) return RUNG_BAD_RULES;
    if (!choose(t, o->filter))
        return fail(error, RUNG_BAD_ARGUMENT, "no case is called like '%s'", o->filter);
    if (!cases_run(t, o->coverage)) return RUNG_NO_MEMORY;
    return !o->mutate || mutants_run(t) ? RUNG_OK : RUNG_NO_MEMORY;
}

rung_status rung_tests_run(rung_tests **out, const rung_program *program, const char *path,
                           const rung_tests_options *options, rung_error *error) {
    rung_tests_options asked;
    *out = NULL;
    rung_status status = take_options(&asked, sizeof asked, options, error);
    if (status != RUNG_OK) return status;
    rung_tests *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->program = program;
    problem_list problems = {.memory = &made->memory};
    status = run(made, path, &asked, &problems, error);
    if (status == RUNG_OK && !made->memory.failed) {
        *out = made;
        return status;
    }
    if (made->memory.failed || (status != RUNG_BAD_ARGUMENT && !problems.found))
        status = out_of_memory(error);
    else if (problems.found)
        status = tell_problems(&problems, asked.on_problem, asked.context, error);
    rung_tests_free(made);
    return status;
}

void rung_tests_free(rung_tests *tests) {
    if (!tests) return;
    arena_free(&tests->memory);
    memory_free(tests);
}

rung_tests_counts rung_tests_count(const rung_tests *tests) {
    const tests_outcome *t = &tests->outcome;
    rung_tests_counts found = {.cases = t->count, .failed = t->failed, .mutants = t->mutants};
    if (t->coverage) {
        covered_part all = coverage_part(t->coverage, COVERAGE_KINDS);
        found.covered = all.covered;
        found.coverable = all.all;
    }
    found.noticed = t->mutants - t->survivor_count;
    found.covers_enough = found.notices_enough = true;
    tests_goal goal;
    for (size_t n = 0; tests_goal_at(t, n, &goal); n++) {
        if (goal.least == t->least_covered) found.covers_enough = goal.is_reached;
        if (goal.least == t->least_noticed) found.notices_enough = goal.is_reached;
    }
    return found;
}

rung_status rung_report_tests(const rung_tests *tests, const rung_report_options *options,
                              rung_write *write, void *context, rung_error *error) {
    static const char *const names[] = {"table", "json", "tap", "junit"};
    report_target to = {.write = write, .context = context};
    rung_report_options asked;
    rung_status status = take_options(&asked, sizeof asked, options, error);
    if (status != RUNG_OK) return status;
    const char *wanted = asked.format ? asked.format : names[0];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], wanted) != 0) continue;
        bool fine =
            report_tests(&tests->outcome, (tests_format)i, asked.color, report_write, &to);
        return report_written(fine, &to, error);
    }
    return refuse_format(wanted, "table json tap junit", error);
}
