/* written_test.c - values as people write them, in place of a literal. */
#include "bind/written.h"

#include <CUnit/Basic.h>
#include <string.h>

/* -usd(250): the literal that a rule file with a minus before an amount holds. */
typedef struct fixture {
    arena memory;
    problem_list problems;
    term number, amount, negative;
    entry arguments[1], operands[1];
} fixture;

static void set_up(fixture *f) {
    memset(f, 0, sizeof *f);
    f->problems.memory = &f->memory;
    f->number = (term){.kind = TERM_NUMBER, .number = number_from_integer(250)};
    f->arguments[0] = (entry){.value = &f->number};
    f->amount = (term){.kind = TERM_CALL, .name = "usd", .entries = f->arguments, .count = 1};
    f->operands[0] = (entry){.value = &f->amount};
    f->negative =
        (term){.kind = TERM_OPERATION, .name = "-", .entries = f->operands, .count = 1};
}

/* What is written in place of -usd(250) is an amount of so many dollars. */
static void expect_dollars(const char *text, int64_t dollars) {
    fixture f;
    number value;
    set_up(&f);
    const term *made = written_term(&f.memory, text, &f.negative, f.negative.at, &f.problems);
    CU_ASSERT_FATAL(made != NULL);
    CU_ASSERT(made->kind == TERM_CALL && strcmp(made->name, "usd") == 0);
    CU_ASSERT(written_number(made, &value) && value == number_from_integer(dollars));
    arena_free(&f.memory);
}

static void the_sign_goes_with_the_value(void) {
    expect_dollars("300", 300);
    expect_dollars("-300", -300);
    expect_dollars("-$7", -7);
    expect_dollars("usd(4)", 4);
}

static void a_negative_literal_is_a_number(void) {
    fixture f;
    number value;
    set_up(&f);
    CU_ASSERT(written_number(&f.negative, &value));
    CU_ASSERT(value == number_from_integer(-250));
    arena_free(&f.memory);
}

void written_suite(void) {
    CU_pSuite s = CU_add_suite("written", NULL, NULL);
    CU_add_test(s, "in place of a negative literal the sign goes with the value",
                the_sign_goes_with_the_value);
    CU_add_test(s, "a negative literal is a number", a_negative_literal_is_a_number);
}
