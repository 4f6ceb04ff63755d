/* mistakes.h - what is said about mistakes in the text that Lua would miss or explain badly.
 *
 * Called by outline.c while it reads. Each function reports one mistake; all but
 * mistake_operator and mistake_twice are certain to be no valid Lua. */
#ifndef RUNG_SYNTAX_MISTAKES_H
#define RUNG_SYNTAX_MISTAKES_H

#include "syntax/tokens.h"

/* `and`, `>=` and the like where an expression is built; false when this token is none of them.
 */
bool mistake_operator(problem_list *problems, const token_list *list, const token *t);
void mistake_twice(problem_list *problems, place first, place again, const char *key);

/* `last` ends what stands before; `what` is "level", "entry" or "argument". */
void mistake_comma(problem_list *problems, const token_list *list, const token *last,
                   const char *what);
/* The bracket or block that `opener` begins has no end; `before`: what should come after that,
 * or NULL. */
void mistake_unclosed(problem_list *problems, const token_list *list, const token *opener,
                      const token *before);
/* `closer` comes while `opener` is open. */
void mistake_crossed(problem_list *problems, const token_list *list, const token *opener,
                     const token *closer);
void mistake_stray(problem_list *problems, const token_list *list, const token *closer);
/* if x then y: only where statements may stand. */
void mistake_if(problem_list *problems, const token_list *list, const token *t);
/* value: 1, the colon being `colon`. */
void mistake_colon(problem_list *problems, const token_list *list, const token *colon);
void mistake_unfinished(problem_list *problems, const token_list *list, const token *t);
/* A number with more in it than digits and a point; `last` is the last token of it. */
void mistake_number(problem_list *problems, const token_list *list, const token *number,
                    const token *last);
void mistake_unknown(problem_list *problems, const token_list *list, const token *t);
void mistake_reserved(problem_list *problems, const token_list *list, const token *t);
/* `name = value` among the arguments of a call. */
void mistake_braces(problem_list *problems, const token_list *list, const token *name);
void mistake_depth(problem_list *problems, const token_list *list, const token *opener);

#endif
