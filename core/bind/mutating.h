/* mutating.h - what mutant.c and the files beside it share. Nobody else looks inside. */
#ifndef RUNG_BIND_MUTATING_H
#define RUNG_BIND_MUTATING_H

#include "bind/mutant.h"

typedef struct mutating {
    arena *memory;
    mutant *items;
    size_t count, capacity;
} mutating;

void mutating_add(mutating *m, mutant made);

/* Where a walk through a declaration stands. */
typedef struct walking {
    mutating *out;
    const term *declaration;
    const char *path;
    bool requires; /* a plain value in a table means at least */
    bool asks;     /* the entries of a table are conditions */
} walking;

/* `new` takes the place of `old`; nothing when it is NULL. */
void walking_add(const walking *w, const term *old, const term *new, const char *from,
                 const char *to, place at);
/* What stands where `old` did: a little more of it (or less); NULL when it is no number, or
 * memory ran out. */
const term *mutating_number(mutating *m, const term *old, number value);
/* mutant_shares.c: shares, which change two at a time; and whether a literal is one of them. */
void mutate_shares(mutating *m, const term *declaration);
bool is_share(const term *declaration, const term *literal);
/* The day after the one that a text stands for; NULL: it is no date. */
const char *mutating_next_day(arena *memory, const char *said);
/* mutant_conditions.c: equalities, lists, patterns, days of the year. */
void mutate_condition(const walking *w, const entry *e);
void mutate_question(const walking *w, const term *t);
/* Whether the tables that the call is given hold conditions. */
bool asks_in_tables(const term *call);
bool asks_in_field(const term *declaration, const char *field);
/* mutant_words.c: comparisons, and dates that are keys of `dated`. */
void mutate_words(mutating *m, const term *declaration);

#endif
