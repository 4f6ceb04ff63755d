/* vector_room.h - room for the vectors of one table of the facts.
 *
 * What held a column while its rows were read is taken for the next column as soon as it has
 * been placed: memory that was never touched costs more to fill than the rows themselves. */
#ifndef RUNG_DATA_VECTOR_ROOM_H
#define RUNG_DATA_VECTOR_ROOM_H

#include "base/arena.h"

enum { WIDEST_ITEM = 16 };

typedef struct vector_room {
    arena *memory;                /* vectors live as long as it does */
    size_t rows;                  /* items a vector */
    void *spare[WIDEST_ITEM + 1]; /* by size of their items; NULL: none */
} vector_room;

/* A vector with an item a row, which hold anything. NULL when memory ran out. */
void *vector_room_take(vector_room *room, size_t item);
/* A block of memory.h is no longer needed by whoever had it; NULL will do. */
void vector_room_give(vector_room *room, void *block, size_t capacity, size_t item);
/* Frees what was not taken. */
void vector_room_end(vector_room *room);

#endif
