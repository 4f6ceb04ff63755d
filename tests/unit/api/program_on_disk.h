/* program_on_disk.h - a program, its data and a base result for tests of the public calls, and
 * a report in one piece. */
#ifndef RUNG_TESTS_PROGRAM_ON_DISK_H
#define RUNG_TESTS_PROGRAM_ON_DISK_H

#include <CUnit/Basic.h>
#include <rung.h>
#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct fixture {
    char folder[64], program_path[96], data_path[96];
    rung_program *program;
    rung_facts *facts;
    rung_result *base;
} fixture;

static inline void close_all(fixture *f) {
    rung_result_free(f->base);
    rung_facts_free(f->facts);
    rung_program_free(f->program);
    unlink(f->program_path);
    unlink(f->data_path);
    rmdir(f->folder);
}

/* A folder of its own with program.lua and data.db, that fills what the program reads. */
static inline void open_files(fixture *f, const char *rules, const char *rows) {
    sqlite3 *db = NULL;
    *f = (fixture){.folder = "/tmp/rung-embedded-XXXXXX"};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f->folder));
    snprintf(f->program_path, sizeof f->program_path, "%s/program.lua", f->folder);
    snprintf(f->data_path, sizeof f->data_path, "%s/data.db", f->folder);
    FILE *file = fopen(f->program_path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(rules, file);
    fclose(file);
    CU_ASSERT_EQUAL_FATAL(sqlite3_open(f->data_path, &db), SQLITE_OK);
    CU_ASSERT_EQUAL_FATAL(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    CU_ASSERT_EQUAL_FATAL(rung_program_load(&f->program, f->program_path, NULL, NULL), RUNG_OK);
}

typedef struct collected {
    char *bytes;
    size_t length;
} collected;

/* A rung_write: context is a collected, whose bytes the test frees. */
static inline bool collect(void *context, const char *bytes, size_t length) {
    collected *c = context;
    char *grown = realloc(c->bytes, c->length + length + 1);
    if (!grown) return false;
    c->bytes = grown;
    memcpy(c->bytes + c->length, bytes, length);
    c->length += length;
    c->bytes[c->length] = '\0';
    return true;
}

#endif
