/* cell.c - one cell as it arrives, and what a column of each kind takes from it. */
#include "data/cell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES_OF_MONEY = 2, PLACES_OF_NUMBERS = 0, NUMBER_PLACES = 18 };

int cell_places(cell_kind kind, int minor_places) {
    if (kind != CELL_MONEY) return PLACES_OF_NUMBERS;
    return minor_places >= 0 ? minor_places : PLACES_OF_MONEY;
}

static bool is_empty(const cell *c) {
    return c->type == CELL_IS_EMPTY || (c->type == CELL_IS_TEXT && c->text.length == 0);
}

static bool is_text(const cell *c, const char *wanted) {
    return c->type == CELL_IS_TEXT && text_equal(c->text, text_of(wanted));
}

static number power_of_ten(int places) {
    number power = 1;
    while (places-- > 0)
        power *= 10;
    return power;
}

/* The narrow form where the value stands on the column's places and fits. */
static void settle(number value, int places, cell_amount *out) {
    number unit = power_of_ten(NUMBER_PLACES - places);
    number count = value / unit;
    out->wide = value;
    out->is_narrow = count * unit == value && count >= INT64_MIN && count <= INT64_MAX;
    if (out->is_narrow) out->narrow = (int64_t)count;
}

/* A whole count of units of which 10^places make one. */
static void settle_integer(int64_t units, int64_t factor, cell_amount *out) {
    out->is_narrow = !__builtin_mul_overflow(units, factor, &out->narrow);
    if (!out->is_narrow) out->wide = number_from_integer(units);
}

static bool decimal_of(const cell *from, number *out) {
    if (from->type == CELL_IS_REAL) return number_from_double(out, from->real);
    return from->type == CELL_IS_TEXT &&
           number_from_text(out, from->text.bytes, from->text.length);
}

cell_state cell_to_amount(const cell *from, cell_kind kind, int minor_places,
                          cell_amount *out) {
    if (is_empty(from)) return CELL_NONE;
    int places = cell_places(kind, minor_places);
    bool in_minor_units = kind == CELL_MONEY && minor_places >= 0;
    if (from->type == CELL_IS_INTEGER) {
        int64_t factor = in_minor_units ? 1 : (int64_t)power_of_ten(places);
        settle_integer(from->integer, factor, out);
        return CELL_VALUE;
    }
    number value;
    if (!decimal_of(from, &value)) return CELL_WRONG;
    if (in_minor_units) {
        if (value % NUMBER_ONE != 0) return CELL_WRONG;
        value /= power_of_ten(places);
    }
    settle(value, places, out);
    return CELL_VALUE;
}

cell_state cell_to_date(const cell *from, date *out) {
    if (is_empty(from)) return CELL_NONE;
    if (from->type != CELL_IS_TEXT) return CELL_WRONG;
    bool valid = date_from_cell(out, from->text.bytes, from->text.length);
    return valid ? CELL_VALUE : CELL_WRONG;
}

cell_state cell_to_boolean(const cell *from, int32_t *out) {
    if (is_empty(from)) return CELL_NONE;
    bool integer = from->type == CELL_IS_INTEGER, real = from->type == CELL_IS_REAL;
    bool yes = (integer && from->integer == 1) || (real && from->real == 1.0) ||
               is_text(from, "1") || is_text(from, "true");
    bool no = (integer && from->integer == 0) || (real && from->real == 0.0) ||
              is_text(from, "0") || is_text(from, "false");
    if (!yes && !no) return CELL_WRONG;
    *out = yes;
    return CELL_VALUE;
}

/* By hand: every row of a table with integer partner ids comes here. */
static text print_integer(char room[NUMBER_TEXT], int64_t value) {
    char *end = room + NUMBER_TEXT, *at = end;
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        *--at = (char)('0' + size % 10);
        size /= 10;
    } while (size);
    if (value < 0) *--at = '-';
    return (text){at, (size_t)(end - at)};
}

cell_state cell_to_text(const cell *from, char room[NUMBER_TEXT], text *out) {
    if (is_empty(from)) return CELL_NONE;
    number value;
    switch (from->type) {
    case CELL_IS_TEXT:
        *out = from->text;
        return CELL_VALUE;
    case CELL_IS_INTEGER:
        *out = print_integer(room, from->integer);
        return CELL_VALUE;
    case CELL_IS_REAL:
        if (!number_from_double(&value, from->real)) return CELL_WRONG;
        *out = (text){room, number_print(room, value, 1)};
        return CELL_VALUE;
    default:
        return CELL_WRONG;
    }
}

/* Written as a decimal is, and yet none: too long or too large for an exact one. */
static bool is_beyond(const cell *from) {
    if (from->type != CELL_IS_TEXT) return false;
    size_t points = 0, digits = 0;
    bool negative = from->text.length && from->text.bytes[0] == '-';
    for (size_t i = negative; i < from->text.length; i++) {
        char byte = from->text.bytes[i];
        if (byte == '.')
            points++;
        else if (byte >= '0' && byte <= '9')
            digits++;
        else
            return false;
    }
    return digits > NUMBER_PLACES && points < 2;
}

