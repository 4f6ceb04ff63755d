/* rounded_sums.c - rounds = "partner": each partner's sum is rounded, then its lines are shown
 * in minor units that add up to it.
 *
 * Caps worked on exact lines; rounding passes none of them: cents go to lines whose column and
 * payee have room, and cap.total takes back what rounding added to it. */
#include "eval/settling.h"

#include "base/split.h"

static number minor_unit(int places) {
    number unit = NUMBER_ONE;
    while (places-- > 0)
        unit /= 10;
    return unit;
}

/* Rounding each partner's sum may pass cap.total by some minor units: the last partners whose
 * sums were rounded up give one back each. There are always enough of them. */
static void keep_total(settling *s, const number *exact) {
    const running_cap *limit = settling_total_cap(s);
    if (!limit || s->rows.count == 0) return;
    number most = limit->limits[s->rows.rows[0].partner];
    number unit = minor_unit(limit->places), sum = 0;
    for (size_t p = 0; p < s->partners; p++)
        sum += s->sums[p];
    for (size_t p = s->partners; p-- > 0 && sum > most;) {
        if (number_compare(s->sums[p], exact[p]) <= 0) continue;
        s->sums[p] -= unit;
        sum -= unit;
    }
}

/* Caps by column and payee, as they hold for lines in their sequence: cents that are handed out
 * pass none. (Those by row and partner are kept as it is, cap.total by keep_total.) */
static bool list_limits(const settling *s, split_limit *limits, size_t *count) {
    *count = 0;
    for (size_t c = 0; c < s->rule->cap_count; c++) {
        const running_cap *cap = &s->caps[c];
        if (cap->rule->kind != CAP_COLUMN && cap->rule->kind != CAP_PAYEE) continue;
        number *room = arena_array(s->scratch, s->rows.count, sizeof *room);
        uint32_t *account = arena_array(s->scratch, s->rows.count, sizeof *account);
        if (!room || !account) return false;
        for (size_t k = 0; k < s->rows.count; k++) {
            account[k] = cap->account[s->sequence[k]];
            room[account[k]] = cap_limit(cap, &s->rows, account[k]);
        }
        limits[(*count)++] = (split_limit){account, room};
    }
    return true;
}

/* The lines of each partner in minor units that add up to its sum. */
static bool show_lines(const settling *s, number *shown) {
    size_t limit_count, caps = s->rule->cap_count;
    split_limit *limits = arena_array(s->scratch, caps, sizeof *limits);
    split_limit *own = arena_array(s->scratch, caps, sizeof *own);
    if (!limits || !own || !list_limits(s, limits, &limit_count)) return false;
    for (size_t p = 0; p < s->partners; p++) {
        size_t first = s->rows.first[p], count = s->rows.first[p + 1] - first;
        if (count == 0) continue;
        for (size_t c = 0; c < limit_count; c++)
            own[c] = (split_limit){limits[c].account + first, limits[c].room};
        if (!split_limited_lines(s->sums[p], shown + first, count, s->of->plan->currency_places,
                                 own, limit_count, shown + first))
            return false;
    }
    return true;
}

bool sums_round(settling *s) {
    int places = s->of->plan->currency_places;
    number *exact = arena_array(s->scratch, s->partners, sizeof *exact);
    number *shown = arena_array(s->scratch, s->rows.count, sizeof *shown);
    if (!exact || !shown) return false;
    for (size_t p = 0; p < s->partners; p++) {
        exact[p] = settling_sum(s, p);
        s->sums[p] = number_round(exact[p], places, s->rule->rounding);
    }
    keep_total(s, exact);
    for (size_t k = 0; k < s->rows.count; k++)
        shown[k] = s->amounts[s->sequence[k]];
    if (!show_lines(s, shown)) return false;
    for (size_t k = 0; k < s->rows.count; k++)
        s->amounts[s->sequence[k]] = shown[k];
    return true;
}
