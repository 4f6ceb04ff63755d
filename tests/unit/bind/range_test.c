/* range_test.c - which values a setting goes through. */
#include "bind/range.h"

#include <CUnit/Basic.h>
#include <string.h>

/* Settings put together by hand: line = 100 and share = 2, plain numbers of which the one
 * counts dollars, rate = percent(8), opens = date "..". */
typedef struct fixture {
    arena memory;
    problem_list problems;
    term line, share, rate, rate_number, opens, day, range_from, range_to, range, settings[4];
    entry fields[4][2], rate_arguments[1], opens_arguments[1], ends[2];
    const term *items[4];
    declarations rules;
} fixture;

static term number_term(int64_t n) {
    return (term){.kind = TERM_NUMBER, .number = number_from_integer(n), .depth = 1, .size = 1};
}

static void declare(fixture *f, int i, const char *name, const term *value) {
    f->fields[i][0] = (entry){.key = "value", .value = value};
    f->settings[i] = (term){.kind = TERM_DECLARATION,
                            .name = "setting",
                            .member = name,
                            .entries = f->fields[i],
                            .count = 1};
    f->items[i] = &f->settings[i];
}

static void set_up(fixture *f) {
    memset(f, 0, sizeof *f);
    f->problems.memory = &f->memory;
    f->line = number_term(100);
    f->rate_number = number_term(8);
    f->rate_arguments[0] = (entry){.value = &f->rate_number};
    f->rate =
        (term){.kind = TERM_CALL, .name = "percent", .entries = f->rate_arguments, .count = 1};
    f->day = (term){.kind = TERM_TEXT, .name = "2026-01-01"};
    f->opens_arguments[0] = (entry){.value = &f->day};
    f->opens =
        (term){.kind = TERM_CALL, .name = "date", .entries = f->opens_arguments, .count = 1};
    declare(f, 0, "line", &f->line);
    declare(f, 1, "rate", &f->rate);
    declare(f, 2, "opens", &f->opens);
    f->share = number_term(2);
    declare(f, 3, "share", &f->share);
    f->range_from = number_term(50);
    f->range_to = number_term(60);
    f->ends[0] = (entry){.value = &f->range_from};
    f->ends[1] = (entry){.value = &f->range_to};
    f->range = (term){.kind = TERM_TABLE, .entries = f->ends, .count = 2};
    f->fields[0][1] = (entry){.key = "range", .value = &f->range};
    f->settings[0].count = 2;
    f->rules = (declarations){.items = f->items, .count = 4};
}

static bool reads(fixture *f, const char *text, bool may_lack, range *out) {
    number one = NUMBER_ONE;
    range_usual usual = {.may_lack = may_lack,
                         .step = may_lack ? &one : NULL,
                         .unit = strncmp(text, "line", 4) == 0 ? "USD" : NULL};
    return range_read(&f->memory, text, &f->rules, &usual, out, &f->problems);
}

/* Whether the text stands for so many values, of which these are the first and the last. */
static bool spans(const char *text, int64_t count, const char *first, const char *last) {
    fixture f;
    range r;
    char from[RANGE_TEXT] = "", to[RANGE_TEXT] = "";
    set_up(&f);
    bool fine = reads(&f, text, false, &r);
    if (fine) {
        range_print(&r, 0, from);
        range_print(&r, r.count - 1, to);
        fine = r.count == count && strcmp(from, first) == 0 && strcmp(to, last) == 0;
    }
    if (!fine) printf("\n    %s: %s to %s", text, from, to);
    arena_free(&f.memory);
    return fine;
}

static bool refused(const char *text, const char *message) {
    fixture f;
    range r;
    set_up(&f);
    bool fine = !reads(&f, text, false, &r) && f.problems.count == 1 &&
                strcmp(f.problems.items[0].message, message) == 0;
    if (!fine && f.problems.count) printf("\n    %s", f.problems.items[0].message);
    arena_free(&f.memory);
    return fine;
}

static void the_end_is_part_of_the_range(void) {
    CU_ASSERT(spans("line=100..300/100", 3, "100", "300"));
    CU_ASSERT(spans("line=100..399/100", 3, "100", "300"));
    CU_ASSERT(spans("line=5..5/1", 1, "5", "5"));
}

static void decimals_are_exact(void) {
    CU_ASSERT(spans("line=0.1..1/0.1", 10, "0.1", "1"));
    CU_ASSERT(spans("line=-1..1/0.000000001", 2000000001, "-1", "1"));
}

