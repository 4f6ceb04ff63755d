/* sayings.c - how words are said: 3%, $12,400, at least 5, in trailing 12 months.
 *
 * One function for each way of saying, one row for each word. */
#include "lang/sayings.h"

#include "base/currency.h"
#include "syntax/words.h"

#include <string.h>

static bool is_number(const term *t) {
    return t && t->kind == TERM_NUMBER;
}

static bool say_percent(const phrase *p, const term *call) {
    const term *n = phrase_argument(call, 0);
    if (!is_number(n)) return false;
    phrase_number(p, n->number);
    phrase_put(p, "%");
    return true;
}

static bool say_amount(const phrase *p, const char *code, const term *n) {
    int places = currency_places(code);
    if (!is_number(n) || places < 0) return false;
    number value = n->number;
    if (value < 0) {
        phrase_put(p, "-");
        value = -value;
    }
    phrase_put(p, currency_prefix(code));
    phrase_grouped(p->out, value, places > 9 ? 9 : places);
    return true;
}

static bool say_money(const phrase *p, const term *call) {
    char code[4] = {0};
    for (int i = 0; i < 3; i++)
        code[i] = (char)(call->name[i] - 'a' + 'A');
    return say_amount(p, code, phrase_argument(call, 0));
}

static bool say_amount_of(const phrase *p, const term *call) {
    const term *code = phrase_argument(call, 1);
    return code && code->kind == TERM_TEXT &&
           say_amount(p, code->name, phrase_argument(call, 0));
}

static bool say_bare_text(const phrase *p, const term *call) {
    const term *words = phrase_argument(call, 0);
    if (!words || words->kind != TERM_TEXT) return false;
    phrase_put(p, words->name);
    return true;
}

static bool say_duration(const phrase *p, const term *call) {
    const term *n = phrase_argument(call, 0);
    if (!is_number(n)) return false;
    phrase_number(p, n->number);
    bool one = number_compare(n->number, NUMBER_ONE) == 0;
    text_print(p->out, " %.*s", (int)strlen(call->name) - one, call->name);
    return true;
}

/* word(x, key: value, ..), for by and dated */
static bool say_choices(const phrase *p, const term *call) {
    const term *table = phrase_argument(call, call->count - 1);
    if (!table || table->kind != TERM_TABLE) return false;
    text_print(p->out, "%s(", call->name);
    for (size_t i = 0; i + 1 < call->count; i++) {
        phrase_say(p, call->entries[i].value, LOOSE);
        phrase_put(p, ", ");
    }
    for (size_t i = 0; i < table->count; i++) {
        if (i) phrase_put(p, ", ");
        if (table->entries[i].key) text_print(p->out, "%s: ", table->entries[i].key);
        phrase_say(p, table->entries[i].value, LOOSE);
    }
    phrase_put(p, ")");
    return true;
}

static bool say_bands(const phrase *p, const term *call) {
    const term *bands = phrase_argument(call, 1);
    if (!bands || bands->kind != TERM_TABLE) return false;
    text_print(p->out, "%s(", call->name);
    phrase_say(p, call->entries[0].value, LOOSE);
    for (size_t i = 0; i < bands->count; i++) {
        const term *band = bands->entries[i].value, *from = term_item(band, 0);
        phrase_put(p, ", ");
        if (is_number(from))
            phrase_grouped(p->out, from->number, 0);
        else if (from)
            phrase_say(p, from, LOOSE);
        phrase_put(p, ": ");
        if (term_item(band, 1)) phrase_say(p, term_item(band, 1), LOOSE);
    }
    phrase_put(p, ")");
    return true;
}

/* lowest of sum(sale.amount) per sale.class; sum of .., those at least 5,000 */
static bool say_fold(const phrase *p, const term *call) {
    const term *condition = phrase_argument(call, 0);
    text_print(p->out, "%s of ", call->name);
    phrase_say(p, call->entries[0].value, LOOSE);
    if (!condition) return true;
    phrase_put(p, ", those ");
    phrase_say(p, condition, LOOSE);
    return true;
}

