/* people_cell.c - see people_cell.h. */
#include "data/people_cell.h"

#include "base/currency.h"
#include "data/people_amount.h"

#include <string.h>

static bool begins_with(text t, const char *with) {
    size_t length = strlen(with);
    return t.length >= length && memcmp(t.bytes, with, length) == 0;
}

/* Without the quotes around it, if there are any. */
static text unquoted(text t) {
    bool quoted = t.length > 1 && (*t.bytes == '"' || *t.bytes == '\'') &&
                  t.bytes[t.length - 1] == *t.bytes;
    return quoted ? people_trim((text){t.bytes + 1, t.length - 2}) : t;
}

/* word(..) or word "..": what the word of so many letters is given. */
static bool given_to(text t, size_t letters, text *given) {
    *given = people_trim((text){t.bytes + letters, t.length - letters});
    bool brackets =
        given->length > 1 && *given->bytes == '(' && given->bytes[given->length - 1] == ')';
    if (brackets) *given = people_trim((text){given->bytes + 1, given->length - 2});
    bool quoted = unquoted(*given).bytes != given->bytes;
    *given = unquoted(*given);
    return brackets || quoted;
}

/* A code in either case, as there are currencies. */
static bool read_code(text t, char out[4]) {
    if (t.length != 3) return false;
    for (size_t i = 0; i < 3; i++)
        out[i] = t.bytes[i] >= 'a' && t.bytes[i] <= 'z' ? (char)(t.bytes[i] - 'a' + 'A')
                                                        : t.bytes[i];
    out[3] = '\0';
    return currency_places(out) >= 0;
}

/* usd(1500), amount(1500, "USD"), decimal "1500.10": the digits, and the code or "". */
static text said_by_rules(text t, char code[4]) {
    text given;
    *code = '\0';
    if (begins_with(t, "decimal") && given_to(t, 7, &given)) return given;
    if (begins_with(t, "amount") && given_to(t, 6, &given)) {
        const char *comma = memchr(given.bytes, ',', given.length);
        size_t before = comma ? (size_t)(comma - given.bytes) : 0;
        text named = comma ? (text){comma + 1, given.length - before - 1} : (text){"", 0};
        if (read_code(unquoted(people_trim(named)), code)) return (text){given.bytes, before};
        return t;
    }
    bool word = t.length > 3 && *t.bytes >= 'a' && *t.bytes <= 'z';
    if (word && read_code((text){t.bytes, 3}, code) && given_to(t, 3, &given)) return given;
    *code = '\0';
    return t;
}

static bool is_own(const amount *a, const char *currency) {
    if (!a->has_currency) return true;
    if (!currency) return false;
    if (*a->currency) return strcmp(a->currency, currency) == 0;
    return a->is_dollar && strcmp(currency_prefix(currency), "$") == 0;
}

static people_fault read_amount(arena *memory, text written, bool money, const char *currency,
                                text *out) {
    amount a;
    char code[4];
    text digits = said_by_rules(written, code);
    if (amount_from_people(&a, digits, DECIMAL_POINT) != AMOUNT_FINE) return PEOPLE_MALFORMED;
    bool other = *code && (!currency || strcmp(code, currency) != 0);
    if (!money && (*code || a.has_currency)) return PEOPLE_MALFORMED;
    if (other || !is_own(&a, currency)) return PEOPLE_OTHER_CURRENCY;
    char *copy = arena_copy(memory, a.digits, a.length);
    *out = (text){copy ? copy : "", copy ? a.length : 0};
    return PEOPLE_FINE;
}

people_fault cell_from_people(arena *memory, text written, cell_kind kind, const char *currency,
                              text *out) {
    bool answer;
    text t = people_trim(written), given;
    switch (kind) {
    case CELL_BOOLEAN:
        if (!answer_from_people(&answer, t)) return PEOPLE_MALFORMED;
        *out = text_of(answer ? "true" : "false");
        return PEOPLE_FINE;
    case CELL_DATE:
        if (!begins_with(t, "date") || !given_to(t, 4, &given)) return PEOPLE_MALFORMED;
        *out = given;
        return PEOPLE_FINE;
    case CELL_MONEY:
    case CELL_NUMBER:
        return read_amount(memory, t, kind == CELL_MONEY, currency, out);
    case CELL_TEXT:
        break;
    }
    return PEOPLE_MALFORMED;
}
