/* term.h - what rule files declare, as a tree that no longer knows Lua.
 *
 * lang/ turns every declaration into terms; bind/ gives them meaning. A term says what
 * was written and where, nothing more: names are not resolved, units not checked.
 * Terms live in the program's arena and never change once the files are read. */
#ifndef RUNG_LANG_TERM_H
#define RUNG_LANG_TERM_H

#include "base/number.h"
#include "base/problem.h"
#include "syntax/function.h"

typedef enum term_kind {
    TERM_NUMBER,  /* 150000, 0.05 */
    TERM_TEXT,    /* "won" */
    TERM_BOOLEAN, /* true */
    TERM_WORD,    /* a bare word: as_of, text, money, present, absent; a source as such: deal */
    TERM_REFERENCE,   /* metric.bookings, deal.amount, deal.product.family */
    TERM_CALL,        /* percent(12), sum(deal.amount, {..}), this "quarter", x:at_least(5) */
    TERM_OPERATION,   /* + - * / with two items; "-" with one */
    TERM_TABLE,       /* { .. } */
    TERM_FUNCTION,    /* function(p) .. end */
    TERM_DECLARATION, /* metric "bookings" {..}; level "gold" {..} inside a ladder's table */
} term_kind;

typedef struct term term;

/* One entry of a table or declaration, or one argument of a call. */
typedef struct entry {
    const char *key; /* NULL: positional (and every argument) */
    place key_at;    /* the key's place; the value's for a positional entry */
    const term *value;
} entry;

struct term {
    term_kind kind;
    place at;
    /* TEXT: the text. WORD: the word. REFERENCE: what stands before the first dot. CALL: the
     * word. OPERATION: "+", "-", "*", "/". DECLARATION: the noun. Else NULL. */
    const char *name;
    const char *member;  /* REFERENCE: after the first dot. DECLARATION: its name. Else NULL */
    const char *further; /* REFERENCE: after the second dot, or NULL */
    number number;       /* NUMBER */
    bool boolean;        /* BOOLEAN */
    bool method;         /* CALL: written x:word(..); the receiver is the first entry */
    int function;        /* FUNCTION: its handle, an index in the declarations' functions */
    entry
        *entries; /* TABLE, DECLARATION: in the order of the text. CALL, OPERATION: arguments */
    size_t count;
    int depth; /* levels of terms below this one: at most TERM_DEPTH */
    int size;  /* terms below and itself, as often as they stand there: at most TERM_SIZE */
};

enum { TERM_DEPTH = 200, TERM_SIZE = 100000 };

/* The entry with this key, or NULL. */
const entry *term_entry(const term *table, const char *key);
/* Its value, or NULL. */
const term *term_field(const term *table, const char *key);
/* The n-th positional entry (from 0), or NULL. */
const term *term_item(const term *table, size_t n);
size_t term_item_count(const term *table);
bool term_is_call(const term *t, const char *word);
bool term_is_word(const term *t, const char *word);
/* What stands where a mistake was reported: a bare word without a name. */
bool term_is_poison(const term *t);
/* Puts poison in an entry's place: its mistake was reported. */
void term_spoil(arena *memory, const entry *e);
/* Gives a declaration poison for a field that lacks: that was reported. */
void term_spoil_missing(arena *memory, const term *declaration, const char *key);

/* Everything that the files of a program declare. */
typedef struct declarations {
    const term *
        *items; /* each a TERM_DECLARATION, in the order of the files; `program` and `fx` have
                 * no separate kind: program's member is its text, fx's is NULL */
    size_t count;
    const source_file *
        *files; /* in the order of reading; the first is program.lua or the file itself */
    size_t file_count;
    const rule_function **functions; /* by handle, in the order in which they were met */
    size_t function_count;
    char fingerprint[33]; /* over names and bytes of all files */
} declarations;

#endif
