/* json.c - commas, colons and brackets: see json.h. */
#include "report/json.h"

/* What stands between the item before and this one. */
static void separate(json *j) {
    uint32_t bit = (uint32_t)1 << j->depth;
    bool first = !(j->filled & bit);
    if (!first) writer_byte(j->out, ',');
    if (j->line) {
        writer_byte(j->out, '\n');
        for (int i = 0; i < j->depth; i++)
            writer_byte(j->out, ' ');
    } else if (!first) {
        writer_byte(j->out, ' ');
    }
    j->line = false;
    j->filled |= bit;
}

static void begin_item(json *j, const char *key) {
    if (key)
        json_key(j, text_of(key));
    else if (!j->keyed)
        separate(j);
    j->keyed = false;
}

void json_key(json *j, text key) {
    separate(j);
    writer_json_text(j->out, key);
    writer_put(j->out, ": ", 2);
    j->keyed = true;
}

static void open(json *j, const char *key, char bracket) {
    begin_item(j, key);
    writer_byte(j->out, bracket);
    j->depth++;
    j->filled &= ~((uint32_t)1 << j->depth);
}

static void close(json *j, char bracket) {
    j->depth--;
    j->line = false;
    writer_byte(j->out, bracket);
}

void json_object(json *j, const char *key) {
    open(j, key, '{');
}

void json_end_object(json *j) {
    close(j, '}');
}

void json_array(json *j, const char *key) {
    open(j, key, '[');
}

void json_end_array(json *j) {
    close(j, ']');
}

void json_text(json *j, const char *key, text value) {
    begin_item(j, key);
    writer_json_text(j->out, value);
}

void json_string(json *j, const char *key, const char *value) {
    if (value)
        json_text(j, key, text_of(value));
    else
        json_null(j, key);
}

void json_integer(json *j, const char *key, int64_t value) {
    begin_item(j, key);
    writer_integer(j->out, value);
}

void json_boolean(json *j, const char *key, bool value) {
    json_bare(j, key, text_of(value ? "true" : "false"));
}

void json_null(json *j, const char *key) {
    json_bare(j, key, (text){"null", 4});
}

void json_bare(json *j, const char *key, text value) {
    begin_item(j, key);
    writer_put(j->out, value.bytes, value.length);
}

void json_digits(json *j, const char *key, const char *digits, size_t length) {
    begin_item(j, key);
    writer_byte(j->out, '"');
    writer_put(j->out, digits, length);
    writer_byte(j->out, '"');
}

void json_line(json *j) {
    j->line = !j->one_line;
}

json json_begin_line(writer *out, const char *what) {
    json j = {.out = out, .one_line = true};
    json_object(&j, NULL);
    if (what) json_key(&j, text_of(what));
    return j;
}

void json_end_line(json *j) {
    json_end_object(j);
    writer_byte(j->out, '\n');
}
