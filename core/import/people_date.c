/* people_date.c - dates as people write them: see people_date.h. */
#include "import/people_date.h"

#include "data/people_amount.h"

#include <string.h>

enum { CENTURY_TURNS = 70, MONTHS = 12 };

typedef struct date_parts {
    int year, month, day;
} date_parts;

static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool is_part(char c) {
    c = upper(c);
    return c == 'Y' || c == 'M' || c == 'D';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* How often the letter at the head is repeated. */
static size_t run_of(const char *pattern) {
    size_t length = 1;
    while (upper(pattern[length]) == upper(pattern[0]))
        length++;
    return length;
}

bool date_pattern_is_valid(const char *pattern) {
    int years = 0, months = 0, days = 0;
    for (const char *p = pattern; *p;) {
        size_t run = run_of(p);
        char c = upper(*p);
        bool letter = (c >= 'A' && c <= 'Z') || is_digit(c);
        if (!is_part(c) && letter) return false;
        if (c == 'Y' && run != 2 && run != 4) return false;
        if (c == 'M' && run > 3) return false;
        if (c == 'D' && run > 2) return false;
        years += c == 'Y';
        months += c == 'M';
        days += c == 'D';
        p += is_part(c) ? run : 1;
    }
    return years == 1 && months == 1 && days == 1;
}

/* --- as strftime writes them ---------------------------------------------------------------
 */

static const char *part_of(char c) {
    static const char *const parts[][2] = {
        {"d", "DD"},  {"e", "D"},  {"m", "MM"},   {"b", "MMM"},      {"h", "MMM"},
        {"B", "MMM"}, {"y", "YY"}, {"Y", "YYYY"}, {"D", "MM/DD/YY"}, {"F", "YYYY-MM-DD"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i][0][0] == c) return parts[i][1];
    return NULL;
}

/* "%-d" is a day without a zero before it. */
static const char *short_part_of(char c) {
    return c == 'd' || c == 'e' ? "D" : c == 'm' ? "M" : NULL;
}

/* Where the time of day begins, with the blank, comma or T before it. */
static size_t length_without_time(const char *format) {
    size_t length = strlen(format);
    const char *time = strstr(format, "%H");
    const char *others[] = {strstr(format, "%I"), strstr(format, "%T"), strstr(format, "%R")};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] && (!time || others[i] < time)) time = others[i];
    if (time) length = (size_t)(time - format);
    while (time && length && strchr(" ,T", format[length - 1]))
        length--;
    return length;
}

const char *date_pattern_of(arena *memory, const char *written) {
    if (!strchr(written, '%')) return date_pattern_is_valid(written) ? written : NULL;
    text_buffer made = {0};
    size_t length = length_without_time(written);
    bool known = true;
    for (size_t i = 0; i < length && known; i++) {
        bool part = written[i] == '%' && i + 1 < length;
        bool is_short = part && written[i + 1] == '-' && i + 2 < length;
        char c = part ? written[i + (is_short ? 2 : 1)] : written[i];
        const char *stands_for = is_short ? short_part_of(c) : part ? part_of(c) : NULL;
        known = part ? stands_for != NULL : !is_part(c) && c != '%';
        if (known && part) text_append_string(&made, stands_for);
        if (known && !part) text_append_byte(&made, c);
        i += part + is_short;
    }
    const char *pattern = known && made.length && !made.failed
                              ? arena_copy(memory, made.bytes, made.length)
                              : NULL;
    text_free(&made);
    return pattern && date_pattern_is_valid(pattern) ? pattern : NULL;
}

/* --- dates ---------------------------------------------------------------------------------
 */

/* least..most digits from the head of what is left. */
static bool take_digits(int *out, text *left, size_t least, size_t most) {
    size_t count = 0;
    int value = 0;
    while (count < most && count < left->length && is_digit(left->bytes[count]))
        value = value * 10 + (left->bytes[count++] - '0');
    *left = (text){left->bytes + count, left->length - count};
    *out = value;
    return count >= least;
}

/* The whole name, or its first three letters. */
static bool take_month_name(int *out, text *left) {
    static const char *const names[MONTHS] = {"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                              "MAY",       "JUNE",     "JULY",     "AUGUST",
                                              "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
    for (int m = 0; m < MONTHS; m++) {
        size_t same = 0;
        while (same < left->length && names[m][same] &&
               upper(left->bytes[same]) == names[m][same])
            same++;
        if (same != 3 && (same < 3 || names[m][same])) continue;
        *left = (text){left->bytes + same, left->length - same};
        *out = m + 1;
        return true;
    }
    return false;
}

static bool take_part(date_parts *out, text *left, const char *pattern, size_t run,
                      bool stands_alone) {
    char c = upper(*pattern);
    size_t least = stands_alone ? 1 : 2;
    if (c == 'D') return take_digits(&out->day, left, least, 2);
    if (c == 'M')
        return run == 3 ? take_month_name(&out->month, left)
                        : take_digits(&out->month, left, least, 2);
    if (!take_digits(&out->year, left, run, run)) return false;
    if (run == 2) out->year += out->year < CENTURY_TURNS ? 2000 : 1900;
    return true;
}

/* What the pattern covers; the rest stays in *left. */
static bool take_pattern(date_parts *out, text *left, const char *pattern) {
    for (const char *p = pattern; *p;) {
        size_t run = is_part(*p) ? run_of(p) : 1;
        bool alone = (p == pattern || !is_part(p[-1])) && !is_part(p[run]);
        if (is_part(*p)) {
            if (!take_part(out, left, p, run, alone)) return false;
        } else {
            if (!left->length || left->bytes[0] != *p) return false;
            *left = (text){left->bytes + 1, left->length - 1};
        }
        p += run;
    }
    return true;
}

/* " 14:30", ", 2:30:15 PM", "T14:30:00.000Z" */
static bool is_time(text left) {
    int hour, minute, second = 0;
    if (left.bytes[0] != 'T' && left.bytes[0] != ' ' && left.bytes[0] != ',') return false;
    left = people_trim((text){left.bytes + 1, left.length - 1});
    if (!take_digits(&hour, &left, 1, 2) || !left.length || left.bytes[0] != ':') return false;
    left = (text){left.bytes + 1, left.length - 1};
    if (!take_digits(&minute, &left, 2, 2) || hour > 23 || minute > 59) return false;
    if (left.length && left.bytes[0] == ':') {
        left = (text){left.bytes + 1, left.length - 1};
        if (!take_digits(&second, &left, 2, 2) || second > 60) return false;
    }
    left = people_trim(left);
    if (!left.length) return true;
    bool half = left.length == 2 &&
                (upper(left.bytes[0]) == 'A' || upper(left.bytes[0]) == 'P') &&
                upper(left.bytes[1]) == 'M';
    return half && hour >= 1 && hour <= 12;
}

bool date_from_people(date *out, text written, const char *pattern) {
    text left = people_trim(written);
    date_parts parts = {0};
    date found;
    if (date_from_cell(out, left.bytes, left.length)) return true;
    if (!pattern || !take_pattern(&parts, &left, pattern)) return false;
    if (left.length && !is_time(left)) return false;
    if (!date_from_parts(&found, parts.year, parts.month, parts.day)) return false;
    *out = found;
    return true;
}
