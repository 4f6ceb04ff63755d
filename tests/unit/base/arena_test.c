/* arena_test.c - memory that is freed all at once. */
#include "base/arena.h"
#include "base/memory.h"

#include <CUnit/Basic.h>
#include <stdint.h>
#include <string.h>

static bool is_zeroed(const unsigned char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != 0) return false;
    return true;
}

static void blocks_are_zeroed_aligned_and_apart(void) {
    arena a = {0};
    unsigned char *before = NULL;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *block = arena_allocate(&a, size);
        CU_ASSERT_PTR_NOT_NULL_FATAL(block);
        CU_ASSERT_EQUAL((uintptr_t)block % 16, 0);
        CU_ASSERT_TRUE(is_zeroed(block, size));
        CU_ASSERT_PTR_NOT_EQUAL(block, before);
        memset(block, 0xFF, size);
        before = block;
    }
    arena_free(&a);
}

static void a_large_block_leaves_the_room_of_the_small_ones(void) {
    arena a = {0};
    char *first = arena_allocate(&a, 16);
    char *large = arena_allocate(&a, 5 * 1024 * 1024);
    char *second = arena_allocate(&a, 16);
    CU_ASSERT_PTR_NOT_NULL_FATAL(large);
    CU_ASSERT_PTR_EQUAL(second, first + 16);
    large[5 * 1024 * 1024 - 1] = 1;
    arena_free(&a);
}

static void freeing_makes_the_arena_new(void) {
    arena a = {0};
    arena_free(&a);
    CU_ASSERT_PTR_NOT_NULL(arena_allocate(&a, 100));
    CU_ASSERT_TRUE(a.bytes >= 100);
    arena_free(&a);
    CU_ASSERT_PTR_NULL(a.chunks);
    CU_ASSERT_EQUAL(a.bytes, 0);
    arena_free(&a);
}

static void count_down(void *what) {
    --*(int *)what;
}

static void resetting_ends_what_ends_with_the_arena_once(void) {
    arena a = {0};
    int open = 2;
    CU_ASSERT_TRUE(arena_at_end(&a, count_down, &open));
    CU_ASSERT_TRUE(arena_at_end(&a, count_down, &open));
    arena_reset(&a);
    CU_ASSERT_EQUAL(open, 0);
    unsigned char *again = arena_allocate(&a, 64);
    CU_ASSERT_PTR_NOT_NULL_FATAL(again);
    memset(again, 0xFF, 64);
    arena_free(&a);
    CU_ASSERT_EQUAL(open, 0);
}

static void a_size_that_can_not_be_is_refused_and_remembered(void) {
    arena a = {0};
    CU_ASSERT_PTR_NULL(arena_array(&a, SIZE_MAX / 8, 16));
    CU_ASSERT_TRUE(a.failed);
    arena_free(&a);
    CU_ASSERT_FALSE(a.failed);
    CU_ASSERT_PTR_NULL(arena_allocate(&a, SIZE_MAX));
    CU_ASSERT_TRUE(a.failed);
    arena_free(&a);
    CU_ASSERT_PTR_NOT_NULL(arena_array(&a, 10, 0));
    CU_ASSERT_PTR_NOT_NULL(arena_array(&a, 0, 10));
    arena_free(&a);
}

static void a_refused_allocation_is_remembered(void) {
    arena a = {0};
    memory_fail_after(1);
    CU_ASSERT_PTR_NULL(arena_allocate(&a, 1));
    CU_ASSERT_PTR_NULL(arena_string(&a, "gold"));
    CU_ASSERT_PTR_NULL(arena_print(&a, "%d", 1));
    memory_fail_after(0);
    CU_ASSERT_TRUE(a.failed);
    CU_ASSERT_PTR_NOT_NULL(arena_allocate(&a, 1));
    CU_ASSERT_TRUE(a.failed);
    arena_free(&a);
}

static void copies_end_in_a_nul_byte(void) {
    arena a = {0};
    char bytes[] = "golden";
    char *copy = arena_copy(&a, bytes, 4);
    char *empty = arena_copy(&a, NULL, 0);
    bytes[0] = 'x';
    CU_ASSERT_STRING_EQUAL(copy, "gold");
    CU_ASSERT_STRING_EQUAL(empty, "");
    CU_ASSERT_STRING_EQUAL(arena_string(&a, "silver"), "silver");
    CU_ASSERT_STRING_EQUAL(arena_print(&a, "%s %d", "level", 4), "level 4");
    arena_free(&a);
}

static void an_array_keeps_its_items_while_it_grows(void) {
    arena a = {0};
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 10000; count++) {
        items = arena_grow(&a, items, count, &capacity, sizeof *items);
        CU_ASSERT_PTR_NOT_NULL_FATAL(items);
        CU_ASSERT_TRUE_FATAL(capacity > count);
        items[count] = (int)count;
    }
    bool kept = true;
    for (size_t i = 0; i < 10000; i++)
        kept = kept && items[i] == (int)i;
    CU_ASSERT_TRUE(kept);
    arena_free(&a);
}

static const CU_TestInfo tests[] = {
    {"blocks are zeroed, aligned and apart", blocks_are_zeroed_aligned_and_apart},
    {"a large block leaves the room of the small ones",
     a_large_block_leaves_the_room_of_the_small_ones},
    {"freeing makes the arena new", freeing_makes_the_arena_new},
    {"a size that can not be is refused and remembered",
     a_size_that_can_not_be_is_refused_and_remembered},
    {"a refused allocation is remembered", a_refused_allocation_is_remembered},
    {"resetting ends what ends with the arena, once",
     resetting_ends_what_ends_with_the_arena_once},
    {"copies end in a NUL byte", copies_end_in_a_nul_byte},
    {"an array keeps its items while it grows", an_array_keeps_its_items_while_it_grows},
};

void arena_suite(void);

void arena_suite(void) {
    CU_pSuite suite = CU_add_suite("arena", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
