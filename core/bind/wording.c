#include "bind/wording.h"

#include "base/currency.h"
#include "base/date.h"
#include "base/text.h"
#include "data/people_amount.h"
#include "syntax/words.h"

#include <ctype.h>
#include <string.h>

static text trimmed(text t) {
    while (t.length && (*t.bytes == ' ' || *t.bytes == '\t'))
        t = (text){t.bytes + 1, t.length - 1};
    while (t.length && (t.bytes[t.length - 1] == ' ' || t.bytes[t.length - 1] == '\t'))
        t.length--;
    return t;
}

static text rest_of(text t, size_t from) {
    return trimmed((text){t.bytes + from, t.length - from});
}

/* "won" or 'won': what stands between the quotes. */
static bool unquote(text t, text *out) {
    if (t.length < 2 || (*t.bytes != '"' && *t.bytes != '\'')) return false;
    *out = (text){t.bytes + 1, t.length - 2};
    return memchr(out->bytes, *t.bytes, out->length) == NULL &&
           t.bytes[t.length - 1] == *t.bytes;
}

/* word(..) or word "..": what the word is given. */
static bool called(text t, text *word, text *given) {
    size_t length = 0;
    while (length < t.length &&
           (islower((unsigned char)t.bytes[length]) || t.bytes[length] == '_'))
        length++;
    *word = (text){t.bytes, length};
    *given = rest_of(t, length);
    if (!length || !given->length) return false;
    if (*given->bytes == '"' || *given->bytes == '\'') return true;
    if (*given->bytes != '(' || given->bytes[given->length - 1] != ')') return false;
    *given = trimmed((text){given->bytes + 1, given->length - 2});
    return true;
}

/* Digits with , or _ between thousands, as people write them; a sign before them. */
static bool read_digits(text t, number *out) {
    amount read;
    bool negative = t.length && *t.bytes == '-';
    if (t.length && (*t.bytes == '-' || *t.bytes == '+')) t = rest_of(t, 1);
    for (size_t i = 0; i < t.length; i++)
        if (!isdigit((unsigned char)t.bytes[i]) && !strchr(",_.", t.bytes[i])) return false;
    if (amount_from_people(&read, t, DECIMAL_POINT) != AMOUNT_FINE) return false;
    *out = negative ? -read.value : read.value;
    return true;
}

/* --- amounts --------------------------------------------------------------------------------
 */

/* Signs that stand for one currency. */
static const struct {
    const char *sign, *code;
} signs[] = {{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"},
             {"₹", "INR"}, {"₺", "TRY"}, {"₩", "KRW"}};

/* The code that these three letters are, or NULL. */
static const char *code_of_letters(const char *letters) {
    for (size_t i = 0; currency_code(i); i++)
        if (memcmp(currency_code(i), letters, 3) == 0) return currency_code(i);
    return NULL;
}

/* The code that begins (or ends) a text, as a sign or in letters, and how long that is. */
static const char *code_at(text t, bool at_end, size_t *length) {
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        *length = strlen(signs[i].sign);
        if (*length > t.length) continue;
        const char *from = at_end ? t.bytes + t.length - *length : t.bytes;
        if (memcmp(from, signs[i].sign, *length) == 0) return signs[i].code;
    }
    *length = 3;
    if (t.length <= 3) return NULL;
    return code_of_letters(at_end ? t.bytes + t.length - 3 : t.bytes);
}

/* The word of rules for a currency: usd, or amount where the code is a word of the language. */
static const char *word_of_code(arena *memory, const char *code) {
    char *lower = arena_copy(memory, code, 3);
    for (int i = 0; lower && i < 3; i++)
        lower[i] = (char)tolower((unsigned char)code[i]);
    if (!lower) return NULL;
    const language_word *word = word_find(lower);
    return word && word == word_find("usd") ? lower : "amount";
}

/* $1,000, €1000, 1000 €, USD 250, 250 EUR */
static bool read_amount(arena *memory, text t, wording *out) {
    size_t length;
    bool at_end = false;
    const char *code = code_at(t, false, &length);
    if (!code) {
        at_end = true;
        code = code_at(t, true, &length);
    }
    if (!code) return false;
    text digits = at_end ? trimmed((text){t.bytes, t.length - length}) : rest_of(t, length);
    out->code = code;
    out->word = word_of_code(memory, code);
    return out->word && read_digits(digits, &out->number);
}

/* --- words ----------------------------------------------------------------------------------
 */

