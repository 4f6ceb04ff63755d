/* target_test.c - what a sought value must make true. */
#include "compare/target.h"

#include <CUnit/Basic.h>
#include <string.h>

typedef struct fixture {
    arena memory;
    problem_list problems;
    plan plan;
    incentive incentive;
    fund fund;
    ladder ladder;
    level levels[2];
    totals totals;
    number paid;
    fund_total funds;
    size_t counts[2], *by_ladder[1];
} fixture;

static void set_up(fixture *f) {
    memset(f, 0, sizeof *f);
    f->problems.memory = &f->memory;
    f->incentive.is.name = "rebate";
    f->fund.is.name = "mdf";
    f->ladder = (ladder){.is.name = "tier", .levels = f->levels, .level_count = 2};
    f->levels[0].is.name = "silver";
    f->levels[1].is.name = "gold";
    f->plan = (plan){.incentives = &f->incentive,
                     .incentive_count = 1,
                     .funds = &f->fund,
                     .fund_count = 1,
                     .ladders = &f->ladder,
                     .ladder_count = 1};
    f->paid = number_from_integer(70);
    f->funds = (fund_total){number_from_integer(9), number_from_integer(30), 0,
                            number_from_integer(4)};
    f->counts[1] = 5;
    f->by_ladder[0] = f->counts;
    f->totals = (totals){.incentives = &f->paid,
                         .funds = &f->funds,
                         .levels = f->by_ladder,
                         .payout = number_from_integer(100)};
}

static bool holds(const char *text) {
    fixture f;
    target t;
    set_up(&f);
    bool fine = target_read(&f.memory, text, &f.plan, &t, &f.problems);
    if (!fine) printf("\n    %s", f.problems.count ? f.problems.items[0].message : "refused");
    CU_ASSERT(fine);
    fine = fine && target_holds(&t, target_side(&t, &f.totals));
    arena_free(&f.memory);
    return fine;
}

static bool refused(const char *text, const char *message, const char *hint) {
    fixture f;
    target t;
    set_up(&f);
    bool fine = !target_read(&f.memory, text, &f.plan, &t, &f.problems) &&
                f.problems.count == 1 && strcmp(f.problems.items[0].message, message) == 0 &&
                strcmp(f.problems.items[0].hint, hint) == 0;
    arena_free(&f.memory);
    return fine;
}

static void every_total_can_be_sought(void) {
    CU_ASSERT(holds("totals.payout = 100"));
    CU_ASSERT(holds("totals.incentives.rebate = 70"));
    CU_ASSERT(holds("totals.funds.mdf.paid = 30"));
    CU_ASSERT(holds("totals.funds.mdf.accrued = 9"));
    CU_ASSERT(holds("totals.funds.mdf.balance = 4"));
    CU_ASSERT(holds("totals.ladders.tier.gold = 5"));
    CU_ASSERT(holds("payout=100"));
}

static void signs_mean_what_they_say(void) {
    CU_ASSERT(holds("payout <= 100"));
    CU_ASSERT(holds("payout >= 100"));
    CU_ASSERT(!holds("payout < 100"));
    CU_ASSERT(!holds("payout > 100"));
    CU_ASSERT(holds("payout<100.01"));
    CU_ASSERT(holds("payout == $100.00"));
    CU_ASSERT(holds("payout <= 1,000,000"));
}

static void what_is_no_target_is_refused(void) {
    const char *write = "write it like 'totals.payout <= 2000000'";
    CU_ASSERT(refused("payout", "'payout' compares no total with a number", write));
    CU_ASSERT(refused("<= 5", "'<= 5' compares no total with a number", write));
    CU_ASSERT(refused("payout <=", "'payout <=' compares no total with a number", write));
    CU_ASSERT(refused("", "'' compares no total with a number", write));
    CU_ASSERT(refused("totals.incentives.rebat < 5",
                      "there is no total 'totals.incentives.rebat'",
                      "did you mean 'totals.incentives.rebate'?"));
}

void target_suite(void) {
    CU_pSuite s = CU_add_suite("target", NULL, NULL);
    CU_add_test(s, "every total can be sought", every_total_can_be_sought);
    CU_add_test(s, "signs mean what they say", signs_mean_what_they_say);
    CU_add_test(s, "what is no target is refused", what_is_no_target_is_refused);
}
