/* pattern.h - Lua's patterns, matched under a budget of steps.
 *
 * The patterns are those of Lua 5.4's lstrlib.c (MIT licence), with its algorithm; each match
 * counts its steps, ends the run when they are too many, and nests no deeper than a limit.
 * Used by library_texts.c. */
#ifndef RUNG_LANG_PATTERN_H
#define RUNG_LANG_PATTERN_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

enum { CAPTURES_MOST = 32 };

typedef struct matcher {
    lua_State *lua;
    const char *text;
    const char *text_end;
    const char *pattern_end;
    long steps; /* left */
    int depth;
    int level; /* captures so far */
    struct {
        const char *start;
        ptrdiff_t length;
    } captures[CAPTURES_MOST];
} matcher;

/* Ends the run when so many steps are not left. */
void pattern_spend(matcher *m, long n);

/* Matching counts as instructions too, so that many matches add up. */
void pattern_settle(matcher *m);

/* A search of the subject; both texts must stay where they are. */
matcher pattern_matcher(lua_State *L, const char *subject, size_t subject_length,
                        const char *pattern, size_t pattern_length);

/* Where a match of p that begins at s ends, or NULL. */
const char *pattern_match(matcher *m, const char *s, const char *p);

/* The i-th capture; the whole match when the pattern has none. */
void pattern_push_capture(matcher *m, int i, const char *start, const char *end);

/* All captures; the whole match when there are none and `whole`. */
int pattern_push_captures(matcher *m, const char *start, const char *end, bool whole);

#endif
