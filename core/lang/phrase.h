/* phrase.h - terms as people read them: the one printer of expressions.
 *
 * percent(3) is 3%, usd(12400) is $12,400, metric.bookings is bookings, conditions are
 * said in words. Used wherever rules are shown: explain, settings, messages. */
#ifndef RUNG_LANG_PHRASE_H
#define RUNG_LANG_PHRASE_H

#include "base/text.h"
#include "lang/term.h"

typedef struct phrase_options {
    /* A number or expression in a table means "at least": the table says requirements, not a
     * filter. */
    bool requirements;
    /* When it returns true it has printed the term's value, and the term itself is not shown.
     * May be NULL. */
    bool (*value_of)(void *context, const term *t, text_buffer *out);
    void *context;
} phrase_options;

/* options may be NULL. */
void phrase_term(text_buffer *out, const term *t, const phrase_options *options);
/* One entry of a filter or of requirements: `status = "won"`, `growth at least 10%`. */
void phrase_entry(text_buffer *out, const entry *e, const phrase_options *options);
/* The same as phrase_term without options, as a text in the arena; NULL when memory ran out. */
const char *phrase_text_of(arena *memory, const term *t);

/* A number with separators between thousands and at least so many decimals: 12,400.50 */
void phrase_grouped(text_buffer *out, number value, int least_places);

#endif
