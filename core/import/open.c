/* open.c - opens a database for writing and learns its table: see open.h. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "import/open.h"

#include "base/nearest.h"
#include "data/connection.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAIT_MILLISECONDS = 5000 };

static bool file_problem(problem_list *problems, const char *hint, const char *path,
                         const char *what) {
    return problem_add(problems, (place){0}, hint, "'%.200s' %s", path, what);
}

bool import_failed(import_database *db, problem_list *problems) {
    int code = sqlite3_errcode(db->handle) & 0xff;
    bool is_memory =
        code == SQLITE_NOMEM || code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE;
    if (is_memory) return false;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return file_problem(problems, "try again when the other program is done", db->path,
                            "is locked by another program");
    return problem_add(problems, (place){0}, NULL, "'%.200s' cannot be written: %s", db->path,
                       sqlite3_errmsg(db->handle));
}

/* --- opening -------------------------------------------------------------------------------
 */

static bool make_file(import_database *db, problem_list *problems) {
    int file = open(db->path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file < 0)
        return problem_add(problems, (place){0}, NULL, "'%.200s' cannot be made: %s", db->path,
                           strerror(errno));
    close(file);
    return true;
}

/* Whether the file can be read and is a database, said in the words of those who only read. */
static bool looks_right(const char *path, problem_list *problems) {
    database *db = database_open(path, problems);
    database_close(db);
    return db != NULL;
}

/* A path that SQLite cannot take for anything else (":memory:", a URI). */
static int open_path(import_database *db, int flags) {
    text_buffer path = {0};
    text_append_string(&path, db->path[0] == '/' ? "" : "./");
    text_append_string(&path, db->path);
    int code = path.failed ? SQLITE_NOMEM
                           : sqlite3_open_v2(path.bytes, &db->handle,
                                             flags | SQLITE_OPEN_NOMUTEX, NULL);
    text_free(&path);
    return code;
}

bool import_run_sql(import_database *db, const char *sql, problem_list *problems) {
    return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK ||
           import_failed(db, problems);
}

sqlite3_stmt *import_prepare(import_database *db, const text_buffer *sql,
                             problem_list *problems) {
    sqlite3_stmt *made = NULL;
    if (sql->failed) return NULL;
    if (sqlite3_prepare_v2(db->handle, sql->bytes, -1, &made, NULL) != SQLITE_OK)
        import_failed(db, problems);
    return made;
}

int import_bind(sqlite3_stmt *to, int at, const cell *from) {
    switch (from->type) {
    case CELL_IS_INTEGER:
        return sqlite3_bind_int64(to, at, from->integer);
    case CELL_IS_REAL:
        return sqlite3_bind_double(to, at, from->real);
    case CELL_IS_TEXT:
        return sqlite3_bind_text64(to, at, from->text.bytes, from->text.length, SQLITE_STATIC,
                                   SQLITE_UTF8);
    default:
        return sqlite3_bind_null(to, at);
    }
}

static bool begin(import_database *db, const import_order *order, problem_list *problems) {
    sqlite3_extended_result_codes(db->handle, 1);
    sqlite3_busy_timeout(db->handle, WAIT_MILLISECONDS);
    if (!guard_harden(db->handle)) return import_failed(db, problems);
    if (!order->previews && sqlite3_db_readonly(db->handle, "main") == 1)
        return file_problem(problems, NULL, db->path, "may not be written by this user");
    /* Off: nothing cascades into other tables; what points nowhere is looked for at the end. */
    return import_run_sql(db, "PRAGMA foreign_keys = OFF", problems) &&
           import_run_sql(db, "PRAGMA temp_store = FILE", problems) &&
           import_run_sql(db, order->previews ? "BEGIN" : "BEGIN IMMEDIATE", problems);
}

