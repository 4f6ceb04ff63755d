/* sayings.h - calls that read better in words than as word(..).
 *
 * A part of the printer: phrase.c walks terms, sayings.c knows the words. */
#ifndef RUNG_LANG_SAYINGS_H
#define RUNG_LANG_SAYINGS_H

#include "lang/phrase.h"

typedef struct phrase {
    text_buffer *out;
    const phrase_options *options;
} phrase;

enum { LOOSE, SUM, PRODUCT, SIGN }; /* how tightly an expression binds */

typedef struct saying {
    const char *word;
    /* False when this call is not of the usual kind: then it is printed as written. */
    bool (*say)(const phrase *p, const term *call);
    bool condition; /* needs what it is about in front */
} saying;

/* How this word is said, or NULL; currencies share one row. */
const saying *saying_of(const char *word);

/* phrase.c */
void phrase_say(const phrase *p, const term *t, int tightness);
void phrase_put(const phrase *p, const char *words);
void phrase_number(const phrase *p, number value);
/* The entries of a table with these words between them. */
void phrase_list(const phrase *p, const term *table, const char *between);
/* The n-th argument (a receiver does not count), or NULL. */
const term *phrase_argument(const term *call, size_t n);

#endif
