/* outline_walk.h - the state of one pass over a rule file's tokens, shared by outline*.c.
 *
 * A stack of frames says what is open; each knows whether an operand stands just before the
 * next token, which is all that is needed to tell a call from a missing comma. Every function
 * looks at walk.t, and moves it past what it has read. Used by outline*.c only. */
#ifndef RUNG_SYNTAX_OUTLINE_WALK_H
#define RUNG_SYNTAX_OUTLINE_WALK_H

#include "syntax/outline.h"
#include "syntax/sides.h"

/* Lua refuses text nested deeper; MOST_NAMES: a.b.c.d is the longest reference that is kept. */
enum { DEEPEST = 200, MOST_NAMES = 4 };

typedef enum frame_kind {
    FRAME_BLOCK,     /* the file, a function's body, if, for, while, do, repeat */
    FRAME_TABLE,     /* { .. } */
    FRAME_ARGUMENTS, /* f( .. ) */
    FRAME_GROUP,     /* ( .. ) */
    FRAME_INDEX,     /* x[ .. ] */
    FRAME_KEY,       /* { [ .. ] = v } */
} frame_kind;

typedef enum operand {
    OPERAND_NONE,  /* an operator, separator or the beginning stands before */
    OPERAND_PLAIN, /* a value that can't be called: a literal, a table, a function */
    OPERAND_PREFIX /* a name, call, index or group: arguments may follow */
} operand;

/* The name, call or index that is being read. */
typedef struct chain {
    int line;         /* what Lua 5.4 reports for its calls */
    const char *word; /* what a call now would be a call of, or NULL */
    const token *at;  /* that word */
    int names;        /* joined in word */
    bool noun;        /* nothing but a noun, perhaps with its name */
    place_call *open; /* the noun's call, whose next arguments follow */
} chain;

typedef struct frame {
    frame_kind kind;
    const token *opener; /* NULL: the file */
    bool waits_for_do;   /* between `while` or `for` and its `do` */
    bool declares;       /* inside a declaration's table, outside functions in it */
    bool argument;       /* TABLE: it is the argument of a call */
    bool alone;       /* TABLE: nothing stands before it in the entry of the frame around it */
    place_call *call; /* TABLE, ARGUMENTS: whose arguments; NULL when it has no word */

    operand operand;
    chain chain;
    const token *value; /* where the current entry's (or argument's) value begins, or NULL */
    const place_table *sole; /* the value so far, when that is one table constructor */
    bool keyed;              /* TABLE: the current entry has a key */
    place_entry entry;       /* TABLE: the current entry */
    place_table *table;
    size_t capacity; /* of the table's entries or of the call's tables */
} frame;

typedef struct walk {
    outline *out;
    arena *memory;
    const token_list *list;
    const sides *sides;
    const char *const *nouns;
    problem_list *problems;
    bool *broken;
    const token *t; /* the token that is read next */
    size_t call_capacity;
    size_t depth;          /* frames[depth] is the innermost */
    const token *suspect;  /* an opener that, by the indent of what follows, is not closed */
    const token *intruder; /* the declaration that told so, if it was one */
    bool stop;
    frame frames[DEEPEST + 1];
} walk;

/* outline_walk.c: the stack of what is open, and what stands ahead. */
frame *outline_top(walk *w);
const token *outline_ahead(const walk *w, int n);
bool outline_out_of_memory(walk *w);
void outline_give_up(walk *w);
bool outline_is_bracket(const frame *f);
bool outline_is_noun(const walk *w, const token *t);
bool outline_begins_declaration(const walk *w);
char *outline_copy_name(walk *w, const token *t);
void outline_go_on(walk *w, operand now);
void outline_never_closed(walk *w, const token *before);
frame *outline_push(walk *w, frame_kind kind);

/* outline_call.c: calls, references and methods. */
bool outline_add_argument(walk *w, frame *f, place_call *call, const place_table *table);
place_call *outline_begin_call(walk *w);
void outline_end_call(walk *w, place_call *call);
void outline_join(walk *w, const char *name, const token *last);
void outline_read_member(walk *w);
void outline_read_method(walk *w);

/* outline_entry.c: entries of tables and arguments, with or without a key. */
void outline_end_entry(walk *w);
bool outline_is_literal_key(const walk *w);
bool outline_read_key(walk *w);
bool outline_may_begin(walk *w);
bool outline_is_key_in_call(walk *w);

/* outline_bracket.c: what opens and closes. */
void outline_open_table(walk *w);
void outline_open_parenthesis(walk *w);
void outline_open_index(walk *w);
void outline_cross(walk *w);
void outline_read_closer(walk *w);

#endif
