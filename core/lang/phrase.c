/* phrase.c - prints terms: precedence, amounts, conditions in words.
 *
 * Each call word that reads better than word(..) has a row in `sayings`. */
#include "lang/phrase.h"

#include "base/currency.h"
#include "base/date.h"
#include "lang/words.h"

#include <string.h>

typedef struct phrase {
    text_buffer *out;
    const phrase_options *options;
} phrase;

enum { LOOSE, SUM, PRODUCT, SIGN }; /* how tightly an expression binds */

static void say(const phrase *p, const term *t, int tightness);

static void put(const phrase *p, const char *words) {
    text_append_string(p->out, words);
}

static const term *argument(const term *call, size_t n) {
    n += call->method ? 1 : 0;
    return n < call->count ? call->entries[n].value : NULL;
}

static bool is_number(const term *t) {
    return t && t->kind == TERM_NUMBER;
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

static void say_number(const phrase *p, number value) {
    char digits[NUMBER_TEXT];
    text_append(p->out, digits, number_print(digits, value, 0));
}

static void say_text(const phrase *p, const char *words) {
    date day;
    bool plain = date_from_text(&day, words, strlen(words));
    if (!plain) text_append_byte(p->out, '"');
    put(p, words);
    if (!plain) text_append_byte(p->out, '"');
}

static void say_reference(const phrase *p, const term *t) {
    if (!noun_find(t->name)) {
        put(p, t->name);
        put(p, ".");
    }
    put(p, t->member);
    if (t->further) {
        put(p, ".");
        put(p, t->further);
    }
}

static void say_operation(const phrase *p, const term *t, int tightness) {
    bool sum = *t->name == '+' || *t->name == '-';
    int own = t->count == 1 ? SIGN : sum ? SUM : PRODUCT;
    if (own < tightness) put(p, "(");
    if (t->count == 1) {
        put(p, t->name);
        say(p, t->entries[0].value, SIGN);
    } else {
        const term *right = t->entries[1].value;
        say(p, t->entries[0].value, own);
        text_print(p->out, " %s ", t->name);
        bool chain = (*t->name == '+' || *t->name == '*') && right->kind == TERM_OPERATION &&
                     right->count == 2 && *right->name == *t->name;
        say(p, right, chain ? own : own + 1);
    }
    if (own < tightness) put(p, ")");
}

/* Calls that read better in words than as word(..). Each returns false when this call is not of
 * the usual kind, and then it is printed as written. */

static bool say_percent(const phrase *p, const term *call) {
    const term *n = argument(call, 0);
    if (!is_number(n)) return false;
    say_number(p, n->number);
    put(p, "%");
    return true;
}

static bool say_amount(const phrase *p, const char *code, const term *n) {
    int places = currency_places(code);
    if (!is_number(n) || places < 0) return false;
    number value = n->number;
    if (value < 0) {
        put(p, "-");
        value = -value;
    }
    put(p, currency_prefix(code));
    phrase_grouped(p->out, value, places > 9 ? 9 : places);
    return true;
}

static bool say_money(const phrase *p, const term *call) {
    char code[4] = {0};
    for (int i = 0; i < 3; i++)
        code[i] = (char)(call->name[i] - 'a' + 'A');
    return say_amount(p, code, argument(call, 0));
}

static bool say_amount_of(const phrase *p, const term *call) {
    const term *code = argument(call, 1);
    return code && code->kind == TERM_TEXT && say_amount(p, code->name, argument(call, 0));
}

static bool say_bare_text(const phrase *p, const term *call) {
    const term *words = argument(call, 0);
    if (!words || words->kind != TERM_TEXT) return false;
    put(p, words->name);
    return true;
}

static bool say_duration(const phrase *p, const term *call) {
    const term *n = argument(call, 0);
    if (!is_number(n)) return false;
    say_number(p, n->number);
    bool one = number_compare(n->number, NUMBER_ONE) == 0;
    text_print(p->out, " %.*s", (int)strlen(call->name) - one, call->name);
    return true;
}

static void say_list(const phrase *p, const term *table, const char *between) {
    for (size_t i = 0; table && i < table->count; i++) {
        if (i) put(p, between);
        phrase_entry(p->out, &table->entries[i], p->options);
    }
}

/* word(x, key: value, ..), for by and dated */
static bool say_choices(const phrase *p, const term *call) {
    const term *table = argument(call, call->count - 1);
    if (!table || table->kind != TERM_TABLE) return false;
    text_print(p->out, "%s(", call->name);
    for (size_t i = 0; i + 1 < call->count; i++) {
        say(p, call->entries[i].value, LOOSE);
        put(p, ", ");
    }
    for (size_t i = 0; i < table->count; i++) {
        if (i) put(p, ", ");
        if (table->entries[i].key) text_print(p->out, "%s: ", table->entries[i].key);
        say(p, table->entries[i].value, LOOSE);
    }
    put(p, ")");
    return true;
}

static bool say_bands(const phrase *p, const term *call) {
    const term *bands = argument(call, 1);
    if (!bands || bands->kind != TERM_TABLE) return false;
    text_print(p->out, "%s(", call->name);
    say(p, call->entries[0].value, LOOSE);
    for (size_t i = 0; i < bands->count; i++) {
        const term *band = bands->entries[i].value, *from = term_item(band, 0);
        put(p, ", ");
        if (is_number(from))
            phrase_grouped(p->out, from->number, 0);
        else if (from)
            say(p, from, LOOSE);
        put(p, ": ");
        if (term_item(band, 1)) say(p, term_item(band, 1), LOOSE);
    }
    put(p, ")");
    return true;
}

/* sum(deal.amount where status = "won") */
static bool say_aggregate(const phrase *p, const term *call) {
    size_t last = call->count - 1;
    if (call->method || !last || call->entries[last].value->kind != TERM_TABLE) return false;
    text_print(p->out, "%s(", call->name);
    for (size_t i = 0; i < last; i++) {
        if (i) put(p, ", ");
        say(p, call->entries[i].value, LOOSE);
    }
    const term *filter = call->entries[last].value;
    phrase_options plain = {0};
    if (p->options) plain = *p->options;
    plain.requirements = false;
    if (filter->count) put(p, " where ");
    say_list(&(phrase){p->out, &plain}, filter, ", ");
    put(p, ")");
    return true;
}

static bool say_ago(const phrase *p, const term *call) {
    const term *n = argument(call, 1), *unit = argument(call, 2);
    if (!is_number(n) || !unit || unit->kind != TERM_TEXT) return false;
    put(p, "ago(");
    say(p, call->entries[0].value, LOOSE);
    put(p, ", ");
    say_number(p, n->number);
    text_print(p->out, " %s)", unit->name);
    return true;
}

/* any of (x; y), 2 of (x; y; z) */
static bool say_group(const phrase *p, const term *call) {
    bool counted = strcmp(call->name, "n_of") == 0;
    const term *table = argument(call, counted ? 1 : 0);
    if (!table || table->kind != TERM_TABLE) return false;
    if (counted)
        say(p, argument(call, 0), LOOSE);
    else
        text_append(p->out, call->name, strcspn(call->name, "_"));
    put(p, " of (");
    say_list(p, table, "; ");
    put(p, ")");
    return true;
}

/* Conditions, after what they are about: "at least 10%". */

static void say_unit(const phrase *p, const term *unit, const term *options) {
    put(p, unit && unit->kind == TERM_TEXT ? unit->name : "");
    const term *back = term_field(options, "ago");
    if (!back || !unit || unit->kind != TERM_TEXT) return;
    put(p, ", ");
    say(p, back, LOOSE);
    bool plural = unit->name[0] && unit->name[strlen(unit->name) - 1] == 's';
    text_print(p->out, " %s%s back", unit->name, plural ? "" : "s");
}

static bool say_window(const phrase *p, const term *call) {
    bool trailing = strcmp(call->name, "trailing") == 0;
    text_print(p->out, "in %s ", call->name);
    if (trailing) {
        say(p, argument(call, 0), LOOSE);
        put(p, " ");
    }
    say_unit(p, argument(call, trailing), argument(call, trailing + 1u));
    return true;
}

static bool say_between(const phrase *p, const term *call) {
    put(p, "between ");
    say(p, argument(call, 0), LOOSE);
    put(p, " and ");
    say(p, argument(call, 1), LOOSE);
    return true;
}

static bool say_one_of(const phrase *p, const term *call) {
    const term *table = argument(call, 0);
    if (!table || table->kind != TERM_TABLE) return false;
    put(p, "= ");
    say_list(p, table, " or ");
    return true;
}

static bool say_is(const phrase *p, const term *call) {
    put(p, "= ");
    say(p, argument(call, 0), LOOSE);
    return true;
}

/* at_least 5 -> "at least 5" */
static bool say_condition(const phrase *p, const term *call) {
    for (const char *c = call->name; *c; c++)
        text_append_byte(p->out, *c == '_' ? ' ' : *c);
    if (!argument(call, 0)) return true;
    put(p, " ");
    say(p, argument(call, 0), LOOSE);
    return true;
}

static const struct {
    const char *word;
    bool (*say)(const phrase *, const term *);
    bool condition; /* needs what it is about in front */
} sayings[] = {
    {"percent", say_percent, false},
    {"amount", say_amount_of, false},
    {"decimal", say_bare_text, false},
    {"date", say_bare_text, false},
    {"days", say_duration, false},
    {"months", say_duration, false},
    {"by", say_choices, false},
    {"dated", say_choices, false},
    {"marginal", say_bands, false},
    {"retroactive", say_bands, false},
    {"band", say_bands, false},
    {"interpolated", say_bands, false},
    {"sum", say_aggregate, false},
    {"count", say_aggregate, false},
    {"average", say_aggregate, false},
    {"count_distinct", say_aggregate, false},
    {"median", say_aggregate, false},
    {"lowest", say_aggregate, false},
    {"highest", say_aggregate, false},
    {"latest", say_aggregate, false},
    {"exists", say_aggregate, false},
    {"ago", say_ago, false},
    {"all_of", say_group, true},
    {"any_of", say_group, true},
    {"none_of", say_group, true},
    {"n_of", say_group, true},
    {"is", say_is, true},
    {"is_not", say_condition, true},
    {"one_of", say_one_of, true},
    {"like", say_condition, true},
    {"at_least", say_condition, true},
    {"above", say_condition, true},
    {"at_most", say_condition, true},
    {"below", say_condition, true},
    {"between", say_between, true},
    {"present", say_condition, true},
    {"absent", say_condition, true},
    {"trailing", say_window, true},
    {"this", say_window, true},
    {"last", say_window, true},
    {"since", say_condition, true},
    {"before", say_condition, true},
};

/* The row for this word, or -1. */
static int saying_of(const char *word) {
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        if (strcmp(sayings[i].word, word) == 0) return (int)i;
    }
    return -1;
}

