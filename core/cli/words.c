/* words.c - `rung words [WORD]`: the language reference. */
#include "cli/session.h"

int command_words(const options *o) {
    output out;
    rung_error error = {0};
    rung_report_options how = output_report_options(o);
    if (!output_open(&out, o)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_words(o->words[0], &how, output_write, &out, &error);
    return session_finish(&out, status, &error);
}
