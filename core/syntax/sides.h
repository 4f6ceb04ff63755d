/* sides.h - what the text shows of the two sides of an operator: plain values of Lua, or
 * expressions of which rules are built.
 *
 * Lua compares, joins and calculates without asking anybody, and some of that goes wrong in
 * silence: `partner.gold and 1` is 1, 2^63 + 1 is negative. What is certain from the text is
 * told here; of everything else SIDE_UNKNOWN. A name counts as what its `local` says where the
 * whole file gives it only that. Used by outline*.c. */
#ifndef RUNG_SYNTAX_SIDES_H
#define RUNG_SYNTAX_SIDES_H

#include "base/map.h"
#include "syntax/tokens.h"

typedef enum side_kind {
    SIDE_UNKNOWN,
    SIDE_LITERAL,   /* 3, "won", true as written */
    SIDE_PLAIN,     /* a number or text, by way of a local variable */
    SIDE_CHOICE,    /* true or false, by way of a local variable or a comparison of such */
    SIDE_EXPRESSION /* deal.amount, x:is(..), sum(..) */
} side_kind;

typedef struct local_name local_name;

typedef struct sides {
    const token_list *list;
    arena *memory;
    map names;
    local_name *items; /* by code of names */
    size_t room;
} sides;

/* side_names.c: false when memory ran out. */
bool sides_read(sides *out, arena *memory, const token_list *list);

/* side_numbers.c: reports arithmetic between written numbers that Lua cannot do exactly, and
 * numbers that it turns into others. */
void sides_check_numbers(const sides *s, problem_list *problems);

/* Whether this operator stands between plain values, and so does what it says in Lua. */
bool sides_are_plain(const sides *s, const token *sign);
/* Whether it certainly stands at an expression, of which it makes something else. */
bool sides_have_expression(const sides *s, const token *sign);

#endif
