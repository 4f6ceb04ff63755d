/* vector_room.c - room for the vectors of one table of the facts. */
#include "data/vector_room.h"

#include "base/memory.h"

void *vector_room_take(vector_room *room, size_t item) {
    void *block = room->spare[item];
    room->spare[item] = NULL;
    if (!block) block = memory_resize(NULL, (room->rows ? room->rows : 1) * item);
    if (block && arena_at_end(room->memory, memory_free, block)) return block;
    memory_free(block);
    return NULL;
}

void vector_room_give(vector_room *room, void *block, size_t capacity, size_t item) {
    if (capacity < room->rows || room->spare[item])
        memory_free(block);
    else
        room->spare[item] = block;
}

void vector_room_end(vector_room *room) {
    for (size_t item = 0; item <= WIDEST_ITEM; item++)
        memory_free(room->spare[item]);
}
