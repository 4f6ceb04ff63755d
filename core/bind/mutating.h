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
/* What stands where `old` did: a little more of it (or less); NULL when it is no number, or
 * memory ran out. */
const term *mutating_number(mutating *m, const term *old, number value);
/* mutant_shares.c: shares, which change two at a time; and whether a literal is one of them. */
void mutate_shares(mutating *m, const term *declaration);
bool is_share(const term *declaration, const term *literal);
/* mutant_words.c: comparisons, and dates that are keys of `dated`. */
void mutate_words(mutating *m, const term *declaration);

#endif
