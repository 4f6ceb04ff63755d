/* export.c - tables and rows of a new SQLite file: see export.h. */
#include "data/export.h"

#include "base/memory.h"
#include "data/connection.h"
#include "data/new_file.h"

#include <stdio.h>

struct export_file {
    sqlite3 *handle;
    sqlite3_stmt *insert; /* into the table begun last; NULL: none */
    size_t count;         /* its columns */
    new_file file;
    int code;        /* the first failure of SQLite's */
    const char *why; /* what was refused; NULL: nothing */
};

static bool is_fine(const export_file *e) {
    return e->code == SQLITE_OK && !e->why;
}

static void note(export_file *e, int code) {
    if (e->code == SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) e->code = code;
}

static void run(export_file *e, const char *sql) {
    if (is_fine(e)) note(e, sqlite3_exec(e->handle, sql, NULL, NULL, NULL));
}

/* What fails is thrown away as a whole, so nothing is written down for taking it back. */
static void open_new(export_file *e) {
    char identity[64];
    note(e, sqlite3_open_v2(e->file.beside, &e->handle,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    snprintf(identity, sizeof identity, "PRAGMA application_id = %d", EXPORT_APPLICATION);
    run(e, "PRAGMA journal_mode = OFF");
    run(e, identity);
    run(e, "BEGIN");
}

export_file *export_begin(const char *path, problem_list *problems) {
    export_file *e = memory_allocate(sizeof *e);
    if (!e) return NULL;
    if (!new_file_begin(&e->file, path, problems)) {
        memory_free(e);
        return NULL;
    }
    open_new(e);
    return e;
}

static void print_columns(text_buffer *sql, const export_column *columns, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool number = columns[i].kind == EXPORT_NUMBER || columns[i].kind == EXPORT_INTEGER;
        text_append_string(sql, i ? ", " : "");
        statement_quote(sql, columns[i].name);
        text_append_string(sql, number ? " INTEGER" : " TEXT");
        if (columns[i].kind <= EXPORT_NUMBER) text_append_string(sql, " NOT NULL");
    }
}

static bool print_key(text_buffer *sql, const export_column *columns, size_t count) {
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (columns[i].kind > EXPORT_NUMBER) continue;
        text_append_string(sql, any ? ", " : ", PRIMARY KEY (");
        statement_quote(sql, columns[i].name);
        any = true;
    }
    if (any) text_append_byte(sql, ')');
    return any;
}

static void print_name(text_buffer *sql, const char *prefix, const char *name) {
    text_buffer whole = {0};
    text_print(&whole, "%s%s", prefix, name);
    if (whole.failed)
        sql->failed = true;
    else
        statement_quote(sql, whole.bytes);
    text_free(&whole);
}

static void make_table(export_file *e, const char *prefix, const char *name,
                       const export_column *columns, size_t count) {
    text_buffer sql = {0};
    text_append_string(&sql, "CREATE TABLE ");
    print_name(&sql, prefix, name);
    text_append_string(&sql, " (");
    print_columns(&sql, columns, count);
    bool keyed = print_key(&sql, columns, count);
    text_append_string(&sql, keyed ? ") STRICT, WITHOUT ROWID" : ") STRICT");
    if (sql.failed)
        note(e, SQLITE_NOMEM);
    else
        run(e, sql.bytes);
    text_free(&sql);
}

static void prepare_insert(export_file *e, const char *prefix, const char *name) {
    text_buffer sql = {0};
    text_append_string(&sql, "INSERT INTO ");
    print_name(&sql, prefix, name);
    text_append_string(&sql, " VALUES (?");
    for (size_t i = 1; i < e->count; i++)
        text_append_string(&sql, ", ?");
    text_append_byte(&sql, ')');
    if (sql.failed)
        note(e, SQLITE_NOMEM);
    else if (is_fine(e))
        note(e, sqlite3_prepare_v2(e->handle, sql.bytes, -1, &e->insert, NULL));
    text_free(&sql);
}

void export_table(export_file *e, const char *prefix, const char *name,
                  const export_column *columns, size_t count) {
    sqlite3_finalize(e->insert);
    e->insert = NULL;
    e->count = count;
    make_table(e, prefix, name, columns, count);
    prepare_insert(e, prefix, name);
}

/* The text is only borrowed until the row is written. */
static int bind(sqlite3_stmt *to, int at, const cell *from) {
    switch (from->type) {
    case CELL_IS_INTEGER:
        return sqlite3_bind_int64(to, at, from->integer);
    case CELL_IS_TEXT:
        return sqlite3_bind_text64(to, at, from->text.bytes ? from->text.bytes : "",
                                   from->text.length, SQLITE_STATIC, SQLITE_UTF8);
    default:
        return sqlite3_bind_null(to, at);
    }
}

bool export_row(export_file *e, const cell *cells) {
    for (size_t i = 0; i < e->count && is_fine(e); i++)
        note(e, bind(e->insert, (int)i + 1, &cells[i]));
    if (!is_fine(e)) return false;
    note(e, sqlite3_step(e->insert));
    sqlite3_reset(e->insert);
    return is_fine(e);
}

void export_refuse(export_file *e, const char *why) {
    if (!e->why) e->why = why;
}

static void tell(const export_file *e, problem_list *problems) {
    if (e->code == SQLITE_NOMEM) return;
    problem_add(problems, (place){0}, NULL, "'%.200s' cannot be written: %s", e->file.place,
                e->why ? e->why : sqlite3_errstr(e->code));
}

bool export_end(export_file *e, bool keep, problem_list *problems) {
    if (!e) return false;
    sqlite3_finalize(e->insert);
    if (keep) run(e, "COMMIT");
    int closed = sqlite3_close(e->handle);
    note(e, closed);
    bool fine = keep && is_fine(e);
    if (keep && !fine) tell(e, problems);
    if (fine)
        fine = new_file_keep(&e->file, problems);
    else
        new_file_drop(&e->file);
    memory_free(e);
    return fine;
}
