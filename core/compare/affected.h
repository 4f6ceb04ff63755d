/* affected.h - which partners a changed program can concern. Private to compare/. */
#ifndef RUNG_COMPARE_AFFECTED_H
#define RUNG_COMPARE_AFFECTED_H

#include "eval/evaluation.h"

/* What a changed program can change. */
typedef struct affected {
    bool all; /* levels, certifications or payouts of anybody; the rest then says nothing */
    /* By the facts' numbers: in which of the conditions that the change touches a partner
     * differs from the base, and how; 0: in none, so that it comes to what it came to there. */
    uint64_t *ways;
    /* Which conditions those are. Two changes of the same literals that touch the same ones
     * come to the same for a partner with the same ways. NULL: too many for `ways` to tell
     * apart. */
    const char *touched;
} affected;

/* out->ways is the caller's: all 0, with room for every partner. Only the conditions that the
 * change touches are computed for everybody, and compared with the base's. False only when
 * memory ran out. */
bool find_affected(arena *memory, const lending *lends, affected *out);

#endif
