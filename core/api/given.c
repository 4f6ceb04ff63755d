#include "api/given.h"

#include "api/failure.h"

#include <string.h>

/* A size alone asks for nothing; a host that left it out has a 0 there, or anything. */
enum { LEAST = 2 * sizeof(size_t) };

static rung_status refuse(size_t size, size_t room, rung_error *error) {
    static const char hint[] = "set size to sizeof the options, and build with the rung.h of "
                               "this library";
    fail(error, RUNG_BAD_ARGUMENT, "options of %zu bytes are not known here: they have %zu",
         size, room);
    if (error) memcpy(error->hint, hint, sizeof hint);
    return RUNG_BAD_ARGUMENT;
}

rung_status take_options(void *out, size_t room, const void *given, rung_error *error) {
    size_t size = 0;
    memset(out, 0, room);
    if (!given) return RUNG_OK;
    memcpy(&size, given, sizeof size);
    if (size < LEAST || size > room) return refuse(size, room, error);
    memcpy(out, given, size);
    return RUNG_OK;
}
