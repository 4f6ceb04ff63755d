/* sandbox_test.c - rule files cannot hang, reach out, differ from run to run or change the
 * library. Limits are made tiny and tested at their edges. */
#include "lang/sandbox.h"

#include "base/memory.h"

#include <CUnit/CUnit.h>
#include <lauxlib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct trial {
    const char *code;
    size_t length;
    char answer[256]; /* what the chunk returned, as text */
} trial;

static int run_trial(lua_State *L) {
    trial *t = sandbox_argument(L);
    sandbox_push_environment(L);
    if (sandbox_load(L, t->code, t->length, "rules.lua", -1) != LUA_OK) return lua_error(L);
    lua_call(L, 0, 1);
    snprintf(t->answer, sizeof t->answer, "%s", luaL_tolstring(L, -1, NULL));
    return 0;
}

static sandbox_stop run_in(sandbox *box, const char *code, char *answer, size_t size) {
    trial t = {.code = code, .length = strlen(code)};
    sandbox_stop stop = sandbox_run(box, run_trial, &t);
    snprintf(answer, size, "%s", stop == SANDBOX_FINE ? t.answer : sandbox_message(box));
    return stop;
}

static bool same(const char *got, const char *expected) {
    if (strcmp(got, expected) == 0) return true;
    fprintf(stderr, "\n  expected: %s\n  got:      %s\n", expected, got);
    return false;
}

/* The code ends so, with this answer or message. */
static bool ends_within(sandbox_limits limits, const char *code, sandbox_stop stop,
                        const char *answer) {
    char got[600];
    sandbox *box = sandbox_create(&limits, NULL);
    if (!box) return false;
    sandbox_stop how = run_in(box, code, got, sizeof got);
    sandbox_free(box);
    if (how != stop) fprintf(stderr, "\n  stop %d instead of %d: %s\n", how, stop, code);
    return how == stop && (!answer || same(got, answer));
}

static bool gives(const char *code, const char *answer) {
    return ends_within(sandbox_limits_for_loading(), code, SANDBOX_FINE, answer);
}

static bool fails(const char *code, const char *message) {
    return ends_within(sandbox_limits_for_loading(), code, SANDBOX_ERROR, message);
}

static void test_instructions_at_the_edge(void) {
    sandbox_limits tiny = sandbox_limits_for_loading();
    tiny.instructions = 5000;
    CU_ASSERT(ends_within(tiny, "for i = 1, 3000 do end return 'done'", SANDBOX_FINE, "done"));
    CU_ASSERT(ends_within(tiny, "for i = 1, 6000 do end", SANDBOX_INSTRUCTIONS,
                          "these rules run without end: stopped after 5,000 steps"));
    tiny.instructions = 10;
    CU_ASSERT(ends_within(tiny, "return 'few'", SANDBOX_FINE, "few"));
    CU_ASSERT(ends_within(tiny, "while true do end", SANDBOX_INSTRUCTIONS,
                          "these rules run without end: stopped after 10 steps"));
    CU_ASSERT(ends_within(sandbox_limits_for_loading(), "while true do end",
                          SANDBOX_INSTRUCTIONS,
                          "these rules run without end: stopped after 10 million steps"));
}

static void test_limits_hold_over_runs(void) {
    char got[600];
    sandbox_limits tiny = sandbox_limits_for_loading();
    tiny.instructions = 5000;
    sandbox *box = sandbox_create(&tiny, NULL);
    const char *work = "for i = 1, 2500 do end";
    CU_ASSERT_EQUAL(run_in(box, work, got, sizeof got), SANDBOX_FINE);
    sandbox_renew(box, &tiny);
    CU_ASSERT_EQUAL(run_in(box, work, got, sizeof got), SANDBOX_FINE);
    for (int i = 0; i < 3; i++)
        run_in(box, work, got, sizeof got);
    CU_ASSERT_EQUAL(run_in(box, work, got, sizeof got), SANDBOX_INSTRUCTIONS);
    CU_ASSERT(sandbox_held(box) > 0);
    sandbox_free(box);
}

