#include "lang/unlikely.h"

#include <string.h>

/* The number of a literal, or of one in its word: 5, percent(5), days(-1). */
static const term *literal_of(const term *t) {
    if (t && t->kind == TERM_CALL && !t->method && t->count == 1) t = t->entries[0].value;
    return t && t->kind == TERM_NUMBER ? t : NULL;
}

static void refuse_negative(const term *of, const char *field, const char *hint,
                            problem_list *problems) {
    const term *value = term_field(of, field), *n = literal_of(value);
    if (!n || number_compare(n->number, 0) >= 0) return;
    problem_add(problems, value->at, hint, "'%s' is below 0", field);
}

/* The most that a part earns; false where its literals do not say. */
static bool most_of(const term *part, number *out) {
    const term *points = term_field(part, "points");
    *out = 0;
    if (points && points->kind == TERM_NUMBER) *out = points->number;
    if (!points || points->kind != TERM_TABLE) return points && points->kind == TERM_NUMBER;
    for (size_t i = 0; i < points->count; i++) {
        const term *band = points->entries[i].value;
        const term *value = band->count == 2 ? band->entries[1].value : NULL;
        if (!value || value->kind != TERM_NUMBER) return false;
        if (number_compare(value->number, *out) > 0) *out = value->number;
    }
    return true;
}

static void check_score(const term *t, problem_list *problems) {
    const term *pass = term_field(t, "pass");
    number sum = 0, most;
    bool known = pass && pass->kind == TERM_NUMBER;
    for (size_t i = 0; i < t->count; i++) {
        const term *part = t->entries[i].value;
        if (t->entries[i].key || part->kind != TERM_TABLE) continue;
        known = known && most_of(part, &most) && number_compare(most, 0) >= 0 &&
                number_add(&sum, sum, most);
    }
    if (!known || !sum || number_compare(pass->number, sum) <= 0) return;
    char wanted[NUMBER_TEXT], earned[NUMBER_TEXT];
    number_print(wanted, pass->number, 0);
    number_print(earned, sum, 0);
    problem_add(problems, pass->at, "lower 'pass', or give the parts more points",
                "nobody passes with %s: all parts together earn %s at most", wanted, earned);
}

void unlikely_check(const term *t, problem_list *problems) {
    if (strcmp(t->name, "score") == 0) check_score(t, problems);
    if (strcmp(t->name, "ladder") == 0)
        refuse_negative(t, "grace", "grace is a time after at_risk_since: days(90)", problems);
    if (strcmp(t->name, "program") == 0 && t->member && !t->member[strspn(t->member, " \t\n")])
        problem_add(problems, t->at, "write program \"Northwind Partner Program\" { .. }",
                    "the program's name is empty");
}
