/* reader.h - rule files from the disk.
 *
 * Only regular files inside the program's folder, at most 256 KiB, valid UTF-8. Names are
 * relative to that folder. Used by load.c. */
#ifndef RUNG_LANG_READER_H
#define RUNG_LANG_READER_H

#include "base/problem.h"

typedef struct reader {
    arena *memory;
    problem_list *problems;
    const char *folder;    /* resolved; every file lies in it */
    const char **resolved; /* the real path of each file read */
    const source_file **files;
    size_t count, room, resolved_room;
} reader;

/* Finds the program's folder and reads its first file. NULL: reported, or memory ran out. */
const source_file *reader_open(reader *r, const char *path);

/* Reads what `include "name"` at `at` means, relative to the file that says it. *already is set
 * when it was read before. NULL: reported, or memory ran out. */
const source_file *reader_include(reader *r, const char *name, place at, bool *already);

#endif
