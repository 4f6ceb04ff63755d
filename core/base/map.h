/* map.h - texts numbered in the order in which they were first met.
 *
 * Codes begin at 0. Keys are copied into the map's arena. */
#ifndef RUNG_BASE_MAP_H
#define RUNG_BASE_MAP_H

#include "base/arena.h"
#include "base/text.h"

#include <stdint.h>

typedef struct map {
    arena *memory;   /* where keys and slots live */
    text *keys;      /* by code */
    uint32_t *slots; /* code + 1; 0: free */
    size_t count;
    size_t capacity;   /* of keys */
    size_t slot_count; /* a power of two */
} map;

enum { MAP_ABSENT = -1 };

/* The key's code, added when it is new; MAP_ABSENT only when memory ran out. */
int64_t map_add(map *m, text key);
/* The key's code or MAP_ABSENT. */
int64_t map_find(const map *m, text key);

/* For whoever knows by other means that the key is new: adds it, but map_find and map_add know
 * it only after map_index_key. Its code, or MAP_ABSENT when memory ran out. */
int64_t map_append(map *m, text key);
/* The same for `count` keys, which the caller fills in: where the first one stands, or NULL. */
text *map_append_all(map *m, size_t count);
/* Room for so many keys, so that they need not be moved on the way. */
bool map_reserve(map *m, size_t keys);
/* Makes `count` of the keys known to map_find, and only them: begins anew, then takes them one
 * by one. False when memory ran out. */
bool map_index_begin(map *m, size_t count);
void map_index_key(map *m, text key, size_t code);

#endif
