/* export.h - a new SQLite file for results: tables of typed cells, whole or not there at all.
 *
 * Everything is one transaction in a file beside the place, which takes the place when it is
 * done. What stands there already is replaced only when it was made by this very door (its
 * application id says so) or is empty: nobody's data is ever overwritten. A table is begun,
 * then its rows come; what fails is remembered, and export_end tells it. Used by report/ for
 * `--format sqlite`. */
#ifndef RUNG_DATA_EXPORT_H
#define RUNG_DATA_EXPORT_H

#include "base/problem.h"
#include "data/cell.h"

typedef struct export_file export_file;

typedef enum export_kind {
    EXPORT_KEY,    /* text, part of the primary key */
    EXPORT_NUMBER, /* an integer, part of the primary key */
    EXPORT_TEXT,
    EXPORT_INTEGER
} export_kind;

typedef struct export_column {
    const char *name;
    export_kind kind;
} export_column;

/* NULL with a problem when it may not be written there, without one when memory ran out. */
export_file *export_begin(const char *path, problem_list *problems);
/* A STRICT table called prefix and name. */
void export_table(export_file *e, const char *prefix, const char *name,
                  const export_column *columns, size_t count);
/* A row of the table begun last, a cell a column. False: give up, it is of no use any more. */
bool export_row(export_file *e, const cell *cells);
/* Says what cannot be exported; the first stays. */
void export_refuse(export_file *e, const char *why);
/* Commits and puts it in its place, unless keep is false. False when it is not there; the
 * problem says why. Frees everything. */
bool export_end(export_file *e, bool keep, problem_list *problems);

static inline cell export_none(void) {
    return (cell){.type = CELL_IS_EMPTY};
}

static inline cell export_integer(int64_t value) {
    return (cell){.type = CELL_IS_INTEGER, .integer = value};
}

static inline cell export_text(text t) {
    return (cell){.type = CELL_IS_TEXT, .text = t};
}

/* NULL is no value. */
static inline cell export_string(const char *string) {
    return string ? export_text(text_of(string)) : export_none();
}

#endif
