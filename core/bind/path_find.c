/* path_find.c - finds a path by what people call it, and says what they may have meant. */
#include "bind/path.h"

#include "base/nearest.h"

#include <string.h>

/* The next step's beginning, or NULL: dots between quotes separate nothing. */
static const char *next_step(const char *p) {
    bool quoted = false;
    for (; *p; p++) {
        if (quoted && *p == '\\' && p[1])
            p++;
        else if (*p == '"')
            quoted = !quoted;
        else if (*p == '.' && !quoted)
            return p + 1;
    }
    return NULL;
}

static size_t steps_in(const char *path) {
    size_t count = 0;
    for (; path; path = next_step(path))
        count++;
    return count;
}

/* The last so many steps of a path. */
static const char *ending_of(const char *path, size_t steps) {
    for (size_t more = steps_in(path); more > steps; more--)
        path = next_step(path);
    return path;
}

static bool is_called(const setting_path *p, const char *wanted) {
    if (strcmp(p->path, wanted) == 0) return true;
    const char *noun = p->declaration->name;
    size_t length = strlen(noun);
    return strncmp(wanted, noun, length) == 0 && wanted[length] == '.' &&
           strcmp(wanted + length + 1, p->path) == 0;
}

/* bonus.pays.by.expert for bonus.pays.when.then.by.expert: begins and ends the same, and no
 * other path does. */
static const char *between_the_ends(const setting_path *paths, size_t count,
                                    const char *wanted) {
    const char *last = strrchr(wanted, '.'), *found = NULL;
    size_t first = strcspn(wanted, ".") + 1;
    for (size_t i = 0; last && i < count; i++) {
        const char *end = strrchr(paths[i].path, '.');
        if (!end || strcmp(end, last) || strncmp(paths[i].path, wanted, first)) continue;
        if (found) return NULL;
        found = paths[i].path;
    }
    return found;
}

/* The paths that begin with these steps, or with all of them but the last, which is misspelt:
 * "did you mean 'budget.at_most'?". NULL: there are none. */
static const char *list_below(const setting_path *paths, size_t count, const char *wanted,
                              size_t length, arena *memory) {
    enum { SHOWN = 3 };
    size_t found = 0;
    text_buffer list = {0};
    for (size_t i = 0; length && i < count; i++) {
        const char *path = paths[i].path;
        if (strncmp(path, wanted, length) != 0 || path[length] != '.') continue;
        if (found < SHOWN) text_print(&list, "%s'%s'", found ? ", " : "did you mean ", path);
        found++;
    }
    if (found > SHOWN) text_print(&list, " or one of %zu more", found - SHOWN);
    text_append_byte(&list, '?');
    if (list.failed) memory->failed = true;
    const char *said = found && !list.failed ? arena_string(memory, list.bytes) : NULL;
    text_free(&list);
    return said;
}

/* gold_line.value: the setting itself. */
static const char *without_value(const setting_path *paths, size_t count, const char *wanted) {
    size_t length = strlen(wanted), tail = strlen(".value");
    if (length <= tail || strcmp(wanted + length - tail, ".value") != 0) return NULL;
    for (size_t i = 0; i < count; i++)
        if (strlen(paths[i].path) == length - tail &&
            strncmp(paths[i].path, wanted, length - tail) == 0)
            return paths[i].path;
    return NULL;
}

/* What stands there instead, or beside it; NULL: nothing. */
static const char *hint_around(const setting_path *paths, size_t count, const char *wanted,
                               arena *memory) {
    const char *itself = without_value(paths, count, wanted);
    if (itself) return arena_print(memory, "did you mean '%s'?", itself);
    return list_below(paths, count, wanted, strlen(wanted), memory);
}

static const char *hint_beside(const setting_path *paths, size_t count, const char *wanted,
                               arena *memory) {
    const char *last = wanted;
    for (const char *step = wanted; step; step = next_step(step))
        last = step;
    if (last == wanted || !strchr(wanted, '.')) return NULL;
    return list_below(paths, count, wanted, (size_t)(last - wanted) - 1, memory);
}

