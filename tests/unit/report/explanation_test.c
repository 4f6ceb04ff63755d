/* explanation_test.c - reasons: gaps and which way is nearest, and how trees of them are
 * printed. */
#include "explain/explain.h"
#include "report/explanation_reports.h"
#include "unit/report/collected.h"

enum { NODES = 32 };

/* One partner whose values are constants. */
typedef struct sample {
    arena memory;
    plan plan;
    declarations rules;
    result result;
    explaining x;
    node nodes[NODES];
    size_t node_count;
    term terms[NODES];
    size_t term_count;
    explanation root;
} sample;

static void begin(sample *s) {
    *s = (sample){0};
    strcpy(s->rules.fingerprint, "f");
    s->plan =
        (plan){.rules = &s->rules, .name = "Program", .currency = "USD", .currency_places = 2};
    s->result.plan = &s->plan;
    s->x = (explaining){.of = &s->result, .memory = &s->memory, .lines = 20};
    s->root = (explanation){.kind = "explanation", .label = ""};
}

static void end(sample *s) {
    arena_free(&s->memory);
}

static const node *constant(sample *s, value_type type, measure m, number value) {
    node *made = &s->nodes[s->node_count++];
    *made = (node){.kind = NODE_CONSTANT,
                   .type = type,
                   .measure = m,
                   .constant = value,
                   .has_value = true,
                   .source = -1,
                   .ladder = -1};
    return made;
}

/* value / 100 */
static number hundredths(int64_t value) {
    number out = 0;
    number_from_scaled(&out, value, 2);
    return out;
}

static const node *yes_or_no(sample *s, bool yes) {
    return constant(s, TYPE_BOOLEAN, MEASURE_NUMBER, yes);
}

static requirement asked(sample *s, const char *key, measure m, number actual, comparison how,
                         number needed) {
    int order = number_compare(actual, needed);
    bool met = how == COMPARE_AT_LEAST  ? order >= 0
               : how == COMPARE_AT_MOST ? order <= 0
                                        : order > 0;
    term *written = &s->terms[s->term_count++];
    *written = (term){.kind = TERM_NUMBER, .number = needed};
    return (requirement){.kind = REQUIRE_LINE,
                         .key = key,
                         .term = written,
                         .comparison = how,
                         .met = yes_or_no(s, met),
                         .actual = constant(s, TYPE_NUMBER, m, actual),
                         .needed = constant(s, TYPE_NUMBER, MEASURE_NUMBER, needed)};
}

static requirement group(sample *s, requirement_kind kind, bool met, requirement *items,
                         size_t count) {
    return (requirement){
        .kind = kind, .met = yes_or_no(s, met), .items = items, .count = count};
}

static const explanation *explained(sample *s, requirement *items, size_t count) {
    requirement all = group(s, REQUIRE_ALL, false, items, count);
    explain_requirements(&s->x, &s->root, &all);
    return s->root.first;
}

static bool reads(const char *found, const char *wanted) {
    bool same = found && strcmp(found, wanted) == 0;
    if (!same) fprintf(stderr, "got:    %s\nwanted: %s\n", found ? found : "nothing", wanted);
    return same;
}

static void money_that_is_missing_is_said_to_the_cent(void) {
    sample s;
    begin(&s);
    requirement one = asked(&s, "bookings", MEASURE_MONEY, hundredths(13760000),
                            COMPARE_AT_LEAST, hundredths(15000000));
    const explanation *e = explained(&s, &one, 1);
    CU_ASSERT_EQUAL(e->state, REASON_UNMET);
    CU_ASSERT_TRUE(reads(e->shown, "$137,600.00"));
    CU_ASSERT_TRUE(reads(e->note, "at least $150,000.00, $12,400.00 more"));
    end(&s);
}

static void what_is_met_has_no_gap(void) {
    sample s;
    begin(&s);
    requirement one = asked(&s, "engineers", MEASURE_COUNT, number_from_integer(3),
                            COMPARE_AT_LEAST, number_from_integer(2));
    const explanation *e = explained(&s, &one, 1);
    CU_ASSERT_EQUAL(e->state, REASON_MET);
    CU_ASSERT_TRUE(reads(e->note, "at least 2"));
    end(&s);
}

static void as_many_places_are_shown_as_tell_actual_from_needed(void) {
    sample s;
    begin(&s);
    number almost = 0;
    CU_ASSERT_TRUE(number_from_text(&almost, "9999.996", 8));
    requirement two[] = {asked(&s, "bookings", MEASURE_MONEY, almost, COMPARE_AT_LEAST,
                               number_from_integer(10000)),
                         asked(&s, "growth", MEASURE_PERCENT,
                               hundredths(10) - NUMBER_GRID * 1000, COMPARE_AT_LEAST,
                               hundredths(10))};
    const explanation *e = explained(&s, two, 2);
    CU_ASSERT_TRUE(reads(e->shown, "$9,999.996"));
    CU_ASSERT_TRUE(reads(e->note, "at least $10,000.000, $0.004 more"));
    CU_ASSERT_TRUE(reads(e->next->shown, "9.9999%"));
    CU_ASSERT_TRUE(reads(e->next->note, "at least 10.0000%, 0.0001 points short"));
    end(&s);
}

