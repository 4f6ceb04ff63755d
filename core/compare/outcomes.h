/* outcomes.h - what partners came to, kept from one attempt to the next.
 *
 * Where a change touches conditions of levels and certifications alone, what a partner gets is
 * told by the way in which it differs from the base in them. An attempt that touches the same
 * conditions as the one before it computes only partners that differ in a way of which they
 * were not computed last; the totals of the attempt before are put right for these. Attempts
 * over one base, of the same rules with other literals. */
#ifndef RUNG_COMPARE_OUTCOMES_H
#define RUNG_COMPARE_OUTCOMES_H

#include "eval/result.h"

/* For one attempt at a time. Its memory is bounded by the number of partners. */
typedef struct outcomes outcomes;

/* NULL when memory ran out. */
outcomes *outcomes_open(const result *base);
void outcomes_free(outcomes *o);

/* Everybody's totals under a changed program, in `memory`; the same bytes as without what is
 * kept. `jobs` threads at most where all partners are computed. False only when memory ran out.
 */
bool outcomes_totals(outcomes *o, arena *memory, const plan *p, int jobs, totals *out);

#endif
