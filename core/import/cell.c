/* cell.c - reads a cell as its column's kind says and stores it so that nothing is lost.
 *
 * A table's affinity may turn a text into a number of another look ('007') or a decimal into a
 * REAL that is not quite it: whatever would not come back as it was written is refused. */
#include "import/cell.h"

#include "import/people_date.h"

#include <stdio.h>
#include <string.h>

static bool refuse(import_cell_out *out, const char *wanted, const char *hint) {
    out->wanted = wanted;
    out->hint = hint;
    return false;
}

static void keep_text(import_cell_out *out, text t) {
    out->cell = (cell){.type = CELL_IS_TEXT, .text = t};
}

static void keep_integer(import_cell_out *out, int64_t value) {
    out->cell = (cell){.type = CELL_IS_INTEGER, .integer = value};
}

/* --- texts ---------------------------------------------------------------------------------
 */

/* A whole number that prints as it is written: 17, -5, but not 007 or 1.0. */
static bool is_whole_number(text t, int64_t *out) {
    number value;
    char printed[NUMBER_TEXT];
    if (!t.length || t.length > 19 || !number_from_text(&value, t.bytes, t.length))
        return false;
    if (value % NUMBER_ONE != 0 || !number_to_integer(out, value)) return false;
    size_t length = number_print(printed, value, 0);
    return text_equal(t, (text){printed, length});
}

/* Whether SQLite may take a text for a number: it begins like one. */
static bool looks_numeric(text t) {
    t = people_trim(t);
    return t.length && strchr("0123456789+-.", t.bytes[0]) && t.bytes[0];
}

static bool read_text(const import_column *c, text written, import_cell_out *out) {
    int64_t whole;
    text t = c->is_key ? people_trim(written) : written;
    bool can_count = c->room != ROOM_TEXT && is_whole_number(t, &whole);
    if (can_count && (c->is_key || c->room != ROOM_ANY)) {
        keep_integer(out, whole);
        return true;
    }
    if (c->numbers_rows)
        return refuse(out, "is not a whole number", "the table counts its rows by this column");
    if (c->room >= ROOM_INTEGER && looks_numeric(t)) {
        number value;
        bool numeric = number_from_text(&value, t.bytes, t.length) || t.bytes[0] == '+' ||
                       t.bytes[0] == '.' || memchr(t.bytes, 'e', t.length) ||
                       memchr(t.bytes, 'E', t.length);
        if (numeric)
            return refuse(out, "would be kept as another number than is written",
                          "declare the table's column TEXT");
    }
    keep_text(out, t);
    return true;
}

/* --- amounts -------------------------------------------------------------------------------
 */

static bool refuse_amount(const import_column *c, amount_fault fault, import_cell_out *out) {
    bool money = c->kind == CELL_MONEY;
    const char *what = money ? "is not an amount such as 1,234.50 or (12.00)"
                             : "is not a number such as 1,234.5";
    switch (fault) {
    case AMOUNT_AMBIGUOUS:
        return refuse(out, "may be thousands or decimals",
                      "say which: --decimal point or --decimal comma");
    case AMOUNT_OTHER_DECIMAL:
        return refuse(out, what,
                      "it reads as one with the other decimal mark: --decimal comma or "
                      "--decimal point");
    case AMOUNT_CURRENCY:
        return refuse(out, money ? "bears two currencies" : "bears a currency", NULL);
    case AMOUNT_TOO_LARGE:
        return refuse(out, "is too large, or has more than 18 decimals", NULL);
    default:
        return refuse(out, what, NULL);
    }
}

static bool check_currency(const import_column *c, const amount *a, const char *currency,
                           import_cell_out *out) {
    if (!a->currency[0]) return true;
    if (c->kind != CELL_MONEY) return refuse_amount(c, AMOUNT_CURRENCY, out);
    if (!currency || strcmp(currency, a->currency) == 0) return true;
    snprintf(out->wanted_room, sizeof out->wanted_room, "is in %s, where amounts are in %.8s",
             a->currency, currency);
    return refuse(out, out->wanted_room, NULL);
}

static number one_of_minor_unit(int places) {
    number unit = NUMBER_ONE;
    while (places-- > 0)
        unit /= 10;
    return unit;
}

/* The count of minor units that a column keeps. */
static bool keep_minor_units(const import_column *c, const import_style *style, const amount *a,
                             import_cell_out *out) {
    number unit = style->minor_units ? NUMBER_ONE : one_of_minor_unit(c->minor_places);
    number count = a->value / unit;
    if (count * unit != a->value)
        return refuse(out,
                      style->minor_units ? "is not a whole number of minor units"
                                         : "has more decimals than the currency",
                      NULL);
    if (count > INT64_MAX || count < INT64_MIN) return refuse_amount(c, AMOUNT_TOO_LARGE, out);
    keep_integer(out, (int64_t)count);
    return true;
}

