/* attribution.c - Shapley values as fractions with one denominator, rounded once. */
#include "compare/attribution.h"

#include "base/split.h"

static int64_t factorial(size_t n) {
    int64_t product = 1;
    for (size_t i = 2; i <= n; i++)
        product *= (int64_t)i;
    return product;
}

static size_t members_of(size_t set) {
    size_t count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

/* What a change adds, summed over all orders, in units of 10^-9. */
static number sum_over_orders(const number *worth, size_t count, size_t change) {
    number sum = 0;
    size_t bit = (size_t)1 << change;
    for (size_t set = 0; set < (size_t)1 << count; set++) {
        if (set & bit) continue;
        size_t before = members_of(set);
        number orders = factorial(before) * factorial(count - before - 1);
        sum += orders * ((worth[set | bit] - worth[set]) / NUMBER_GRID);
    }
    return sum;
}

/* Hands out what rounding down left over, in units of 10^-9. */
static void hand_out(attribution *out, number over, number *rests) {
    for (; over > 0; over--) {
        size_t largest = 0;
        for (size_t i = 1; i < out->count; i++)
            if (rests[i] > rests[largest]) largest = i;
        out->items[largest].shapley += NUMBER_GRID;
        rests[largest] = -1;
    }
}

bool attribution_share(const number *worth, int currency_places, attribution *out) {
    number rests[SHAPLEY_MOST], lines[SHAPLEY_MOST];
    number total = worth[((size_t)1 << out->count) - 1], over = total / NUMBER_GRID;
    number orders = factorial(out->count);
    for (size_t i = 0; i < out->count; i++) {
        number sum = sum_over_orders(worth, out->count, i);
        rests[i] = sum % orders < 0 ? sum % orders + orders : sum % orders;
        out->items[i].shapley = (sum - rests[i]) / orders * NUMBER_GRID;
        over -= (sum - rests[i]) / orders;
    }
    hand_out(out, over, rests);
    for (size_t i = 0; i < out->count; i++)
        lines[i] = out->items[i].shapley;
    if (!split_rounded_lines(total, lines, out->count, currency_places, lines)) return false;
    for (size_t i = 0; i < out->count; i++)
        out->items[i].shown = lines[i];
    out->has_shapley = true;
    return true;
}
