/* builder_test.c - rows of any origin become facts: grouped, ordered, counted. */
#include "data/builder.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

enum { DAY, AMOUNT, PRODUCT, COLUMNS };

static column_request columns[COLUMNS] = {
    {.name = "closed_on",
     .sql_name = "closed_on",
     .kind = CELL_DATE,
     .minor_places = PLACES_AS_WRITTEN},
    {.name = "amount",
     .sql_name = "amount",
     .kind = CELL_MONEY,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "product",
     .sql_name = "product",
     .kind = CELL_TEXT,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
};

static source_request sources[2] = {
    {.name = "partner",
     .from = "partner",
     .id = "id",
     .happened_on = -1,
     .columns = columns,
     .count = 0},
    {.name = "deal",
     .from = "deals",
     .id = "id",
     .partner = "partner_id",
     .happened_on = DAY,
     .columns = columns,
     .count = COLUMNS},
};

static const request wanted = {.sources = sources, .count = 2};

typedef struct work {
    arena memory;
    problem_list problems;
    facts_builder *builder;
} work;

static cell words(const char *value) {
    return (cell){.type = value ? CELL_IS_TEXT : CELL_IS_EMPTY, .text = text_of(value)};
}

static cell integer(int64_t value) {
    return (cell){.type = CELL_IS_INTEGER, .integer = value};
}

/* Begins with partners A to C, in another order, and then deals. */
static void begin(work *w) {
    static const char *const ids[] = {"B", "C", "A"};
    *w = (work){0};
    w->problems.memory = &w->memory;
    w->builder = facts_builder_new(&w->memory, &wanted, &w->problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w->builder);
    CU_ASSERT_TRUE(facts_builder_begin(w->builder));
    for (size_t i = 0; i < 3; i++) {
        cell id = words(ids[i]), none = words(NULL);
        CU_ASSERT_TRUE(facts_builder_row(w->builder, &id, &none, NULL));
    }
}

static void add(work *w, cell id, const char *partner, const char *day, const char *amount,
                const char *product) {
    cell owner = words(partner);
    cell cells[COLUMNS] = {words(day), words(amount), words(product)};
    CU_ASSERT_TRUE(facts_builder_row(w->builder, &id, &owner, cells));
}

static void end(work *w) {
    facts_builder_free(w->builder);
    arena_free(&w->memory);
}

static bool ids_are(const facts *f, const char *wanted_ids) {
    text_buffer ids = {0};
    for (size_t row = 0; row < f->tables[1].rows; row++) {
        text_append(&ids, f->partner_ids[f->tables[1].partner_of[row]].bytes, 1);
        text_append_byte(&ids, ':');
        facts_row_id(f, &f->tables[1], row, &ids);
        text_append_byte(&ids, ' ');
    }
    bool same = ids.bytes && strcmp(ids.bytes, wanted_ids) == 0;
    if (!same) printf("\n  got %s\n", ids.bytes ? ids.bytes : "");
    text_free(&ids);
    return same;
}

static void rows_are_grouped_by_partner_in_order_of_their_ids(void) {
    work w;
    begin(&w);
    CU_ASSERT_TRUE(facts_builder_begin(w.builder));
    add(&w, words("x2"), "A", "2026-01-01", "1", "p");
    add(&w, integer(10), "C", "2026-01-01", "1", "p");
    add(&w, integer(9), "A", "2026-01-01", "1", "p");
    add(&w, words("x10"), "A", "2026-01-01", "1", "p");
    add(&w, integer(10), "A", "2026-01-01", "1", "p");
    add(&w, words(NULL), "A", "2026-01-01", "1", "p");
    add(&w, integer(-1), "C", "2026-01-01", "1", "p");
    facts *f = facts_builder_finish(w.builder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL(f->partner_count, 3);
    CU_ASSERT_TRUE(ids_are(f, "A:9 A:10 A:x10 A:x2 A: C:-1 C:10 "));
    const facts_table *deals = facts_table_find(f, "deal");
    CU_ASSERT_PTR_EQUAL(deals, &f->tables[1]);
    CU_ASSERT_PTR_NULL(facts_table_find(f, "deals"));
    CU_ASSERT_EQUAL(deals->first[1], 5);
    CU_ASSERT_EQUAL(deals->first[2], 5);
    CU_ASSERT_EQUAL(deals->first[3], 7);
    CU_ASSERT_TRUE(facts_compare_rows(f, deals, 1, 2) < 0);
    CU_ASSERT_TRUE(facts_compare_rows(f, deals, 4, 3) > 0);
    CU_ASSERT_EQUAL(facts_partner_find(f, text_of("B")), 1);
    CU_ASSERT_EQUAL(facts_partner_find(f, text_of("D")), -1);
    end(&w);
}

static void rows_of_unknown_partners_are_counted_and_left_out(void) {
    work w;
    begin(&w);
    CU_ASSERT_TRUE(facts_builder_begin(w.builder));
    add(&w, integer(1), "Z", "2026-05-05", "not looked at", "p");
    add(&w, integer(2), NULL, NULL, "1", "p");
    add(&w, integer(3), "", NULL, "1", "p");
    add(&w, integer(4), "B", NULL, "1", "p");
    facts *f = facts_builder_finish(w.builder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL(f->tables[1].rows_read, 4);
    CU_ASSERT_EQUAL(f->tables[1].orphans, 3);
    CU_ASSERT_TRUE(ids_are(f, "B:4 "));
    CU_ASSERT_EQUAL(f->error_count, 0);
    char latest[DATE_TEXT];
    date_print(latest, f->latest);
    CU_ASSERT_STRING_EQUAL(latest, "2026-05-05");
    end(&w);
}

static void a_wrong_cell_is_its_partners_error(void) {
    work w;
    begin(&w);
    CU_ASSERT_TRUE(facts_builder_begin(w.builder));
    add(&w, integer(772), "C", "2026-02-30", "1", "p");
    add(&w, integer(771), "C", "2026-02-01", "1,000", "p");
    add(&w, words("d\n9"), "A", "2026-02-03", "$5", "p");
    facts *f = facts_builder_finish(w.builder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL_FATAL(f->error_count, 3);
    CU_ASSERT_STRING_EQUAL(f->errors[0].message,
                           "deals row d\\x0a9, column 'amount': '$5' is not an amount "
                           "(digits and a decimal point)");
    CU_ASSERT_STRING_EQUAL(f->errors[1].message,
                           "deals row 771, column 'amount': '1,000' is not an amount "
                           "(digits and a decimal point)");
    CU_ASSERT_STRING_EQUAL(
        f->errors[2].message,
        "deals row 772, column 'closed_on': '2026-02-30' is not a date (YYYY-MM-DD)");
    CU_ASSERT_EQUAL(f->errors[0].partner, 0);
    CU_ASSERT_EQUAL(f->errors[2].partner, 2);
    CU_ASSERT_EQUAL(f->errors[2].happened_on, DATE_FIRST);
    CU_ASSERT_NOT_EQUAL(f->errors[1].happened_on, DATE_FIRST);
    CU_ASSERT_STRING_EQUAL(f->errors[1].source, "deal");
    CU_ASSERT_EQUAL(f->tables[1].columns[AMOUNT].states[1], CELL_WRONG);
    CU_ASSERT_EQUAL(f->tables[1].columns[AMOUNT].states[2], CELL_VALUE);
    CU_ASSERT_PTR_NULL(f->tables[1].columns[PRODUCT].states);
    end(&w);
}

static void one_amount_that_does_not_fit_makes_its_column_wide(void) {
    work w;
    begin(&w);
    CU_ASSERT_TRUE(facts_builder_begin(w.builder));
    add(&w, integer(1), "A", NULL, "12.34", "p");
    add(&w, integer(2), "A", NULL, "", "p");
    add(&w, integer(3), "A", NULL, "0.005", "p");
    add(&w, integer(4), "A", NULL, "-7", "p");
    facts *f = facts_builder_finish(w.builder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    const facts_column *amount = &f->tables[1].columns[AMOUNT];
    CU_ASSERT_PTR_NULL(amount->narrow);
    number values[4], cents, thin;
    uint8_t states[4];
    facts_column_load(amount, 0, 4, values, states);
    CU_ASSERT_TRUE(number_from_scaled(&cents, 1234, 2) && number_from_scaled(&thin, 5, 3));
    CU_ASSERT_TRUE(values[0] == cents && values[2] == thin);
    CU_ASSERT_TRUE(values[3] == number_from_integer(-7));
    CU_ASSERT_EQUAL(states[1], CELL_NONE);
    CU_ASSERT_EQUAL(states[3], CELL_VALUE);
    end(&w);
}

static void columns_load_as_numbers_whatever_their_kind(void) {
    work w;
    begin(&w);
    CU_ASSERT_TRUE(facts_builder_begin(w.builder));
    add(&w, integer(1), "A", "1970-01-11", "12.34", "x");
    facts *f = facts_builder_finish(w.builder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    number day, amount, product, cents;
    uint8_t state;
    CU_ASSERT_TRUE(number_from_scaled(&cents, 1234, 2));
    facts_column_load(&f->tables[1].columns[DAY], 0, 1, &day, &state);
    facts_column_load(&f->tables[1].columns[AMOUNT], 0, 1, &amount, &state);
    facts_column_load(&f->tables[1].columns[PRODUCT], 0, 1, &product, &state);
    CU_ASSERT_TRUE(day == 10 && amount == cents);
    CU_ASSERT_TRUE(text_equal(f->texts.keys[(size_t)product], text_of("x")));
    CU_ASSERT_EQUAL(state, CELL_VALUE);
    end(&w);
}

static void the_same_rows_in_another_order_give_the_same_facts(void) {
    /* Two rows share an id: their cells decide. */
    static const char *const rows[4][3] = {
        {"A", "7.00", "x"}, {"A", "7.00", "w"}, {"A", "3.50", "x"}, {"A", "bad", "x"}};
    static const int orders[3][4] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}};
    for (size_t k = 0; k < 3; k++) {
        work w;
        begin(&w);
        CU_ASSERT_TRUE(facts_builder_begin(w.builder));
        for (size_t i = 0; i < 4; i++) {
            const char *const *row = rows[orders[k][i]];
            add(&w, integer(5), row[0], "2026-01-01", row[1], row[2]);
        }
        facts *f = facts_builder_finish(w.builder);
        CU_ASSERT_PTR_NOT_NULL_FATAL(f);
        const facts_column *amount = &f->tables[1].columns[AMOUNT];
        const facts_column *product = &f->tables[1].columns[PRODUCT];
        CU_ASSERT_EQUAL(amount->narrow[0], 350);
        CU_ASSERT_EQUAL(amount->narrow[2], 700);
        CU_ASSERT_TRUE(text_equal(f->texts.keys[product->codes[1]], text_of("w")));
        CU_ASSERT_EQUAL(amount->states[3], CELL_WRONG);
        end(&w);
    }
}

static void a_partner_twice_or_without_id_is_a_problem_of_the_data(void) {
    work w;
    begin(&w);
    cell again = words("B"), none = words(NULL), blob = {.type = CELL_IS_BLOB};
    CU_ASSERT_TRUE(facts_builder_row(w.builder, &again, &none, NULL));
    CU_ASSERT_TRUE(facts_builder_row(w.builder, &none, &none, NULL));
    CU_ASSERT_TRUE(facts_builder_row(w.builder, &blob, &none, NULL));
    CU_ASSERT_TRUE(facts_builder_begin(w.builder));
    CU_ASSERT_PTR_NULL(facts_builder_finish(w.builder));
    CU_ASSERT_EQUAL_FATAL(w.problems.count, 2);
    CU_ASSERT_STRING_EQUAL(w.problems.items[0].message,
                           "a row of 'partner' has no partner id in column 'id'");
    CU_ASSERT_STRING_EQUAL(w.problems.items[1].message,
                           "partner id 'B' comes more than once in 'partner'");
    CU_ASSERT_TRUE(w.problems.items[0].in_data && w.problems.items[1].in_data);
    end(&w);
}

static void any_number_of_doubled_partners_is_survived(void) {
    work w;
    begin(&w);
    for (int i = 0; i < 2000; i++) {
        cell id = integer(i % 1000), none = words(NULL);
        CU_ASSERT_TRUE(facts_builder_row(w.builder, &id, &none, NULL));
    }
    CU_ASSERT_PTR_NULL(facts_builder_finish(w.builder));
    CU_ASSERT_EQUAL(w.problems.count, PROBLEMS_KEPT);
    CU_ASSERT_EQUAL(w.problems.found, 1000);
    end(&w);
}

static void what_no_rule_reads_is_not_kept_but_the_day_is(void) {
    columns[PRODUCT].wanted = false;
    CU_ASSERT_TRUE(facts_builder_reads(&sources[1], DAY));
    CU_ASSERT_FALSE(facts_builder_reads(&sources[1], PRODUCT));
    work w;
    begin(&w);
    CU_ASSERT_TRUE(facts_builder_begin(w.builder));
    add(&w, integer(1), "A", "2026-01-01", "1", "p");
    facts *f = facts_builder_finish(w.builder);
    columns[PRODUCT].wanted = true;
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_PTR_NOT_NULL(f->tables[1].columns[DAY].codes);
    CU_ASSERT_PTR_NULL(f->tables[1].columns[PRODUCT].codes);
    CU_ASSERT_EQUAL(f->texts.count, 0);
    end(&w);
}

void builder_suite(void);
void builder_suite(void) {
    CU_pSuite suite = CU_add_suite("builder: rows of any origin become facts", NULL, NULL);
    CU_add_test(suite, "rows are grouped by partner in order of their ids",
                rows_are_grouped_by_partner_in_order_of_their_ids);
    CU_add_test(suite, "rows of unknown partners are counted and left out",
                rows_of_unknown_partners_are_counted_and_left_out);
    CU_add_test(suite, "a wrong cell is its partner's error",
                a_wrong_cell_is_its_partners_error);
    CU_add_test(suite, "one amount that does not fit makes its column wide",
                one_amount_that_does_not_fit_makes_its_column_wide);
    CU_add_test(suite, "columns load as numbers whatever their kind",
                columns_load_as_numbers_whatever_their_kind);
    CU_add_test(suite, "the same rows in another order give the same facts",
                the_same_rows_in_another_order_give_the_same_facts);
    CU_add_test(suite, "a partner twice or without id is a problem of the data",
                a_partner_twice_or_without_id_is_a_problem_of_the_data);
    CU_add_test(suite, "any number of doubled partners is survived",
                any_number_of_doubled_partners_is_survived);
    CU_add_test(suite, "what no rule reads is not kept, but the day is",
                what_no_rule_reads_is_not_kept_but_the_day_is);
}
