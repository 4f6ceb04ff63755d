/* mutant.h - programs with one small mistake, to see whether test cases notice.
 *
 * Every number, rate and date of the rules is changed a little (a tenth more, a count by at
 * least one, a date by a day), and every comparison is made strict or not strict: at_least and
 * above change places, at_most and below; a plain threshold in a requirement, which means at
 * least, becomes above. What is asked for by `=` or is is asked not to be, true is false, a
 * list loses one of its values, a pattern fits everything, a day of the year is the next.
 * Sources, guards and what is only said about the program are left alone.
 */
#ifndef RUNG_BIND_MUTANT_H
#define RUNG_BIND_MUTANT_H

#include "bind/path.h"

typedef struct mutant {
    const char *path;
    const char *from, *to; /* as people read them */
    place at;
    const term *declaration, *old, *new;
} mutant;

/* In the order of the declarations, and in each of the text. Whether a mutant can be bound
 * shows when it is. False when memory ran out. */
bool mutants_of(arena *memory, const declarations *rules, mutant **out, size_t *count);
/* The program with the mistake in it; NULL when memory ran out. */
const declarations *mutant_apply(arena *memory, const declarations *rules, const mutant *m);

#endif