static void say_as_written(const phrase *p, const term *call) {
    text_print(p->out, "%s(", call->name);
    for (size_t i = call->method ? 1 : 0; i < call->count; i++) {
        if (i > (call->method ? 1u : 0u)) put(p, ", ");
        say(p, call->entries[i].value, LOOSE);
    }
    put(p, ")");
}

static void say_call(const phrase *p, const term *call, int tightness) {
    int row = saying_of(call->name);
    if (call->method) {
        if (tightness > LOOSE) put(p, "(");
        say(p, call->entries[0].value, SUM);
        put(p, " ");
    }
    bool fraction = strcmp(call->name, "fraction") == 0 && is_number(argument(call, 0)) &&
                    is_number(argument(call, 1));
    if (fraction) {
        if (tightness > SUM) put(p, "(");
        say_number(p, argument(call, 0)->number);
        put(p, "/");
        say_number(p, argument(call, 1)->number);
        if (tightness > SUM) put(p, ")");
    } else if (row < 0 && word_is_currency(call->name)) {
        if (!say_money(p, call)) say_as_written(p, call);
    } else if (row < 0 || !sayings[row].say(p, call)) {
        say_as_written(p, call);
    }
    if (call->method && tightness > LOOSE) put(p, ")");
}

static void say(const phrase *p, const term *t, int tightness) {
    const phrase_options *o = p->options;
    if (o && o->value_of && o->value_of(o->context, t, p->out)) return;
    switch (t->kind) {
    case TERM_NUMBER:
        say_number(p, t->number);
        break;
    case TERM_TEXT:
        say_text(p, t->name);
        break;
    case TERM_BOOLEAN:
        put(p, t->boolean ? "true" : "false");
        break;
    case TERM_WORD:
        put(p, t->name);
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
        say_list(p, t, ", ");
        break;
    case TERM_FUNCTION:
        put(p, "function");
        break;
    case TERM_DECLARATION:
        text_print(p->out, "%s %s", t->name, t->member ? t->member : "");
        break;
    }
}

void phrase_term(text_buffer *out, const term *t, const phrase_options *options) {
    say(&(phrase){out, options}, t, LOOSE);
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
        if (several) put(&p, "(");
        say(&p, t, LOOSE);
        if (several) put(&p, ")");
        return;
    }
    put(&p, e->key);
    int row = t->kind == TERM_CALL && !t->method ? saying_of(t->name) : -1;
    bool condition = (row >= 0 && sayings[row].condition) || term_is_word(t, "present") ||
                     term_is_word(t, "absent");
    if (condition)
        put(&p, " ");
    else
        put(&p, options && options->requirements && means_at_least(t) ? " at least " : " = ");
    say(&p, t, LOOSE);
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
