/* words.c - the table of the language, from its two lists of rows.
 *
 * The tables are constant; looking a row up is a walk over a few dozen of them. */
#include "syntax/words.h"

#include "base/currency.h"

#include <string.h>

enum { MAY = false, MUST = true };

/* How a word may stand: callable, bare, method. */
#define CALLED true, false, false
#define BARE false, true, false
#define BOTH true, true, false
#define METHOD true, false, true
#define BARE_METHOD false, true, true
#define AFTER false, false, true

#define WORD(name, group, form, says, example, least, most, use)                               \
    WORD_ROW(name, group, form, says, example, least, most, use)
#define WORD_ROW(name, group, form, says, example, least, most, called, bare, method)          \
    {name, group, form, says, example, least, most, called, bare, method},

const language_word language_words[] = {
#include "syntax/words.def"
    {NULL, NULL, NULL, NULL, NULL, 0, 0, false, false, false},
};

#define NOUN(name, named, says, example) {name, says, example, named},
#define FIELD(noun, name, shape, need, choices, says)
const noun_word language_nouns[] = {
#include "syntax/fields.def"
    {NULL, NULL, NULL, false},
};
#undef NOUN
#undef FIELD

#define NOUN(name, named, says, example)                                                       \
    {name, "title", SHAPE_TEXT, MAY, NULL, "what people call it"},                             \
        {name, "why", SHAPE_TEXT, MAY, NULL, "the clause of the agreement it comes from"},
#define FIELD(noun, name, shape, need, choices, says) {noun, name, shape, need, choices, says},
const field_word language_fields[] = {
#include "syntax/fields.def"
    {NULL, NULL, SHAPE_ANY, false, NULL, NULL},
};

const noun_word *noun_find(const char *name) {
    for (const noun_word *noun = language_nouns; noun->name; noun++) {
        if (strcmp(noun->name, name) == 0) return noun;
    }
    return NULL;
}

const field_word *field_find(const char *noun, const char *field) {
    for (const field_word *row = language_fields; row->name; row++) {
        if (strcmp(row->noun, noun) == 0 && strcmp(row->name, field) == 0) return row;
    }
    return NULL;
}

bool word_is_currency(const char *name) {
    return currency_of_word(name) != NULL;
}

static const language_word *word_row(const char *name) {
    for (const language_word *word = language_words; word->name; word++) {
        if (strcmp(word->name, name) == 0) return word;
    }
    return NULL;
}

const language_word *word_find(const char *name) {
    const language_word *word = word_row(name);
    if (word) return word;
    return word_is_currency(name) ? word_row("usd") : NULL;
}

bool word_folds_groups(const char *name) {
    static const char *const folds[] = {"highest", "lowest", "sum", "average", "count"};
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
        if (strcmp(folds[i], name) == 0) return true;
    }
    return false;
}

bool word_is_lua(const char *name) {
    static const char *const words[] = {
        "and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], name) == 0) return true;
    }
    return false;
}

void words_offer(nearest *guess) {
    for (const language_word *word = language_words; word->name; word++) {
        nearest_offer(guess, word->name);
    }
    for (const noun_word *noun = language_nouns; noun->name; noun++) {
        nearest_offer(guess, noun->name);
    }
}
