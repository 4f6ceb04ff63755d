/* declare.h - how rule text becomes terms while it runs in Lua.
 *
 * Rules see an environment that answers to every name: words and nouns of the language,
 * the safe library, and for any other name a mention that may turn out to be a source.
 * What they call and write builds terms; nothing is computed. A mistake is reported and
 * leaves a poison term, which everything accepts, so that one run shows all mistakes.
 * Everything here runs inside sandbox_run's protected call. Used by load.c only. */
#ifndef RUNG_LANG_DECLARE_H
#define RUNG_LANG_DECLARE_H

#include "lang/sandbox.h"
#include "lang/term.h"
#include "syntax/places.h"
#include "syntax/words.h"

/* An unknown name that rules used: a source, or a mistake. */
typedef struct mention {
    const char *name;
    place at;
    const places *text; /* of its file */
    bool called;        /* name(..): no source then */
    bool written;       /* name = ..: refused, and reported there */
    struct mention *next;
} mention;

/* noun "name" { .. }: what has been opened by its name, and whether its table came. */
typedef struct opening {
    const noun_word *noun;
    const char *name; /* NULL for nouns without one */
    place at;
    const place_call *call; /* as written, or NULL */
    const term *declared;   /* NULL until its table came */
    struct opening *next;
} opening;

/* include "name.lua", still to be read. */
typedef struct inclusion {
    const char *name;
    place at;
    struct inclusion *next;
} inclusion;

/* What is being read. Lists are in order. */
typedef struct reading {
    arena *memory;
    problem_list *problems;
    const source_file *file; /* the one that runs now */
    places *places;          /* of that file */
    declarations *found;
    size_t room; /* of found->items */
    mention *mentions, **mentions_end;
    opening *openings, **openings_end;
    inclusion *inclusions, **inclusions_end;
    size_t term_count; /* at most READING_TERMS */
    size_t declared;   /* terms of all declarations, as often as they stand there */
    size_t text_bytes; /* copied so far, at most READING_TEXT */
    size_t reported;   /* problems of this file's run, repeats included, when it began */
    struct function_texts *texts; /* of the file texts_of */
    const source_file *texts_of;
    size_t function_count; /* met so far */
    size_t function_room;  /* of found->functions */
    bool again;            /* the files are run once more, for their functions' sake */
    bool program_refused;  /* it stands there, without a name */
    bool incomplete;       /* a file was missing or stopped: not every source is known */
} reading;

enum {
    READING_TERMS = 100000,
    READING_TEXT = 16 * 1024 * 1024,
    READING_DECLARED = 1000000,
    READING_PROBLEMS = 1000
};

/* A field of the metatable of every such environment, and of no other table. */
#define DECLARE_ENVIRONMENT "environment"
/* Pushes the environment that rules run in. */
void declare_push_environment(lua_State *L);

/* The term of the value at `index` (a table as written in `text`, which may be NULL); poison
 * when the value cannot stand in rules, with the problem reported. */
const term *declare_convert(lua_State *L, int index, const place_table *text, place at);

/* Remembers the function on top of the stack, which is popped, under its handle. */
void declare_keep_function(lua_State *L, int handle);
/* Pushes the table of all functions by handle + 1. */
void declare_push_functions(lua_State *L);

/* Builders; they raise a Lua error when memory or a limit is exhausted. */
term *declare_term(lua_State *L, term_kind kind, place at);
char *declare_text(lua_State *L, const char *bytes, size_t length);
const term *declare_poison(lua_State *L, place at);
/* Gives a term its entries and, from them, its depth. Too deep: reported, and poison comes
 * back. */
const term *declare_entries(lua_State *L, term *t, entry *entries, size_t count);

/* Where the rule text that called stands: its line, no column. */
place declare_line(lua_State *L);
/* After a problem was reported: raises when a file's run reports far too many. */
void declare_check_problems(lua_State *L);
/* "did you mean 'x'?", or `otherwise` (which may be NULL). */
const char *declare_guess(arena *memory, const nearest *guess, const char *otherwise);

#endif
