/* shown_texts.h - texts of a column that people are shown and no rule asks about.
 *
 * Names of partners: as many texts as rows, hardly two alike. Nobody needs to know whether two
 * are, so they are copied and never looked up. */
#ifndef RUNG_DATA_SHOWN_TEXTS_H
#define RUNG_DATA_SHOWN_TEXTS_H

#include "base/map.h"

/* Valid when zeroed. */
typedef struct shown_texts {
    text *rows;   /* by row; one without a value has the empty text */
    arena memory; /* of their bytes */
    char *room;   /* for the bytes of the next ones */
    size_t left;
} shown_texts;

bool shown_texts_reserve(shown_texts *shown, size_t capacity);
/* Copies the row's text; false when memory ran out. */
bool shown_texts_put(shown_texts *shown, size_t row, text value);
/* Appends the texts of `rows` rows to `texts`, row i as number places[i] of those appended at
 * `first`, where there is room. Their bytes belong to `memory` from then on. */
void shown_texts_place(shown_texts *shown, size_t rows, const uint32_t *places, text *first,
                       arena *memory);
void shown_texts_free(shown_texts *shown);

#endif
