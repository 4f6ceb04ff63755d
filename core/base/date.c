/* date.c - the calendar: see date.h.
 *
 * Days are counted over years that begin in March, so that the leap day comes last. Inside this
 * file a day may lie outside the range; in_range keeps such days from leaving it. */
#include "base/date.h"

#include <string.h>

enum {
    DAYS_IN_ERA = 146097,       /* 400 years, after which the calendar repeats */
    DAYS_BEFORE_EPOCH = 719468, /* from 0000-03-01 to 1970-01-01 */
    LAST_YEAR = 9999,
    MONTHS_IN_YEAR = 12,
    DAYS_IN_WEEK = 7
};

/* A month as one count, 0001-01 being 12: adding months is adding. */
typedef int64_t month_count;

static int64_t floor_divide(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

static bool in_range(date *out, int64_t days) {
    if (days < DATE_FIRST || days > DATE_LAST) return false;
    *out = (date)days;
    return true;
}

static int64_t count_days(int64_t year, int month, int day) {
    if (month <= 2) year--;
    int64_t era = floor_divide(year, 400);
    int64_t year_of_era = year - era * 400;
    int month_from_march = (month + 9) % MONTHS_IN_YEAR;
    int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_IN_ERA + day_of_era - DAYS_BEFORE_EPOCH;
}

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_from_parts(date *out, int year, int month, int day) {
    if (year < 1 || year > LAST_YEAR || month < 1 || month > MONTHS_IN_YEAR) return false;
    if (day < 1 || day > days_in_month(year, month)) return false;
    *out = (date)count_days(year, month, day);
    return true;
}

void date_to_parts(date d, int *year, int *month, int *day) {
    int64_t days = (int64_t)d + DAYS_BEFORE_EPOCH;
    int64_t era = floor_divide(days, DAYS_IN_ERA);
    int64_t day_of_era = days - era * DAYS_IN_ERA;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (int)((5 * day_of_year + 2) / 153);
    *day = (int)(day_of_year - (153 * month_from_march + 2) / 5) + 1;
    *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    *year = (int)(year_of_era + era * 400) + (*month <= 2);
}

/* `count` digits at the head of what is left, which is moved behind them. */
static bool take_digits(int *out, const char **bytes, const char *end, int count) {
    if (end - *bytes < count) return false;
    int value = 0;
    for (int i = 0; i < count; i++) {
        char digit = *(*bytes)++;
        if (digit < '0' || digit > '9') return false;
        value = value * 10 + (digit - '0');
    }
    *out = value;
    return true;
}

static bool take_byte(const char **bytes, const char *end, char wanted) {
    if (*bytes == end || **bytes != wanted) return false;
    (*bytes)++;
    return true;
}

static bool take_date(date *out, const char **bytes, const char *end) {
    int year, month, day;
    return take_digits(&year, bytes, end, 4) && take_byte(bytes, end, '-') &&
           take_digits(&month, bytes, end, 2) && take_byte(bytes, end, '-') &&
           take_digits(&day, bytes, end, 2) && date_from_parts(out, year, month, day);
}

/* SS or SS.fff, any number of digits; the 60th is a leap second. */
static bool take_seconds(int *second, const char **bytes, const char *end) {
    int digit;
    if (!take_digits(second, bytes, end, 2) || *second > 60) return false;
    if (!take_byte(bytes, end, '.') && !take_byte(bytes, end, ',')) return true;
    if (!take_digits(&digit, bytes, end, 1)) return false;
    while (*bytes < end && **bytes >= '0' && **bytes <= '9')
        (*bytes)++;
    return true;
}

/* HH:MM[:SS[.fff]], up to 24:00:00, which some systems write for the day's end. */
static bool take_time(const char **bytes, const char *end) {
    int hour, minute, second = 0;
    if (!take_digits(&hour, bytes, end, 2) || !take_byte(bytes, end, ':') ||
        !take_digits(&minute, bytes, end, 2))
        return false;
    if (take_byte(bytes, end, ':') && !take_seconds(&second, bytes, end)) return false;
    return minute <= 59 && (hour <= 23 || (hour == 24 && minute == 0 && second == 0));
}

static bool take_word(const char **bytes, const char *end, const char *word) {
    size_t length = strlen(word);
    if ((size_t)(end - *bytes) < length || memcmp(*bytes, word, length) != 0) return false;
    *bytes += length;
    return true;
}

/* Z, z, UTC, GMT, +HH, +HHMM or +HH:MM. */
static bool take_zone(const char **bytes, const char *end) {
    int hour, minute;
    if (take_byte(bytes, end, 'Z') || take_byte(bytes, end, 'z')) return true;
    if (take_word(bytes, end, "UTC") || take_word(bytes, end, "GMT")) return true;
    if (!take_byte(bytes, end, '+') && !take_byte(bytes, end, '-')) return false;
    if (!take_digits(&hour, bytes, end, 2) || hour > 23) return false;
    bool more = take_byte(bytes, end, ':') || *bytes < end;
    return !more || (take_digits(&minute, bytes, end, 2) && minute <= 59);
}

/* Whether all that is left is a time of day. */
static bool is_time(const char *bytes, const char *end) {
    if (!take_time(&bytes, end)) return false;
    if (bytes == end) return true;
    take_byte(&bytes, end, ' ');
    return take_zone(&bytes, end) && bytes == end;
}

bool date_from_text(date *out, const char *bytes, size_t length) {
    const char *end = bytes + length;
    date found;
    if (!take_date(&found, &bytes, end) || bytes != end) return false;
    *out = found;
    return true;
}

bool date_is_shaped(const char *bytes, size_t length) {
    static const char shape[] = "dddd-dd-dd";
    if (length != sizeof shape - 1) return false;
    for (size_t i = 0; i < length; i++) {
        bool digit = bytes[i] >= '0' && bytes[i] <= '9';
        if (shape[i] == 'd' ? !digit : bytes[i] != '-') return false;
    }
    return true;
}

bool date_from_cell(date *out, const char *bytes, size_t length) {
    const char *end = bytes + length;
    date found;
    if (!take_date(&found, &bytes, end)) return false;
    if (bytes != end) {
        if (!take_byte(&bytes, end, 'T') && !take_byte(&bytes, end, 't') &&
            !take_byte(&bytes, end, ' '))
            return false;
        if (!is_time(bytes, end)) return false;
    }
    *out = found;
    return true;
}

static void print_digits(char *out, int value, int count) {
    while (count-- > 0) {
        out[count] = (char)('0' + value % 10);
        value /= 10;
    }
}

void date_print(char out[DATE_TEXT], date d) {
    int year, month, day;
    date_to_parts(d, &year, &month, &day);
    print_digits(out, year, 4);
    out[4] = '-';
    print_digits(out + 5, month, 2);
    out[7] = '-';
    print_digits(out + 8, day, 2);
    out[10] = '\0';
}

/* How many months a unit has, or 0 when it is counted in days. */
static int months_in(date_unit unit) {
    switch (unit) {
    case UNIT_DAY:
    case UNIT_WEEK:
        return 0;
    case UNIT_MONTH:
        return 1;
    case UNIT_QUARTER:
        return 3;
    case UNIT_HALF:
        return 6;
    case UNIT_YEAR:
        return MONTHS_IN_YEAR;
    }
    return 0;
}

static bool add_months(date *out, date d, int64_t months) {
    int year, month, day;
    date_to_parts(d, &year, &month, &day);
    month_count target = (month_count)year * MONTHS_IN_YEAR + month - 1 + months;
    int64_t target_year = floor_divide(target, MONTHS_IN_YEAR);
    if (target_year < 1 || target_year > LAST_YEAR) return false;
    month = (int)(target - target_year * MONTHS_IN_YEAR) + 1;
    int last = days_in_month((int)target_year, month);
    return date_from_parts(out, (int)target_year, month, day < last ? day : last);
}

bool date_add(date *out, date d, int64_t n, date_unit unit) {
    const int64_t span = (int64_t)DATE_LAST - DATE_FIRST; /* no unit is shorter than a day */
    if (n < -span || n > span) return false;
    int months = months_in(unit);
    if (months > 0) return add_months(out, d, n * months);
    return in_range(out, d + n * (unit == UNIT_WEEK ? DAYS_IN_WEEK : 1));
}

int64_t date_months_between(date from, date to) {
    int from_year, from_month, from_day, to_year, to_month, to_day;
    date_to_parts(from, &from_year, &from_month, &from_day);
    date_to_parts(to, &to_year, &to_month, &to_day);
    int64_t months = (int64_t)(to_year - from_year) * MONTHS_IN_YEAR + (to_month - from_month);
    int last = days_in_month(to_year, to_month);
    int landing_day = from_day < last ? from_day : last;
    return landing_day > to_day ? months - 1 : months;
}

/* The fiscal months that hold d: the first of its period and the one after its last. A fiscal
 * month bears the name of the calendar month in which it begins. */
static void fiscal_months(date d, int months, year_start starts, month_count *first,
                          month_count *next) {
    int year, month, day;
    date_to_parts(d, &year, &month, &day);
    month_count held = (month_count)year * MONTHS_IN_YEAR + month - 1 - (day < starts.day);
    month_count since_start = held - (starts.month - 1);
    *first = floor_divide(since_start, months) * months + (starts.month - 1);
    *next = *first + months;
}

static int64_t fiscal_month_begin(month_count month, year_start starts) {
    int64_t year = floor_divide(month, MONTHS_IN_YEAR);
    return count_days(year, (int)(month - year * MONTHS_IN_YEAR) + 1, starts.day);
}

/* First day of the period and of the one after it; either may be out of range. */
static void period_bounds(date d, date_unit period, year_start starts, int64_t *first,
                          int64_t *next) {
    int months = months_in(period);
    if (months > 0) {
        month_count first_month, next_month;
        fiscal_months(d, months, starts, &first_month, &next_month);
        *first = fiscal_month_begin(first_month, starts);
        *next = fiscal_month_begin(next_month, starts);
    } else if (period == UNIT_WEEK) {
        *first = d - ((int64_t)d - DATE_FIRST) % DAYS_IN_WEEK; /* 0001-01-01 was a Monday */
        *next = *first + DAYS_IN_WEEK;
    } else {
        *first = d;
        *next = (int64_t)d + 1;
    }
}

bool date_period_start(date *out, date d, date_unit period, year_start starts) {
    int64_t first, next;
    period_bounds(d, period, starts, &first, &next);
    return in_range(out, first);
}

bool date_period_end(date *out, date d, date_unit period, year_start starts) {
    int64_t first, next;
    period_bounds(d, period, starts, &first, &next);
    return in_range(out, next - 1);
}

static const char *const unit_words[][2] = {
    [UNIT_DAY] = {"day", "days"},       [UNIT_WEEK] = {"week", "weeks"},
    [UNIT_MONTH] = {"month", "months"}, [UNIT_QUARTER] = {"quarter", "quarters"},
    [UNIT_HALF] = {"half", "halves"},   [UNIT_YEAR] = {"year", "years"},
};

bool date_unit_from_word(date_unit *out, const char *word) {
    for (int unit = UNIT_DAY; unit <= UNIT_YEAR; unit++) {
        if (strcmp(word, unit_words[unit][0]) == 0 || strcmp(word, unit_words[unit][1]) == 0) {
            *out = (date_unit)unit;
            return true;
        }
    }
    return false;
}

const char *date_unit_word(date_unit unit, bool plural) {
    return unit_words[unit][plural];
}
