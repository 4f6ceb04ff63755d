/* arena.h - memory that is freed all at once.
 *
 * A public call owns one arena; whatever its stages build lives there until the
 * object they built is freed. An allocation that fails returns NULL and is
 * remembered in `failed`, so a stage may pass NULL up without a word: the public
 * call asks once, at its end. */
#ifndef RUNG_BASE_ARENA_H
#define RUNG_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct arena_chunk arena_chunk;

/* Something outside that ends with an arena. */
typedef struct arena_ending arena_ending;

typedef struct arena {
    arena_chunk *chunks; /* newest first */
    arena_ending *endings;
    size_t bytes; /* taken from the machine so far */
    bool failed;  /* an allocation was refused */
} arena;

/* An arena is valid when zeroed: `arena memory = {0};`. */
void *arena_allocate(arena *a, size_t size);
/* Room for count items; refuses a product that overflows. */
void *arena_array(arena *a, size_t count, size_t item_size);
/* A copy that ends in a NUL byte. */
char *arena_copy(arena *a, const char *bytes, size_t length);
char *arena_string(arena *a, const char *string);
/* printf into the arena. */
char *arena_print(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* An array that grows inside the arena: returns the (possibly moved) items with room
 * for at least one more than `count`, and keeps `capacity`. NULL when out of memory. */
void *arena_grow(arena *a, void *items, size_t count, size_t *capacity, size_t item_size);

/* Calls release(what) when the arena is freed or reset, before its memory is. False when memory
 * ran out.
 */
bool arena_at_end(arena *a, void (*release)(void *what), void *what);

/* Empties it but keeps room for as much again, zeroed. For work that is done over and over. */
void arena_reset(arena *a);

/* Takes over everything that `from` holds; `from` is empty afterwards. */
void arena_adopt(arena *a, arena *from);

void arena_free(arena *a);

#endif
