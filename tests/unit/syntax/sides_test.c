/* sides_test.c - operators between plain values, and at expressions, as far as a text shows. */
#include "syntax/sides.h"

#include <CUnit/Basic.h>
#include <string.h>

/* What the text shows of its last operator that is written so. */
static void look(const char *bytes, const char *sign, bool *plain, bool *expression) {
    arena memory = {0};
    source_file file = {.name = "rules.lua", .bytes = bytes, .length = strlen(bytes)};
    token_list list;
    sides known;
    *plain = *expression = false;
    CU_ASSERT_TRUE_FATAL(tokens_read(&list, &memory, &file));
    CU_ASSERT_TRUE_FATAL(sides_read(&known, &memory, &list));
    for (size_t i = 0; i < list.count; i++) {
        if (!token_is(&list, &list.items[i], sign)) continue;
        *plain = sides_are_plain(&known, &list.items[i]);
        *expression = sides_have_expression(&known, &list.items[i]);
    }
    arena_free(&memory);
}

static bool is_plain(const char *bytes, const char *sign) {
    bool plain, expression;
    look(bytes, sign, &plain, &expression);
    return plain && !expression;
}

static bool has_expression(const char *bytes, const char *sign) {
    bool plain, expression;
    look(bytes, sign, &plain, &expression);
    return expression && !plain;
}

static void locals_with_literals_are_plain(void) {
    CU_ASSERT_TRUE(is_plain("local n = 3  return n == 3", "=="));
    CU_ASSERT_TRUE(is_plain("local n <const> = -3  return (n + 1) * 2 >= 4 * n", ">="));
    CU_ASSERT_TRUE(is_plain("local strict = true  return strict and 2 or 1", "or"));
    CU_ASSERT_TRUE(is_plain("local a, b = 'x', false  return a == 'y' and f()", "and"));
    CU_ASSERT_TRUE(is_plain("local strict = true  return not strict", "not"));
}

static void what_is_not_certain_is_not_plain(void) {
    CU_ASSERT_FALSE(is_plain("return 'won' or 'lost'", "or"));
    CU_ASSERT_FALSE(is_plain("local n = 3  n = f()  return n == 3", "=="));
    CU_ASSERT_FALSE(is_plain("local n = 3  for n = 1, 2 do return n == 3 end", "=="));
    CU_ASSERT_FALSE(is_plain("local n = 3  local n = deal.amount  return n == 3", "=="));
    CU_ASSERT_FALSE(is_plain("local n = 3  return status == 'won'", "=="));
    CU_ASSERT_FALSE(is_plain("local n = f(3)  return n == 3", "=="));
    CU_ASSERT_FALSE(is_plain("local n, m = 3  return m == 3", "=="));
}

static void columns_words_and_their_locals_are_expressions(void) {
    CU_ASSERT_TRUE(has_expression("return partner.tier == 'gold'", "=="));
    CU_ASSERT_TRUE(has_expression("return 3 ~= 2 * deal.amount", "~="));
    CU_ASSERT_TRUE(
        has_expression("local big = ladder.tier:is 'gold'  return big and x", "and"));
    CU_ASSERT_TRUE(has_expression("return not (percent(5) + x)", "not"));
    CU_ASSERT_TRUE(has_expression("return sum(deal.amount, { a = 1 }) or 2", "or"));
}

static void a_choice_of_expressions_by_what_lua_knows_is_none(void) {
    CU_ASSERT_FALSE(has_expression("return strict and deal.amount", "and"));
    CU_ASSERT_FALSE(has_expression("return strict and deal.amount or deal.units", "or"));
    CU_ASSERT_FALSE(has_expression("return math.pi == 3", "=="));
    CU_ASSERT_FALSE(has_expression("local t = { a = 1 }  return t.a == 3", "=="));
}

void sides_suite(void) {
    CU_pSuite suite = CU_add_suite("sides", NULL, NULL);
    CU_add_test(suite, "locals with literals are plain", locals_with_literals_are_plain);
    CU_add_test(suite, "what is not certain is not plain", what_is_not_certain_is_not_plain);
    CU_add_test(suite, "columns, words and their locals are expressions",
                columns_words_and_their_locals_are_expressions);
    CU_add_test(suite, "a choice of expressions by what Lua knows is none",
                a_choice_of_expressions_by_what_lua_knows_is_none);
}
