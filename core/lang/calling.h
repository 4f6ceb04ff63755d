/* calling.h - what the files behind call.h share: one state and the batch at hand.
 *
 * Private to call.c, call_reads.c, call_through.c and call_words.c. */
#ifndef RUNG_LANG_CALLING_H
#define RUNG_LANG_CALLING_H

#include "lang/call.h"
#include "lang/decimal.h"
#include "lang/declare.h"

/* One of the rule's functions as it stands in the state. */
typedef struct callable {
    bool ready;
    const char **names; /* of its reads: Lua's own texts, so that most are known by pointer */
    const char ***row_names; /* of the columns of its rows, likewise */
    int variables;           /* outer ones that may be given another value */
    bool counted;            /* its instructions must be */
} callable;

struct callables {
    decimal_pool pool; /* first: closures reach everything by its address */
    arena memory;
    sandbox *box;
    reading reading;
    problem_list problems;
    const declarations *rules;
    const char *currency;
    callable *functions;
    char broken[512]; /* why nothing can be called; empty: it can */
    place broken_at;
    date words_as_of; /* of the word as_of */
    bool words_dated;

    call_batch *batch;
    const rule_function *text; /* of the function at hand */
    callable *function;
    size_t next; /* of the batch's calls: where to go on */
    size_t item; /* of the call at hand */
    bool wrong;  /* it read what is wrong */
};

/* What a userdata is, as its first word: of those that stand for what a function reads. */
enum { CALL_SUBJECT = 1, CALL_ROW, CALL_ROW_LIST, CALL_THROUGH };

static inline callables *calling_of(lua_State *L) {
    return lua_touserdata(L, lua_upvalueindex(1));
}

/* call_reads.c: values of a partner or row, and rows. */
void call_reads_register(lua_State *L, callables *c);
/* Pushes what stands for the rule's n-th value. */
void call_push_subject(lua_State *L, int n);

/* A cell, as Lua has it; raises an error where it is wrong. Returns 1. */
int call_push_cell(lua_State *L, const call_column *column, size_t item);
/* A metatable for what has such an __index and cannot be changed. */
void call_push_behaviour(lua_State *L, callables *c, lua_CFunction index);

/* call_through.c: what a column leads to; false, with nothing pushed, where no further name
 * stands behind it in the function's text. */
void call_through_register(lua_State *L, callables *c);
bool call_push_through_read(lua_State *L, const callables *c, int parameter, const char *name);
bool call_push_through_row(lua_State *L, const callables *c, uint32_t rows, uint32_t at,
                           const char *name);

/* call_words.c: pushes the table of all names that functions see. */
void call_push_words(lua_State *L, callables *c);

#endif
