/* result_test.c - a result put together by hand, in every format.
 *
 * Two partners: A stands on gold, was paid $5.00 for two people and had a claim; B has an
 * error. */
#include "unit/report/collected.h"

#include "eval/evaluation.h"

static const char *const no_reasons[] = {NULL};
static const source_file rules_file = {.name = "program.lua"};

typedef struct hand_made {
    evaluation workings;
    plan plan;
    facts facts;
    result result;
    facts_table tables[2];
    text ids[2], payees[2];
    int64_t row_ids[1];
    node three;
    metric metric;
    ladder ladder;
    level levels[2];
    incentive incentive;
    node payee;
    fund fund;
    payer payers[2];
    incentive_result paid;
    fund_result funded;
    column stands;
    uint8_t good[2], one_wrong[2], stand_states[2];
    number stand_values[2], amounts[2], payouts[2], none[2], accrued[2], shares[2];
    size_t line_first[3], claim_first[3];
    line lines[3];
    claim_result claims[1];
    partner_error errors[1];
    size_t level_counts[2], *level_totals[1], below[1];
    number incentive_totals[1];
    fund_total fund_totals[1];
} hand_made;

static number cents(int64_t n) {
    return (number)n * (NUMBER_ONE / 100);
}

static void make_rules(hand_made *h) {
    h->three = (node){.kind = NODE_CONSTANT,
                      .type = TYPE_NUMBER,
                      .measure = MEASURE_COUNT,
                      .constant = 3 * NUMBER_ONE,
                      .has_value = true};
    h->metric = (metric){.is = {.name = "engineers"}, .value = &h->three};
    h->levels[0].is.name = "silver";
    h->levels[1].is.name = "gold";
    h->ladder = (ladder){.is = {.name = "tier"}, .levels = h->levels, .level_count = 2};
    h->incentive = (incentive){
        .is = {.name = "bonus", .title = "Spring, bonus"}, .each = 1, .payee = &h->payee};
    h->payers[0].name = "partner";
    h->payers[1].name = "vendor";
    h->fund = (fund){.is = {.name = "mdf"}, .claims = 1, .payers = h->payers, .payer_count = 2};
    h->plan = (plan){.name = "Tiny \x1b program",
                     .version = "1",
                     .currency = "USD",
                     .currency_places = 2,
                     .metrics = &h->metric,
                     .metric_count = 1,
                     .ladders = &h->ladder,
                     .ladder_count = 1,
                     .incentives = &h->incentive,
                     .incentive_count = 1,
                     .funds = &h->fund,
                     .fund_count = 1};
}

static void make_facts(hand_made *h) {
    h->ids[0] = text_of("=A");
    h->ids[1] = text_of("B");
    h->payees[0] = text_of("zoe");
    h->payees[1] = text_of("adam");
    h->row_ids[0] = 771;
    h->tables[0] = (facts_table){.source = "partner", .rows = 2, .rows_read = 2};
    h->tables[1] = (facts_table){
        .source = "claim", .rows = 1, .rows_read = 2, .orphans = 1, .ids = h->row_ids};
    h->facts = (facts){.partner_count = 2,
                       .partner_ids = h->ids,
                       .tables = h->tables,
                       .table_count = 2,
                       .texts = {.keys = h->payees, .count = 2}};
}

static void make_amounts(hand_made *h) {
    h->good[0] = h->good[1] = CELL_VALUE;
    h->stand_states[0] = CELL_VALUE;
    h->stand_states[1] = CELL_NONE;
    h->stand_values[0] = 1;
    h->stands = (column){h->stand_values, h->stand_states};
    h->lines[0] = (line){.payee = 0, .paid = cents(200)};
    h->lines[1] = (line){.payee = 1, .paid = cents(250)};
    h->lines[2] = (line){.payee = 0, .paid = cents(50)};
    h->line_first[1] = h->line_first[2] = 3;
    h->amounts[0] = cents(500);
    h->accrued[0] = cents(10000);
    h->shares[0] = h->shares[1] = cents(100);
    h->claims[0] = (claim_result){.decision = CLAIM_PARTIAL,
                                  .amount = cents(200),
                                  .shares = h->shares,
                                  .limited_by = "balance",
                                  .reasons = (const char **)no_reasons};
    h->claim_first[1] = h->claim_first[2] = 1;
    h->paid = (incentive_result){.states = h->one_wrong,
                                 .due = h->good,
                                 .paid = h->amounts,
                                 .first = h->line_first,
                                 .lines = h->lines};
    h->one_wrong[0] = CELL_VALUE;
    h->one_wrong[1] = CELL_WRONG;
    h->funded = (fund_result){.states = h->good,
                              .due = h->good,
                              .opening = h->none,
                              .accrued = h->accrued,
                              .paid = h->none,
                              .expired = h->none,
                              .balance = h->accrued,
                              .first = h->claim_first,
                              .claims = h->claims};
}

