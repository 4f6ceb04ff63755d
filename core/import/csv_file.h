/* csv_file.h - a CSV file, row by row, with the line that every cell stands on.
 *
 * Cells are separated by commas, semicolons, tabs or whatever is said, and may be quoted with
 * line breaks inside. What cannot be understood (a quote that is not closed) is a problem and
 * ends the file; nothing is guessed but the delimiter. Cells may hold any bytes. Memory is
 * bounded by the largest row. libcsv is known to csv_file.c alone. */
#ifndef RUNG_IMPORT_CSV_FILE_H
#define RUNG_IMPORT_CSV_FILE_H

#include "base/problem.h"

typedef struct csv_file csv_file;

typedef struct csv_cell {
    text text; /* blanks around it are taken away unless it was quoted */
    int line;  /* where it begins, from 1 */
} csv_cell;

typedef struct csv_row {
    const csv_cell *cells; /* until the next row is asked for */
    size_t count;
    int line; /* where it begins */
} csv_row;

enum { CSV_LARGEST_CELL = 1024 * 1024, CSV_MOST_CELLS = 2000 };

/* NULL with a problem, or without one when memory ran out. "-": standard input. delimiter 0:
 * the one that the header line has most of. */
csv_file *csv_file_open(const char *path, char delimiter, problem_list *problems);
/* False at the end of the file; also after a problem, or when memory ran out. */
bool csv_file_next(csv_file *file, csv_row *out, problem_list *problems);
/* Whether it was read to its end and all was well. */
bool csv_file_is_done(const csv_file *file);
void csv_file_close(csv_file *file);

char csv_file_delimiter(const csv_file *file);
/* Names the file in problems; lives in the list's arena. */
const source_file *csv_file_source(const csv_file *file);

#endif
