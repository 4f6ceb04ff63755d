/* yaml_file.c - opens a file that somebody named: regular, and not too large. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "scenario/yaml.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char too_large[] = "is larger than 1 MiB";

/* NULL with *why set, or without it when memory ran out. */
static char *read_bytes(arena *memory, int file, size_t size, size_t *length,
                        const char **why) {
    char *bytes = arena_allocate(memory, size + 2);
    *length = 0;
    while (bytes && *length <= size) {
        ssize_t got = read(file, bytes + *length, size + 1 - *length);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) *why = "cannot be read";
        if (got <= 0) break;
        *length += (size_t)got;
    }
    if (*length > size) *why = "changed while it was read";
    if (bytes) bytes[*length] = 0;
    return *why ? NULL : bytes;
}

static char *read_regular(arena *memory, const char *path, size_t *length, const char **why) {
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        *why = errno == ENOENT ? "does not exist" : "cannot be opened";
        return NULL;
    }
    struct stat about;
    char *bytes = NULL;
    if (fstat(file, &about) != 0)
        *why = "cannot be read";
    else if (!S_ISREG(about.st_mode))
        *why = "is not a regular file";
    else if (about.st_size > YAML_BYTES)
        *why = too_large;
    else
        bytes = read_bytes(memory, file, (size_t)about.st_size, length, why);
    close(file);
    return bytes;
}

const source_file *yaml_open(arena *memory, const char *path, problem_list *problems) {
    size_t length = 0;
    const char *why = NULL;
    char *bytes = read_regular(memory, path, &length, &why);
    if (why) problem_add(problems, (place){0}, NULL, "'%s' %s", path, why);
    source_file *file = bytes ? arena_allocate(memory, sizeof *file) : NULL;
    if (!file) return NULL;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) bytes += 3, length -= 3;
    *file = (source_file){arena_string(memory, path), bytes, length};
    return file->name ? file : NULL;
}
