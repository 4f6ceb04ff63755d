/* new_file.h - where an exported database will stand, and the file beside it that is written.
 *
 * Nothing that was not exported by Rung is ever replaced. Private to data/. */
#ifndef RUNG_DATA_NEW_FILE_H
#define RUNG_DATA_NEW_FILE_H

#include "base/problem.h"

/* "Rung", in the header of every exported database. */
enum { EXPORT_APPLICATION = 0x52756e67 };

typedef struct new_file {
    char *place;  /* where it will stand */
    char *beside; /* what is written */
} new_file;

/* Makes an empty file beside the place; false with a problem, or without when memory ran out.
 */
bool new_file_begin(new_file *out, const char *path, problem_list *problems);
/* Puts it in its place; false with a problem, and nothing is left. */
bool new_file_keep(new_file *f, problem_list *problems);
void new_file_drop(new_file *f);

#endif
