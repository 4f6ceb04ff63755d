/* details.c - currencies, years, columns, ranges, levels of declarations.
 *
 * One function a noun, in a table. */
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

bool details_is_band(const entry *e) {
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
        fine = fine && details_is_band(&points->value->entries[i]);
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
