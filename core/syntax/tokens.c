/* tokens.c - Lua 5.4 text as tokens: the lexical rules of the manual, section 3.1. */
#include "syntax/tokens.h"

#include <string.h>

typedef struct reader {
    token_list *list;
    arena *memory;
    size_t capacity;
    const char *bytes;
    size_t length;
    size_t at;         /* the byte that is read next */
    size_t line_start; /* where the current line begins */
    int line;
} reader;

/* In the order of their kinds. */
static const char *const reserved[] = {
    "and",      "break",  "do",   "else", "elseif", "end",   "false", "for",
    "function", "goto",   "if",   "in",   "local",  "nil",   "not",   "or",
    "repeat",   "return", "then", "true", "until",  "while",
};
enum { RESERVED = sizeof reserved / sizeof *reserved };

/* -1 past the end. */
static int peek(const reader *r, size_t ahead) {
    return r->length - r->at > ahead ? (unsigned char)r->bytes[r->at + ahead] : -1;
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static int hex_value(int c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static bool is_newline(int c) {
    return c == '\n' || c == '\r';
}

static bool is_blank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* CR LF and LF CR are one line end. */
static void skip_newline(reader *r) {
    int first = peek(r, 0), second = peek(r, 1);
    r->at += is_newline(second) && second != first ? 2 : 1;
    r->line++;
    r->line_start = r->at;
}

static void skip_one(reader *r) {
    if (is_newline(peek(r, 0))) {
        skip_newline(r);
    } else {
        r->at++;
    }
}

/* The level of the long bracket that opens here; -1 when none does. */
static int long_bracket(const reader *r, int bracket) {
    if (peek(r, 0) != bracket) return -1;
    size_t level = 0;
    while (peek(r, 1 + level) == '=')
        level++;
    return peek(r, 1 + level) == bracket ? (int)level : -1;
}

/* Skips `[==[ .. ]==]`; false when it is never closed. */
static bool skip_long(reader *r, int level) {
    r->at += (size_t)level + 2;
    while (r->at < r->length) {
        if (peek(r, 0) != ']') {
            skip_one(r);
            continue;
        }
        size_t equals = 0;
        while (peek(r, 1 + equals) == '=')
            equals++;
        bool closes = equals == (size_t)level && peek(r, 1 + equals) == ']';
        r->at += 1 + equals + (closes ? 1 : 0);
        if (closes) return true;
    }
    return false;
}

static bool skip_quoted(reader *r) {
    int quote = peek(r, 0);
    r->at++;
    while (r->at < r->length) {
        int c = peek(r, 0);
        if (is_newline(c)) return false;
        if (c == '\\' && peek(r, 1) == 'z') {
            r->at += 2;
            while (r->at < r->length && is_blank(peek(r, 0)))
                skip_one(r);
        } else if (c == '\\') {
            r->at++;
            if (r->at < r->length) skip_one(r);
        } else {
            r->at++;
            if (c == quote) return true;
        }
    }
    return false;
}

/* As Lua does it: all that looks like a numeral, whether it is one or not. */
static void skip_number(reader *r) {
    bool hexadecimal = peek(r, 0) == '0' && (peek(r, 1) | 0x20) == 'x';
    int exponent = hexadecimal ? 'p' : 'e';
    r->at += hexadecimal ? 2 : 1;
    for (;;) {
        int c = peek(r, 0);
        if (c >= 0 && (c | 0x20) == exponent) {
            r->at++;
            if (peek(r, 0) == '+' || peek(r, 0) == '-') r->at++;
        } else if (hex_value(c) >= 0 || c == '.') {
            r->at++;
        } else {
            break;
        }
    }
    if (is_letter(peek(r, 0))) r->at++;
}

static int word_kind(const char *bytes, size_t length) {
    for (int i = 0; i < RESERVED; i++) {
        if (strlen(reserved[i]) == length && memcmp(reserved[i], bytes, length) == 0)
            return TOKEN_AND + i;
    }
    return TOKEN_NAME;
}

static int read_word(reader *r) {
    size_t start = r->at;
    while (is_letter(peek(r, 0)) || is_digit(peek(r, 0)))
        r->at++;
    return word_kind(r->bytes + start, r->at - start);
}

static int read_unknown(reader *r) {
    int lead = peek(r, 0);
    r->at++;
    while (lead >= 0xC0 && (peek(r, 0) & 0xC0) == 0x80 && peek(r, 0) >= 0)
        r->at++;
    return TOKEN_UNKNOWN;
}

static int read_operator(reader *r) {
    static const struct {
        const char *text;
        int kind;
    } longer[] = {
        {"...", TOKEN_DOTS},   {"==", TOKEN_EQUAL},   {"~=", TOKEN_UNEQUAL},
        {"!=", TOKEN_UNEQUAL}, {"<=", TOKEN_AT_MOST}, {">=", TOKEN_AT_LEAST},
        {"..", TOKEN_DOUBLE},  {"::", TOKEN_DOUBLE},  {"<<", TOKEN_DOUBLE},
        {">>", TOKEN_DOUBLE},  {"//", TOKEN_DOUBLE},  {"&&", TOKEN_DOUBLE},
        {"||", TOKEN_DOUBLE},
    };
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++) {
        size_t size = strlen(longer[i].text);
        if (r->length - r->at >= size && memcmp(r->bytes + r->at, longer[i].text, size) == 0) {
            r->at += size;
            return longer[i].kind;
        }
    }
    int c = peek(r, 0);
    if (c == 0 || !strchr("+-*/%^#&~|<>=(){}[];:,.", c)) return read_unknown(r);
    r->at++;
    return c;
}

static int read_kind(reader *r) {
    int c = peek(r, 0);
    if (c < 0) return TOKEN_END;
    if (is_letter(c)) return read_word(r);
    if (is_digit(c) || (c == '.' && is_digit(peek(r, 1)))) {
        skip_number(r);
        return TOKEN_NUMBER;
    }
    if (c == '"' || c == '\'') return skip_quoted(r) ? TOKEN_STRING : TOKEN_UNFINISHED;
    int level = long_bracket(r, '[');
    if (level >= 0) return skip_long(r, level) ? TOKEN_STRING : TOKEN_UNFINISHED;
    return read_operator(r);
}

static void skip_line(reader *r) {
    while (r->at < r->length && !is_newline(peek(r, 0)))
        r->at++;
}

/* Adds what was read since `start`. */
static bool add_token(reader *r, token t, size_t start) {
    token_list *list = r->list;
    token *items = arena_grow(r->memory, list->items, list->count, &r->capacity, sizeof *items);
    if (!items) return false;
    t.offset = (uint32_t)start;
    t.length = (uint32_t)(r->at - start);
    t.end_line = r->line;
    list->items = items;
    items[list->count++] = t;
    return true;
}

/* Skips blanks and comments; a long comment that never ends becomes *t. */
static void skip_gap(reader *r, token *t, size_t *start) {
    for (;;) {
        while (r->at < r->length && is_blank(peek(r, 0)))
            skip_one(r);
        *start = r->at;
        *t = (token){.line = r->line, .column = (int)(r->at - r->line_start) + 1};
        if (peek(r, 0) != '-' || peek(r, 1) != '-') return;
        r->at += 2;
        int level = long_bracket(r, '[');
        if (level < 0) {
            skip_line(r);
        } else if (!skip_long(r, level)) {
            t->kind = TOKEN_UNFINISHED;
            return;
        }
    }
}

bool tokens_read(token_list *out, arena *memory, const source_file *file) {
    *out = (token_list){.file = file};
    reader r = {
        .list = out, .memory = memory, .bytes = file->bytes, .length = file->length, .line = 1};
    if (r.length > UINT32_MAX) r.length = UINT32_MAX;
    for (;;) {
        token t;
        size_t start;
        skip_gap(&r, &t, &start);
        if (!t.kind) t.kind = read_kind(&r);
        if (!add_token(&r, t, start)) return false;
        if (t.kind == TOKEN_END) return true;
        if (t.kind == TOKEN_UNFINISHED) r.at = r.length;
    }
}

text token_text(const token_list *list, const token *t) {
    return (text){list->file->bytes + t->offset, t->length};
}

bool token_is(const token_list *list, const token *t, const char *word) {
    return text_equal(token_text(list, t), text_of(word));
}

bool token_opens(int kind) {
    return kind == '(' || kind == '{' || kind == '[';
}

bool token_closes(int kind) {
    return kind == ')' || kind == '}' || kind == ']';
}

bool token_is_library(const token_list *list, const token *t) {
    static const char *const names[] = {"math", "string", "table", "utf8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (token_is(list, t, names[i])) return true;
    return false;
}

bool token_is_reserved(const token *t) {
    return t->kind >= TOKEN_AND;
}

place token_place(const token_list *list, const token *t) {
    text written = token_text(list, t);
    size_t width = 0;
    while (width < written.length && !is_newline((unsigned char)written.bytes[width]))
        width++;
    return (place){list->file, t->line, t->column, width ? (int)width : 1};
}

int token_indent(const token_list *list, const token *t) {
    const char *line = list->file->bytes + t->offset - (t->column - 1);
    int column = 1;
    while (column < t->column && is_blank((unsigned char)line[column - 1]))
        column++;
    return column;
}

bool token_begins_line(const token_list *list, const token *t) {
    return token_indent(list, t) == t->column;
}

typedef struct decoder {
    const unsigned char *from, *end;
    char *to;
} decoder;

static bool put(decoder *d, unsigned value) {
    if (value == 0 || value > 255) return false;
    *d->to++ = (char)value;
    return true;
}

static void skip_pair(decoder *d) {
    unsigned char first = *d->from++;
    if (d->from < d->end && is_newline(*d->from) && *d->from != first) d->from++;
}

static bool decode_decimal(decoder *d) {
    unsigned value = 0;
    for (int i = 0; i < 3 && d->from < d->end && is_digit(*d->from); i++)
        value = value * 10 + (unsigned)(*d->from++ - '0');
    return put(d, value);
}

static bool decode_hexadecimal(decoder *d) {
    if (d->end - d->from < 3) return false;
    int high = hex_value(d->from[1]), low = hex_value(d->from[2]);
    d->from += 3;
    return high >= 0 && low >= 0 && put(d, (unsigned)(high * 16 + low));
}

/* \u{XXX}, up to 2^31: the bytes of UTF-8 as it was first defined, never more than were
 * written. */
static bool decode_character(decoder *d) {
    uint32_t code = 0;
    d->from++;
    if (d->from == d->end || *d->from++ != '{') return false;
    for (; d->from < d->end && *d->from != '}'; d->from++) {
        int digit = hex_value(*d->from);
        if (digit < 0 || code > 0x7FFFFFF) return false;
        code = code * 16 + (uint32_t)digit;
    }
    if (d->from == d->end) return false;
    d->from++;
    if (code < 0x80) return put(d, code);
    int more = code < 0x800       ? 1
               : code < 0x10000   ? 2
               : code < 0x200000  ? 3
               : code < 0x4000000 ? 4
                                  : 5;
    unsigned lead = (0xFF00u >> (more + 1)) & 0xFF;
    *d->to++ = (char)(lead | (code >> (6 * more)));
    while (more-- > 0)
        *d->to++ = (char)(0x80 | ((code >> (6 * more)) & 0x3F));
    return true;
}

static bool decode_escape(decoder *d) {
    static const char letters[] = "abfnrtv\\\"'", values[] = "\a\b\f\n\r\t\v\\\"'";
    if (d->from == d->end) return false;
    unsigned char c = *d->from;
    const char *simple = c ? strchr(letters, c) : NULL;
    if (is_digit(c)) return decode_decimal(d);
    if (c == 'x') return decode_hexadecimal(d);
    if (c == 'u') return decode_character(d);
    if (is_newline(c)) {
        skip_pair(d);
        return put(d, '\n');
    }
    d->from++;
    if (c == 'z') {
        while (d->from < d->end && is_blank(*d->from))
            d->from++;
        return true;
    }
    return simple && put(d, (unsigned char)values[simple - letters]);
}

static bool decode_quoted(decoder *d) {
    while (d->from < d->end) {
        unsigned char c = *d->from++;
        if (c == '\\' ? !decode_escape(d) : !put(d, c)) return false;
    }
    return true;
}

static bool decode_long(decoder *d) {
    if (d->from < d->end && is_newline(*d->from)) skip_pair(d);
    while (d->from < d->end) {
        if (is_newline(*d->from)) {
            skip_pair(d);
            *d->to++ = '\n';
        } else if (!put(d, *d->from++)) {
            return false;
        }
    }
    return true;
}

char *token_string(const token_list *list, const token *t, arena *memory) {
    text written = token_text(list, t);
    size_t edge = 1;
    bool is_long = written.bytes[0] == '[';
    if (is_long) {
        while (written.bytes[edge] == '=')
            edge++;
        edge++;
    }
    char *out = arena_allocate(memory, written.length + 1);
    if (!out) return NULL;
    const unsigned char *bytes = (const unsigned char *)written.bytes;
    decoder d = {bytes + edge, bytes + written.length - edge, out};
    return (is_long ? decode_long(&d) : decode_quoted(&d)) ? out : NULL;
}
