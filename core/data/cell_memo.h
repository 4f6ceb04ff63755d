/* cell_memo.h - what was found out about the short texts that a column gave last.
 *
 * Columns repeat themselves: a status, a product. What a cell of them comes to is found
 * out once and looked up after that. A column that does not repeat itself is noticed, and its
 * memo stays off. Inline, for it stands in the loop over all cells. */
#ifndef RUNG_DATA_CELL_MEMO_H
#define RUNG_DATA_CELL_MEMO_H

#include "data/row_filter.h"
#include "data/text_key.h"

enum { MEMO_ENTRIES = 512, MEMO_PATIENCE = 2000 };

typedef struct memo_entry {
    text_key key; /* zero: nothing yet; the empty text never comes here */
    row_answers answers;
    int32_t value; /* the text's code; -1: not needed so far */
} memo_entry;

typedef struct cell_memo {
    uint32_t hits, misses;
    memo_entry entries[MEMO_ENTRIES];
} cell_memo;

static inline bool cell_memo_helps(const cell_memo *memo) {
    return memo->misses < memo->hits + MEMO_PATIENCE;
}

static inline memo_entry *cell_memo_entry(cell_memo *memo, text_key key) {
    uint64_t h =
        (key.head ^ key.head >> 29 ^ key.tail * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    return &memo->entries[h >> 32 & (MEMO_ENTRIES - 1)];
}

/* Whether the entry is this text's; counts. */
static inline bool cell_memo_knows(cell_memo *memo, const memo_entry *entry, text_key key) {
    if (text_key_same(entry->key, key)) {
        if (++memo->hits > UINT32_MAX / 2) memo->hits = memo->misses = 0;
        return true;
    }
    memo->misses++;
    return false;
}

#endif
