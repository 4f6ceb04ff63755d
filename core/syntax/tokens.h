/* tokens.h - Lua 5.4 text as tokens with their places.
 *
 * Comments and white space are left out. Any bytes can be read: what is no Lua becomes
 * a token that says so. Lines are counted as Lua counts them. Used by places.h only. */
#ifndef RUNG_SYNTAX_TOKENS_H
#define RUNG_SYNTAX_TOKENS_H

#include "base/problem.h"

#include <stdint.h>

/* A token of one character is that character; these are the others. */
typedef enum token_kind {
    TOKEN_END = 256, /* of the text; the last token, always there */
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_UNFINISHED, /* a text or comment that the file's (or line's) end cuts off */
    TOKEN_UNKNOWN,    /* bytes that no Lua token begins with */
    TOKEN_EQUAL,      /* == */
    TOKEN_UNEQUAL,    /* ~= and, from other languages, != */
    TOKEN_AT_MOST,    /* <= */
    TOKEN_AT_LEAST,   /* >= */
    TOKEN_DOUBLE,     /* && and || from other languages, :: << >> // .. */
    TOKEN_DOTS,       /* ... */
    TOKEN_AND,        /* the reserved words, in alphabetical order */
    TOKEN_BREAK,
    TOKEN_DO,
    TOKEN_ELSE,
    TOKEN_ELSEIF,
    TOKEN_END_WORD,
    TOKEN_FALSE,
    TOKEN_FOR,
    TOKEN_FUNCTION,
    TOKEN_GOTO,
    TOKEN_IF,
    TOKEN_IN,
    TOKEN_LOCAL,
    TOKEN_NIL,
    TOKEN_NOT,
    TOKEN_OR,
    TOKEN_REPEAT,
    TOKEN_RETURN,
    TOKEN_THEN,
    TOKEN_TRUE,
    TOKEN_UNTIL,
    TOKEN_WHILE,
} token_kind;

typedef struct token {
    int kind;        /* token_kind or a character */
    uint32_t offset; /* into the file's bytes */
    uint32_t length;
    int line;
    int end_line; /* differs for long strings only */
    int column;   /* from 1, in bytes */
} token;

typedef struct token_list {
    const source_file *file;
    token *items;
    size_t count; /* with the TOKEN_END at the end */
} token_list;

/* False when memory ran out. Ends after the first TOKEN_UNFINISHED. */
bool tokens_read(token_list *out, arena *memory, const source_file *file);

/* The token as written. */
text token_text(const token_list *list, const token *t);
bool token_is(const token_list *list, const token *t, const char *word);
/* A bracket: ( { [ and ) } ]. */
bool token_opens(int kind);
bool token_closes(int kind);
/* The name of a table of Lua's own: string, math. */
bool token_is_library(const token_list *list, const token *t);
/* One of Lua's own words, which cannot be names. */
bool token_is_reserved(const token *t);
/* Where it stands; a token of several lines is underlined on its first. */
place token_place(const token_list *list, const token *t);
/* First of its line. */
bool token_begins_line(const token_list *list, const token *t);
/* The column at which the token's line begins, blanks left out. */
int token_indent(const token_list *list, const token *t);

/* What a TOKEN_STRING says, escapes decoded. NULL when it holds a zero byte or an escape that
 * Lua refuses, or when memory ran out. */
char *token_string(const token_list *list, const token *t, arena *memory);

#endif