/* amount(100, "ALL"), fraction(1, 20) */
static bool read_pair(text given, text *first, text *second) {
    const char *comma = memchr(given.bytes, ',', given.length);
    if (!comma) return false;
    *first = trimmed((text){given.bytes, (size_t)(comma - given.bytes)});
    *second = rest_of(given, (size_t)(comma - given.bytes) + 1);
    return true;
}

static bool read_call(arena *memory, text t, wording *out) {
    text word, given, first, second, bare;
    if (!called(t, &word, &given)) return false;
    const char *name = arena_copy(memory, word.bytes, word.length);
    if (!name || !word_find(name)) return false;
    out->word = name;
    out->percent = strcmp(name, "percent") == 0;
    if (strcmp(name, "decimal") == 0) {
        out->word = NULL;
        return unquote(given, &bare) && read_digits(bare, &out->number);
    }
    if (strcmp(name, "fraction") == 0)
        return read_pair(given, &first, &second) && read_digits(first, &out->number) &&
               read_digits(second, &out->below) && out->below != 0;
    if (strcmp(name, "amount") == 0) {
        bool fine = read_pair(given, &first, &second) && unquote(second, &bare) &&
                    bare.length == 3 && read_digits(first, &out->number);
        out->code = fine ? code_of_letters(bare.bytes) : NULL;
        return out->code != NULL;
    }
    out->code = currency_of_word(name);
    return read_digits(given, &out->number);
}

/* 30 days, 6 months; years, quarters and weeks are so many of these. */
static bool read_span(arena *memory, text t, wording *out) {
    static const struct {
        const char *word;
        int times;
    } spans[] = {[UNIT_DAY] = {"days", 1},
                 [UNIT_WEEK] = {"days", 7},
                 [UNIT_MONTH] = {"months", 1},
                 [UNIT_QUARTER] = {"months", 3},
                 [UNIT_YEAR] = {"months", 12}};
    const char *blank = memchr(t.bytes, ' ', t.length);
    date_unit unit;
    if (!blank) return false;
    size_t digits = (size_t)(blank - t.bytes);
    text word = rest_of(t, digits);
    const char *name = arena_copy(memory, word.bytes, word.length);
    if (!name || !date_unit_from_word(&unit, name) ||
        (size_t)unit >= sizeof spans / sizeof *spans || !spans[unit].word)
        return false;
    out->word = spans[unit].word;
    return read_digits((text){t.bytes, digits}, &out->number) &&
           number_multiply(&out->number, out->number, number_from_integer(spans[unit].times));
}

/* --- all ------------------------------------------------------------------------------------
 */

wording wording_read(arena *memory, const char *written) {
    wording out = {0};
    text t = trimmed(text_of(written)), whole = t;
    bool negative = t.length > 1 && *t.bytes == '-';
    if (t.length && (*t.bytes == '-' || *t.bytes == '+')) t = rest_of(t, 1);
    if (t.length > 1 && t.bytes[t.length - 1] == '%') {
        out.percent = true;
        out.word = "percent";
        out.is_number =
            read_digits(trimmed((text){whole.bytes, whole.length - 1}), &out.number);
        return out;
    }
    if (read_digits(whole, &out.number)) {
        out.is_number = true;
        return out;
    }
    out.is_number = read_amount(memory, t, &out);
    if (!out.is_number) out = (wording){0};
    if (!out.is_number) out.is_number = read_span(memory, t, &out);
    if (!out.is_number) out = (wording){0};
    if (!out.is_number) out.is_number = read_call(memory, t, &out);
    if (!out.is_number) return (wording){0};
    if (negative) out.number = -out.number;
    return out;
}

const char *wording_text(arena *memory, const char *written) {
    text t = trimmed(text_of(written)), word, given, bare;
    if (unquote(t, &bare)) return arena_copy(memory, bare.bytes, bare.length);
    bool is_date = called(t, &word, &given) && word.length == 4 &&
                   memcmp(word.bytes, "date", 4) == 0 && unquote(given, &bare);
    return is_date ? arena_copy(memory, bare.bytes, bare.length)
                   : arena_string(memory, written);
}

const char *wording_count_of(arena *memory, const char *written, const char *unit) {
    text t = trimmed(text_of(written));
    date_unit said, wanted;
    const char *blank = memchr(t.bytes, ' ', t.length);
    if (!blank) return NULL;
    text word = rest_of(t, (size_t)(blank - t.bytes));
    const char *name = arena_copy(memory, word.bytes, word.length);
    if (!name || !date_unit_from_word(&said, name) || !date_unit_from_word(&wanted, unit) ||
        said != wanted)
        return NULL;
    return arena_copy(memory, t.bytes, (size_t)(blank - t.bytes));
}
