/* value_json.c - values and amounts of results as JSON: see value_json.h. */
#include "report/value_json.h"

#include "explain/amount.h"

void json_value(json *j, const char *key, const value *v, const plan *p) {
    char room[AMOUNT_TEXT];
    text shown = amount_machine(v, p, room);
    if (v->state != CELL_VALUE)
        json_null(j, key);
    else if (amount_is_bare(v))
        json_bare(j, key, shown);
    else if (v->type == TYPE_NUMBER)
        json_digits(j, key, shown.bytes, shown.length);
    else
        json_text(j, key, shown);
}

void json_paid(json *j, const char *key, number paid, const plan *p) {
    char room[AMOUNT_TEXT];
    text digits = amount_exact(paid, p, room);
    json_digits(j, key, digits.bytes, digits.length);
}
