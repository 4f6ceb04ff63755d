/* value.c - values as people read them in an explanation.
 *
 * Money to the minor unit, percents to two decimals, and more where that is needed to tell an
 * actual from what was needed. Texts from data stay as they are: printers make them safe. */
#include "explain/explain.h"

#include "explain/amount.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_PLACES = 9, PERCENT_PLACES = 2 };

static int more_places(const plan *p, const value *v, int places) {
    if (places == 0) return AMOUNT_USUAL;
    if (v->measure == MEASURE_MONEY) places += p->currency_places;
    if (v->measure == MEASURE_PERCENT) places += PERCENT_PLACES;
    return places < MOST_PLACES ? places : MOST_PLACES;
}

void explain_say(text_buffer *out, const plan *p, const value *v, int places) {
    char room[AMOUNT_TEXT];
    text shown = text_of(v->state == CELL_WRONG ? "error" : "no value");
    if (v->state == CELL_NONE && v->type == TYPE_LEVEL) shown = text_of("none");
    if (v->state == CELL_VALUE && v->type != TYPE_NUMBER) shown = amount_people(v, p, room);
    if (v->state == CELL_VALUE && v->type == TYPE_NUMBER)
        shown = amount_of(v->number, v->measure, p, more_places(p, v, places), room);
    text_append(out, shown.bytes, shown.length);
}

const char *explain_take(const explaining *x, text_buffer *out) {
    const char *kept = "";
    if (out->failed)
        x->memory->failed = true;
    else
        kept = arena_copy(x->memory, out->bytes ? out->bytes : "", out->length);
    text_free(out);
    return kept ? kept : "";
}

const char *explain_shown(const explaining *x, value v) {
    text_buffer out = {0};
    explain_say(&out, x->of->plan, &v, 0);
    return explain_take(x, &out);
}

const char *explain_print(const explaining *x, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *made = length < 0 ? NULL : arena_allocate(x->memory, (size_t)length + 1);
    if (made) vsnprintf(made, (size_t)length + 1, format, again);
    va_end(again);
    return made ? made : "";
}

value explain_money(number amount) {
    return (value){
        .state = CELL_VALUE, .type = TYPE_NUMBER, .measure = MEASURE_MONEY, .number = amount};
}

value explain_text_value(text t) {
    return (value){.state = CELL_VALUE, .type = TYPE_TEXT, .text = t};
}

value explain_date(date d) {
    return (value){.state = CELL_VALUE, .type = TYPE_DATE, .number = d};
}

void explain_same_measure(value *a, value *b) {
    if (a->type != TYPE_NUMBER || b->type != TYPE_NUMBER) return;
    if (a->measure == MEASURE_NUMBER) a->measure = b->measure;
    if (b->measure == MEASURE_NUMBER) b->measure = a->measure;
}

static bool look_alike(const plan *p, const value *a, const value *b, int places) {
    text_buffer one = {0}, other = {0};
    explain_say(&one, p, a, places);
    explain_say(&other, p, b, places);
    bool alike = one.bytes && other.bytes && strcmp(one.bytes, other.bytes) == 0;
    text_free(&one);
    text_free(&other);
    return alike;
}

int explain_places_apart(const plan *p, const value *a, const value *b) {
    if (a->state != CELL_VALUE || b->state != CELL_VALUE || a->type != TYPE_NUMBER) return 0;
    if (number_compare(a->number, b->number) == 0) return 0;
    int places = 0;
    while (places < MOST_PLACES && look_alike(p, a, b, places))
        places++;
    return places;
}

int explain_places_of(const plan *p, const value *v) {
    int usual = v->measure == MEASURE_MONEY ? p->currency_places : PERCENT_PLACES, places = 0;
    number all = number_on_grid(v->number);
    while (usual + places < MOST_PLACES &&
           number_round(all, usual + places, ROUND_HALF_UP) != all)
        places++;
    return places;
}
