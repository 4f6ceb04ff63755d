/* rules.c - any bytes as a rule file: read, and its settings listed, or refused with a message.
 */
#include "fuzzing.h"

static bool drop(void *context, const char *bytes, size_t length) {
    (void)context;
    (void)bytes;
    (void)length;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    rung_program *program = NULL;
    rung_error error;
    rung_load_options options = {.size = sizeof options, .on_problem = fuzz_problem};
    rung_status status =
        rung_program_load(&program, fuzz_file(".lua", bytes, length), &options, &error);
    if ((status == RUNG_OK) != (program != NULL)) abort();
    if (program) rung_settings(program, NULL, drop, NULL, &error);
    rung_program_free(program);
    return 0;
}
