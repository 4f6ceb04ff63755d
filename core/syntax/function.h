/* function.h - what a rule's function says in its text: what it reads, and where.
 *
 * Found from the tokens while the files are read. A function's values are numbered as its
 * parameters are: bind/ knows which of them is the row and which the partner. Read by bind/,
 * eval/ and report/. */
#ifndef RUNG_SYNTAX_FUNCTION_H
#define RUNG_SYNTAX_FUNCTION_H

#include "base/map.h"
#include "base/problem.h"

/* p.name, or row.product.family, in the function's text or in that of a helper it uses. */
typedef struct function_read {
    int parameter;        /* of the rule's function: 0 the first */
    const char *variable; /* what it is called there: p */
    const char *name;
    const char *further; /* family; of several parts with dots between; NULL: none */
    place at;            /* the name */
} function_read;

/* p:rows "deal" */
typedef struct function_rows {
    int parameter;
    const char *source;
    place at; /* the source's name */
} function_rows;

/* p.name == 5, which never holds when p.name is a decimal. */
typedef struct function_equality {
    int parameter;
    const char *variable;
    const char *name;
    const char *number; /* as written */
    bool unequal;       /* ~= */
    place at;           /* the sign */
} function_equality;

/* What a `return` gives, where its text tells. */
typedef enum return_kind {
    RETURN_NUMBER,
    RETURN_TEXT,
    RETURN_DAY, /* a text that is written as a date */
    RETURN_DATE,
    RETURN_BOOLEAN,
    RETURN_READ,  /* p.name: of its kind */
    RETURN_MEMBER /* d.name of a row that is walked */
} return_kind;

typedef struct function_return {
    return_kind kind;
    size_t read;      /* READ: an index in reads */
    const char *name; /* MEMBER */
} function_return;

typedef struct rule_function {
    place at;             /* the word `function` */
    int end_line;         /* of its `end` */
    function_read *reads; /* each once, in the order of the text */
    size_t read_count, read_room;
    function_rows *rows; /* likewise */
    size_t rows_count, rows_room;
    const char **members; /* all that stands behind a dot: what may be read of rows */
    size_t member_count, member_room;
    function_equality *equalities;
    size_t equality_count, equality_room;
    function_return *returns; /* of itself, not of functions inside it; none: they don't tell */
    size_t return_count, return_room;
    const map *assigned; /* names that functions of this file may give another value */
    size_t tokens;       /* that were read to find all this */
    bool loops;          /* it may run for longer than its text is long */
} rule_function;

#endif
