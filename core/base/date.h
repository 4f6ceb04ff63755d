/* date.h - days of the proleptic Gregorian calendar; no time, no zone, no clock.
 *
 * A date is a count of days since 1970-01-01, from 0001-01-01 to 9999-12-31. Functions that
 * can leave that range return false. Fiscal periods begin at `year_start` (month and day 01
 * to 28): fiscal months begin on that day of the month, quarters and halves every 3 and 6. */
#ifndef RUNG_BASE_DATE_H
#define RUNG_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t date;

#define DATE_FIRST ((date)-719162) /* 0001-01-01 */
#define DATE_LAST ((date)2932896)  /* 9999-12-31 */

typedef enum date_unit {
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_HALF,
    UNIT_YEAR
} date_unit;

typedef struct year_start {
    int month; /* 1..12 */
    int day;   /* 1..28 */
} year_start;

bool date_from_parts(date *out, int year, int month, int day);
void date_to_parts(date d, int *year, int *month, int *day);
/* Exactly YYYY-MM-DD, a day that exists. */
bool date_from_text(date *out, const char *bytes, size_t length);
/* YYYY-MM-DD in digits, whether there is such a day or not. */
bool date_is_shaped(const char *bytes, size_t length);
/* A cell: YYYY-MM-DD, optionally followed by 'T', 't' or ' ' and a time as systems write it:
 * HH:MM[:SS[.fff]], then perhaps Z, z, UTC, GMT, +HH, +HHMM or +HH:MM. The time is dropped. */
bool date_from_cell(date *out, const char *bytes, size_t length);
enum { DATE_TEXT = 11 };
void date_print(char out[DATE_TEXT], date d);

/* n may be negative. Months, quarters, halves and years keep the day of the month or take the
 * last one of the month. */
bool date_add(date *out, date d, int64_t n, date_unit unit);
/* The largest n for which from + n months is not after to (negative when to lies before). */
int64_t date_months_between(date from, date to);

/* First and last day of the fiscal period that holds d. UNIT_DAY: d itself; UNIT_WEEK: Monday
 * to Sunday. */
bool date_period_start(date *out, date d, date_unit period, year_start starts);
bool date_period_end(date *out, date d, date_unit period, year_start starts);

/* "day" or "days" and so on; false when it is no unit. */
bool date_unit_from_word(date_unit *out, const char *word);
const char *date_unit_word(date_unit unit, bool plural);

#endif
