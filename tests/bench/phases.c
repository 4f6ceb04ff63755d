/* phases.c - where one full evaluation on one thread spends its time.
 *
 *     phases PROGRAM DB AS_OF OUTPUT
 *
 * Calls the library as an embedder does and prints a line a phase, `name seconds`; every
 * partner goes to OUTPUT as JSON. The library reads no clock: the places between its stages are
 * seen by functions of the linker's --wrap (see the Makefile), which stand before those of the
 * same name. When one of them is renamed, this file no longer links. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#endif
#include <rung.h>

#include "data/building.h"
#include "eval/evaluation.h"

#include <stdio.h>
#include <time.h>

typedef enum phase { OPEN, READ, GROUP, METRICS, RULES, REPORT, CLOSE, PHASES } phase;

static const char *const names[PHASES] = {"open",  "read",   "group", "metrics",
                                          "rules", "report", "close"};

static struct {
    phase now;
    struct timespec since;
    double seconds[PHASES];
} watch;

static void enter(phase next) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    watch.seconds[watch.now] += (double)(at.tv_sec - watch.since.tv_sec) +
                                (double)(at.tv_nsec - watch.since.tv_nsec) / 1e9;
    watch.since = at;
    watch.now = next;
}

bool __real_facts_builder_begin(facts_builder *b);
bool __wrap_facts_builder_begin(facts_builder *b);
bool __real_builder_end_source(facts_builder *b);
bool __wrap_builder_end_source(facts_builder *b);
bool __real_ladder_settle(evaluation *e, int index);
bool __wrap_ladder_settle(evaluation *e, int index);

/* Called before the first row of every source. */
bool __wrap_facts_builder_begin(facts_builder *b) {
    enter(READ);
    return __real_facts_builder_begin(b);
}

/* Called after the last row of every source. */
bool __wrap_builder_end_source(facts_builder *b) {
    enter(GROUP);
    bool done = __real_builder_end_source(b);
    enter(READ);
    return done;
}

/* Metrics come first; the first ladder ends them. */
bool __wrap_ladder_settle(evaluation *e, int index) {
    if (watch.now == METRICS) enter(RULES);
    return __real_ladder_settle(e, index);
}

static bool write_bytes(void *context, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, context) == length;
}

static rung_status evaluate_all(char **words, FILE *out, rung_error *error) {
    rung_program *program = NULL;
    rung_facts *facts = NULL;
    rung_result *result = NULL;
    rung_facts_options reading = {.size = sizeof reading, .as_of = words[3], .jobs = 1};
    rung_evaluate_options alone = {.size = sizeof alone, .jobs = 1};
    rung_report_options report = {.size = sizeof report, .format = "json", .limit = -1};
    rung_status status = rung_program_load(&program, words[1], NULL, error);
    if (status == RUNG_OK) status = rung_facts_load(&facts, program, words[2], &reading, error);
    enter(METRICS);
    if (status == RUNG_OK) status = rung_evaluate(&result, program, facts, &alone, error);
    enter(REPORT);
    if (status == RUNG_OK) status = rung_report(result, &report, write_bytes, out, error);
    enter(CLOSE);
    rung_result_free(result);
    rung_facts_free(facts);
    rung_program_free(program);
    return status;
}

int main(int count, char **words) {
    rung_error error = {0};
    FILE *out = count == 5 ? fopen(words[4], "wb") : NULL;
    if (!out) return fputs("phases PROGRAM DB AS_OF OUTPUT\n", stderr), 2;
    clock_gettime(CLOCK_MONOTONIC, &watch.since);
    rung_status status = evaluate_all(words, out, &error);
    fclose(out);
    enter(CLOSE);
    if (status != RUNG_OK) return fprintf(stderr, "phases: %s\n", error.message), 1;
    for (phase p = OPEN; p < PHASES; p++)
        printf("%s %.6f\n", names[p], watch.seconds[p]);
    return 0;
}
