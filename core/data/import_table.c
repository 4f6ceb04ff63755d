/* import_table.c - rows into a table, ids looked up on the way: see import_table.h. */
#include "data/import_table.h"

#include "base/memory.h"
#include "data/connection.h"
#include "data/import_links.h"
#include "data/import_open.h"

#include <stdio.h>
#include <string.h>

struct import_table {
    import_database db;
    import_place at;
    const import_order *order;
    const import_columns *columns;
    import_links *links;  /* rows of other tables that must be there; NULL: none */
    sqlite3_stmt *insert; /* the columns that have a header */
    sqlite3_stmt *update; /* the same, of one row */
    sqlite3_stmt *known;  /* the row number of an id; NULL: ids are not looked up */
    sqlite3_stmt *meet;   /* notes an id of the file with its line */
    sqlite3_stmt *met;    /* the line of an id of the file */
    bool by_row;          /* `update` goes by row number, not by id */
    bool is_broken;       /* SQLite failed at a row; the connection knows why */
    char why[512];
    const char *hint;
};

/* --- statements ----------------------------------------------------------------------------
 */

static sqlite3_stmt *prepare(import_table *t, const text_buffer *sql, problem_list *problems) {
    sqlite3_stmt *made = NULL;
    if (sql->failed) return NULL;
    if (sqlite3_prepare_v2(t->db.handle, sql->bytes, -1, &made, NULL) != SQLITE_OK)
        import_failed(&t->db, problems);
    return made;
}

static bool run(import_table *t, const char *sql, problem_list *problems) {
    return sqlite3_exec(t->db.handle, sql, NULL, NULL, NULL) == SQLITE_OK ||
           import_failed(&t->db, problems);
}

/* Columns that the file fills, in their order, `between` them. */
static size_t print_filled(const import_table *t, text_buffer *sql, const char *form) {
    size_t count = 0;
    for (size_t i = 0; i < t->columns->count; i++) {
        const import_column *c = &t->columns->items[i];
        if (c->header == NO_HEADER) continue;
        text_append_string(sql, count++ ? ", " : "");
        statement_quote(sql, c->name);
        text_append_string(sql, form);
    }
    return count;
}

static const char *id_name(const import_table *t) {
    return t->columns->items[t->columns->id].name;
}

static bool prepare_insert(import_table *t, problem_list *problems) {
    text_buffer sql = {0};
    text_append_string(&sql, "INSERT INTO main.");
    statement_quote(&sql, t->at.table);
    text_append_string(&sql, " (");
    size_t count = print_filled(t, &sql, "");
    text_append_string(&sql, ") VALUES (?");
    for (size_t i = 1; i < count; i++)
        text_append_string(&sql, ", ?");
    text_append_byte(&sql, ')');
    t->insert = prepare(t, &sql, problems);
    text_free(&sql);
    return t->insert != NULL;
}

static bool prepare_update(import_table *t, problem_list *problems) {
    text_buffer sql = {0};
    text_append_string(&sql, "UPDATE main.");
    statement_quote(&sql, t->at.table);
    text_append_string(&sql, " SET ");
    print_filled(t, &sql, " = ?");
    text_append_string(&sql, " WHERE ");
    if (t->by_row)
        text_append_string(&sql, "_rowid_");
    else
        statement_quote(&sql, id_name(t));
    text_append_string(&sql, " = ?");
    t->update = prepare(t, &sql, problems);
    text_free(&sql);
    return t->update != NULL;
}

/* --- ids -----------------------------------------------------------------------------------
 */

/* Whether an id is found without going through the table. */
static bool id_is_indexed(import_table *t) {
    static const char sql[] =
        "SELECT 1 FROM pragma_table_xinfo(?1) WHERE name = ?2 COLLATE NOCASE AND pk = 1 AND "
        "(SELECT max(pk) FROM pragma_table_xinfo(?1)) = 1 UNION ALL "
        "SELECT 1 FROM pragma_index_list(?1) AS l, pragma_index_info(l.name) AS i "
        "WHERE NOT l.partial AND i.seqno = 0 AND i.name = ?2 COLLATE NOCASE";
    sqlite3_stmt *asked = NULL;
    bool found = false;
    if (sqlite3_prepare_v2(t->db.handle, sql, -1, &asked, NULL) == SQLITE_OK) {
        sqlite3_bind_text(asked, 1, t->at.table, -1, SQLITE_STATIC);
        sqlite3_bind_text(asked, 2, id_name(t), -1, SQLITE_STATIC);
        found = sqlite3_step(asked) == SQLITE_ROW;
    }
    sqlite3_finalize(asked);
    return found;
}

/* Ids of a table that has no index of them, in a place of this connection's own. */
static bool gather_ids(import_table *t, problem_list *problems) {
    text_buffer sql = {0};
    text_append_string(&sql, "INSERT OR IGNORE INTO temp.rung_known SELECT ");
    statement_quote(&sql, id_name(t));
    text_append_string(&sql, ", _rowid_ FROM main.");
    statement_quote(&sql, t->at.table);
    text_append_string(&sql, " WHERE ");
    statement_quote(&sql, id_name(t));
    text_append_string(&sql, " IS NOT NULL");
    bool fine =
        !sql.failed &&
        run(t, "CREATE TEMP TABLE rung_known (id PRIMARY KEY, row) WITHOUT ROWID", problems) &&
        run(t, sql.bytes, problems);
    text_free(&sql);
    return fine;
}

