/* memory_test.c - every program of tests/programs, from its files to its reports, with memory
 * that runs out somewhere on the way: that is what is said, nothing else happens, and nothing
 * is lost.
 *
 * Of each program some allocations are made to fail, others for each program; all of them with
 * RUNG_EVERY_ALLOCATION=1, which takes minutes. */
#define _POSIX_C_SOURCE 200809L
#include <rung.h>

#include "base/memory.h"

#include <CUnit/Basic.h>
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct sample {
    char rules[512], database[64], as_of[16];
    char path[256]; /* a setting that can be 3; "" for none */
    char vary[280];
} sample;

static char *contents(const char *folder, const char *name) {
    char path[512];
    char *bytes = NULL;
    size_t capacity = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (!file) return NULL;
    if (getdelim(&bytes, &capacity, 0, file) < 0) {
        free(bytes);
        bytes = NULL;
    }
    fclose(file);
    return bytes;
}

static bool make_database(sample *s, const char *sql) {
    sqlite3 *db = NULL;
    snprintf(s->database, sizeof s->database, "/tmp/rung-memory-XXXXXX");
    int file = mkstemp(s->database);
    if (file < 0) return false;
    close(file);
    bool made = sqlite3_open(s->database, &db) == SQLITE_OK &&
                sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(db);
    return made;
}

static bool swallow(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return true;
}

/* --- one way through everything
 * ----------------------------------------------------------------------------
 */

typedef struct nouns {
    rung_program *program;
    rung_scenario *scenario;
    rung_range *range;
    rung_facts *facts;
    rung_result *base, *changed;
    rung_changes *changes;
    rung_error error;
} nouns;

static void free_nouns(nouns *n) {
    rung_changes_free(n->changes);
    rung_result_free(n->changed);
    rung_result_free(n->base);
    rung_facts_free(n->facts);
    rung_range_free(n->range);
    rung_scenario_free(n->scenario);
    rung_program_free(n->program);
}

static rung_status change(nouns *n, const sample *s) {
    const char *vary = s->vary;
    rung_change three = {s->path, "3"};
    rung_scenario_options changed = {.size = sizeof changed, .set = &three, .set_count = 1};
    rung_range_options range = {.size = sizeof range, .vary = &vary, .vary_count = 1};
    rung_status status = rung_scenario_load(&n->scenario, n->program, &changed, &n->error);
    return status ? status : rung_range_load(&n->range, n->program, &range, &n->error);
}

static rung_status read_rows(nouns *n, const sample *s) {
    const rung_scenario *also = n->scenario;
    rung_facts_options options = {.size = sizeof options,
                                  .as_of = s->as_of,
                                  .all_rows = true,
                                  .also = &also,
                                  .also_count = also != NULL,
                                  .range = n->range};
    rung_evaluate_options base = {.size = sizeof base, .as_base = true};
    rung_status status =
        rung_facts_load(&n->facts, n->program, s->database, &options, &n->error);
    return status ? status : rung_evaluate(&n->base, n->program, n->facts, &base, &n->error);
}

static rung_status report(nouns *n, const char *format) {
    rung_report_options options = {.size = sizeof options, .format = format};
    rung_status status = rung_report(n->base, &options, swallow, NULL, &n->error);
    if (!status && n->changes && strcmp(format, "jsonl") != 0)
        status = rung_report_changes(n->changes, &options, swallow, NULL, &n->error);
    if (!status && n->range && strcmp(format, "html") != 0)
        status = rung_sweep(n->range, n->base, &options, swallow, NULL, &n->error);
    return status;
}

static rung_status explain(nouns *n) {
    rung_status status = RUNG_OK;
    const char *partner;
    for (size_t p = 0; p < 3 && !status && (partner = rung_result_partner(n->base, p)); p++)
        status = rung_explain(n->base, partner, NULL, NULL, swallow, NULL, &n->error);
    if (!status) status = rung_edges(n->base, NULL, NULL, swallow, NULL, &n->error);
    return status;
}

static rung_status compare(nouns *n) {
    rung_evaluate_options options = {
        .size = sizeof options, .scenario = n->scenario, .base = n->base};
    rung_status status = rung_evaluate(&n->changed, n->program, n->facts, &options, &n->error);
    return status ? status : rung_compare(&n->changes, n->base, n->changed, &n->error);
}

