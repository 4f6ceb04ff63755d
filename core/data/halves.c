/* halves.c - a second connection to the same state of a database. */
#include "data/halves.h"

#include <string.h>

/* Fewer rows are read before a second thread has begun. */
enum { LEAST_ROWS = 20000 };

static bool has_moved(database *db) {
    int moved = 1;
    int code = sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code != SQLITE_OK || moved;
}

static bool is_same_state(database *db, database *second) {
    unsigned char ours[DATABASE_HEADER], theirs[DATABASE_HEADER];
    if (has_moved(db) || has_moved(second)) return false;
    if (!database_read_header(db, ours) || !database_read_header(second, theirs)) return false;
    return ours[18] == 1 && ours[19] == 1 && memcmp(ours, theirs, sizeof ours) == 0;
}

database *halves_second(database *db) {
    if (db->second || db->is_alone) return db->second;
    db->is_alone = true;
    unsigned char header[DATABASE_HEADER];
    if (!sqlite3_threadsafe() || !database_read_header(db, header) || header[18] != 1)
        return NULL;
    database *second = database_open_again(db);
    if (second && is_same_state(db, second)) {
        db->second = second;
        return second;
    }
    database_close(second);
    return NULL;
}

/* A table may have a column of its own called like that. */
static const char *name_of_rowid(database *db, const char *from, const catalog *known) {
    static const char *const names[] = {"rowid", "_rowid_", "oid"};
    const catalog_table *table = catalog_find(known, from);
    for (size_t i = 0; table && i < sizeof names / sizeof *names; i++) {
        if (catalog_column(table, names[i])) continue;
        bool there = sqlite3_table_column_metadata(db->handle, "main", from, names[i], NULL,
                                                   NULL, NULL, NULL, NULL) == SQLITE_OK;
        return there ? names[i] : NULL;
    }
    return NULL;
}

static void write_ends(text_buffer *sql, const char *rowid, const char *from) {
    static const char *const ends[] = {"min", "max"};
    for (int i = 0; i < 2; i++) {
        text_print(sql, "%s(SELECT %s(%s) FROM ", i ? ", " : "SELECT ", ends[i], rowid);
        statement_quote(sql, from);
        text_append_byte(sql, ')');
    }
}

/* Rowids may have gaps, but no row takes less than a few bytes of the file. */
static uint64_t most_rows(database *db, uint64_t span) {
    enum { LEAST_BYTES = 8 };
    sqlite3_int64 size = 0;
    sqlite3_file *file = NULL;
    int code = sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code != SQLITE_OK || !file || !file->pMethods ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return 0;
    uint64_t fit = (uint64_t)size / LEAST_BYTES;
    return span < fit ? span + 1 : fit;
}

bool halves_of(database *db, const char *from, const catalog *known, halves *out) {
    if (!known || database_is_select(from)) return false;
    out->rowid = name_of_rowid(db, from, known);
    if (!out->rowid) return false;
    text_buffer sql = {0};
    write_ends(&sql, out->rowid, from);
    sqlite3_stmt *ends = sql.failed ? NULL : statement_prepare(db, sql.bytes, 0, NULL);
    text_free(&sql);
    bool found = ends && sqlite3_step(ends) == SQLITE_ROW;
    int64_t low = found ? sqlite3_column_int64(ends, 0) : 0;
    int64_t high = found ? sqlite3_column_int64(ends, 1) : 0;
    sqlite3_finalize(ends);
    uint64_t span = (uint64_t)high - (uint64_t)low;
    out->low = low;
    out->high = high;
    out->middle = (int64_t)((uint64_t)low + span / 2);
    out->most = most_rows(db, span);
    out->worth_it = out->most >= LEAST_ROWS;
    return found;
}
