/* annotations.c - the language for editors: completion, hover and checks by the Lua language
 * server.
 *
 * A file of definitions (---@meta) that is never run. A noun is a class that can be called with
 * a name and then with a table of its fields; a word is a function, or a value, or a method of
 * expressions. Only what this version knows is offered. */
#include "base/currency.h"
#include "syntax/words.h"
#include "report/words_reports.h"

#include <string.h>

static void put(writer *out, const char *first, const char *second, const char *third) {
    writer_string(out, first);
    writer_string(out, second);
    writer_string(out, third);
}

static const char *type_of(field_shape shape) {
    switch (shape) {
    case SHAPE_TEXT:
        return "string";
    case SHAPE_VALUE:
        return "rung.value";
    case SHAPE_SOURCE:
        return "rung.source.rows";
    case SHAPE_REFERENCE:
        return "rung.expression";
    case SHAPE_BOOLEAN:
        return "boolean";
    case SHAPE_FILTER:
        return "rung.conditions";
    case SHAPE_REQUIREMENTS:
        return "rung.conditions";
    case SHAPE_TABLE:
        return "table";
    default:
        return "any";
    }
}

/* "half_up"|"down"|rung.expression */
static void write_choices(writer *out, const char *choices) {
    bool first = true, calls = false;
    while (*choices) {
        size_t length = strcspn(choices, " ");
        bool call = choices[length - 1] == '(';
        calls = calls || call;
        if (!call) {
            writer_string(out, first ? "\"" : "|\"");
            writer_put(out, choices, length);
            writer_byte(out, '"');
            first = false;
        }
        choices += length + (choices[length] == ' ');
    }
    if (calls) writer_string(out, first ? "rung.expression" : "|rung.expression");
}

static void write_field(writer *out, const field_word *f) {
    const char *holds = f->shape == SHAPE_LEVELS       ? "declaration "
                        : f->shape == SHAPE_CONDITIONS ? "expression "
                        : f->shape == SHAPE_PARTS      ? "part "
                                                       : NULL;
    if (holds) {
        put(out, "---@field [integer] rung.", holds, f->says);
        writer_byte(out, '\n');
        return;
    }
    put(out, "---@field ", f->name, f->required ? " " : "? ");
    if (f->choices)
        write_choices(out, f->choices);
    else
        writer_string(out, type_of(f->shape));
    put(out, " ", f->says, "\n");
}

/* Comment lines: what it says, then a block of rule text. */
static void write_about(writer *out, const char *says, const char *form, const char *example) {
    put(out, "---", says, "\n");
    if (form) put(out, "---\n---`", form, "`\n");
    writer_string(out, "---\n---```lua\n---");
    for (const char *p = example; *p; p++) {
        writer_byte(out, *p);
        if (*p == '\n') writer_string(out, "---");
    }
    writer_string(out, "\n---```\n");
}

static void write_fields(writer *out, const char *noun) {
    put(out, "---@class rung.", noun, "\n");
    for (const field_word *f = language_fields; f->name; f++) {
        if (strcmp(f->noun, noun) == 0) write_field(out, f);
    }
    writer_byte(out, '\n');
}

static void write_noun(writer *out, const noun_word *n) {
    write_fields(out, n->name);
    write_about(out, n->says, NULL, n->example);
    put(out, "---@class rung.noun.", n->name, "\n---@field [string] rung.expression\n");
    put(out,
        n->named ? "---@overload fun(name: string): (fun(fields: rung."
                 : "---@overload fun(fields: rung.",
        n->name, n->named ? "): rung.declaration)\n" : "): rung.declaration\n");
    put(out, "", n->name, " = {}\n\n");
}

static void write_methods(writer *out) {
    writer_string(out, "---What rules compute with: a reference, a number or date that depends "
                       "on the partner.\n"
                       "---@class rung.expression\n"
                       "---@operator add(rung.value): rung.expression\n"
                       "---@operator sub(rung.value): rung.expression\n"
                       "---@operator mul(rung.value): rung.expression\n"
                       "---@operator div(rung.value): rung.expression\n"
                       "---@operator unm: rung.expression\n");
    for (const language_word *w = language_words; w->name; w++) {
        if (!(w->method || word_folds_groups(w->name))) continue;
        put(out, "---@field ", w->name, " fun(self: rung.expression, ...): rung.expression ");
        put(out, "", w->says, "\n");
    }
    writer_string(out, "---@field [string] rung.expression\n\n");
}

static void write_word(writer *out, const language_word *w) {
    write_about(out, w->says, w->form, w->example);
    if (w->callable && w->bare) {
        put(out, "---@class rung.word.", w->name,
            ": rung.expression\n---@overload fun(...): rung.expression\n");
        put(out, "", w->name, " = {}\n\n");
    } else if (w->callable) {
        put(out, w->least ? "---@param first any\n---@param ... any\n" : "---@param ... any\n",
            "---@return rung.expression\nfunction ", w->name);
        writer_string(out, w->least ? "(first, ...) end\n\n" : "(...) end\n\n");
    } else {
        put(out, "---@type rung.expression\n", w->name, " = {}\n\n");
    }
}

/* All currencies share the row of usd; each is a word to complete. */
static void write_currencies(writer *out) {
    for (size_t n = 0; currency_code(n); n++) {
        char word[4] = {0};
        for (int i = 0; i < 3; i++)
            word[i] = (char)(currency_code(n)[i] - 'A' + 'a');
        const language_word *row = word_find(word);
        if (strcmp(row->name, "usd") != 0 || strcmp(word, "usd") == 0 || word_is_lua(word))
            continue;
        put(out, "---an amount in ", currency_code(n), "\n---@param n number\n");
        put(out, "---@return rung.expression\nfunction ", word, "(n) end\n\n");
    }
}

void annotations_write(writer *out) {
    writer_string(
        out,
        "---@meta\n"
        "-- The rule language for editors, made by `rung words --format lua`. Never run.\n\n"
        "---@alias rung.value number|string|boolean|rung.expression|fun(...): any\n"
        "---@alias rung.conditions table<string|integer, any>\n"
        "---@alias rung.source.rows table<string, rung.expression>\n"
        "---@class rung.declaration\n\n");
    write_methods(out);
    write_fields(out, "part");
    for (const noun_word *n = language_nouns; n->name; n++) {
        write_noun(out, n);
    }
    for (const language_word *w = language_words; w->name; w++) {
        if (w->callable || w->bare) write_word(out, w);
    }
    write_currencies(out);
}
