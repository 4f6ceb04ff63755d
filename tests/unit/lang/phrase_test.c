/* phrase_test.c - expressions as designers read them. Rules are loaded from text. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkdtemp */
#endif
#include "lang/phrase.h"

#include "lang/load.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const HEAD = "program \"P\" { currency = \"USD\" }\n"
                                "source \"partner\" { columns = { region = text } }\n"
                                "source \"deal\" { partner = \"partner_id\", columns = { "
                                "amount = money, closed_on = date } }\n";

/* The value of metric "m" { value = .. } in the memory of the caller. */
static const term *value_of(arena *memory, const char *expression) {
    char folder[] = "/tmp/rung-phrase-XXXXXX", path[64];
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/program.lua", folder);
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fprintf(file, "%smetric \"m\" { value = %s }\n", HEAD, expression);
    fclose(file);
    problem_list problems = {.memory = memory};
    const declarations *found = lang_load(memory, path, &problems);
    unlink(path);
    rmdir(folder);
    if (!found) printf("\n    %s", problems.items[0].message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    return term_field(found->items[found->count - 1], "value");
}

static bool reads(const char *expression, const char *expected) {
    arena memory = {0};
    const char *phrase = phrase_text_of(&memory, value_of(&memory, expression));
    bool same = phrase && strcmp(phrase, expected) == 0;
    if (!same) printf("\n    %s\n    %s", phrase ? phrase : "", expected);
    arena_free(&memory);
    return same;
}

static void amounts_and_rates_read_as_people_write_them(void) {
    CU_ASSERT_TRUE(reads("percent(3) * deal.amount", "3% * deal.amount"));
    CU_ASSERT_TRUE(reads("usd(12400)", "$12,400"));
    CU_ASSERT_TRUE(reads("usd(12400.5)", "$12,400.50"));
    CU_ASSERT_TRUE(reads("usd(-1234567)", "-$1,234,567"));
    CU_ASSERT_TRUE(reads("usd(999)", "$999"));
    CU_ASSERT_TRUE(reads("50000", "50000"));
    CU_ASSERT_TRUE(reads("decimal \"0.125\" * 2", "0.125 * 2"));
    CU_ASSERT_TRUE(reads("deal.amount * fraction(1, 3)", "deal.amount * (1/3)"));
}

static void parentheses_stand_only_where_they_matter(void) {
    CU_ASSERT_TRUE(reads("metric.a - (metric.b - metric.c)", "a - (b - c)"));
    CU_ASSERT_TRUE(reads("(metric.a - metric.b) - metric.c", "a - b - c"));
    CU_ASSERT_TRUE(reads("(metric.a + metric.b) * metric.c", "(a + b) * c"));
    CU_ASSERT_TRUE(reads("metric.a + (metric.b + metric.c)", "a + b + c"));
    CU_ASSERT_TRUE(reads("metric.a / (metric.b * metric.c)", "a / (b * c)"));
    CU_ASSERT_TRUE(reads("metric.a * (metric.b / metric.c)", "a * (b / c)"));
    CU_ASSERT_TRUE(reads("-(metric.a + 1)", "-(a + 1)"));
    CU_ASSERT_TRUE(reads("-metric.a * 2", "-a * 2"));
}

static void bands_and_choices_read_in_one_line(void) {
    CU_ASSERT_TRUE(reads("marginal(metric.q, { { 0, percent(1) }, { 25000, percent(2) } })",
                         "marginal(q, 0: 1%, 25,000: 2%)"));
    CU_ASSERT_TRUE(reads("by(partner.region, { NA = 1, default = 0.9 })",
                         "by(partner.region, NA: 1, default: 0.9)"));
    CU_ASSERT_TRUE(reads("dated { [\"2026-01-01\"] = 5 }", "dated(2026-01-01: 5)"));
}

static void filters_read_as_sentences(void) {
    CU_ASSERT_TRUE(
        reads("sum(deal.amount, { status = \"won\", closed_on = trailing(12, \"months\") })",
              "sum(deal.amount where status = \"won\", closed_on in trailing 12 months)"));
    CU_ASSERT_TRUE(reads("count(deal, { closed_on = this \"quarter\" })",
                         "count(deal where closed_on in this quarter)"));
    CU_ASSERT_TRUE(reads("count(deal, { closed_on = last(\"month\", { ago = 12 }) })",
                         "count(deal where closed_on in last month, 12 months back)"));
    CU_ASSERT_TRUE(reads("count(deal, { closed_on = between(\"2026-08-01\", \"2026-09-30\") })",
                         "count(deal where closed_on between 2026-08-01 and 2026-09-30)"));
    CU_ASSERT_TRUE(reads("count(deal, { level = one_of { \"a\", \"b\" }, tag = is_not \"x\" })",
                         "count(deal where level = \"a\" or \"b\", tag is not \"x\")"));
    CU_ASSERT_TRUE(
        reads("count(deal, { paid = absent, amount = all_of { above(5), at_most(10) } })",
              "count(deal where paid absent, amount all of (above 5; at most 10))"));
    CU_ASSERT_TRUE(reads("ago(metric.a, 12, \"months\")", "ago(a, 12 months)"));
    CU_ASSERT_TRUE(
        reads("when(metric.a:at_least(percent(10)), date \"2026-01-01\" + days(60), as_of)",
              "when(a at least 10%, 2026-01-01 + 60 days, as_of)"));
}

static void requirements_say_at_least(void) {
    arena memory = {0};
    const term *group =
        value_of(&memory, "any_of { { growth = percent(10) }, { a = 1, held = true } }");
    phrase_options options = {.requirements = true};
    text_buffer out = {0};
    phrase_term(&out, group, &options);
    CU_ASSERT_STRING_EQUAL(out.bytes,
                           "any of (growth at least 10%; (a at least 1, held = true))");
    text_free(&out);
    arena_free(&memory);
}

static bool say_forty(void *context, const term *t, text_buffer *out) {
    if (t->kind != TERM_REFERENCE) return false;
    ++*(int *)context;
    text_append_string(out, "40");
    return true;
}

static void values_can_stand_for_references(void) {
    arena memory = {0};
    int asked = 0;
    phrase_options options = {.value_of = say_forty, .context = &asked};
    text_buffer out = {0};
    phrase_term(&out, value_of(&memory, "metric.a * percent(2) + metric.b"), &options);
    CU_ASSERT_STRING_EQUAL(out.bytes, "40 * 2% + 40");
    CU_ASSERT_EQUAL(asked, 2);
    text_free(&out);
    arena_free(&memory);
}

void phrase_suite(void) {
    CU_pSuite suite = CU_add_suite("phrase", NULL, NULL);
    CU_add_test(suite, "amounts and rates read as people write them",
                amounts_and_rates_read_as_people_write_them);
    CU_add_test(suite, "parentheses stand only where they matter",
                parentheses_stand_only_where_they_matter);
    CU_add_test(suite, "bands and choices read in one line",
                bands_and_choices_read_in_one_line);
    CU_add_test(suite, "filters read as sentences", filters_read_as_sentences);
    CU_add_test(suite, "requirements say at least", requirements_say_at_least);
    CU_add_test(suite, "values can stand for references", values_can_stand_for_references);
}
