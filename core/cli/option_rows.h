/* option_rows.h - the table of options: how each is written, what help says, where it goes.
 * Private to options.c and option_rows.c. */
#ifndef RUNG_CLI_OPTION_ROWS_H
#define RUNG_CLI_OPTION_ROWS_H

#include "cli/options.h"

typedef struct option_row {
    char letter; /* in a command's `takes` */
    const char *name;
    const char *value; /* what it is called in help; NULL: it takes none */
    const char *wants; /* what a value must be */
    const char *says;
    bool (*take)(options *o, const char *value);
} option_row;

extern const option_row option_rows[]; /* ended by a row without a name */

#endif
