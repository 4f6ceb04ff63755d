/* load.c - from a path to declarations: read, scan, run, check, one file after the other.
 *
 * Files that are included are run after the one that says so, each once. Whatever goes wrong
 * in one file, the others are read too, unless the sandbox is dead. */
#include "lang/load.h"

#include "base/fingerprint.h"
#include "lang/declare.h"
#include "lang/function_names.h"
#include "lang/mentions.h"
#include "lang/reader.h"
#include "lang/validate.h"
#include "syntax/syntax.h"

#include <lauxlib.h>
#include <string.h>

enum { NOUNS = 32 };

/* The body of sandbox_run: compiles the current file and runs it. */
static int run_file(lua_State *L) {
    reading *r = sandbox_context(L);
    declare_push_environment(L);
    if (sandbox_load(L, r->file->bytes, r->file->length, r->file->name, 1) != LUA_OK) {
        syntax_report(r->memory, r->places, lua_tostring(L, -1), r->problems);
        r->incomplete = true;
        return 0;
    }
    lua_call(L, 0, 0);
    return 0;
}

/* The words that open declarations, for the scanner. */
static void list_nouns(const char **nouns) {
    size_t count = 0;
    for (const noun_word *noun = language_nouns; noun->name && count + 1 < NOUNS; noun++) {
        nouns[count++] = noun->name;
    }
    nouns[count] = NULL;
}

/* The word that the message names, or all that stands on the line. */
static place stop_place(const reading *r, int line, const char *message) {
    const char *name = strchr(message, '\''), *end = name ? strchr(name + 1, '\'') : NULL;
    place at = {0};
    for (const char *dot = name; end && dot && dot < end; dot = strchr(dot + 1, '.'))
        name = dot;
    if (end) {
        const char *word = arena_copy(r->memory, name + 1, (size_t)(end - name - 1));
        if (word) at = places_find(r->places, line, word);
    }
    return at.column ? at : places_line(r->places, line);
}

static void report_stop(reading *r, const sandbox *box) {
    int line = 0;
    sandbox_where(box, &line);
    place at = {.file = r->file, .line = line, .width = 1};
    if (line) at = stop_place(r, line, sandbox_message(box));
    problem_add(r->problems, at, NULL, "%s", sandbox_message(box));
    r->incomplete = true;
}

static bool says_nothing(const reading *r, size_t declared, const inclusion *const *included,
                         size_t reported) {
    return r->found->count == declared && !*included && !r->incomplete &&
           r->problems->found + r->problems->repeats == reported;
}

/* False when nothing more can be read. */
static bool read_one(reading *r, sandbox *box, const source_file *file) {
    const char *nouns[NOUNS];
    bool broken = false;
    list_nouns(nouns);
    r->file = file;
    r->reported = r->problems->found + r->problems->repeats;
    r->places = places_read(r->memory, file, nouns, r->problems, &broken);
    if (!r->places) return false;
    r->incomplete = r->incomplete || broken;
    if (broken) return true;
    if (!r->again && !function_names_check(r->memory, file, r->problems)) return false;
    size_t declared = r->found->count;
    inclusion **included = r->inclusions_end;
    sandbox_stop stop = sandbox_run(box, run_file, NULL);
    if (r->memory->failed || stop == SANDBOX_MACHINE) {
        r->memory->failed = true;
        return false;
    }
    if (stop != SANDBOX_FINE)
        report_stop(r, box);
    else if (says_nothing(r, declared, (const inclusion *const *)included, r->reported)) {
        problem_add(
            r->problems, (place){.file = file},
            "a rule file says program \"Name\" { .. }, metric \"name\" { .. } and so on",
            "'%s' declares nothing", file->name);
    }
    return stop == SANDBOX_FINE || stop == SANDBOX_ERROR;
}

/* Reads the first file and, in order, what each includes. */
static void read_all(reading *r, sandbox *box, reader *files, const source_file *first) {
    bool going = read_one(r, box, first);
    for (const inclusion *next = r->inclusions; next && going; next = next->next) {
        bool already;
        const source_file *file = reader_include(files, next->name, next->at, &already);
        if (!file)
            r->incomplete = true;
        else if (!already)
            going = read_one(r, box, file);
    }
}

static void begin_reading(reading *r, declarations *found) {
    r->found = found;
    r->mentions_end = &r->mentions;
    r->openings_end = &r->openings;
    r->inclusions_end = &r->inclusions;
}

bool lang_run_again(reading *r, sandbox *box, const declarations *rules) {
    declarations *found = arena_allocate(r->memory, sizeof *found);
    if (!found) return false;
    begin_reading(r, found);
    r->again = true;
    for (size_t i = 0; i < rules->file_count && !r->incomplete; i++) {
        if (!read_one(r, box, rules->files[i])) return false;
    }
    return !r->incomplete && r->function_count == rules->function_count;
}

static void take_fingerprint(declarations *found) {
    fingerprint whole;
    fingerprint_begin(&whole);
    for (size_t i = 0; i < found->file_count; i++) {
        const source_file *file = found->files[i];
        fingerprint_add(&whole, file->name, strlen(file->name));
        fingerprint_add(&whole, file->bytes, file->length);
    }
    fingerprint_end(&whole, found->fingerprint);
}

static void check_program(reading *r) {
    const term *program = NULL;
    for (size_t i = 0; i < r->found->count; i++) {
        const term *t = r->found->items[i];
        if (strcmp(t->name, "program") != 0) continue;
        if (program)
            problem_add_two(r->problems, t->at, program->at,
                            "keep one of them; other programs stand in files of their own",
                            "the program is declared twice");
        else
            program = t;
    }
    if (!program && !r->incomplete && !r->program_refused && r->found->count) {
        problem_add(r->problems, r->found->items[0]->at,
                    "write program \"Name\" { currency = \"USD\" }",
                    "no file declares the program");
    }
    if (!program) r->incomplete = true;
}

static void read_program(reading *r, reader *files, const source_file *first) {
    sandbox_limits limits = sandbox_limits_for_loading();
    sandbox *box = sandbox_create(&limits, r);
    if (!box) {
        r->memory->failed = true;
        return;
    }
    read_all(r, box, files, first);
    sandbox_free(box);
    r->found->files = files->files;
    r->found->file_count = files->count;
    mentions_check(r);
    openings_check(r);
    check_program(r);
    validate_declarations(r->memory, r->found, r->problems);
    if (r->problems->found) mentions_spoil(r);
    take_fingerprint(r->found);
}

const declarations *lang_load(arena *memory, const char *path, problem_list *problems) {
    reader files = {.memory = memory, .problems = problems};
    reading r = {.memory = memory, .problems = problems};
    begin_reading(&r, arena_allocate(memory, sizeof *r.found));
    const source_file *first = r.found ? reader_open(&files, path) : NULL;
    if (!first) return NULL;
    read_program(&r, &files, first);
    problem_sort(problems);
    return memory->failed || r.incomplete ? NULL : r.found;
}