static void too_much_is_said_of_what_may_not_be_more(void) {
    sample s;
    begin(&s);
    requirement two[] = {
        asked(&s, "returns", MEASURE_COUNT, number_from_integer(5), COMPARE_AT_MOST,
              number_from_integer(3)),
        asked(&s, "share", MEASURE_PERCENT, hundredths(15), COMPARE_AT_MOST, hundredths(12))};
    const explanation *e = explained(&s, two, 2);
    CU_ASSERT_TRUE(reads(e->note, "at most 3, 2 too many"));
    CU_ASSERT_TRUE(reads(e->next->note, "at most 12.00%, 3.00 points too high"));
    end(&s);
}

static void the_nearest_of_several_ways_comes_first(void) {
    sample s;
    begin(&s);
    requirement two_lines[] = {asked(&s, "a", MEASURE_COUNT, number_from_integer(9),
                                     COMPARE_AT_LEAST, number_from_integer(10)),
                               asked(&s, "b", MEASURE_COUNT, number_from_integer(9),
                                     COMPARE_AT_LEAST, number_from_integer(10))};
    requirement ways[] = {group(&s, REQUIRE_ALL, false, two_lines, 2),
                          asked(&s, "far", MEASURE_COUNT, number_from_integer(1),
                                COMPARE_AT_LEAST, number_from_integer(10)),
                          asked(&s, "near", MEASURE_COUNT, number_from_integer(8),
                                COMPARE_AT_LEAST, number_from_integer(10))};
    requirement any = group(&s, REQUIRE_ANY, false, ways, 3);
    const explanation *e = explained(&s, &any, 1);
    CU_ASSERT_TRUE(reads(e->label, "any of"));
    CU_ASSERT_TRUE(reads(e->shown, "0 of 3 met"));
    CU_ASSERT_TRUE(reads(e->first->label, "near"));
    CU_ASSERT_TRUE(reads(e->first->next->label, "far"));
    CU_ASSERT_TRUE(reads(e->first->next->next->label, "all of"));
    end(&s);
}

static void ways_stay_in_order_once_one_is_met(void) {
    sample s;
    begin(&s);
    requirement ways[] = {asked(&s, "no", MEASURE_COUNT, number_from_integer(1),
                                COMPARE_AT_LEAST, number_from_integer(10)),
                          asked(&s, "yes", MEASURE_COUNT, number_from_integer(10),
                                COMPARE_AT_LEAST, number_from_integer(10))};
    requirement any = group(&s, REQUIRE_ANY, true, ways, 2);
    const explanation *e = explained(&s, &any, 1);
    CU_ASSERT_TRUE(reads(e->first->label, "no"));
    end(&s);
}

static explanation *add(sample *s, explanation *parent, const char *kind, const char *label,
                        const char *shown, const char *note) {
    explanation *e = explanation_add(&s->memory, parent, kind, label);
    CU_ASSERT_PTR_NOT_NULL_FATAL(e);
    e->shown = shown;
    e->note = note;
    return e;
}

static explanation_head head_of(sample *s) {
    return (explanation_head){.plan = &s->plan,
                              .id = text_of("P1"),
                              .name = text_of("Acme"),
                              .payout = explain_money(hundredths(123456))};
}

static bool prints(sample *s, bool as_json, const char *wanted) {
    collected found = {0};
    writer out;
    explanation_head head = head_of(s);
    writer_begin(&out, collect, &found);
    if (as_json)
        explanation_print_json(&head, &s->root, &out);
    else
        explanation_print_text(&head, &s->root, false, &out);
    return collected_is(&found, &out, wanted);
}

static void siblings_stand_in_columns(void) {
    sample s;
    begin(&s);
    explanation *tier = add(&s, &s.root, "ladder", "Partner tier", "gold", "was silver");
    tier->name = "tier";
    add(&s, tier, "requirement", "bookings", "$5.00", "at least $3.00")->state = REASON_MET;
    add(&s, tier, "requirement", "growth", "2.00%", "at least 3.00%")->state = REASON_UNMET;
    add(&s, tier, "line", "1", "$12.00", NULL);
    add(&s, tier, "line", "22", "$1.00", "cut");
    CU_ASSERT_TRUE(prints(&s, false,
                          "P1  Acme\nProgram, as of 1970-01-01\npayout $1,234.56\n\n"
                          "Partner tier  gold  was silver\n"
                          "  tier\n"
                          "  ✓ bookings  $5.00  at least $3.00\n"
                          "  ✗ growth    2.00%  at least 3.00%\n"
                          "  • 1   $12.00\n"
                          "  • 22   $1.00  cut\n"));
    end(&s);
}