/* What was probably meant: what stands there, a path that looks alike, one that begins and ends
 * the same, what stands beside it; or where all are listed. */
static const char *likely_path(const setting_path *paths, size_t count, const char *wanted,
                               arena *memory) {
    const char *around = hint_around(paths, count, wanted, memory);
    if (around) return around;
    nearest guess = nearest_to(wanted);
    size_t steps = steps_in(wanted);
    const char *alike = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *ending = ending_of(paths[i].path, steps), *best = guess.best;
        nearest_offer(&guess, ending);
        if (guess.best != best) alike = paths[i].path;
    }
    if (!alike) alike = between_the_ends(paths, count, wanted);
    if (alike) return arena_print(memory, "did you mean '%s'?", alike);
    const char *beside = hint_beside(paths, count, wanted, memory);
    return beside ? beside : "`rung settings PROGRAM` lists all that can be set";
}

static void refuse_unknown(const setting_path *paths, size_t count, const char *wanted,
                           place at, problem_list *problems) {
    problem_add(problems, at, likely_path(paths, count, wanted, problems->memory),
                "nothing in the program is called '%s'", wanted);
}

static void refuse_ambiguous(const setting_path *paths, size_t count, const char *wanted,
                             place at, problem_list *problems) {
    enum { SHOWN = 6 };
    size_t steps = steps_in(wanted), found = 0;
    text_buffer list = {0};
    for (size_t i = 0; i < count; i++) {
        if (strcmp(ending_of(paths[i].path, steps), wanted) != 0) continue;
        if (found++ < SHOWN)
            text_print(&list, "%s'%s'", found > 1 ? ", " : "write ", paths[i].path);
    }
    if (found > SHOWN) text_print(&list, " or one of %zu more", found - SHOWN);
    if (list.failed) problems->memory->failed = true;
    problem_add(problems, at, list.failed ? NULL : list.bytes,
                "'%s' could be any of %zu settings", wanted, found);
    text_free(&list);
}

/* The path as it would be written: steps that need no quotes lose theirs, and those with `=`
 * get them, which files may leave out. */
static const char *plainly(arena *memory, const char *path) {
    text_buffer said = {0};
    if (!strpbrk(path, "\"=")) return path;
    while (path) {
        const char *next = next_step(path);
        size_t length = next ? (size_t)(next - path) - 1 : strlen(path);
        bool quoted = length > 2 && *path == '"' && path[length - 1] == '"';
        const char *inner = arena_copy(memory, path + quoted, length - 2 * (size_t)quoted);
        if (!inner) break;
        bool needed = strpbrk(inner, ". \t\"\\=") != NULL;
        if (needed && !quoted && strchr(inner, '='))
            text_print(&said, "\"%s\"", inner);
        else
            text_append(&said, needed ? path : inner, needed ? length : strlen(inner));
        if (next) text_append_byte(&said, '.');
        path = next;
    }
    const char *copy = said.failed || path ? NULL : arena_copy(memory, said.bytes, said.length);
    if (said.failed) memory->failed = true;
    text_free(&said);
    return copy;
}

const setting_path *path_find(const setting_path *paths, size_t count, const char *given,
                              place at, problem_list *problems) {
    const char *wanted = plainly(problems->memory, given);
    if (!wanted) return NULL;
    for (size_t i = 0; i < count; i++) {
        if (is_called(&paths[i], wanted)) return &paths[i];
    }
    const setting_path *found = NULL;
    size_t steps = steps_in(wanted), times = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(ending_of(paths[i].path, steps), wanted) != 0) continue;
        found = &paths[i];
        times++;
    }
    if (times == 1) return found;
    if (times)
        refuse_ambiguous(paths, count, wanted, at, problems);
    else
        refuse_unknown(paths, count, wanted, at, problems);
    return NULL;
}
