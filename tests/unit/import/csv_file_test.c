/* csv_file_test.c - rows, cells and lines of a CSV file, and what ends it. */
#define _POSIX_C_SOURCE 200809L

#include "import/csv_file.h"

#include "base/memory.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* All that a file says: "[a|b]@1 [c]@3", with the line of each row, or what is wrong. */
typedef struct reading {
    text_buffer said;
    char problem[512];
    int line;
} reading;

static char path[64];

static void write_file(const char *bytes, size_t length) {
    strcpy(path, "/tmp/rung-csv-XXXXXX");
    int file = mkstemp(path);
    CU_ASSERT_FATAL(file >= 0);
    CU_ASSERT_FATAL(write(file, bytes, length) == (ssize_t)length);
    close(file);
}

static void say_row(text_buffer *said, const csv_row *row) {
    text_append_string(said, said->length ? " [" : "[");
    for (size_t i = 0; i < row->count; i++) {
        if (i) text_append_byte(said, '|');
        text_append(said, row->cells[i].text.bytes, row->cells[i].text.length);
        if (row->cells[i].line != row->line) text_print(said, "@%d", row->cells[i].line);
    }
    text_print(said, "]@%d", row->line);
}

static bool read_file(reading *out, char delimiter) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    csv_row row;
    *out = (reading){.line = -1};
    csv_file *file = csv_file_open(path, delimiter, &problems);
    while (file && csv_file_next(file, &row, &problems))
        say_row(&out->said, &row);
    bool done = file && csv_file_is_done(file);
    if (problems.count) {
        snprintf(out->problem, sizeof out->problem, "%s", problems.items[0].message);
        out->line = problems.items[0].at.line;
    }
    csv_file_close(file);
    arena_free(&memory);
    return done;
}

static void check(const char *bytes, size_t length, const char *wanted) {
    reading got;
    write_file(bytes, length);
    CU_ASSERT(read_file(&got, 0));
    const char *said = got.said.bytes ? got.said.bytes : "";
    if (strcmp(said, wanted) != 0) fprintf(stderr, "read %s, not %s\n", said, wanted);
    CU_ASSERT_STRING_EQUAL(said, wanted);
    CU_ASSERT_STRING_EQUAL(got.problem, "");
    text_free(&got.said);
    unlink(path);
}

static void check_text(const char *bytes, const char *wanted) {
    check(bytes, strlen(bytes), wanted);
}

static void refused(const char *bytes, size_t length, int line, const char *wanted) {
    reading got;
    write_file(bytes, length);
    CU_ASSERT(!read_file(&got, 0));
    CU_ASSERT_PTR_NOT_NULL(strstr(got.problem, wanted));
    CU_ASSERT_EQUAL(got.line, line);
    text_free(&got.said);
    unlink(path);
}

static void cells_know_their_lines(void) {
    check_text("a,b\n1,2\n", "[a|b]@1 [1|2]@2");
    check_text("a,b\n1,2", "[a|b]@1 [1|2]@2");
    check_text("a,b\r\n1,2\r\n", "[a|b]@1 [1|2]@2");
    check_text("a,b\r1,2\r", "[a|b]@1 [1|2]@2");
    check_text("\n\na,b\n\n \n1,2\n\n", "[a|b]@3 [1|2]@6");
    check_text("a,b\n\"1\n1\",2\n3,4\n", "[a|b]@1 [1\n1|2@3]@2 [3|4]@4");
    check_text("a,b\r\n\"1\r\n1\",2\r\n3,4\r\n", "[a|b]@1 [1\r\n1|2@3]@2 [3|4]@4");
}

static void quotes_and_blanks_are_taken_away(void) {
    check_text("a,b\n\" x \", y \n", "[a|b]@1 [ x |y]@2");
    check_text("a,b\n\"x\"\"y\",\"\"\n", "[a|b]@1 [x\"y|]@2");
    check_text("a,b\n24\" x,5'\n", "[a|b]@1 [24\" x|5']@2");
    check_text("a,b\n\"x,y\",\"z\" \n", "[a|b]@1 [x,y|z]@2");
    check_text(",\n,,\n", "[|]@1 [||]@2");
    check("a,b\nx\0y,2\n", 10, "[a|b]@1 [x");
}

static void marks_at_the_head_are_no_cells(void) {
    check_text("\xEF\xBB\xBF"
               "a,b\n",
               "[a|b]@1");
    check_text("sep=;\na;b,c\n", "[a|b,c]@2");
    check_text("sep=;\r\na;b\r\n", "[a|b]@2");
    check_text("separate,b\n", "[separate|b]@1");
}