/* sum(deal.amount where status = "won") */
static bool say_aggregate(const phrase *p, const term *call) {
    size_t last = call->count - 1;
    if (call->method) return say_fold(p, call);
    if (!last || call->entries[last].value->kind != TERM_TABLE) return false;
    text_print(p->out, "%s(", call->name);
    for (size_t i = 0; i < last; i++) {
        if (i) phrase_put(p, ", ");
        phrase_say(p, call->entries[i].value, LOOSE);
    }
    const term *filter = call->entries[last].value;
    phrase_options plain = {0};
    if (p->options) plain = *p->options;
    plain.requirements = false;
    if (filter->count) phrase_put(p, " where ");
    phrase_list(&(phrase){p->out, &plain}, filter, ", ");
    phrase_put(p, ")");
    return true;
}

/* Behind an aggregate: per purchase.class, per quarter (the last 4, 1 back). */
static bool say_per(const phrase *p, const term *call) {
    const term *key = phrase_argument(call, 0);
    size_t unit_at = key && key->kind == TERM_TEXT ? 0 : 1;
    const term *unit = phrase_argument(call, unit_at), *n = phrase_argument(call, unit_at + 1);
    phrase_put(p, "per ");
    if (!unit || unit->kind != TERM_TEXT) {
        phrase_say(p, key, LOOSE);
        return true;
    }
    phrase_put(p, unit->name);
    if (unit_at) {
        phrase_put(p, " of ");
        phrase_say(p, key, LOOSE);
    }
    if (!n) return true;
    phrase_put(p, " (the last ");
    phrase_say(p, n, LOOSE);
    const term *ago = term_field(phrase_argument(call, unit_at + 2), "ago");
    if (ago) {
        phrase_put(p, ", ");
        phrase_say(p, ago, LOOSE);
        phrase_put(p, " back");
    }
    phrase_put(p, ")");
    return true;
}

/* Behind an aggregate: within sale.po. */
static bool say_within(const phrase *p, const term *call) {
    phrase_put(p, "within ");
    phrase_say(p, phrase_argument(call, 0), LOOSE);
    return true;
}

static bool say_so_far(const phrase *p, const term *call) {
    (void)call;
    phrase_put(p, "so far");
    return true;
}

/* Behind what is ranked or divided: within partner.region where tier at least "gold", at most
 * $500. */
static void say_options(const phrase *p, const term *options, bool requirements) {
    phrase_options asked = {0};
    if (p->options) asked = *p->options;
    asked.requirements = requirements;
    for (size_t i = 0; options && i < options->count; i++) {
        const entry *e = &options->entries[i];
        const char *key = e->key ? e->key : "";
        bool bound = strcmp(key, "at_least") == 0 || strcmp(key, "at_most") == 0;
        bool where = strcmp(key, "where") == 0;
        if (bound)
            text_print(p->out, ", at %s ", key + 3);
        else
            text_print(p->out, " %s ", key);
        phrase_say(&(phrase){p->out, where ? &asked : p->options}, e->value, LOOSE);
    }
}

/* position(lead.received_on within lead.region where status = "new"), and so for rank,
 * percentile and allocate, in which `where` is what must be met. */
static bool say_among(const phrase *p, const term *call) {
    const term *options = phrase_argument(call, call->count - 1);
    if (!options || options->kind != TERM_TABLE) return false;
    text_print(p->out, "%s(", call->name);
    for (size_t i = 0; i + 1 < call->count; i++) {
        if (i) phrase_put(p, ", ");
        phrase_say(p, call->entries[i].value, LOOSE);
    }
    say_options(p, options, strcmp(call->name, "allocate") == 0);
    phrase_put(p, ")");
    return true;
}

