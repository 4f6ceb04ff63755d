/* sample.h - small databases that a test makes from SQL, reads and throws away. */
#ifndef RUNG_TESTS_SAMPLE_H
#define RUNG_TESTS_SAMPLE_H

#include "data/connection.h"

typedef struct sample {
    char path[64]; /* the file; removed by sample_close */
    arena memory;
    problem_list problems;
    database *db; /* NULL when it could not be opened */
    catalog catalog;
} sample;

/* Makes the file with the given SQL, opens it and reads its catalog. */
void sample_open(sample *s, const char *sql);
/* The same without opening it. */
void sample_make(sample *s, const char *sql);
void sample_close(sample *s);

/* Reads partner(id) and one other source: columns as `asked`, all of them wanted. */
facts *sample_read(sample *s, const source_request *other);
/* The first problem's message, "" when there is none. */
const char *sample_problem(const sample *s);
/* The column of the second source. */
const facts_column *sample_column(const facts *f, size_t column);

#endif
