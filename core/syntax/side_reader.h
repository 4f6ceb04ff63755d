/* side_reader.h - an operand read forward by precedence, as Lua would group it.
 *
 * Gives up after SIDE_TOKENS, so that a long line costs no more than many short ones. Private
 * to side*.c. */
#ifndef RUNG_SYNTAX_SIDE_READER_H
#define RUNG_SYNTAX_SIDE_READER_H

#include "base/number.h"
#include "syntax/sides.h"

enum { SIDE_TOKENS = 200 };

/* How tightly operators bind. */
enum {
    BINDS_NOTHING,
    BINDS_OR,
    BINDS_AND,
    BINDS_COMPARED,
    BINDS_JOINED, /* .. and those on bits */
    BINDS_ADDED,
    BINDS_MULTIPLIED,
    BINDS_SIGNED
};

struct local_name {
    side_kind kind;
    bool met; /* a second `local` of the name must agree with the first */
    bool counted;
    number value;
};

typedef struct side {
    side_kind kind;
    bool plain;   /* nothing but literals and plain names in it */
    bool counted; /* it is a number that the text shows */
    number value;
} side;

typedef struct side_reader {
    const sides *of;
    problem_list *problems; /* NULL: nothing is reported */
    const token *t;
    const token *last; /* the TOKEN_END */
    const token *stop; /* an operator at which to end; or NULL */
    int left;          /* tokens that may still be read */
    int depth;
    bool lost; /* what stands here is not understood */
} side_reader;

/* The tightness of an operator; BINDS_NOTHING where it is none. */
int side_binds(const token_list *list, const token *t);
/* A reader at this token; nothing is reported where `problems` is NULL. */
side_reader side_begin(const sides *s, const token *from, problem_list *problems);
/* Past one token; lost at the end of the text, and where too many were read. */
void side_take(side_reader *r);
/* An operand of operators that bind at least so tightly. */
side side_read(side_reader *r, int tightness);

/* side_numbers.c: the sum, difference or product of two numbers that the text shows. Reports
 * what Lua cannot do exactly. */
void side_calculate(side_reader *r, const token *sign, side a, side b, side *both);

#endif
