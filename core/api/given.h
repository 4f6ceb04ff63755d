/* given.h - options as hosts give them, who may have been built with an older rung.h. Private
 * to api/. */
#ifndef RUNG_API_GIVEN_H
#define RUNG_API_GIVEN_H

#include "rung.h"

/* Copies the options that stand within their own size, which comes first in all of them, into
 * *out of `room` bytes; what lies beyond, or where `given` is NULL everything, is 0.
 * RUNG_BAD_ARGUMENT where the size is none, or of options that only a newer library knows. */
rung_status take_options(void *out, size_t room, const void *given, rung_error *error);

#endif
