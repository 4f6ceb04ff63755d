/* new_file.c - a file is written beside its place and renamed: see new_file.h. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif
#include "data/new_file.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEADER = 100, APPLICATION_AT = 68, ATTEMPTS = 100 };

static bool cannot(problem_list *problems, const char *path, const char *why) {
    return problem_add(problems, (place){0}, NULL, "'%.200s' cannot be written: %s", path, why);
}

/* Whether the file was exported before: a SQLite file that bears the application id. */
static bool is_export(const char *path) {
    unsigned char head[HEADER];
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    size_t length = fread(head, 1, sizeof head, file);
    fclose(file);
    if (length < sizeof head || memcmp(head, "SQLite format 3", 16) != 0) return false;
    long id = 0;
    for (int i = 0; i < 4; i++)
        id = id << 8 | head[APPLICATION_AT + i];
    return id == EXPORT_APPLICATION;
}

static bool may_replace(const char *path, const struct stat *there, problem_list *problems) {
    if (S_ISDIR(there->st_mode)) return cannot(problems, path, "it is a folder");
    if (!S_ISREG(there->st_mode)) return cannot(problems, path, "it is not a file");
    if (there->st_size == 0 || is_export(path)) return true;
    return problem_add(problems, (place){0}, "name a new file",
                       "'%.200s' exists and was not exported by rung; it is left alone", path);
}

static char *copy_of(const char *string) {
    size_t size = strlen(string) + 1;
    char *copy = memory_allocate(size);
    if (copy) memcpy(copy, string, size);
    return copy;
}

/* A link is followed, so that the file it names is replaced. */
static char *find_place(const char *path, bool exists, problem_list *problems) {
    if (!exists) return copy_of(path);
    char *real = realpath(path, NULL);
    char *copy = real ? copy_of(real) : NULL;
    if (!real) cannot(problems, path, strerror(errno));
    free(real); /* realpath took it */
    return copy;
}

static bool make_beside(new_file *f, const char *path, problem_list *problems) {
    size_t room = strlen(f->place) + 32;
    f->beside = memory_allocate(room);
    if (!f->beside) return false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        snprintf(f->beside, room, "%s.new-%ld-%d", f->place, (long)getpid(), attempt);
        int file = open(f->beside, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (file >= 0) return close(file) == 0;
        if (errno != EEXIST) break;
    }
    return cannot(problems, path, strerror(errno));
}

static void forget(new_file *f) {
    memory_free(f->place);
    memory_free(f->beside);
    *f = (new_file){0};
}

bool new_file_begin(new_file *out, const char *path, problem_list *problems) {
    struct stat there;
    bool exists = stat(path, &there) == 0;
    *out = (new_file){0};
    if (exists && !may_replace(path, &there, problems)) return false;
    out->place = find_place(path, exists, problems);
    if (out->place && make_beside(out, path, problems)) return true;
    forget(out);
    return false;
}

bool new_file_keep(new_file *f, problem_list *problems) {
    bool kept = rename(f->beside, f->place) == 0;
    if (!kept) {
        cannot(problems, f->place, strerror(errno));
        unlink(f->beside);
    }
    forget(f);
    return kept;
}

void new_file_drop(new_file *f) {
    if (f->beside) unlink(f->beside);
    forget(f);
}
