/* scan.c - the yardstick of the benchmarks: the least that a reader of the data does.
 *
 * Steps through the columns that rules/program.lua uses, with a handle opened as the manual
 * shows it and the column function of each cell's type, and keeps nothing. Prints rows and a
 * sum, so that nothing can be left out. What it reads is fixed here: a reader that learns to
 * read less is to gain by it. */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>

static const char *const statements[] = {
    "SELECT id, region, tier FROM partner",
    "SELECT id, partner_id, closed_on, cents, product, registered, status, units, rep_id FROM "
    "deal",
    "SELECT partner_id, person_id, level, expires_on FROM certificate",
    "SELECT id, partner_id, fund, cents, submitted_on, proof FROM claim",
};

typedef struct scanned {
    long long rows;
    uint64_t sum; /* of integers, first bytes and lengths */
} scanned;

static void scan_cell(sqlite3_stmt *row, int column, scanned *so_far) {
    if (sqlite3_column_type(row, column) == SQLITE_INTEGER) {
        so_far->sum += (uint64_t)sqlite3_column_int64(row, column);
        return;
    }
    const unsigned char *bytes = sqlite3_column_text(row, column);
    so_far->sum += (uint64_t)sqlite3_column_bytes(row, column) + (bytes ? bytes[0] : 0);
}

static int scan(sqlite3 *db, const char *sql, scanned *so_far) {
    sqlite3_stmt *row;
    if (sqlite3_prepare_v2(db, sql, -1, &row, NULL) != SQLITE_OK) return SQLITE_ERROR;
    int columns = sqlite3_column_count(row);
    while (sqlite3_step(row) == SQLITE_ROW) {
        for (int column = 0; column < columns; column++)
            scan_cell(row, column, so_far);
        so_far->rows++;
    }
    return sqlite3_finalize(row);
}

int main(int count, char **words) {
    sqlite3 *db = NULL;
    scanned all = {0};
    int code = count == 2 ? sqlite3_open(words[1], &db) : SQLITE_MISUSE;
    for (size_t i = 0; code == SQLITE_OK && i < sizeof statements / sizeof *statements; i++)
        code = scan(db, statements[i], &all);
    if (code != SQLITE_OK) fprintf(stderr, "scan: %s\n", db ? sqlite3_errmsg(db) : "scan DB");
    sqlite3_close(db);
    printf("%lld %llu\n", all.rows, (unsigned long long)all.sum);
    return code != SQLITE_OK;
}
