/* timing.c - when and how far partners move on a ladder. LANGUAGE section 9.
 *
 * The evaluation date is known here, so whether it is a day on which partners move is known,
 * too, and so is the next such day. */
#include "bind/binder.h"

#include <string.h>

/* "01-15" in a year; false where the year has no such day. */
static bool day_in_year(date *out, const char *month_day, int year) {
    char whole[DATE_TEXT];
    if (strlen(month_day) != 5 || year > 9999) return false;
    for (int i = 3, left = year; i >= 0; i--, left /= 10)
        whole[i] = (char)('0' + left % 10);
    whole[4] = '-';
    memcpy(whole + 5, month_day, 6);
    return date_from_text(out, whole, DATE_TEXT - 1);
}

/* The first such day on or after `from`; false when the calendar ends before. */
static bool next_in_calendar(date *out, const char *month_day, date from) {
    enum { LEAP_YEARS_APART = 8 };
    int year, month, day;
    date_to_parts(from, &year, &month, &day);
    for (int i = 0; i <= LEAP_YEARS_APART; i++)
        if (day_in_year(out, month_day, year + i) && *out >= from) return true;
    return false;
}

static bool refuse_day(binder *b, const term *t) {
    return problem_add(b->problems, t->at, "write month and day: on { \"01-15\", \"07-15\" }",
                       "'%.80s' is no day of the year",
                       t->kind == TERM_TEXT ? t->name : "this");
}

static void offer_day(move_days *out, date found, date as_of) {
    if (found == as_of) out->today = true;
    if (found > as_of && (!out->next || found < out->next)) out->next = found;
}

/* on { "01-15", "07-15" } */
static bool bind_on(binder *b, const term *t, move_days *out) {
    enum { LEAP_DAY_YEAR = 2024 };
    const term *list = t->entries[0].value;
    date as_of = b->plan->as_of, found;
    bool fine = true;
    for (size_t i = 0; i < list->count; i++) {
        const term *day = list->entries[i].value;
        if (day->kind != TERM_TEXT || !day_in_year(&found, day->name, LEAP_DAY_YEAR)) {
            fine = refuse_day(b, day);
            continue;
        }
        for (date from = as_of; from <= as_of + 1; from++)
            if (next_in_calendar(&found, day->name, from)) offer_day(out, found, as_of);
    }
    return fine;
}

/* at_end_of "quarter": only when as_of is its last day. */
static bool bind_at_end_of(binder *b, const term *t, move_days *out) {
    const plan *p = b->plan;
    date_unit period;
    date found;
    const term *word = t->entries[0].value;
    if (!bind_unit(b, word, &period)) return false;
    if (period < UNIT_MONTH)
        return problem_add(b->problems, word->at,
                           "write \"month\", \"quarter\", \"half\" or \"year\"",
                           "'%.80s' does not fit 'at_end_of'", word->name);
    for (date from = p->as_of; from <= p->as_of + 1; from++)
        if (date_period_end(&found, from, period, p->starts)) offer_day(out, found, p->as_of);
    return true;
}

static bool bind_days_of_moves(binder *b, const term *t, move_days *out) {
    *out = (move_days){.today = !t};
    if (!t || term_is_poison(t)) return !t;
    if (term_is_call(t, "on") && t->count == 1) return bind_on(b, t, out);
    if (term_is_call(t, "at_end_of") && t->count == 1) return bind_at_end_of(b, t, out);
    bool always = t->kind == TERM_TEXT && strcmp(t->name, "always") == 0;
    out->today = always;
    if (always || (t->kind == TERM_TEXT && strcmp(t->name, "never") == 0)) return true;
    return problem_add(b->problems, t->at,
                       "write \"always\", \"never\", at_end_of \"quarter\" or on { \"01-15\" }",
                       "partners move always, never, or on certain days");
}

/* How many levels at once: 1 or more. */
static bool bind_steps(binder *b, const scope *s, const term *t, const node **out) {
    *out = t ? bind_number(b, s, t) : NULL;
    if (!t || !*out) return !t;
    const node *n = *out;
    int64_t levels;
    if (n->measure != MEASURE_NUMBER && n->measure != MEASURE_COUNT)
        return problem_add(b->problems, t->at, "write a number of levels, such as 1",
                           "levels are counted, but this is %s", describe(b, n));
    bool known = n->kind == NODE_CONSTANT && n->has_value;
    if (!known || (number_is_whole(n->constant) && number_to_integer(&levels, n->constant) &&
                   levels >= 1))
        return true;
    return problem_add(b->problems, t->at, "1 lets partners move one level at a time",
                       "here a whole number of levels is needed, 1 or more");
}

static bool bind_day(binder *b, const scope *s, const term *t, const node **out) {
    *out = t ? bind_typed(b, s, t, TYPE_DATE) : NULL;
    return !t || *out;
}

static bool is_time(binder *b, const term *grace) {
    if (grace->kind != TERM_NUMBER && grace->kind != TERM_TEXT) return true;
    return problem_add(b->problems, grace->at, "write days(90) or months(3)",
                       "grace is a time, not a bare number or a text");
}

/* The last day of grace: at_risk_since and so many days, or months. */
static bool bind_grace(binder *b, const scope *s, const term *ladder, ladder_timing *out) {
    const term *grace = term_field(ladder, "grace");
    bool fine = bind_day(b, s, term_field(ladder, "at_risk_since"), &out->at_risk_since);
    if (!grace || term_is_poison(grace) || !out->at_risk_since) return fine && !grace;
    if (!is_time(b, grace)) return false;
    out->grace_until = bind_date_sum(b, s, grace, out->at_risk_since, grace, false);
    return fine && out->grace_until;
}

static bool has_timing(const term *t) {
    static const char *const fields[] = {"promotes",        "demotes",   "steps_up",
                                         "steps_down",      "grace",     "at_risk_since",
                                         "protected_until", "guarantees"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (term_entry(t, fields[i])) return true;
    return false;
}

bool bind_timing(binder *b, const scope *s, const term *t, const ladder_timing **out) {
    *out = NULL;
    if (!has_timing(t)) return true;
    ladder_timing *made = arena_allocate(b->memory, sizeof *made);
    if (!made) return false;
    bool fine = bind_days_of_moves(b, term_field(t, "promotes"), &made->promotes);
    fine &= bind_days_of_moves(b, term_field(t, "demotes"), &made->demotes);
    fine &= bind_steps(b, s, term_field(t, "steps_up"), &made->steps_up);
    fine &= bind_steps(b, s, term_field(t, "steps_down"), &made->steps_down);
    fine &= bind_day(b, s, term_field(t, "protected_until"), &made->protected_until);
    fine &= bind_day(b, s, term_field(t, "guarantees"), &made->guarantees);
    fine &= bind_grace(b, s, t, made);
    if (fine) *out = made;
    return fine;
}
