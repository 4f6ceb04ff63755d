/* amount.c - prints values for machines and for people: see amount.h. */
#include "explain/amount.h"

#include "base/currency.h"

#include <string.h>

text amount_exact(number paid, const plan *p, char room[AMOUNT_TEXT]) {
    return (text){room, number_print_fixed(room, paid, p->currency_places)};
}

static text print_date(const value *v, char room[AMOUNT_TEXT]) {
    date_print(room, (date)v->number);
    return text_of(room);
}

text amount_machine(const value *v, const plan *p, char room[AMOUNT_TEXT]) {
    if (v->state != CELL_VALUE) return text_of("");
    switch (v->type) {
    case TYPE_TEXT:
    case TYPE_LEVEL:
        return v->text;
    case TYPE_DATE:
        return print_date(v, room);
    case TYPE_BOOLEAN:
        return text_of(v->number ? "true" : "false");
    default:
        break;
    }
    int places = v->measure == MEASURE_MONEY ? p->currency_places : 0;
    return (text){room, number_print(room, v->number, places)};
}

bool amount_is_bare(const value *v) {
    if (v->type == TYPE_BOOLEAN) return true;
    if (v->type != TYPE_NUMBER) return false;
    return (v->measure == MEASURE_COUNT || v->measure == MEASURE_DAYS) &&
           number_is_whole(v->number);
}

/* Copies digits with a comma between thousands, the sign in front of the prefix. */
static size_t group_digits(char *out, const char *prefix, const char *digits) {
    char *end = out;
    if (*digits == '-') *end++ = *digits++;
    size_t length = strlen(prefix);
    memcpy(end, prefix, length);
    end += length;
    for (size_t left = strcspn(digits, "."); left; left--) {
        *end++ = *digits++;
        if (left > 1 && left % 3 == 1) *end++ = ',';
    }
    strcpy(end, digits);
    return (size_t)(end - out) + strlen(digits);
}

static bool as_parts_of_hundred(number *n, measure m) {
    return m == MEASURE_PERCENT && number_multiply(n, *n, number_from_integer(100));
}

text amount_of(number n, measure m, const plan *p, int places, char room[AMOUNT_TEXT]) {
    char digits[NUMBER_TEXT];
    bool percent = as_parts_of_hundred(&n, m), money = m == MEASURE_MONEY;
    if (places == AMOUNT_USUAL && money) places = p->currency_places;
    if (places == AMOUNT_USUAL && percent) places = 2;
    if (places == AMOUNT_USUAL)
        number_print(digits, n, 0);
    else
        number_print_fixed(digits, n, places);
    size_t length = group_digits(room, money ? currency_prefix(p->currency) : "", digits);
    const char *unit = percent                       ? "%"
                       : m != MEASURE_DAYS           ? ""
                       : n == number_from_integer(1) ? " day"
                                                     : " days";
    strcpy(room + length, unit);
    return (text){room, length + strlen(unit)};
}

text amount_money(number n, const plan *p, char room[AMOUNT_TEXT]) {
    return amount_of(n, MEASURE_MONEY, p, AMOUNT_USUAL, room);
}

text amount_count(size_t n, char room[AMOUNT_TEXT]) {
    char digits[NUMBER_TEXT];
    number_print(digits, number_from_integer((int64_t)n), 0);
    return (text){room, group_digits(room, "", digits)};
}

text amount_people(const value *v, const plan *p, char room[AMOUNT_TEXT]) {
    if (v->state != CELL_VALUE) return text_of("-");
    if (v->type == TYPE_BOOLEAN) return text_of(v->number ? "yes" : "no");
    if (v->type != TYPE_NUMBER) return amount_machine(v, p, room);
    return amount_of(v->number, v->measure, p, AMOUNT_USUAL, room);
}
