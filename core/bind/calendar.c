/* calendar.c - dates, durations and fiscal periods in expressions. */
#include "bind/binder.h"

#include <string.h>

const node *bind_date(binder *b, const scope *s, const term *t) {
    return bind_typed(b, s, t->entries[0].value, TYPE_DATE);
}

static const node *period_edge(binder *b, const scope *s, const term *t, node_kind kind) {
    date_unit period;
    if (!bind_unit(b, t->entries[0].value, &period)) return NULL;
    const node *d = bind_typed(b, s, t->entries[1].value, TYPE_DATE);
    node edge = node_draft(s, t->at, kind, TYPE_DATE);
    edge.period = period;
    return d ? node_make(b, s, edge, &d, 1) : NULL;
}

const node *bind_start_of(binder *b, const scope *s, const term *t) {
    return period_edge(b, s, t, NODE_PERIOD_START);
}

const node *bind_end_of(binder *b, const scope *s, const term *t) {
    return period_edge(b, s, t, NODE_PERIOD_END);
}

static const node *between(binder *b, const scope *s, const term *t, node_kind kind,
                           measure m) {
    const node *items[] = {bind_typed(b, s, t->entries[0].value, TYPE_DATE),
                           bind_typed(b, s, t->entries[1].value, TYPE_DATE)};
    if (!items[0] || !items[1]) return NULL;
    return node_over(b, s, t->at, kind, TYPE_NUMBER, m, items, 2);
}

const node *bind_days_between(binder *b, const scope *s, const term *t) {
    return between(b, s, t, NODE_DAYS_BETWEEN, MEASURE_DAYS);
}

const node *bind_months_between(binder *b, const scope *s, const term *t) {
    return between(b, s, t, NODE_MONTHS_BETWEEN, MEASURE_COUNT);
}

bool is_span(const term *t) {
    date_unit unit;
    return t->kind == TERM_CALL && !t->method && t->count == 1 &&
           date_unit_from_word(&unit, t->name) && unit != UNIT_HALF;
}

/* The n of days(n). */
static const node *bind_length(binder *b, const scope *s, const term *t) {
    const node *n = bind_number(b, s, t->entries[0].value);
    bool counts_days = n && n->measure == MEASURE_DAYS && strcmp(t->name, "days") == 0;
    return counts_days || (n && refuse_unit(b, n, t->at, t->name)) ? n : NULL;
}

/* days(90) as a value of its own is a number of days; other units only move dates. */
const node *bind_duration(binder *b, const scope *s, const term *t) {
    const node *n = bind_length(b, s, t);
    if (!n) return NULL;
    if (strcmp(t->name, "days") == 0) return node_as(b, n, MEASURE_DAYS);
    if (strcmp(t->name, "weeks") == 0) {
        const node *items[] = {
            n, node_number(b, s, t->at, number_from_integer(7), MEASURE_NUMBER)};
        return items[1]
                   ? node_over(b, s, t->at, NODE_MULTIPLY, TYPE_NUMBER, MEASURE_DAYS, items, 2)
                   : NULL;
    }
    problem_add(b->problems, t->at, "write d + months(3), or months_between(d1, d2)",
                "%s(..) has no fixed number of days; it can only be added to a date", t->name);
    return NULL;
}

/* What stands beside a date and is no days(..): it must count days, as a setting of days(90)
 * does. */
static const node *bind_days(binder *b, const scope *s, const term *t, const term *span) {
    const node *n = bind_value(b, s, span);
    if (!n || (n->type == TYPE_NUMBER && n->measure == MEASURE_DAYS)) return n;
    problem_add(b->problems, t->at,
                "write d + days(60), or days_between(d1, d2) for the days from d1 to d2",
                "only days(..) or months(..) can be added to a date");
    return NULL;
}

/* A length that is known must count whole days; the evaluator looks at those that vary. */
static bool refuse_part(binder *b, const term *span, const node *length) {
    if (!length->has_value || number_is_whole(length->constant)) return true;
    return problem_add(b->problems, span->at, "write a whole number, as in d + days(30)",
                       "a date cannot be moved by a part of a day");
}

const node *bind_date_sum(binder *b, const scope *s, const term *t, const node *date,
                          const term *span, bool negative) {
    date_unit unit = UNIT_DAY;
    const node *length;
    if (is_span(span)) {
        date_unit_from_word(&unit, span->name);
        length = bind_length(b, s, span);
    } else {
        length = bind_days(b, s, t, span);
    }
    const node *items[] = {date, length};
    if (!length || !refuse_part(b, span, length)) return NULL;
    node moved = node_draft(s, t->at, NODE_DATE_ADD, TYPE_DATE);
    moved.period = unit;
    moved.negative = negative;
    return node_make(b, s, moved, items, 2);
}
