/* code_words.c - words of functions and of plain Lua, as the reference tells them. See words.h.
 */
#include "syntax/words.h"

#include <string.h>

#define WORD(name, form, says, example)                                                        \
    { name, "functions", form, says, example, 0, -1, true, true, false }

const language_word code_words[] = {
    WORD("function", "function(p) ... end, function(row, p) ... end",
         "what the words can't say, as Lua: gets the partner, in an 'each' rule the row too; "
         "what "
         "it reads stands in its text as p.name",
         "value = function(p) return p.region == \"NA\" and 2 or 1 end"),
    WORD("rows", "p:rows \"source\"", "walks the partner's rows of a source, in a function",
         "for deal in p:rows \"deal\" do total = total + deal.amount end"),
    WORD("local", "local name = ...",
         "a name for a part of the rules in its file; a number to be changed is a setting",
         "local won = { status = \"won\" }"),
    WORD("and", "a and b", "in a function only; rules write all_of { .., .. }",
         "requires = { all_of { { growth = percent(10) }, { bookings = 400000 } } }"),
    WORD(
        "or", "a or b",
        "in a function only; rules write any_of { .., .. }, or or_else(x, y) for what may have "
        "no value",
        "requires = { any_of { { growth = percent(10) }, { bookings = 400000 } } }"),
    WORD("not", "not a", "in a function only; rules write none_of { .. } or is_not(v)",
         "status = is_not \"lost\""),
    WORD("if", "if a then ... else ... end",
         "in a function only; rules write when(condition, x, y) or by(x, { .. })",
         "pays = when(deal.registered, percent(5), percent(3)) * deal.amount"),
    {.name = NULL}};

const language_word *code_word_find(const char *name) {
    for (const language_word *w = code_words; w->name; w++)
        if (strcmp(w->name, name) == 0) return w;
    return NULL;
}