bool import_open(import_database *out, const import_order *order, problem_list *problems) {
    struct stat there;
    *out = (import_database){.path = order->database};
    bool exists = stat(order->database, &there) == 0 || errno != ENOENT;
    if (exists && !looks_right(order->database, problems)) return false;
    if (!exists && !order->source.request)
        return file_problem(
            problems,
            "with --program PROGRAM it is made, with the table as the program's "
            "source says",
            order->database, "does not exist");
    int code;
    if (!exists && order->previews) {
        code = sqlite3_open_v2(":memory:", &out->handle, SQLITE_OPEN_READWRITE, NULL);
    } else {
        if (!exists && !make_file(out, problems)) return false;
        out->is_made = !exists;
        code = open_path(out, order->previews ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    }
    if (code == SQLITE_OK && begin(out, order, problems)) return true;
    if (code != SQLITE_OK && out->handle) import_failed(out, problems);
    import_close(out, false);
    return false;
}

void import_close(import_database *db, bool keep) {
    sqlite3_close(db->handle);
    db->handle = NULL;
    if (db->is_made && !keep) unlink(db->path);
    db->is_made = false;
}

/* --- the table -----------------------------------------------------------------------------
 */

static sqlite3_stmt *ask(import_database *db, const char *sql, const char *name) {
    sqlite3_stmt *asked = NULL;
    if (sqlite3_prepare_v2(db->handle, sql, -1, &asked, NULL) != SQLITE_OK) return NULL;
    if (name) sqlite3_bind_text(asked, 1, name, -1, SQLITE_STATIC);
    return asked;
}

static const char *column_text(sqlite3_stmt *row, int column) {
    const char *found = (const char *)sqlite3_column_text(row, column);
    return found ? found : "";
}

static bool refuse_missing(import_database *db, const import_order *order,
                           problem_list *problems) {
    nearest guess = nearest_to(order->table);
    sqlite3_stmt *names =
        ask(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", NULL);
    const char *hint = "with --program PROGRAM it is made as the program's source says";
    while (names && sqlite3_step(names) == SQLITE_ROW) {
        guess.best = NULL;
        guess.distance = 0;
        nearest_offer(&guess, column_text(names, 0));
        if (!guess.best) continue;
        hint = arena_print(problems->memory, "did you mean '%s'?", guess.best);
        break;
    }
    sqlite3_finalize(names);
    return problem_add(problems, (place){0}, hint, "'%.200s' has no table '%s'", db->path,
                       order->table);
}

static bool find_table(import_database *db, const import_order *order, arena *memory,
                       import_place *at, bool *is_strict, problem_list *problems) {
    sqlite3_stmt *found = ask(db,
                              "SELECT name, type, wr, strict FROM pragma_table_list WHERE "
                              "schema = 'main' AND name = ?1 COLLATE NOCASE",
                              order->table);
    if (!found) return import_failed(db, problems);
    bool fine = true;
    *at = (import_place){.table = order->table, .has_row_numbers = true};
    if (sqlite3_step(found) == SQLITE_ROW) {
        const char *type = column_text(found, 1);
        at->exists = true;
        at->table = arena_string(memory, column_text(found, 0));
        at->has_row_numbers = !sqlite3_column_int(found, 2);
        *is_strict = sqlite3_column_int(found, 3);
        fine = at->table != NULL;
        if (strcmp(type, "table") != 0)
            fine = problem_add(problems, (place){0}, "rows can be imported into tables only",
                               "'%s' is a %s", at->table, type);
    }
    sqlite3_finalize(found);
    if (fine && strncmp(at->table, "sqlite_", 7) == 0)
        return problem_add(problems, (place){0}, NULL, "'%s' belongs to SQLite itself",
                           at->table);
    return fine;
}

static bool take_column(sqlite3_stmt *row, const import_order *order, arena *memory,
                        bool is_strict, import_columns *columns) {
    import_column *items =
        arena_grow(memory, columns->items, columns->count, &columns->capacity, sizeof *items);
    const char *name = arena_string(memory, column_text(row, 0)),
               *type = arena_string(memory, column_text(row, 1));
    if (!items || !name || !type) return false;
    import_column c = import_column_declared(name, type, is_strict);
    c.needs_value = sqlite3_column_int(row, 2);
    c.has_default = sqlite3_column_type(row, 3) != SQLITE_NULL;
    import_column_agree(&c, &order->source);
    columns->items = items;
    items[columns->count++] = c;
    return true;
}

/* Computed columns are left out: nobody fills them. */
static bool read_columns(import_database *db, const import_order *order, arena *memory,
                         const import_place *at, bool is_strict, import_columns *columns,
                         int *key) {
    sqlite3_stmt *rows = ask(db,
                             "SELECT name, type, \"notnull\", dflt_value, pk FROM "
                             "pragma_table_xinfo(?1) WHERE hidden = 0",
                             at->table);
    int keys = 0;
    bool fine = rows != NULL;
    while (fine && sqlite3_step(rows) == SQLITE_ROW) {
        fine = take_column(rows, order, memory, is_strict, columns);
        if (!fine || !sqlite3_column_int(rows, 4)) continue;
        *key = keys++ ? -1 : (int)columns->count - 1;
    }
    sqlite3_finalize(rows);
    return fine;
}

static int index_of(const import_columns *columns, const char *name) {
    for (size_t i = 0; name && i < columns->count; i++)
        if (catalog_same_name(columns->items[i].name, name)) return (int)i;
    return -1;
}

/* The column that tells rows apart: the source's id, the primary key, or `id`. */
static void settle_id(const import_order *order, const import_place *at, int key,
                      import_columns *columns) {
    const source_request *r = order->source.request;
    columns->id = r && r->id ? index_of(columns, r->id) : key;
    bool by_name = columns->id < 0 && !(r && r->id);
    if (by_name) columns->id = index_of(columns, "id");
    columns->currency = index_of(columns, order->source.row_currency);
    if (key >= 0 && at->exists && at->has_row_numbers)
        columns->items[key].numbers_rows =
            catalog_same_name(columns->items[key].type, "integer");
    if (columns->id < 0) return;
    import_column *id = &columns->items[columns->id];
    if (r || !by_name) id->needs_value = !id->numbers_rows && !id->is_offered;
    id->is_key |= id->kind == CELL_TEXT;
}

static bool check_declared(const import_order *order, const import_place *at,
                           const import_columns *columns, problem_list *problems) {
    const source_request *r = order->source.request;
    size_t before = problems->found;
    const char *ties[] = {r ? r->id : NULL, r ? r->partner : NULL};
    for (size_t i = 0; r && i < r->count + 2; i++) {
        const char *name = i < 2 ? ties[i] : r->columns[i - 2].sql_name;
        if (!name || index_of(columns, name) >= 0) continue;
        nearest guess = nearest_to(name);
        for (size_t c = 0; c < columns->count; c++)
            nearest_offer(&guess, columns->items[c].name);
        problem_add(problems, i < 2 ? r->at : r->columns[i - 2].at,
                    guess.best ? arena_print(problems->memory, "did you mean '%s'?", guess.best)
                               : NULL,
                    "table '%s' has no column '%s'", at->table, name);
    }
    return problems->found == before;
}

bool import_describe(import_database *db, const import_order *order, arena *memory,
                     import_place *at, import_columns *columns, problem_list *problems) {
    bool is_strict = false;
    int key = -1;
    *columns = (import_columns){.id = -1, .currency = -1};
    if (!find_table(db, order, memory, at, &is_strict, problems)) return false;
    if (!at->exists && !order->source.request) return refuse_missing(db, order, problems);
    bool fine = at->exists ? read_columns(db, order, memory, at, is_strict, columns, &key)
                           : import_columns_of_source(memory, &order->source, columns);
    if (!fine) return false;
    settle_id(order, at, key, columns);
    return check_declared(order, at, columns, problems);
}

bool import_make_table(import_database *db, const import_place *at,
                       const import_columns *columns, problem_list *problems) {
    text_buffer sql = {0};
    text_append_string(&sql, "CREATE TABLE ");
    statement_quote(&sql, at->table);
    for (size_t i = 0; i < columns->count; i++) {
        text_append_string(&sql, i ? ", " : " (");
        statement_quote(&sql, columns->items[i].name);
        text_print(&sql, " %s%s", columns->items[i].type,
                   (int)i == columns->id ? " PRIMARY KEY NOT NULL" : "");
    }
    text_append_string(&sql, ") STRICT");
    bool fine = !sql.failed && import_run_sql(db, sql.bytes, problems);
    text_free(&sql);
    return fine;
}
