/* function_text.h - finds the functions of a rule file in its tokens, and what each reads.
 *
 * Light-hearted like places.h, and on the safe side: what a function may read is found in its
 * own text and in those of all functions of the file that it names. Used by convert.c. */
#ifndef RUNG_LANG_FUNCTION_TEXT_H
#define RUNG_LANG_FUNCTION_TEXT_H

#include "lang/function.h"

typedef struct function_texts function_texts;

/* NULL only when memory ran out. */
function_texts *function_texts_read(arena *memory, const source_file *file);

/* What the function says that stands from `line` to `end_line` and has so many parameters;
 * where several do, all that they say. NULL when memory ran out. */
rule_function *function_texts_take(const function_texts *texts, arena *memory, int line,
                                   int end_line, int parameters);

#endif
