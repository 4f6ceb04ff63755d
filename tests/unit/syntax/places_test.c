/* places_test.c - where calls, tables and keys stand, and the mistakes that Lua would miss. */
#include "syntax/places.h"

#include "base/memory.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void places_suite(void);

static const char *const nouns[] = {"program", "source", "setting",   "metric", "ladder",
                                    "level",   "fx",     "incentive", "spiff",  NULL};

/* One text, read. */
typedef struct reading {
    arena memory;
    source_file file;
    problem_list problems;
    places *found;
    bool broken;
} reading;

static void read_bytes(reading *r, const char *bytes, size_t length) {
    memset(r, 0, sizeof *r);
    r->file = (source_file){"rules.lua", bytes, length};
    r->problems.memory = &r->memory;
    r->found = places_read(&r->memory, &r->file, nouns, &r->problems, &r->broken);
    CU_ASSERT_PTR_NOT_NULL_FATAL(r->found);
    problem_sort(&r->problems);
}

static void read_text(reading *r, const char *string) {
    read_bytes(r, string, strlen(string));
}

static void done(reading *r) {
    arena_free(&r->memory);
}

static bool is_problem(const reading *r, size_t i, int line, int column, const char *message) {
    if (i >= r->problems.count) return false;
    const problem *p = &r->problems.items[i];
    bool same =
        p->at.line == line && p->at.column == column && strcmp(p->message, message) == 0;
    if (!same) printf("\n  found %d:%d %s", p->at.line, p->at.column, p->message);
    return same;
}

/* The text has this problem and no other. */
static bool has_only(const char *string, int line, int column, const char *message,
                     bool broken) {
    reading r;
    read_text(&r, string);
    bool same =
        r.problems.count == 1 && is_problem(&r, 0, line, column, message) && r.broken == broken;
    done(&r);
    return same;
}

static bool is_fine(const char *string) {
    reading r;
    read_text(&r, string);
    bool fine = r.problems.found == 0 && !r.broken;
    if (!fine) is_problem(&r, 0, 0, 0, "");
    done(&r);
    return fine;
}

static bool hint_is(const char *string, const char *hint) {
    reading r;
    read_text(&r, string);
    bool same = r.problems.count == 1 && strcmp(r.problems.items[0].hint, hint) == 0;
    done(&r);
    return same;
}

static bool stands_at(place at, int line, int column, int width) {
    return at.line == line && at.column == column && at.width == width;
}

static const char example[] =
    "program \"Northwind Partner Program\" { version = \"2026.3\", year_starts = \"01-01\" }\n"
    "\n"
    "source \"deal\" {\n"
    "  partner = \"partner_id\",\n"
    "  columns = { closed_on = date, amount = money, status = text },\n"
    "}\n"
    "metric \"bookings\" {\n"
    "  value = sum(deal.amount, { status = \"won\", closed_on = trailing(12, \"months\") }),\n"
    "}\n"
    "metric \"growth\" {\n"
    "  value = metric.bookings / ago(metric.bookings, 12, \"months\") - 1,\n"
    "}\n"
    "ladder \"tier\" {\n"
    "  current = partner.tier,\n"
    "  level \"registered\" {},\n"
    "  level \"gold\" {\n"
    "    requires = {\n"
    "      bookings = setting.gold_line * setting.region_factor,\n"
    "      any_of { { growth = percent(10) }, { bookings = 400000 } },\n"
    "    },\n"
    "  },\n"
    "}\n"
    "incentive \"volume\" {\n"
    "  pays = marginal(metric.bookings, {\n"
    "    { 0, percent(1) }, { 25000, percent(2) },\n"
    "  }) * by(ladder.tier, { registered = 0, gold = 1.25 }),\n"
    "}\n"
    "incentive \"registration\" {\n"
    "  where = { status = \"won\", closed_on = this \"quarter\" },\n"
    "  requires = { tier = at_least \"silver\" },\n"
    "}\n";

static void a_whole_program_has_no_problems(void) {
    CU_ASSERT_TRUE(is_fine(example));
}

