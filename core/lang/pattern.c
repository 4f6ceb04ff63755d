/* pattern.c - matching by going back, as Lua 5.4's lstrlib.c (MIT licence) does it. */
#include "lang/pattern.h"

#include "lang/library_parts.h"
#include "lang/sandbox.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdbool.h>
#include <string.h>

enum {
    PATTERN_DEPTH = 200,
    PATTERN_STEPS_A_STEP = 4, /* steps of a match count as one instruction */
};

enum { UNFINISHED = -1, POSITION = -2 }; /* lengths of captures that are not texts */

static const char *match(matcher *m, const char *s, const char *p);

void pattern_spend(matcher *m, long n) {
    if (n > m->steps) sandbox_end(m->lua, SANDBOX_PATTERN);
    m->steps -= n;
}

/* Matching counts as instructions too, so that many matches add up. */
void pattern_settle(matcher *m) {
    long spent = sandbox_limits_in_force(m->lua)->pattern_steps - m->steps;
    sandbox_spend(m->lua, (size_t)(spent / PATTERN_STEPS_A_STEP) + 1);
}

static int bad_pattern(matcher *m, const char *why) {
    return luaL_error(m->lua, "this pattern is malformed: %s", why);
}

static const char *class_end(matcher *m, const char *p) {
    if (*p++ == '%') {
        if (p == m->pattern_end) bad_pattern(m, "it ends with '%'");
        return p + 1;
    }
    if (p[-1] != '[') return p;
    if (*p == '^') p++;
    do { /* the first ']' stands for itself */
        if (p == m->pattern_end) bad_pattern(m, "']' is missing");
        pattern_spend(m, 1);
        if (*p++ == '%' && p < m->pattern_end) p++;
    } while (p == m->pattern_end || *p != ']');
    return p + 1;
}

static bool in_class(int c, int class) {
    bool in;
    switch (tolower(class)) {
    case 'a':
        in = isalpha(c);
        break;
    case 'c':
        in = iscntrl(c);
        break;
    case 'd':
        in = isdigit(c);
        break;
    case 'g':
        in = isgraph(c);
        break;
    case 'l':
        in = islower(c);
        break;
    case 'p':
        in = ispunct(c);
        break;
    case 's':
        in = isspace(c);
        break;
    case 'u':
        in = isupper(c);
        break;
    case 'w':
        in = isalnum(c);
        break;
    case 'x':
        in = isxdigit(c);
        break;
    default:
        return class == c;
    }
    return isupper(class) ? !in : in;
}

/* p stands on '[', last on the ']' that ends it. */
static bool in_set(matcher *m, int c, const char *p, const char *last) {
    bool found = true;
    if (p[1] == '^') {
        found = false;
        p++;
    }
    while (++p < last) {
        pattern_spend(m, 1);
        if (*p == '%') {
            p++;
            if (in_class(c, (unsigned char)*p)) return found;
        } else if (p[1] == '-' && p + 2 < last) {
            p += 2;
            if ((unsigned char)p[-2] <= c && c <= (unsigned char)*p) return found;
        } else if ((unsigned char)*p == c) {
            return found;
        }
    }
    return !found;
}

static bool matches_one(matcher *m, const char *s, const char *p, const char *end) {
    pattern_spend(m, 1);
    if (s >= m->text_end) return false;
    int c = (unsigned char)*s;
    switch (*p) {
    case '.':
        return true;
    case '%':
        return in_class(c, (unsigned char)p[1]);
    case '[':
        return in_set(m, c, p, end - 1);
    default:
        return (unsigned char)*p == c;
    }
}

/* %bxy: from x to the y that closes it. */
static const char *match_balance(matcher *m, const char *s, const char *p) {
    if (p >= m->pattern_end - 1) bad_pattern(m, "'%b' wants two characters");
    if (s >= m->text_end || *s != *p) return NULL;
    int open = 1;
    while (++s < m->text_end) {
        pattern_spend(m, 1);
        if (*s == p[1]) {
            if (--open == 0) return s + 1;
        } else if (*s == *p) {
            open++;
        }
    }
    return NULL;
}

/* As many as possible, then fewer. */
static const char *match_greedy(matcher *m, const char *s, const char *p, const char *end) {
    ptrdiff_t n = 0;
    while (matches_one(m, s + n, p, end))
        n++;
    for (; n >= 0; n--) {
        const char *found = match(m, s + n, end + 1);
        if (found) return found;
    }
    return NULL;
}

/* As few as possible, then more. */
static const char *match_lazy(matcher *m, const char *s, const char *p, const char *end) {
    for (;; s++) {
        const char *found = match(m, s, end + 1);
        if (found) return found;
        if (!matches_one(m, s, p, end)) return NULL;
    }
}

static const char *begin_capture(matcher *m, const char *s, const char *p, ptrdiff_t length) {
    if (m->level >= CAPTURES_MOST) luaL_error(m->lua, "a pattern captures at most 32 parts");
    m->captures[m->level].start = s;
    m->captures[m->level].length = length;
    m->level++;
    const char *found = match(m, s, p);
    if (!found) m->level--;
    return found;
}

