/* reference_rows_test.c - rows of sources that belong to no partner. */
#include "data/builder.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

enum { NAME, PRICE, COLUMNS };

static column_request columns[COLUMNS] = {
    {.name = "name", .sql_name = "name", .kind = CELL_TEXT, .minor_places = -1, .wanted = true},
    {.name = "price",
     .sql_name = "price",
     .kind = CELL_MONEY,
     .minor_places = -1,
     .wanted = true},
};

static const source_request sources[2] = {
    {.name = "partner", .from = "partner", .id = "id", .happened_on = -1, .columns = columns},
    {.name = "product",
     .from = "product",
     .id = "id",
     .happened_on = -1,
     .columns = columns,
     .count = COLUMNS,
     .all_rows = true,
     .sought = true},
};

static const request wanted = {.sources = (source_request *)sources, .count = 2};

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

static void begin(work *w, const request *asked, size_t partners) {
    static const char *const ids[] = {"B", "A"};
    *w = (work){0};
    w->problems.memory = &w->memory;
    w->builder = facts_builder_new(&w->memory, asked, &w->problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w->builder);
    CU_ASSERT_TRUE(facts_builder_begin(w->builder));
    for (size_t i = 0; i < partners; i++) {
        cell id = words(ids[i]), none = words(NULL);
        CU_ASSERT_TRUE(facts_builder_row(w->builder, &id, &none, NULL));
    }
    CU_ASSERT_TRUE(facts_builder_begin(w->builder));
}

static void add_to(work *w, size_t thread, cell id, const char *name, const char *price) {
    cell none = words(NULL), cells[COLUMNS] = {words(name), words(price)};
    CU_ASSERT_TRUE(facts_builder_row_of(w->builder, thread, &id, &none, cells));
}

static void add(work *w, cell id, const char *name, const char *price) {
    add_to(w, 0, id, name, price);
}

static facts *finish(work *w) {
    facts *f = facts_builder_finish(w->builder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    return f;
}

static void end(work *w) {
    facts_builder_free(w->builder);
    arena_free(&w->memory);
}

static bool ids_are(const facts *f, const char *wanted_ids) {
    text_buffer ids = {0};
    for (size_t row = 0; row < f->tables[1].rows; row++) {
        facts_row_id(f, &f->tables[1], row, &ids);
        text_append_byte(&ids, ' ');
    }
    bool same = ids.bytes && strcmp(ids.bytes, wanted_ids) == 0;
    if (!same) printf("\n  got %s\n", ids.bytes ? ids.bytes : "");
    text_free(&ids);
    return same;
}

static void rows_belong_to_nobody_and_stand_in_order_of_their_ids(void) {
    work w;
    begin(&w, &wanted, 2);
    add(&w, words("x2"), "a", "1");
    add(&w, integer(10), "b", "2");
    add(&w, words("x10"), "c", "3");
    add(&w, integer(9), "d", "4");
    add(&w, words(NULL), "e", "5");
    facts *f = finish(&w);
    const facts_table *table = &f->tables[1];
    CU_ASSERT_TRUE(table->reference);
    CU_ASSERT_PTR_NULL(table->first);
    CU_ASSERT_PTR_NULL(table->partner_of);
    CU_ASSERT_EQUAL(table->orphans, 0);
    CU_ASSERT_EQUAL(table->rows_read, 5);
    CU_ASSERT_TRUE(ids_are(f, "9 10 x10 x2  "));
    end(&w);
}

static void rows_are_there_without_partners(void) {
    work w;
    begin(&w, &wanted, 0);
    add(&w, integer(1), "a", "1");
    facts *f = finish(&w);
    CU_ASSERT_EQUAL(f->tables[1].rows, 1);
    end(&w);
}

static void a_row_is_found_by_its_id_as_it_is_shown(void) {
    work w;
    begin(&w, &wanted, 2);
    add(&w, words("x2"), "a", "1");
    add(&w, integer(10), "b", "2");
    add(&w, words("012"), "c", "3");
    add(&w, integer(-9), "d", "4");
    add(&w, words(NULL), "e", "5");
    facts *f = finish(&w);
    const facts_table *table = &f->tables[1];
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("-9")), 0);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("10")), 1);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("012")), 2);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("x2")), 3);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("12")), -1);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("010")), -1);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("10.0")), -1);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("x")), -1);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("x3")), -1);
    CU_ASSERT_EQUAL(facts_row_find(f, table, text_of("")), -1);
    end(&w);
}