static void test_dead_stays_dead(void) {
    char got[600], again[600];
    int line;
    sandbox_limits limits = sandbox_limits_for_loading();
    sandbox *box = sandbox_create(&limits, NULL);
    CU_ASSERT_EQUAL(run_in(box, "\n\nwhile true do end", got, sizeof got),
                    SANDBOX_INSTRUCTIONS);
    CU_ASSERT_STRING_EQUAL(sandbox_where(box, &line), "rules.lua");
    CU_ASSERT_EQUAL(line, 3);
    CU_ASSERT_EQUAL(run_in(box, "return 1", again, sizeof again), SANDBOX_INSTRUCTIONS);
    CU_ASSERT_STRING_EQUAL(got, again);
    sandbox_free(box);
}

static void test_an_error_is_not_the_end(void) {
    char got[600];
    sandbox_limits limits = sandbox_limits_for_loading();
    sandbox *box = sandbox_create(&limits, NULL);
    CU_ASSERT_EQUAL(run_in(box, "error('no')", got, sizeof got), SANDBOX_ERROR);
    CU_ASSERT_EQUAL(run_in(box, "return 'yes'", got, sizeof got), SANDBOX_FINE);
    CU_ASSERT_STRING_EQUAL(got, "yes");
    sandbox_free(box);
}

static void test_memory_at_the_edge(void) {
    sandbox_limits tiny = sandbox_limits_for_loading();
    tiny.live_bytes = 256 * 1024;
    CU_ASSERT(ends_within(tiny, "local t = {} for i = 1, 4096 do t[i] = i end return #t",
                          SANDBOX_FINE, "4096"));
    CU_ASSERT(ends_within(tiny, "local t = {} while true do t = {t} end", SANDBOX_MEMORY,
                          "these rules need too much memory: stopped at 256 KiB"));
    tiny = sandbox_limits_for_loading();
    tiny.volume_bytes = 100 * 1024;
    CU_ASSERT(ends_within(tiny, "while true do local t = {1, 2, 3} end", SANDBOX_MEMORY,
                          "these rules need too much memory: stopped at 100 KiB in all"));
}

static void test_a_text_at_the_edge(void) {
    const char *long_text = "a text is longer than 64 KiB";
    sandbox_limits limits = sandbox_limits_for_loading();
    CU_ASSERT(gives("return #('x'):rep(65536)", "65536"));
    CU_ASSERT(ends_within(limits, "('x'):rep(65537)", SANDBOX_STRING, long_text));
    CU_ASSERT(ends_within(limits, "('x'):rep(1 << 62)", SANDBOX_STRING, long_text));
    CU_ASSERT(ends_within(limits, "('x'):rep(1 << 62, 'yz')", SANDBOX_STRING, long_text));
    CU_ASSERT(gives("return #(''):rep(1 << 62)", "0"));
    CU_ASSERT(ends_within(limits, "local s = 'x' while true do s = s .. s end", SANDBOX_STRING,
                          long_text));
    CU_ASSERT(ends_within(limits,
                          "local t = {} for i = 1, 40 do t[i] = ('x'):rep(2000) end "
                          "return table.concat(t)",
                          SANDBOX_STRING, long_text));
}

static void test_patterns_at_the_edge(void) {
    sandbox_limits tiny = sandbox_limits_for_loading();
    tiny.pattern_steps = 1000;
    CU_ASSERT(ends_within(tiny, "return ('a'):rep(100):find('b')", SANDBOX_FINE, "nil"));
    const char *message = "searching a text takes too long: stopped after 1,000 steps";
    CU_ASSERT(ends_within(tiny, "('a'):rep(100):find('.-.-.-b')", SANDBOX_PATTERN, message));
    CU_ASSERT(
        ends_within(tiny, "('a'):rep(100):gsub('.-.-.-b', '')", SANDBOX_PATTERN, message));
    CU_ASSERT(ends_within(tiny, "for w in ('a'):rep(100):gmatch('.-.-.-b') do end",
                          SANDBOX_PATTERN, message));
    CU_ASSERT(ends_within(tiny, "('a'):rep(40000):find(('a'):rep(20000) .. 'b', 1, true)",
                          SANDBOX_PATTERN, message));
}

static void test_time_is_the_last_resort(void) {
    sandbox_limits tiny = sandbox_limits_for_loading();
    tiny.seconds = 1e-9;
    CU_ASSERT(ends_within(tiny, "while true do end", SANDBOX_TIME,
                          "these rules take too long: stopped after 1e-09 seconds"));
}

