/* collected.h - a sink that keeps what it is given, for tests of reports. */
#ifndef RUNG_TESTS_COLLECTED_H
#define RUNG_TESTS_COLLECTED_H

#include "report/writer.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

typedef struct collected {
    text_buffer bytes;
    size_t pieces;  /* how often the sink was called */
    size_t refuses; /* the call that says no, from 1; 0: none */
} collected;

static inline bool collect(void *context, const char *bytes, size_t length) {
    collected *c = context;
    if (++c->pieces == c->refuses) return false;
    text_append(&c->bytes, bytes, length);
    return !c->bytes.failed;
}

/* Ends the writer and compares all that arrived. */
static inline bool collected_is(collected *c, writer *w, const char *wanted) {
    bool arrived = writer_end(w);
    bool same = text_equal((text){c->bytes.bytes, c->bytes.length}, text_of(wanted));
    if (!same) fprintf(stderr, "got:    %s\nwanted: %s\n", c->bytes.bytes, wanted);
    text_free(&c->bytes);
    return arrived && same;
}

#endif
