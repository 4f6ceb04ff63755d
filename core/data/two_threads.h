/* two_threads.h - the same work on two things at once. */
#ifndef RUNG_DATA_TWO_THREADS_H
#define RUNG_DATA_TWO_THREADS_H

/* Does the work on the first in the caller's thread and on the second in one of its own, in the
 * caller's too if there can't be another; back when both are done. `second` NULL: there is only
 * the first. */
void in_two_threads(void (*work)(void *on), void *first, void *second);

#endif
