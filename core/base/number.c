/* number.c - exact decimals: see number.h.
 *
 * Signs are put aside and magnitudes worked on, which makes every rounding symmetric. Every
 * number handed in lies within +-NUMBER_LIMIT; every number handed out does. */
#include "base/number.h"
#include "base/wide.h"

#include <math.h>
#include <string.h>

#define MAGNITUDE_ONE ((magnitude)NUMBER_ONE)
#define MAGNITUDE_LIMIT ((magnitude)NUMBER_LIMIT)
#define GRID_UNITS 1000000000u /* grid steps in 1, and 10^-18 in a grid step */

enum { GRID_PLACES = 9, ALL_PLACES = 18, LEAST_PLACES = -20 };

static magnitude magnitude_of(number value) {
    return value < 0 ? -(magnitude)value : (magnitude)value;
}

static number with_sign(magnitude value, bool negative) {
    return negative ? -(number)value : (number)value;
}

static bool within_limit(number *out, magnitude value, bool negative) {
    if (value > MAGNITUDE_LIMIT) return false;
    *out = with_sign(value, negative);
    return true;
}

static magnitude power_of_ten(int exponent) {
    static const uint64_t powers[] = {1,
                                      10,
                                      100,
                                      1000,
                                      10000,
                                      100000,
                                      1000000,
                                      10000000,
                                      100000000,
                                      1000000000,
                                      10000000000,
                                      100000000000,
                                      1000000000000,
                                      10000000000000,
                                      100000000000000,
                                      1000000000000000,
                                      10000000000000000,
                                      100000000000000000,
                                      1000000000000000000,
                                      10000000000000000000u};
    if (exponent < 20) return powers[exponent];
    return (magnitude)powers[19] * powers[exponent - 19];
}

/* value / 10^9, cut down, for value < 2^127: the upper half of a product with
 * ceil(2^157 / 10^9) is exact and much quicker than dividing. */
static magnitude divide_by_grid(magnitude value) {
    const magnitude reciprocal = ((magnitude)0x89705f4136b4a597 << 64) | 0x31680a88f8953031;
    if (value >> 64 == 0) return (uint64_t)value / GRID_UNITS;
    return wide_multiply(value, reciprocal).high >> 29;
}

/* How many grid steps the value has, rounded half away from zero. */
static magnitude grid_steps(magnitude value) {
    return divide_by_grid(value + GRID_UNITS / 2);
}

number number_from_integer(int64_t whole) {
    return (number)whole * NUMBER_ONE;
}

bool number_from_scaled(number *out, int64_t value, int places) {
    if (places < 0 || places > ALL_PLACES) return false;
    *out = (number)value * (number)power_of_ten(ALL_PLACES - places);
    return true;
}

/* Whether the double nearest to units / 10^places is this value. */
static bool stands_for(number *out, double value, int64_t units, int places) {
    if ((double)units / (double)power_of_ten(places) != value) return false;
    return number_from_scaled(out, units, places);
}

bool number_from_whole_double(number *out, double value) {
    if (!(fabs(value) <= 1e20) || floor(value) != value) return false;
    *out = (number)value * NUMBER_ONE;
    return true;
}

/* From 2^53 on: of at most 15 digits, and nothing but zeros behind them. */
static bool from_large_double(number *out, double value) {
    const double digits_limit = 1e15;
    double unit = 10;
    while (fabs(value) >= digits_limit * unit)
        unit *= 10;
    return fmod(value, unit) == 0 && number_from_whole_double(out, value);
}

bool number_from_double(number *out, double value) {
    const double whole_limit =
        9007199254740992.0; /* 2^53: from there on doubles skip whole numbers */
    const double nine_places_limit = 8388608.0; /* 2^23: from there on they skip billionths */
    const double digits_limit = 1e15;           /* 15 digits always survive a double */
    double size = fabs(value);
    if (!(size <= 1e20)) return false;
    if (size >= whole_limit) return from_large_double(out, value);
    if (size < nine_places_limit) {
        int64_t nearest = llround(value * 1e9);
        /* The product is rounded too: near the limit that can be one too far. */
        return stands_for(out, value, nearest, GRID_PLACES) ||
               stands_for(out, value, nearest - 1, GRID_PLACES) ||
               stands_for(out, value, nearest + 1, GRID_PLACES);
    }
    int places = GRID_PLACES - 1;
    while (places > 0 && size * (double)power_of_ten(places) >= digits_limit)
        places--;
    int64_t nearest = llround(value * (double)power_of_ten(places));
    return stands_for(out, value, nearest, places);
}

