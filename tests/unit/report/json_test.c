/* json_test.c - objects, arrays, lines. */
#include "unit/report/collected.h"

#include "report/json.h"

typedef struct page {
    collected collected;
    writer writer;
    json json;
} page;

static json *begin(page *p) {
    memset(p, 0, sizeof *p);
    writer_begin(&p->writer, collect, &p->collected);
    p->json.out = &p->writer;
    return &p->json;
}

static bool reads(page *p, const char *wanted) {
    return collected_is(&p->collected, &p->writer, wanted);
}

static void items_are_separated_at_every_depth(void) {
    page p;
    json *j = begin(&p);
    json_object(j, NULL);
    json_integer(j, "a", 1);
    json_array(j, "b");
    json_object(j, NULL);
    json_end_object(j);
    json_object(j, NULL);
    json_boolean(j, "c", true);
    json_end_object(j);
    json_end_array(j);
    json_null(j, "d");
    json_end_object(j);
    CU_ASSERT_TRUE(reads(&p, "{\"a\": 1, \"b\": [{}, {\"c\": true}], \"d\": null}"));
}

static void values_of_every_kind_are_written(void) {
    page p;
    json *j = begin(&p);
    json_array(j, NULL);
    json_integer(j, NULL, -7);
    json_boolean(j, NULL, false);
    json_string(j, NULL, "x");
    json_string(j, NULL, NULL);
    json_digits(j, NULL, "1.50", 4);
    json_bare(j, NULL, text_of("12"));
    json_text(j, NULL, (text){"ab", 1});
    json_end_array(j);
    CU_ASSERT_TRUE(reads(&p, "[-7, false, \"x\", null, \"1.50\", 12, \"a\"]"));
}

static void keys_may_hold_any_byte(void) {
    page p;
    json *j = begin(&p);
    json_object(j, NULL);
    json_key(j, text_of("R\"1"));
    json_digits(j, NULL, "1.00", 4);
    json_key(j, text_of("list"));
    json_array(j, NULL);
    json_integer(j, NULL, 1);
    json_integer(j, NULL, 2);
    json_end_array(j);
    json_integer(j, "n", 3);
    json_end_object(j);
    CU_ASSERT_TRUE(reads(&p, "{\"R\\\"1\": \"1.00\", \"list\": [1, 2], \"n\": 3}"));
}

static void a_line_begins_where_it_is_asked_for(void) {
    page p;
    json *j = begin(&p);
    json_object(j, NULL);
    json_integer(j, "a", 1);
    json_line(j);
    json_array(j, "b");
    json_line(j);
    json_integer(j, NULL, 2);
    json_line(j);
    json_integer(j, NULL, 3);
    json_end_array(j);
    json_integer(j, "c", 4);
    json_end_object(j);
    CU_ASSERT_TRUE(reads(&p, "{\"a\": 1,\n \"b\": [\n  2,\n  3], \"c\": 4}"));
}

void json_suite(void) {
    CU_pSuite suite = CU_add_suite("json", NULL, NULL);
    CU_add_test(suite, "items are separated at every depth",
                items_are_separated_at_every_depth);
    CU_add_test(suite, "values of every kind are written", values_of_every_kind_are_written);
    CU_add_test(suite, "keys may hold any byte", keys_may_hold_any_byte);
    CU_add_test(suite, "a line begins where it is asked for",
                a_line_begins_where_it_is_asked_for);
}
