/* load_test.c - rule files become declarations, and mistakes become problems with places. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkdtemp, symlink */
#endif
#include "lang/load.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 4 };

/* A program in a folder of its own, and what loading it gave. */
typedef struct trial {
    arena memory;
    problem_list problems;
    const declarations *found;
    char folder[64];
    char files[FILES][128];
    size_t file_count;
} trial;

static trial *begin(void) {
    trial *t = calloc(1, sizeof *t);
    CU_ASSERT_PTR_NOT_NULL_FATAL(t);
    t->problems.memory = &t->memory;
    strcpy(t->folder, "/tmp/rung-load-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(t->folder));
    return t;
}

static void write_bytes(trial *t, const char *name, const char *bytes, size_t length) {
    char *path = t->files[t->file_count++];
    snprintf(path, sizeof t->files[0], "%s/%s", t->folder, name);
    FILE *file = fopen(path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    CU_ASSERT_EQUAL(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void write_file(trial *t, const char *name, const char *words) {
    write_bytes(t, name, words, strlen(words));
}

static void load(trial *t) {
    t->found = lang_load(&t->memory, t->folder, &t->problems);
}

static void finish(trial *t) {
    for (size_t i = 0; i < t->file_count; i++)
        unlink(t->files[i]);
    rmdir(t->folder);
    arena_free(&t->memory);
    free(t);
}

static const char *const HEAD =
    "program \"P\" { currency = \"USD\" }\n"
    "source \"partner\" { columns = { name = text, region = text, tier = text } }\n"
    "source \"deal\" { partner = \"partner_id\", columns = { amount = money, closed_on = date "
    "} }\n";

/* Line 4 is the first line of the rules. */
static trial *load_rules(const char *rules) {
    trial *t = begin();
    char *whole = malloc(strlen(HEAD) + strlen(rules) + 1);
    CU_ASSERT_PTR_NOT_NULL_FATAL(whole);
    strcpy(whole, HEAD);
    strcat(whole, rules);
    write_file(t, "program.lua", whole);
    free(whole);
    load(t);
    return t;
}

static void show(const trial *t) {
    for (size_t i = 0; i < t->problems.count; i++) {
        const problem *p = &t->problems.items[i];
        printf("\n    %d:%d %s", p->at.line, p->at.column, p->message);
    }
}

/* Whether the rules give exactly this problem, there, with a hint that holds these words. */
static bool refused(const char *rules, int line, int column, const char *message,
                    const char *hint) {
    trial *t = load_rules(rules);
    const problem *p = t->problems.items;
    bool fine = t->problems.count == 1 && p->at.line == line && p->at.column == column &&
                strcmp(p->message, message) == 0 &&
                (!hint || (p->hint && strstr(p->hint, hint)));
    if (!fine) show(t);
    finish(t);
    return fine;
}

static bool accepted(const char *rules) {
    trial *t = load_rules(rules);
    bool fine = t->found != NULL && t->problems.found == 0;
    if (!fine) show(t);
    finish(t);
    return fine;
}

static const term *declared(const trial *t, const char *name) {
    for (size_t i = 0; t->found && i < t->found->count; i++) {
        if (strcmp(t->found->items[i]->member, name) == 0) return t->found->items[i];
    }
    return NULL;
}

static void declarations_keep_the_order_of_the_text(void) {
    trial *t =
        load_rules("setting \"a\" { value = by(partner.region, { Z = 1, A = 2, M = 3 }) }\n");
    const term *value = term_field(declared(t, "a"), "value");
    CU_ASSERT_TRUE_FATAL(term_is_call(value, "by"));
    const term *keys = value->entries[1].value;
    CU_ASSERT_EQUAL_FATAL(keys->count, 3);
    CU_ASSERT_STRING_EQUAL(keys->entries[0].key, "Z");
    CU_ASSERT_STRING_EQUAL(keys->entries[1].key, "A");
    CU_ASSERT_STRING_EQUAL(keys->entries[2].key, "M");
    CU_ASSERT_EQUAL(keys->entries[2].value->at.line, 4);
    CU_ASSERT_EQUAL(keys->entries[2].value->at.column, 62);
    finish(t);
}

static void tables_built_by_code_have_their_keys_sorted(void) {
    trial *t = load_rules("local t = { default = 9 }\n"
                          "for _, k in ipairs { \"b\", \"a\" } do t[k] = 1 end\n"
                          "setting \"a\" { value = by(partner.region, t) }\n");
    const term *value = term_field(declared(t, "a"), "value");
    CU_ASSERT_PTR_NOT_NULL_FATAL(value);
    const term *keys = value->entries[1].value;
    CU_ASSERT_EQUAL_FATAL(keys->count, 3);
    CU_ASSERT_STRING_EQUAL(keys->entries[0].key, "a");
    CU_ASSERT_STRING_EQUAL(keys->entries[2].key, "default");
    finish(t);
}

static void operators_build_expressions(void) {
    trial *t = load_rules("metric \"m\" { value = 50000 * metric.n - 1 }\n");
    const term *value = term_field(declared(t, "m"), "value");
    CU_ASSERT_PTR_NOT_NULL_FATAL(value);
    CU_ASSERT_EQUAL(value->kind, TERM_OPERATION);
    CU_ASSERT_STRING_EQUAL(value->name, "-");
    const term *product = value->entries[0].value;
    CU_ASSERT_STRING_EQUAL(product->name, "*");
    CU_ASSERT_TRUE(product->entries[0].value->number == number_from_integer(50000));
    CU_ASSERT_EQUAL(product->entries[0].value->at.column, 22);
    CU_ASSERT_EQUAL(product->entries[1].value->kind, TERM_REFERENCE);
    finish(t);
}

static void a_method_has_its_receiver_first(void) {
    trial *t = load_rules("setting \"s\" { value = when(partner.tier:is \"gold\", 1, 2) }\n");
    const term *value = term_field(declared(t, "s"), "value");
    CU_ASSERT_TRUE_FATAL(term_is_call(value, "when"));
    const term *condition = value->entries[0].value;
    CU_ASSERT_TRUE(term_is_call(condition, "is") && condition->method);
    CU_ASSERT_EQUAL(condition->count, 2);
    CU_ASSERT_STRING_EQUAL(condition->entries[0].value->member, "tier");
    finish(t);
}

static void loops_and_functions_may_build_declarations(void) {
    CU_ASSERT_TRUE(accepted("local function rule(n) return { value = n * metric.m } end\n"
                            "metric \"m\" { value = sum(deal.amount) }\n"
                            "for i = 1, 3 do metric(\"m\" .. i) (rule(i)) end\n"));
}

static void misspelt_names_are_guessed(void) {
    CU_ASSERT_TRUE(refused("metric \"m\" { value = summ(deal.amount) }\n", 4, 22,
                           "unknown word 'summ'", "'sum'"));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = sum(dael.amount) }\n", 4, 26,
                           "unknown word 'dael'", "'deal'"));
    CU_ASSERT_TRUE(refused("metric \"m\" { valeu = sum(deal.amount) }\n", 4, 14,
                           "unknown field 'valeu' of metric 'm'", "'value'"));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = deal.amount:at_leest(5) }\n", 4, 34,
                           "unknown word 'at_leest' after a colon", "'at_least'"));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = 1, unit = \"percnt\" }\n", 4, 32,
                           "'percnt' is no 'unit' of metric 'm'", "'percent'"));
}

