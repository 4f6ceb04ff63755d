/* scenario.c - any bytes as a scenario of a program. */
#include "fuzzing.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    rung_scenario *scenario = NULL;
    rung_error error;
    rung_scenario_options options = {.size = sizeof options,
                                     .file = fuzz_file(".yaml", bytes, length),
                                     .on_problem = fuzz_problem};
    rung_status status = rung_scenario_load(&scenario, fuzz_program(), &options, &error);
    if ((status == RUNG_OK) != (scenario != NULL)) abort();
    rung_scenario_free(scenario);
    return 0;
}
