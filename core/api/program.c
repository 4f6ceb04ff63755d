/* program.c - rule files as a noun of the public interface. */
#include "api/failure.h"
#include "api/given.h"
#include "api/nouns.h"
#include "api/some_day.h"
#include "lang/load.h"

const char *rung_version(void) {
    return RUNG_VERSION;
}

void rung_program_free(rung_program *program) {
    if (!program) return;
    arena memory = program->memory;
    arena_free(&memory);
}

rung_status rung_program_load(rung_program **out, const char *path,
                              const rung_load_options *options, rung_error *error) {
    *out = NULL;
    rung_load_options asked;
    rung_status taken = take_options(&asked, sizeof asked, options, error);
    if (taken != RUNG_OK) return taken;
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    const declarations *rules = lang_load(&memory, path, &problems);
    plan *unbound = rules ? bind_plan(&memory, rules, NULL, some_day(), &problems) : NULL;
    rung_program *program =
        unbound && !problems.found ? arena_allocate(&memory, sizeof *program) : NULL;
    if (program) {
        *program = (rung_program){memory, rules, unbound};
        *out = program;
        return RUNG_OK;
    }
    rung_status status = tell_problems(&problems, asked.on_problem, asked.context, error);
    if (status == RUNG_OK) status = out_of_memory(error);
    arena_free(&memory);
    return status;
}

const char *rung_program_name(const rung_program *program) {
    return program->unbound->name;
}

const char *rung_program_fingerprint(const rung_program *program) {
    return program->rules->fingerprint;
}

const char *rung_program_file(const rung_program *program, size_t n) {
    return n < program->rules->file_count ? program->rules->files[n]->name : NULL;
}
