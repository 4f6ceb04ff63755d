/* expression.c - turns terms into nodes: the table of words that make a value. */
#include "bind/binder.h"

#include "base/currency.h"
#include "base/nearest.h"
#include "syntax/words.h"

#include <string.h>

typedef struct value_word {
    const char *word;
    bind_word *bind;
} value_word;

static const value_word value_words[] = {
    {"min", bind_min},
    {"max", bind_max},
    {"abs", bind_abs},
    {"round", bind_round},
    {"round_down", bind_round_down},
    {"round_up", bind_round_up},
    {"or_else", bind_or_else},
    {"fraction", bind_fraction},
    {"decimal", bind_decimal},
    {"percent", bind_percent},
    {"amount", bind_amount},
    {"date", bind_date},
    {"start_of", bind_start_of},
    {"end_of", bind_end_of},
    {"days_between", bind_days_between},
    {"months_between", bind_months_between},
    {"days", bind_duration},
    {"weeks", bind_duration},
    {"months", bind_duration},
    {"quarters", bind_duration},
    {"years", bind_duration},
    {"when", bind_when},
    {"by", bind_by},
    {"dated", bind_dated},
    {"marginal", bind_marginal},
    {"retroactive", bind_retroactive},
    {"band", bind_band},
    {"interpolated", bind_interpolated},
    {"sum", bind_aggregate},
    {"count", bind_aggregate},
    {"count_distinct", bind_aggregate},
    {"average", bind_aggregate},
    {"median", bind_aggregate},
    {"lowest", bind_aggregate},
    {"highest", bind_aggregate},
    {"latest", bind_aggregate},
    {"ago", bind_ago},
    {"position", bind_position},
    {"total", bind_total},
    {"rank", bind_rank},
    {"percentile", bind_percentile},
    {"rollup", bind_rollup},
    {"allocate", bind_allocate},
    {"exists", bind_condition},
    {"all_of", bind_condition},
    {"any_of", bind_condition},
    {"none_of", bind_condition},
    {"n_of", bind_condition},
};

/* Words that follow x: and make a value of it. */
static const value_word words_after[] = {
    {"per", bind_per},
    {"within", bind_within},
    {"so_far", bind_so_far},
    {"highest", bind_fold_of_groups},
    {"lowest", bind_fold_of_groups},
    {"sum", bind_fold_of_groups},
    {"average", bind_fold_of_groups},
    {"count", bind_fold_of_groups},
};

bool arguments_fit(const term *t) {
    const language_word *word = word_find(t->name);
    int given = (int)t->count - (t->method ? 1 : 0);
    if (word && t->method && !word->method) return given <= 1; /* a fold of groups */
    return word && given >= word->least && (word->most < 0 || given <= word->most);
}

static void refuse_word(binder *b, const term *t) {
    const char *hint = NULL;
    if (is_guard_word(t->name)) hint = "guards ask it of what a change does to everybody";
    for (size_t i = 0; i < sizeof words_after / sizeof *words_after; i++) {
        if (!t->method && strcmp(words_after[i].word, t->name) == 0)
            hint = "it follows an aggregate: sum(..):per(..), sum(..):within(..)";
    }
    problem_add(b->problems, t->at, hint, "'%s' cannot stand where a value is needed", t->name);
}

static const node *bind_call(binder *b, const scope *s, const term *t) {
    if (!arguments_fit(t)) return NULL; /* reported where it was read */
    node_kind group;
    if (t->method && (is_test_word(t->name) || group_from_word(&group, t->name)))
        return bind_condition(b, s, t);
    for (size_t i = 0; i < sizeof words_after / sizeof *words_after && t->method; i++) {
        if (strcmp(words_after[i].word, t->name) == 0) return words_after[i].bind(b, s, t);
    }
    for (size_t i = 0; i < sizeof value_words / sizeof *value_words && !t->method; i++) {
        if (strcmp(value_words[i].word, t->name) == 0) return value_words[i].bind(b, s, t);
    }
    if (!t->method && currency_of_word(t->name)) return bind_currency_word(b, s, t);
    if (is_test_word(t->name) || is_window_word(t->name)) {
        problem_add(b->problems, t->at,
                    "such a word stands behind a column or after x: as in x:at_least(5)",
                    "'%s' asks something of a value; it is no value itself", t->name);
        return NULL;
    }
    refuse_word(b, t);
    return NULL;
}

static const node *bind_bare_word(binder *b, const scope *s, const term *t) {
    if (strcmp(t->name, "as_of") == 0) return node_plain(b, s, t->at, TYPE_DATE, s->as_of);
    if (find_source(b, t->name) >= 0) {
        problem_add(b->problems, t->at,
                    "name a column, as in deal.amount, or count the rows: count(deal)",
                    "'%s' is a source of rows; here a value is needed", t->name);
        return NULL;
    }
    refuse_word(b, t);
    return NULL;
}

