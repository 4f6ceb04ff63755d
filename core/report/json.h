/* json.h - JSON, written item by item: nothing is kept but how deep it stands.
 *
 * Items of an object have a key, items of an array NULL. Who opens an object or array closes
 * it. */
#ifndef RUNG_REPORT_JSON_H
#define RUNG_REPORT_JSON_H

#include "report/writer.h"

enum { JSON_DEPTH = 32 };

typedef struct json {
    writer *out;
    uint32_t filled; /* bit d: an item was written at depth d */
    int depth;       /* at most JSON_DEPTH - 1 */
    bool line;       /* the next item begins a line */
    bool keyed;      /* a key was written; its value comes next */
    bool one_line;   /* no item begins a line: jsonl */
} json;

/* Zeroed but for `out`, a json is at its beginning: `json j = {.out = w};`. */
void json_object(json *j, const char *key);
void json_end_object(json *j);
void json_array(json *j, const char *key);
void json_end_array(json *j);

void json_text(json *j, const char *key, text value);
/* NULL is null. */
void json_string(json *j, const char *key, const char *value);
void json_integer(json *j, const char *key, int64_t value);
void json_boolean(json *j, const char *key, bool value);
void json_null(json *j, const char *key);
/* What needs no quotes and no escapes: true, 12. */
void json_bare(json *j, const char *key, text value);
/* A string of nothing but digits and signs. */
void json_digits(json *j, const char *key, const char *digits, size_t length);
/* A key that may hold any byte; the value follows with NULL as its key. */
void json_key(json *j, text key);

/* The next item begins a line of its own, indented by its depth. */
void json_line(json *j);

/* An object on a line of its own, as jsonl has them; `what` is the key that its only value
 * follows, or NULL: it has keys of its own. */
json json_begin_line(writer *out, const char *what);
void json_end_line(json *j);

#endif
