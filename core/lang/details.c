/* details.c - currencies, years, columns, ranges, levels; dates and units as written.
 *
 * One function a noun or word, in two tables. */
#include "lang/details.h"

#include "base/currency.h"
#include "base/date.h"
#include "base/map.h"
#include "base/nearest.h"
#include "lang/names.h"
#include "lang/timing.h"
#include "lang/unlikely.h"
#include "syntax/words.h"

#include <string.h>

static bool is_text(const term *t) {
    return t && t->kind == TERM_TEXT;
}

static bool is_lower_case_of(const char *written, const char *code) {
    for (; *written && *code; written++, code++) {
        if (*written != *code && *written != *code - 'A' + 'a') return false;
    }
    return *written == *code;
}

static void check_currency(arena *memory, const entry *e, problem_list *problems) {
    if (!e || !is_text(e->value) || currency_places(e->value->name) >= 0) return;
    const char *code = e->value->name;
    nearest guess = nearest_to(code);
    for (size_t i = 0; currency_code(i); i++) {
        if (is_lower_case_of(code, currency_code(i)))
            guess = (nearest){.wanted = code, .best = currency_code(i)};
        nearest_offer(&guess, currency_code(i));
    }
    const char *hint = "write an ISO 4217 code, such as \"USD\"";
    if (guess.best) hint = arena_print(memory, "did you mean '%s'?", guess.best);
    problem_add(problems, e->value->at, hint, "'%.80s' is no currency", code);
    term_spoil(memory, e);
}

static bool is_year_start(const char *text) {
    date day;
    char whole[16] = "2025-";
    if (strlen(text) != 5) return false;
    memcpy(whole + 5, text, 6);
    return date_from_text(&day, whole, 10) && memcmp(text + 3, "28", 2) <= 0;
}

static void check_program(arena *memory, const term *t, problem_list *problems) {
    check_currency(memory, term_entry(t, "currency"), problems);
    const entry *start = term_entry(t, "year_starts");
    if (!start || !is_text(start->value) || is_year_start(start->value->name)) return;
    problem_add(problems, start->value->at, "write month and day, 01 to 28: \"07-01\"",
                "'%.80s' is no day on which a year can begin", start->value->name);
    term_spoil(memory, start);
}

static bool is_column_type(const term *t) {
    if (term_is_call(t, "ref")) return t->count == 1 && is_text(t->entries[0].value);
    static const char *const types[] = {"text", "number", "money", "date", "boolean"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (term_is_word(t, types[i])) return true;
    }
    return false;
}

static void check_column(const term *source, const entry *e, problem_list *problems) {
    const term *t = e->value;
    if (!e->key) {
        problem_add(problems, t->at, "write name = text, or another type",
                    "a column of source '%s' has no name", source->member);
        return;
    }
    names_check_column(source, e, problems);
    if (term_is_poison(t) || is_column_type(t)) return;
    if (term_is_call(t, "column")) {
        if (is_text(t->entries[0].value) && is_column_type(t->entries[1].value)) return;
        problem_add(problems, t->at, "write column(\"SQL name\", money)",
                    "column wants the database's name in quotes, then a type");
        return;
    }
    if (term_is_call(t, "ref")) {
        problem_add(problems, t->at, "write ref \"product\"",
                    "ref wants the name of a source in quotes");
        return;
    }
    problem_add(problems, t->at.column ? t->at : e->key_at,
                "a column is text, number, money, date, boolean, ref \"source\" or "
                "column(\"SQL name\", type)",
                "the column '%.80s' of source '%s' has no type", e->key, source->member);
}

static void check_source(arena *memory, const term *t, problem_list *problems) {
    const term *columns = term_field(t, "columns");
    if (!columns || columns->kind != TERM_TABLE) return;
    for (size_t i = 0; i < columns->count; i++) {
        size_t before = problems->found + problems->repeats;
        check_column(t, &columns->entries[i], problems);
        if (problems->found + problems->repeats > before)
            term_spoil(memory, &columns->entries[i]);
    }
}

static void check_setting(arena *memory, const term *t, problem_list *problems) {
    const entry *range = term_entry(t, "range");
    if (!range || range->value->kind != TERM_TABLE) return;
    if (range->value->count == 2 && term_item_count(range->value) == 2) return;
    problem_add(problems, range->value->at, "write range = { 50000, 500000 }",
                "a range has a lowest and a highest value");
    term_spoil(memory, range);
}

static void check_level(const term *ladder, size_t i, map *names, const entry **first,
                        problem_list *problems) {
    const entry *e = &ladder->entries[i];
    size_t known = names->count;
    int64_t code = map_add(names, text_of(e->value->member));
    if (code == MAP_ABSENT) return;
    if ((size_t)code == known) {
        first[code] = e;
        return;
    }
    problem_add_two(problems, e->value->at, first[code]->value->at, NULL,
                    "level '%.80s' stands twice in ladder '%s'", e->value->member,
                    ladder->member);
}

static void check_ladder(arena *memory, const term *t, problem_list *problems) {
    map names = {.memory = memory};
    const entry **first = arena_array(memory, t->count, sizeof *first);
    size_t levels = 0;
    for (size_t i = 0; first && i < t->count; i++) {
        const term *level = t->entries[i].value;
        bool declared = level->kind == TERM_DECLARATION;
        if (declared) check_level(t, i, &names, first, problems);
        const char *key =
            t->entries[i].key; /* an unknown field may have been meant as levels */
        levels += declared || (term_is_poison(level) && (!key || !field_find("ladder", key)));
    }
    if (!levels) {
        problem_add(problems, t->at, "write level \"name\" { .. } inside it, the lowest first",
                    "ladder '%.80s' has no levels", t->member);
    }
    timing_check(memory, t, problems);
}