/* A REAL that stands for exactly this decimal, as those who read it take it. */
static bool keep_real(number value, import_cell_out *out) {
    number back;
    double real = 0;
    for (int places = 0; places <= 9; places++) {
        number unit = one_of_minor_unit(places), count = value / unit;
        double power = 1;
        if (count * unit != value || count > INT64_MAX || count < INT64_MIN) continue;
        for (int i = 0; i < places; i++)
            power *= 10;
        real = (double)(int64_t)count / power;
        if (!number_from_double(&back, real) || back != value) break;
        out->cell = (cell){.type = CELL_IS_REAL, .real = real};
        return true;
    }
    return refuse(out, "is not kept exactly by a column of this type",
                  "declare the table's column TEXT");
}

static bool keep_amount(const import_column *c, const amount *a, import_cell_out *out) {
    int64_t whole = 0;
    const int64_t real_limit = INT64_C(1) << 53;
    bool counts = a->value % NUMBER_ONE == 0 && number_to_integer(&whole, a->value);
    if (c->is_whole && !counts) return refuse(out, "is not a whole number", NULL);
    bool as_text = c->room == ROOM_TEXT ||
                   (c->room == ROOM_ANY && !(counts && a->is_whole && c->kind == CELL_NUMBER));
    if (as_text) {
        memcpy(out->room, a->digits, a->length);
        keep_text(out, (text){out->room, a->length});
        return true;
    }
    bool fits = c->room != ROOM_REAL || (whole < real_limit && whole > -real_limit);
    if (!counts || !fits) return keep_real(a->value, out);
    keep_integer(out, whole);
    return true;
}

static bool read_amount(const import_column *c, const import_style *style, const char *currency,
                        text written, import_cell_out *out) {
    amount a;
    amount_fault fault = amount_from_people(&a, written, style->decimal);
    if (fault != AMOUNT_FINE) return refuse_amount(c, fault, out);
    if (!check_currency(c, &a, currency, out)) return false;
    if (c->kind == CELL_MONEY && c->minor_places >= 0)
        return keep_minor_units(c, style, &a, out);
    return keep_amount(c, &a, out);
}

/* --- the rest ------------------------------------------------------------------------------
 */

static bool read_date(const import_style *style, text written, import_cell_out *out) {
    date d;
    if (date_from_people(&d, written, style->date_pattern)) {
        date_print(out->room, d);
        keep_text(out, (text){out->room, DATE_TEXT - 1});
        return true;
    }
    text t = people_trim(written);
    bool is_iso = t.length >= 10 && t.bytes[4] == '-' && t.bytes[7] == '-';
    if (!style->date_pattern)
        return refuse(out, "is not a date (YYYY-MM-DD)",
                      is_iso ? NULL : "say how dates are written: --date-format DD/MM/YYYY");
    snprintf(out->wanted_room, sizeof out->wanted_room, "is not a date (%.40s or YYYY-MM-DD)",
             style->date_pattern);
    return refuse(out, out->wanted_room, NULL);
}

static bool read_boolean(text written, import_cell_out *out) {
    bool answer;
    if (!answer_from_people(&answer, written))
        return refuse(out, "is neither yes nor no (yes, no, true, false, y, n, x, 1, 0)", NULL);
    keep_integer(out, answer);
    return true;
}

static bool read_bytes(text written, import_cell_out *out) {
    size_t bad = cell_bad_byte(written);
    if (written.length && memchr(written.bytes, 0, written.length))
        return refuse(out, "holds a NUL byte", "save the file again as UTF-8");
    if (bad == written.length) return true;
    snprintf(out->wanted_room, sizeof out->wanted_room,
             "is not UTF-8: byte %zu of the cell is 0x%02X%s", bad + 1,
             (unsigned)(unsigned char)written.bytes[bad],
             (unsigned char)written.bytes[bad] >= 0xA0 ? ", a letter of Latin-1 or Windows-1252"
                                                       : "");
    return refuse(out, out->wanted_room, "save the file as UTF-8 (in Excel: CSV UTF-8)");
}

bool import_cell(const import_column *c, const import_style *style, const char *currency,
                 text written, import_cell_out *out) {
    out->cell = (cell){.type = CELL_IS_EMPTY};
    out->hint = NULL;
    if (!read_bytes(written, out)) return false;
    bool keeps_blanks = c->kind == CELL_TEXT && !c->is_key;
    if ((keeps_blanks ? written : people_trim(written)).length == 0)
        return !c->needs_value || c->numbers_rows ||
               refuse(out, "is empty, where a value is needed", NULL);
    switch (c->kind) {
    case CELL_TEXT:
        return read_text(c, written, out);
    case CELL_NUMBER:
    case CELL_MONEY:
        return read_amount(c, style, currency, written, out);
    case CELL_DATE:
        return read_date(style, written, out);
    case CELL_BOOLEAN:
        return read_boolean(written, out);
    }
    return false;
}
