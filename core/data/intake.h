/* intake.h - rows of one source as one thread takes them in.
 *
 * Rows come one by one and are looked up by partner in batches. Rows of unknown partners and
 * rows that no rule can use are counted and left out, the latter only when all their cells are
 * right. Several intakes of one source, filled by several threads, share nothing that varies;
 * the builder joins them. */
#ifndef RUNG_DATA_INTAKE_H
#define RUNG_DATA_INTAKE_H

#include "data/column_buffer.h"
#include "data/known_partners.h"

enum { ID_COLUMN = -1 };

/* A wrong cell, until its row has its place in the facts. */
typedef struct waiting_error {
    uint32_t table;
    uint32_t row;
    int column; /* ID_COLUMN: the row's id */
    cell_error error;
} waiting_error;

/* Whose the batch's rows are: `rows` of the texts says which rows are kept, NOT_KEPT the
 * others. */
typedef waiting_texts row_owners;

typedef struct intake {
    const source_request *source;
    const known_partners *known; /* NULL for `partner` itself */
    map *partners;               /* for `partner`: ids in the order in which they came */
    map own_partners;            /* maybe these */
    size_t nameless;             /* rows of `partner` without an id */
    arena *memory;               /* of the texts and messages: own, or the facts' */
    arena own_memory;
    map own_texts;
    dictionary own_dictionary;
    dictionary *texts; /* own_dictionary, or that of all sources */
    row_filter filter;
    column_buffer *columns; /* those that are read */
    size_t column_count;
    size_t *text_columns; /* those of them that are texts: they wait until the row is kept */
    size_t text_count;
    uint8_t *states;      /* of the row being taken, by column */
    uint32_t *partner_of; /* by row */
    int64_t *ids;         /* by row; NULL: rows have no ids */
    uint8_t *id_is_text;  /* by row; NULL while all are integers */
    size_t rows;          /* kept */
    size_t batch;         /* where the batch begins; rows before it have partners */
    size_t capacity;
    row_owners *owners;
    bool in_order; /* ids are integers that never fell */
    int day;       /* index in `columns` of what dates a row, or -1 */
    date latest;   /* of all rows; DATE_FIRST - 1: none */
    size_t rows_read;
    size_t orphans;
    waiting_error *errors;
    size_t error_count;
    size_t error_capacity;
} intake;

/* What people call the table: the name of a SELECT is its source's. */
const char *intake_table_name(const source_request *source);
/* Notes what is wrong with the row at in->rows, whose columns were weighed. */
bool intake_complain(intake *in, const cell *id, const cell *cells);

/* `texts` NULL: texts and messages stay the intake's own until they are joined to others. */
bool intake_begin(intake *in, const source_request *source, const known_partners *known,
                  dictionary *texts, arena *memory);
/* Before the first row: about so many rows will come. False when memory ran out. */
bool intake_expect(intake *in, size_t rows);
/* A row: its id, its partner and one cell a column of the request. False: out of memory. */
bool intake_row(intake *in, const cell *id, const cell *partner, const cell *cells);
/* The same for a row of `partner` itself. Whether another row has its id shows when all of them
 * are put into order. */
bool intake_partner(intake *in, const cell *id, const cell *cells);
/* After the last row. */
bool intake_end(intake *in);
void intake_free(intake *in);

#endif
