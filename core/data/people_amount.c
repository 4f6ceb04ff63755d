/* people_amount.c - amounts and answers as people write them: see people_amount.h. */
#include "data/people_amount.h"

#include "base/currency.h"

#include <string.h>

/* What an amount is without sign, brackets and currency, still to be read. */
typedef struct amount_reading {
    text left;
    bool negative, has_sign;
    bool has_currency;
    bool two_currencies;
    char currency[4];
    bool is_dollar;
} amount_reading;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool begins_with(text t, const char *with) {
    size_t length = strlen(with);
    return t.length >= length && memcmp(t.bytes, with, length) == 0;
}

static bool ends_with(text t, const char *with) {
    size_t length = strlen(with);
    return t.length >= length && memcmp(t.bytes + t.length - length, with, length) == 0;
}

static text without_head(text t, size_t count) {
    return (text){t.bytes + count, t.length - count};
}

static text without_tail(text t, size_t count) {
    return (text){t.bytes, t.length - count};
}

/* Also the no-break space, the narrow one and the thin one. */
static const char *const blanks[] = {" ",        "\t",           "\r",          "\n",
                                     "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
enum { BLANKS = sizeof blanks / sizeof *blanks };

static size_t blank_at_head(text t) {
    for (size_t i = 0; i < BLANKS; i++)
        if (begins_with(t, blanks[i])) return strlen(blanks[i]);
    return 0;
}

text people_trim(text t) {
    size_t length;
    while ((length = blank_at_head(t)) > 0)
        t = without_head(t, length);
    for (size_t i = 0; i < BLANKS; i++)
        if (ends_with(t, blanks[i])) {
            t = without_tail(t, strlen(blanks[i]));
            i = (size_t)-1; /* from the first again */
        }
    return t;
}

/* A sign and the currency that it stands for; "" where it stands for several. */
static const struct sign {
    const char *bytes, *code;
} signs[] = {{"US$", "USD"},
             {"CA$", "CAD"},
             {"C$", "CAD"},
             {"AU$", "AUD"},
             {"A$", "AUD"},
             {"NZ$", "NZD"},
             {"HK$", "HKD"},
             {"S$", "SGD"},
             {"R$", "BRL"},
             {"$", ""},
             {"€", "EUR"},
             {"£", "GBP"},
             {"\xC2\xA5", ""} /* yen and yuan */,
             {"₹", "INR"},
             {"₩", "KRW"},
             {"₪", "ILS"},
             {"₺", "TRY"},
             {"₽", "RUB"},
             {"zł", "PLN"},
             {"kr", ""} /* crowns of several countries */};
enum { SIGNS = sizeof signs / sizeof *signs };

static bool code_of(text t, size_t at, char out[4]) {
    for (size_t i = 0; i < 3; i++) {
        char c = t.bytes[at + i];
        out[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    out[3] = '\0';
    return currency_places(out) >= 0;
}

static void note_currency(amount_reading *r, const char *code) {
    bool another = r->has_currency && *code && *r->currency && strcmp(code, r->currency) != 0;
    r->two_currencies |= another;
    r->has_currency = true;
    if (*code) memcpy(r->currency, code, 4);
}

/* Takes a sign or code away at one end. */
static bool take_currency(amount_reading *r, bool at_head) {
    char code[4];
    for (size_t i = 0; i < SIGNS; i++) {
        bool there =
            at_head ? begins_with(r->left, signs[i].bytes) : ends_with(r->left, signs[i].bytes);
        size_t length = strlen(signs[i].bytes);
        if (!there) continue;
        r->left = people_trim(at_head ? without_head(r->left, length)
                                      : without_tail(r->left, length));
        note_currency(r, signs[i].code);
        r->is_dollar |= strcmp(signs[i].bytes, "$") == 0;
        return true;
    }
    if (r->left.length < 4 || !code_of(r->left, at_head ? 0 : r->left.length - 3, code))
        return false;
    r->left = people_trim(at_head ? without_head(r->left, 3) : without_tail(r->left, 3));
    note_currency(r, code);
    return true;
}

static bool take_sign(amount_reading *r, const char *sign, bool at_head, bool negative) {
    bool there = at_head ? begins_with(r->left, sign) : ends_with(r->left, sign);
    if (!there || r->has_sign) return false;
    size_t length = strlen(sign);
    r->left =
        people_trim(at_head ? without_head(r->left, length) : without_tail(r->left, length));
    r->has_sign = true;
    r->negative = negative;
    return true;
}

/* (12.00) is minus 12.00 */
static bool take_brackets(amount_reading *r) {
    if (!begins_with(r->left, "(") || !ends_with(r->left, ")") || r->has_sign ||
        r->left.length < 2)
        return false;
    r->left = people_trim(without_tail(without_head(r->left, 1), 1));
    return r->has_sign = r->negative = true;
}

/* Everything around the digits, in any order in which people put it. */
static void take_surroundings(amount_reading *r) {
    static const char minus[] = "\xE2\x88\x92"; /* the mathematical one */
    bool taken = true;
    while (taken && r->left.length > 0) {
        taken = take_brackets(r) || take_sign(r, "-", true, true) ||
                take_sign(r, minus, true, true) || take_sign(r, "+", true, false) ||
                take_sign(r, "-", false, true) || take_sign(r, minus, false, true) ||
                take_currency(r, true) || take_currency(r, false);
    }
}

/* What separates thousands at the head: one mark of a length, or 0. */
static size_t group_mark(text t, char decimal) {
    if (!t.length || t.bytes[0] == decimal) return 0;
    if (t.bytes[0] == ',' || t.bytes[0] == '.' || t.bytes[0] == '\'' || t.bytes[0] == '_')
        return 1;
    if (begins_with(t, "\xE2\x80\x99")) return 3; /* a typographic apostrophe */
    return blank_at_head(t);
}

typedef struct whole_part {
    text mark;      /* between groups; empty: none was met */
    size_t digits;  /* of the group that is read */
    size_t groups;  /* before it */
    size_t between; /* digits of each group but the first and last: 3, or 2 in India */
} whole_part;

/* A mark closes a group; whether the groups so far are what people write. */
static bool close_group(whole_part *w, text mark) {
    if (w->groups == 0) {
        if (w->digits < 1 || w->digits > 3) return false;
        w->mark = mark;
    } else {
        if (!text_equal(mark, w->mark) || (w->digits != 3 && w->digits != 2)) return false;
        if (w->between && w->between != w->digits) return false;
        w->between = w->digits;
    }
    w->groups++;
    w->digits = 0;
    return true;
}

static bool put(amount *out, char c) {
    if (out->length + 1 >= AMOUNT_DIGITS) return false;
    out->digits[out->length++] = c;
    return true;
}

/* Digits up to the decimal mark, without leading zeros. False when they are no whole number. */
static bool read_whole(amount *out, text *left, char decimal, whole_part *w) {
    bool any = false;
    while (left->length && left->bytes[0] != decimal) {
        size_t mark = group_mark(*left, decimal);
        if (mark) {
            if (!close_group(w, (text){left->bytes, mark})) return false;
            *left = without_head(*left, mark);
            continue;
        }
        char c = left->bytes[0];
        if (!is_digit(c)) return false;
        w->digits++;
        if ((any || c != '0') && !put(out, c)) return false;
        any |= c != '0';
        *left = without_head(*left, 1);
    }
    if (w->groups && (w->digits != 3 || (w->between == 2 && w->groups < 2))) return false;
    if (!any && (w->digits || w->groups || left->length)) put(out, '0');
    return true;
}

static bool read_digits(amount *out, text left, char decimal, whole_part *w) {
    text all = left;
    if (!read_whole(out, &left, decimal, w)) return false;
    out->is_whole = left.length == 0;
    if (out->is_whole) return all.length > 0;
    left = without_head(left, 1);
    if (!left.length) return false;
    put(out, '.');
    for (size_t i = 0; i < left.length; i++)
        if (!is_digit(left.bytes[i]) || !put(out, left.bytes[i])) return false;
    return true;
}

/* 1.234 is a little more than one, or a thousand where points stand between thousands. */
static bool is_ambiguous(text left, char decimal) {
    const char *mark = memchr(left.bytes, decimal, left.length);
    size_t before = mark ? (size_t)(mark - left.bytes) : 0;
    return mark && left.length - before == 4 && before >= 1 && before <= 3 &&
           left.bytes[0] != '0';
}

static amount_fault read_with(amount *out, const amount_reading *r, char decimal) {
    whole_part w = {0};
    out->length = 0;
    if (r->negative) put(out, '-');
    if (!read_digits(out, r->left, decimal, &w))
        return out->length + 1 >= AMOUNT_DIGITS ? AMOUNT_TOO_LARGE : AMOUNT_MALFORMED;
    if (!number_from_text(&out->value, out->digits, out->length)) return AMOUNT_TOO_LARGE;
    if (out->value == 0 && r->negative) memmove(out->digits, out->digits + 1, --out->length);
    return AMOUNT_FINE;
}

amount_fault amount_from_people(amount *out, text written, decimal_mark mark) {
    amount_reading r = {.left = people_trim(written)};
    char decimal = mark == DECIMAL_COMMA ? ',' : '.';
    *out = (amount){.value = 0};
    take_surroundings(&r);
    memcpy(out->currency, r.currency, sizeof out->currency);
    out->has_currency = r.has_currency;
    out->is_dollar = r.is_dollar;
    if (!r.left.length) return AMOUNT_MALFORMED;
    if (r.two_currencies) return AMOUNT_CURRENCY;
    amount_fault fault = read_with(out, &r, decimal);
    if (fault == AMOUNT_MALFORMED) {
        amount other;
        bool fits = read_with(&other, &r, decimal == '.' ? ',' : '.') == AMOUNT_FINE;
        return fits ? AMOUNT_OTHER_DECIMAL : fault;
    }
    if (fault == AMOUNT_FINE && mark == DECIMAL_UNSAID && is_ambiguous(r.left, decimal))
        return AMOUNT_AMBIGUOUS;
    return fault;
}

static bool is_word(text t, const char *word) {
    size_t i = 0;
    for (; i < t.length && word[i]; i++) {
        char c = t.bytes[i];
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != word[i]) return false;
    }
    return i == t.length && !word[i];
}

bool answer_from_people(bool *out, text written) {
    static const char *const yes[] = {"yes", "true", "y", "x", "1"};
    static const char *const no[] = {"no", "false", "n", "0"};
    text t = people_trim(written);
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (is_word(t, yes[i])) return *out = true;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (is_word(t, no[i])) {
            *out = false;
            return true;
        }
    return false;
}
