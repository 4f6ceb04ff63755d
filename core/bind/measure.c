/* measure.c - units: what may be added, compared and multiplied. LANGUAGE section 3. */
#include "bind/binder.h"

#include <string.h>

static const char *const words[] = {"number", "money", "percent", "count", "points", "days"};

const char *measure_word(measure m) {
    return words[m];
}

bool measure_from_word(measure *out, const char *word) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], word) == 0) {
            *out = (measure)i;
            return true;
        }
    }
    return false;
}

const char *describe(const binder *b, const node *n) {
    static const char *const numbers[] = {"a number", "money",  "a percent",
                                          "a count",  "points", "a number of days"};
    switch (n->type) {
    case TYPE_TEXT:
        return "a text";
    case TYPE_DATE:
        return "a date";
    case TYPE_BOOLEAN:
        return "true or false";
    case TYPE_LEVEL: {
        const char *made =
            arena_print(b->memory, "a level of '%s'", b->plan->ladders[n->ladder].is.name);
        return made ? made : "a level";
    }
    default:
        return numbers[n->measure];
    }
}

bool measure_product(binder *b, place at, place also, const node *x, const node *y,
                     measure *out) {
    measure m = x->measure, n = y->measure;
    if (m == MEASURE_MONEY && n == MEASURE_MONEY)
        return problem_add_two(
            b->problems, at, also,
            "multiply money by a number or a percent; a part of an amount is x * (a / b)",
            "money times money has no meaning");
    if (m == MEASURE_MONEY || n == MEASURE_MONEY)
        *out = MEASURE_MONEY;
    else if (m == MEASURE_PERCENT)
        *out = n;
    else if (n == MEASURE_PERCENT)
        *out = m;
    else
        *out = MEASURE_NUMBER;
    return true;
}

measure measure_quotient(const node *x, const node *y) {
    return x->measure == MEASURE_MONEY && y->measure != MEASURE_MONEY ? MEASURE_MONEY
                                                                      : MEASURE_NUMBER;
}

bool measure_common(binder *b, place at, place also, const char *doing, const node *x,
                    const node *y, measure *out) {
    *out = x->measure == MEASURE_NUMBER ? y->measure : x->measure;
    if (x->measure == y->measure || x->measure == MEASURE_NUMBER ||
        y->measure == MEASURE_NUMBER)
        return true;
    bool part = x->measure == MEASURE_PERCENT || y->measure == MEASURE_PERCENT;
    bool money = x->measure == MEASURE_MONEY || y->measure == MEASURE_MONEY;
    return problem_add_two(
        b->problems, at, also,
        part ? "use one unit on both sides; a part of x is written percent(2) * x"
        : money
            ? "use one unit on both sides; money divided by money is a number: x / usd(100)"
            : "use one unit on both sides, or divide by one of the unit, such as x / days(1)",
        "%s mixes %s with %s", doing, describe(b, x), describe(b, y));
}

bool branches_agree(binder *b, place at, place also, const node *x, const node *y,
                    measure *out) {
    if (x->type != y->type || x->ladder != y->ladder)
        return problem_add_two(b->problems, at, also, "every branch must be of one kind",
                               "one branch is %s, another %s", describe(b, x), describe(b, y));
    return measure_common(b, at, also, "a choice of values", x, y, out);
}

bool refuse_unit(binder *b, const node *n, place at, const char *word) {
    if (n->measure == MEASURE_NUMBER || n->measure == MEASURE_COUNT) return true;
    return problem_add(b->problems, at,
                       n->measure == MEASURE_DAYS
                           ? "divide it by one of its unit first: x / days(1)"
                           : "divide it by one of its unit first, such as x / percent(1)",
                       "%s(..) takes a plain number, not %s", word, describe(b, n));
}

/* Whether the i-th operand of a choice of values is one of the values. */
static bool is_branch(const node *n, size_t i) {
    switch (n->kind) {
    case NODE_WHEN:
        return i > 0;
    case NODE_OR_ELSE:
        return true;
    case NODE_BY:
    case NODE_DATED:
        return i > 0 && (i % 2 == 0 || (n->has_default && i + 1 == n->count));
    default:
        return false;
    }
}

/* The bare number above 1 that n is, or that one of its branches is; NULL when there is none.
 */
static const node *bare_number(const node *n, int depth) {
    const node *found = NULL;
    if (n->type != TYPE_NUMBER || n->measure != MEASURE_NUMBER || depth == 0) return NULL;
    if (n->kind == NODE_CONSTANT)
        return n->has_value && number_compare(n->constant, NUMBER_ONE) > 0 ? n : NULL;
    for (size_t i = 0; i < n->count && !found; i++) {
        if (is_branch(n, i)) found = bare_number(n->items[i], depth - 1);
    }
    return found;
}

/* Where the term writes this number, or NULL. */
static const term *literal_in(const term *t, number value, int depth) {
    if (t->kind == TERM_NUMBER) return t->number == value ? t : NULL;
    const term *found = NULL;
    for (size_t i = 0; i < t->count && depth > 0 && !found; i++)
        found = literal_in(t->entries[i].value, value, depth - 1);
    return found;
}

bool refuse_bare_part(binder *b, const node *n, const term *t, const char *where) {
    enum { CHOICES_DEEP = 4 };
    const node *bare = bare_number(n, CHOICES_DEEP);
    if (!bare) return true;
    char shown[NUMBER_TEXT];
    number_print(shown, bare->constant, 0);
    const char *hint = arena_print(b->memory, "write percent(%s)", shown);
    const term *literal = literal_in(t, bare->constant, 2 * CHOICES_DEEP);
    return problem_add(b->problems, literal ? literal->at : t->at, hint,
                       "%s is a part of the whole; %s would be %s times all of it", where,
                       shown, shown);
}
