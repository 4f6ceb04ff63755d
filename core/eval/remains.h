/* remains.h - what is left of the lots of each partner, in the order of their use.
 *
 * A place is a lot's position in that order. Places stand in heaps of a few; what is left in
 * heaps, and of which days, is known of halves, quarters .. of a partner's heaps, so that
 * neither lots that are used up nor those that begin later are gone over. Private to eval/. */
#ifndef RUNG_EVAL_REMAINS_H
#define RUNG_EVAL_REMAINS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/number.h"

typedef struct heap {
    number sum;            /* what is left */
    date earliest, latest; /* first days of lots of which something is left */
} heap;

typedef struct remains {
    const size_t *first; /* partner p's places are first[p] .. first[p + 1] - 1 */
    size_t *first_heap;  /* by partner */
    heap *heaps;         /* all of a partner, then those of its first half, .. of its second */
    number *left;        /* by place; never below 0 */
    date *begins;        /* by place: the lot's first day */
} remains;

/* Nothing is left anywhere; the caller fills `begins`. False only when memory ran out. */
bool remains_open(remains *r, const size_t *first, size_t partners, arena *memory);

void remains_set(remains *r, size_t partner, size_t place, number left);

/* What is left at places from .. to - 1 of lots that begin on a day or before. */
number remains_sum(const remains *r, size_t partner, size_t from, size_t to, date on);
/* The first of these places where something is left; `to` when there is none. */
size_t remains_next(const remains *r, size_t partner, size_t from, size_t to, date on);

#endif