static void a_declaration_is_one_call_whose_table_is_its_second_argument(void) {
    reading r;
    read_text(&r, example);
    const place_call *call = places_take(r.found, 7, "metric");
    CU_ASSERT_PTR_NOT_NULL_FATAL(call);
    CU_ASSERT_TRUE(stands_at(call->at, 7, 1, 6));
    CU_ASSERT_EQUAL(call->end_line, 9);
    CU_ASSERT_EQUAL_FATAL(call->table_count, 2);
    CU_ASSERT_PTR_NULL(call->tables[0]);
    const place_entry *value = place_table_entry(call->tables[1], "value");
    CU_ASSERT_PTR_NOT_NULL_FATAL(value);
    CU_ASSERT_TRUE(stands_at(value->key_at, 8, 3, 5));
    CU_ASSERT_TRUE(stands_at(value->value_at, 8, 11, 3));
    CU_ASSERT_PTR_NULL(value->table);
    CU_ASSERT_PTR_NULL(place_table_entry(call->tables[1], "valu"));
    done(&r);
}

static void a_call_knows_its_table_arguments_and_their_keys(void) {
    reading r;
    read_text(&r, example);
    const place_call *call = places_take(r.found, 8, "sum");
    CU_ASSERT_PTR_NOT_NULL_FATAL(call);
    CU_ASSERT_EQUAL_FATAL(call->table_count, 2);
    CU_ASSERT_PTR_NULL(call->tables[0]);
    const place_entry *closed_on = place_table_entry(call->tables[1], "closed_on");
    CU_ASSERT_PTR_NOT_NULL_FATAL(closed_on);
    CU_ASSERT_TRUE(stands_at(closed_on->key_at, 8, 46, 9));
    CU_ASSERT_TRUE(stands_at(closed_on->value_at, 8, 58, 8));
    done(&r);
}

