/* wide.h - 256-bit products and their division by 128 bits.
 *
 * What number, split and allot need so that a product is exact until it is rounded; nobody else
 * includes it. Unsigned, portable C: no builtin that some machine's runtime lacks. */
#ifndef RUNG_BASE_WIDE_H
#define RUNG_BASE_WIDE_H

#include <stdint.h>

__extension__ typedef unsigned __int128 magnitude;

typedef struct wide {
    magnitude high;
    magnitude low;
} wide;

static inline wide wide_multiply(magnitude a, magnitude b) {
    uint64_t a0 = (uint64_t)a, a1 = (uint64_t)(a >> 64);
    uint64_t b0 = (uint64_t)b, b1 = (uint64_t)(b >> 64);
    magnitude low = (magnitude)a0 * b0;
    magnitude left = (magnitude)a1 * b0;
    magnitude right = (magnitude)a0 * b1;
    magnitude middle = (low >> 64) + (uint64_t)left + (uint64_t)right;
    magnitude high = (magnitude)a1 * b1 + (left >> 64) + (right >> 64) + (middle >> 64);
    return (wide){high, (middle << 64) | (uint64_t)low};
}

/* How many zero bits stand above the first one; value must not be 0. */
static inline int wide_leading_zeros(magnitude value) {
    uint64_t high = (uint64_t)(value >> 64);
    if (high != 0) return __builtin_clzll(high);
    return 64 + __builtin_clzll((uint64_t)value);
}

/* One limb of a long division: (*rest x 2^64 + next) / divisor, for *rest < divisor and a
 * divisor whose highest bit is set. *rest becomes the remainder. */
static inline uint64_t wide_quotient_limb(magnitude *rest, uint64_t next, magnitude divisor) {
    uint64_t top = (uint64_t)(divisor >> 64), bottom = (uint64_t)divisor;
    uint64_t head = (uint64_t)(*rest >> 64);
    uint64_t guess = UINT64_MAX;
    magnitude left = (magnitude)(uint64_t)*rest + top; /* *rest - guess x top */
    if (head < top) {
        guess = (uint64_t)(*rest / top);
        left = *rest - (magnitude)guess * top;
    }
    /* The guess saw only the upper limb of the divisor: it is at most 2 too large. */
    while (left >> 64 == 0 && (magnitude)guess * bottom > ((left << 64) | next)) {
        guess--;
        left += top;
    }
    *rest =
        ((*rest << 64) | next) - (magnitude)guess * bottom - (((magnitude)guess * top) << 64);
    return guess;
}

/* The quotient, cut down; value.high must be below divisor, so that it fits. */
static inline magnitude wide_divide(wide value, magnitude divisor, magnitude *remainder) {
    int shift = wide_leading_zeros(divisor);
    magnitude rest = value.high, low = value.low << shift;
    if (shift != 0) rest = (value.high << shift) | (value.low >> (128 - shift));
    magnitude scaled = divisor << shift;
    uint64_t high_limb = wide_quotient_limb(&rest, (uint64_t)(low >> 64), scaled);
    uint64_t low_limb = wide_quotient_limb(&rest, (uint64_t)low, scaled);
    *remainder = rest >> shift;
    return ((magnitude)high_limb << 64) | low_limb;
}

#endif
