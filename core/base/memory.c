#include "base/memory.h"

#include <stdlib.h>

static size_t allocations;
static size_t failing_from;

static int refused(void)
{
    allocations++;
    return failing_from && allocations >= failing_from;
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
    size_t made = allocations;
    allocations = 0;
    failing_from = n;
    return made;
}