/* Reads digits up to the limit's size; *bytes is left behind the last one. False when there is
 * none or the value grew beyond `limit`. */
static bool read_digits(magnitude *out, const char **bytes, const char *end, magnitude limit) {
    const char *first = *bytes;
    magnitude value = 0;
    for (; *bytes < end && **bytes >= '0' && **bytes <= '9'; (*bytes)++) {
        value = value * 10 + (unsigned)(**bytes - '0');
        if (value > limit) return false;
    }
    *out = value;
    return *bytes > first;
}

bool number_from_text(number *out, const char *bytes, size_t length) {
    if (length == 0) return false;
    const char *end = bytes + length;
    bool negative = *bytes == '-';
    if (negative) bytes++;
    magnitude whole = 0, fraction = 0;
    if (!read_digits(&whole, &bytes, end, MAGNITUDE_LIMIT / MAGNITUDE_ONE)) return false;
    if (bytes < end) {
        if (*bytes++ != '.' || end - bytes > ALL_PLACES) return false;
        int places = (int)(end - bytes);
        if (!read_digits(&fraction, &bytes, end, MAGNITUDE_ONE) || bytes < end) return false;
        fraction *= power_of_ten(ALL_PLACES - places);
    }
    return within_limit(out, whole * MAGNITUDE_ONE + fraction, negative);
}

/* The sum lies within twice the limit, so that adding the limit once more tells, without a
 * branch and within 128 bits, whether it is inside. */
static bool sum_within_limit(number *out, magnitude sum) {
    if (sum + MAGNITUDE_LIMIT > 2 * MAGNITUDE_LIMIT) return false;
    *out = (number)sum;
    return true;
}

bool number_add(number *out, number a, number b) {
    return sum_within_limit(out, (magnitude)a + (magnitude)b);
}

bool number_subtract(number *out, number a, number b) {
    return sum_within_limit(out, (magnitude)a - (magnitude)b);
}

/* What a quotient grows by when its remainder is rounded half to even; divisor < 2^127. */
static magnitude half_even(magnitude quotient, magnitude remainder, magnitude divisor) {
    magnitude twice = 2 * remainder;
    return twice > divisor || (twice == divisor && (quotient & 1));
}

/* One limb of a division by 16 x 10^18, which has its highest bit set, by multiplying with its
 * reciprocal (Moeller and Granlund, "Improved division by invariant integers"); *rest <
 * divisor. */
static uint64_t quotient_limb_of_one(uint64_t *rest, uint64_t next) {
    const uint64_t divisor = (uint64_t)NUMBER_ONE << 4;
    const uint64_t reciprocal = (uint64_t)(~(magnitude)0 / divisor);
    magnitude guess = (magnitude)reciprocal * *rest + (((magnitude)*rest << 64) | next);
    uint64_t quotient = (uint64_t)(guess >> 64) + 1;
    uint64_t left = next - quotient * divisor;
    if (left > (uint64_t)guess) {
        quotient--;
        left += divisor;
    }
    if (left >= divisor) {
        quotient++;
        left -= divisor;
    }
    *rest = left;
    return quotient;
}

bool number_multiply(number *out, number a, number b) {
    wide product = wide_multiply(magnitude_of(a), magnitude_of(b));
    if (product.high >= MAGNITUDE_ONE) return false;
    uint64_t rest = (uint64_t)((product.high << 4) | (product.low >> 124));
    magnitude low = product.low << 4;
    uint64_t high_limb = quotient_limb_of_one(&rest, (uint64_t)(low >> 64));
    uint64_t low_limb = quotient_limb_of_one(&rest, (uint64_t)low);
    magnitude quotient = ((magnitude)high_limb << 64) | low_limb;
    if (quotient > MAGNITUDE_LIMIT) return false;
    quotient += half_even(quotient, rest >> 4, MAGNITUDE_ONE);
    return within_limit(out, quotient, (a < 0) != (b < 0));
}

static bool multiply_divide(number *out, magnitude a, magnitude b, magnitude c, bool negative) {
    wide product = wide_multiply(a, b);
    if (product.high >= c) return false;
    magnitude remainder;
    magnitude quotient = wide_divide(product, c, &remainder);
    if (quotient > MAGNITUDE_LIMIT) return false;
    return within_limit(out, quotient + half_even(quotient, remainder, c), negative);
}

bool number_divide(number *out, number a, number b) {
    return multiply_divide(out, magnitude_of(a), MAGNITUDE_ONE, magnitude_of(b),
                           (a < 0) != (b < 0));
}

