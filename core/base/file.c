#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KIBIBYTE = 1024 };

static const char *too_large(arena *memory, size_t largest) {
    return arena_print(memory, "is larger than %zu KiB", largest / KIBIBYTE);
}

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
    if (bytes) bytes[*length] = '\0';
    return *why ? NULL : bytes;
}

char *file_read(arena *memory, const char *path, size_t largest, size_t *length,
                const char **why) {
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
    else if ((size_t)about.st_size > largest)
        *why = too_large(memory, largest);
    else
        bytes = read_bytes(memory, file, (size_t)about.st_size, length, why);
    close(file);
    return bytes;
}
