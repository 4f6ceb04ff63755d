#include "base/map.h"

#include <string.h>

enum { TOGETHER = 64 }; /* keys whose slots are asked for before the first is needed */

static uint64_t hash(text key) {
    uint64_t h = 0x9E3779B97F4A7C15u ^ key.length;
    size_t i = 0;
    for (; i + 8 <= key.length; i += 8) {
        uint64_t word;
        memcpy(&word, key.bytes + i, 8);
        h = (h ^ word) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
    }
    uint64_t rest = 0;
    if (i < key.length) memcpy(&rest, key.bytes + i, key.length - i);
    h = (h ^ rest) * 0xC4CEB9FE1A85EC53u;
    return h ^ h >> 29;
}

void map_index_key(map *m, text key, size_t code) {
    size_t at = hash(key) & (m->slot_count - 1);
    while (m->slots[at])
        at = (at + 1) & (m->slot_count - 1);
    m->slots[at] = (uint32_t)code + 1;
}

static bool make_slots(map *m, size_t slot_count) {
    uint32_t *slots = arena_array(m->memory, slot_count, sizeof *slots);
    if (!slots) return false;
    m->slots = slots;
    m->slot_count = slot_count;
    return true;
}

static bool rebuild_slots(map *m, size_t slot_count) {
    if (!make_slots(m, slot_count)) return false;
    for (size_t code = 0; code < m->count; code++)
        map_index_key(m, m->keys[code], code);
    return true;
}

int64_t map_find(const map *m, text key) {
    if (!m->slot_count) return MAP_ABSENT;
    size_t at = hash(key) & (m->slot_count - 1);
    for (; m->slots[at]; at = (at + 1) & (m->slot_count - 1)) {
        uint32_t code = m->slots[at] - 1;
        if (text_equal(m->keys[code], key)) return code;
    }
    return MAP_ABSENT;
}

int64_t map_append(map *m, text key) {
    text *keys = arena_grow(m->memory, m->keys, m->count, &m->capacity, sizeof *keys);
    char *copy = arena_copy(m->memory, key.bytes, key.length);
    if (!keys || !copy) return MAP_ABSENT;
    m->keys = keys;
    m->keys[m->count] = (text){copy, key.length};
    return (int64_t)m->count++;
}

int64_t map_add(map *m, text key) {
    int64_t known = map_find(m, key);
    if (known != MAP_ABSENT) return known;
    bool full = (m->count + 1) * 2 > m->slot_count;
    if (full && !rebuild_slots(m, m->slot_count ? m->slot_count * 2 : 64)) return MAP_ABSENT;
    int64_t code = map_append(m, key);
    if (code != MAP_ABSENT) map_index_key(m, key, (size_t)code);
    return code;
}

bool map_reserve(map *m, size_t keys) {
    if (keys <= m->capacity) return true;
    text *moved = arena_array(m->memory, keys, sizeof *moved);
    if (!moved) return false;
    if (m->count) memcpy(moved, m->keys, m->count * sizeof *moved);
    m->keys = moved;
    m->capacity = keys;
    return true;
}

text *map_append_all(map *m, size_t count) {
    if (!map_reserve(m, m->count + count)) return NULL;
    m->count += count;
    return m->keys + m->count - count;
}

bool map_index_begin(map *m, size_t count) {
    size_t slot_count = 64;
    while (count * 2 > slot_count)
        slot_count *= 2;
    return make_slots(m, slot_count);
}
