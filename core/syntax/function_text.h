/* function_text.h - finds the functions of a rule file in its tokens, and what each reads.
 *
 * Light-hearted like places.h, and on the safe side: what a function may read is found in its
 * own text and in those of all functions of the file that it names. Used by convert_function.c.
 */
#ifndef RUNG_SYNTAX_FUNCTION_TEXT_H
#define RUNG_SYNTAX_FUNCTION_TEXT_H

#include "syntax/function.h"

typedef struct function_texts function_texts;

enum { FUNCTION_PARAMETERS = 16 }; /* further ones are not looked at */

/* NULL only when memory ran out. */
function_texts *function_texts_read(arena *memory, const source_file *file);

/* What Lua tells of a function: its lines, and the names of its parameters. */
typedef struct function_shape {
    int line, end_line;
    const char *parameters[FUNCTION_PARAMETERS];
    int parameter_count;
} function_shape;

/* What the function of this shape says; where several have it, all that they say. NULL when
 * memory ran out. */
rule_function *function_texts_take(const function_texts *texts, arena *memory,
                                   const function_shape *shape);

#endif