static void test_calls_without_end(void) {
    sandbox_limits limits = sandbox_limits_for_loading();
    const char *message = "functions call themselves, or each other, without end";
    CU_ASSERT(ends_within(limits, "local function f() return 1 + f() end f()", SANDBOX_STACK,
                          message));
    CU_ASSERT(ends_within(limits, "local function f() return (('a'):gsub('a', f)) end f()",
                          SANDBOX_STACK, message));
    CU_ASSERT(ends_within(limits, "local function f() table.sort({2, 1}, f) end f()",
                          SANDBOX_STACK, message));
}

static void test_work_inside_one_call_counts(void) {
    static const char *const endless[] = {
        "table.move({}, 1, 1 << 61, 1 << 61)",
        "table.concat({}, '', 1, 1 << 40)",
        "table.insert({}, -(1 << 40), 1)",
        "table.remove({}, -(1 << 40))",
        "local t = {} for i = 1, 10000 do t[i] = 1 end while true do table.sort(t) end",
        "local s = ('a'):rep(60000) while true do s:upper() end",
        "local s = ('a'):rep(60000) while true do utf8.codepoint(s, 1, -1) end",
        "local t = {} for i = 1, 50000 do t['k' .. i] = 1 end "
        "for i = 1, 50000 do t['k' .. i] = nil end while true do pairs(t) end",
        "local a, b = ('x'):rep(65536), ('x'):rep(65535) .. 'x' while true do local c = a == b "
        "end",
        "local function f(...) return f(1, ...) end f()",
    };
    sandbox_limits limits = sandbox_limits_for_loading();
    limits.instructions = 1000000;
    limits.seconds = 0;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++)
        CU_ASSERT(ends_within(limits, endless[i], SANDBOX_INSTRUCTIONS, NULL));
}

static void test_nothing_reaches_out(void) {
    static const char *const absent[] = {
        "os",       "io",           "debug",        "package", "require",        "dofile",
        "loadfile", "load",         "loadstring",   "pcall",   "xpcall",         "next",
        "rawget",   "rawset",       "rawequal",     "rawlen",  "collectgarbage", "print",
        "warn",     "setmetatable", "getmetatable", "_G",      "coroutine",
    };
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
        char code[64];
        snprintf(code, sizeof code, "return type(%s)", absent[i]);
        CU_ASSERT(gives(code, "nil"));
        CU_ASSERT_PTR_NOT_NULL(sandbox_why_missing(absent[i]));
        CU_ASSERT_FALSE(sandbox_is_library_name(absent[i]));
    }
    CU_ASSERT_PTR_NULL(sandbox_why_missing("bookings"));
    CU_ASSERT(fails("os.exit(1)", "there is no 'os': rule files cannot reach the system or its "
                                  "clock; the date of evaluation is 'as_of'"));
    CU_ASSERT(fails("return string.dump", "there is no 'string.dump': rule files cannot look "
                                          "inside functions"));
    CU_ASSERT(fails("math.random()",
                    "there is no 'math.random': rules know no chance: the same "
                    "files always declare the same program"));
    CU_ASSERT(fails("string.fromat()",
                    "there is no 'string.fromat' (did you mean 'string.format'?)"));
}

static void test_the_library_cannot_be_changed(void) {
    CU_ASSERT(
        fails("math.floor = 1", "'math' belongs to the rule language and cannot be changed"));
    CU_ASSERT(fails(
        "table.insert(string, 1)",
        "'insert': value 1: this belongs to the rule language and is no table of a rule file"));
    CU_ASSERT(fails(
        "table.move({1}, 1, 1, 1, table)",
        "'move': value 5: this belongs to the rule language and is no table of a rule file"));
    CU_ASSERT(fails(
        "table.sort(math)",
        "'sort': value 1: this belongs to the rule language and is no table of a rule file"));
    CU_ASSERT(
        fails("local s = 'x' s.rep = 1", "'s' is a string and cannot be asked for its parts"));
    CU_ASSERT(sandbox_is_library_name("string"));
    CU_ASSERT(sandbox_is_library_name("ipairs"));
    CU_ASSERT_FALSE(sandbox_is_library_name("deal"));
}