static void make(hand_made *h) {
    static uint8_t wrong[2] = {0, 1};
    memset(h, 0, sizeof *h);
    make_rules(h);
    make_facts(h);
    make_amounts(h);
    h->payouts[0] = cents(500);
    h->errors[0] = (partner_error){1, "bonus", {&rules_file, 7, 1, 1}, 0, "no \"rate\""};
    h->level_counts[1] = 1;
    h->level_totals[0] = h->level_counts;
    h->incentive_totals[0] = cents(500);
    h->fund_totals[0] = (fund_total){cents(10000), 0, 0, cents(10000)};
    h->result = (result){.plan = &h->plan,
                         .facts = &h->facts,
                         .workings = &h->workings,
                         .incentives = &h->paid,
                         .funds = &h->funded,
                         .qualified = &h->stands,
                         .levels = &h->stands,
                         .wrong = wrong,
                         .payout = h->payouts,
                         .errors = h->errors,
                         .error_count = 1};
    h->result.totals = (totals){.partners = 2,
                                .errors = 1,
                                .levels = h->level_totals,
                                .none = h->below,
                                .incentives = h->incentive_totals,
                                .funds = h->fund_totals,
                                .payout = cents(500)};
}

static bool reads(report_options options, const char *wanted) {
    static hand_made h;
    collected c = {0};
    make(&h);
    bool arrived = report_result(&h.result, &options, collect, &c);
    bool same = text_equal((text){c.bytes.bytes, c.bytes.length}, text_of(wanted));
    if (!same) fprintf(stderr, "got:\n%s\nwanted:\n%s\n", c.bytes.bytes, wanted);
    text_free(&c.bytes);
    return arrived && same;
}

#define PROGRAM                                                                                \
    "\"program\": {\"name\": \"Tiny \\u001b program\", \"version\": \"1\", \"fingerprint\": "  \
    "null}"
#define DATA "\"data\": {\"rows\": {\"partner\": 2, \"claim\": 2}, \"orphans\": {\"claim\": 1}}"
#define DAY "\"as_of\": \"1970-01-01\", \"currency\": \"USD\""
#define PARTNER_A                                                                              \
    "{\"id\": \"=A\", \"metrics\": {\"engineers\": 3}, \"ladders\": {\"tier\": "               \
    "{\"before\": null, \"qualified\": \"gold\", \"level\": \"gold\", \"held\": null}}, "      \
    "\"certifications\": {}, \"obligations\": {}, \"scores\": {}, "                            \
    "\"incentives\": {\"bonus\": \"5.00\"}, "                                                  \
    "\"payees\": {\"bonus\": {\"adam\": \"2.50\", \"zoe\": \"2.50\"}}, \"carried\": {}, "      \
    "\"funds\": {\"mdf\": {\"opening\": \"0.00\", \"accrued\": \"100.00\", "                   \
    "\"paid\": \"0.00\", \"expired\": \"0.00\", \"balance\": \"100.00\", "                     \
    "\"claims\": [{\"id\": \"771\", \"decision\": \"partial\", \"amount\": \"2.00\", "         \
    "\"shares\": {\"partner\": \"1.00\", \"vendor\": \"1.00\"}, "                              \
    "\"limited_by\": \"balance\", \"reasons\": []}]}}, \"benefits\": {}, "                     \
    "\"payout\": \"5.00\", \"errors\": []}"
#define ERROR_OF_B                                                                             \
    "\"rule\": \"bonus\", \"file\": \"program.lua\", \"line\": 7, "                            \
    "\"message\": \"no \\\"rate\\\"\"}"
#define PARTNER_B                                                                              \
    "{\"id\": \"B\", \"metrics\": {\"engineers\": 3}, \"ladders\": {\"tier\": "                \
    "{\"before\": null, \"qualified\": null, \"level\": null, \"held\": null}}, "              \
    "\"certifications\": {}, \"obligations\": {}, \"scores\": {}, "                            \
    "\"incentives\": {\"bonus\": null}, \"payees\": {\"bonus\": null}, \"carried\": {}, "      \
    "\"funds\": {\"mdf\": {\"opening\": \"0.00\", \"accrued\": \"0.00\", "                     \
    "\"paid\": \"0.00\", \"expired\": \"0.00\", \"balance\": \"0.00\", \"claims\": []}}, "     \
    "\"benefits\": {}, \"payout\": null, \"errors\": [{" ERROR_OF_B "]}"