static void numbers_that_lua_calculated_are_refused(void) {
    CU_ASSERT_TRUE(refused("setting \"s\" { value = 1 / 3 }\n", 4, 23,
                           "Lua calculated this number, and it is no exact decimal",
                           "fraction(1, 3)"));
    CU_ASSERT_TRUE(
        accepted("setting \"s\" { value = 0.05 + 0 }\nsetting \"r\" { value = 1e6 }\n"));
}

static void operators_that_build_nothing_are_refused(void) {
    CU_ASSERT_TRUE(
        refused("local x = metric.a .. \"b\"\n", 4, 20, "'..' cannot build a rule", NULL));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = metric.a // 2 }\n", 4, 31,
                           "'//' cannot build a rule", "round_down"));
    CU_ASSERT_TRUE(refused("whole = 5\n", 4, 1,
                           "'whole' would be a global, and globals may not be written",
                           "local"));
}

static void missing_values_are_named(void) {
    CU_ASSERT_TRUE(refused("metric \"m\" { value = percent(nil) }\n", 4, 22,
                           "value 1 of 'percent' is missing (nil)", NULL));
    CU_ASSERT_TRUE(refused("local t = {}\nmetric \"m\" { value = t.nothing }\n", 5, 22,
                           "'value' has no value here (nil)", NULL));
    CU_ASSERT_TRUE(refused("metric \"m\"\n", 4, 1, "metric 'm' has no table of fields", NULL));
    CU_ASSERT_TRUE(refused("spiff \"s\" { each = deal, pays = 1 }\n", 4, 1,
                           "spiff 's' has no 'to'", NULL));
}

