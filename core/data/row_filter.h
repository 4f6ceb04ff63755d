/* row_filter.h - which rows of a source some rule can use, and which of their columns.
 *
 * A cell answers the tests of its column with a set of bits, one a test; the answers of all
 * cells of a row decide about the row. Made from source_request.uses; where those are not
 * known every row is of use. Immutable but for a memory of the last decisions, so each thread
 * has its own. */
#ifndef RUNG_DATA_ROW_FILTER_H
#define RUNG_DATA_ROW_FILTER_H

#include "base/text.h"
#include "data/request.h"

typedef uint64_t row_answers;
#define ROW_ANSWERS_ALL UINT64_MAX

enum { ROW_DECISIONS = 64 };

/* What a set of answers comes to. */
typedef struct row_decision {
    row_answers answers;
    uint64_t columns; /* that are read from the row, as in row_use */
    bool known, keep;
} row_decision;

typedef struct filter_test {
    const row_test *asked;
    row_answers bit;
} filter_test;

typedef struct column_tests {
    filter_test *tests;
    size_t count;
    row_answers exact; /* those that ask for a text itself */
} column_tests;

typedef struct row_filter {
    const source_request *source;
    column_tests *columns; /* by column of the request */
    row_answers *needed;   /* by use */
    bool all;              /* every row and every column is wanted */
    row_decision decisions[ROW_DECISIONS];
} row_filter;

/* False when memory ran out. */
bool row_filter_make(row_filter *filter, const source_request *source);
void row_filter_free(row_filter *filter);

row_answers row_filter_text(const row_filter *filter, size_t column, text value);
/* A date, or 0 or 1. */
row_answers row_filter_value(const row_filter *filter, size_t column, int32_t value);
row_answers row_filter_none(const row_filter *filter, size_t column);

row_decision row_filter_decide(row_filter *filter, row_answers answers);

#endif
