/* month_memo.h - the months in which a column's days lay last.
 *
 * Days of a table are many, their months few: a date is its month's first day, known from
 * before, and two digits. Inline, for it stands in the loop over all cells. */
#ifndef RUNG_DATA_MONTH_MEMO_H
#define RUNG_DATA_MONTH_MEMO_H

#include "base/date.h"
#include "data/text_key.h"

enum { MONTH_ENTRIES = 128, PLAIN_DATE = 10 };

typedef struct known_month {
    uint64_t head; /* "YYYY-MM-" as text_key_word has it; 0: none yet */
    date first;
    uint32_t days;
} known_month;

typedef struct month_memo {
    known_month months[MONTH_ENTRIES];
} month_memo;

static inline known_month *month_memo_entry(month_memo *memo, uint64_t head) {
    return &memo->months[head * 0x9E3779B97F4A7C15u >> 57];
}

/* Whether the text, of PLAIN_DATE bytes, is a day of a month that is known. */
static inline bool month_memo_finds(month_memo *memo, const char *bytes, date *out) {
    uint64_t head = text_key_word(bytes, 8);
    const known_month *month = month_memo_entry(memo, head);
    uint32_t tens = (uint32_t)(unsigned char)bytes[8] - '0';
    uint32_t ones = (uint32_t)(unsigned char)bytes[9] - '0';
    uint32_t before = tens * 10 + ones - 1; /* the 00th becomes too great */
    if (month->head != head || tens > 9 || ones > 9 || before >= month->days) return false;
    *out = month->first + (date)before;
    return true;
}

/* A text of PLAIN_DATE bytes turned out to be this day. */
void month_memo_learn(month_memo *memo, const char *bytes, date day);

#endif
