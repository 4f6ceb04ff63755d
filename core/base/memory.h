/* memory.h - the one door to the machine's memory.
 *
 * Every allocation of the library passes here, so that tests can make any one of
 * them fail. Memory is zeroed. Nothing else in core/ calls malloc, calloc or free. */
#ifndef RUNG_BASE_MEMORY_H
#define RUNG_BASE_MEMORY_H

#include <stddef.h>

/* Zeroed memory, or NULL when there is none left. */
void *memory_allocate(size_t size);

/* Like realloc, except that a size of 0 frees. The grown part is not zeroed. */
void *memory_resize(void *block, size_t size);

void memory_free(void *block);

/* For tests: the n-th allocation from now on (1 is the next) and all after it fail;
 * 0 switches that off. Returns how many allocations were made since the last call. */
size_t memory_fail_after(size_t n);

#endif