static rung_status go_through(nouns *n, const sample *s) {
    rung_status status = rung_program_load(&n->program, s->rules, NULL, &n->error);
    if (!status && s->path[0]) status = change(n, s);
    if (!status) status = read_rows(n, s);
    if (!status && s->path[0]) status = compare(n);
    if (!status) status = report(n, "json");
    if (!status) status = report(n, "table");
    if (!status) status = report(n, "html");
    return status ? status : explain(n);
}

/* With the n-th allocation failing; how many were made. */
static size_t made_until(const sample *s, size_t n, rung_error *error) {
    nouns all = {0};
    memory_fail_after(0);
    memory_fail_after(n);
    rung_status status = go_through(&all, s);
    size_t made = memory_fail_after(0);
    CU_ASSERT_EQUAL(status, all.error.status);
    *error = all.error;
    free_nouns(&all);
    return made;
}

/* --- samples ----------------------------------------------------------------------------
 */

static bool find_path(void *context, const char *bytes, size_t length) {
    char **all = context;
    size_t before = *all ? strlen(*all) : 0;
    char *longer = realloc(*all, before + length + 1);
    if (!longer) return false;
    memcpy(longer + before, bytes, length);
    longer[before + length] = '\0';
    *all = longer;
    return true;
}

/* Takes the first setting that makes sense as 3. */
static void choose_path(sample *s) {
    rung_program *program = NULL;
    char *all = NULL, *rest = NULL;
    rung_report_options csv = {.size = sizeof csv, .format = "csv"};
    rung_error error;
    CU_ASSERT_EQUAL_FATAL(rung_program_load(&program, s->rules, NULL, NULL), RUNG_OK);
    CU_ASSERT_EQUAL(rung_settings(program, &csv, find_path, &all, NULL), RUNG_OK);
    rung_program_free(program);
    strtok_r(all ? all : (char[]){""}, "\n", &rest);
    for (char *line; (line = strtok_r(NULL, "\n", &rest)) != NULL;) {
        snprintf(s->path, sizeof s->path, "%.*s", (int)strcspn(line, ",\r"), line);
        snprintf(s->vary, sizeof s->vary, "%s=2..4/1", s->path);
        made_until(s, 0, &error);
        if (error.status == RUNG_OK) break;
        s->path[0] = '\0';
    }
    free(all);
}

static bool make_sample(sample *s, const char *folder) {
    char *sql = contents(folder, "data.sql"), *expected = contents(folder, "expected.json");
    const char *as_of = expected ? strstr(expected, "\"as_of\": \"") : NULL;
    bool made = sql && as_of && make_database(s, sql);
    snprintf(s->rules, sizeof s->rules, "%s/program.lua", folder);
    if (made) snprintf(s->as_of, sizeof s->as_of, "%.10s", as_of + strlen("\"as_of\": \""));
    free(sql);
    free(expected);
    if (made) choose_path(s);
    return made;
}

static void run_out_everywhere(const sample *s, size_t shift) {
    rung_error error;
    size_t points = getenv("RUNG_SANITIZED") ? 6 : 12;
    size_t made = made_until(s, 0, &error), step = made / points + 1;
    CU_ASSERT_EQUAL(error.status, RUNG_OK);
    if (getenv("RUNG_EVERY_ALLOCATION")) step = 1;
    for (size_t n = 1 + shift * 31 % step; n <= made; n += step) {
        size_t tried = made_until(s, n, &error);
        bool told = error.status == (tried >= n ? RUNG_NO_MEMORY : RUNG_OK);
        if (!told)
            printf("%s: allocation %zu of %zu: %d, %s\n", s->rules, n, made, (int)error.status,
                   error.message);
        CU_ASSERT(told);
    }
}

static int is_program(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static void every_program_says_that_memory_ran_out(void) {
    struct dirent **found = NULL;
    int count = scandir("tests/programs", &found, is_program, alphasort), tried = 0;
    for (int i = 0; i < count; i++) {
        char folder[400];
        sample s = {0};
        snprintf(folder, sizeof folder, "tests/programs/%s", found[i]->d_name);
        if (make_sample(&s, folder)) {
            run_out_everywhere(&s, (size_t)i);
            tried++;
        }
        if (s.database[0]) unlink(s.database);
        free(found[i]);
    }
    free(found);
    CU_ASSERT(tried > 50);
}

static const CU_TestInfo tests[] = {
    {"every program says that memory ran out", every_program_says_that_memory_ran_out},
};

void memory_suite(void);

void memory_suite(void) {
    CU_pSuite suite = CU_add_suite("memory", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
