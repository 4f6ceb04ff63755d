#include "base/memory.h"

#include <stdatomic.h>
#include <stdlib.h>

/* Threads allocate too. */
static atomic_size_t allocations;
static atomic_size_t failing_from;

static int refused(void)
{
    size_t made = atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed) + 1;
    size_t limit = atomic_load_explicit(&failing_from, memory_order_relaxed);
    return limit && made >= limit;
}

void *memory_allocate(size_t size)
{
    if (refused()) return NULL;
    return calloc(1, size ? size : 1);
}

void *memory_resize(void *block, size_t size)
{
    if (size == 0) {
        free(block);
        return NULL;
    }
    if (refused()) return NULL;
    return realloc(block, size);
}

void memory_free(void *block)
{
    free(block);
}

size_t memory_fail_after(size_t n)
{
    size_t made = atomic_exchange(&allocations, 0);
    atomic_store(&failing_from, n);
    return made;
}