static const node *bind_any(binder *b, const scope *s, const term *t) {
    if (term_is_poison(t)) return NULL; /* reported where it was read */
    switch (t->kind) {
    case TERM_NUMBER:
        return node_number(b, s, t->at, t->number, MEASURE_NUMBER);
    case TERM_TEXT:
        return node_text(b, s, t->at, t->name);
    case TERM_BOOLEAN:
        return node_plain(b, s, t->at, TYPE_BOOLEAN, t->boolean);
    case TERM_WORD:
        return bind_bare_word(b, s, t);
    case TERM_REFERENCE:
        return bind_reference(b, s, t);
    case TERM_CALL:
        return bind_call(b, s, t);
    case TERM_OPERATION:
        return bind_operation(b, s, t);
    case TERM_FUNCTION:
        return bind_function(b, s, t);
    default:
        problem_add(b->problems, t->at,
                    "a value is a number, a text, a date or an expression; one that varies is "
                    "by(x, { key = value, .. })",
                    "a table cannot stand where a value is needed");
        return NULL;
    }
}

const node *bind_value(binder *b, const scope *s, const term *t) {
    return node_remember(b, s, t, bind_any(b, s, t));
}

static bool is_known_text(const node *n) {
    return n->kind == NODE_CONSTANT && n->type == TYPE_TEXT && n->has_value;
}

static const node *date_of_text(binder *b, const scope *s, const term *t, const char *written) {
    date d;
    if (date_from_text(&d, written, strlen(written)))
        return node_remember(b, s, t, node_plain(b, s, t->at, TYPE_DATE, d));
    problem_add(b->problems, t->at,
                date_is_shaped(written, strlen(written))
                    ? "there is no such day in the calendar"
                    : "dates are written year-month-day: \"2026-07-01\"",
                "\"%s\" is not a date", written);
    return NULL;
}

/* "500" is 500, "$5" usd(5), "5%" percent(5); NULL: no number that was put into quotes. */
static const char *without_quotes(const binder *b, const char *written) {
    const char *word = *written == '$' ? "usd" : NULL, *digits = written + (*written == '$');
    size_t length = strspn(digits, "0123456789.,");
    bool percent = !word && strcmp(digits + length, "%") == 0;
    if (!length || length > 20 || (digits[length] && !percent)) return NULL;
    if (percent) word = "percent";
    if (memchr(digits, ',', length)) return "write the digits alone, without quotes: 1000";
    return word ? arena_print(b->memory, "write %s(%.*s)", word, (int)length, digits)
                : arena_print(b->memory, "without quotes: %.*s", (int)length, digits);
}

const node *node_typed(binder *b, const scope *s, const term *t, const node *n,
                       value_type type) {
    static const char *const wanted[] = {"a number", "a text", "a date", "a condition",
                                         "a level"};
    if (!n || n->type == type) return n;
    if (type == TYPE_DATE && is_known_text(n)) return date_of_text(b, s, t, n->text);
    const char *hint = type == TYPE_DATE && n->type == TYPE_TEXT
                           ? "write each date as date \"2026-07-01\""
                           : NULL;
    if (n->kind == NODE_COLUMN && (type == TYPE_DATE || type == TYPE_TEXT))
        hint = arena_print(b->memory, "if it holds that, declare it so: %.80s = %s",
                           b->plan->request.sources[n->source].columns[n->column].name,
                           type == TYPE_DATE ? "date" : "text");
    if (type == TYPE_NUMBER && t->kind == TERM_TEXT) hint = without_quotes(b, t->name);
    problem_add(b->problems, t->at, hint, "this is %s, but %s is needed here", describe(b, n),
                wanted[type]);
    return NULL;
}

const node *bind_typed(binder *b, const scope *s, const term *t, value_type type) {
    return node_typed(b, s, t, bind_value(b, s, t), type);
}

const node *bind_number(binder *b, const scope *s, const term *t) {
    return bind_typed(b, s, t, TYPE_NUMBER);
}

/* "its levels are registered, silver, gold" */
static const char *level_names(const binder *b, const ladder *l) {
    const char *all = "its levels are ";
    for (size_t i = 0; i < l->level_count && all; i++)
        all = arena_print(b->memory, "%s%s%s", all, i ? ", " : "", l->levels[i].is.name);
    return all;
}

