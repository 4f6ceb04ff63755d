/* writer.c - the buffer before a sink, and how JSON and CSV escape: see writer.h. */
#include "report/writer.h"

#include "report/character.h"

#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

void writer_begin(writer *w, report_sink *sink, void *context) {
    w->sink = sink;
    w->context = context;
    w->used = 0;
    w->failed = false;
}

static void hand_over(writer *w, const char *bytes, size_t length) {
    if (!w->failed && length && !w->sink(w->context, bytes, length)) w->failed = true;
}

bool writer_end(writer *w) {
    hand_over(w, w->bytes, w->used);
    w->used = 0;
    return !w->failed;
}

void writer_put(writer *w, const char *bytes, size_t length) {
    if (length > WRITER_ROOM - w->used) {
        hand_over(w, w->bytes, w->used);
        w->used = 0;
    }
    if (length > WRITER_ROOM) {
        hand_over(w, bytes, length);
    } else if (length) {
        memcpy(w->bytes + w->used, bytes, length);
        w->used += length;
    }
}

void writer_string(writer *w, const char *string) {
    writer_put(w, string, strlen(string));
}

void writer_byte(writer *w, char byte) {
    if (w->used == WRITER_ROOM)
        writer_put(w, &byte, 1);
    else
        w->bytes[w->used++] = byte;
}

void writer_integer(writer *w, int64_t value) {
    char digits[24], *end = digits + sizeof digits, *p = end;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        *--p = (char)('0' + left % 10);
    while (left /= 10);
    if (value < 0) *--p = '-';
    writer_put(w, p, (size_t)(end - p));
}

static void put_json_escape(writer *w, unsigned char c) {
    static const char hex[] = "0123456789abcdef";
    static const char letters[] = "btn?fr"; /* of 8 to 13 */
    char escape[6] = {'\\', (char)c, '0', '0', hex[c >> 4], hex[c & 15]};
    if (c < 0x20) escape[1] = c >= 8 && c <= 13 && c != 11 ? letters[c - 8] : 'u';
    writer_put(w, escape, escape[1] == 'u' ? 6 : 2);
}

/* How many bytes from `at` on are written as they are. */
static size_t plain_run(text t, size_t at) {
    uint32_t code;
    size_t i = at;
    while (i < t.length) {
        unsigned char c = (unsigned char)t.bytes[i];
        if (c < 0x20 || c == '"' || c == '\\') break;
        size_t length = c < 0x80 ? 1 : character_read(t, i, &code);
        if (c >= 0x80 && code == CHARACTER_INVALID) break;
        i += length;
    }
    return i - at;
}

void writer_json_text(writer *w, text t) {
    writer_byte(w, '"');
    for (size_t i = 0; i < t.length;) {
        size_t run = plain_run(t, i);
        writer_put(w, t.bytes + i, run);
        i += run;
        if (i == t.length) break;
        unsigned char c = (unsigned char)t.bytes[i++];
        if (c < 0x80)
            put_json_escape(w, c);
        else
            writer_string(w, replacement);
    }
    writer_byte(w, '"');
}

/* -?digits[.digits], of any length. */
static bool is_number(text t) {
    size_t i = t.length && t.bytes[0] == '-' ? 1 : 0, digits = 0, points = 0;
    for (; i < t.length; i++) {
        if (t.bytes[i] == '.' && digits)
            points++;
        else if (t.bytes[i] < '0' || t.bytes[i] > '9')
            return false;
        else
            digits++;
    }
    return digits && points <= 1 && t.bytes[t.length - 1] != '.';
}

static bool is_formula(text t) {
    return t.length && memchr("=+-@", t.bytes[0], 4) && !is_number(t);
}

static void put_csv_bytes(writer *w, text t) {
    uint32_t code;
    for (size_t i = 0; i < t.length;) {
        size_t length = character_read(t, i, &code);
        if (code == '"') writer_byte(w, '"');
        if (code == CHARACTER_INVALID)
            writer_string(w, replacement);
        else
            writer_put(w, t.bytes + i, length);
        i += length;
    }
}

static bool needs_quotes(text t) {
    for (size_t i = 0; i < t.length; i++)
        if (memchr(",\"\r\n", t.bytes[i], 4)) return true;
    return false;
}

void writer_csv_cell(writer *w, text t) {
    bool formula = is_formula(t), quoted = formula || needs_quotes(t);
    if (quoted) writer_byte(w, '"');
    if (formula) writer_byte(w, '\'');
    put_csv_bytes(w, t);
    if (quoted) writer_byte(w, '"');
}