static void long_texts_wrap_under_where_they_began(void) {
    sample s;
    begin(&s);
    explanation *all = add(&s, &s.root, "benefits", "Benefits", NULL, NULL);
    add(&s, all, "gives", "gives", NULL,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen");
    CU_ASSERT_TRUE(prints(&s, false,
                          "P1  Acme\nProgram, as of 1970-01-01\npayout $1,234.56\n\n"
                          "Benefits\n"
                          "  • gives  one two three four five six seven eight nine ten eleven "
                          "twelve thirteen fourteen fifteen\n"
                          "           sixteen seventeen\n"));
    end(&s);
}

static void what_would_move_a_cursor_is_made_visible(void) {
    sample s;
    begin(&s);
    add(&s, &s.root, "fund", "mdf", "\x1b[31mred", NULL);
    CU_ASSERT_TRUE(prints(&s, false,
                          "P1  Acme\nProgram, as of 1970-01-01\npayout $1,234.56\n\n"
                          "mdf  \\u{1b}[31mred\n"));
    end(&s);
}

static void tools_read_figures_by_the_rules_of_json(void) {
    sample s;
    begin(&s);
    explanation *e = add(&s, &s.root, "claim", "claim 7", NULL, NULL);
    value count = {
        .state = CELL_VALUE, .measure = MEASURE_COUNT, .number = number_from_integer(3)};
    e->name = "7";
    e->state = REASON_UNMET;
    explanation_figure(&s.memory, e, "actual", count);
    explanation_figure(&s.memory, e, "needed", (value){.state = CELL_NONE});
    explanation_figure(&s.memory, e, "gap", (value){0});
    explanation_named(&s.memory, e, "vendor", explain_money(hundredths(150)));
    explanation_named(&s.memory, e, "partner", explain_money(hundredths(50)));
    CU_ASSERT_TRUE(prints(
        &s, true,
        "{\"format\": \"rung.explanation/1\",\n"
        " \"program\": {\"name\": \"Program\", \"version\": null, \"fingerprint\": \"f\"},\n"
        " \"as_of\": \"1970-01-01\", \"currency\": \"USD\",\n"
        " \"partner\": {\"id\": \"P1\", \"name\": \"Acme\"}, \"payout\": \"1234.56\",\n"
        " \"children\": [\n"
        "  {\"kind\": \"claim\", \"id\": \"7\", \"label\": \"claim 7\", \"met\": false, "
        "\"actual\": 3, "
        "\"needed\": null, \"shares\": {\"partner\": \"0.50\", \"vendor\": \"1.50\"}}]}\n"));
    end(&s);
}

static void reasons_of_any_depth_are_written(void) {
    sample s;
    begin(&s);
    explanation *e = &s.root;
    for (int i = 0; i < 100; i++)
        e = add(&s, e, "group", "all of", NULL, NULL);
    collected found = {0};
    writer out;
    explanation_head head = head_of(&s);
    writer_begin(&out, collect, &found);
    explanation_print_json(&head, &s.root, &out);
    CU_ASSERT_TRUE(writer_end(&out));
    size_t opened = 0, closed = 0;
    for (size_t i = 0; i < found.bytes.length; i++) {
        opened += found.bytes.bytes[i] == '{';
        closed += found.bytes.bytes[i] == '}';
    }
    CU_ASSERT_EQUAL(opened, 103);
    CU_ASSERT_EQUAL(opened, closed);
    text_free(&found.bytes);
    end(&s);
}

void explanation_suite(void) {
    CU_pSuite suite = CU_add_suite("explanation", NULL, NULL);
    CU_add_test(suite, "money that is missing is said to the cent",
                money_that_is_missing_is_said_to_the_cent);
    CU_add_test(suite, "what is met has no gap", what_is_met_has_no_gap);
    CU_add_test(suite, "as many places are shown as tell actual from needed",
                as_many_places_are_shown_as_tell_actual_from_needed);
    CU_add_test(suite, "too much is said of what may not be more",
                too_much_is_said_of_what_may_not_be_more);
    CU_add_test(suite, "the nearest of several ways comes first",
                the_nearest_of_several_ways_comes_first);
    CU_add_test(suite, "ways stay in order once one is met",
                ways_stay_in_order_once_one_is_met);
    CU_add_test(suite, "siblings stand in columns", siblings_stand_in_columns);
    CU_add_test(suite, "long texts wrap under where they began",
                long_texts_wrap_under_where_they_began);
    CU_add_test(suite, "what would move a cursor is made visible",
                what_would_move_a_cursor_is_made_visible);
    CU_add_test(suite, "tools read figures by the rules of JSON",
                tools_read_figures_by_the_rules_of_json);
    CU_add_test(suite, "reasons of any depth are written", reasons_of_any_depth_are_written);
}
