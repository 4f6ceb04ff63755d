/* reader.c - hands a database's rows to the builder, one pass a source.
 *
 * Nothing here depends on the order in which SQLite finds the rows. Where they come from is
 * kept apart from what becomes of one row (take_row), so that rows can be taken inside an
 * aggregate function as well as one step at a time. */
#include "data/connection.h"

#include "base/memory.h"
#include "data/builder.h"

enum { ROWS_PER_REPORT = 65536, NOT_READ = -1 };

/* A SELECT or view that gives more rows than this is not a source but a mistake. */
#define ROWS_OF_A_SELECT ((size_t)100000000)

/* Where a source's cells stand among the columns of its statement. */
typedef struct reading {
    database *db;
    const source_request *source;
    facts_builder *builder;
    cell *cells;   /* one a column of the request */
    int *position; /* of each column; NOT_READ */
    int id, partner;
    size_t rows;
} reading;

static int select_column(text_buffer *sql, int *count, const char *name) {
    text_append_string(sql, *count ? ", " : "SELECT ");
    statement_quote(sql, name);
    return (*count)++;
}

/* "SELECT id, partner, the columns that are read FROM .." */
static bool write_select(reading *r, text_buffer *sql) {
    const source_request *source = r->source;
    int count = 0;
    r->id = source->id ? select_column(sql, &count, source->id) : NOT_READ;
    r->partner = source->partner ? select_column(sql, &count, source->partner) : NOT_READ;
    for (size_t c = 0; c < source->count; c++) {
        bool read = facts_builder_reads(source, c);
        r->position[c] =
            read ? select_column(sql, &count, source->columns[c].sql_name) : NOT_READ;
    }
    text_append_string(sql, count ? " FROM " : "SELECT 1 FROM ");
    return statement_from(r->db, sql, source->from) && !sql->failed;
}

static text text_at(sqlite3_stmt *row, int at, bool as_blob) {
    const char *bytes =
        as_blob ? sqlite3_column_blob(row, at) : (const char *)sqlite3_column_text(row, at);
    return (text){bytes, bytes ? (size_t)sqlite3_column_bytes(row, at) : 0};
}

/* `wants_text`: a REAL is taken as the text that SQLite shows for it. */
static cell cell_at(sqlite3_stmt *row, int at, bool wants_text) {
    cell found = {.type = CELL_IS_EMPTY};
    if (at == NOT_READ) return found;
    switch (sqlite3_column_type(row, at)) {
    case SQLITE_INTEGER:
        found.type = CELL_IS_INTEGER;
        found.integer = sqlite3_column_int64(row, at);
        break;
    case SQLITE_FLOAT:
        found.type = wants_text ? CELL_IS_TEXT : CELL_IS_REAL;
        if (wants_text)
            found.text = text_at(row, at, false);
        else
            found.real = sqlite3_column_double(row, at);
        break;
    case SQLITE_TEXT:
        found.type = CELL_IS_TEXT;
        found.text = text_at(row, at, false);
        break;
    case SQLITE_BLOB:
        found.type = CELL_IS_BLOB;
        found.text = text_at(row, at, true);
        break;
    default:
        break;
    }
    return found;
}

static bool take_row(reading *r, sqlite3_stmt *row) {
    cell id = cell_at(row, r->id, true), partner = cell_at(row, r->partner, true);
    for (size_t c = 0; c < r->source->count; c++)
        if (r->position[c] != NOT_READ)
            r->cells[c] = cell_at(row, r->position[c], r->source->columns[c].kind == CELL_TEXT);
    r->rows++;
    return facts_builder_row(r->builder, &id, &partner, r->cells);
}

static bool data_problem(reading *r, problem_list *problems, const char *why) {
    size_t before = problems->count;
    problem_add(problems, r->source->at, NULL, "the source '%s' cannot be read: %s",
                r->source->name, why);
    if (problems->count > before) problems->items[before].in_data = true;
    return false;
}

static bool step_through(reading *r, sqlite3_stmt *rows, uint64_t budget,
                         database_progress *progress, void *context, problem_list *problems) {
    int code;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        if (!take_row(r, rows)) return false;
        if (progress && r->rows % ROWS_PER_REPORT == 0)
            progress(context, r->source->name, r->rows);
        if (budget && r->rows > ROWS_OF_A_SELECT)
            return data_problem(r, problems, "it gives more than 100 million rows");
    }
    if (code == SQLITE_DONE) return true;
    if ((code & 0xff) == SQLITE_NOMEM) return false;
    return data_problem(r, problems, statement_failure(r->db));
}

static bool read_source(reading *r, database_progress *progress, void *context,
                        problem_list *problems) {
    text_buffer sql = {0};
    uint64_t budget = statement_budget(r->db, r->source->from);
    sqlite3_stmt *rows =
        write_select(r, &sql) ? statement_prepare(r->db, sql.bytes, budget, NULL) : NULL;
    bool out_of_memory = sql.failed;
    text_free(&sql);
    if (!rows) return !out_of_memory && data_problem(r, problems, statement_failure(r->db));
    bool done = step_through(r, rows, budget, progress, context, problems);
    sqlite3_finalize(rows);
    return done;
}

static size_t most_columns(const request *wanted) {
    size_t most = 0;
    for (size_t i = 0; i < wanted->count; i++)
        if (wanted->sources[i].count > most) most = wanted->sources[i].count;
    return most;
}

facts *database_read(database *db, arena *memory, const request *wanted, const catalog *known,
                     database_progress *progress, void *context, problem_list *problems) {
    reading r = {.db = db, .builder = facts_builder_new(memory, wanted, problems)};
    r.cells = memory_allocate(most_columns(wanted) * sizeof *r.cells);
    r.position = memory_allocate(most_columns(wanted) * sizeof *r.position);
    bool done = r.builder && r.cells && r.position;
    for (size_t i = 0; done && i < wanted->count; i++) {
        r.source = &wanted->sources[i];
        r.rows = 0;
        done = facts_builder_begin(r.builder) && read_source(&r, progress, context, problems);
    }
    facts *built = done ? facts_builder_finish(r.builder) : NULL;
    if (built && known) built->catalog = *known;
    facts_builder_free(r.builder);
    memory_free(r.cells);
    memory_free(r.position);
    return built;
}
