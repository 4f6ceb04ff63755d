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
 * it only after map_index. Its code, or MAP_ABSENT when memory ran out. */
int64_t map_append(map *m, text key);
/* Makes all keys known to map_find; false when memory ran out. */
bool map_index(map *m);

#endif
