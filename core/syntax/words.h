/* words.h - the table of the language: every noun, field and word.
 *
 * One table feeds the validator, the messages, `rung words` and the editor annotations.
 * The rows stand in fields.def and words.def. */
#ifndef RUNG_SYNTAX_WORDS_H
#define RUNG_SYNTAX_WORDS_H

#include "base/nearest.h"

#include <stdbool.h>
#include <stddef.h>

/* What may stand in a field, as far as its shape tells; bind/ checks the rest. */
typedef enum field_shape {
    SHAPE_TEXT,      /* a literal text */
    SHAPE_VALUE,     /* a number, text, date, expression, reference, or function */
    SHAPE_TABLE,     /* a plain table */
    SHAPE_CHOICE,    /* one of the texts in `choices`, or a call listed there */
    SHAPE_SOURCE,    /* a source as such: deal */
    SHAPE_REFERENCE, /* a reference: deal.rep_id */
    SHAPE_BOOLEAN,
    SHAPE_FILTER,       /* a table of conditions on rows (or partners) */
    SHAPE_REQUIREMENTS, /* a table of what must be met */
    SHAPE_LEVELS,       /* level declarations, positional */
    SHAPE_CONDITIONS,   /* conditions, positional */
    SHAPE_PARTS,        /* the parts of a score, positional tables */
    SHAPE_ANY,
} field_shape;

typedef struct field_word {
    const char *noun;
    const char *name;
    field_shape shape;
    bool required;
    const char *choices; /* SHAPE_CHOICE: separated by blanks, else NULL */
    const char *says;    /* one sentence for people: what it is, units, default */
} field_word;

typedef struct noun_word {
    const char *name;
    const char *says;
    const char *example; /* a few lines of rule text */
    bool named;          /* noun "name" {..}; false: fx {..} */
} noun_word;

typedef struct language_word {
    const char *name;
    const char *group; /* "numbers", "dates", "conditions", "bands", "aggregates", "windows",
                          "values", "types", ... */
    const char *form;  /* how it is written: "trailing(n, unit [, { ago = k }])" */
    const char *says;
    const char *example;
    int least, most; /* arguments; -1: any number; 0, 0: a bare word */
    bool callable;   /* false: bare word only (present, absent, as_of, money) */
    bool bare;       /* may stand without a call (date, text, present) */
    bool method;     /* may follow a colon: x:at_least(5) */
} language_word;

/* All rows, ended by one with name NULL. */
extern const noun_word language_nouns[];
extern const field_word language_fields[];
extern const language_word language_words[];

/* Words that are Lua's, or stand only in functions: told by `rung words`, unknown to the
 * validator. Ended alike. */
extern const language_word code_words[];
const language_word *code_word_find(const char *name);

const noun_word *noun_find(const char *name);
const field_word *field_find(const char *noun, const char *field);
/* Also finds currency words (usd, eur, ...): they share one row, named "usd". */
const language_word *word_find(const char *name);
/* eur, usd, jpy: an ISO 4217 code in lower case. */
bool word_is_currency(const char *name);
/* Aggregates that fold groups when they follow a colon: x:per(..):lowest(). */
bool word_folds_groups(const char *name);
/* A word of Lua itself: and, end, local. */
bool word_is_lua(const char *name);
/* Offers every word and noun as a guess for a misspelt one. */
void words_offer(nearest *guess);

#endif