static const char *end_capture(matcher *m, const char *s, const char *p) {
    int open = m->level - 1;
    while (open >= 0 && m->captures[open].length != UNFINISHED)
        open--;
    if (open < 0) bad_pattern(m, "')' without '('");
    m->captures[open].length = s - m->captures[open].start;
    const char *found = match(m, s, p);
    if (!found) m->captures[open].length = UNFINISHED;
    return found;
}

/* %1 to %9: the same text again. */
static const char *match_again(matcher *m, const char *s, char digit) {
    int which = digit - '1';
    if (which < 0 || which >= m->level || m->captures[which].length == UNFINISHED)
        bad_pattern(m, "'%1' to '%9' repeat a part captured before");
    ptrdiff_t length = m->captures[which].length;
    if (length == POSITION) length = 0;
    if (m->text_end - s < length) return NULL;
    pattern_spend(m, (long)(length / BYTES_A_STEP) + 1);
    return memcmp(m->captures[which].start, s, (size_t)length) == 0 ? s + length : NULL;
}

/* %f[set]: between a character outside and one inside; returns the pattern after it or NULL. */
static const char *match_frontier(matcher *m, const char *s, const char *p) {
    if (*p != '[') bad_pattern(m, "'%f' wants a set in brackets");
    const char *end = class_end(m, p);
    int before = s == m->text ? 0 : (unsigned char)s[-1];
    int after = s == m->text_end ? 0 : (unsigned char)*s;
    return !in_set(m, before, p, end - 1) && in_set(m, after, p, end - 1) ? end : NULL;
}

/* What '%' begins beyond a class. Moves s and p on and returns true; s is NULL for no match. */
static bool match_escape(matcher *m, const char **s, const char **p) {
    char what = (*p)[1];
    if (what == 'b') {
        *s = match_balance(m, *s, *p + 2);
        *p += 4;
    } else if (what == 'f') {
        *p = match_frontier(m, *s, *p + 2);
        if (!*p) *s = NULL;
    } else if (isdigit((unsigned char)what)) {
        *s = match_again(m, *s, what);
        *p += 2;
    } else {
        return false;
    }
    return true;
}

/* One character and what follows it. True: go on at *s and *p; false: *s is the answer. */
static bool match_item(matcher *m, const char **s, const char **p) {
    const char *end = class_end(m, *p), *found;
    switch (end < m->pattern_end ? *end : '\0') {
    case '*':
        *s = match_greedy(m, *s, *p, end);
        return false;
    case '-':
        *s = match_lazy(m, *s, *p, end);
        return false;
    case '+':
        *s = matches_one(m, *s, *p, end) ? match_greedy(m, *s + 1, *p, end) : NULL;
        return false;
    case '?':
        if (matches_one(m, *s, *p, end) && (found = match(m, *s + 1, end + 1)) != NULL) {
            *s = found;
            return false;
        }
        *p = end + 1;
        return true;
    default:
        *s = matches_one(m, *s, *p, end) ? *s + 1 : NULL;
        *p = end;
        return *s != NULL;
    }
}

static const char *match_here(matcher *m, const char *s, const char *p) {
    while (p != m->pattern_end) {
        pattern_spend(m, 1);
        if (*p == '(')
            return p[1] == ')' ? begin_capture(m, s, p + 2, POSITION)
                               : begin_capture(m, s, p + 1, UNFINISHED);
        if (*p == ')') return end_capture(m, s, p + 1);
        if (*p == '$' && p + 1 == m->pattern_end) return s == m->text_end ? s : NULL;
        if (*p == '%' && match_escape(m, &s, &p)) {
            if (!s) return NULL;
        } else if (!match_item(m, &s, &p)) {
            return s;
        }
    }
    return s;
}

static const char *match(matcher *m, const char *s, const char *p) {
    if (++m->depth > PATTERN_DEPTH) luaL_error(m->lua, "this pattern is too complicated");
    const char *found = match_here(m, s, p);
    m->depth--;
    return found;
}

matcher pattern_matcher(lua_State *L, const char *subject, size_t subject_length,
                        const char *pattern, size_t pattern_length) {
    return (matcher){.lua = L,
                     .text = subject,
                     .text_end = subject + subject_length,
                     .pattern_end = pattern + pattern_length,
                     .steps = sandbox_limits_in_force(L)->pattern_steps};
}

const char *pattern_match(matcher *m, const char *s, const char *p) {
    m->level = 0;
    m->depth = 0;
    return match(m, s, p);
}

/* The i-th capture; the whole match when the pattern has none. */
void pattern_push_capture(matcher *m, int i, const char *start, const char *end) {
    if (i >= m->level) {
        if (i != 0) bad_pattern(m, "it has fewer captured parts than asked for");
        lua_pushlstring(m->lua, start, (size_t)(end - start));
    } else if (m->captures[i].length == POSITION) {
        lua_pushinteger(m->lua, m->captures[i].start - m->text + 1);
    } else if (m->captures[i].length == UNFINISHED) {
        bad_pattern(m, "')' is missing");
    } else {
        lua_pushlstring(m->lua, m->captures[i].start, (size_t)m->captures[i].length);
    }
}

/* All captures; the whole match when there are none and `whole`. */
int pattern_push_captures(matcher *m, const char *start, const char *end, bool whole) {
    int n = m->level == 0 && whole ? 1 : m->level;
    luaL_checkstack(m->lua, n, "too many captured parts");
    for (int i = 0; i < n; i++)
        pattern_push_capture(m, i, start, end);
    return n;
}
