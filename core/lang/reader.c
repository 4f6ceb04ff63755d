/* reader.c - opens, checks and reads rule files; decides what an include may reach. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif
#include "lang/reader.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "syntax/characters.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LARGEST_FILE = 256 * 1024, NAMES_OFFERED = 500 };

static const char *resolve(arena *memory, const char *path) {
    char whole[PATH_MAX];
    return realpath(path, whole) ? arena_string(memory, whole) : NULL;
}

static source_file *new_file(arena *memory, const char *name, const char *bytes,
                             size_t length) {
    source_file *file = arena_allocate(memory, sizeof *file);
    if (!file) return NULL;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) bytes += 3, length -= 3;
    *file = (source_file){.name = name, .bytes = bytes, .length = length};
    return file;
}

static place place_of_byte(const source_file *file, size_t offset) {
    place at = {.file = file, .line = 1, .column = 1, .width = 1};
    for (size_t i = 0; i < offset; i++) {
        at.column++;
        if (file->bytes[i] == '\n') at.line++, at.column = 1;
    }
    return at;
}

static bool check_text(reader *r, const source_file *file) {
    const char *nul = memchr(file->bytes, 0, file->length);
    if (nul) {
        return problem_add(r->problems, place_of_byte(file, (size_t)(nul - file->bytes)),
                           "rule files are plain text", "'%s' holds a NUL byte", file->name);
    }
    size_t valid = characters_valid(file->bytes, file->length);
    if (valid == file->length) return true;
    return problem_add(r->problems, place_of_byte(file, valid), "save the file as UTF-8",
                       "'%s' is not valid UTF-8 text", file->name);
}

static const source_file *keep(reader *r, source_file *file, const char *resolved) {
    if (!file) return NULL;
    r->files = arena_grow(r->memory, r->files, r->count, &r->room, sizeof *r->files);
    r->resolved =
        arena_grow(r->memory, r->resolved, r->count, &r->resolved_room, sizeof *r->resolved);
    if (!r->files || !r->resolved) return NULL;
    r->files[r->count] = file;
    r->resolved[r->count++] = resolved;
    return file;
}

/* Reads a resolved path under the name that people know. */
static const source_file *read_file(reader *r, const char *resolved, const char *name,
                                    place at) {
    size_t length = 0;
    const char *why = NULL;
    char *bytes = file_read(r->memory, resolved, LARGEST_FILE, &length, &why);
    if (why) {
        problem_add(r->problems, at, NULL, "'%s' %s", name, why);
        return NULL;
    }
    source_file *file = bytes ? new_file(r->memory, name, bytes, length) : NULL;
    if (!file || !check_text(r, file)) return NULL;
    return keep(r, file, resolved);
}

static bool is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

const source_file *reader_open(reader *r, const char *path) {
    place nowhere = {0};
    const char *file = path;
    if (is_folder(path)) file = arena_print(r->memory, "%s/program.lua", path);
    if (!file) return NULL;
    const char *resolved = resolve(r->memory, file);
    if (!resolved) {
        if (r->memory->failed) return NULL;
        if (file != path)
            problem_add(r->problems, nowhere, "a program's folder holds program.lua",
                        "there is no program.lua in '%s'", path);
        else
            problem_add(r->problems, nowhere, NULL, "there is no file or folder '%s'", path);
        return NULL;
    }
    const char *slash = strrchr(file, '/'), *end = strrchr(resolved, '/');
    const char *name = arena_string(r->memory, slash ? slash + 1 : file);
    r->folder = arena_copy(r->memory, resolved, end > resolved ? (size_t)(end - resolved) : 1);
    if (!name || !r->folder) return NULL;
    return read_file(r, resolved, name, nowhere);
}

/* base's folder joined with name, without . and ..; NULL when it leaves the folder or memory
 * ran out. */
static char *join_names(arena *memory, const char *base, const char *name) {
    const char *slash = strrchr(base, '/');
    int folder = slash ? (int)(slash - base) : 0;
    char *path = arena_print(memory, "%.*s/%s", folder, base, name);
    char *out = path ? arena_allocate(memory, strlen(path) + 1) : NULL;
    size_t length = 0;
    for (const char *p = path; out && *p;) {
        size_t part = strcspn(p, "/");
        if (part == 2 && p[0] == '.' && p[1] == '.') {
            if (!length) return NULL;
            while (length && out[--length] != '/')
                continue;
        } else if (part && !(part == 1 && p[0] == '.')) {
            if (length) out[length++] = '/';
            memcpy(out + length, p, part);
            length += part;
        }
        p += part + (p[part] == '/');
    }
    if (out) out[length] = '\0';
    return out;
}

static bool lies_in(const char *folder, const char *path) {
    size_t length = strlen(folder);
    if (strcmp(folder, "/") == 0) return true;
    return strncmp(folder, path, length) == 0 && path[length] == '/';
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_rule_file(const char *name) {
    size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".lua") == 0;
}

/* "did you mean 'tiers.lua'?" from the rule files beside the missing one. */
static const char *near_file(reader *r, const char *name) {
    const char *slash = strrchr(name, '/'), *names[NAMES_OFFERED];
    const char *folder =
        arena_print(r->memory, "%s/%.*s", r->folder, slash ? (int)(slash - name) : 0, name);
    DIR *entries = folder ? opendir(folder) : NULL;
    size_t count = 0;
    for (struct dirent *e; entries && count < NAMES_OFFERED && (e = readdir(entries));) {
        const char *copy = is_rule_file(e->d_name) ? arena_string(r->memory, e->d_name) : NULL;
        if (copy) names[count++] = copy;
    }
    if (entries) closedir(entries);
    if (!count) return NULL;
    qsort(names, count, sizeof *names, compare_names);
    nearest guess = nearest_to(slash ? slash + 1 : name);
    for (size_t i = 0; i < count; i++)
        nearest_offer(&guess, names[i]);
    if (guess.best) return arena_print(r->memory, "did you mean '%s'?", guess.best);
    return arena_print(r->memory, "the folder has '%s'%s", names[0],
                       count > 1 ? " and others" : "");
}

static const source_file *leaves_folder(reader *r, const char *name, place at) {
    problem_add(r->problems, at, "keep all rule files in the program's folder",
                "'%.200s' lies outside of the program's folder", name);
    return NULL;
}

const source_file *reader_include(reader *r, const char *name, place at, bool *already) {
    *already = false;
    char *relative = name[0] == '/' ? NULL : join_names(r->memory, at.file->name, name);
    if (r->memory->failed) return NULL;
    if (!relative) return leaves_folder(r, name, at);
    const char *path = arena_print(r->memory, "%s/%s", r->folder, relative);
    const char *resolved = path ? resolve(r->memory, path) : NULL;
    if (r->memory->failed) return NULL;
    if (!resolved || !*relative) {
        problem_add(r->problems, at, near_file(r, relative), "there is no file '%.200s'", name);
        return NULL;
    }
    if (!lies_in(r->folder, resolved)) return leaves_folder(r, name, at);
    for (size_t i = 0; i < r->count; i++) {
        if (strcmp(r->resolved[i], resolved) != 0) continue;
        *already = true;
        return r->files[i];
    }
    return read_file(r, resolved, relative, at);
}
