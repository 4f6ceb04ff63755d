/* gap.c - how far a partner is from what is required.
 *
 * A line's gap is needed less actual, exactly. One requirement is nearer than another when
 * fewer of its lines are not met, then when their gaps are smaller in proportion to what is
 * needed. */
#include "explain/explain.h"

#include <string.h>

int explain_compare_distances(distance a, distance b) {
    if (a.lines != b.lines) return a.lines < b.lines ? -1 : 1;
    return number_compare(a.gap, b.gap);
}

static distance add_distances(distance a, distance b) {
    distance sum = {a.lines + b.lines, 0};
    if (!number_add(&sum.gap, a.gap, b.gap)) sum.gap = NUMBER_LIMIT;
    return sum;
}

/* By how much a comparison is missed; below 0 where it is met. */
static bool miss(const question *a, const value *actual, gap *out) {
    bool upward = strcmp(a->how, "at_least") == 0 || strcmp(a->how, "above") == 0;
    bool downward = strcmp(a->how, "at_most") == 0 || strcmp(a->how, "below") == 0;
    bool measured = actual->type == TYPE_NUMBER || actual->type == TYPE_DATE;
    if (!(upward || downward) || !measured) return false;
    if (actual->state != CELL_VALUE || a->needed.state != CELL_VALUE) return false;
    number needed = a->needed.number, is = actual->number;
    *out = (gap){.by = *actual, .whole = needed, .upward = upward};
    out->dates = actual->type == TYPE_DATE;
    if (!out->dates)
        return number_subtract(&out->by.number, upward ? needed : is, upward ? is : needed);
    int64_t days = (int64_t)(upward ? needed - is : is - needed);
    out->by = (value){.state = CELL_VALUE, .type = TYPE_NUMBER, .measure = MEASURE_DAYS};
    out->by.number = number_from_integer(days);
    return true;
}

static bool gap_of_comparison(const question *a, const value *actual, gap *out) {
    if (!miss(a, actual, out)) return false;
    bool strict = strcmp(a->how, "above") == 0 || strcmp(a->how, "below") == 0;
    int far = number_compare(out->by.number, 0);
    return strict ? far >= 0 : far > 0;
}

/* Of what must all be met the widest, of ways the narrowest. */
bool explain_gap(const question *a, const value *actual, gap *out) {
    bool all = strcmp(a->how, "all_of") == 0 || strcmp(a->how, "between") == 0, found = false;
    gap one;
    if (!a->count) return gap_of_comparison(a, actual, out);
    if (!all && strcmp(a->how, "any_of")) return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!explain_gap(&a->parts[i], actual, &one)) continue;
        int wider = found ? number_compare(one.by.number, out->by.number) : 0;
        if (!found || (all ? wider > 0 : wider < 0)) *out = one;
        found = true;
    }
    return found;
}

static distance distance_of_line(const explaining *x, const requirement *line) {
    distance far = {1, NUMBER_ONE};
    question a;
    gap missing;
    if (!line->actual) return far;
    value actual = explain_of_partner(x, line->actual);
    if (!explain_question(x, line, &actual, &a)) return far;
    if (!explain_gap(&a, &actual, &missing)) return far;
    number whole = missing.whole < 0 ? -missing.whole : missing.whole;
    if (missing.dates || whole == 0) return far;
    if (!number_divide(&far.gap, missing.by.number, whole)) far.gap = NUMBER_LIMIT;
    return far;
}

/* The `wanted` nearest of a group's items; far beyond when memory ran out. */
static distance distance_of_nearest(const explaining *x, const requirement *group,
                                    size_t wanted) {
    distance sum = {0, 0}, *each = arena_array(x->memory, group->count, sizeof *each);
    for (size_t i = 0; each && i < group->count; i++) {
        distance d = explain_distance(x, &group->items[i]);
        size_t k = i;
        for (; k > 0 && explain_compare_distances(d, each[k - 1]) < 0; k--)
            each[k] = each[k - 1];
        each[k] = d;
    }
    for (size_t i = 0; each && i < wanted && i < group->count; i++)
        sum = add_distances(sum, each[i]);
    return sum;
}

distance explain_distance(const explaining *x, const requirement *r) {
    distance sum = {0, 0};
    if (explain_met(x, r->met) == REASON_MET) return sum;
    switch (r->kind) {
    case REQUIRE_LINE:
        return distance_of_line(x, r);
    case REQUIRE_ANY:
        return distance_of_nearest(x, r, 1);
    case REQUIRE_N_OF:
        return distance_of_nearest(x, r, (size_t)r->n);
    case REQUIRE_ALL:
        for (size_t i = 0; i < r->count; i++)
            sum = add_distances(sum, explain_distance(x, &r->items[i]));
        return sum;
    case REQUIRE_NONE:
        return (distance){explain_met_count(x, r), NUMBER_ONE};
    }
    return sum;
}

const char *explain_gap_words(const explaining *x, const gap *missing, int places) {
    const value *by = &missing->by;
    bool more = missing->upward;
    if (by->number == 0) return more ? "must be more" : "must be less";
    text_buffer out = {0};
    explain_say(&out, x->of->plan, by, places);
    /* 3.20% of difference between two percents is 3.20 points. */
    if (by->measure == MEASURE_PERCENT) {
        if (out.length) out.length--;
        text_append_string(&out, more ? " points short" : " points too high");
        return explain_take(x, &out);
    }
    bool counted = by->measure == MEASURE_COUNT || by->measure == MEASURE_DAYS;
    if (missing->dates)
        text_append_string(&out, more ? " too early" : " too late");
    else
        text_append_string(&out, more ? " more" : counted ? " too many" : " too much");
    return explain_take(x, &out);
}
