#include "base/fingerprint.h"

#include <stdint.h>

enum { FINGERPRINT_BYTES = 16 };

void fingerprint_begin(fingerprint *f) {
    crypto_generichash_init(&f->state, NULL, 0, FINGERPRINT_BYTES);
}

void fingerprint_add(fingerprint *f, const void *bytes, size_t length) {
    unsigned char head[8];
    for (int i = 0; i < 8; i++)
        head[i] = (unsigned char)((uint64_t)length >> (8 * i));
    crypto_generichash_update(&f->state, head, sizeof head);
    crypto_generichash_update(&f->state, bytes, length);
}

void fingerprint_end(fingerprint *f, char out[FINGERPRINT_TEXT]) {
    unsigned char hash[FINGERPRINT_BYTES];
    crypto_generichash_final(&f->state, hash, sizeof hash);
    sodium_bin2hex(out, FINGERPRINT_TEXT, hash, sizeof hash);
}
