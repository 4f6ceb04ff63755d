/* setting_range.c - a setting's values lie in its range, which is in their unit. */
#include "bind/setting_range.h"

#include "bind/binder.h"

#include <string.h>

/* --- the values of a setting -------------------------------------------------------------- */

typedef bool value_visitor(void *context, const term *value);

static bool each_entry(const term *t, size_t from, value_visitor *visit, void *context);

/* Goes over the values that a choice chooses from; false once `visit` says so. */
static bool each_value(const term *t, value_visitor *visit, void *context) {
    const term *last = t->kind == TERM_CALL && t->count ? t->entries[t->count - 1].value : NULL;
    bool table = last && last->kind == TERM_TABLE;
    if (table && (term_is_call(t, "by") || term_is_call(t, "dated")))
        return each_entry(last, 0, visit, context);
    if (term_is_call(t, "when")) return each_entry(t, 1, visit, context);
    if (term_is_call(t, "or_else")) return each_entry(t, 0, visit, context);
    return visit(context, t);
}

static bool each_entry(const term *t, size_t from, value_visitor *visit, void *context) {
    for (size_t i = from; i < t->count; i++)
        if (!each_value(t->entries[i].value, visit, context)) return false;
    return true;
}

static bool is_another(void *sought, const term *value) {
    return value != sought;
}

bool is_value_of_setting(const term *setting, const term *value) {
    const term *own =
        strcmp(setting->name, "setting") == 0 ? term_field(setting, "value") : NULL;
    return own && !each_value(own, is_another, (void *)value);
}

bool literal_day(const term *literal, date *out) {
    const term *t = term_is_call(literal, "date") && literal->count == 1
                        ? literal->entries[0].value
                        : literal;
    return t->kind == TERM_TEXT && date_from_text(out, t->name, strlen(t->name));
}

/* --- the range ---------------------------------------------------------------------------- */

typedef struct ranged {
    binder *b;
    const scope *s;
    const term *setting, *range;
    bool days;
    number low, high; /* of dates their days */
} ranged;

/* The value, where it is the same for everybody. */
static bool constant_value(const ranged *r, const term *value, number *out) {
    date day;
    const node *n = plan_node_of(r->b->plan, value, r->s->as_of);
    if (!n || n->kind != NODE_CONSTANT || !n->has_value) return false;
    if (r->days && n->type == TYPE_TEXT) {
        if (!date_from_text(&day, n->text, strlen(n->text))) return false;
        *out = day;
        return true;
    }
    *out = n->constant;
    return n->type == (r->days ? TYPE_DATE : TYPE_NUMBER);
}

static int compare(const ranged *r, number a, number b) {
    return r->days ? (a > b) - (a < b) : number_compare(a, b);
}

static bool check_value(void *context, const term *value) {
    const ranged *r = context;
    number own;
    if (!constant_value(r, value, &own) ||
        (compare(r, own, r->low) >= 0 && compare(r, own, r->high) <= 0))
        return true;
    problem_add_two(r->b->problems, value->at, r->range->at,
                    "change the value, or widen the range",
                    "setting '%s' lies outside of its range", r->setting->member);
    return true;
}

/* Of days, where the value is a text that is written as one and the range is made of them. */
static bool ranges_over_days(const term *range, const node *n) {
    date day;
    return n->type == TYPE_DATE ||
           (n->type == TYPE_TEXT && literal_day(range->entries[0].value, &day) &&
            literal_day(range->entries[1].value, &day));
}

static bool one_unit(const ranged *r, const term *a, const node *x, const term *b,
                     const node *y) {
    measure both;
    return r->days || measure_common(r->b, a->at, b->at, "a range", x, y, &both);
}

/* Both ends, in the value's unit; *known: they are the same for everybody. */
static bool bind_ends(ranged *r, const node *n, bool *known) {
    const term *value = term_field(r->setting, "value"), *ends[2];
    const node *made[2];
    for (size_t i = 0; i < 2; i++) {
        ends[i] = r->range->entries[i].value;
        made[i] = bind_typed(r->b, r->s, ends[i], r->days ? TYPE_DATE : TYPE_NUMBER);
    }
    if (!made[0] || !made[1] || !one_unit(r, ends[0], made[0], value, n) ||
        !one_unit(r, ends[1], made[1], value, n) ||
        !one_unit(r, ends[1], made[1], ends[0], made[0]))
        return false;
    *known = constant_value(r, ends[0], &r->low) && constant_value(r, ends[1], &r->high);
    return true;
}

static bool check_range(ranged *r, const node *n) {
    const term *value = term_field(r->setting, "value");
    bool known;
    r->days = ranges_over_days(r->range, n);
    if (!r->days && n->type != TYPE_NUMBER)
        return problem_add_two(r->b->problems, r->range->at, value->at, "leave 'range' out",
                               "a range is for numbers and dates, but '%s' is %s",
                               r->setting->member, describe(r->b, n));
    if (!bind_ends(r, n, &known)) return false;
    if (!known) return true;
    if (compare(r, r->low, r->high) > 0)
        return problem_add(r->b->problems, r->range->at, "write the lowest value first",
                           "this range ends below its beginning");
    return each_value(value, check_value, r);
}

/* Between dates lie spans, which are no values. */
static bool check_step(const ranged *r, const term *step, const node *n) {
    if (n->type != TYPE_NUMBER && step->kind != TERM_TEXT) return true;
    const node *by = bind_value(r->b, r->s, step);
    const term *value = term_field(r->setting, "value");
    measure both;
    if (!by) return false;
    bool number = by->type == TYPE_NUMBER;
    if (number && !measure_common(r->b, step->at, value->at, "a step", by, n, &both))
        return false;
    if (number &&
        (by->kind != NODE_CONSTANT || !by->has_value || number_compare(by->constant, 0) > 0))
        return true;
    return problem_add(r->b->problems, step->at, "write step = 10000",
                       "the step of setting '%s' is no number above 0", r->setting->member);
}

void check_setting_range(binder *b, const scope *s, const setting *used, const node *n) {
    const term *range = used->range, *step = term_field(used->is.term, "step");
    bool ranged_table = range && range->kind == TERM_TABLE && range->count == 2;
    ranged r = {.b = b, .s = s, .setting = used->is.term, .range = range};
    if (ranged_table) check_range(&r, n);
    if (step && !term_is_poison(step)) check_step(&r, step, n);
}
