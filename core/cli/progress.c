/* progress.c - rewrites one line of stderr, and takes it away at the end. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* clock_gettime, isatty */
#endif
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

static struct timespec now(void) {
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t;
}

static double seconds(struct timespec from, struct timespec to) {
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void progress_begin(progress *p, bool quiet) {
    *p = (progress){.wanted = !quiet && isatty(STDERR_FILENO), .begun = now()};
    p->last = p->begun;
}

void progress_rows(progress *p, const char *source, size_t rows) {
    if (!p->wanted) return;
    struct timespec t = now();
    if (seconds(p->begun, t) < 1 || seconds(p->last, t) < 0.1) return;
    p->last = t;
    p->shown = true;
    fprintf(stderr, "\r\033[Kreading %s: %zu rows", source, rows);
    fflush(stderr);
}

void progress_end(progress *p) {
    if (p->shown) fprintf(stderr, "\r\033[K");
    p->shown = false;
}
