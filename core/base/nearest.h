/* nearest.h - "did you mean": the known word that looks most like a misspelt one. */
#ifndef RUNG_BASE_NEAREST_H
#define RUNG_BASE_NEAREST_H

#include <stddef.h>

typedef struct nearest {
    const char *wanted;
    const char *best; /* NULL: nothing is near enough to be worth offering */
    int distance;
} nearest;

/* nearest guess = nearest_to("rnak"); offer each known word; then guess.best. Ties keep the
 * first. */
nearest nearest_to(const char *wanted);
void nearest_offer(nearest *guess, const char *known);

#endif
