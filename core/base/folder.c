/* folder.c - lists a folder's files by name; nothing in them is read. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct listing {
    arena *memory;
    const char *folder, *const *endings;
    const char **paths;
    size_t count, capacity;
} listing;

static bool ends_so(const char *name, const char *const *endings) {
    size_t length = strlen(name);
    for (; name[0] != '.' && *endings; endings++) {
        size_t tail = strlen(*endings);
        if (length >= tail && strcmp(name + length - tail, *endings) == 0) return true;
    }
    return false;
}

static bool is_regular(const char *path) {
    struct stat there;
    return stat(path, &there) == 0 && S_ISREG(there.st_mode);
}

/* False when memory ran out. */
static bool take(listing *l, const char *name) {
    if (!ends_so(name, l->endings)) return true;
    bool here = strcmp(l->folder, ".") == 0;
    const char *path =
        here ? arena_string(l->memory, name) : arena_print(l->memory, "%s/%s", l->folder, name);
    if (!path) return false;
    if (!is_regular(path)) return true;
    const char **moved =
        arena_grow(l->memory, l->paths, l->count, &l->capacity, sizeof *l->paths);
    if (!moved) return false;
    l->paths = moved;
    l->paths[l->count++] = path;
    return true;
}

static int compare_paths(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *complaint_of(int error) {
    if (error == ENOENT) return "does not exist";
    if (error == ENOTDIR) return "is not a folder";
    return error == EACCES ? "may not be read" : "cannot be read";
}

bool folder_files(arena *memory, const char *folder, const char *const *endings,
                  const char ***paths, size_t *count, const char **why) {
    listing l = {.memory = memory, .folder = folder, .endings = endings};
    *why = NULL;
    DIR *there = opendir(folder);
    if (!there) {
        *why = complaint_of(errno);
        return false;
    }
    bool fine = true;
    const struct dirent *e;
    while (fine && (e = readdir(there)))
        fine = take(&l, e->d_name);
    closedir(there);
    if (l.count) qsort(l.paths, l.count, sizeof *l.paths, compare_paths);
    *paths = l.paths;
    *count = l.count;
    return fine;
}

const char *folder_of(arena *memory, const char *path) {
    struct stat there;
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode))
        return arena_copy(memory, path, length);
    const char *slash = strrchr(path, '/');
    if (!slash) return ".";
    return arena_copy(memory, path, slash > path ? (size_t)(slash - path) : 1);
}