static void tables_nest(void) {
    reading r;
    read_text(&r, example);
    const place_call *ladder = places_take(r.found, 13, "ladder");
    CU_ASSERT_PTR_NOT_NULL_FATAL(ladder);
    const place_entry *second = place_table_item(ladder->tables[1], 1);
    CU_ASSERT_PTR_NOT_NULL_FATAL(second);
    CU_ASSERT_TRUE(stands_at(second->value_at, 16, 3, 5));
    CU_ASSERT_PTR_NULL(place_table_item(ladder->tables[1], 2));
    const place_call *gold = places_take(r.found, 16, "level");
    const place_entry *requires = place_table_entry(gold->tables[1], "requires");
    CU_ASSERT_PTR_NOT_NULL_FATAL(requires->table);
    CU_ASSERT_TRUE(
        stands_at(place_table_entry(requires->table, "bookings")->value_at, 18, 18, 7));
    const place_call *any = places_take(r.found, 19, "any_of");
    CU_ASSERT_EQUAL_FATAL(any->table_count, 1);
    const place_entry *growth = place_table_item(any->tables[0], 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(growth->table);
    CU_ASSERT_TRUE(stands_at(place_table_entry(growth->table, "growth")->value_at, 19, 27, 7));
    done(&r);
}

static void references_are_joined_and_taken_in_order(void) {
    reading r;
    read_text(&r, example);
    const place_call *first = places_take(r.found, 11, "metric.bookings");
    const place_call *second = places_take(r.found, 11, "metric.bookings");
    CU_ASSERT_TRUE(stands_at(first->at, 11, 11, 15));
    CU_ASSERT_TRUE(stands_at(second->at, 11, 33, 15));
    CU_ASSERT_PTR_EQUAL(places_take(r.found, 11, "metric.bookings"), first);
    done(&r);
}

static void a_reference_of_three_names_has_both_its_parts(void) {
    reading r;
    read_text(&r, "x = deal.product\n  .family\ny = deal [\"region\"]");
    CU_ASSERT_TRUE(stands_at(places_take(r.found, 1, "deal.product")->at, 1, 5, 12));
    CU_ASSERT_PTR_NOT_NULL(places_take(r.found, 2, "deal.product.family"));
    CU_ASSERT_TRUE(stands_at(places_take(r.found, 3, "deal.region")->at, 3, 5, 15));
    CU_ASSERT_PTR_NULL(places_take(r.found, 3, "deal.product"));
    done(&r);
}

static void inner_calls_end_before_outer_ones(void) {
    reading r;
    read_text(&r, "x = min(1, min(2, 3)) + min(4, 5)");
    CU_ASSERT_EQUAL(places_take(r.found, 1, "min")->at.column, 12);
    CU_ASSERT_EQUAL(places_take(r.found, 1, "min")->at.column, 5);
    CU_ASSERT_EQUAL(places_take(r.found, 1, "min")->at.column, 25);
    CU_ASSERT_EQUAL(places_take(r.found, 1, "min")->at.column, 12);
    done(&r);
}

static void a_chain_of_calls_has_the_line_of_its_beginning_or_of_its_argument(void) {
    reading r;
    read_text(&r, "x = sum(deal.amount)\n  :per(\"quarter\",\n 4)\n  :lowest()");
    const place_call *per = places_take(r.found, 1, "per");
    CU_ASSERT_PTR_NOT_NULL_FATAL(per);
    CU_ASSERT_TRUE(stands_at(per->at, 2, 4, 3));
    CU_ASSERT_EQUAL(per->end_line, 3);
    CU_ASSERT_PTR_EQUAL(places_take(r.found, 2, "per"), per);
    CU_ASSERT_PTR_EQUAL(places_take(r.found, 1, "lowest"), places_take(r.found, 4, "lowest"));
    CU_ASSERT_PTR_NULL(places_take(r.found, 3, "lowest"));
    done(&r);
}

static void words_stand_where_they_are_values_rather_than_keys(void) {
    reading r;
    read_text(&r, "x = {\n  tier = p.tier, y = tier, -- gold\n}");
    CU_ASSERT_TRUE(stands_at(places_find(r.found, 2, "tier"), 2, 22, 4));
    CU_ASSERT_EQUAL(places_find(r.found, 2, "gold").column, 0);
    CU_ASSERT_EQUAL(places_find(r.found, 2, "tie").column, 0);
    CU_ASSERT_EQUAL(places_find(r.found, 99, "tier").column, 0);
    done(&r);
}

static void keys_in_brackets_are_decoded(void) {
    reading r;
    read_text(&r, "f { [\"2026-01-01\"] = 1, [\"a\\x20\\u{e9}\\\n\"] = 2, [012] = 3, [x] = 4, "
                  "[ [[long]] ] = 5, [ [==[\nlonger]==] ] = 6 }");
    const place_call *call = places_take(r.found, 1, "f");
    CU_ASSERT_PTR_NOT_NULL_FATAL(call);
    CU_ASSERT_PTR_NOT_NULL(place_table_entry(call->tables[0], "2026-01-01"));
    CU_ASSERT_PTR_NOT_NULL(place_table_entry(call->tables[0], "a \xC3\xA9\n"));
    CU_ASSERT_TRUE(place_table_entry(call->tables[0], "12")->numbered);
    CU_ASSERT_TRUE(call->tables[0]->entries[3].computed);
    CU_ASSERT_EQUAL(call->tables[0]->item_count, 0);
    CU_ASSERT_PTR_NOT_NULL(place_table_entry(call->tables[0], "long"));
    done(&r);
}

static void operators_are_refused_inside_declarations(void) {
    static const struct {
        const char *text, *message, *hint;
    } cases[] = {
        {"metric \"x\" { a = b >= 1 }", "'>=' cannot build a rule", "write x:at_least(v)"},
        {"metric \"x\" { a = b > 1 }", "'>' cannot build a rule", "write x:above(v)"},
        {"metric \"x\" { a = b <= 1 }", "'<=' cannot build a rule", "write x:at_most(v)"},
        {"metric \"x\" { a = b < 1 }", "'<' cannot build a rule", "write x:below(v)"},
        {"metric \"x\" { a = b == 1 }", "'==' cannot build a rule",
         "write x:is(v), or field = v in a table"},
        {"metric \"x\" { a = b ~= 1 }", "'~=' cannot build a rule",
         "write x:is_not(v), or field = is_not(v) in a table"},
        {"metric \"x\" { a = b and c }", "'and' cannot build a rule",
         "write all_of { .., .. }"},
        {"metric \"x\" { a = b or 1 }", "'or' cannot build a rule",
         "write any_of { .., .. }, or or_else(x, y) for a missing value"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CU_ASSERT_TRUE(has_only(cases[i].text, 1, 20, cases[i].message, false));
        CU_ASSERT_TRUE(hint_is(cases[i].text, cases[i].hint));
    }
    CU_ASSERT_TRUE(has_only("fx { a = not b }", 1, 10, "'not' cannot build a rule", false));
    CU_ASSERT_TRUE(
        has_only("level \"a\" { f(g { x\n<= 1 }) }", 2, 1, "'<=' cannot build a rule", false));
    CU_ASSERT_TRUE(
        has_only("metric \"x\" { a = b != 1 }", 1, 20, "'!=' cannot build a rule", true));
}

static void operators_are_fine_in_functions_and_outside_declarations(void) {
    CU_ASSERT_TRUE(
        is_fine("metric \"x\" { value = function(p) if not p.a then return { p.b >= 1 "
                "} end return p.c == 2 or f(p.d < 3) end, title = \"a and b\" }"));
    CU_ASSERT_TRUE(is_fine("local a <const>, b <close> = 1 >= 2, { c ~= d and not e }"));
    CU_ASSERT_TRUE(is_fine("local t = x == 1 and f { a < b } -- x or y"));
}

static void a_missing_comma_is_told_where_it_belongs(void) {
    CU_ASSERT_TRUE(
        has_only("ladder \"tier\" {\n  level \"silver\" {\n  }\n  level \"gold\" {},\n}", 3, 3,
                 "a comma is missing after this level", true));
    CU_ASSERT_TRUE(hint_is("ladder \"tier\" { level \"a\" {} level \"b\" {} }",
                           "write ',' after the '}'"));
    CU_ASSERT_TRUE(has_only("x = {\n  a = 1 -- one\n  b = 2 }", 2, 7,
                            "a comma is missing after this entry", true));
    CU_ASSERT_TRUE(has_only("x = { { 0, 1 } { 2, 3 } }", 1, 14,
                            "a comma is missing after this entry", true));
    CU_ASSERT_TRUE(
        has_only("x = { \"x\" \"y\" }", 1, 7, "a comma is missing after this entry", true));
    CU_ASSERT_TRUE(has_only("x = { a = y\n  [\"b\"] = 2 }", 1, 11,
                            "a comma is missing after this entry", true));
    CU_ASSERT_TRUE(has_only("x = { function() end y }", 1, 18,
                            "a comma is missing after this entry", true));
    CU_ASSERT_TRUE(
        has_only("x = f(1 2)", 1, 7, "a comma is missing after this argument", true));
}

static void chains_of_calls_need_no_comma(void) {
    CU_ASSERT_TRUE(is_fine("x = { f \"x\" { 1 }, f { 1 } { 2 }, f(1) { 2 }, g \"a\" \"b\" }"));
    CU_ASSERT_TRUE(is_fine("x = { f { 1 }\n { 2 }, a[1] { 2 }; (y) \"z\", x:y {} ; }"));
    CU_ASSERT_TRUE(is_fine("x = { a = 1, b = -1 - 2 .. \"x\", #y, ... }"));
    CU_ASSERT_TRUE(is_fine("a = 1 b = 2 f(a) g \"b\" local c = { } d = c"));
    CU_ASSERT_TRUE(
        is_fine("for i, x in pairs(t) do while x do y() end end repeat z() until x"));
}

static void a_key_written_twice_shows_both_places(void) {
    reading r;
    read_text(&r, "x = {\n  bookings = 1,\n  a = { bookings = 1 },\n  [\"bookings\"] = 2,\n}");
    CU_ASSERT_EQUAL(r.problems.count, 1);
    CU_ASSERT_TRUE(is_problem(&r, 0, 4, 4, "'bookings' is written twice in this table"));
    CU_ASSERT_TRUE(stands_at(r.problems.items[0].also, 2, 3, 8));
    CU_ASSERT_STRING_EQUAL(r.problems.items[0].hint,
                           "keep the one of line 2 or the one of line 4");
    CU_ASSERT_FALSE(r.broken);
    done(&r);
    CU_ASSERT_TRUE(has_only("x = { [1] = 2, [01] = 3 }", 1, 17,
                            "'1' is written twice in this table", false));
}

static void keys_that_only_look_alike_are_fine(void) {
    CU_ASSERT_TRUE(is_fine("x = { a = 1, b = { a = 2 }, [a] = 3, [a] = 4, a, a, \"a\" }"));
    CU_ASSERT_TRUE(is_fine("x = { [1] = 2, [\"1\"] = 3, [\"a\\0b\"] = 1, [\"a\\0c\"] = 2 }"));
}

static void an_open_bracket_is_shown_where_it_was_opened(void) {
    CU_ASSERT_TRUE(
        has_only("metric \"x\" {\n  a = 1,\n", 1, 12, "this '{' is never closed", true));
    CU_ASSERT_TRUE(has_only("x = f(1, (2)", 1, 6, "this '(' is never closed", true));
    CU_ASSERT_TRUE(
        has_only("ladder \"t\" {\n  level \"a\" {\n    b = {\n  },\n}\nmetric \"x\" {\n}\n", 3,
                 9, "this '{' is never closed", true));
    reading r;
    read_text(&r, "metric \"x\" {\n  a = 1,\nmetric \"y\" {\n}\nmetric \"z\" {\n}\n");
    CU_ASSERT_EQUAL(r.problems.count, 1);
    CU_ASSERT_TRUE(is_problem(&r, 0, 1, 12, "this '{' is never closed"));
    CU_ASSERT_EQUAL(r.problems.items[0].also.line, 3);
    CU_ASSERT_STRING_EQUAL(r.problems.items[0].hint, "write '}' before line 3");
    done(&r);
}

static void crossed_brackets_show_both_places(void) {
    reading r;
    read_text(&r, "metric \"x\" {\n  a = sum(b, { c = 1 },\n}");
    CU_ASSERT_EQUAL(r.problems.count, 1);
    CU_ASSERT_TRUE(is_problem(&r, 0, 3, 1, "')' is missing before this '}'"));
    CU_ASSERT_TRUE(stands_at(r.problems.items[0].also, 2, 10, 1));
    CU_ASSERT_TRUE(r.broken);
    done(&r);
    CU_ASSERT_TRUE(has_only("x = 1 }", 1, 7, "this '}' closes nothing", true));
    CU_ASSERT_TRUE(is_fine("x = f(function() return { g({ [h(1)] = 2 }) } end)"));
}

static void texts_and_comments_must_end(void) {
    CU_ASSERT_TRUE(has_only("x = \"abc\ny = 1", 1, 5, "this text has no closing \"", true));
    CU_ASSERT_TRUE(has_only("x = 'abc", 1, 5, "this text has no closing '", true));
    CU_ASSERT_TRUE(has_only("x = [=[ abc ]]", 1, 5, "this text never ends", true));
    CU_ASSERT_TRUE(has_only("x = 1\n --[[ abc", 2, 2, "this comment never ends", true));
    CU_ASSERT_TRUE(
        is_fine("x = \"a\\\"b\\z  \n  c\\\nd\" .. 'e\"' .. [=[ ]] \" ]=] --[[ { ]] -- ("));
}

static void other_slips_are_told_in_a_designers_words(void) {
    CU_ASSERT_TRUE(has_only("source \"d\" { columns = { end = date } }", 1, 26,
                            "'end' is a word of Lua and cannot be a name", true));
    CU_ASSERT_TRUE(has_only("x = { y = deal.end }", 1, 16,
                            "'end' is a word of Lua and cannot be a name", true));
    CU_ASSERT_TRUE(has_only("x = sum(deal.amount, status = 1)", 1, 22,
                            "'status =' must stand inside { }", true));
    CU_ASSERT_TRUE(has_only("metric \"x\" {\n  a = sum(b,\n  c = 1,\n}", 2, 10,
                            "this '(' is never closed", true));
    CU_ASSERT_TRUE(has_only("x = \xE2\x80\x9Cgold\xE2\x80\x9D", 1, 5,
                            "\xE2\x80\x9C is not a quote", true));
    CU_ASSERT_TRUE(is_fine("x = { ending = 1, [\"end\"] = 2, y = deal.ending }"));
}

static void line_ends_of_other_systems_count_once(void) {
    reading r;
    read_text(&r, "metric \"x\" {\r\n  a = 1,\r\n  a = 2,\r\n}\r\n");
    CU_ASSERT_TRUE(is_problem(&r, 0, 3, 3, "'a' is written twice in this table"));
    CU_ASSERT_EQUAL(places_take(r.found, 1, "metric")->end_line, 4);
    done(&r);
}

static void any_bytes_can_be_read(void) {
    reading r;
    read_bytes(&r, "x = {\0}", 7);
    CU_ASSERT_TRUE(is_problem(&r, 0, 1, 6, "the byte 0 cannot stand here"));
    done(&r);
    CU_ASSERT_TRUE(is_fine(""));
    enum { SIZE = 20000 };
    char *noise = malloc(SIZE);
    CU_ASSERT_PTR_NOT_NULL_FATAL(noise);
    unsigned seed = 7;
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < SIZE; i++) {
            seed = seed * 1103515245u + 12345u;
            noise[i] = round % 2 ? (char)(seed >> 16) : "{}()[]=,.:\"'a\n1 "[(seed >> 16) & 15];
        }
        read_bytes(&r, noise, SIZE);
        done(&r);
    }
    free(noise);
}

