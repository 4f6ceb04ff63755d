/* table.h - rows under headings, aligned by display width, for people.
 *
 * Cells are gathered first, since a column is as wide as its widest cell; what comes from data
 * is made safe for terminals on the way in. Everything lives in the table's arena; memory that
 * ran out is remembered there. */
#ifndef RUNG_REPORT_TABLE_H
#define RUNG_REPORT_TABLE_H

#include "base/arena.h"
#include "report/writer.h"

enum { TABLE_COLUMNS = 64 };

typedef enum table_side { TABLE_LEFT, TABLE_RIGHT } table_side;

typedef enum table_tone { TONE_PLAIN, TONE_HEADING, TONE_DIM } table_tone;

typedef struct table_column_style {
    const char *heading;
    table_side side;
    bool optional; /* left out when all its cells are empty, and with all other optional columns
                    * where they don't fit */
    size_t widest; /* longer cells are cut, with "..."; 0: never */
} table_column_style;

typedef struct table_cell table_cell;

typedef struct table {
    arena *memory;
    table_column_style columns[TABLE_COLUMNS];
    size_t widths[TABLE_COLUMNS];
    bool filled[TABLE_COLUMNS]; /* some cell is not empty */
    size_t column_count;
    table_cell *cells; /* row by row */
    size_t count, capacity;
    size_t rule_before; /* cell before whose row a line is drawn; 0: none */
} table;

/* Columns beyond TABLE_COLUMNS are dropped, and their cells must not be added. */
void table_begin(table *t, arena *memory);
void table_column(table *t, table_column_style style);
/* The next cell, from left to right; a row is full when every column has one. */
void table_add(table *t, text cell);
void table_add_string(table *t, const char *cell);
/* The next row is a total: a line is drawn above it. */
void table_total(table *t);
/* Columns of a terminal that a row takes with all optional columns. */
size_t table_width(const table *t);
/* Indented by two; width 0: optional columns always fit. */
void table_print(const table *t, writer *out, size_t width, bool color);

/* A piece of text in a tone, where colour is wanted. */
void table_say(writer *out, table_tone tone, bool color, const char *words);
/* Data made safe for a terminal. */
void table_say_text(writer *out, text t);
/* The same in lines of at most `width` columns (0: 80), broken at blanks: the first begins
 * where the caller is, in column `at`, further ones in column `hanging`. A word is never
 * broken. */
void table_say_lines(writer *out, text t, size_t at, size_t hanging, size_t width);

#endif
