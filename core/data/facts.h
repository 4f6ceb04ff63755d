/* facts.h - what was read: typed columns, rows grouped by partner.
 *
 * Immutable once built; shared by any number of evaluations and threads. Partners are
 * numbered in byte order of their ids. The rows of a partner stand together, in order of
 * their ids (numbers by value, then texts by bytes) where the source has ids; so do all rows of
 * a reference, which belong to nobody. */
#ifndef RUNG_DATA_FACTS_H
#define RUNG_DATA_FACTS_H

#include "base/map.h"
#include "base/number.h"
#include "data/catalog.h"
#include "data/request.h"

/* The state of one cell. 0 is left to evaluators: "not computed yet". */
typedef enum cell_state { CELL_VALUE = 1, CELL_NONE = 2, CELL_WRONG = 3 } cell_state;

typedef struct facts_column {
    const char *name;
    cell_kind kind;
    /* Exactly one of the four vectors is there, one item a row; none when it was not read. */
    int64_t *narrow; /* NUMBER, MONEY: narrow / 10^places */
    number *wide;    /* NUMBER, MONEY when some cell does not fit the narrow form */
    int32_t *codes;  /* TEXT: code in facts->texts; DATE: date */
    uint8_t *flags;  /* BOOLEAN: 0 or 1 */
    int places;      /* of narrow */
    uint8_t *states; /* cell_state; NULL: every cell is a CELL_VALUE */
    /* TEXT that rules ask about: codes of the texts that stand in the column, also in rows that
     * are left out: all of them while they are few, else those that a rule names. */
    int32_t *met;
    size_t met_count;
    bool shown_only; /* TEXT: equal texts may have different codes; nobody compares them */
} facts_column;

/* What a scenario does to the rows of a source. */
typedef struct rows_changed {
    size_t added, replaced, deleted;
} rows_changed;

typedef struct facts_table {
    const char *source;
    size_t rows;          /* kept: of known partners, of use to some rule */
    size_t rows_read;     /* in the table */
    size_t orphans;       /* of partners nobody knows, left out; a reference has none */
    bool reference;       /* its rows belong to no partner: first and partner_of are NULL */
    uint32_t *first;      /* partner p's rows are first[p] .. first[p + 1] - 1 */
    uint32_t *partner_of; /* by row */
    int64_t *ids; /* by row: the integer, or a code in facts->texts; NULL: rows have no ids */
    uint8_t *id_is_text;   /* by row; NULL: all are integers */
    facts_column *columns; /* in the request's order; those not wanted have no vector */
    size_t column_count;
    int happened_on; /* as in the request */
    rows_changed changed;
} facts_table;

/* Whose a wrong cell of a reference is: an error of those who need it. */
#define NO_PARTNER UINT32_MAX

/* A cell that is not what its column says. It is its partner's error. */
typedef struct cell_error {
    uint32_t partner; /* or NO_PARTNER */
    uint32_t row;     /* of its table */
    int column;       /* index in the table's; -1: the row's id */
    date happened_on; /* of its row; DATE_FIRST when the source has no such date or it is the
                         wrong one */
    const char *source;
    place at;            /* the column in the rules */
    const char *message; /* names table, row and column */
} cell_error;

typedef struct facts {
    size_t partner_count;
    text *partner_ids;   /* ascending by bytes */
    facts_table *tables; /* in the request's order; the first is `partner`, a row a partner */
    size_t table_count;
    map texts; /* every text of a text column, numbered; those only shown can't be found */
    cell_error *errors; /* by partner (nobody's last), source, row id, column */
    size_t error_count;
    catalog catalog;
    date latest; /* the latest date in any happened_on column; DATE_FIRST - 1: none */
} facts;

/* Whether the column was read at all. */
bool facts_column_is_read(const facts_column *column);
/* Cells first .. first + count - 1 as numbers: NUMBER and MONEY exactly; TEXT its code, DATE
 * its days, BOOLEAN 0 or 1, as plain integers (not scaled). states get CELL_VALUE, CELL_NONE or
 * CELL_WRONG. */
void facts_column_load(const facts_column *column, size_t first, size_t count, number *values,
                       uint8_t *states);
/* The row's id as people see it, appended to out. */
void facts_row_id(const facts *f, const facts_table *table, size_t row, text_buffer *out);
/* Whether row a stands before row b by id (numbers by value, then texts by bytes). */
int facts_compare_rows(const facts *f, const facts_table *table, size_t a, size_t b);
/* Over every cell that was read; the same for the same rows in any order. */
void facts_fingerprint(const facts *f, char out[33]);
const facts_table *facts_table_find(const facts *f, const char *source);
/* The row of a reference that has the id, and -1 when none has. */
int64_t facts_row_find(const facts *f, const facts_table *reference, text id);
/* What is wrong with a cell of a reference; NULL when nothing is. */
const cell_error *facts_error_of(const facts *f, const facts_table *reference, size_t row,
                                 int column);
/* The partner's number, or -1. */
int64_t facts_partner_find(const facts *f, text id);

#endif
