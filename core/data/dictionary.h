/* dictionary.h - finds a text's code while rows are read: a map's codes, with fewer looks at
 * memory.
 *
 * Texts of up to 15 bytes stand in the slot itself, so most cells cost one look. The texts and
 * their codes belong to the map, which outlives the dictionary. */
#ifndef RUNG_DATA_DICTIONARY_H
#define RUNG_DATA_DICTIONARY_H

#include "base/map.h"

typedef struct dictionary_slot {
    uint64_t head, tail; /* the text and its length, or two hashes of a longer one */
    uint32_t code;       /* + 1; 0: free */
} dictionary_slot;

/* Valid when zeroed but for `texts`. Nobody else may add to the map meanwhile. */
typedef struct dictionary {
    map *texts;
    dictionary_slot *slots;
    size_t slot_count; /* a power of two */
} dictionary;

/* Short texts that wait to be looked up together: memory is asked for all of them before the
 * first answer is needed, which on large data saves most of the time of a lookup. */
enum { DICTIONARY_QUEUE = 64 };

typedef struct dictionary_queue {
    dictionary_slot keys[DICTIONARY_QUEUE]; /* `code` is the row here */
    size_t count;
} dictionary_queue;

/* Puts a row's text into the queue; its code is written to codes[row] at once, or by a later
 * call with the same codes, by dictionary_settle at the latest. False when memory ran out. */
bool dictionary_add_later(dictionary *d, dictionary_queue *queue, text value, uint32_t row,
                          int32_t *codes);
bool dictionary_settle(dictionary *d, dictionary_queue *queue, int32_t *codes);

/* The text's code, added when it is new; MAP_ABSENT only when memory ran out. */
int64_t dictionary_add(dictionary *d, text value);
/* The text's code or MAP_ABSENT. */
int64_t dictionary_find(const dictionary *d, text value);
void dictionary_free(dictionary *d);

#endif
