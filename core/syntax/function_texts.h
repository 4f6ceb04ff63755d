/* function_texts.h - the functions of a file as function_text.c finds them, for
 * function_returns.c. */
#ifndef RUNG_SYNTAX_FUNCTION_TEXTS_H
#define RUNG_SYNTAX_FUNCTION_TEXTS_H

#include "base/map.h"
#include "syntax/function_text.h"
#include "syntax/tokens.h"

/* One function of the file: items[begin..end] of the tokens are what follows its parameters. */
typedef struct function_text {
    const token *name; /* NULL: it has none */
    const token *word; /* `function` */
    int line;          /* of the '(' behind it: what Lua tells of most functions */
    const token *parameters[FUNCTION_PARAMETERS];
    int parameter_count;
    int self;          /* 1: function t:name(..), whose first parameter is not written */
    size_t begin, end; /* `end` is the index of its last token */
    size_t namesake;   /* index + 1 of the function before it of the same name; 0: none */
} function_text;

struct function_texts {
    token_list tokens;
    function_text *items;
    size_t count, room;
    map names;
    size_t *last; /* by name: index + 1 of the last function of that name */
    map assigned; /* names that stand before = or , inside a function */
};

static inline const token *token_at(const function_texts *texts, size_t i) {
    size_t last = texts->tokens.count - 1;
    return &texts->tokens.items[i < last ? i : last];
}

static inline int kind_at(const function_texts *texts, size_t i) {
    return token_at(texts, i)->kind;
}

/* The names from the i-th token on, as they stand with dots between: product.family. NULL when
 * memory ran out. */
char *joined_names(const function_texts *texts, size_t i, arena *memory);

/* What the function returns, as far as its text tells; `out` knows its reads already. False
 * only when memory ran out. */
bool function_returns_find(const function_texts *texts, const function_text *f, arena *memory,
                           rule_function *out);

#endif
