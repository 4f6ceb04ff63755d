/* timing.c - who moves when: every such field compares with where partners stand today. */
#include "lang/timing.h"

#include "base/date.h"

#include <string.h>

static void need_current(arena *memory, const term *t, const entry *e, problem_list *problems) {
    problem_add(problems, e->key_at,
                "name the column with today's level: current = "
                "partner.tier",
                "'%s' of ladder '%.80s' needs to know where partners stand: 'current'", e->key,
                t->member);
    term_spoil(memory, e);
}

/* grace begins with at_risk_since, and that means nothing else. */
static void need_both(const term *t, const char *have, const char *lacks, const char *hint,
                      problem_list *problems) {
    const entry *e = term_entry(t, have);
    if (!e || term_is_poison(e->value) || term_entry(t, lacks)) return;
    problem_add(problems, e->key_at, hint, "'%s' of ladder '%.80s' needs '%s'", have, t->member,
                lacks);
}

void timing_check(arena *memory, const term *t, problem_list *problems) {
    static const char *const fields[] = {"promotes",        "demotes",   "steps_up",
                                         "steps_down",      "grace",     "at_risk_since",
                                         "protected_until", "guarantees"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const entry *e = term_entry(t, fields[i]);
        if (e && !term_is_poison(e->value) && !term_entry(t, "current"))
            need_current(memory, t, e, problems);
    }
    need_both(t, "grace", "at_risk_since",
              "at_risk_since = the column of partner from which "
              "grace counts",
              problems);
    need_both(t, "at_risk_since", "grace", "grace = days(90)", problems);
}

static bool is_day_of_year(const term *t) {
    char whole[16] = "2024-"; /* a leap year */
    date day;
    if (t->kind != TERM_TEXT || strlen(t->name) != 5) return false;
    memcpy(whole + 5, t->name, 6);
    return date_from_text(&day, whole, 10);
}

bool timing_check_days(problem_list *problems, const term *call) {
    const char *hint = "write month and day: on { \"01-15\", \"07-15\" }";
    const term *list = call->entries[0].value;
    if (list->kind != TERM_TABLE) return true; /* reported where tables are checked */
    if (!list->count) return problem_add(problems, call->at, hint, "'on' names no day");
    for (size_t i = 0; i < list->count; i++) {
        const entry *e = &list->entries[i];
        if (term_is_poison(e->value) || (!e->key && is_day_of_year(e->value))) continue;
        return problem_add(problems, e->value->at.column ? e->value->at : e->key_at, hint,
                           "this is no day of the year");
    }
    return true;
}