static void test_pairs_has_one_order(void) {
    CU_ASSERT(
        gives("local t, out = {b = 1, [3] = 1, a = 1, [1] = 1, [2.5] = 1, [-1] = 1, B = 1, "
              "[true] = 1, [false] = 1, [1e300] = 1, [-1e300] = 1, aa = 1, "
              "[math.maxinteger] = 1, [math.mininteger] = 1, [0.5] = 1}, {} "
              "for k in pairs(t) do out[#out + 1] = tostring(k) end "
              "return table.concat(out, ' ')",
              "-1e+300 -9223372036854775808 -1 0.5 1 2.5 3 9223372036854775807 1e+300 "
              "B a aa b false true"));
    CU_ASSERT(gives("local n, t = 0, {a = 1, b = 2, c = 3} "
                    "for k, v in pairs(t) do t.b = nil n = n + v end return n",
                    "4"));
    CU_ASSERT(gives("local n = 0 for k in pairs({}) do n = n + 1 end return n", "0"));
    CU_ASSERT(fails("pairs({[{}] = 1})", "pairs cannot walk a table that has a table as a key: "
                                         "such keys have no order"));
    CU_ASSERT(fails("pairs(nil)", "'pairs': value 1 must be a table, not nil"));
}

static void test_sorting_is_stable(void) {
    CU_ASSERT(gives("local t = {5, 3, 9, 1, 7} table.sort(t) return table.concat(t, ' ')",
                    "1 3 5 7 9"));
    CU_ASSERT(gives("local t = {} for i = 1, 300 do t[i] = {i % 3, i} end "
                    "table.sort(t, function(a, b) return a[1] < b[1] end) "
                    "for i = 2, 300 do local a, b = t[i - 1], t[i] "
                    "assert(a[1] < b[1] or a[1] == b[1] and a[2] < b[2]) end return 'stable'",
                    "stable"));
    CU_ASSERT(gives("local t, n = {}, 0 for i = 1, 500 do t[i] = i % 7 end "
                    "table.sort(t, function() n = n + 1 return n % 2 == 0 end) return #t",
                    "500"));
    CU_ASSERT(fails("table.sort({1, 'a'})", "these cannot be compared: string with number"));
}

static void test_patterns_are_those_of_lua(void) {
    CU_ASSERT(gives("return ('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key"));
    CU_ASSERT(gives("return (('hello world'):gsub('o', '0'))", "hell0 w0rld"));
    CU_ASSERT(gives("return (('hello'):gsub('', '-'))", "-h-e-l-l-o-"));
    CU_ASSERT(gives("return (('abc'):gsub('%w', '%0%0'))", "aabbcc"));
    CU_ASSERT(gives("return (('$a $b'):gsub('%$(%w)', {a = 'x'}))", "x $b"));
    CU_ASSERT(gives("return (('ab'):gsub('()', '%1'))", "1a2b3"));
    CU_ASSERT(gives("return ('f(a(b)c)d'):match('%b()')", "(a(b)c)"));
    CU_ASSERT(gives("return ('THE (quick) fox'):find('%f[%a]%a+%f[%A]', 5)", "6"));
    CU_ASSERT(gives("return ('x=[[a]]'):match('[[](.-)[]]')", "[a"));
    CU_ASSERT(gives("return ('aXa'):match('(.)X%1')", "a"));
    CU_ASSERT(gives("return ('a.b'):find('.', 1, true)", "2"));
    CU_ASSERT(gives("return ('abc'):find('', 10)", "nil"));
    CU_ASSERT(gives("return ('2026-09-30'):match('^%d%d%d%d%-')", "2026-"));
    CU_ASSERT(gives("local o = {} for k, v in ('a=1, b=2'):gmatch('(%w)=(%w)') do "
                    "o[#o + 1] = k .. v end return table.concat(o, ' ')",
                    "a1 b2"));
    CU_ASSERT(gives("return ('aaab'):match('a-b')", "aaab"));
    CU_ASSERT(gives("return ('ac'):match('ab?c')", "ac"));
    CU_ASSERT(gives("return ('x^y'):find('[%^]')", "2"));
    CU_ASSERT(fails("('x'):find('[a')", "this pattern is malformed: ']' is missing"));
    CU_ASSERT(fails("('x'):find('%')", "this pattern is malformed: it ends with '%'"));
    CU_ASSERT(fails("('x'):match('(x')", "this pattern is malformed: ')' is missing"));
    CU_ASSERT(fails("('a'):rep(300):find(('a?'):rep(300))", "this pattern is too complicated"));
}

