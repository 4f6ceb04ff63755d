#include "base/arena.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { CHUNK_BYTES = 16 * 1024, LARGEST_CHUNK = 1024 * 1024, ALIGNMENT = 16 };

struct arena_chunk {
    arena_chunk *next;
    size_t size;
    size_t used;
    size_t unused_; /* keeps `bytes` on a 16 byte boundary */
    unsigned char bytes[];
};

static void *refuse(arena *a) {
    a->failed = true;
    return NULL;
}

static arena_chunk *add_chunk(arena *a, size_t needed) {
    size_t size = a->bytes < LARGEST_CHUNK ? a->bytes : LARGEST_CHUNK;
    if (size < CHUNK_BYTES) size = CHUNK_BYTES;
    if (size < needed) size = needed;
    arena_chunk *chunk = memory_allocate(sizeof *chunk + size);
    if (!chunk) return refuse(a);
    chunk->size = size;
    a->bytes += sizeof *chunk + size;
    /* A chunk made for one large block goes behind the one still being filled. */
    if (a->chunks && needed == size && a->chunks->size - a->chunks->used > ALIGNMENT) {
        chunk->next = a->chunks->next;
        a->chunks->next = chunk;
    } else {
        chunk->next = a->chunks;
        a->chunks = chunk;
    }
    return chunk;
}

void *arena_allocate(arena *a, size_t size) {
    if (size > SIZE_MAX / 2) return refuse(a);
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (size == 0) size = ALIGNMENT;
    arena_chunk *chunk = a->chunks;
    if (!chunk || chunk->size - chunk->used < size) chunk = add_chunk(a, size);
    if (!chunk) return NULL;
    void *block = chunk->bytes + chunk->used;
    chunk->used += size;
    return block;
}

void *arena_array(arena *a, size_t count, size_t item_size) {
    if (item_size && count > SIZE_MAX / 2 / item_size) return refuse(a);
    return arena_allocate(a, count * item_size);
}

char *arena_copy(arena *a, const char *bytes, size_t length) {
    char *copy = arena_allocate(a, length + 1);
    if (copy && length) memcpy(copy, bytes, length);
    return copy;
}

char *arena_string(arena *a, const char *string) {
    return arena_copy(a, string, strlen(string));
}

char *arena_print(arena *a, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (length < 0) return refuse(a);
    char *out = arena_allocate(a, (size_t)length + 1);
    if (!out) return NULL;
    va_start(list, format);
    vsnprintf(out, (size_t)length + 1, format, list);
    va_end(list);
    return out;
}

void *arena_grow(arena *a, void *items, size_t count, size_t *capacity, size_t item_size) {
    if (items && count < *capacity) return items;
    size_t larger = *capacity ? *capacity * 2 : 8;
    void *moved = arena_array(a, larger, item_size);
    if (!moved) return NULL;
    if (count) memcpy(moved, items, count * item_size);
    *capacity = larger;
    return moved;
}

struct arena_ending {
    void (*release)(void *what);
    void *what;
    arena_ending *next;
};

bool arena_at_end(arena *a, void (*release)(void *what), void *what) {
    arena_ending *ending = arena_allocate(a, sizeof *ending);
    if (!ending) return false;
    *ending = (arena_ending){release, what, a->endings};
    a->endings = ending;
    return true;
}

static void run_endings(arena *a) {
    for (const arena_ending *ending = a->endings; ending; ending = ending->next)
        ending->release(ending->what);
    a->endings = NULL;
}

void arena_free(arena *a) {
    run_endings(a);
    arena_chunk *chunk = a->chunks;
    while (chunk) {
        arena_chunk *next = chunk->next;
        memory_free(chunk);
        chunk = next;
    }
    *a = (arena){0};
}

void arena_adopt(arena *a, arena *from) {
    arena_chunk **end = &from->chunks;
    while (*end)
        end = &(*end)->next;
    *end = a->chunks ? a->chunks->next : NULL; /* behind the chunk that is being filled */
    if (a->chunks)
        a->chunks->next = from->chunks;
    else
        a->chunks = from->chunks;
    arena_ending **last = &from->endings;
    while (*last)
        last = &(*last)->next;
    *last = a->endings;
    a->endings = from->endings;
    a->bytes += from->bytes;
    a->failed = a->failed || from->failed;
    *from = (arena){0};
}

void arena_reset(arena *a) {
    size_t used = 0;
    run_endings(a); /* they stand in the memory that is emptied */
    for (const arena_chunk *chunk = a->chunks; chunk; chunk = chunk->next)
        used += chunk->used;
    if (a->chunks && !a->chunks->next) {
        memset(a->chunks->bytes, 0, used);
        a->chunks->used = 0;
        return;
    }
    bool failed = a->failed;
    arena_free(a);
    a->failed = failed;
    if (used) add_chunk(a, used + used / 8);
}