static void deep_nesting_is_refused_not_followed(void) {
    enum { SIZE = 10000 };
    static const char openers[] = "{([";
    char *deep = malloc(SIZE);
    CU_ASSERT_PTR_NOT_NULL_FATAL(deep);
    for (const char *c = openers; *c; c++) {
        memset(deep, *c, SIZE);
        memcpy(deep, "x = x", 5);
        reading r;
        read_bytes(&r, deep, SIZE);
        CU_ASSERT_EQUAL(r.problems.count, 1);
        CU_ASSERT_TRUE(r.broken);
        done(&r);
    }
    free(deep);
}

static void memory_that_runs_out_is_told_upward(void) {
    for (size_t n = 1;; n++) {
        arena memory = {0};
        problem_list problems = {.memory = &memory};
        source_file file = {"rules.lua", example, strlen(example)};
        bool broken;
        memory_fail_after(n);
        places *found = places_read(&memory, &file, nouns, &problems, &broken);
        memory_fail_after(0);
        CU_ASSERT_TRUE(found || memory.failed);
        arena_free(&memory);
        if (found) break;
    }
}

void places_suite(void) {
    static const struct {
        const char *name;
        CU_TestFunc run;
    } tests[] = {
        {"a whole program has no problems", a_whole_program_has_no_problems},
        {"a declaration is one call whose table is its second argument",
         a_declaration_is_one_call_whose_table_is_its_second_argument},
        {"a call knows its table arguments and their keys",
         a_call_knows_its_table_arguments_and_their_keys},
        {"tables nest", tables_nest},
        {"references are joined and taken in order", references_are_joined_and_taken_in_order},
        {"a reference of three names has both its parts",
         a_reference_of_three_names_has_both_its_parts},
        {"inner calls end before outer ones", inner_calls_end_before_outer_ones},
        {"a chain of calls has the line of its beginning or of its argument",
         a_chain_of_calls_has_the_line_of_its_beginning_or_of_its_argument},
        {"words stand where they are values rather than keys",
         words_stand_where_they_are_values_rather_than_keys},
        {"keys in brackets are decoded", keys_in_brackets_are_decoded},
        {"operators are refused inside declarations",
         operators_are_refused_inside_declarations},
        {"operators are fine in functions and outside declarations",
         operators_are_fine_in_functions_and_outside_declarations},
        {"a missing comma is told where it belongs", a_missing_comma_is_told_where_it_belongs},
        {"chains of calls need no comma", chains_of_calls_need_no_comma},
        {"a key written twice shows both places", a_key_written_twice_shows_both_places},
        {"keys that only look alike are fine", keys_that_only_look_alike_are_fine},
        {"an open bracket is shown where it was opened",
         an_open_bracket_is_shown_where_it_was_opened},
        {"crossed brackets show both places", crossed_brackets_show_both_places},
        {"texts and comments must end", texts_and_comments_must_end},
        {"other slips are told in a designer's words",
         other_slips_are_told_in_a_designers_words},
        {"line ends of other systems count once", line_ends_of_other_systems_count_once},
        {"any bytes can be read", any_bytes_can_be_read},
        {"deep nesting is refused, not followed", deep_nesting_is_refused_not_followed},
        {"memory that runs out is told upward", memory_that_runs_out_is_told_upward},
    };
    CU_pSuite suite = CU_add_suite("places", NULL, NULL);
    for (size_t i = 0; suite && i < sizeof tests / sizeof *tests; i++)
        CU_add_test(suite, tests[i].name, tests[i].run);
}
