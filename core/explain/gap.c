/* gap.c - how far a partner is from what is required.
 *
 * A line's gap is needed less actual, exactly. One requirement is nearer than another when
 * fewer of its lines are not met, then when their gaps are smaller in proportion to what is
 * needed. */
#include "explain/explain.h"

int explain_compare_distances(distance a, distance b) {
    if (a.lines != b.lines) return a.lines < b.lines ? -1 : 1;
    return number_compare(a.gap, b.gap);
}

static distance add_distances(distance a, distance b) {
    distance sum = {a.lines + b.lines, 0};
    if (!number_add(&sum.gap, a.gap, b.gap)) sum.gap = NUMBER_LIMIT;
    return sum;
}

bool explain_gap(const requirement *line, const value *actual, const value *needed,
                 value *out) {
    bool upward = line->comparison == COMPARE_AT_LEAST || line->comparison == COMPARE_ABOVE;
    bool downward = line->comparison == COMPARE_AT_MOST || line->comparison == COMPARE_BELOW;
    bool measured = actual->type == TYPE_NUMBER || actual->type == TYPE_DATE;
    if (!(upward || downward) || !measured) return false;
    if (actual->state != CELL_VALUE || needed->state != CELL_VALUE) return false;
    *out = *actual;
    if (actual->type == TYPE_DATE) {
        number days =
            upward ? needed->number - actual->number : actual->number - needed->number;
        *out = (value){.state = CELL_VALUE, .type = TYPE_NUMBER, .measure = MEASURE_DAYS};
        out->number = number_from_integer((int64_t)days);
        return true;
    }
    return upward ? number_subtract(&out->number, needed->number, actual->number)
                  : number_subtract(&out->number, actual->number, needed->number);
}

static distance distance_of_line(const explaining *x, const requirement *line) {
    distance far = {1, NUMBER_ONE};
    value gap, actual, needed;
    if (!line->actual || !line->needed) return far;
    actual = explain_of_partner(x, line->actual);
    needed = explain_of_partner(x, line->needed);
    if (!explain_gap(line, &actual, &needed, &gap)) return far;
    number whole = needed.number < 0 ? -needed.number : needed.number;
    if (actual.type != TYPE_NUMBER || whole == 0) return far;
    if (!number_divide(&far.gap, gap.number, whole)) far.gap = NUMBER_LIMIT;
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

const char *explain_gap_words(const explaining *x, const requirement *line, const value *gap,
                              int places) {
    bool more = line->comparison == COMPARE_AT_LEAST || line->comparison == COMPARE_ABOVE;
    if (gap->number == 0) return more ? "must be more" : "must be less";
    text_buffer out = {0};
    bool dates = line->actual->type == TYPE_DATE;
    explain_say(&out, x->of->plan, gap, places);
    /* 3.20% of difference between two percents is 3.20 points. */
    if (gap->measure == MEASURE_PERCENT) {
        if (out.length) out.length--;
        text_append_string(&out, more ? " points short" : " points too high");
        return explain_take(x, &out);
    }
    bool counted = gap->measure == MEASURE_COUNT || gap->measure == MEASURE_DAYS;
    if (dates)
        text_append_string(&out, more ? " too early" : " too late");
    else
        text_append_string(&out, more ? " more" : counted ? " too many" : " too much");
    return explain_take(x, &out);
}
