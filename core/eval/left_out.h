/* left_out.h - amounts that count nowhere because their rows do not name a currency. */
#ifndef RUNG_EVAL_LEFT_OUT_H
#define RUNG_EVAL_LEFT_OUT_H

#include "eval/result.h"

/* How many amounts of the source's rows by as_of, of all partners, are there without a
 * currency. 0 where the source has no column of currencies, or it was not read. */
size_t amounts_without_currency(const result *r, size_t source);

#endif