static void test_no_address_in_any_text(void) {
    CU_ASSERT(gives("return tostring({}) .. tostring(pairs)", "tablefunction"));
    CU_ASSERT(fails("string.format('%p', {})", "string.format has no '%p' in rule files"));
    CU_ASSERT(fails("string.format('%s', {})",
                    "string.format: value 1 is a table, which has no text"));
    CU_ASSERT(gives("return string.format('%5.2f|%d|%s|%%', 1.005, 7, 'x')", " 1.00|7|x|%"));
}

static void test_the_hosts_locale_has_no_influence(void) {
    const char *before = setlocale(LC_ALL, NULL);
    char kept[256];
    snprintf(kept, sizeof kept, "%s", before ? before : "C");
    /* Where the machine has no German locale this shows only that nothing else changed. */
    setlocale(LC_ALL, "de_DE.UTF-8");
    CU_ASSERT(
        gives("return tostring(0.5) .. ' ' .. tonumber('0.25') .. string.format(' %.1f', 2.5)",
              "0.5 0.25 2.5"));
    CU_ASSERT(gives("return tostring('Z' < 'a') .. tostring('z' < '\xc3\xa4')", "truetrue"));
    CU_ASSERT(gives("return ('\xe4'):upper() == '\xe4'", "true"));
    setlocale(LC_ALL, kept);
}

static void test_only_text_is_loaded(void) {
    CU_ASSERT(fails("\x1bLua", "this file is not a text but a compiled program"));
    char deep[2000];
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    CU_ASSERT(ends_within(sandbox_limits_for_loading(), deep, SANDBOX_ERROR, NULL));
}

static void test_a_literal_of_60_kb_is_legal(void) {
    static char code[70100];
    int length = snprintf(code, sizeof code, "return #'%60000d'", 1);
    CU_ASSERT(length > 60000 && gives(code, "60000"));
    snprintf(code, sizeof code, "return #'%70000d'", 1);
    CU_ASSERT(ends_within(sandbox_limits_for_loading(), code, SANDBOX_STRING,
                          "a text is longer than 64 KiB"));
}

static void test_messages_are_plain(void) {
    CU_ASSERT(fails("bookings()", "'bookings' has no value and cannot be called"));
    CU_ASSERT(
        fails("local x = {} x.y.z = 1", "'y' has no value and cannot be asked for its parts"));
    CU_ASSERT(
        fails("local rate return rate * 2", "'rate' has no value and cannot be reckoned with"));
    CU_ASSERT(
        fails("local t = {} return t .. 'x'", "'t' is a table and cannot be joined to a text"));
    CU_ASSERT(fails("return ('5') * 2", "'5' is a string and cannot be reckoned with"));
    CU_ASSERT(fails("return 1 < 'x'", "these cannot be compared: number with string"));
    CU_ASSERT(fails("return 1 // 0", "a division by zero"));
    CU_ASSERT(fails("return 1 % 0", "a division by zero"));
    CU_ASSERT(fails("assert(false)", "an assert of this rule file does not hold"));
    CU_ASSERT(fails("assert(nil, 'tiers missing')", "tiers missing"));
    CU_ASSERT(fails("error({})", "this rule file raised an error without a text (a table)"));
    CU_ASSERT(fails("error()", "this rule file raised an error without a text (a nil)"));
    CU_ASSERT(fails("error('a\\27[2Jb')", "a [2Jb"));
    CU_ASSERT(
        fails("table.unpack({}, 1, 1e7)", "table.unpack gives at most 1000 values at once"));
}

static void test_an_error_tells_its_line(void) {
    char got[600];
    int line = 0;
    sandbox_limits limits = sandbox_limits_for_loading();
    sandbox *box = sandbox_create(&limits, NULL);
    run_in(box, "local function f()\n error('no', 2)\nend\n\nf()", got, sizeof got);
    CU_ASSERT_STRING_EQUAL(got, "no");
    CU_ASSERT_STRING_EQUAL(sandbox_where(box, &line), "rules.lua");
    CU_ASSERT_EQUAL(line, 5);
    run_in(box, "local t = {}\nreturn t.a.b", got, sizeof got);
    sandbox_where(box, &line);
    CU_ASSERT_EQUAL(line, 2);
    run_in(box, "\n\n\n('x'):rep()", got, sizeof got);
    sandbox_where(box, &line);
    CU_ASSERT_EQUAL(line, 4);
    CU_ASSERT_STRING_EQUAL(got, "'rep': value 1 must be a number, not no value");
    sandbox_free(box);
}