static void a_wrong_cell_is_nobodys_until_it_is_needed(void) {
    work w;
    begin(&w, &wanted, 2);
    add(&w, integer(3), "a", "cheap");
    add(&w, integer(1), "b", "2");
    facts *f = finish(&w);
    CU_ASSERT_EQUAL(f->error_count, 1);
    CU_ASSERT_EQUAL(f->errors[0].partner, NO_PARTNER);
    const cell_error *wrong = facts_error_of(f, &f->tables[1], 1, PRICE);
    CU_ASSERT_PTR_NOT_NULL_FATAL(wrong);
    CU_ASSERT_PTR_NOT_NULL(strstr(wrong->message, "product row 3, column 'price': 'cheap'"));
    CU_ASSERT_PTR_NULL(facts_error_of(f, &f->tables[1], 0, PRICE));
    CU_ASSERT_PTR_NULL(facts_error_of(f, &f->tables[1], 1, NAME));
    end(&w);
}

static void two_threads_give_the_same_rows(void) {
    char one[33], two[33];
    for (size_t threads = 1; threads <= 2; threads++) {
        work w;
        begin(&w, &wanted, 2);
        CU_ASSERT_TRUE(facts_builder_split(w.builder, threads));
        for (int i = 0; i < 5000; i++) {
            char name[16];
            snprintf(name, sizeof name, "n%d", i * 7 % 900);
            add_to(&w, (size_t)i % threads, integer((int64_t)i * 31 % 5003), name, "1.5");
        }
        facts *f = finish(&w);
        CU_ASSERT_EQUAL(f->tables[1].rows, 5000);
        facts_fingerprint(f, threads == 1 ? one : two);
        end(&w);
    }
    CU_ASSERT_STRING_EQUAL(one, two);
}

static bool same_id_is_refused(bool sought, cell id, cell again) {
    source_request asked[2] = {sources[0], sources[1]};
    request of = {.sources = asked, .count = 2};
    work w;
    asked[1].sought = sought;
    begin(&w, &of, 2);
    add(&w, id, "a", "1");
    add(&w, integer(7), "b", "2");
    add(&w, again, "c", "3");
    bool refused = facts_builder_finish(w.builder) == NULL;
    CU_ASSERT_EQUAL(w.problems.count, refused);
    if (refused)
        CU_ASSERT_PTR_NOT_NULL(
            strstr(w.problems.items[0].message, "more than once in 'product'"));
    end(&w);
    return refused;
}

static void an_id_that_is_sought_comes_once(void) {
    CU_ASSERT_TRUE(same_id_is_refused(true, words("P"), words("P")));
    CU_ASSERT_TRUE(same_id_is_refused(true, integer(4), integer(4)));
    CU_ASSERT_FALSE(same_id_is_refused(false, words("P"), words("P")));
    CU_ASSERT_FALSE(same_id_is_refused(true, words("P"), words("p")));
    CU_ASSERT_FALSE(same_id_is_refused(true, words(NULL), words(NULL)));
}

void reference_rows_suite(void) {
    CU_pSuite s = CU_add_suite("reference_rows", NULL, NULL);
    CU_add_test(s, "rows belong to nobody and stand in order of their ids",
                rows_belong_to_nobody_and_stand_in_order_of_their_ids);
    CU_add_test(s, "rows are there without partners", rows_are_there_without_partners);
    CU_add_test(s, "a row is found by its id as it is shown",
                a_row_is_found_by_its_id_as_it_is_shown);
    CU_add_test(s, "a wrong cell is nobody's until it is needed",
                a_wrong_cell_is_nobodys_until_it_is_needed);
    CU_add_test(s, "two threads give the same rows", two_threads_give_the_same_rows);
    CU_add_test(s, "an id that is sought comes once", an_id_that_is_sought_comes_once);
}