/* An id may be kept as a number or as its text. */
static bool prepare_known(import_table *t, problem_list *problems) {
    text_buffer sql = {0};
    bool indexed = id_is_indexed(t) || !t->at.has_rows_numbers;
    if (!indexed && !gather_ids(t, problems)) return false;
    t->by_row = t->at.has_rows_numbers;
    text_append_string(&sql, "SELECT ");
    text_append_string(&sql, !indexed ? "row" : t->by_row ? "_rowid_" : "1");
    text_append_string(&sql, " FROM ");
    if (indexed) {
        text_append_string(&sql, "main.");
        statement_quote(&sql, t->at.table);
    } else {
        text_append_string(&sql, "temp.rung_known");
    }
    text_append_string(&sql, " WHERE ");
    statement_quote(&sql, indexed ? id_name(t) : "id");
    text_append_string(&sql, " IN (?1, CAST(?1 AS TEXT))");
    t->known = prepare(t, &sql, problems);
    text_free(&sql);
    return t->known != NULL;
}

static bool prepare_met(import_table *t, problem_list *problems) {
    text_buffer meet = {0}, met = {0};
    text_append_string(&meet, "INSERT INTO temp.rung_met VALUES (?, ?)");
    text_append_string(&met, "SELECT line FROM temp.rung_met WHERE id = ?");
    bool fine =
        run(t, "CREATE TEMP TABLE rung_met (id PRIMARY KEY, line INTEGER) WITHOUT ROWID",
            problems) &&
        (t->meet = prepare(t, &meet, problems)) && (t->met = prepare(t, &met, problems));
    text_free(&meet);
    text_free(&met);
    return fine;
}

static bool has_ids(const import_table *t) {
    return t->columns->id >= 0 && t->columns->items[t->columns->id].header != NO_HEADER;
}

/* --- beginning -----------------------------------------------------------------------------
 */

import_table *import_table_open(const import_order *order, arena *memory, import_outcome *out,
                                problem_list *problems) {
    import_table *t = memory_allocate(sizeof *t);
    if (!t) return NULL;
    t->order = order;
    if (!import_open(&t->db, order, problems)) {
        memory_free(t);
        return NULL;
    }
    out->makes_database = t->db.is_made || !sqlite3_db_filename(t->db.handle, "main")[0];
    if (import_describe(&t->db, order, memory, &t->at, &out->columns, problems)) {
        out->makes_table = !t->at.exists;
        return t;
    }
    import_table_end(t, false, problems);
    return NULL;
}

static int64_t count_rows(import_table *t) {
    text_buffer sql = {0};
    sqlite3_stmt *asked = NULL;
    int64_t count = 0;
    text_append_string(&sql, "SELECT count(*) FROM main.");
    statement_quote(&sql, t->at.table);
    if (!sql.failed &&
        sqlite3_prepare_v2(t->db.handle, sql.bytes, -1, &asked, NULL) == SQLITE_OK &&
        sqlite3_step(asked) == SQLITE_ROW)
        count = sqlite3_column_int64(asked, 0);
    sqlite3_finalize(asked);
    text_free(&sql);
    return count;
}

static bool empty_table(import_table *t, problem_list *problems) {
    text_buffer sql = {0};
    text_append_string(&sql, "DELETE FROM main.");
    statement_quote(&sql, t->at.table);
    bool fine = !sql.failed && run(t, sql.bytes, problems);
    text_free(&sql);
    return fine;
}

bool import_table_begin(import_table *t, const import_columns *columns, size_t *removed,
                        problem_list *problems) {
    bool writes = !t->order->previews, replaces = t->order->replaces && t->at.exists;
    t->columns = columns;
    if (t->order->updates && !has_ids(t))
        return problem_add(problems, (place){0}, "leave --update out to add the rows",
                           "--update replaces rows by their id, and the file has none");
    if (!import_links_open(&t->links, t->db.handle, &t->at, columns, problems)) return false;
    if (writes && !t->at.exists && !import_make_table(&t->db, &t->at, columns, problems))
        return false;
    if (replaces) *removed = (size_t)count_rows(t);
    if (writes && replaces && !empty_table(t, problems)) return false;
    if (writes && !prepare_insert(t, problems)) return false;
    if (!has_ids(t)) return true;
    bool looks_up = t->at.exists && !replaces;
    if (looks_up && !prepare_known(t, problems)) return false;
    if (looks_up && writes && t->order->updates && !prepare_update(t, problems)) return false;
    return prepare_met(t, problems);
}

/* --- rows ----------------------------------------------------------------------------------
 */

