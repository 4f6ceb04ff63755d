/* value.h - what a rule holds in its hands while it runs: a term, a word, a noun.
 *
 * A value is a Lua userdata of one kind of metatable. Indexing, calling and calculating
 * with values builds terms. Used by declare.c, convert.c and operators.c. */
#ifndef RUNG_LANG_VALUE_H
#define RUNG_LANG_VALUE_H

#include "lang/declare.h"

#include <lauxlib.h>

typedef enum value_role {
    VALUE_TERM,    /* an expression, a declaration, a bare word */
    VALUE_WORD,    /* a word still to be called: sum */
    VALUE_NOUN,    /* metric */
    VALUE_MENTION, /* deal: a source, as it will turn out */
    VALUE_MEMBER,  /* x.word: to be called as x:word(..), or deal.product.family */
    VALUE_OPENING, /* metric "bookings", waiting for its table */
    VALUE_POISON,
} value_role;

/* The receiver of a MEMBER is the userdata's first user value. */
typedef struct value {
    value_role role;
    const char *name; /* WORD: as written (eur); MEMBER: after the dot */
    const term *term; /* TERM, MENTION, POISON; WORD when it may stand bare; MEMBER: a reference
                         or NULL */
    const language_word *word;
    const noun_word *noun;
    mention *mention;
    opening *opening;
    place at;
} value;

/* NULL when the value at `index` is none of ours. */
value *value_at(lua_State *L, int index);
value *value_push(lua_State *L, value_role role);
/* Each pushes one value and returns 1, for `return value_push_term(..)`. */
int value_push_term(lua_State *L, const term *t);
int value_push_poison(lua_State *L, place at);
/* Makes the metatable; once per state. */
void value_register(lua_State *L, const luaL_Reg *behaviour);

/* From here on values can be held and do nothing: rules are declared, functions calculate. */
void value_lock(lua_State *L);

/* Reports (the format takes the name, once), and pushes poison. */
int value_refuse(lua_State *L, place at, const char *hint, const char *format, const char *name)
    __attribute__((format(printf, 4, 0)));

#endif
