/* call_test.c - functions of rules: what is found in their text, what they compute, and that a
 * call leaves nothing behind. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkstemp */
#endif
#include "lang/call.h"
#include "lang/load.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ITEMS = 3 };

static const char *const HEAD =
    "program \"P\" { version = \"1\", currency = \"USD\", year_starts = \"01-01\" }\n"
    "source \"partner\" { id = \"id\", columns = { region = text } }\n";

/* One program, and one batch of its first function. */
typedef struct trial {
    arena memory;
    problem_list problems;
    const declarations *rules;
    callables *called;
    number values[ITEMS], results[ITEMS];
    uint8_t states[ITEMS], result_states[ITEMS];
    call_column reads[4];
    call_batch batch;
} trial;

static const declarations *load(trial *t, const char *code) {
    char path[] = "/tmp/rung-call-XXXXXX";
    int file = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(file >= 0);
    FILE *out = fdopen(file, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    fprintf(out, "%s%s\n", HEAD, code);
    fclose(out);
    const declarations *rules = lang_load(&t->memory, path, &t->problems);
    unlink(path);
    return rules;
}

static trial *begin(const char *code) {
    trial *t = calloc(1, sizeof *t);
    CU_ASSERT_PTR_NOT_NULL_FATAL(t);
    t->problems.memory = &t->memory;
    t->rules = load(t, code);
    CU_ASSERT_PTR_NOT_NULL_FATAL(t->rules);
    t->called = callables_create(t->rules, "USD");
    CU_ASSERT_PTR_NOT_NULL_FATAL(t->called);
    for (int i = 0; i < ITEMS; i++) {
        t->values[i] = (i + 1) * NUMBER_ONE;
        t->states[i] = CALL_VALUE;
    }
    for (int i = 0; i < 4; i++)
        t->reads[i] = (call_column){
            .kind = CALL_DECIMAL, .values = t->values, .states = t->states, .step = 1};
    t->batch = (call_batch){.rule = "m",
                            .count = ITEMS,
                            .reads = t->reads,
                            .values = t->results,
                            .states = t->result_states,
                            .memory = &t->memory};
    return t;
}

static void finish(trial *t) {
    callables_free(t->called);
    arena_free(&t->memory);
    free(t);
}

static const char *shown(const trial *t, int item) {
    static char digits[NUMBER_TEXT];
    if (t->result_states[item] != CALL_VALUE) return "none";
    number_print(digits, t->results[item], 0);
    return digits;
}

static bool same(const char *got, const char *expected) {
    if (strcmp(got, expected) == 0) return true;
    fprintf(stderr, "\n  expected: %s\n  got:      %s\n", expected, got);
    return false;
}

/* The metric's function of p.x gives these for x = 1, 2, 3. */
static bool gives(const char *code, const char *a, const char *b, const char *c) {
    trial *t = begin(code);
    CU_ASSERT_TRUE(callables_run(t->called, &t->batch));
    const char *expected[] = {a, b, c};
    bool fine = true;
    for (int i = 0; i < ITEMS; i++)
        fine = same(shown(t, i), expected[i]) && fine;
    if (t->batch.errors) fprintf(stderr, "  %s\n", t->batch.errors->message);
    finish(t);
    return fine;
}

/* All three calls fail with this. */
static bool fails(const char *code, const char *message) {
    trial *t = begin(code);
    CU_ASSERT_TRUE(callables_run(t->called, &t->batch));
    size_t count = 0;
    bool fine = true;
    for (const call_error *e = t->batch.errors; e; e = e->next, count++)
        fine = same(e->message, message) && fine;
    CU_ASSERT_EQUAL(count, ITEMS);
    finish(t);
    return fine && count == ITEMS;
}

#define METRIC(body) "metric \"m\" { value = function(p) " body " end }"

static void decimals_calculate_exactly(void) {
    CU_ASSERT_TRUE(gives(METRIC("return p.x * 0.05 + 1 - -p.x"), "2.05", "3.1", "4.15"));
    CU_ASSERT_TRUE(gives(METRIC("return p.x / 3 * 3"), "1", "2", "3"));
    CU_ASSERT_TRUE(gives(METRIC("return (p.x * 7) // 2 + (p.x * 7) % 2"), "4", "7", "11"));
    CU_ASSERT_TRUE(gives(METRIC("return p.x / 0"), "none", "none", "none"));
    CU_ASSERT_TRUE(
        gives(METRIC("return p.x * decimal \"0.000000000000000001\" * 1000000000000000000"),
              "1", "2", "3"));
}

static void decimals_compare_with_decimals_and_numbers(void) {
    CU_ASSERT_TRUE(gives(METRIC("return p.x > 2 and 1 or p.x <= decimal \"1\" and 2 or 3"), "2",
                         "3", "1"));
    CU_ASSERT_TRUE(gives(METRIC("return p.x == decimal \"2\" and 1 or 0"), "0", "1", "0"));
    CU_ASSERT_TRUE(gives(METRIC("return decimal \"40\" / 3 * p.x == decimal \"40\" and 1 or 0"),
                         "0", "0", "1"));
    CU_ASSERT_TRUE(
        gives(METRIC("return p.x:is(2) and 1 or p.x:above(2) and 5 or 0"), "0", "1", "5"));
}

static void words_calculate_inside_a_function(void) {
    CU_ASSERT_TRUE(gives(METRIC("return percent(3) + usd(2) + fraction(1, 2) * p.x"), "2.53",
                         "3.03", "3.53"));
    CU_ASSERT_TRUE(gives(METRIC("return max(min(p.x, 2), round(p.x / 3, 1))"), "1", "2", "2"));
    CU_ASSERT_TRUE(gives(METRIC("return or_else(nil, p.x)"), "1", "2", "3"));
    CU_ASSERT_TRUE(fails(METRIC("return eur(5) + p.x"), "'eur': this program counts in USD"));
    CU_ASSERT_TRUE(
        fails(METRIC("return sum(p.x)"),
              "'sum' builds rules and does not calculate inside a function: declare a "
              "metric and read it as p.name"));
}

static void constants_from_outside_are_decimals_inside(void) {
    CU_ASSERT_TRUE(
        gives("local RATE, more = percent(50), { usd(1), deep = { fraction(1, 4) } }\n" METRIC(
                  "return p.x * RATE + more[1] + more.deep[1]"),
              "1.75", "2.25", "2.75"));
    CU_ASSERT_TRUE(
        gives("local pct = percent\n" METRIC("return p.x * pct(10)"), "0.1", "0.2", "0.3"));
}

static void what_stands_outside_cannot_be_changed(void) {
    CU_ASSERT_TRUE(fails("local n = 0\n" METRIC("n = n + 1 return p.x + n"),
                         "'n' stands outside of the function and cannot be changed by it"));
    CU_ASSERT_TRUE(fails("local t = { {} }\n" METRIC("t[1].x = 1 return p.x"),
                         "'t' stands outside of the function and cannot be changed by it"));
    CU_ASSERT_TRUE(fails("local t = { 1 }\n" METRIC("table.insert(t, 2) return p.x"),
                         "'t' stands outside of the function and cannot be changed by it"));
    CU_ASSERT_TRUE(fails(METRIC("y = 1 return p.x"),
                         "'y' would be a global, and globals may not be written: write local"));
    CU_ASSERT_TRUE(fails(METRIC("p.x = 1 return p.x"), "what a rule reads cannot be changed"));
}

static void frozen_tables_read_like_others(void) {
    CU_ASSERT_TRUE(
        gives("local t = { 5, 6, a = 7 }\n" METRIC(
                  "local s = #t for _, v in ipairs(t) do s = s + v end "
                  "for _, v in pairs(t) do s = s + v end "
                  "return s + select('#', table.unpack(t)) + #table.concat(t) + p.x * 0"),
              "35", "35", "35"));
}

static void nonsense_is_an_error_that_says_so(void) {
    CU_ASSERT_TRUE(
        fails(METRIC("return p.x .. \"\""), "'m' returned a text; a number is needed"));
    CU_ASSERT_TRUE(fails(METRIC("return { p.x }"), "'m' returned a table; a number is needed"));
    CU_ASSERT_TRUE(fails(METRIC("return p"), "'m' returned a partner; a number is needed"));
    CU_ASSERT_TRUE(fails(METRIC("return p.x > 0"), "'m' returned true; a number is needed"));
    CU_ASSERT_TRUE(fails(METRIC("local k = \"y\" return p[k]"),
                         "'p.y' is read but does not stand in the function's text as p.y"));
}

static void a_call_that_goes_wrong_spoils_no_other(void) {
    trial *t = begin(METRIC("if p.x < 2 then while true do end end "
                            "if p.x < 3 then local s = \"x\" while true do s = s .. s end end "
                            "return p.x"));
    for (int turn = 0; turn < 3; turn++) {
        t->batch.errors = NULL;
        CU_ASSERT_TRUE(callables_run(t->called, &t->batch));
        CU_ASSERT_EQUAL(t->result_states[0], CALL_WRONG);
        CU_ASSERT_EQUAL(t->result_states[1], CALL_WRONG);
        CU_ASSERT_TRUE(same(shown(t, 2), "3"));
        CU_ASSERT_TRUE(same(t->batch.errors->message, "a text is longer than 64 KiB"));
        CU_ASSERT_TRUE(same(t->batch.errors->next->message,
                            "this function runs without end: stopped after 100,000 steps"));
    }
    finish(t);
}

static void who_reads_what_is_wrong_is_wrong_without_a_word(void) {
    trial *t = begin(METRIC("return p.y and 1 or p.x"));
    uint8_t wrong[ITEMS] = {CALL_NONE, CALL_WRONG, CALL_VALUE};
    t->reads[0].states = wrong; /* p.y */
    CU_ASSERT_TRUE(callables_run(t->called, &t->batch));
    CU_ASSERT_TRUE(same(shown(t, 0), "1"));
    CU_ASSERT_EQUAL(t->result_states[1], CALL_WRONG);
    CU_ASSERT_TRUE(same(shown(t, 2), "1"));
    CU_ASSERT_PTR_NULL(t->batch.errors);
    finish(t);
}

static void rows_are_walked_in_order(void) {
    trial *t = begin(METRIC("local s = 0 for d in p:rows \"deal\" do s = s * 10 + d.units end "
                            "return s + #p:rows \"deal\""));
    uint32_t first[ITEMS] = {0, 2, 2}, last[ITEMS] = {2, 2, 3};
    uint8_t exists[ITEMS] = {1, 1, 0};
    const char *names[] = {"units"};
    call_rows rows = {
        .names = names, .columns = t->reads, .column_count = 1, .first = first, .last = last};
    t->batch.rows = &rows;
    CU_ASSERT_TRUE(callables_run(t->called, &t->batch));
    CU_ASSERT_TRUE(same(shown(t, 0), "14"));
    CU_ASSERT_TRUE(same(shown(t, 1), "0"));
    CU_ASSERT_TRUE(same(shown(t, 2), "4"));
    rows.exists = exists;
    CU_ASSERT_TRUE(callables_run(t->called, &t->batch));
    CU_ASSERT_TRUE(same(shown(t, 2), "0"));
    finish(t);
}

static bool reads(const rule_function *f, size_t i, int parameter, const char *name) {
    return i < f->read_count && f->reads[i].parameter == parameter &&
           same(f->reads[i].name, name);
}

static void reads_are_found_in_the_text_and_in_helpers(void) {
    trial *t = begin("local function a(x, q) return q.one + x.two end\n"
                     "local b = function(q) local r = q return r.three end\n"
                     "metric \"m\" { value = function(row, p)\n"
                     "  if row.four == 5 then return a(p, row) end\n"
                     "  for d in p:rows \"deal\" do if d.five then return b(p) end end\n"
                     "end }");
    const rule_function *f = t->rules->functions[0];
    CU_ASSERT_EQUAL(f->read_count, 4);
    CU_ASSERT_TRUE(reads(f, 0, 0, "four"));
    CU_ASSERT_TRUE(reads(f, 1, 0, "one"));
    CU_ASSERT_TRUE(reads(f, 2, 1, "two"));
    CU_ASSERT_TRUE(reads(f, 3, 1, "three"));
    CU_ASSERT_EQUAL(f->rows_count, 1);
    CU_ASSERT_TRUE(same(f->rows[0].source, "deal"));
    CU_ASSERT_EQUAL(f->equality_count, 1);
    CU_ASSERT_TRUE(same(f->equalities[0].number, "5"));
    CU_ASSERT_EQUAL(f->at.line, 5);
    finish(t);
}

void call_suite(void);

void call_suite(void) {
    CU_pSuite suite = CU_add_suite("lang/call: functions of rules", NULL, NULL);
    CU_add_test(suite, "decimals calculate exactly", decimals_calculate_exactly);
    CU_add_test(suite, "decimals compare with decimals and with numbers",
                decimals_compare_with_decimals_and_numbers);
    CU_add_test(suite, "words of the language calculate inside a function",
                words_calculate_inside_a_function);
    CU_add_test(suite, "amounts declared outside are decimals inside",
                constants_from_outside_are_decimals_inside);
    CU_add_test(suite, "what stands outside of a function cannot be changed by it",
                what_stands_outside_cannot_be_changed);
    CU_add_test(suite, "frozen tables read like others", frozen_tables_read_like_others);
    CU_add_test(suite, "nonsense is an error that says so", nonsense_is_an_error_that_says_so);
    CU_add_test(suite, "a call that goes wrong spoils no other, however often",
                a_call_that_goes_wrong_spoils_no_other);
    CU_add_test(suite, "who reads what is wrong is wrong without another word",
                who_reads_what_is_wrong_is_wrong_without_a_word);
    CU_add_test(suite, "rows are walked in order, those that exist", rows_are_walked_in_order);
    CU_add_test(suite, "reads are found in the text and in that of helpers",
                reads_are_found_in_the_text_and_in_helpers);
}
