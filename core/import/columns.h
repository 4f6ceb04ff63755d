/* columns.h - the columns that a file is imported into: their names, what they hold, how the
 * table keeps it, and which column of the file fills them. Private to import/ but for api/,
 * which fills import_source, and report/, which shows the columns. */
#ifndef RUNG_IMPORT_COLUMNS_H
#define RUNG_IMPORT_COLUMNS_H

#include "data/cell.h"
#include "data/people_amount.h"
#include "data/request.h"

/* What the program says of the table's rows. */
typedef struct import_source {
    const source_request *request; /* NULL: there is no program */
    const char *currency;          /* the program's: "USD" */
    const char *row_currency;      /* the column with each row's own; NULL: none */
    const char *const *others;     /* further columns that the source names, which hold texts */
    size_t other_count;
} import_source;

/* How the file is written. */
typedef struct import_style {
    decimal_mark decimal;
    const char *date_pattern; /* NULL: ISO alone */
    bool minor_units;         /* amounts are cents already */
} import_style;

/* How a table keeps a cell: SQLite's affinity. */
typedef enum import_room {
    ROOM_ANY,
    ROOM_TEXT,
    ROOM_INTEGER,
    ROOM_REAL,
    ROOM_NUMERIC
} import_room;

enum { NO_HEADER = -1 };

typedef struct import_column {
    const char *name;  /* as the table calls it */
    const char *alias; /* as rules call it; may be equal */
    const char *type;  /* as the table declares it */
    cell_kind kind;
    bool is_key;      /* an id: a whole number stays one, blanks around it go */
    bool is_whole;    /* NUMBER: without decimals */
    int minor_places; /* MONEY in minor units; else PLACES_AS_WRITTEN */
    import_room room;
    bool numbers_rows; /* INTEGER PRIMARY KEY: left empty, it is counted up */
    bool needs_value;  /* NOT NULL, or the id */
    bool has_default;
    bool is_declared; /* the program's source names it */
    bool left_empty;  /* --map =name */
    bool is_offered;  /* made only if the file fills it: an id that nobody named */
    int header;       /* which cell of a row fills it, or NO_HEADER */
    const char *header_name;
} import_column;

typedef struct import_columns {
    import_column *items;
    size_t count, capacity;
    int id;       /* index, or -1 */
    int currency; /* index of the row's currency, or -1 */
} import_columns;

/* The columns of a table that is to be made for the source. False when memory ran out. */
bool import_columns_of_source(arena *memory, const import_source *source, import_columns *out);
/* What a table's column holds, as its declared type says. */
import_column import_column_declared(const char *name, const char *type, bool is_strict);
/* What the program says of a column that the table has; what it does not name stays. */
void import_column_agree(import_column *column, const import_source *source);
/* "money, in minor units", as people read it. */
const char *import_column_says(const import_column *column);
/* By name or alias, without regard to case, blanks and underscores; NULL when there is none. */
import_column *import_columns_find(import_columns *columns, text name);
bool import_same_name(text a, text b);

#endif
