#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* madvise */
#endif
#include "base/memory.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

/* Threads allocate too. */
static atomic_size_t allocations;
static atomic_size_t failing_from;

static int refused(void) {
    size_t made = atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed) + 1;
    size_t limit = atomic_load_explicit(&failing_from, memory_order_relaxed);
    return limit && made >= limit;
}

/* Asks for large pages where a block is worth it: a page fault and a missed translation for
 * every 4 KiB cost as much as filling them. Only a wish; nothing depends on it. */
static void *wish_for_large_pages(void *block, size_t size) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    enum { PAGE = 4096, WORTH_IT = 1024 * 1024 };
    if (!block || size < WORTH_IT) return block;
    uintptr_t first = ((uintptr_t)block + PAGE - 1) / PAGE * PAGE,
              end = ((uintptr_t)block + size) / PAGE * PAGE;
    (void)madvise((unsigned char *)block + (first - (uintptr_t)block), end - first,
                  MADV_HUGEPAGE);
#else
    (void)size;
#endif
    return block;
}

void *memory_allocate(size_t size) {
    if (refused()) return NULL;
    return wish_for_large_pages(calloc(1, size ? size : 1), size);
}

void *memory_resize(void *block, size_t size) {
    if (size == 0) {
        free(block);
        return NULL;
    }
    if (refused()) return NULL;
    return wish_for_large_pages(realloc(block, size), size);
}

void memory_free(void *block) {
    free(block);
}

size_t memory_fail_after(size_t n) {
    size_t made = atomic_exchange(&allocations, 0);
    atomic_store(&failing_from, n);
    return made;
}
