/* database.c - a SQLite file opened for reading, defended against what stands in it.
 *
 * One connection, one read transaction from opening to closing: all statements see one state of
 * the file. What can go wrong with a file is said here, in plain words, when it is opened. */
#include "data/connection.h"

#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { WAIT_MILLISECONDS = 1000, HEADER_BYTES = 20, WRITE_VERSION_AT = 18, WRITE_AHEAD = 2 };

/* Files are read as mapped memory up to this size. */
#define MAP_SETTING "PRAGMA mmap_size = 2147418112"

static bool file_problem(problem_list *problems, const char *hint, const char *path,
                         const char *what) {
    size_t before = problems->count;
    problem_add(problems, (place){0}, hint, "'%.200s' %s", path, what);
    if (problems->count > before) problems->items[before].in_data = true;
    return false;
}

/* A pipe would hang whoever opens it, so look before. */
static bool is_readable_file(const char *path, problem_list *problems) {
    struct stat file;
    if (stat(path, &file) != 0)
        return file_problem(problems, NULL, path,
                            errno == EACCES ? "may not be read by this user"
                                            : "does not exist");
    if (S_ISDIR(file.st_mode))
        return file_problem(problems, "name the SQLite file itself", path, "is a folder");
    if (!S_ISREG(file.st_mode)) return file_problem(problems, NULL, path, "is not a file");
    return true;
}

/* False when it can't be read at all. A file shorter than a header is SQLite's to judge. */
static bool look_at_header(database *db, const char *path, problem_list *problems) {
    unsigned char header[HEADER_BYTES] = {0};
    FILE *file = fopen(path, "rb");
    if (!file) return file_problem(problems, NULL, path, "may not be read by this user");
    size_t length = fread(header, 1, sizeof header, file);
    fclose(file);
    db->write_ahead = length == sizeof header && header[WRITE_VERSION_AT] == WRITE_AHEAD;
    if (length && memcmp(header, "SQLite format 3", length < 16 ? length : 16) != 0)
        return file_problem(problems, NULL, path, "is not a SQLite database");
    return true;
}

/* A path may hold what means something else in a URI. */
static void print_uri(text_buffer *uri, const char *path) {
    text_append_string(uri, path[0] == '/' ? "file://" : "file:./");
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || strchr("/._-~", c);
        if (plain)
            text_append_byte(uri, (char)c);
        else
            text_print(uri, "%%%02X", c);
    }
    text_append_string(uri, "?mode=ro");
}

static int open_handle(database *db, const char *path) {
    text_buffer uri = {0};
    print_uri(&uri, path);
    int code = SQLITE_NOMEM;
    if (!uri.failed)
        code =
            sqlite3_open_v2(uri.bytes, &db->handle,
                            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    text_free(&uri);
    if (code != SQLITE_OK) return code;
    sqlite3_extended_result_codes(db->handle, 1);
    sqlite3_busy_timeout(db->handle, WAIT_MILLISECONDS);
    if (!guard_harden(db->handle)) return SQLITE_ERROR;
    return sqlite3_exec(db->handle, MAP_SETTING, NULL, NULL, NULL);
}

/* The transaction begins with the first read, which is that of the schema. */
static int begin_reading(database *db) {
    int code = sqlite3_exec(db->handle, "BEGIN", NULL, NULL, NULL);
    if (code == SQLITE_OK) code = schema_read_names(db);
    if (code == SQLITE_OK && !guard_close_door(&db->guard, db->handle)) code = SQLITE_ERROR;
    return code;
}

static bool report_code(database *db, int code, problem_list *problems) {
    const char *path = db->name;
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return false;
    case SQLITE_NOTADB:
        return file_problem(problems, NULL, path, "is not a SQLite database");
    case SQLITE_CORRUPT:
        return file_problem(problems,
                            "restore it from a copy, or mend it with sqlite3's .recover", path,
                            "is damaged");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return file_problem(problems, "try again when the other program is done", path,
                            "is locked by another program");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        if (code == SQLITE_READONLY_ROLLBACK)
            return file_problem(problems, "open it once with the program that writes it", path,
                                "was left in the middle of a change");
        if (db->write_ahead)
            return file_problem(
                problems,
                "copy it to a folder where files may be made, or switch it with "
                "PRAGMA journal_mode = DELETE",
                path, "is in WAL mode and its folder may not be written to");
        break;
    default:
        break;
    }
    const char *why = db->handle ? sqlite3_errmsg(db->handle) : sqlite3_errstr(code);
    char message[256];
    snprintf(message, sizeof message, "cannot be opened: %s", why);
    return file_problem(problems, NULL, path, message);
}

database *database_open(const char *path, problem_list *problems) {
    if (!is_readable_file(path, problems)) return NULL;
    database *db = memory_allocate(sizeof *db);
    if (!db) return NULL;
    db->names.memory = db->guard.tables.memory = &db->memory;
    db->operations = GUARD_OPERATIONS;
    db->name = arena_string(&db->memory, path);
    if (db->name && look_at_header(db, path, problems)) {
        int code = open_handle(db, path);
        if (code == SQLITE_OK) code = begin_reading(db);
        if (code == SQLITE_OK) return db;
        report_code(db, code, problems);
    }
    database_close(db);
    return NULL;
}

void database_close(database *db) {
    if (!db) return;
    sqlite3_close(db->handle);
    arena_free(&db->memory);
    memory_free(db);
}

bool database_reverse(database *db) {
    sqlite3_set_authorizer(db->handle, NULL, NULL);
    int code =
        sqlite3_exec(db->handle, "PRAGMA reverse_unordered_selects = ON", NULL, NULL, NULL);
    return guard_close_door(&db->guard, db->handle) && code == SQLITE_OK;
}

void database_set_operations(database *db, uint64_t operations) {
    db->operations = operations;
}