static bool is_band(const entry *e) {
    if (term_is_poison(e->value)) return true;
    return !e->key && e->value->kind == TERM_TABLE && e->value->count == 2 &&
           term_item_count(e->value) == 2;
}

/* points = 40 has a value that earns them all; points = { { 0, 5 }, .. } say it themselves. */
static void check_part(arena *memory, const term *t, problem_list *problems) {
    const entry *points = term_entry(t, "points"), *full = term_entry(t, "full");
    bool bands = points && points->value->kind == TERM_TABLE;
    if (!points || term_is_poison(points->value)) return;
    for (size_t i = 0; i < t->count; i++) /* which may have been meant as `full` */
        if (t->entries[i].key && !field_find("part", t->entries[i].key)) return;
    if (!bands && !full) {
        problem_add(problems, t->at,
                    "full = the value that earns all points, or points = "
                    "{ { 0, 5 }, { 10, 20 } }",
                    "a part of score '%.80s' has no 'full'", t->member);
        term_spoil_missing(memory, t, "full");
        return;
    }
    bool fine = !bands || points->value->count > 0;
    for (size_t i = 0; bands && i < points->value->count; i++)
        fine = fine && is_band(&points->value->entries[i]);
    if (!fine)
        problem_add(problems, points->value->at, "write points = { { 0, 5 }, { 10, 20 } }",
                    "the bands of a part are a list of { from, points }");
    else if (bands && full)
        problem_add_two(problems, full->key_at, points->key_at,
                        "leave 'full' out, or write points = 40",
                        "bands say what every value earns: there is no 'full' beside them");
    else
        return;
    term_spoil(memory, points);
}

static void check_score(arena *memory, const term *t, problem_list *problems) {
    enum { MOST_PARTS = 200 };
    (void)memory;
    size_t parts = term_item_count(t);
    if (parts > MOST_PARTS)
        problem_add(problems, t->at, "let a metric sum up what belongs together",
                    "score '%.80s' has %zu parts; at most %d can be followed", t->member, parts,
                    MOST_PARTS);
    if (parts) return;
    problem_add(problems, t->at,
                "write { of = metric.growth, full = percent(20), points = 40 } inside it",
                "score '%.80s' has no parts", t->member);
}

/* Reports a currency that there is none of; the entry's key. */
static void check_code(arena *memory, const entry *e, problem_list *problems) {
    if (e->key && currency_places(e->key) >= 0) return;
    nearest guess = nearest_to(e->key ? e->key : "");
    for (size_t i = 0; e->key && currency_code(i); i++) {
        if (is_lower_case_of(e->key, currency_code(i)))
            guess = (nearest){.wanted = e->key, .best = currency_code(i)};
        nearest_offer(&guess, currency_code(i));
    }
    const char *hint = "write fixed = { EUR = 1.08 }";
    if (guess.best) hint = arena_print(memory, "did you mean '%s'?", guess.best);
    problem_add(problems, e->key_at, hint,
                e->key ? "'%.80s' is no currency" : "a rate has no currency", e->key);
    term_spoil(memory, e);
}

static void check_fx(arena *memory, const term *t, problem_list *problems) {
    const entry *fixed = term_entry(t, "fixed"), *rates = term_entry(t, "rates");
    for (size_t i = 0; fixed && fixed->value->kind == TERM_TABLE && i < fixed->value->count;
         i++)
        check_code(memory, &fixed->value->entries[i], problems);
    if (fixed && rates)
        problem_add_two(problems, fixed->key_at, rates->key_at, "keep one of them",
                        "fx takes either 'rates' or 'fixed'");
    if (!fixed && !rates)
        problem_add(problems, t->at, "write fx { fixed = { EUR = 1.08 } } or fx { rates = .. }",
                    "fx has no rates");
}

static void need_with(arena *memory, const term *t, const char *field, const char *with,
                      problem_list *problems) {
    if (!term_entry(t, with) || term_entry(t, field)) return;
    const char *hint = strcmp(field, "shares") == 0
                           ? "add shares = { vendor = percent(50), partner = percent(50) }"
                           : NULL;
    problem_add(problems, t->at, hint, "fund '%.80s' has '%s' and so needs '%s'", t->member,
                with, field);
    term_spoil_missing(memory, t, field);
}

static void check_fund(arena *memory, const term *t, problem_list *problems) {
    static const char *const of_claims[] = {"where",  "amount",    "order",  "approves",
                                            "shares", "remainder", "partial"};
    for (size_t i = 0; i < sizeof of_claims / sizeof *of_claims; i++)
        need_with(memory, t, "claims", of_claims[i], problems);
    need_with(memory, t, "amount", "claims", problems);
    need_with(memory, t, "shares", "claims", problems);
    need_with(memory, t, "accrues", "each", problems);
    need_with(memory, t, "each", "expires", problems);
    if (term_entry(t, "accrues") || term_entry(t, "opening")) return;
    problem_add(problems, t->at, "accrues = how much each partner earns into it",
                "fund '%.80s' has no 'accrues'", t->member);
    term_spoil_missing(memory, t, "accrues");
}

void details_check(arena *memory, const term *declaration, problem_list *problems) {
    static const struct {
        const char *noun;
        void (*check)(arena *, const term *, problem_list *);
    } checks[] = {{"program", check_program}, {"source", check_source},
                  {"setting", check_setting}, {"ladder", check_ladder},
                  {"fx", check_fx},           {"score", check_score},
                  {"part", check_part},       {"fund", check_fund}};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (strcmp(checks[i].noun, declaration->name) == 0)
            checks[i].check(memory, declaration, problems);
    }
    unlikely_check(declaration, problems);
}

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
        if (is_band(e)) continue;
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
