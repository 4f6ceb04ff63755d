/* mutating.h - what mutant.c and mutant_words.c share. Nobody else looks inside. */
#ifndef RUNG_BIND_MUTATING_H
#define RUNG_BIND_MUTATING_H

#include "bind/mutant.h"

typedef struct mutating {
    arena *memory;
    mutant *items;
    size_t count, capacity;
} mutating;

void mutating_add(mutating *m, mutant made);
/* mutant_words.c: comparisons, and dates that are keys of `dated`. */
void mutate_words(mutating *m, const term *declaration);

#endif
