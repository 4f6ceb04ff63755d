/* table.c - rows into a table, ids looked up on the way: see table.h. */
#include "import/table.h"

#include "base/memory.h"
#include "data/connection.h"
#include "import/ids.h"
#include "import/links.h"
#include "import/open.h"

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
    import_ids ids;       /* once there are any */
    bool is_broken;       /* SQLite failed at a row; the connection knows why */
    char why[512];
    const char *hint;
};

/* --- statements ----------------------------------------------------------------------------
 */

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
    t->insert = import_prepare(&t->db, &sql, problems);
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
    if (t->at.has_row_numbers)
        text_append_string(&sql, "_rowid_");
    else
        statement_quote(&sql, id_name(t));
    text_append_string(&sql, " = ?");
    t->update = import_prepare(&t->db, &sql, problems);
    text_free(&sql);
    return t->update != NULL;
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
    bool fine = !sql.failed && import_run_sql(&t->db, sql.bytes, problems);
    text_free(&sql);
    return fine;
}

/* They are switched off with whatever else of the file could run. */
static void note_triggers(import_table *t) {
    sqlite3_stmt *asked = NULL;
    int code = sqlite3_prepare_v2(t->db.handle,
                                  "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND "
                                  "tbl_name = ?1 COLLATE NOCASE",
                                  -1, &asked, NULL);
    if (code == SQLITE_OK) sqlite3_bind_text(asked, 1, t->at.table, -1, SQLITE_STATIC);
    if (code == SQLITE_OK && sqlite3_step(asked) == SQLITE_ROW && t->order->on_note)
        t->order->on_note(t->order->context, "the table has triggers; an import runs none");
    sqlite3_finalize(asked);
}

bool import_table_begin(import_table *t, const import_columns *columns, size_t *removed,
                        problem_list *problems) {
    bool writes = !t->order->previews, replaces = t->order->replaces && t->at.exists;
    t->columns = columns;
    if (t->order->updates && !has_ids(t))
        return problem_add(problems, (place){0}, "leave --update out to add the rows",
                           "--update replaces rows by their id, and the file has none");
    note_triggers(t);
    if (!import_links_open(&t->links, t->db.handle, &t->at, columns, problems)) return false;
    if (writes && !t->at.exists && !import_make_table(&t->db, &t->at, columns, problems))
        return false;
    if (replaces) *removed = (size_t)count_rows(t);
    if (writes && replaces && !empty_table(t, problems)) return false;
    if (writes && !prepare_insert(t, problems)) return false;
    if (!has_ids(t)) return true;
    bool looks_up = t->at.exists && !replaces;
    if (looks_up && writes && t->order->updates && !prepare_update(t, problems)) return false;
    return import_ids_open(&t->ids, &t->db, &t->at, id_name(t), looks_up, problems);
}

/* --- rows ----------------------------------------------------------------------------------
 */

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

static import_fate look_up(import_table *t, const cell *cells, int line, int64_t *row) {
    text_buffer shown = {0};
    if (!has_ids(t) || cells[t->columns->id].type == CELL_IS_EMPTY) return FATE_ADDED;
    const cell *id = &cells[t->columns->id];
    id_answer answer = import_ids_look_up(&t->ids, id, line, row);
    if (answer == ID_IS_NEW) return FATE_ADDED;
    if (answer == ID_FAILED) return FATE_BROKEN;
    if (answer == ID_IS_KNOWN && t->order->updates) return FATE_UPDATED;
    cell_quote(&shown, id);
    import_fate fate = FATE_BROKEN;
    if (!shown.failed && answer == ID_WAS_MET)
        fate = refuse(t, "the id %s stands on line %d already", shown.bytes, (int)*row, NULL);
    else if (!shown.failed)
        fate = refuse(t, "the table has a row with the id %s already", shown.bytes, 0,
                      "--update replaces rows by their id, --replace empties the table first");
    text_free(&shown);
    return fate;
}

static import_fate write_row(import_table *t, const cell *cells, bool is_known, int64_t row) {
    sqlite3_stmt *s = is_known ? t->update : t->insert;
    int at = 0, code = SQLITE_OK;
    for (size_t i = 0; i < t->columns->count && code == SQLITE_OK; i++)
        if (t->columns->items[i].header != NO_HEADER) code = import_bind(s, ++at, &cells[i]);
    if (is_known && code == SQLITE_OK)
        code = t->at.has_row_numbers ? sqlite3_bind_int64(s, ++at, row)
                                     : import_bind(s, ++at, &cells[t->columns->id]);
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

bool import_table_end(import_table *t, bool keep, problem_list *problems) {
    bool fine = true;
    if (t->is_broken) import_failed(&t->db, problems);
    sqlite3_finalize(t->insert);
    sqlite3_finalize(t->update);
    import_ids_close(&t->ids);
    if (keep && t->order->previews) keep = false;
    if (keep) fine = import_links_hold(t->links, problems);
    if (keep && fine) fine = import_run_sql(&t->db, "COMMIT", problems);
    if (!keep || !fine) sqlite3_exec(t->db.handle, "ROLLBACK", NULL, NULL, NULL);
    import_links_close(t->links);
    import_close(&t->db, keep && fine);
    memory_free(t);
    return fine;
}
