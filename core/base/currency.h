/* currency.h - ISO 4217: which codes there are and how many minor units each has. */
#ifndef RUNG_BASE_CURRENCY_H
#define RUNG_BASE_CURRENCY_H

#include <stdbool.h>
#include <stddef.h>

/* Minor-unit places of an upper-case code (USD 2, JPY 0, KWD 3, CLF 4); -1 when ISO 4217 has no
 * such active currency. Codes without minor units (XAU, XDR) are not currencies a program can
 * pay in: -1. */
int currency_places(const char *code);
/* The n-th code in alphabetical order, or NULL past the end. */
const char *currency_code(size_t n);
/* The code that a word of rules stands for: usd is USD; NULL when it is none. */
const char *currency_of_word(const char *word);
/* What people write before an amount ("$", "EUR "): for tables. */
const char *currency_prefix(const char *code);

#endif
