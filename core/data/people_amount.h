/* people_amount.h - amounts, dates and answers as people and their systems write them.
 *
 * What could be read in two ways is refused with the way to say it, never guessed. The result
 * is what the reader of the data takes: decimals with a point, ISO dates, 0 and 1. */
#ifndef RUNG_DATA_PEOPLE_AMOUNT_H
#define RUNG_DATA_PEOPLE_AMOUNT_H

#include "base/number.h"
#include "base/text.h"

typedef enum decimal_mark { DECIMAL_UNSAID, DECIMAL_POINT, DECIMAL_COMMA } decimal_mark;

typedef enum amount_fault {
    AMOUNT_FINE,
    AMOUNT_MALFORMED,
    AMOUNT_AMBIGUOUS,     /* 1.234 where nobody said what the point is */
    AMOUNT_OTHER_DECIMAL, /* it would be fine with the other decimal mark */
    AMOUNT_CURRENCY,      /* a currency sign or code where none may stand, or another one */
    AMOUNT_TOO_LARGE      /* or has more than 18 decimals */
} amount_fault;

enum { AMOUNT_DIGITS = 64 };

typedef struct amount {
    number value;
    char digits[AMOUNT_DIGITS]; /* the same as a decimal: "-1234.50", with its zeros */
    size_t length;
    bool is_whole;     /* written without decimals */
    char currency[4];  /* the code or sign that stood there, as a code; "" for none or `$` */
    bool has_currency; /* a code or sign stood there .. */
    bool is_dollar;    /* .. and it was `$` alone, which several countries write */
} amount;

/* 1,234.50  1.234,50  1'234.50  $1,234.50  1.234,50 EUR  (12.00)  12.00-  -$5 */
amount_fault amount_from_people(amount *out, text written, decimal_mark mark);

/* Blanks and no-break spaces around it taken away. */
text people_trim(text written);
/* yes no true false y n x 1 0, in any case. */
bool answer_from_people(bool *out, text written);

#endif
