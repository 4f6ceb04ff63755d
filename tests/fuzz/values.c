/* values.c - any text as a value that is set, as a range that is swept and as what is sought.
 */
#include "fuzzing.h"

#include <string.h>

static void set(const char *text) {
    static const char *const paths[] = {"gold_line", "growth_line", "region_factor.by.EMEA",
                                        "program.year_starts"};
    rung_error error;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        rung_scenario *scenario = NULL;
        rung_change change = {.path = paths[i], .value = text};
        rung_scenario_options options = {
            .size = sizeof options, .set = &change, .set_count = 1, .on_problem = fuzz_problem};
        rung_scenario_load(&scenario, fuzz_program(), &options, &error);
        rung_scenario_free(scenario);
    }
}

static void vary(const char *text, const char *so_that) {
    rung_range *range = NULL;
    rung_error error;
    rung_range_options options = {.size = sizeof options,
                                  .vary = &text,
                                  .vary_count = 1,
                                  .so_that = so_that,
                                  .on_problem = fuzz_problem};
    rung_range_load(&range, fuzz_program(), &options, &error);
    rung_range_free(range);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    char text[400];
    if (length >= sizeof text - 20) return 0;
    memcpy(text, bytes, length);
    text[length] = '\0';
    set(text);
    vary(text, NULL);
    vary("gold_line=100000..200000/50000", text);
    char of_a_setting[sizeof text];
    snprintf(of_a_setting, sizeof of_a_setting, "growth_line=%s", text);
    vary(of_a_setting, NULL);
    return 0;
}