#define TOTALS                                                                                 \
    "\"totals\": {\"partners\": 2, \"errors\": 1, "                                            \
    "\"ladders\": {\"tier\": {\"silver\": 0, \"gold\": 1}}, \"certifications\": {}, "          \
    "\"obligations\": {}, \"incentives\": {\"bonus\": \"5.00\"}, "                             \
    "\"funds\": {\"mdf\": {\"accrued\": \"100.00\", \"paid\": \"0.00\", "                      \
    "\"expired\": \"0.00\", \"balance\": \"100.00\"}}, \"payout\": \"5.00\"}"
#define ALL_ERRORS "{\"partner\": \"B\", " ERROR_OF_B

static void json_has_every_key_in_its_order(void) {
    CU_ASSERT_TRUE(reads((report_options){.format = REPORT_JSON, .limit = -1},
                         "{\"format\": \"rung.result/1\",\n " PROGRAM ",\n " DATA ",\n " DAY
                         ",\n \"partners\": [\n  " PARTNER_A ",\n  " PARTNER_B "],\n " TOTALS
                         ",\n \"errors\": [\n  " ALL_ERRORS "]}\n"));
}

static void a_limit_of_nothing_leaves_totals(void) {
    CU_ASSERT_TRUE(reads((report_options){.format = REPORT_JSON, .limit = 0},
                         "{\"format\": \"rung.result/1\",\n " PROGRAM ",\n " DATA ",\n " DAY
                         ",\n \"partners\": [],\n " TOTALS ",\n \"errors\": [\n  " ALL_ERRORS
                         "]}\n"));
}

static void json_lines_are_head_partners_and_totals(void) {
    static const uint32_t only_b[] = {1};
    CU_ASSERT_TRUE(reads(
        (report_options){
            .format = REPORT_JSONL, .limit = -1, .partners = only_b, .partner_count = 1},
        "{\"format\": \"rung.result/1\", " PROGRAM ", " DATA ", " DAY "}\n" PARTNER_B
        "\n{" TOTALS ", \"errors\": [" ALL_ERRORS "]}\n"));
}

static void csv_has_a_row_a_partner(void) {
    CU_ASSERT_TRUE(reads((report_options){.format = REPORT_CSV, .limit = -1},
                         "id,engineers,tier,bonus,mdf.opening,mdf.accrued,mdf.paid,"
                         "mdf.expired,mdf.balance,payout,errors\n"
                         "\"'=A\",3,gold,5.00,0.00,100.00,0.00,0.00,100.00,5.00,0\n"
                         "B,3,,,0.00,0.00,0.00,0.00,0.00,,1\n"));
}

static void the_table_tells_levels_money_and_errors(void) {
    CU_ASSERT_TRUE(
        reads((report_options){.format = REPORT_TABLE, .limit = -1},
              "Tiny \\u{1b} program 1\n"
              "as of 1970-01-01, amounts in USD\n"
              "rows read: partner 2, claim 2\n"
              "\nPartners by level\n"
              "  tier    partners    share\n"
              "  gold           1  100.00%\n"
              "  silver         0    0.00%\n"
              "\nPayout by rule\n"
              "  rule           name   partners   paid\n"
              "  Spring, bonus  bonus         1  $5.00\n"
              "  mdf                          0  $0.00\n"
              "  -------------  -----  --------  -----\n"
              "  total                        1  $5.00\n"
              "\nFunds\n"
              "  fund  accrued   paid  balance\n"
              "  mdf   $100.00  $0.00  $100.00\n"
              "\n"
              "  claims  approved  partial  rejected\n"
              "  mdf            0        1         0\n"
              "\nLargest payouts\n"
              "  partner  tier  bonus    mdf  payout\n"
              "  =A       gold  $5.00  $0.00   $5.00\n"
              "\nErrors\n"
              "  1 of 2 partners has errors and is left out of every figure above:\n"
              "  bonus  program.lua:7\n"
              "    B: no \"rate\"\n"
              "\nnote: 1 of 2 rows of 'claim' belong to no partner and are left out\n"));
}

void report_result_suite(void) {
    CU_pSuite suite = CU_add_suite("reports of results", NULL, NULL);
    CU_add_test(suite, "JSON has every key in its order", json_has_every_key_in_its_order);
    CU_add_test(suite, "a limit of nothing leaves totals", a_limit_of_nothing_leaves_totals);
    CU_add_test(suite, "JSON lines are head, partners and totals",
                json_lines_are_head_partners_and_totals);
    CU_add_test(suite, "CSV has a row a partner", csv_has_a_row_a_partner);
    CU_add_test(suite, "the table tells levels, money and errors",
                the_table_tells_levels_money_and_errors);
}