static void values_must_fit_their_words(void) {
    CU_ASSERT_TRUE(
        refused("metric \"m\" { value = count(deal, { closed_on = this \"quater\" }) }\n", 4,
                53, "'quater' does not fit 'this'", "quarter"));
    CU_ASSERT_TRUE(refused("setting \"s\" { value = date \"2026-02-30\" }\n", 4, 28,
                           "'2026-02-30' does not fit 'date'", "no such day"));
    CU_ASSERT_TRUE(refused("setting \"s\" { value = dated { start = 5 } }\n", 4, 31,
                           "each value of 'dated' begins on a date", NULL));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = band(metric.n, { { 0 } }) }\n", 4, 39,
                           "a band of 'band' is { from, value }", NULL));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = by(partner.region) }\n", 4, 22,
                           "'by' takes 2 values, not 1", NULL));
    CU_ASSERT_TRUE(refused("setting \"s\" { value = 1, range = { 5 } }\n", 4, 34,
                           "a range has a lowest and a highest value", NULL));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = { 1 } }\n", 4, 22,
                           "'value' of metric 'm' wants a number or an expression, not a table",
                           NULL));
    CU_ASSERT_TRUE(refused("metric \"m\" { value = sum }\n", 4, 22,
                           "'sum' stands alone; write sum(x [, filter])", NULL));
    CU_ASSERT_TRUE(refused("fund \"f\" { accrues = 1, claims = deal, amount = 1 }\n", 4, 1,
                           "fund 'f' has 'claims' and so needs 'shares'", NULL));
}

static void syntax_errors_name_the_token(void) {
    CU_ASSERT_TRUE(
        refused("metric \"m\" { value = 1 + }\n", 4, 26, "'}' cannot stand here", NULL));
}

static void names_are_one_namespace(void) {
    CU_ASSERT_TRUE(refused("metric \"m\" { value = 1 }\nsetting \"m\" { value = 2 }\n", 5, 9,
                           "'m' is declared twice: as a metric and as a setting", NULL));
    CU_ASSERT_TRUE(refused("source \"sum\" {}\n", 4, 8,
                           "a source cannot be named 'sum', a word of the language", NULL));
    CU_ASSERT_TRUE(refused("metric \"region\" { value = 1 }\n", 4, 8,
                           "metric 'region' bears the name of a column of partner", NULL));
    CU_ASSERT_TRUE(accepted("ladder \"tier\" { current = partner.tier, level \"gold\" {} }\n"));
    CU_ASSERT_TRUE(refused("ladder \"l\" { level \"gold\" {}, level \"gold\" {} }\n", 4, 31,
                           "level 'gold' stands twice in ladder 'l'", NULL));
    CU_ASSERT_TRUE(
        refused("level \"gold\" {}\n", 4, 1, "level 'gold' stands outside of a ladder", NULL));
}

