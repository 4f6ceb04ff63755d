/* taking.c - hands the rows of one statement to the builder, inside SQLite.
 *
 * Nothing here may jump out of SQLite: what goes wrong is remembered in the taking, and the
 * statement ends with an error. */
#include "data/taking.h"

#include "base/memory.h"

/* SQLite allows no more arguments than about a hundred; wider sources are read row by row. */
enum { ROWS_PER_REPORT = 65536, MOST_ARGUMENTS = 90 };

/* A SELECT or view that gives more rows than this is not a source but a mistake. */
#define ROWS_OF_A_SELECT ((size_t)100000000)

static void add_target(taking *t, cell *to, real_use use) {
    t->targets[t->width] = to;
    t->reals[t->width++] = use;
}

static real_use use_of_column(const column_request *column) {
    if (column->kind != CELL_TEXT) return REAL_IS_NUMBER;
    return column->holds_ids ? REAL_IS_ID : REAL_IS_TEXT;
}

bool taking_begin(taking *t, database *db, const source_request *source) {
    size_t most = source->count + 2;
    *t = (taking){.db = db, .source = source, .in_utf8 = db->in_utf8};
    t->budget = statement_budget(db, source->from);
    t->cells = memory_allocate(source->count * sizeof *t->cells);
    t->targets = memory_allocate(most * sizeof *t->targets);
    t->reals = memory_allocate(most * sizeof *t->reals);
    if (!t->cells || !t->targets || !t->reals) return false;
    if (source->id) add_target(t, &t->id, REAL_IS_ID);
    if (source->partner) add_target(t, &t->partner, REAL_IS_ID);
    for (size_t c = 0; c < source->count; c++)
        if (facts_builder_reads(source, c))
            add_target(t, &t->cells[c], use_of_column(&source->columns[c]));
    return true;
}

void taking_end(taking *t) {
    memory_free(t->cells);
    memory_free(t->targets);
    memory_free(t->reals);
}

static const char *column_of(const taking *t, const cell *target) {
    if (target == &t->id) return t->source->id;
    if (target == &t->partner) return t->source->partner;
    return t->source->columns[target - t->cells].sql_name;
}

bool taking_write(const taking *t, text_buffer *sql) {
    bool inside = t->width <= MOST_ARGUMENTS;
    text_append_string(sql, inside ? "SELECT " GUARD_TAKE "(" : "SELECT ");
    for (size_t i = 0; i < t->width; i++) {
        if (i) text_append_string(sql, ", ");
        statement_quote(sql, column_of(t, t->targets[i]));
    }
    if (!inside)
        text_append_string(sql, " FROM ");
    else
        text_append_string(sql, ") FROM ");
    return statement_from(t->db, sql, t->source->from) && !sql->failed;
}

/* A blob is what stands in the page; asking for a text would make SQLite copy it to end it with
 * a zero byte. */
static text text_at(const taking *t, sqlite3_value *value, bool as_it_is) {
    const void *bytes = as_it_is || t->in_utf8 ? sqlite3_value_blob(value)
                                               : (const void *)sqlite3_value_text(value);
    return (text){bytes, bytes ? (size_t)sqlite3_value_bytes(value) : 0};
}

/* Beyond 2^53 a REAL stands for several integers, and so for none. */
static bool is_whole(double real) {
    const double most = 9007199254740992.0;
    return real >= -most && real <= most && real == (double)(int64_t)real;
}

static void take_real(cell *to, sqlite3_value *value, real_use use) {
    double real = sqlite3_value_double(value);
    if (use == REAL_IS_NUMBER) {
        to->type = CELL_IS_REAL;
        to->real = real;
        return;
    }
    if (use == REAL_IS_ID && is_whole(real)) {
        to->type = CELL_IS_INTEGER;
        to->integer = (int64_t)real;
        return;
    }
    const char *bytes = (const char *)sqlite3_value_text(value);
    to->type = CELL_IS_TEXT;
    to->text = (text){bytes, bytes ? (size_t)sqlite3_value_bytes(value) : 0};
}

static bool take_row(taking *t, sqlite3_value **values) {
    for (size_t i = 0; i < t->width; i++) {
        cell *to = t->targets[i];
        switch (sqlite3_value_type(values[i])) {
        case SQLITE_INTEGER:
            to->type = CELL_IS_INTEGER;
            to->integer = sqlite3_value_int64(values[i]);
            break;
        case SQLITE_TEXT:
            to->type = CELL_IS_TEXT;
            to->text = text_at(t, values[i], false);
            break;
        case SQLITE_FLOAT:
            take_real(to, values[i], t->reals[i]);
            break;
        case SQLITE_BLOB:
            to->type = CELL_IS_BLOB;
            to->text = text_at(t, values[i], true);
            break;
        default:
            to->type = CELL_IS_EMPTY;
        }
    }
    return facts_builder_row_of(t->builder, t->thread, &t->id, &t->partner, t->cells);
}

static void report(taking *t) {
    size_t all = atomic_fetch_add_explicit(t->all, ROWS_PER_REPORT, memory_order_relaxed);
    if (t->progress) t->progress(t->context, t->source->name, all + ROWS_PER_REPORT);
}

/* False: remembered in the taking. */
static bool take(taking *t, sqlite3_value **values) {
    t->out_of_memory = !take_row(t, values);
    if (++t->rows % ROWS_PER_REPORT == 0) report(t);
    t->too_many = t->budget && t->rows > ROWS_OF_A_SELECT;
    return !t->out_of_memory && !t->too_many;
}

static void step(sqlite3_context *context, int count, sqlite3_value **values) {
    taking *t = sqlite3_user_data(context);
    if ((size_t)count != t->width || t->out_of_memory || t->too_many || !take(t, values))
        sqlite3_result_error_code(context, SQLITE_ABORT);
}

static void finish(sqlite3_context *context) {
    sqlite3_result_null(context);
}

sqlite3_stmt *taking_prepare(taking *t, const char *sql) {
    if (sqlite3_create_function_v2(t->db->handle, GUARD_TAKE, -1,
                                   SQLITE_UTF8 | SQLITE_DIRECTONLY, t, NULL, step, finish,
                                   NULL) != SQLITE_OK)
        return NULL;
    t->db->guard.taking = true;
    sqlite3_stmt *rows = statement_prepare(t->db, sql, t->budget, NULL);
    t->db->guard.taking = false;
    return rows;
}

/* For sources that are too wide for a function. */
static bool take_columns(taking *t, sqlite3_stmt *rows, sqlite3_value **values) {
    for (size_t i = 0; i < t->width; i++)
        values[i] = sqlite3_column_value(rows, (int)i);
    return take(t, values);
}

static int run_wide(taking *t, sqlite3_stmt *rows) {
    sqlite3_value **values = memory_allocate(t->width * sizeof(sqlite3_value *));
    int code = values ? SQLITE_ROW : SQLITE_NOMEM;
    while (code == SQLITE_ROW && (code = sqlite3_step(rows)) == SQLITE_ROW)
        if (!take_columns(t, rows, values)) code = SQLITE_ABORT;
    memory_free(values);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

int taking_run(taking *t, sqlite3_stmt *rows) {
    int code = SQLITE_ROW;
    if (t->width > MOST_ARGUMENTS) return run_wide(t, rows);
    while (code == SQLITE_ROW)
        code = sqlite3_step(rows);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}
