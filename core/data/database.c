/* database.c - a SQLite file opened for reading, defended against what stands in it.
 *
 * One connection, one read transaction from opening to closing: all statements see one state of
 * the file. What can go wrong with a file is said here, in plain words, when it is opened. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "data/connection.h"

#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAIT_MILLISECONDS = 1000, WRITE_VERSION_AT = 18, WRITE_AHEAD = 2 };

/* Files are read as mapped memory up to this size. */
#define MAP_BYTES 2147418112
#define TEXT_OF(number) #number
#define MAP_SETTING(bytes) "PRAGMA mmap_size = " TEXT_OF(bytes)

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
    if (access(path, R_OK) != 0)
        return file_problem(problems, NULL, path, "may not be read by this user");
    /* SQLite takes a single byte for an empty database. */
    if (file.st_size == 1)
        return file_problem(problems, NULL, path, "is not a SQLite database");
    return true;
}

void database_release_pages(database *db) {
    sqlite3_int64 none = 0, all = MAP_BYTES;
    sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_MMAP_SIZE, &none);
    sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_MMAP_SIZE, &all);
}

static sqlite3_file *file_of(database *db) {
    sqlite3_file *file = NULL;
    int code = sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return code == SQLITE_OK && file && file->pMethods ? file : NULL;
}

bool database_read_header(database *db, unsigned char header[DATABASE_HEADER]) {
    sqlite3_file *file = file_of(db);
    return file && file->pMethods->xRead(file, header, DATABASE_HEADER, 0) == SQLITE_OK;
}

/* SQLite takes a file that is shorter than its header for an empty database. */
static int look_at_header(database *db) {
    static const char magic[16] = "SQLite format 3";
    unsigned char header[DATABASE_HEADER] = {0};
    sqlite3_file *file = file_of(db);
    sqlite3_int64 size = 0;
    if (!file || file->pMethods->xFileSize(file, &size) != SQLITE_OK) return SQLITE_OK;
    size_t length = size < DATABASE_HEADER ? (size_t)size : DATABASE_HEADER;
    if (!length || file->pMethods->xRead(file, header, (int)length, 0) != SQLITE_OK)
        return SQLITE_OK;
    db->write_ahead = header[WRITE_VERSION_AT] == WRITE_AHEAD;
    size_t head = length < sizeof magic ? length : sizeof magic;
    return memcmp(header, magic, head) == 0 ? SQLITE_OK : SQLITE_NOTADB;
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
    return sqlite3_exec(db->handle, MAP_SETTING(MAP_BYTES), NULL, NULL, NULL);
}

static int learn_encoding(database *db) {
    sqlite3_stmt *asked = NULL;
    int code = sqlite3_prepare_v2(db->handle, "PRAGMA encoding", -1, &asked, NULL);
    if (code == SQLITE_OK && sqlite3_step(asked) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(asked, 0);
        db->in_utf8 = name && strcmp(name, "UTF-8") == 0;
    }
    int ended = sqlite3_finalize(asked);
    return code == SQLITE_OK ? ended : code;
}

/* The transaction begins with the first read, which is that of the schema. */
static int begin_reading(database *db) {
    int code = sqlite3_exec(db->handle, "BEGIN", NULL, NULL, NULL);
    if (code == SQLITE_OK) code = schema_read_names(db);
    if (code == SQLITE_OK) code = learn_encoding(db);
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

static database *make(const char *path) {
    database *db = memory_allocate(sizeof *db);
    if (!db) return NULL;
    db->names.memory = db->guard.tables.memory = &db->memory;
    db->operations = GUARD_OPERATIONS;
    db->name = arena_string(&db->memory, path);
    if (db->name) return db;
    memory_free(db);
    return NULL;
}

database *database_open(const char *path, problem_list *problems) {
    database *db = is_readable_file(path, problems) ? make(path) : NULL;
    if (!db) return NULL;
    int code = open_handle(db, path);
    if (code == SQLITE_OK) code = look_at_header(db);
    if (code == SQLITE_OK) code = begin_reading(db);
    if (code == SQLITE_OK) return db;
    report_code(db, code, problems);
    database_close(db);
    return NULL;
}

database *database_open_again(const database *db) {
    database *again = make(db->name);
    if (!again) return NULL;
    again->operations = db->operations;
    if (open_handle(again, db->name) == SQLITE_OK &&
        sqlite3_busy_timeout(again->handle, 0) == SQLITE_OK &&
        begin_reading(again) == SQLITE_OK)
        return again;
    database_close(again);
    return NULL;
}

void database_close(database *db) {
    if (!db) return;
    database_close(db->second);
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