static void values_are_written_as_people_do(void) {
    CU_ASSERT(spans("line=$1,000..$2,000/$500", 3, "1000", "2000"));
    CU_ASSERT(spans("rate=8%..12%/0.5%", 9, "8%", "12%"));
    CU_ASSERT(spans("rate=0.08..0.12/0.01", 5, "8%", "12%"));
}

static void a_range_has_one_unit(void) {
    CU_ASSERT(spans("line=USD 100..200/$50", 3, "100", "200"));
    CU_ASSERT(refused("line=€100..€200/€50",
                      "'€100' is an amount in EUR, where an amount in USD is wanted"));
    CU_ASSERT(refused("line=100..200/€50",
                      "'€50' is an amount in EUR, where an amount in USD is wanted"));
    CU_ASSERT(refused("line=30 days..60 days/10",
                      "'30 days' is a number of days, where an amount in USD is wanted"));
    CU_ASSERT(spans("share=1%..3%/1%", 3, "1%", "3%"));
    CU_ASSERT(refused("share=1%..100000000000000000000/1%",
                      "'100000000000000000000' is a plain number, where a percent is wanted"));
    CU_ASSERT(refused("share=1..5%/1", "'5%' is a percent, where a plain number is wanted"));
    CU_ASSERT(
        refused("share=$1..$5/$1", "'$1' is an amount in USD, where a plain number is wanted"));
}

static void dates_lie_days_or_months_apart(void) {
    CU_ASSERT(spans("opens=2026-01-31..2026-04-30/1 month", 4, "2026-01-31", "2026-04-30"));
    CU_ASSERT(spans("opens=2026-01-01..2026-01-31/7 days", 5, "2026-01-01", "2026-01-29"));
    CU_ASSERT(refused("opens=2026-01-01..2026-02-01/7", "'7' is no step between dates"));
    CU_ASSERT(
        refused("opens=2026-02-01..2026-01-01/1 day", "the dates of 'opens' go backwards"));
    CU_ASSERT(refused("opens=2026-02-30..2026-03-01/1 day", "'2026-02-30' is no date"));
}

static void ranges_that_make_no_sense_are_refused(void) {
    CU_ASSERT(refused("line=1-2/1", "'1-2/1' is no range of values"));
    CU_ASSERT(refused("line=..2/1", "'..2/1' is no range of values"));
    CU_ASSERT(refused("line=1../1", "'line' cannot be '': a number is wanted"));
    CU_ASSERT(refused("line=2..1/1", "the values of 'line' go from high to low"));
    CU_ASSERT(refused("line=1..2/0", "the step of 'line' must be more than 0"));
    CU_ASSERT(refused("line=1..2/-1", "the step of 'line' must be more than 0"));
    CU_ASSERT(refused("line=1..2", "how far apart the values of 'line' lie is missing"));
    CU_ASSERT(refused("lime=1..2/1", "nothing in the program is called 'lime'"));
    CU_ASSERT(
        refused("line=0..1/0.0000000001", "the values of 'line' have more than 9 decimals"));
}

static void a_setting_is_searched_over_its_own_range(void) {
    fixture f;
    range r;
    set_up(&f);
    CU_ASSERT_FATAL(reads(&f, "line", true, &r));
    CU_ASSERT(r.count == 11 && r.first == number_from_integer(50));
    CU_ASSERT_FATAL(reads(&f, "line=0.5..2", true, &r));
    CU_ASSERT(r.count == 151);
    CU_ASSERT(!reads(&f, "rate", true, &r));
    arena_free(&f.memory);
}

void range_suite(void) {
    CU_pSuite s = CU_add_suite("range", NULL, NULL);
    CU_add_test(s, "the end is part of the range", the_end_is_part_of_the_range);
    CU_add_test(s, "decimals are exact", decimals_are_exact);
    CU_add_test(s, "values are written as people do", values_are_written_as_people_do);
    CU_add_test(s, "a range has one unit", a_range_has_one_unit);
    CU_add_test(s, "dates lie days or months apart", dates_lie_days_or_months_apart);
    CU_add_test(s, "ranges that make no sense are refused",
                ranges_that_make_no_sense_are_refused);
    CU_add_test(s, "a setting is searched over its own range",
                a_setting_is_searched_over_its_own_range);
}
