/* month_memo.c - the months in which a column's days lay last. */
#include "data/month_memo.h"

void month_memo_learn(month_memo *memo, const char *bytes, date day) {
    int year, month, day_of_month, days = 31;
    date last;
    date_to_parts(day, &year, &month, &day_of_month);
    while (!date_from_parts(&last, year, month, days))
        days--;
    uint64_t head = text_key_word(bytes, 8);
    *month_memo_entry(memo, head) =
        (known_month){head, day - (date)(day_of_month - 1), (uint32_t)days};
}
