/* init.c - `rung init DIR`: a working program with data, to start from. */
#include "cli/session.h"

int command_init(const options *o) {
    rung_error error = {0};
    const char *folder = o->words[0];
    rung_status status = rung_init(folder, &error);
    if (status != RUNG_OK) return session_failure(status, &error);
    if (o->quiet) return EXIT_DONE;
    printf("A working partner program is in %s. To see what it does:\n\n"
           "  cd %s\n"
           "  rung check . partners.db\n"
           "  rung evaluate . partners.db\n"
           "  rung explain . partners.db P0011\n"
           "  rung what-if . partners.db --set gold_line=200000\n"
           "  rung test .\n\n"
           "README.md there says what to try next.\n",
           folder, folder);
    return EXIT_DONE;
}
