/* progress.h - one line on a terminal that says how far reading has come. */
#ifndef RUNG_CLI_PROGRESS_H
#define RUNG_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct progress {
    bool wanted; /* stderr is a terminal, and no --quiet */
    bool shown;
    struct timespec begun, last;
} progress;

void progress_begin(progress *p, bool quiet);
/* Says it at most ten times a second, from the second second on. */
void progress_rows(progress *p, const char *source, size_t rows);
void progress_end(progress *p);

#endif
