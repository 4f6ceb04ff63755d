/* program_on_disk.h - a program, its data and a base result for tests of the public calls, and
 * a report in one piece. */
#ifndef RUNG_TESTS_PROGRAM_ON_DISK_H
#define RUNG_TESTS_PROGRAM_ON_DISK_H

#include <rung.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct fixture {
    char folder[64], program_path[96], data_path[96];
    rung_program *program;
    rung_facts *facts;
    rung_result *base;
} fixture;

static inline void close_all(fixture *f) {
    rung_result_free(f->base);
    rung_facts_free(f->facts);
    rung_program_free(f->program);
    unlink(f->program_path);
    unlink(f->data_path);
    rmdir(f->folder);
}

typedef struct collected {
    char *bytes;
    size_t length;
} collected;

/* A rung_write: context is a collected, whose bytes the test frees. */
static inline bool collect(void *context, const char *bytes, size_t length) {
    collected *c = context;
    char *grown = realloc(c->bytes, c->length + length + 1);
    if (!grown) return false;
    c->bytes = grown;
    memcpy(c->bytes + c->length, bytes, length);
    c->length += length;
    c->bytes[c->length] = '\0';
    return true;
}

#endif