static int bind(sqlite3_stmt *to, int at, const cell *from) {
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

static import_fate refuse(import_table *t, const char *format, const char *what, int line,
                          const char *hint) {
    snprintf(t->why, sizeof t->why, format, what, line);
    t->hint = hint;
    return FATE_REFUSED;
}

static import_fate step_row(import_table *t, sqlite3_stmt *s) {
    int code = sqlite3_step(s);
    if (code == SQLITE_DONE) {
        sqlite3_reset(s);
        return FATE_ADDED;
    }
    int kind = code & 0xff;
    if (kind == SQLITE_CONSTRAINT || kind == SQLITE_MISMATCH || kind == SQLITE_TOOBIG) {
        refuse(t, "the table refuses the row: %s", sqlite3_errmsg(t->db.handle), 0, NULL);
        sqlite3_reset(s);
        return FATE_REFUSED;
    }
    return FATE_BROKEN;
}

/* Whether the id stands further up in the file. */
static import_fate meet_id(import_table *t, const cell *id, const char *shown, int line) {
    bind(t->meet, 1, id);
    sqlite3_bind_int64(t->meet, 2, line);
    int code = sqlite3_step(t->meet);
    sqlite3_reset(t->meet);
    if (code == SQLITE_DONE) return FATE_ADDED;
    if ((code & 0xff) != SQLITE_CONSTRAINT) return FATE_BROKEN;
    bind(t->met, 1, id);
    int first = sqlite3_step(t->met) == SQLITE_ROW ? sqlite3_column_int(t->met, 0) : 0;
    sqlite3_reset(t->met);
    return refuse(t, "the id %s stands on line %d already", shown, first, NULL);
}

/* FATE_UPDATED with the row's number when the table has the id. */
static import_fate find_id(import_table *t, const cell *id, const char *shown, int64_t *row) {
    if (!t->known) return FATE_ADDED;
    bind(t->known, 1, id);
    int code = sqlite3_step(t->known);
    if (code == SQLITE_ROW) *row = sqlite3_column_int64(t->known, 0);
    sqlite3_reset(t->known);
    if (code == SQLITE_DONE) return FATE_ADDED;
    if (code != SQLITE_ROW) return FATE_BROKEN;
    if (t->order->updates) return FATE_UPDATED;
    return refuse(t, "the table has a row with the id %s already", shown, 0,
                  "--update replaces rows by their id, --replace empties the table first");
}

static import_fate look_up(import_table *t, const cell *cells, int line, int64_t *row) {
    text_buffer shown = {0};
    if (!has_ids(t) || cells[t->columns->id].type == CELL_IS_EMPTY) return FATE_ADDED;
    const cell *id = &cells[t->columns->id];
    cell_quote(&shown, id);
    import_fate fate = shown.failed ? FATE_BROKEN : meet_id(t, id, shown.bytes, line);
    if (fate == FATE_ADDED) fate = find_id(t, id, shown.bytes, row);
    text_free(&shown);
    return fate;
}

static import_fate write_row(import_table *t, const cell *cells, bool is_known, int64_t row) {
    sqlite3_stmt *s = is_known ? t->update : t->insert;
    int at = 0, code = SQLITE_OK;
    for (size_t i = 0; i < t->columns->count && code == SQLITE_OK; i++)
        if (t->columns->items[i].header != NO_HEADER) code = bind(s, ++at, &cells[i]);
    if (is_known && code == SQLITE_OK)
        code = t->by_row ? sqlite3_bind_int64(s, ++at, row)
                         : bind(s, ++at, &cells[t->columns->id]);
    if (code != SQLITE_OK) return FATE_BROKEN;
    import_fate fate = step_row(t, s);
    return fate == FATE_ADDED && is_known ? FATE_UPDATED : fate;
}

static import_fate put(import_table *t, const cell *cells, int line, bool looks_only) {
    int64_t row = 0;
    import_fate fate = look_up(t, cells, line, &row);
    if (fate == FATE_REFUSED || fate == FATE_BROKEN) return fate;
    const char *missing = import_links_missing(t->links, cells);
    if (missing) return refuse(t, "%s", missing, 0, NULL);
    if (looks_only || t->order->previews) return fate;
    return write_row(t, cells, fate == FATE_UPDATED, row);
}

import_fate import_table_put(import_table *t, const cell *cells, int line, bool looks_only) {
    import_fate fate = put(t, cells, line, looks_only);
    t->is_broken |= fate == FATE_BROKEN;
    return fate;
}

const char *import_table_why(const import_table *t, const char **hint) {
    *hint = t->hint;
    return t->why;
}

/* --- the end -------------------------------------------------------------------------------
 */

static void finalize(import_table *t) {
    sqlite3_stmt *all[] = {t->insert, t->update, t->known, t->meet, t->met};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        sqlite3_finalize(all[i]);
}

bool import_table_end(import_table *t, bool keep, problem_list *problems) {
    bool fine = true;
    if (t->is_broken) import_failed(&t->db, problems);
    finalize(t);
    if (keep && t->order->previews) keep = false;
    if (keep) fine = import_links_hold(t->links, problems);
    if (keep && fine) fine = run(t, "COMMIT", problems);
    if (!keep || !fine) sqlite3_exec(t->db.handle, "ROLLBACK", NULL, NULL, NULL);
    import_links_close(t->links);
    import_close(&t->db, keep && fine);
    memory_free(t);
    return fine;
}
