/* known_partners.h - whose row is it? Partners by id, once all of them are known.
 *
 * Every row of every source asks. Where all ids are a number behind the same letters, as
 * P000123 is, the number leads to the partner through one small vector; other ids are looked up
 * in a dictionary. Immutable once made: any number of threads may ask. */
#ifndef RUNG_DATA_KNOWN_PARTNERS_H
#define RUNG_DATA_KNOWN_PARTNERS_H

#include "data/dictionary.h"

/* Ids of one length whose last bytes are digits and whose other bytes are the same. */
typedef struct id_shape {
    text_key fixed, mask; /* the bytes that are the same, and the length */
    size_t length, digits;
} id_shape;

/* Valid when zeroed: there are none. */
typedef struct known_partners {
    id_shape shape;
    int32_t
        *by_number; /* partner by digits less `least`, or -1; NULL: ids have no such shape */
    uint64_t least, span;
    dictionary by_text; /* then all of them are here */
} known_partners;

/* Ids ascending by bytes, a partner's number being its place; they must stay where they are.
 * False when memory ran out. */
bool known_partners_make(known_partners *known, map *ids);
/* The partner's number, or -1. */
int64_t known_partners_find(const known_partners *known, text id);
/* The same for at most DICTIONARY_BATCH keys, with their texts where they are longer. */
void known_partners_find_all(const known_partners *known, const text_key *keys,
                             const text *longer, size_t count, int32_t *partners);
void known_partners_free(known_partners *known);

#endif
