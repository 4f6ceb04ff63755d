/* phrase.c - walks terms and prints them: precedence, references, tables. */
#include "lang/sayings.h"

#include "base/date.h"
#include "syntax/words.h"

#include <string.h>

void phrase_put(const phrase *p, const char *words) {
    text_append_string(p->out, words);
}

const term *phrase_argument(const term *call, size_t n) {
    n += call->method ? 1 : 0;
    return n < call->count ? call->entries[n].value : NULL;
}

void phrase_grouped(text_buffer *out, number value, int least_places) {
    char digits[NUMBER_TEXT];
    number_print(digits, value, 0);
    if (strchr(digits, '.')) number_print(digits, value, least_places);
    const char *p = digits;
    if (*p == '-') text_append_byte(out, *p++);
    for (size_t left = strcspn(p, "."); left; left--) {
        text_append_byte(out, *p++);
        if (left > 1 && left % 3 == 1) text_append_byte(out, ',');
    }
    text_append_string(out, p);
}

void phrase_number(const phrase *p, number value) {
    char digits[NUMBER_TEXT];
    text_append(p->out, digits, number_print(digits, value, 0));
}

static void say_text(const phrase *p, const char *words) {
    date day;
    bool plain = date_from_text(&day, words, strlen(words));
    if (!plain) text_append_byte(p->out, '"');
    phrase_put(p, words);
    if (!plain) text_append_byte(p->out, '"');
}

static void say_reference(const phrase *p, const term *t) {
    if (!noun_find(t->name)) {
        phrase_put(p, t->name);
        phrase_put(p, ".");
    }
    phrase_put(p, t->member);
    if (t->further) {
        phrase_put(p, ".");
        phrase_put(p, t->further);
    }
}

static void say_operation(const phrase *p, const term *t, int tightness) {
    bool sum = *t->name == '+' || *t->name == '-';
    int own = t->count == 1 ? SIGN : sum ? SUM : PRODUCT;
    if (own < tightness) phrase_put(p, "(");
    if (t->count == 1) {
        phrase_put(p, t->name);
        phrase_say(p, t->entries[0].value, SIGN);
    } else {
        const term *right = t->entries[1].value;
        phrase_say(p, t->entries[0].value, own);
        text_print(p->out, " %s ", t->name);
        bool chain = (*t->name == '+' || *t->name == '*') && right->kind == TERM_OPERATION &&
                     right->count == 2 && *right->name == *t->name;
        phrase_say(p, right, chain ? own : own + 1);
    }
    if (own < tightness) phrase_put(p, ")");
}

void phrase_list(const phrase *p, const term *table, const char *between) {
    for (size_t i = 0; table && i < table->count; i++) {
        if (i) phrase_put(p, between);
        phrase_entry(p->out, &table->entries[i], p->options);
    }
}

static void say_as_written(const phrase *p, const term *call) {
    text_print(p->out, "%s(", call->name);
    for (size_t i = call->method ? 1 : 0; i < call->count; i++) {
        if (i > (call->method ? 1u : 0u)) phrase_put(p, ", ");
        phrase_say(p, call->entries[i].value, LOOSE);
    }
    phrase_put(p, ")");
}

/* Written with a colon, or 1/3: needs parentheses inside of an expression. */
static bool is_loose(const term *call) {
    return call->method || strcmp(call->name, "fraction") == 0;
}

static void say_call(const phrase *p, const term *call, int tightness) {
    const saying *row = saying_of(call->name);
    bool enclosed = tightness > SUM || (tightness > LOOSE && call->method);
    enclosed = enclosed && is_loose(call);
    if (enclosed) phrase_put(p, "(");
    bool folds = call->method && term_is_call(call->entries[0].value, "per");
    if (call->method && !folds) {
        phrase_say(p, call->entries[0].value, row && !row->condition ? LOOSE : SUM);
        phrase_put(p, " ");
    }
    if (!row || !row->say(p, call)) say_as_written(p, call);
    if (enclosed) phrase_put(p, ")");
}

void phrase_say(const phrase *p, const term *t, int tightness) {
    const phrase_options *o = p->options;
    if (o && o->value_of && o->value_of(o->context, t, p->out)) return;
    switch (t->kind) {
    case TERM_NUMBER:
        phrase_number(p, t->number);
        break;
    case TERM_TEXT:
        say_text(p, t->name);
        break;
    case TERM_BOOLEAN:
        phrase_put(p, t->boolean ? "true" : "false");
        break;
    case TERM_WORD:
        phrase_put(p, t->name);
        break;
    case TERM_REFERENCE:
        say_reference(p, t);
        break;
    case TERM_CALL:
        say_call(p, t, tightness);
        break;
    case TERM_OPERATION:
        say_operation(p, t, tightness);
        break;
    case TERM_TABLE:
        phrase_list(p, t, ", ");
        break;
    case TERM_FUNCTION:
        phrase_put(p, "function");
        break;
    case TERM_DECLARATION:
        text_print(p->out, "%s %s", t->name, t->member ? t->member : "");
        break;
    }
}

void phrase_term(text_buffer *out, const term *t, const phrase_options *options) {
    phrase_say(&(phrase){out, options}, t, LOOSE);
}

/* Whether a plain value after a key means "at least": numbers and expressions in requirements.
 */
static bool means_at_least(const term *t) {
    return t->kind == TERM_NUMBER || t->kind == TERM_OPERATION || t->kind == TERM_REFERENCE ||
           t->kind == TERM_CALL;
}

void phrase_entry(text_buffer *out, const entry *e, const phrase_options *options) {
    const phrase p = {out, options};
    const term *t = e->value;
    if (!e->key) {
        bool several = t->kind == TERM_TABLE && t->count > 1;
        if (several) phrase_put(&p, "(");
        phrase_say(&p, t, LOOSE);
        if (several) phrase_put(&p, ")");
        return;
    }
    phrase_put(&p, e->key);
    const saying *row = t->kind == TERM_CALL && !t->method ? saying_of(t->name) : NULL;
    bool condition =
        (row && row->condition) || term_is_word(t, "present") || term_is_word(t, "absent");
    if (condition)
        phrase_put(&p, " ");
    else
        phrase_put(&p, options && options->requirements && means_at_least(t) ? " at least "
                                                                             : " = ");
    phrase_say(&p, t, LOOSE);
}

const char *phrase_text_of(arena *memory, const term *t) {
    text_buffer out = {0};
    phrase_term(&out, t, NULL);
    const char *copy = NULL;
    if (out.failed)
        memory->failed = true;
    else
        copy = arena_copy(memory, out.bytes ? out.bytes : "", out.length);
    text_free(&out);
    return copy;
}