static bool say_ago(const phrase *p, const term *call) {
    const term *n = phrase_argument(call, 1), *unit = phrase_argument(call, 2);
    if (!is_number(n) || !unit || unit->kind != TERM_TEXT) return false;
    phrase_put(p, "ago(");
    phrase_say(p, call->entries[0].value, LOOSE);
    phrase_put(p, ", ");
    phrase_number(p, n->number);
    size_t length = strlen(unit->name);
    bool one = n->number == NUMBER_ONE && length && unit->name[length - 1] == 's';
    text_print(p->out, " %.*s)", (int)(length - one), unit->name);
    return true;
}

/* any of (x; y), 2 of (x; y; z) */
static bool say_group(const phrase *p, const term *call) {
    bool counted = strcmp(call->name, "n_of") == 0;
    const term *table = phrase_argument(call, counted ? 1 : 0);
    if (!table || table->kind != TERM_TABLE) return false;
    if (counted)
        phrase_say(p, phrase_argument(call, 0), LOOSE);
    else
        text_append(p->out, call->name, strcspn(call->name, "_"));
    phrase_put(p, " of (");
    phrase_list(p, table, "; ");
    phrase_put(p, ")");
    return true;
}

/* Conditions, after what they are about: "at least 10%". */

static void say_unit(const phrase *p, const term *unit, const term *options) {
    phrase_put(p, unit && unit->kind == TERM_TEXT ? unit->name : "");
    const term *back = term_field(options, "ago");
    if (!back || !unit || unit->kind != TERM_TEXT) return;
    phrase_put(p, ", ");
    phrase_say(p, back, LOOSE);
    bool plural = unit->name[0] && unit->name[strlen(unit->name) - 1] == 's';
    text_print(p->out, " %s%s back", unit->name, plural ? "" : "s");
}

static bool say_window(const phrase *p, const term *call) {
    bool trailing = strcmp(call->name, "trailing") == 0;
    text_print(p->out, "in %s ", call->name);
    if (trailing) {
        phrase_say(p, phrase_argument(call, 0), LOOSE);
        phrase_put(p, " ");
    }
    say_unit(p, phrase_argument(call, trailing), phrase_argument(call, trailing + 1u));
    return true;
}

static bool say_between(const phrase *p, const term *call) {
    phrase_put(p, "between ");
    phrase_say(p, phrase_argument(call, 0), LOOSE);
    phrase_put(p, " and ");
    phrase_say(p, phrase_argument(call, 1), LOOSE);
    return true;
}

static bool say_one_of(const phrase *p, const term *call) {
    const term *table = phrase_argument(call, 0);
    if (!table || table->kind != TERM_TABLE) return false;
    phrase_put(p, "= ");
    phrase_list(p, table, " or ");
    return true;
}

static bool say_is(const phrase *p, const term *call) {
    phrase_put(p, "= ");
    phrase_say(p, phrase_argument(call, 0), LOOSE);
    return true;
}

/* at_least 5 -> "at least 5" */
static bool say_condition(const phrase *p, const term *call) {
    for (const char *c = call->name; *c; c++)
        text_append_byte(p->out, *c == '_' ? ' ' : *c);
    if (!phrase_argument(call, 0)) return true;
    phrase_put(p, " ");
    phrase_say(p, phrase_argument(call, 0), LOOSE);
    return true;
}

/* fraction(1, 3) -> 1/3 */
static bool say_quotient(const phrase *p, const term *call) {
    const term *a = phrase_argument(call, 0), *b = phrase_argument(call, 1);
    if (!is_number(a) || !is_number(b)) return false;
    phrase_number(p, a->number);
    phrase_put(p, "/");
    phrase_number(p, b->number);
    return true;
}

static const saying sayings[] = {
    {"percent", say_percent, false},
    {"usd", say_money, false},
    {"fraction", say_quotient, false},
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
    {"per", say_per, false},
    {"within", say_within, false},
    {"so_far", say_so_far, false},
    {"position", say_among, false},
    {"rank", say_among, false},
    {"total", say_among, false},
    {"percentile", say_among, false},
    {"allocate", say_among, false},
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

const saying *saying_of(const char *word) {
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        if (strcmp(sayings[i].word, word) == 0) return &sayings[i];
    }
    return word_is_currency(word) ? saying_of("usd") : NULL;
}