/* The day is right; what stands behind it is not. */
static bool begins_with_date(const cell *from) {
    date day;
    if (from->type != CELL_IS_TEXT || from->text.length <= DATE_TEXT) return false;
    return strchr("Tt ", from->text.bytes[DATE_TEXT - 1]) &&
           date_from_text(&day, from->text.bytes, DATE_TEXT - 1);
}

const char *cell_complaint(const cell *from, cell_kind kind, int minor_places) {
    switch (kind) {
    case CELL_DATE:
        return begins_with_date(from)
                   ? "begins with a date, but what follows is no time (HH:MM:SS)"
                   : "is not a date (YYYY-MM-DD)";
    case CELL_BOOLEAN:
        return "is neither 0, 1, 'true' nor 'false'";
    case CELL_TEXT:
        return "is not a text";
    case CELL_NUMBER:
    case CELL_MONEY:
        break;
    }
    if (from->type == CELL_IS_REAL)
        return kind == CELL_MONEY && minor_places >= 0
                   ? "is not a whole number of minor units"
                   : "is a floating-point value that no decimal of 9 places stands for";
    if (is_beyond(from)) return "has more than 18 places or is beyond 10^20";
    if (kind == CELL_NUMBER) return "is not a number (digits and a decimal point)";
    return minor_places >= 0 ? "is not a whole number of minor units"
                             : "is not an amount (digits and a decimal point)";
}

/* Length of the well-formed UTF-8 character at i; 0 when there is none. */
static size_t character_length(text value, size_t i) {
    const unsigned char *at = (const unsigned char *)value.bytes + i;
    size_t left = value.length - i;
    size_t length = at[0] < 0x80   ? 1
                    : at[0] < 0xC2 ? 0
                    : at[0] < 0xE0 ? 2
                    : at[0] < 0xF0 ? 3
                                   : 4;
    if (at[0] > 0xF4 || length > left) return 0;
    for (size_t k = 1; k < length; k++)
        if ((at[k] & 0xC0) != 0x80) return 0;
    if (length == 3 && at[0] == 0xE0 && at[1] < 0xA0) return 0;
    if (length == 3 && at[0] == 0xED && at[1] > 0x9F) return 0;
    if (length == 4 && at[0] == 0xF0 && at[1] < 0x90) return 0;
    if (length == 4 && at[0] == 0xF4 && at[1] > 0x8F) return 0;
    return length;
}

size_t cell_bad_byte(text value) {
    size_t i = 0, length;
    while (i < value.length && (length = character_length(value, i)) > 0)
        i += length;
    return i;
}

/* Control characters, and those that turn the direction of what follows. */
static bool is_obeyed(const unsigned char *at, size_t length) {
    if (length == 1) return at[0] < 0x20 || at[0] == 0x7F;
    if (length == 2) return at[0] == 0xC2 && at[1] < 0xA0;
    if (length != 3 || at[0] != 0xE2) return false;
    return (at[1] == 0x80 && (at[2] >= 0xA8 || at[2] == 0x8E || at[2] == 0x8F) &&
            at[2] <= 0xAE) ||
           (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9);
}

void cell_escape(text_buffer *out, text value) {
    enum { SHOWN = 40 };
    size_t i = 0;
    while (i < value.length) {
        const unsigned char *at = (const unsigned char *)value.bytes + i;
        size_t length = character_length(value, i);
        size_t step = length ? length : 1;
        if (i + step > SHOWN) break;
        if (length && !is_obeyed(at, length)) {
            text_append(out, value.bytes + i, length);
        } else {
            for (size_t k = 0; k < step; k++)
                text_print(out, "\\x%02x", at[k]);
        }
        i += step;
    }
    if (i < value.length) text_append_string(out, "...");
}

/* The shortest digits that give the same double, with a point in every locale. */
static void print_real(text_buffer *out, double value) {
    char digits[40];
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (strtod(digits, NULL) == value) break;
    }
    for (const char *c = digits; *c; c++)
        text_append_byte(out, strchr("0123456789+-einfa", *c) ? *c : '.');
}

void cell_quote(text_buffer *out, const cell *from) {
    if (from->type == CELL_IS_BLOB) {
        text_print(out, "a BLOB of %zu bytes", from->text.length);
        return;
    }
    text_append_byte(out, '\'');
    if (from->type == CELL_IS_INTEGER) text_print(out, "%lld", (long long)from->integer);
    if (from->type == CELL_IS_REAL) print_real(out, from->real);
    if (from->type == CELL_IS_TEXT) cell_escape(out, from->text);
    text_append_byte(out, '\'');
}
