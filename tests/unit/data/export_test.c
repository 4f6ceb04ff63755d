/* export_test.c - a new database: typed cells, whole or not there, nobody's data overwritten.
 */
#define _POSIX_C_SOURCE 200809L

#include "data/export.h"

#include "base/memory.h"
#include "sample.h"

#include <CUnit/Basic.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const export_column columns[] = {{"id", EXPORT_KEY},
                                        {"n\"o", EXPORT_NUMBER},
                                        {"name", EXPORT_TEXT},
                                        {"paid", EXPORT_INTEGER}};
enum { COLUMNS = sizeof columns / sizeof *columns };

static char folder[64], path[80];

static int make_folder(void) {
    strcpy(folder, "/tmp/rung-export-XXXXXX");
    if (!mkdtemp(folder)) return 1;
    snprintf(path, sizeof path, "%s/out.db", folder);
    return 0;
}

static int remove_folder(void) {
    unlink(path);
    return rmdir(folder);
}

/* Files in the folder. */
static size_t count_files(void) {
    size_t count = 0;
    DIR *all = opendir(folder);
    for (const struct dirent *e; all && (e = readdir(all));)
        count += e->d_name[0] != '.';
    closedir(all);
    return count;
}

static bool write_rows(problem_list *problems, int64_t last, bool keep) {
    export_file *e = export_begin(path, problems);
    if (!e) return false;
    export_table(e, "base_", "par\"tner", columns, COLUMNS);
    export_row(e, (cell[]){export_text((text){"P\0 1", 4}), export_integer(1),
                           export_string("Müller 'n' \"S\""), export_integer(INT64_MIN)});
    export_row(e, (cell[]){export_string("P2"), export_integer(last), export_none(),
                           export_integer(INT64_MAX)});
    export_table(e, "", "empty", columns + 2, 2);
    return export_end(e, keep, problems);
}

static bool says(int64_t last, const char *wanted) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    bool refused = !write_rows(&problems, last, true) && problems.count == 1 &&
                   strstr(problems.items[0].message, wanted);
    arena_free(&memory);
    return refused;
}

static bool writes(void) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    bool fine = write_rows(&problems, 2, true) && !problems.count;
    arena_free(&memory);
    return fine;
}

static void fill(const char *bytes) {
    FILE *file = fopen(path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(bytes, file);
    fclose(file);
}

static bool answers(const char *sql, const char *wanted) {
    sqlite3 *db = NULL;
    sqlite3_stmt *asked = NULL;
    sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
    bool found = sqlite3_prepare_v2(db, sql, -1, &asked, NULL) == SQLITE_OK &&
                 sqlite3_step(asked) == SQLITE_ROW &&
                 strcmp((const char *)sqlite3_column_text(asked, 0), wanted) == 0;
    sqlite3_finalize(asked);
    sqlite3_close(db);
    return found;
}

static void cells_are_kept_as_they_are(void) {
    CU_ASSERT_TRUE(writes());
    CU_ASSERT_TRUE(answers("SELECT group_concat(hex(id) || paid) FROM \"base_par\"\"tner\"",
                           "50002031-9223372036854775808,50329223372036854775807"));
    CU_ASSERT_TRUE(answers("SELECT name FROM \"base_par\"\"tner\" WHERE \"n\"\"o\" = 1",
                           "Müller 'n' \"S\""));
    CU_ASSERT_TRUE(
        answers("SELECT count(*) FROM \"base_par\"\"tner\" WHERE name IS NULL", "1"));
    CU_ASSERT_TRUE(answers("SELECT count(*) FROM pragma_table_list WHERE strict", "2"));
    CU_ASSERT_TRUE(answers("PRAGMA integrity_check", "ok"));
    CU_ASSERT_EQUAL(count_files(), 1);
    unlink(path);
}

static void an_earlier_export_and_an_empty_file_are_replaced(void) {
    fill("");
    CU_ASSERT_TRUE(writes());
    CU_ASSERT_TRUE(writes());
    CU_ASSERT_EQUAL(count_files(), 1);
    unlink(path);
}

static void what_others_wrote_is_left_alone(void) {
    fill("id,name\n");
    CU_ASSERT_TRUE(says(2, "was not exported by rung"));
    unlink(path);
    sample other;
    sample_make(&other, "CREATE TABLE partner(id)");
    CU_ASSERT_EQUAL(rename(other.path, path), 0);
    CU_ASSERT_TRUE(says(2, "was not exported by rung"));
    CU_ASSERT_TRUE(answers("SELECT count(*) FROM partner", "0"));
    unlink(path);
    sample_close(&other);
    CU_ASSERT_EQUAL(mkfifo(path, 0600), 0);
    CU_ASSERT_TRUE(says(2, "it is not a file"));
    unlink(path);
    CU_ASSERT_EQUAL(mkdir(path, 0700), 0);
    CU_ASSERT_TRUE(says(2, "it is a folder"));
    rmdir(path);
    CU_ASSERT_EQUAL(count_files(), 0);
}

static void a_failure_leaves_nothing(void) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    export_file *e = export_begin(path, &problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(e);
    export_table(e, "", "t", columns, COLUMNS);
    cell same[] = {export_string("P"), export_integer(1), export_none(), export_none()};
    CU_ASSERT_TRUE(export_row(e, same));
    CU_ASSERT_FALSE(export_row(e, same));
    CU_ASSERT_FALSE(export_end(e, true, &problems));
    CU_ASSERT_EQUAL(problems.count, 1);
    CU_ASSERT_FALSE(write_rows(&problems, 2, false));
    e = export_begin(path, &problems);
    export_refuse(e, "an amount is too long");
    CU_ASSERT_FALSE(export_end(e, true, &problems));
    CU_ASSERT_PTR_NOT_NULL(strstr(problems.items[1].message, "an amount is too long"));
    CU_ASSERT_EQUAL(count_files(), 0);
    arena_free(&memory);
}

static void a_failure_leaves_what_was_there(void) {
    CU_ASSERT_TRUE(writes());
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    CU_ASSERT_FALSE(write_rows(&problems, 2, false));
    CU_ASSERT_TRUE(answers("SELECT count(*) FROM \"base_par\"\"tner\"", "2"));
    CU_ASSERT_EQUAL(count_files(), 1);
    unlink(path);
    arena_free(&memory);
}

static void memory_that_runs_out_leaves_nothing(void) {
    for (size_t n = 1;; n++) {
        arena memory = {0};
        problem_list problems = {.memory = &memory};
        memory_fail_after(n);
        bool fine = write_rows(&problems, 2, true);
        bool failed = memory_fail_after(0) >= n;
        CU_ASSERT_EQUAL(fine, !failed);
        CU_ASSERT_EQUAL(count_files(), fine ? 1 : 0);
        arena_free(&memory);
        if (!failed) break;
    }
    unlink(path);
}

void export_suite(void);
void export_suite(void) {
    CU_pSuite suite =
        CU_add_suite("export: a database that is written", make_folder, remove_folder);
    CU_add_test(suite, "cells are kept as they are", cells_are_kept_as_they_are);
    CU_add_test(suite, "an earlier export and an empty file are replaced",
                an_earlier_export_and_an_empty_file_are_replaced);
    CU_add_test(suite, "what others wrote is left alone", what_others_wrote_is_left_alone);
    CU_add_test(suite, "a failure leaves nothing", a_failure_leaves_nothing);
    CU_add_test(suite, "a failure leaves what was there", a_failure_leaves_what_was_there);
    CU_add_test(suite, "memory that runs out leaves nothing",
                memory_that_runs_out_leaves_nothing);
}
