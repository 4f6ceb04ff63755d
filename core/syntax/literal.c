/* literal.c - numbers as Lua text writes them: 150000, .5, 1e6, 0xFF. */
#include "syntax/literal.h"

#include <string.h>

enum { LONGEST_LITERAL = 60, LARGEST_EXPONENT = 40 };

static literal_number read_hexadecimal(text digits) {
    literal_number out = {.known = digits.length > 0};
    uint64_t value = 0;
    for (size_t i = 0; i < digits.length; i++) {
        char c = digits.bytes[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) return (literal_number){0}; /* a binary fraction */
        out.wraps |= value >> 60 != 0;
        value = value << 4 | (unsigned)digit;
    }
    out.wraps |= value > INT64_MAX;
    out.known &= !out.wraps;
    out.exact = out.known ? number_from_integer((int64_t)value) : 0;
    return out;
}

/* 12.5, and .5 and 5. as Lua takes them. */
static bool read_decimal(number *out, text written) {
    char digits[LONGEST_LITERAL + 2] = "0";
    size_t length = written.length;
    if (!length || length > LONGEST_LITERAL) return false;
    if (written.bytes[length - 1] == '.') length--;
    memcpy(digits + 1, written.bytes, length);
    const char *first = *written.bytes == '.' ? digits : digits + 1;
    return number_from_text(out, first, (size_t)(digits + 1 + length - first));
}

/* -?digits */
static bool read_exponent(int *out, text written) {
    bool negative = written.length && *written.bytes == '-';
    size_t i = negative || (written.length && *written.bytes == '+');
    *out = 0;
    if (i == written.length) return false;
    for (; i < written.length; i++) {
        char c = written.bytes[i];
        if (c < '0' || c > '9' || *out > LARGEST_EXPONENT) return false;
        *out = *out * 10 + (c - '0');
    }
    if (negative) *out = -*out;
    return true;
}

literal_number literal_read(text written) {
    literal_number out = {0};
    if (written.length > 2 && *written.bytes == '0' && (written.bytes[1] | 0x20) == 'x')
        return read_hexadecimal((text){written.bytes + 2, written.length - 2});
    size_t mantissa = 0;
    int exponent = 0;
    while (mantissa < written.length && (written.bytes[mantissa] | 0x20) != 'e')
        mantissa++;
    out.known = read_decimal(&out.exact, (text){written.bytes, mantissa});
    if (mantissa < written.length)
        out.known &= read_exponent(
            &exponent, (text){written.bytes + mantissa + 1, written.length - mantissa - 1});
    for (; out.known && exponent > 0; exponent--)
        out.known = number_multiply(&out.exact, out.exact, 10 * NUMBER_ONE);
    for (; out.known && exponent < 0; exponent++) {
        out.known = out.exact % 10 == 0;
        out.exact /= 10;
    }
    return out;
}
