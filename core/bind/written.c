#include "bind/written.h"

#include "base/currency.h"
#include "base/date.h"
#include "syntax/words.h"

#include <ctype.h>
#include <string.h>

/* What a text says: a number and what stands around it. */
typedef struct written {
    bool is_number;
    number number;
    bool percent;     /* 8% or percent(8) */
    const char *word; /* usd, days, ... around it; NULL: bare */
} written;

/* Digits with , or _ between thousands, as people write them. */
static bool read_number(const char *bytes, size_t length, number *out) {
    char plain[64];
    size_t count = 0;
    bool point = false;
    for (size_t i = 0; i < length; i++) {
        if ((bytes[i] == ',' || bytes[i] == '_') && !point && i > 0 && i + 3 < length &&
            isdigit((unsigned char)bytes[i + 1]))
            continue;
        if (count + 1 >= sizeof plain) return false;
        point |= bytes[i] == '.';
        plain[count++] = bytes[i];
    }
    return number_from_text(out, plain, count);
}

static const char *lower_code(arena *memory, const char *bytes) {
    char *code = arena_copy(memory, bytes, 3);
    for (int i = 0; code && i < 3; i++)
        code[i] = (char)tolower((unsigned char)code[i]);
    return code;
}

/* word(12) */
static bool read_call(arena *memory, const char *text, size_t length, written *out) {
    const char *open = memchr(text, '(', length);
    if (!open || text[length - 1] != ')' || open == text) return false;
    const char *word = arena_copy(memory, text, (size_t)(open - text));
    if (!word || !word_find(word)) return false;
    if (!read_number(open + 1, (size_t)(text + length - 1 - (open + 1)), &out->number))
        return false;
    out->is_number = true;
    out->percent = strcmp(word, "percent") == 0;
    out->word = word;
    return true;
}

static written read_written(arena *memory, const char *text) {
    written out = {0};
    size_t length = strlen(text);
    bool negative = text[0] == '-';
    const char *digits = text + negative;
    size_t count = length - negative;
    if (count > 1 && digits[count - 1] == '%') {
        out.is_number = read_number(digits, count - 1, &out.number);
        out.percent = true;
        out.word = "percent";
    } else if (count > 1 && digits[0] == '$') {
        out.is_number = read_number(digits + 1, count - 1, &out.number);
        out.word = "usd";
    } else if (count > 4 && digits[3] == ' ' && isupper((unsigned char)digits[0])) {
        char code[4] = {digits[0], digits[1], digits[2], 0};
        out.is_number =
            currency_places(code) >= 0 && read_number(digits + 4, count - 4, &out.number);
        out.word = lower_code(memory, digits);
    } else if (!read_call(memory, digits, count, &out)) {
        out.is_number = read_number(digits, count, &out.number);
    }
    if (negative && out.is_number) out.number = -out.number;
    return out;
}

static term *new_number(arena *memory, place at, number value) {
    term *t = arena_allocate(memory, sizeof *t);
    if (t) *t = (term){.kind = TERM_NUMBER, .at = at, .number = value, .depth = 1, .size = 1};
    return t;
}

/* word(12) in place of `old`, whose other arguments (a unit, a currency) stay. */
static const term *new_call(arena *memory, const term *old, const char *word, number value) {
    term *call = arena_allocate(memory, sizeof *call);
    bool same = old->kind == TERM_CALL && strcmp(old->name, word) == 0;
    size_t count = same ? old->count : 1;
    entry *entries = arena_array(memory, count, sizeof *entries);
    term *inner = new_number(memory, old->at, value);
    if (!call || !entries || !inner) return NULL;
    *call = (term){.kind = TERM_CALL,
                   .at = old->at,
                   .name = word,
                   .entries = entries,
                   .count = count,
                   .depth = 2,
                   .size = 2};
    if (same) memcpy(entries, old->entries, count * sizeof *entries);
    entries[0] = (entry){.key_at = old->at, .value = inner};
    return call;
}

static const term *refuse(problem_list *problems, place at, const char *text,
                          const char *wanted, const char *hint) {
    problem_add(problems, at, hint, "'%s' cannot stand here: %s", text, wanted);
    return NULL;
}

/* A literal without the minus before it: what is written instead has its own sign. */
static const term *unsigned_literal(const term *literal) {
    while (literal->kind == TERM_OPERATION && literal->count == 1)
        literal = literal->entries[0].value;
    return literal;
}

static const term *number_in_place(arena *memory, const written *w, const char *text,
                                   const term *old, place at, problem_list *problems) {
    bool was_percent = term_is_call(old, "percent");
    if (was_percent && !w->word &&
        number_compare(w->number < 0 ? -w->number : w->number, NUMBER_ONE) >= 0)
        return refuse(problems, at, text, "a percent is wanted",
                      arena_print(memory, "write %s%%", text));
    if (w->word) return new_call(memory, old, w->word, w->number);
    if (was_percent || old->kind == TERM_NUMBER) return new_number(memory, old->at, w->number);
    bool keeps_word = !term_is_call(old, "decimal") && !term_is_call(old, "fraction");
    return keeps_word ? new_call(memory, old, old->name, w->number)
                      : new_number(memory, old->at, w->number);
}

const term *written_term(arena *memory, const char *text, const term *old, place at,
                         problem_list *problems) {
    date d;
    written w = read_written(memory, text);
    bool was_date = term_is_call(old, "date");
    if (was_date || old->kind == TERM_TEXT) {
        if (was_date && !date_from_text(&d, text, strlen(text)))
            return refuse(problems, at, text, "a date is wanted",
                          "dates are written year-month-day: 2026-07-01");
        term *t = arena_allocate(memory, sizeof *t);
        const char *copy = arena_string(memory, text);
        if (!t || !copy) return NULL;
        *t = (term){.kind = TERM_TEXT, .at = old->at, .name = copy, .depth = 1, .size = 1};
        return t;
    }
    if (old->kind == TERM_BOOLEAN) {
        if (strcmp(text, "true") && strcmp(text, "false"))
            return refuse(problems, at, text, "true or false is wanted", NULL);
        term *t = arena_allocate(memory, sizeof *t);
        if (t)
            *t = (term){.kind = TERM_BOOLEAN,
                        .at = old->at,
                        .boolean = text[0] == 't',
                        .depth = 1,
                        .size = 1};
        return t;
    }
    if (!w.is_number)
        return refuse(problems, at, text, "a number is wanted", "write 200000, 8% or $25");
    return number_in_place(memory, &w, text, unsigned_literal(old), at, problems);
}

bool written_number(const term *literal, number *out) {
    if (literal->kind == TERM_NUMBER) {
        *out = literal->number;
        return true;
    }
    if (literal->kind == TERM_OPERATION && literal->count == 1) {
        bool fine = written_number(literal->entries[0].value, out);
        *out = fine ? -*out : 0;
        return fine;
    }
    if (literal->kind != TERM_CALL || literal->method || literal->count == 0) return false;
    const term *first = literal->entries[0].value;
    if (strcmp(literal->name, "decimal") == 0)
        return first->kind == TERM_TEXT &&
               number_from_text(out, first->name, strlen(first->name));
    number bottom;
    if (strcmp(literal->name, "fraction") == 0)
        return literal->count == 2 && written_number(first, out) &&
               written_number(literal->entries[1].value, &bottom) && bottom != 0 &&
               number_divide(out, *out, bottom);
    if (!written_number(first, out)) return false;
    return strcmp(literal->name, "percent") != 0 || number_divide(out, *out, 100 * NUMBER_ONE);
}
