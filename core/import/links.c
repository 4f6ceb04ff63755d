/* links.c - looks up what foreign keys point to: see links.h. */
#include "import/links.h"

#include "base/memory.h"
#include "data/connection.h"

#include <stdio.h>
#include <string.h>

enum { LINKS = 16 };

/* A foreign key of one column to another table. */
typedef struct link {
    int column;
    char table[128], key[128]; /* what it points to */
    sqlite3_stmt *find;
} link;

struct import_links {
    sqlite3 *handle;
    const char *table;
    link items[LINKS];
    size_t count;
    int64_t loose; /* rows of the file that pointed nowhere before */
    char why[400];
};

/* Rows that point nowhere, here and in tables that point here; -1: not to be known. */
static int64_t count_loose(const import_links *l, char *what, size_t room) {
    sqlite3_stmt *asked = NULL;
    int64_t count = -1;
    int code = sqlite3_prepare_v2(
        l->handle,
        "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check WHERE \"table\" = ?1 "
        "COLLATE NOCASE OR parent = ?1 COLLATE NOCASE GROUP BY 1, 2",
        -1, &asked, NULL);
    if (code == SQLITE_OK) {
        count = 0;
        sqlite3_bind_text(asked, 1, l->table, -1, SQLITE_STATIC);
        while ((code = sqlite3_step(asked)) == SQLITE_ROW) {
            count += sqlite3_column_int64(asked, 2);
            if (what)
                snprintf(what, room,
                         "rows of '%.100s' would point to rows that '%.100s' does not have",
                         (const char *)sqlite3_column_text(asked, 0),
                         (const char *)sqlite3_column_text(asked, 1));
        }
        if (code != SQLITE_DONE) count = -1;
    }
    sqlite3_finalize(asked);
    return count;
}

static bool has_foreign_keys(sqlite3 *handle) {
    sqlite3_stmt *asked = NULL;
    bool found = sqlite3_prepare_v2(handle,
                                    "SELECT 1 FROM sqlite_schema AS s, "
                                    "pragma_foreign_key_list(s.name) WHERE s.type = 'table'",
                                    -1, &asked, NULL) == SQLITE_OK &&
                 sqlite3_step(asked) == SQLITE_ROW;
    sqlite3_finalize(asked);
    return found;
}

static int column_of(const import_columns *columns, const char *name) {
    for (size_t i = 0; name && i < columns->count; i++)
        if (columns->items[i].header != NO_HEADER &&
            catalog_same_name(columns->items[i].name, name))
            return (int)i;
    return -1;
}

static void prepare_find(import_links *l, link *made) {
    text_buffer sql = {0};
    text_append_string(&sql, "SELECT 1 FROM main.");
    statement_quote(&sql, made->table);
    text_append_string(&sql, " WHERE ");
    statement_quote(&sql, made->key);
    text_append_string(&sql, " = ?");
    if (!sql.failed) sqlite3_prepare_v2(l->handle, sql.bytes, -1, &made->find, NULL);
    text_free(&sql);
}

/* Keys of several columns, and to the table itself, are left to the end. */
static void read_links(import_links *l, const import_columns *columns) {
    static const char sql[] =
        "SELECT f.\"table\", f.\"from\", coalesce(f.\"to\", (SELECT name FROM "
        "pragma_table_info(f.\"table\") WHERE pk = 1)) FROM pragma_foreign_key_list(?1) AS f "
        "WHERE f.\"table\" <> ?1 COLLATE NOCASE GROUP BY f.id HAVING count(*) = 1";
    sqlite3_stmt *asked = NULL;
    if (sqlite3_prepare_v2(l->handle, sql, -1, &asked, NULL) != SQLITE_OK) return;
    sqlite3_bind_text(asked, 1, l->table, -1, SQLITE_STATIC);
    while (sqlite3_step(asked) == SQLITE_ROW && l->count < LINKS) {
        link *made = &l->items[l->count];
        const char *table = (const char *)sqlite3_column_text(asked, 0),
                   *key = (const char *)sqlite3_column_text(asked, 2);
        made->column = column_of(columns, (const char *)sqlite3_column_text(asked, 1));
        if (made->column < 0 || !table || !key || strlen(table) >= sizeof made->table ||
            strlen(key) >= sizeof made->key)
            continue;
        strcpy(made->table, table);
        strcpy(made->key, key);
        prepare_find(l, made);
        l->count += made->find != NULL;
    }
    sqlite3_finalize(asked);
}

bool import_links_open(import_links **out, sqlite3 *handle, const import_place *at,
                       const import_columns *columns, problem_list *problems) {
    (void)problems;
    *out = NULL;
    if (!at->exists || !has_foreign_keys(handle)) return true;
    import_links *l = *out = memory_allocate(sizeof *l);
    if (!l) return false;
    l->handle = handle;
    l->table = at->table;
    l->loose = count_loose(l, NULL, 0);
    read_links(l, columns);
    return true;
}

static bool is_there(sqlite3_stmt *find, const cell *key) {
    import_bind(find, 1, key);
    int code = sqlite3_step(find);
    sqlite3_reset(find);
    return code != SQLITE_DONE;
}

const char *import_links_missing(import_links *l, const cell *cells) {
    for (size_t i = 0; l && i < l->count; i++) {
        const link *k = &l->items[i];
        const cell *key = &cells[k->column];
        text_buffer shown = {0};
        if (key->type != CELL_IS_INTEGER && key->type != CELL_IS_TEXT) continue;
        if (is_there(k->find, key)) continue;
        cell_quote(&shown, key);
        snprintf(l->why, sizeof l->why, "table '%.100s' has no row whose %.100s is %s",
                 k->table, k->key, shown.failed ? "that" : shown.bytes);
        text_free(&shown);
        return l->why;
    }
    return NULL;
}

bool import_links_hold(import_links *l, problem_list *problems) {
    if (!l || l->loose < 0) return true;
    int64_t loose = count_loose(l, l->why, sizeof l->why);
    if (loose <= l->loose) return true;
    return problem_add(problems, (place){0},
                       "import the rows that others point to first, or keep them", "%s (%lld)",
                       l->why, (long long)(loose - l->loose));
}

void import_links_close(import_links *l) {
    for (size_t i = 0; l && i < l->count; i++)
        sqlite3_finalize(l->items[i].find);
    memory_free(l);
}
