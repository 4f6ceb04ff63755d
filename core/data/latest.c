/* latest.c - the latest date in the data, found without reading them all where possible.
 *
 * The largest text of a column is the latest date when it is a date at all: dates sort as
 * texts. Odd cells (free text, blobs) can stand above it; then only cells that look like dates
 * are asked, and if even their largest is none (31 February), every cell is looked at. */
#include "data/connection.h"

typedef bool latest_sql(text_buffer *sql, database *db, const source_request *source);

static void write_column(text_buffer *sql, const source_request *source) {
    statement_quote(sql, source->columns[source->happened_on].sql_name);
}

static bool largest(text_buffer *sql, database *db, const source_request *source) {
    text_append_string(sql, "SELECT max(");
    write_column(sql, source);
    text_append_string(sql, ") FROM ");
    return statement_from(db, sql, source->from);
}

static bool largest_that_looks_like_one(text_buffer *sql, database *db,
                                        const source_request *source) {
    if (!largest(sql, db, source)) return false;
    text_append_string(sql, " WHERE typeof(");
    write_column(sql, source);
    text_append_string(sql, ") = 'text' AND ");
    write_column(sql, source);
    text_append_string(sql, " GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*'");
    return true;
}

static bool every_one(text_buffer *sql, database *db, const source_request *source) {
    text_append_string(sql, "SELECT ");
    write_column(sql, source);
    text_append_string(sql, " FROM ");
    return statement_from(db, sql, source->from);
}

/* Whether the rows' first column holds a date; *out is the latest of them and what it was. */
static bool take_latest(sqlite3_stmt *rows, date *out) {
    bool found = false;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        date day;
        if (sqlite3_column_type(rows, 0) != SQLITE_TEXT) continue;
        const char *bytes = (const char *)sqlite3_column_text(rows, 0);
        if (!bytes || !date_from_cell(&day, bytes, (size_t)sqlite3_column_bytes(rows, 0)))
            continue;
        found = true;
        if (day > *out) *out = day;
    }
    return found;
}

static bool ask(database *db, const source_request *source, latest_sql *write, date *out) {
    text_buffer sql = {0};
    uint64_t budget = statement_budget(db, source->from);
    sqlite3_stmt *rows = write(&sql, db, source) && !sql.failed
                             ? statement_prepare(db, sql.bytes, budget, NULL)
                             : NULL;
    text_free(&sql);
    bool found = rows && take_latest(rows, out);
    sqlite3_finalize(rows);
    return found;
}

bool database_latest_date(database *db, const request *wanted, date *out) {
    date latest = DATE_FIRST - 1;
    for (size_t i = 0; i < wanted->count; i++) {
        const source_request *source = &wanted->sources[i];
        if (source->happened_on < 0) continue;
        if (!ask(db, source, largest, &latest) &&
            !ask(db, source, largest_that_looks_like_one, &latest))
            ask(db, source, every_one, &latest);
    }
    if (latest >= DATE_FIRST) *out = latest;
    return latest >= DATE_FIRST;
}
