/* fingerprint.h - what was read, in 16 bytes: BLAKE2b by libsodium.
 *
 * Equal fingerprints mean equal input. Lengths go in with the bytes, so that "ab","c"
 * differs from "a","bc". */
#ifndef RUNG_BASE_FINGERPRINT_H
#define RUNG_BASE_FINGERPRINT_H

#include <sodium.h>
#include <stddef.h>

typedef struct fingerprint {
    crypto_generichash_state state;
} fingerprint;

enum { FINGERPRINT_TEXT = 33 }; /* 32 hex digits and NUL */

void fingerprint_begin(fingerprint *f);
void fingerprint_add(fingerprint *f, const void *bytes, size_t length);
void fingerprint_end(fingerprint *f, char out[FINGERPRINT_TEXT]);

#endif
