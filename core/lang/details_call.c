/* details_call.c - dates, units, tables and bands that calls are given as written.
 *
 * Which word takes what stands in two tables. */
#include "lang/details.h"

#include "base/currency.h"
#include "base/date.h"
#include "lang/timing.h"
#include "syntax/words.h"

#include <string.h>

static bool is_date(const char *text) {
    date day;
    return date_from_text(&day, text, strlen(text));
}

static bool is_decimal(const char *text) {
    number exact;
    return number_from_text(&exact, text, strlen(text));
}

static bool is_unit(const char *text) {
    date_unit unit;
    return date_unit_from_word(&unit, text);
}

static bool is_period(const char *text) {
    return strcmp(text, "month") == 0 || strcmp(text, "quarter") == 0 ||
           strcmp(text, "half") == 0 || strcmp(text, "year") == 0;
}

static bool is_rollup(const char *text) {
    return strcmp(text, "sum") == 0 || strcmp(text, "highest") == 0;
}

static bool is_code(const char *text) {
    return currency_places(text) >= 0;
}

/* Which texts a word takes: argument `at` (from 0) must be a text of this kind, where it is a
 * text. */
static const struct {
    const char *word;
    size_t at;
    bool must; /* nothing but a text will do */
    bool (*fine)(const char *text);
    const char *wants;
} literals[] = {
    {"date", 0, true, is_date, "a date is written \"2026-12-31\""},
    {"since", 0, false, is_date, "a date is written \"2026-12-31\""},
    {"before", 0, false, is_date, "a date is written \"2026-12-31\""},
    {"decimal", 0, true, is_decimal, "a decimal is written \"0.125\", with up to 18 places"},
    {"amount", 1, true, is_code, "write an ISO 4217 code, such as \"USD\""},
    {"trailing", 1, true, is_unit,
     "write \"days\", \"weeks\", \"months\", \"quarters\" or \"years\""},
    {"ago", 2, true, is_unit,
     "write \"days\", \"weeks\", \"months\", \"quarters\" or \"years\""},
    {"rollup", 1, true, is_rollup, "write \"sum\" or \"highest\""},
    {"this", 0, true, is_period, "write \"month\", \"quarter\", \"half\" or \"year\""},
    {"last", 0, true, is_period, "write \"month\", \"quarter\", \"half\" or \"year\""},
    {"at_end_of", 0, true, is_period, "write \"month\", \"quarter\", \"half\" or \"year\""},
    {"start_of", 0, true, is_period, "write \"month\", \"quarter\", \"half\" or \"year\""},
    {"end_of", 0, true, is_period, "write \"month\", \"quarter\", \"half\" or \"year\""},
};

/* Words that take a table, and which argument it is. */
static const struct {
    const char *word;
    size_t at;
} tables[] = {{"one_of", 0},      {"all_of", 0}, {"any_of", 0},      {"none_of", 0},
              {"on", 0},          {"n_of", 1},   {"by", 1},          {"marginal", 1},
              {"retroactive", 1}, {"band", 1},   {"interpolated", 1}};

static bool check_literals(problem_list *problems, const term *call, size_t receiver) {
    for (size_t i = 0; i < sizeof literals / sizeof *literals; i++) {
        if (!term_is_call(call, literals[i].word) || literals[i].at + receiver >= call->count)
            continue;
        const term *t = call->entries[literals[i].at + receiver].value;
        if (term_is_poison(t) || (t->kind != TERM_TEXT && !literals[i].must)) continue;
        if (t->kind != TERM_TEXT)
            return problem_add(problems, t->at, literals[i].wants, "'%s' wants a text here",
                               call->name);
        if (literals[i].fine(t->name)) continue;
        bool no_day = literals[i].fine == is_date && date_is_shaped(t->name, strlen(t->name));
        return problem_add(problems, t->at,
                           no_day ? "there is no such day in the calendar" : literals[i].wants,
                           "'%.80s' does not fit '%s'", t->name, call->name);
    }
    return true;
}

/* The keys of dated { .. } are days. */
static bool check_days(problem_list *problems, const term *call) {
    const term *table = call->entries[call->count - 1].value;
    if (term_is_poison(table)) return true;
    if (table->kind != TERM_TABLE) {
        return problem_add(problems, table->at, word_find("dated")->form,
                           "'dated' wants a table { .. } here");
    }
    for (size_t i = 0; i < table->count; i++) {
        const entry *e = &table->entries[i];
        if (e->key && is_date(e->key)) continue;
        problem_add(problems, e->key_at, "write [\"2026-01-01\"] = value",
                    "each value of 'dated' begins on a date");
        return false;
    }
    return true;
}

/* Bands are a list of { from, value }. */
static bool check_bands(problem_list *problems, const term *call) {
    static const char *const words[] = {"marginal", "retroactive", "band", "interpolated"};
    bool bands = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        bands = bands || term_is_call(call, words[i]);
    }
    const term *table = bands ? call->entries[1].value : NULL;
    if (!bands || term_is_poison(table)) return true;
    if (!table->count) {
        return problem_add(problems, table->at,
                           "write { { 0, percent(1) }, { 25000, percent(2) } }",
                           "'%s' has no bands", call->name);
    }
    for (size_t i = 0; i < table->count; i++) {
        const entry *e = &table->entries[i];
        if (details_is_band(e)) continue;
        return problem_add(problems, e->key_at,
                           "write { { 0, percent(1) }, { 25000, percent(2) } }",
                           "a band of '%s' is { from, value }", call->name);
    }
    return true;
}

static bool is_fraction_of_nothing(const term *call) {
    const term *below = term_is_call(call, "fraction") ? call->entries[1].value : NULL;
    return below && below->kind == TERM_NUMBER && below->number == 0;
}

bool details_check_call(problem_list *problems, const term *call) {
    size_t receiver = call->method ? 1 : 0;
    if (is_fraction_of_nothing(call))
        return problem_add(problems, call->at, "one third is fraction(1, 3)",
                           "nothing can be divided by 0");
    if (term_is_call(call, "dated") && !check_days(problems, call)) return false;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (!term_is_call(call, tables[i].word) || tables[i].at + receiver >= call->count)
            continue;
        const term *t = call->entries[tables[i].at + receiver].value;
        if (t->kind == TERM_TABLE || term_is_poison(t)) continue;
        return problem_add(problems, t->at, word_find(call->name)->form,
                           "'%s' wants a table { .. } here", call->name);
    }
    if (term_is_call(call, "on") && !timing_check_days(problems, call)) return false;
    return check_bands(problems, call) && check_literals(problems, call, receiver);
}
