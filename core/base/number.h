/* number.h - exact decimals: a signed 128-bit integer scaled by 10^18.
 *
 * Sums and differences are exact. Products and quotients are rounded half to even in
 * the 18th place, once. Comparing, rounding and printing look at 9 places (both sides
 * are first rounded to 9, half away from zero). A value beyond +-10^20 is an overflow:
 * functions that can overflow return false and leave *out alone. No binary floating
 * point touches an amount. */
#ifndef RUNG_BASE_NUMBER_H
#define RUNG_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

__extension__ typedef __int128 number;

#define NUMBER_ONE ((number)1000000000000000000) /* 1 */
#define NUMBER_GRID ((number)1000000000)         /* 0.000000001, what comparisons see */
#define NUMBER_LIMIT                                                                           \
    ((number)1000000000000000000 * (number)1000000000000000000 * 100) /* 10^20 */

typedef enum number_rounding {
    ROUND_HALF_UP, /* half away from zero: the default for money */
    ROUND_HALF_EVEN,
    ROUND_DOWN, /* towards zero */
    ROUND_UP    /* away from zero */
} number_rounding;

number number_from_integer(int64_t whole); /* never overflows the type: |whole| < 10^19 */
/* value / 10^places, exactly; false beyond +-10^20. places 0..18. */
bool number_from_scaled(number *out, int64_t value, int places);
/* A double that stands for a decimal of at most 9 places (the literal 0.05 does; 0.1 + 0.2
 * and 1/3 do not), exactly; from 2^53 on one of at most 15 digits and zeros (1e16); false for
 * all others, infinities and NaN included. */
bool number_from_double(number *out, double value);
/* The whole number that the double is, to its last digit; false for all others and beyond
 * +-10^20. */
bool number_from_whole_double(number *out, double value);
/* -?digits(.digits up to 18), nothing else: no spaces, exponents, plus signs or separators. */
bool number_from_text(number *out, const char *bytes, size_t length);

bool number_add(number *out, number a, number b);
bool number_subtract(number *out, number a, number b);
bool number_multiply(number *out, number a, number b);
/* b must not be zero. */
bool number_divide(number *out, number a, number b);
/* a x b / c rounded once; c must not be zero. */
bool number_multiply_divide(number *out, number a, number b, number c);

/* At 9 places: <0, 0, >0. */
int number_compare(number a, number b);
/* Rounded to 9 places, half away from zero: equal keys are equal numbers. */
number number_on_grid(number value);
/* Rounded to `places` decimals (negative: tens, hundreds; -20..18). Looks at 9 places first
 * (when places <= 9), so 2.4999999999 rounds to 2 places as 2.50. */
number number_round(number value, int places, number_rounding how);
/* Whether the value at 9 places is whole. */
bool number_is_whole(number value);
/* The whole part at 9 places, rounded towards zero; false when it does not fit. */
bool number_to_integer(int64_t *out, number value);

enum { NUMBER_TEXT = 48 }; /* room for any printed number, its sign and NUL */

/* Rounded to 9 places half up, without trailing zeros, but at least `least_places` (0..9)
 * decimals. Never "-0". Returns the length. */
size_t number_print(char out[NUMBER_TEXT], number value, int least_places);
/* With exactly `places` (0..9) decimals; the value is expected on that grid, else rounded half
 * up. */
size_t number_print_fixed(char out[NUMBER_TEXT], number value, int places);

#endif