static void all_problems_are_reported_at_once(void) {
    trial *t = load_rules("metric \"a\" { value = summ(1) }\nmetric \"b\" { valeu = 1 }\n"
                          "metric \"c\" { value = os.time() }\n");
    CU_ASSERT_EQUAL(t->problems.count, 3);
    finish(t);
}

static void what_was_wrong_is_poison_in_what_is_declared(void) {
    trial *t = load_rules(
        "metric \"a\" { value = summ(1) }\nmetric \"b\" { valeu = 1 }\n"
        "metric \"c\" { value = sum(dael.amount) }\nfund \"d\" { accrues = { 1 } }\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(t->found);
    CU_ASSERT_TRUE(term_is_poison(term_field(declared(t, "a"), "value")));
    CU_ASSERT_TRUE(term_is_poison(term_field(declared(t, "b"), "value")));
    CU_ASSERT_TRUE(term_is_poison(term_field(declared(t, "c"), "value")->entries[0].value));
    CU_ASSERT_TRUE(term_is_poison(term_field(declared(t, "d"), "accrues")));
    finish(t);
}

static void tables_that_never_end_are_refused(void) {
    CU_ASSERT_TRUE(
        refused("local t = {}\nt.t = t\nsetting \"s\" { value = by(partner.region, t) }\n", 6,
                42, "this table contains itself", NULL));
    CU_ASSERT_TRUE(refused("local e = metric.m\nfor i = 1, 60 do e = e + e end\n"
                           "metric \"m\" { value = e }\n",
                           4, 11, "this expression is too large", NULL));
    CU_ASSERT_TRUE(refused("local e = metric.m\nfor i = 1, 500 do e = e + 1 end\n"
                           "metric \"m\" { value = e }\n",
                           4, 11, "this expression is nested too deeply", NULL));
}

static void files_are_included_once_from_the_folder(void) {
    trial *t = begin();
    write_file(t, "program.lua",
               "program \"P\" { currency = \"USD\" }\ninclude \"more.lua\"\n"
               "include \"./more.lua\"\nmetric \"a\" { value = 1 }\n");
    write_file(t, "more.lua", "include \"program.lua\"\nmetric \"b\" { value = 2 }\n");
    load(t);
    CU_ASSERT_PTR_NOT_NULL_FATAL(t->found);
    CU_ASSERT_EQUAL(t->found->file_count, 2);
    CU_ASSERT_STRING_EQUAL(t->found->files[1]->name, "more.lua");
    CU_ASSERT_EQUAL(t->found->count, 3);
    CU_ASSERT_STRING_EQUAL(t->found->items[2]->member, "b");
    CU_ASSERT_EQUAL(strlen(t->found->fingerprint), 32);
    finish(t);
}

static void includes_may_not_leave_the_folder(void) {
    CU_ASSERT_TRUE(refused("include \"../other.lua\"\n", 4, 9,
                           "'../other.lua' lies outside of the program's folder", NULL));
    CU_ASSERT_TRUE(refused("include \"/etc/hostname\"\n", 4, 9,
                           "'/etc/hostname' lies outside of the program's folder", NULL));
    CU_ASSERT_TRUE(refused("include \"programm.lua\"\n", 4, 9,
                           "there is no file 'programm.lua'", "'program.lua'"));
    trial *t = begin();
    write_file(t, "program.lua",
               "program \"P\" { currency = \"USD\" }\ninclude \"link.lua\"\n");
    snprintf(t->files[t->file_count], sizeof t->files[0], "%s/link.lua", t->folder);
    CU_ASSERT_EQUAL(symlink("/etc/hostname", t->files[t->file_count++]), 0);
    load(t);
    CU_ASSERT_PTR_NULL(t->found);
    CU_ASSERT_PTR_NOT_NULL(strstr(t->problems.items[0].message, "outside"));
    finish(t);
}

static void only_texts_in_regular_files_are_read(void) {
    trial *t = begin();
    snprintf(t->files[t->file_count], sizeof t->files[0], "%s/program.lua", t->folder);
    CU_ASSERT_EQUAL(mkfifo(t->files[t->file_count++], 0600), 0);
    load(t);
    CU_ASSERT_STRING_EQUAL(t->problems.items[0].message, "'program.lua' is not a regular file");
    finish(t);
    t = begin();
    write_bytes(t, "program.lua", "x\0y", 3);
    load(t);
    CU_ASSERT_STRING_EQUAL(t->problems.items[0].message, "'program.lua' holds a NUL byte");
    finish(t);
    t = begin();
    write_file(t, "program.lua", "-- caf\xE9\n");
    load(t);
    CU_ASSERT_STRING_EQUAL(t->problems.items[0].message,
                           "'program.lua' is not valid UTF-8 text");
    CU_ASSERT_EQUAL(t->problems.items[0].at.column, 7);
    finish(t);
}

static void a_program_needs_its_declaration(void) {
    trial *t = begin();
    write_file(t, "program.lua", "metric \"m\" { value = 1 }\n");
    load(t);
    CU_ASSERT_STRING_EQUAL(t->problems.items[0].message, "no file declares the program");
    finish(t);
    t = begin();
    write_file(t, "program.lua", "return 5\n");
    load(t);
    CU_ASSERT_STRING_EQUAL(t->problems.items[0].message, "'program.lua' declares nothing");
    finish(t);
    CU_ASSERT_TRUE(refused("program \"Q\" { currency = \"EUR\" }\n", 4, 1,
                           "the program is declared twice", NULL));
}

static void a_file_that_runs_without_end_is_stopped(void) {
    CU_ASSERT_TRUE(refused("while true do end\n", 4, 1,
                           "these rules run without end: stopped after 10 million steps",
                           NULL));
}

void load_suite(void) {
    CU_pSuite suite = CU_add_suite("load", NULL, NULL);
    CU_add_test(suite, "declarations keep the order of the text",
                declarations_keep_the_order_of_the_text);
    CU_add_test(suite, "tables built by code have their keys sorted",
                tables_built_by_code_have_their_keys_sorted);
    CU_add_test(suite, "operators build expressions", operators_build_expressions);
    CU_add_test(suite, "a method has its receiver first", a_method_has_its_receiver_first);
    CU_add_test(suite, "loops and functions may build declarations",
                loops_and_functions_may_build_declarations);
    CU_add_test(suite, "misspelt names are guessed", misspelt_names_are_guessed);
    CU_add_test(suite, "numbers that Lua calculated are refused",
                numbers_that_lua_calculated_are_refused);
    CU_add_test(suite, "operators that build nothing are refused",
                operators_that_build_nothing_are_refused);
    CU_add_test(suite, "missing values are named", missing_values_are_named);
    CU_add_test(suite, "values must fit their words", values_must_fit_their_words);
    CU_add_test(suite, "syntax errors name the token", syntax_errors_name_the_token);
    CU_add_test(suite, "names are one namespace", names_are_one_namespace);
    CU_add_test(suite, "all problems are reported at once", all_problems_are_reported_at_once);
    CU_add_test(suite, "what was wrong is poison in what is declared",
                what_was_wrong_is_poison_in_what_is_declared);
    CU_add_test(suite, "tables that never end are refused", tables_that_never_end_are_refused);
    CU_add_test(suite, "files are included once, from the folder",
                files_are_included_once_from_the_folder);
    CU_add_test(suite, "includes may not leave the folder", includes_may_not_leave_the_folder);
    CU_add_test(suite, "only texts in regular files are read",
                only_texts_in_regular_files_are_read);
    CU_add_test(suite, "a program needs its declaration", a_program_needs_its_declaration);
    CU_add_test(suite, "a file that runs without end is stopped",
                a_file_that_runs_without_end_is_stopped);
}