static void the_first_line_tells_the_delimiter(void) {
    check_text("a;b;c,d\n1;2;3,5\n", "[a|b|c,d]@1 [1|2|3,5]@2");
    check_text("a\tb\n\t2\n", "[a|b]@1 [|2]@2");
    check_text("a|b\n", "[a|b]@1"); /* the same either way: below it is not */
    check_text("\"a;b;c\",d\n", "[a;b;c|d]@1");
    check_text("alone\n1;2\n", "[alone]@1 [1;2]@2");
    reading got;
    write_file("a|b,c\n", 6);
    CU_ASSERT(read_file(&got, '|'));
    CU_ASSERT_STRING_EQUAL(got.said.bytes, "[a|b,c]@1");
    text_free(&got.said);
    unlink(path);
}

static void what_cannot_be_understood_ends_the_file(void) {
    static const char open[] = "a,b\n1,2\n3,\"4\n5,6\n", behind[] = "a,b\n\"1\"2,3\n",
                      wide[] = "\xFF\xFE"
                               "a\0",
                      sheet[] = "PK\x03\x04....";
    refused(open, sizeof open - 1, 3, "never closed");
    refused(behind, sizeof behind - 1, 2, "behind the closing quote");
    refused(wide, sizeof wide - 1, 1, "UTF-16");
    refused(sheet, sizeof sheet - 1, 0, "not a CSV file");
}

static void long_cells_and_rows_are_bounded(void) {
    size_t length = CSV_LARGEST_CELL + 16;
    char *bytes = malloc(length);
    memset(bytes, 'x', length);
    memcpy(bytes, "a\n", 2);
    refused(bytes, length, 2, "longer than 1 MiB");
    bytes[length - 1] = '\n';
    refused(bytes, length, 2, "longer than 1 MiB");
    bytes[2 + CSV_LARGEST_CELL] = '\n';
    write_file(bytes, length);
    reading got;
    CU_ASSERT(read_file(&got, ','));
    CU_ASSERT_EQUAL(got.said.length, strlen("[a]@1 []@2 []@3") + length - 4);
    text_free(&got.said);
    unlink(path);
    memset(bytes, ',', length);
    refused(bytes, length, 1, "more than 2000 cells");
    free(bytes);
}

/* A line break may fall anywhere into what is read at once. */
static void rows_are_the_same_wherever_reading_stops(void) {
    enum { ROOM = 65536, AROUND = 12 };
    static char bytes[ROOM + 64];
    for (size_t pad = ROOM - AROUND; pad < ROOM + 2; pad++) {
        memset(bytes, 'x', pad);
        memcpy(bytes + pad, ",b\r\n\"1\r\n\"\"\",2\r\n", 16);
        reading got;
        write_file(bytes, pad + 16);
        CU_ASSERT(read_file(&got, ','));
        CU_ASSERT_PTR_NOT_NULL(strstr(got.said.bytes, "x|b]@1 [1\r\n\"|2@3]@2"));
        text_free(&got.said);
        unlink(path);
    }
}

static void memory_that_runs_out_is_no_problem_of_the_file(void) {
    static const char bytes[] = "a,b\n\"1\n1\",2\n";
    write_file(bytes, sizeof bytes - 1);
    for (size_t n = 1; n < 40; n++) {
        reading got;
        memory_fail_after(n);
        bool done = read_file(&got, 0);
        size_t made = memory_fail_after(0);
        CU_ASSERT(done || !got.problem[0]);
        text_free(&got.said);
        if (done && made < n) break;
    }
    unlink(path);
}

void csv_file_suite(void) {
    CU_pSuite suite = CU_add_suite("CSV files", NULL, NULL);
    CU_add_test(suite, "cells know their lines", cells_know_their_lines);
    CU_add_test(suite, "quotes and blanks are taken away", quotes_and_blanks_are_taken_away);
    CU_add_test(suite, "marks at the head are no cells", marks_at_the_head_are_no_cells);
    CU_add_test(suite, "the first line tells the delimiter",
                the_first_line_tells_the_delimiter);
    CU_add_test(suite, "what cannot be understood ends the file",
                what_cannot_be_understood_ends_the_file);
    CU_add_test(suite, "long cells and rows are bounded", long_cells_and_rows_are_bounded);
    CU_add_test(suite, "rows are the same wherever reading stops",
                rows_are_the_same_wherever_reading_stops);
    CU_add_test(suite, "memory that runs out is no problem of the file",
                memory_that_runs_out_is_no_problem_of_the_file);
}
