/* guard.c - what a statement may do: read tables and views, with harmless functions, for a
 * while.
 *
 * Whatever depends on a clock, a locale, chance or the order of rows is missing from the list
 * of functions: the same data must give the same answer. */
#include "data/guard.h"

#include <stdio.h>
#include <string.h>

enum { OPERATIONS_PER_CALL = 1000 };

static const char *const functions[] = {"abs",          "avg",          "ceil",
                                        "ceiling",      "char",         "coalesce",
                                        "count",        "cume_dist",    "dense_rank",
                                        "first_value",  "floor",        "format",
                                        "glob",         "hex",          "ifnull",
                                        "iif",          "instr",        "json_array_length",
                                        "json_each",    "json_extract", "json_type",
                                        "json_valid",   "lag",          "last_value",
                                        "lead",         "length",       "like",
                                        "likely",       "lower",        "ltrim",
                                        "max",          "min",          "mod",
                                        "nth_value",    "ntile",        "nullif",
                                        "percent_rank", "printf",       "quote",
                                        "rank",         "replace",      "round",
                                        "row_number",   "rtrim",        "sign",
                                        "substr",       "substring",    "sum",
                                        "total",        "trim",         "trunc",
                                        "typeof",       "unicode",      "unlikely",
                                        "upper",        "->",           "->>"};

static const int limits[][2] = {{SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
                                {SQLITE_LIMIT_SQL_LENGTH, 256 * 1024},
                                {SQLITE_LIMIT_COLUMN, 2000},
                                {SQLITE_LIMIT_EXPR_DEPTH, 200},
                                {SQLITE_LIMIT_COMPOUND_SELECT, 50},
                                {SQLITE_LIMIT_VDBE_OP, 100000},
                                {SQLITE_LIMIT_FUNCTION_ARG, 100},
                                {SQLITE_LIMIT_ATTACHED, 0},
                                {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
                                {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
                                {SQLITE_LIMIT_WORKER_THREADS, 0}};

static const int switches[][2] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                  {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                  {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                  {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                  {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
                                  {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
                                  /* A misspelt "column" is a mistake, never a text. */
                                  {SQLITE_DBCONFIG_DQS_DML, 0}};

bool guard_harden(sqlite3 *handle) {
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        sqlite3_limit(handle, limits[i][0], limits[i][1]);
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        if (sqlite3_db_config(handle, switches[i][0], switches[i][1], (int *)0) != SQLITE_OK)
            return false;
    return true;
}

/* A name in lower case, as the guard's map knows it; longer ones are cut and never match. */
static text lower_name(char room[256], const char *name) {
    size_t length = 0;
    for (; name[length] && length < 255; length++) {
        char c = name[length];
        room[length] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (text){room, length};
}

bool guard_allow_table(guard *g, const char *name) {
    char room[256];
    return map_add(&g->tables, lower_name(room, name)) >= 0;
}

static int refuse(guard *g, const char *what, const char *name) {
    snprintf(g->refused, sizeof g->refused, "%s%s%.100s%s", what, name ? " '" : "",
             name ? name : "", name ? "'" : "");
    return SQLITE_DENY;
}

static int authorize_function(guard *g, const char *name) {
    if (g->taking && sqlite3_stricmp(GUARD_TAKE, name) == 0) return SQLITE_OK;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (sqlite3_stricmp(functions[i], name) == 0) return SQLITE_OK;
    return refuse(g, "it may not use the function", name);
}

static int authorize_read(guard *g, const char *table) {
    char room[256];
    if (map_find(&g->tables, lower_name(room, table)) != MAP_ABSENT) return SQLITE_OK;
    if (sqlite3_stricmp(table, "json_each") == 0) return SQLITE_OK;
    return refuse(g, "it may not read", table);
}

static int authorize(void *context, int action, const char *first, const char *second,
                     const char *database, const char *view) {
    guard *g = context;
    (void)database;
    (void)view;
    switch (action) {
    case SQLITE_SELECT:
        return SQLITE_OK;
    case SQLITE_READ:
        return authorize_read(g, first ? first : "");
    case SQLITE_FUNCTION:
        return authorize_function(g, second ? second : "");
    case SQLITE_RECURSIVE:
        return refuse(g, "it may not be recursive", NULL);
    default:
        return refuse(g, "it may do nothing but read", NULL);
    }
}

static int count_operations(void *context) {
    guard *g = context;
    g->spent += OPERATIONS_PER_CALL;
    g->exhausted = g->operations && g->spent > g->operations;
    return g->exhausted;
}

bool guard_close_door(guard *g, sqlite3 *handle) {
    sqlite3_progress_handler(handle, OPERATIONS_PER_CALL, count_operations, g);
    return sqlite3_set_authorizer(handle, authorize, g) == SQLITE_OK;
}

void guard_begin(guard *g, uint64_t operations) {
    g->operations = operations;
    g->spent = 0;
    g->exhausted = false;
    g->refused[0] = '\0';
}
