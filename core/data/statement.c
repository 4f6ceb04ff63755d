/* statement.c - the only place where other people's SQL is prepared. */
#include "data/connection.h"

#include <string.h>

/* Past what may follow a statement: blanks, semicolons, comments. */
static const char *skip_nothing(const char *at) {
    for (;;) {
        at += strspn(at, " \t\r\n\f;");
        if (at[0] == '-' && at[1] == '-') {
            at += strcspn(at, "\n");
        } else if (at[0] == '/' && at[1] == '*') {
            const char *close = strstr(at + 2, "*/");
            at = close ? close + 2 : at + strlen(at);
        } else {
            return at;
        }
    }
}

static bool only_reads(sqlite3_stmt *statement) {
    return sqlite3_stmt_readonly(statement) && sqlite3_column_count(statement) > 0 &&
           !sqlite3_stmt_isexplain(statement);
}

static void refuse(database *db, const char *why) {
    sqlite3_snprintf(sizeof db->guard.refused, db->guard.refused, "%s", why);
}

sqlite3_stmt *statement_prepare(database *db, const char *sql, uint64_t operations,
                                const char **end) {
    guard_begin(&db->guard, operations);
    sqlite3_stmt *statement = NULL;
    const char *tail = sql;
    if (sqlite3_prepare_v2(db->handle, sql, -1, &statement, &tail) != SQLITE_OK) return NULL;
    if (!statement) {
        refuse(db, "it is empty");
    } else if (*skip_nothing(tail)) {
        refuse(db, "it is more than one statement");
    } else if (!only_reads(statement)) {
        refuse(db, "it may do nothing but read");
    } else {
        if (end) *end = tail;
        return statement;
    }
    sqlite3_finalize(statement);
    return NULL;
}

const char *statement_failure(const database *db) {
    if (db->guard.exhausted) return "it takes too long; read less, or from a table";
    if (db->guard.refused[0]) return db->guard.refused;
    return sqlite3_errmsg(db->handle);
}

void statement_quote(text_buffer *out, const char *name) {
    text_append_byte(out, '"');
    for (; *name; name++) {
        if (*name == '"') text_append_byte(out, '"');
        text_append_byte(out, *name);
    }
    text_append_byte(out, '"');
}

bool statement_from(database *db, text_buffer *out, const char *from) {
    if (!database_is_select(from)) {
        statement_quote(out, from);
        return true;
    }
    const char *end = from;
    sqlite3_stmt *alone = statement_prepare(db, from, db->operations, &end);
    if (!alone) return false;
    sqlite3_finalize(alone);
    while (end > from && strchr(" \t\r\n;", end[-1]))
        end--;
    text_append_byte(out, '(');
    text_append(out, from, (size_t)(end - from));
    text_append_string(out, "\n)"); /* the last line may be a comment */
    return true;
}

uint64_t statement_budget(database *db, const char *from) {
    bool is_table = !database_is_select(from) &&
                    sqlite3_table_column_metadata(db->handle, "main", from, NULL, NULL, NULL,
                                                  NULL, NULL, NULL) == SQLITE_OK;
    return is_table ? 0 : db->operations;
}
