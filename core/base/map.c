#include "base/map.h"

#include <string.h>

static uint64_t hash(text key)
{
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

static bool grow_slots(map *m)
{
    size_t slot_count = m->slot_count ? m->slot_count * 2 : 64;
    uint32_t *slots = arena_array(m->memory, slot_count, sizeof *slots);
    if (!slots) return false;
    for (size_t code = 0; code < m->count; code++) {
        size_t at = hash(m->keys[code]) & (slot_count - 1);
        while (slots[at]) at = (at + 1) & (slot_count - 1);
        slots[at] = (uint32_t)code + 1;
    }
    m->slots = slots;
    m->slot_count = slot_count;
    return true;
}

int64_t map_find(const map *m, text key)
{
    if (!m->slot_count) return MAP_ABSENT;
    size_t at = hash(key) & (m->slot_count - 1);
    for (; m->slots[at]; at = (at + 1) & (m->slot_count - 1)) {
        uint32_t code = m->slots[at] - 1;
        if (text_equal(m->keys[code], key)) return code;
    }
    return MAP_ABSENT;
}

int64_t map_add(map *m, text key)
{
    int64_t known = map_find(m, key);
    if (known != MAP_ABSENT) return known;
    if ((m->count + 1) * 2 > m->slot_count && !grow_slots(m)) return MAP_ABSENT;
    text *keys = arena_grow(m->memory, m->keys, m->count, &m->capacity, sizeof *keys);
    char *copy = arena_copy(m->memory, key.bytes, key.length);
    if (!keys || !copy) return MAP_ABSENT;
    m->keys = keys;
    m->keys[m->count] = (text){copy, key.length};
    size_t at = hash(key) & (m->slot_count - 1);
    while (m->slots[at]) at = (at + 1) & (m->slot_count - 1);
    m->slots[at] = (uint32_t)m->count + 1;
    return (int64_t)m->count++;
}