bool number_multiply_divide(number *out, number a, number b, number c) {
    bool negative = ((a < 0) != (b < 0)) != (c < 0);
    return multiply_divide(out, magnitude_of(a), magnitude_of(b), magnitude_of(c), negative);
}

number number_on_grid(number value) {
    return with_sign(grid_steps(magnitude_of(value)) * GRID_UNITS, value < 0);
}

int number_compare(number a, number b) {
    /* A whole grid step apart, rounding keeps them apart. */
    magnitude apart = a < b ? (magnitude)b - (magnitude)a : (magnitude)a - (magnitude)b;
    if (apart >= GRID_UNITS) return a < b ? -1 : 1;
    if (apart == 0) return 0;
    number x = number_on_grid(a), y = number_on_grid(b);
    return (x > y) - (x < y);
}

/* What to add so that cutting down to a multiple of `step`, an even number, rounds as `how`
 * says; half to even still has to look at the middle. */
static magnitude before_cutting(magnitude step, number_rounding how) {
    switch (how) {
    case ROUND_HALF_UP:
    case ROUND_HALF_EVEN:
        return step / 2;
    case ROUND_DOWN:
        return 0;
    case ROUND_UP:
        return step - 1;
    }
    return 0;
}

/* value to a multiple of `step`, a power of ten. */
static magnitude round_to_step(magnitude value, magnitude step, number_rounding how) {
    if (step == 1) return value;
    magnitude quotient;
    value += before_cutting(step, how);
    if (value >> 64 == 0 && step >> 64 == 0)
        quotient = (uint64_t)value / (uint64_t)step;
    else
        quotient = value / step;
    magnitude cut = quotient * step;
    bool from_middle_to_odd = how == ROUND_HALF_EVEN && cut == value && (quotient & 1);
    return from_middle_to_odd ? cut - step : cut;
}

number number_round(number value, int places, number_rounding how) {
    if (places >= ALL_PLACES) return value;
    if (places < LEAST_PLACES) places = LEAST_PLACES;
    magnitude size = magnitude_of(value);
    if (places > GRID_PLACES)
        size = round_to_step(size, power_of_ten(ALL_PLACES - places), how);
    else
        size = round_to_step(grid_steps(size), power_of_ten(GRID_PLACES - places), how) *
               GRID_UNITS;
    return with_sign(size, value < 0);
}

bool number_is_whole(number value) {
    return grid_steps(magnitude_of(value)) % GRID_UNITS == 0;
}

bool number_to_integer(int64_t *out, number value) {
    magnitude whole = grid_steps(magnitude_of(value)) / GRID_UNITS;
    number signed_whole = with_sign(whole, value < 0);
    if (signed_whole < INT64_MIN || signed_whole > INT64_MAX) return false;
    *out = (int64_t)signed_whole;
    return true;
}

/* Writes digits so that the last stands before `end`; returns the first. */
static char *print_digits(char *end, uint64_t value, int least_digits) {
    while (least_digits-- > 0 || value != 0) {
        *--end = (char)('0' + value % 10);
        value /= 10;
    }
    return end;
}

static char *print_whole(char *end, magnitude whole) {
    const uint64_t group = 1000000000000000000; /* 18 digits; 10^20 has 21 */
    if (whole < group) return print_digits(end, (uint64_t)whole, 1);
    end = print_digits(end, (uint64_t)(whole % group), 18);
    return print_digits(end, (uint64_t)(whole / group), 1);
}

size_t number_print(char out[NUMBER_TEXT], number value, int least_places) {
    magnitude steps = grid_steps(magnitude_of(value));
    magnitude whole = divide_by_grid(steps);
    uint64_t fraction = (uint64_t)(steps - whole * GRID_UNITS);
    int places = GRID_PLACES;
    while (places > least_places && fraction % 10 == 0) {
        fraction /= 10;
        places--;
    }
    char digits[NUMBER_TEXT];
    char *end = digits + NUMBER_TEXT, *first = end;
    if (places > 0) {
        first = print_digits(end, fraction, places);
        *--first = '.';
    }
    first = print_whole(first, whole);
    if (value < 0 && steps != 0) *--first = '-';
    size_t length = (size_t)(end - first);
    memcpy(out, first, length);
    out[length] = '\0';
    return length;
}

size_t number_print_fixed(char out[NUMBER_TEXT], number value, int places) {
    return number_print(out, number_round(value, places, ROUND_HALF_UP), places);
}
