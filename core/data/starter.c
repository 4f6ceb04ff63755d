/* starter.c - writes the starter files, or none. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "data/starter.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct starter_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
} starter_file;

#include "generated/starter.inc"

enum { FILES = sizeof starter_files / sizeof *starter_files };

static const char *const annotations_folder = "editor";
static const char *const annotations_name = "editor/rung.lua";

typedef struct starter {
    const char *folder;
    problem_list *problems;
    bool made_folder;
} starter;

static const char *path_in(const starter *s, const char *name) {
    return arena_print(s->problems->memory, "%s/%s", s->folder, name);
}

static bool cannot(const starter *s, const char *path, int error) {
    return problem_add(s->problems, (place){0}, NULL, "'%s' cannot be written: %s", path,
                       strerror(error));
}

/* Whether the folder holds anything but itself and its parent. */
static bool is_empty(DIR *folder) {
    const struct dirent *e;
    while ((e = readdir(folder))) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0) return false;
    }
    return true;
}

static bool make_folder(starter *s) {
    s->made_folder = mkdir(s->folder, 0777) == 0;
    if (s->made_folder) return true;
    if (errno != EEXIST) return cannot(s, s->folder, errno);
    DIR *there = opendir(s->folder);
    if (!there) return cannot(s, s->folder, errno);
    bool empty = is_empty(there);
    closedir(there);
    if (empty) return true;
    return problem_add(s->problems, (place){0}, "give a folder that is new or empty",
                       "the folder '%s' is not empty", s->folder);
}

static bool write_file(const starter *s, const char *name, const void *bytes, size_t length) {
    const char *path = path_in(s, name);
    if (!path) return false;
    FILE *file = fopen(path, "wbx");
    if (!file) return cannot(s, path, errno);
    bool written = fwrite(bytes, 1, length, file) == length;
    int error = errno;
    if (fclose(file) != 0 && written) {
        written = false;
        error = errno;
    }
    return written || cannot(s, path, error);
}

static bool write_all(const starter *s, text annotations) {
    const char *editor = path_in(s, annotations_folder);
    if (!editor) return false;
    if (mkdir(editor, 0777) != 0) return cannot(s, editor, errno);
    for (int i = 0; i < FILES; i++) {
        if (!write_file(s, starter_files[i].name, starter_files[i].bytes,
                        starter_files[i].length))
            return false;
    }
    return write_file(s, annotations_name, annotations.bytes, annotations.length);
}

/* Takes away what write_all may have written; the folder was empty before. */
static void remove_all(const starter *s) {
    const char *path;
    for (int i = 0; i < FILES; i++) {
        if ((path = path_in(s, starter_files[i].name))) unlink(path);
    }
    if ((path = path_in(s, annotations_name))) unlink(path);
    if ((path = path_in(s, annotations_folder))) rmdir(path);
    if (s->made_folder) rmdir(s->folder);
}

bool starter_write(const char *folder, text annotations, problem_list *problems) {
    starter s = {folder, problems, false};
    if (!make_folder(&s)) return false;
    if (write_all(&s, annotations)) return true;
    remove_all(&s);
    return false;
}
