/* schema.c - what the database offers, put into a catalog.
 *
 * Columns are learnt by preparing a SELECT of everything, which works for tables and views
 * alike and finds views that are broken; nothing runs. */
#include "data/connection.h"

#include <string.h>

static const char names_sql[] =
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE "
    "'sqlite!_%' "
    "ESCAPE '!' AND coalesce(sql, '') NOT LIKE 'CREATE VIRTUAL %' ORDER BY name";

bool database_is_select(const char *from) {
    return catalog_is_select(from);
}

int schema_read_names(database *db) {
    sqlite3_stmt *names = NULL;
    int code = sqlite3_prepare_v2(db->handle, names_sql, -1, &names, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(names)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(names, 0);
        bool kept = name && guard_allow_table(&db->guard, name) &&
                    map_add(&db->names, text_of(name)) >= 0;
        code = kept ? SQLITE_OK : SQLITE_NOMEM;
    }
    sqlite3_finalize(names);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static bool take_columns(sqlite3_stmt *statement, arena *memory, catalog_table *table) {
    int count = sqlite3_column_count(statement);
    table->columns = arena_array(memory, (size_t)count, sizeof *table->columns);
    if (!table->columns) return false;
    for (int c = 0; c < count; c++) {
        const char *name = sqlite3_column_name(statement, c);
        table->columns[c] = name ? arena_string(memory, name) : NULL;
        if (!table->columns[c]) return false;
    }
    table->column_count = (size_t)count;
    return true;
}

static void find_primary_key(database *db, catalog_table *table) {
    for (size_t c = 0; c < table->column_count; c++) {
        int in_key = 0;
        if (sqlite3_table_column_metadata(db->handle, "main", table->name, table->columns[c],
                                          NULL, NULL, NULL, &in_key, NULL) != SQLITE_OK)
            return; /* a view has none */
        if (!in_key) continue;
        if (table->primary_key) {
            table->primary_key = NULL;
            return;
        }
        table->primary_key = table->columns[c];
    }
}

static bool describe_table(database *db, arena *memory, catalog_table *table) {
    text_buffer sql = {0};
    text_append_string(&sql, "SELECT * FROM ");
    statement_quote(&sql, table->name);
    memory->failed |= sql.failed;
    sqlite3_stmt *statement =
        sql.failed ? NULL : statement_prepare(db, sql.bytes, db->operations, NULL);
    text_free(&sql);
    if (!statement && memory->failed) return false;
    if (!statement) {
        table->unusable = arena_string(memory, statement_failure(db));
        return table->unusable != NULL;
    }
    bool done = take_columns(statement, memory, table);
    sqlite3_finalize(statement);
    if (done) find_primary_key(db, table);
    return done;
}

static catalog_table *add_table(arena *memory, catalog *out, const char *name, size_t length) {
    catalog_table *tables =
        arena_grow(memory, out->tables, out->count, &out->capacity, sizeof *tables);
    char *copy = arena_copy(memory, name, length);
    if (!tables || !copy) return NULL;
    out->tables = tables;
    tables[out->count] = (catalog_table){.name = copy};
    return &tables[out->count++];
}

bool database_catalog(database *db, arena *memory, catalog *out, problem_list *problems) {
    (void)problems; /* a file that can't be read was refused when it was opened */
    for (size_t i = 0; i < db->names.count; i++) {
        text name = db->names.keys[i];
        catalog_table *table = add_table(memory, out, name.bytes, name.length);
        if (!table || !describe_table(db, memory, table)) return false;
    }
    return true;
}

/* What to write instead of functions that can read the clock. */
static const char *select_hint(const char *failure) {
    static const char *const of_dates[] = {"'date'", "'datetime'", "'strftime'", "'julianday'"};
    for (size_t i = 0; i < sizeof of_dates / sizeof *of_dates; i++)
        if (strstr(failure, of_dates[i]))
            return "dates are texts: the month of d is substr(d, 1, 7), its first day "
                   "substr(d, 1, 8) || '01'; rules move dates with d + days(60) and "
                   "end_of(\"month\", d)";
    return "a SELECT may read tables and views of the database, with functions that depend on "
           "nothing but their arguments";
}

bool database_describe_select(database *db, arena *memory, catalog *out, const char *sql,
                              place at, problem_list *problems) {
    for (size_t i = 0; i < out->count; i++)
        if (strcmp(out->tables[i].name, sql) == 0) return true;
    sqlite3_stmt *statement = statement_prepare(db, sql, db->operations, NULL);
    if (!statement) {
        return problem_add(problems, at, select_hint(statement_failure(db)),
                           "this SELECT does not work: %s", statement_failure(db));
    }
    catalog_table *table = add_table(memory, out, sql, strlen(sql));
    bool done = table && take_columns(statement, memory, table);
    sqlite3_finalize(statement);
    return done;
}