static int note_line(lua_State *L) {
    const char *chunk;
    int line = sandbox_line(L, &chunk);
    lua_pushfstring(L, "%s %d", chunk, line);
    return 1;
}

static int run_with_word(lua_State *L) {
    static const char code[] = "local x = 1\nreturn word 'a'";
    sandbox_push_environment(L);
    lua_pushcfunction(L, note_line);
    lua_setfield(L, -2, "word");
    if (sandbox_load(L, code, sizeof code - 1, "tiers.lua", -1) != LUA_OK) return lua_error(L);
    lua_call(L, 0, 1);
    snprintf(sandbox_context(L), 100, "%s", lua_tostring(L, -1));
    return 0;
}

static void test_a_word_knows_the_line_that_calls_it(void) {
    char seen[100] = "";
    sandbox_limits limits = sandbox_limits_for_loading();
    sandbox *box = sandbox_create(&limits, seen);
    CU_ASSERT_EQUAL(sandbox_run(box, run_with_word, NULL), SANDBOX_FINE);
    CU_ASSERT_STRING_EQUAL(seen, "tiers.lua 2");
    sandbox_free(box);
}

static void test_every_failing_allocation_is_survived(void) {
    sandbox_limits limits = sandbox_limits_for_loading();
    trial t = {.code = "local t = {} for i = 1, 20 do t[i] = {('x'):rep(i)} end return #t"};
    t.length = strlen(t.code);
    bool finished = false;
    for (size_t n = 1; n < 5000 && !finished; n += n < 60 ? 1 : 7) {
        memory_fail_after(n);
        sandbox *box = sandbox_create(&limits, NULL);
        if (box) {
            sandbox_stop stop = sandbox_run(box, run_trial, &t);
            CU_ASSERT(stop == SANDBOX_FINE || stop == SANDBOX_MACHINE);
            finished = stop == SANDBOX_FINE;
        }
        memory_fail_after(0);
        sandbox_free(box);
    }
    CU_ASSERT(finished);
}

void sandbox_suite(void);

void sandbox_suite(void) {
    static const struct {
        const char *name;
        CU_TestFunc test;
    } tests[] = {
        {"instructions stop at their limit", test_instructions_at_the_edge},
        {"limits hold over all runs until renewed", test_limits_hold_over_runs},
        {"a stopped sandbox stays dead and says the same", test_dead_stays_dead},
        {"an error is not the end of a sandbox", test_an_error_is_not_the_end},
        {"memory stops at its limit", test_memory_at_the_edge},
        {"a text may be 64 KiB and no longer", test_a_text_at_the_edge},
        {"patterns stop at their limit", test_patterns_at_the_edge},
        {"time is the last resort", test_time_is_the_last_resort},
        {"calls without end are told as such", test_calls_without_end},
        {"work inside one call counts", test_work_inside_one_call_counts},
        {"nothing reaches out", test_nothing_reaches_out},
        {"the library cannot be changed", test_the_library_cannot_be_changed},
        {"pairs has one order", test_pairs_has_one_order},
        {"sorting keeps the order of equals and bears any comparison", test_sorting_is_stable},
        {"patterns are those of Lua", test_patterns_are_those_of_lua},
        {"no address stands in any text", test_no_address_in_any_text},
        {"the host's locale has no influence", test_the_hosts_locale_has_no_influence},
        {"only text is loaded", test_only_text_is_loaded},
        {"a literal of 60 kB is legal", test_a_literal_of_60_kb_is_legal},
        {"messages are plain", test_messages_are_plain},
        {"an error tells its line", test_an_error_tells_its_line},
        {"a word knows the line that calls it", test_a_word_knows_the_line_that_calls_it},
        {"every failing allocation is survived", test_every_failing_allocation_is_survived},
    };
    CU_pSuite suite = CU_add_suite("lang/sandbox", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        CU_add_test(suite, tests[i].name, tests[i].test);
}
