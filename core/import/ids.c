/* ids.c - looks ids up while rows come: see ids.h. */
#include "import/ids.h"

#include "data/connection.h"

/* Whether an id is found without going through the table. */
static bool is_indexed(import_ids *ids) {
    static const char sql[] =
        "SELECT 1 FROM pragma_table_xinfo(?1) WHERE name = ?2 COLLATE NOCASE AND pk = 1 AND "
        "(SELECT max(pk) FROM pragma_table_xinfo(?1)) = 1 UNION ALL "
        "SELECT 1 FROM pragma_index_list(?1) AS l, pragma_index_info(l.name) AS i "
        "WHERE NOT l.partial AND i.seqno = 0 AND i.name = ?2 COLLATE NOCASE";
    sqlite3_stmt *asked = NULL;
    bool found = false;
    if (sqlite3_prepare_v2(ids->db->handle, sql, -1, &asked, NULL) == SQLITE_OK) {
        sqlite3_bind_text(asked, 1, ids->at->table, -1, SQLITE_STATIC);
        sqlite3_bind_text(asked, 2, ids->name, -1, SQLITE_STATIC);
        found = sqlite3_step(asked) == SQLITE_ROW;
    }
    sqlite3_finalize(asked);
    return found;
}

/* Ids of a table that has no index of them, in a place of this connection's own. */
static bool gather(import_ids *ids, problem_list *problems) {
    text_buffer sql = {0};
    text_append_string(&sql, "INSERT OR IGNORE INTO temp.rung_known SELECT ");
    statement_quote(&sql, ids->name);
    text_append_string(&sql, ", _rowid_ FROM main.");
    statement_quote(&sql, ids->at->table);
    text_append_string(&sql, " WHERE ");
    statement_quote(&sql, ids->name);
    text_append_string(&sql, " IS NOT NULL");
    bool fine = import_run_sql(
                    ids->db, "CREATE TEMP TABLE rung_known (id PRIMARY KEY, row) WITHOUT ROWID",
                    problems) &&
                !sql.failed && import_run_sql(ids->db, sql.bytes, problems);
    text_free(&sql);
    return fine;
}

/* An id may be kept as a number or as its text. */
static bool prepare_known(import_ids *ids, problem_list *problems) {
    text_buffer sql = {0};
    bool indexed = is_indexed(ids) || !ids->at->has_row_numbers;
    if (!indexed && !gather(ids, problems)) return false;
    text_append_string(&sql, "SELECT ");
    text_append_string(&sql, !indexed ? "row" : ids->at->has_row_numbers ? "_rowid_" : "1");
    text_append_string(&sql, " FROM ");
    text_append_string(&sql, indexed ? "main." : "temp.");
    statement_quote(&sql, indexed ? ids->at->table : "rung_known");
    text_append_string(&sql, " WHERE ");
    statement_quote(&sql, indexed ? ids->name : "id");
    text_append_string(&sql, " IN (?1, CAST(?1 AS TEXT))");
    ids->known = import_prepare(ids->db, &sql, problems);
    text_free(&sql);
    return ids->known != NULL;
}

static bool prepare_met(import_ids *ids, problem_list *problems) {
    text_buffer meet = {0}, met = {0};
    text_append_string(&meet, "INSERT INTO temp.rung_met VALUES (?, ?)");
    text_append_string(&met, "SELECT line FROM temp.rung_met WHERE id = ?");
    bool fine = import_run_sql(
        ids->db, "CREATE TEMP TABLE rung_met (id PRIMARY KEY, line INTEGER) WITHOUT ROWID",
        problems);
    if (fine) ids->meet = import_prepare(ids->db, &meet, problems);
    if (ids->meet) ids->met = import_prepare(ids->db, &met, problems);
    text_free(&meet);
    text_free(&met);
    return ids->met != NULL;
}

bool import_ids_open(import_ids *out, import_database *db, const import_place *at,
                     const char *name, bool looks_up, problem_list *problems) {
    *out = (import_ids){.db = db, .at = at, .name = name};
    return (!looks_up || prepare_known(out, problems)) && prepare_met(out, problems);
}

id_answer import_ids_look_up(import_ids *ids, const cell *id, int line, int64_t *row) {
    import_bind(ids->meet, 1, id);
    sqlite3_bind_int64(ids->meet, 2, line);
    int code = sqlite3_step(ids->meet);
    sqlite3_reset(ids->meet);
    if ((code & 0xff) == SQLITE_CONSTRAINT) {
        import_bind(ids->met, 1, id);
        *row = sqlite3_step(ids->met) == SQLITE_ROW ? sqlite3_column_int64(ids->met, 0) : 0;
        sqlite3_reset(ids->met);
        return ID_WAS_MET;
    }
    if (code != SQLITE_DONE) return ID_FAILED;
    if (!ids->known) return ID_IS_NEW;
    import_bind(ids->known, 1, id);
    code = sqlite3_step(ids->known);
    if (code == SQLITE_ROW) *row = sqlite3_column_int64(ids->known, 0);
    sqlite3_reset(ids->known);
    return code == SQLITE_ROW ? ID_IS_KNOWN : code == SQLITE_DONE ? ID_IS_NEW : ID_FAILED;
}

void import_ids_close(import_ids *ids) {
    sqlite3_finalize(ids->known);
    sqlite3_finalize(ids->meet);
    sqlite3_finalize(ids->met);
    *ids = (import_ids){.db = NULL};
}
