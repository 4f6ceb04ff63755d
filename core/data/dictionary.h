/* dictionary.h - finds a text's code while rows are read: a map's codes, with fewer looks at
 * memory.
 *
 * Texts of up to 15 bytes stand in the slot itself, so most cells cost one look. The texts and
 * their codes belong to the map, which outlives the dictionary; map_find knows them after
 * dictionary_index only. */
#ifndef RUNG_DATA_DICTIONARY_H
#define RUNG_DATA_DICTIONARY_H

#include "base/map.h"
#include "data/text_key.h"

typedef struct dictionary_slot {
    text_key key;
    uint32_t code; /* + 1; 0: free */
} dictionary_slot;

/* Valid when zeroed but for `texts`. Texts that others append to the map are not found. */
typedef struct dictionary {
    map *texts;
    dictionary_slot *slots;
    size_t slot_count; /* a power of two */
    size_t count;      /* texts */
} dictionary;

/* How many texts are worth looking up together: memory is asked for all of them before the
 * first answer is needed, which on large data saves most of the time of a lookup. */
enum { DICTIONARY_BATCH = 256 };

/* Room for so many texts, so that it need not grow on the way. */
bool dictionary_reserve(dictionary *d, size_t texts);
/* The text's code, added when it is new; MAP_ABSENT only when memory ran out. */
int64_t dictionary_add(dictionary *d, text value);
/* The text's code or MAP_ABSENT. */
int64_t dictionary_find(const dictionary *d, text value);

/* At most DICTIONARY_BATCH keys, with their texts where they are longer: adds each and writes
 * its code to codes[at[i]]. False when memory ran out. */
bool dictionary_add_all(dictionary *d, const text_key *keys, const text *longer,
                        const uint16_t *at, size_t count, int32_t *codes);
/* The same, but new texts get the code -1. */
void dictionary_find_all(const dictionary *d, const text_key *keys, const text *longer,
                         size_t count, int32_t *codes);
/* For an empty dictionary: takes up the texts that others appended to the map, which all
 * differ. False when memory ran out. */
bool dictionary_take(dictionary *d);
/* Makes the texts known to map_find; false when memory ran out. */
bool dictionary_index(const dictionary *d);
void dictionary_free(dictionary *d);

#endif