static const node *level_of_text(binder *b, const scope *s, const node *x, const term *t,
                                 const char *written) {
    const ladder *l = &b->plan->ladders[x->ladder];
    nearest guess = nearest_to(written);
    for (size_t i = 0; i < l->level_count; i++) {
        nearest_offer(&guess, l->levels[i].is.name);
        if (strcmp(l->levels[i].is.name, written)) continue;
        node reached = node_draft(s, t->at, NODE_CONSTANT, TYPE_LEVEL);
        reached.constant = (number)i;
        reached.ladder = x->ladder;
        return node_remember(b, s, t, node_intern(b, reached));
    }
    const char *hint = guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best)
                                  : level_names(b, l);
    problem_add(b->problems, t->at, hint, "ladder '%s' has no level '%s'", l->is.name, written);
    return NULL;
}

static const char *ladder_hint(const binder *b, const node *x) {
    const ladder *l = &b->plan->ladders[x->ladder];
    return l->level_count ? arena_print(b->memory, "write at_least \"%s\", a level by its name",
                                        l->levels[l->level_count - 1].is.name)
                          : NULL;
}

/* How a value of x's kind is written where one of y's stands, or NULL. */
static const char *hint_for_kind(const binder *b, const node *x, const node *y) {
    bool number = y->type == TYPE_NUMBER && y->kind == NODE_CONSTANT && y->has_value;
    char shown[NUMBER_TEXT];
    switch (x->type) {
    case TYPE_BOOLEAN:
        return "write true or false, without quotes";
    case TYPE_DATE:
        return y->type == TYPE_NUMBER ? "a date is written \"2026-12-31\"; the days from d1 to "
                                        "d2 are days_between(d1, d2)"
                                      : "a date is written \"2026-12-31\"";
    case TYPE_LEVEL:
        return ladder_hint(b, x);
    case TYPE_TEXT:
        if (!number) return NULL;
        number_print(shown, y->constant, 0);
        return arena_print(b->memory, "write \"%s\", in quotes", shown);
    default:
        if (x->measure == MEASURE_POINTS && y->type == TYPE_BOOLEAN)
            return "compare its points, x:at_least(60); as an entry of requires, true means "
                   "passed";
        return y->type == TYPE_TEXT ? "write the number without quotes" : NULL;
    }
}

/* Where x got its kind and unit: a column where it is declared, anything else where it is first
 * written. */
static place origin(const binder *b, const node *x) {
    if (x->kind != NODE_COLUMN) return x->at;
    const column_request *column = &b->plan->request.sources[x->source].columns[x->column];
    bool said = column->kind == CELL_NUMBER && x->measure != MEASURE_NUMBER; /* by `unit` */
    return said ? x->at : column->at;
}

/* An empty cell holds no value, so nothing could ever equal an empty text. */
static bool refuse_empty_text(binder *b, const node *y, place at) {
    if (!is_known_text(y) || *y->text) return true;
    return problem_add(b->problems, at, "write absent, or present for any value",
                       "an empty text is no value, and nothing can be compared with it");
}

const node *bind_against(binder *b, const scope *s, const node *x, const term *t) {
    const node *y = bind_value(b, s, t);
    if (!y || !refuse_empty_text(b, y, t->at)) return NULL;
    if (x->type == TYPE_LEVEL && is_known_text(y)) return level_of_text(b, s, x, t, y->text);
    if (x->type == TYPE_DATE && y->type == TYPE_TEXT) return node_typed(b, s, t, y, TYPE_DATE);
    if (x->type != y->type || x->ladder != y->ladder) {
        problem_add_two(b->problems, t->at, origin(b, x), hint_for_kind(b, x, y),
                        "%s is compared with %s", describe(b, x), describe(b, y));
        return NULL;
    }
    measure both;
    if (x->type != TYPE_NUMBER) return y;
    if (!measure_common(b, t->at, origin(b, x), "a comparison", x, y, &both)) return NULL;
    if (x->measure == MEASURE_PERCENT && !refuse_bare_part(b, y, t, "a threshold of a percent"))
        return NULL;
    return y;
}

bool bind_whole(binder *b, const scope *s, const term *t, int64_t least, int64_t most,
                int64_t *out) {
    const node *n = bind_number(b, s, t);
    if (!n) return false;
    if (n->kind != NODE_CONSTANT || !n->has_value)
        return problem_add(b->problems, t->at, "write a number, or a setting that holds one",
                           "here a number is needed that is the same for everybody");
    if (number_is_whole(n->constant) && number_to_integer(out, n->constant) && *out >= least &&
        *out <= most)
        return true;
    return problem_add(b->problems, t->at, NULL,
                       "here a whole number from %lld to %lld is needed", (long long)least,
                       (long long)most);
}

bool bind_unit(binder *b, const term *t, date_unit *out) {
    if (t && t->kind == TERM_TEXT && date_unit_from_word(out, t->name)) return true;
    return problem_add(b->problems, t ? t->at : (place){0},
                       "units are \"days\", \"weeks\", \"months\", \"quarters\" and \"years\"",
                       "here a unit of time is needed");
}
