/* sample.c - small databases that a test makes from SQL, reads and throws away. */
#define _POSIX_C_SOURCE 200809L

#include "sample.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void sample_make(sample *s, const char *sql) {
    *s = (sample){.path = "/tmp/rung-sample-XXXXXX"};
    s->problems.memory = &s->memory;
    int file = mkstemp(s->path);
    CU_ASSERT_TRUE_FATAL(file >= 0);
    close(file);
    sqlite3 *handle = NULL;
    CU_ASSERT_EQUAL_FATAL(sqlite3_open(s->path, &handle), SQLITE_OK);
    char *why = NULL;
    sqlite3_exec(handle, sql, NULL, NULL, &why);
    if (why) printf("\nsample: %s\n", why);
    CU_ASSERT_PTR_NULL_FATAL(why);
    sqlite3_close(handle);
}

void sample_open(sample *s, const char *sql) {
    sample_make(s, sql);
    s->db = database_open(s->path, &s->problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(s->db);
    CU_ASSERT_TRUE(database_catalog(s->db, &s->memory, &s->catalog, &s->problems));
}

void sample_close(sample *s) {
    database_close(s->db);
    arena_free(&s->memory);
    unlink(s->path);
}

facts *sample_read(sample *s, const source_request *other) {
    column_request none[1] = {{0}};
    source_request sources[2] = {
        {.name = "partner", .from = "partner", .id = "id", .happened_on = -1, .columns = none}};
    if (other) sources[1] = *other;
    request wanted = {.sources = sources, .count = other ? 2 : 1};
    return database_read(s->db, &s->memory, &wanted, &s->catalog, 1, NULL, NULL, &s->problems);
}

const char *sample_problem(const sample *s) {
    return s->problems.count ? s->problems.items[0].message : "";
}

const facts_column *sample_column(const facts *f, size_t column) {
    return &f->tables[1].columns[column];
}
