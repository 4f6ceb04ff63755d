/* library.c - the functions that rule files may call, each with a bound on its work.
 *
 * A function of Lua's own runs until it is done, where no hook fires; so every one whose work
 * grows with its arguments counts that work as instructions before it begins (sandbox_spend).
 * Sorting, walking tables and matching patterns are ours: they must give the same answer on
 * every run and count while they work. Nothing here holds memory that Lua does not own.
 * The patterns are those of Lua 5.4's lstrlib.c (MIT licence), with its algorithm. */
#include "lang/library.h"

#include "base/nearest.h"
#include "lang/frozen.h"
#include "lang/sandbox.h"

#include <ctype.h>
#include <lauxlib.h>
#include <lualib.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    BYTES_A_STEP = 16,  /* of text copied or read count as one instruction */
    HELD_A_STEP = 4096, /* bytes held count as one when a table is walked: it may be an emptied
                         * one, as large as all of them */
    UNPACKED_MOST = 1000, /* values that table.unpack gives at once */
    HUGE_STEPS = 1000,    /* writing a huge number out in digits counts as so many */
    CAPTURES_MOST = 32,
    PATTERN_DEPTH = 200,
    PATTERN_STEPS_A_STEP = 4, /* steps of a match count as one instruction */
};

/* tables that a rule file wrote */

/* One that may be written. */
static void want_plain_table(lua_State *L, int index) {
    frozen_refuse(L, index);
    if (lua_type(L, index) != LUA_TUSERDATA) luaL_checktype(L, index, LUA_TTABLE);
    if (!lua_getmetatable(L, index)) return;
    luaL_argerror(L, index, "this belongs to the rule language and is no table of a rule file");
}

/* One that is read: what is frozen is opened. */
static void want_readable_table(lua_State *L, int index) {
    if (!frozen_open(L, index)) want_plain_table(L, index);
}

/* Runs the function of Lua's own that this closure stands for, with the same arguments. */
static int go_on(lua_State *L) {
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Values and texts given count; then Lua's own function does it. */
static int charged(lua_State *L) {
    size_t steps = (size_t)lua_gettop(L);
    for (int i = lua_gettop(L); i > 0; i--)
        if (lua_type(L, i) == LUA_TSTRING) steps += lua_rawlen(L, i) / BYTES_A_STEP;
    sandbox_spend(L, steps);
    return go_on(L);
}

/* How many whole numbers from..to, both included; may be enormous. */
static size_t span(lua_Integer from, lua_Integer to) {
    if (from > to) return 0;
    size_t n = (size_t)to - (size_t)from;
    return n == SIZE_MAX ? n : n + 1;
}

static int table_concat(lua_State *L) {
    want_readable_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    sandbox_spend(L, span(luaL_optinteger(L, 3, 1), luaL_optinteger(L, 4, length)));
    return go_on(L);
}

static int table_insert(lua_State *L) {
    want_plain_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    if (lua_gettop(L) == 3) sandbox_spend(L, span(luaL_checkinteger(L, 2), length));
    return go_on(L);
}

static int table_remove(lua_State *L) {
    want_plain_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    sandbox_spend(L, span(luaL_optinteger(L, 2, length), length));
    return go_on(L);
}

static int table_move(lua_State *L) {
    bool within = lua_isnoneornil(L, 5);
    if (within)
        want_plain_table(L, 1);
    else
        want_readable_table(L, 1);
    if (!within) want_plain_table(L, 5);
    sandbox_spend(L, span(luaL_checkinteger(L, 2), luaL_checkinteger(L, 3)));
    return go_on(L);
}

static int table_unpack(lua_State *L) {
    want_readable_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    size_t n = span(luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, length));
    if (n > UNPACKED_MOST)
        return luaL_error(L, "table.unpack gives at most %d values at once", UNPACKED_MOST);
    sandbox_spend(L, n);
    return go_on(L);
}

/* table.sort: a merge sort, so that equal entries keep their order and an inconsistent
 * comparison can neither run wild nor give different answers on different days */

enum { SORTED = 1, COMPARE = 2, SPARE = 3 };

/* Whether the value on top of the stack must stand before the one below it. */
static bool belongs_before(lua_State *L) {
    size_t steps = 4;
    if (lua_type(L, -1) == LUA_TSTRING) steps += lua_rawlen(L, -1) / (4 * BYTES_A_STEP);
    sandbox_spend(L, steps);
    if (lua_isnil(L, COMPARE)) return lua_compare(L, -1, -2, LUA_OPLT);
    lua_pushvalue(L, COMPARE);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -4);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

/* Merges from[first, middle) and from[middle, end) into to[first, end). */
static void merge(lua_State *L, int from, int to, lua_Integer first, lua_Integer middle,
                  lua_Integer end) {
    lua_Integer left = first, right = middle;
    for (lua_Integer out = first; out < end; out++) {
        bool take_right = left >= middle;
        if (left < middle && right < end) {
            lua_rawgeti(L, from, left);
            lua_rawgeti(L, from, right);
            take_right = belongs_before(L);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_right ? right++ : left++);
        lua_rawseti(L, to, out);
    }
}

static void copy_entries(lua_State *L, int from, int to, lua_Integer length) {
    sandbox_spend(L, (size_t)length);
    for (lua_Integer i = 1; i <= length; i++) {
        lua_rawgeti(L, from, i);
        lua_rawseti(L, to, i);
    }
}

static int table_sort(lua_State *L) {
    want_plain_table(L, SORTED);
    if (!lua_isnoneornil(L, COMPARE)) luaL_checktype(L, COMPARE, LUA_TFUNCTION);
    lua_settop(L, 2);
    lua_newtable(L);
    lua_newtable(L);
    lua_Integer length = (lua_Integer)lua_rawlen(L, SORTED);
    int from = SPARE, to = SPARE + 1;
    copy_entries(L, SORTED, from, length); /* a comparison may change the table: sort a copy */
    for (lua_Integer run = 1; run < length; run *= 2) {
        for (lua_Integer first = 1; first <= length; first += 2 * run) {
            lua_Integer middle = first + run, end = first + 2 * run;
            if (middle > length + 1) middle = length + 1;
            if (end > length + 1) end = length + 1;
            merge(L, from, to, first, middle, end);
        }
        int other = from;
        from = to;
        to = other;
    }
    copy_entries(L, from, SORTED, length);
    return 0;
}

/* pairs: numbers ascending, then texts by bytes, then false, true */

typedef struct key {
    int kind; /* LUA_TNUMBER before LUA_TSTRING before LUA_TBOOLEAN, by order_of_kind */
    bool whole;
    lua_Integer integer; /* whole numbers; booleans 0, 1 */
    lua_Number number;
    const char *bytes; /* owned by the table that is walked */
    size_t length;
} key;

static int order_of_kind(int kind) {
    return kind == LUA_TNUMBER ? 0 : kind == LUA_TSTRING ? 1 : 2;
}

/* A number with a fraction is never equal to a whole one, and beyond 2^63 only it exists. */
static int compare_mixed(lua_Integer whole, lua_Number other) {
    if (other >= 9223372036854775808.0) return -1;
    if (other < -9223372036854775808.0) return 1;
    return whole <= (lua_Integer)floor(other) ? -1 : 1;
}

static int compare_numbers(const key *a, const key *b) {
    if (a->whole && b->whole) return (a->integer > b->integer) - (a->integer < b->integer);
    if (a->whole) return compare_mixed(a->integer, b->number);
    if (b->whole) return -compare_mixed(b->integer, a->number);
    return (a->number > b->number) - (a->number < b->number);
}

static int compare_keys(const void *left, const void *right) {
    const key *a = left, *b = right;
    if (a->kind != b->kind) return order_of_kind(a->kind) - order_of_kind(b->kind);
    if (a->kind != LUA_TSTRING) return compare_numbers(a, b);
    int order = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static key read_key(lua_State *L, int index) {
    key k = {.kind = lua_type(L, index)};
    switch (k.kind) {
    case LUA_TNUMBER:
        k.whole = lua_isinteger(L, index);
        if (k.whole) k.integer = lua_tointeger(L, index);
        if (!k.whole) k.number = lua_tonumber(L, index);
        break;
    case LUA_TSTRING:
        k.bytes = lua_tolstring(L, index, &k.length);
        break;
    case LUA_TBOOLEAN:
        k.whole = true;
        k.integer = lua_toboolean(L, index);
        break;
    default:
        luaL_error(L,
                   "pairs cannot walk a table that has a %s as a key: such keys have no order",
                   luaL_typename(L, index));
    }
    return k;
}

static void push_key(lua_State *L, const key *k) {
    switch (k->kind) {
    case LUA_TSTRING:
        lua_pushlstring(L, k->bytes, k->length);
        break;
    case LUA_TBOOLEAN:
        lua_pushboolean(L, k->integer != 0);
        break;
    default:
        if (k->whole) lua_pushinteger(L, k->integer);
        if (!k->whole) lua_pushnumber(L, k->number);
    }
}

static size_t count_entries(lua_State *L, int table) {
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1))
        n++;
    return n;
}

/* Pushes a list of the table's keys in order. */
static lua_Integer push_sorted_keys(lua_State *L, int table) {
    size_t n = count_entries(L, table), i = 0;
    sandbox_spend(L, 8 * n);
    key *keys = lua_newuserdatauv(L, n * sizeof *keys + 1, 0);
    bool sorted = true;
    for (lua_pushnil(L); i < n && lua_next(L, table) != 0; lua_pop(L, 1)) {
        keys[i] = read_key(L, -2);
        sorted = sorted && (i == 0 || compare_keys(&keys[i - 1], &keys[i]) < 0);
        i++;
    }
    lua_settop(L, table + 1);
    if (!sorted) qsort(keys, n, sizeof *keys, compare_keys);
    lua_createtable(L, (int)n, 0);
    for (i = 0; i < n; i++) {
        push_key(L, &keys[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return (lua_Integer)n;
}

/* Upvalues: the table, its keys in order, how many, which was last. Entries removed on the way
 * are left out. */
static int next_pair(lua_State *L) {
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(3));
    for (lua_Integer i = lua_tointeger(L, lua_upvalueindex(4)) + 1; i <= count; i++) {
        lua_settop(L, 0);
        lua_rawgeti(L, lua_upvalueindex(2), i);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) {
            sandbox_spend(L, 1);
            continue;
        }
        lua_pushinteger(L, i);
        lua_replace(L, lua_upvalueindex(4));
        return 2;
    }
    lua_pushinteger(L, count);
    lua_replace(L, lua_upvalueindex(4));
    lua_pushnil(L);
    return 1;
}

/* A frozen table is walked behind its front, which is all that is handed out. */
static int stable_pairs(lua_State *L) {
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    want_readable_table(L, 2);
    sandbox_spend(L, sandbox_held_in(L) / HELD_A_STEP);
    lua_Integer count = push_sorted_keys(L, 2);
    lua_pushvalue(L, 2);
    lua_insert(L, -2);
    lua_pushinteger(L, count);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 4);
    lua_pushvalue(L, 1);
    return 2;
}

/* texts */

/* Without addresses: they differ from run to run. */
static int plain_tostring(lua_State *L) {
    luaL_checkany(L, 1);
    int type = lua_type(L, 1);
    bool basic =
        type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING;
    if (basic || luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL)
        luaL_tolstring(L, 1, NULL);
    else
        lua_pushstring(L, type == LUA_TUSERDATA ? "value" : lua_typename(L, type));
    return 1;
}

static int string_rep(lua_State *L) {
    size_t length, between;
    luaL_checklstring(L, 1, &length);
    lua_Integer times = luaL_checkinteger(L, 2);
    luaL_optlstring(L, 3, "", &between);
    size_t most = sandbox_limits_in_force(L)->string_bytes;
    if (times <= 0 || length + between == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((size_t)times > most / (length + between) + 1) sandbox_end(L, SANDBOX_STRING);
    size_t whole = (size_t)times * (length + between) - between;
    if (whole > most) sandbox_end(L, SANDBOX_STRING);
    sandbox_spend(L, (size_t)times + whole / BYTES_A_STEP);
    return go_on(L);
}

/* Refuses %p (an address) and values that have no text of their own. */
static int string_format(lua_State *L) {
    const char *at = luaL_checkstring(L, 1);
    bool quoted = false;
    while ((at = strchr(at, '%')) != NULL) {
        at += 1 + strspn(at + 1, "-+ #0123456789.");
        if (*at == 'p') return luaL_error(L, "string.format has no '%%p' in rule files");
        quoted = quoted || *at == 'q';
        if (*at != '\0') at++;
    }
    size_t steps = 0;
    for (int i = 2; i <= lua_gettop(L); i++) {
        steps += fabs(lua_tonumber(L, i)) > 1e15 ? HUGE_STEPS : 20;
        if (quoted && lua_type(L, i) == LUA_TSTRING) steps += 8 * lua_rawlen(L, i);
        int type = lua_type(L, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN &&
            type != LUA_TNIL)
            return luaL_error(L, "string.format: value %d is a %s, which has no text", i - 1,
                              luaL_typename(L, i));
    }
    sandbox_spend(L, steps);
    return charged(L);
}

/* patterns */

enum { UNFINISHED = -1, POSITION = -2 }; /* lengths of captures that are not texts */

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

static const char *match(matcher *m, const char *s, const char *p);

static void take_steps(matcher *m, long n) {
    if (n > m->steps) sandbox_end(m->lua, SANDBOX_PATTERN);
    m->steps -= n;
}

/* Matching counts as instructions too, so that many matches add up. */
static void settle_steps(matcher *m) {
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
        take_steps(m, 1);
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
        take_steps(m, 1);
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
    take_steps(m, 1);
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
        take_steps(m, 1);
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
    take_steps(m, (long)(length / BYTES_A_STEP) + 1);
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
        take_steps(m, 1);
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

static matcher matcher_for(lua_State *L, const char *subject, size_t subject_length,
                           const char *pattern, size_t pattern_length) {
    return (matcher){.lua = L,
                     .text = subject,
                     .text_end = subject + subject_length,
                     .pattern_end = pattern + pattern_length,
                     .steps = sandbox_limits_in_force(L)->pattern_steps};
}

static const char *match_afresh(matcher *m, const char *s, const char *p) {
    m->level = 0;
    m->depth = 0;
    return match(m, s, p);
}

/* The i-th capture; the whole match when the pattern has none. */
static void push_capture(matcher *m, int i, const char *start, const char *end) {
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
static int push_captures(matcher *m, const char *start, const char *end, bool whole) {
    int n = m->level == 0 && whole ? 1 : m->level;
    luaL_checkstack(m->lua, n, "too many captured parts");
    for (int i = 0; i < n; i++)
        push_capture(m, i, start, end);
    return n;
}

/* Where the text begins to be searched, from 0; beyond its end when it is not. */
static size_t start_of_search(lua_State *L, int argument, size_t length) {
    lua_Integer start = luaL_optinteger(L, argument, 1);
    if (start > 0) return (size_t)start - 1;
    if (start == 0 || start < -(lua_Integer)length) return 0;
    return length - (size_t)-start;
}

static const char *find_plain(matcher *m, const char *s, const char *wanted, size_t length) {
    if (length == 0) return s;
    while ((size_t)(m->text_end - s) >= length) {
        size_t places = (size_t)(m->text_end - s) - length + 1;
        const char *found = memchr(s, wanted[0], places);
        take_steps(m, (long)(((found ? (size_t)(found - s) : places) + length) / BYTES_A_STEP) +
                          1);
        if (!found) return NULL;
        if (memcmp(found, wanted, length) == 0) return found;
        s = found + 1;
    }
    return NULL;
}

static int push_found(lua_State *L, const matcher *m, const char *start, const char *end) {
    lua_pushinteger(L, start - m->text + 1);
    lua_pushinteger(L, end - m->text);
    return 2;
}

static int search(lua_State *L, bool find) {
    size_t text_length, length;
    const char *subject = luaL_checklstring(L, 1, &text_length);
    const char *p = luaL_checklstring(L, 2, &length);
    size_t start = start_of_search(L, 3, text_length);
    const char *s = subject + start, *end = NULL;
    matcher m = matcher_for(L, subject, text_length, p, length);
    if (start > text_length) {
        lua_pushnil(L);
        return 1;
    }
    if (find && (lua_toboolean(L, 4) || strcspn(p, "^$*+?.([%-") >= length)) {
        s = find_plain(&m, s, p, length);
        settle_steps(&m);
        if (s) return push_found(L, &m, s, s + length);
        lua_pushnil(L);
        return 1;
    }
    bool anchored = *p == '^';
    if (anchored) p++;
    do {
        end = match_afresh(&m, s, p);
    } while (!end && s++ < m.text_end && !anchored);
    settle_steps(&m);
    if (!end) {
        lua_pushnil(L);
        return 1;
    }
    if (!find) return push_captures(&m, s, end, true);
    return push_found(L, &m, s, end) + push_captures(&m, s, end, false);
}

static int string_find(lua_State *L) {
    return search(L, true);
}

static int string_match(lua_State *L) {
    return search(L, false);
}

/* Upvalues: text, pattern, where to go on (from 0), where the last match ended (-1: none). */
static int next_match(lua_State *L) {
    size_t text_length, length;
    const char *subject = lua_tolstring(L, lua_upvalueindex(1), &text_length);
    const char *p = lua_tolstring(L, lua_upvalueindex(2), &length);
    size_t start = (size_t)lua_tointeger(L, lua_upvalueindex(3));
    lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
    matcher m = matcher_for(L, subject, text_length, p, length);
    for (; start <= text_length; start++) {
        const char *end = match_afresh(&m, subject + start, p);
        if (!end || end - subject == last) continue;
        settle_steps(&m);
        lua_pushinteger(L, end - subject);
        lua_copy(L, -1, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        return push_captures(&m, subject + start, end, true);
    }
    settle_steps(&m);
    lua_pushinteger(L, (lua_Integer)text_length + 1);
    lua_replace(L, lua_upvalueindex(3));
    return 0;
}

static int string_gmatch(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    luaL_checkstring(L, 2);
    size_t start = start_of_search(L, 3, length);
    if (start > length) start = length + 1;
    lua_settop(L, 2);
    lua_pushinteger(L, (lua_Integer)start);
    lua_pushinteger(L, -1);
    lua_pushcclosure(L, next_match, 4);
    return 1;
}

/* A replacement text: %0 to %9 stand for what was matched, %% for %. */
static void add_text(matcher *m, luaL_Buffer *out, const char *start, const char *end) {
    size_t length;
    const char *with = lua_tolstring(m->lua, 3, &length);
    for (size_t i = 0; i < length; i++) {
        take_steps(m, 1);
        if (with[i] != '%') {
            luaL_addchar(out, with[i]);
        } else if (with[++i] == '%') {
            luaL_addchar(out, '%');
        } else if (with[i] == '0') {
            luaL_addlstring(out, start, (size_t)(end - start));
        } else if (isdigit((unsigned char)with[i])) {
            push_capture(m, with[i] - '1', start, end);
            luaL_tolstring(m->lua, -1, NULL);
            lua_remove(m->lua, -2);
            luaL_addvalue(out);
        } else {
            luaL_error(m->lua, "string.gsub: '%%' in a replacement wants a digit or '%%'");
        }
    }
}

/* Adds what takes the place of start..end; false or nil keeps it. */
static void add_replacement(matcher *m, luaL_Buffer *out, const char *start, const char *end,
                            int type) {
    lua_State *L = m->lua;
    if (type == LUA_TFUNCTION) {
        lua_pushvalue(L, 3);
        lua_call(L, push_captures(m, start, end, true), 1);
    } else if (type == LUA_TTABLE) {
        push_capture(m, 0, start, end);
        lua_gettable(L, 3);
    } else {
        add_text(m, out, start, end);
        return;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(out, start, (size_t)(end - start));
    } else if (!lua_isstring(L, -1)) {
        luaL_error(L, "string.gsub: a %s cannot take the place of a text",
                   luaL_typename(L, -1));
    } else {
        luaL_addvalue(out);
    }
}

static int string_gsub(lua_State *L) {
    size_t text_length, length;
    const char *s = luaL_checklstring(L, 1, &text_length);
    const char *p = luaL_checklstring(L, 2, &length), *last = NULL;
    int type = lua_type(L, 3);
    luaL_argexpected(L,
                     type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION ||
                         type == LUA_TTABLE,
                     3, "text, function or table");
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)text_length + 1), made = 0;
    matcher m = matcher_for(L, s, text_length, p, length);
    bool anchored = *p == '^';
    if (anchored) p++;
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    while (made < most) {
        const char *end = match_afresh(&m, s, p);
        if (end && end != last) {
            made++;
            add_replacement(&m, &out, s, end, type);
            s = last = end;
        } else if (s < m.text_end) {
            luaL_addchar(&out, *s++);
        } else {
            break;
        }
        if (anchored) break;
    }
    luaL_addlstring(&out, s, (size_t)(m.text_end - s));
    luaL_pushresult(&out);
    lua_pushinteger(L, made);
    settle_steps(&m);
    return 2;
}

/* what is in the library */

typedef struct library_function {
    const char *name;
    lua_CFunction ours; /* NULL: Lua's own, as it is */
} library_function;

static const library_function globals[] = {
    {"assert", NULL},
    {"error", NULL},
    {"ipairs", NULL},
    {"pairs", stable_pairs},
    {"select", charged},
    {"tonumber", charged},
    {"tostring", plain_tostring},
    {"type", NULL},
    {NULL, NULL},
};

static const library_function math_functions[] = {
    {"abs", NULL},    {"acos", NULL},       {"asin", NULL},         {"atan", NULL},
    {"ceil", NULL},   {"cos", NULL},        {"deg", NULL},          {"exp", NULL},
    {"floor", NULL},  {"fmod", NULL},       {"huge", NULL},         {"log", NULL},
    {"max", charged}, {"maxinteger", NULL}, {"min", charged},       {"mininteger", NULL},
    {"modf", NULL},   {"pi", NULL},         {"rad", NULL},          {"sin", NULL},
    {"sqrt", NULL},   {"tan", NULL},        {"tointeger", charged}, {"type", NULL},
    {"ult", NULL},    {NULL, NULL},
};

static const library_function string_functions[] = {
    {"byte", charged},
    {"char", charged},
    {"find", string_find},
    {"format", string_format},
    {"gmatch", string_gmatch},
    {"gsub", string_gsub},
    {"len", NULL},
    {"lower", charged},
    {"match", string_match},
    {"rep", string_rep},
    {"reverse", charged},
    {"sub", charged},
    {"upper", charged},
    {NULL, NULL},
};

static const library_function table_functions[] = {
    {"concat", table_concat}, {"insert", table_insert},
    {"move", table_move},     {"pack", charged},
    {"remove", table_remove}, {"sort", table_sort},
    {"unpack", table_unpack}, {NULL, NULL},
};

static const library_function utf8_functions[] = {
    {"char", charged},
    {"codepoint", charged},
    {"len", charged},
    {NULL, NULL},
};

static const struct {
    const char *name;
    const library_function *functions;
    lua_CFunction open;
} libraries[] = {
    {"math", math_functions, luaopen_math},
    {"string", string_functions, luaopen_string},
    {"table", table_functions, luaopen_table},
    {"utf8", utf8_functions, luaopen_utf8},
};

enum { LIBRARIES = sizeof libraries / sizeof *libraries };

/* Where the globals are kept in Lua's registry. */
static const char registry_key = 0;

static int refuse_change(lua_State *L) {
    return luaL_error(L, "'%s' belongs to the rule language and cannot be changed",
                      lua_tostring(L, lua_upvalueindex(1)));
}

/* A name that a library does not have. Upvalue: the library's place in the list. */
static int refuse_name(lua_State *L) {
    size_t which = (size_t)lua_tointeger(L, lua_upvalueindex(1));
    const char *library = libraries[which].name;
    if (lua_type(L, 2) != LUA_TSTRING) return 0;
    const char *name = lua_tostring(L, 2);
    const char *why = sandbox_why_missing(name);
    if (why) return luaL_error(L, "there is no '%s.%s': %s", library, name, why);
    nearest guess = nearest_to(name);
    for (const library_function *f = libraries[which].functions; f->name; f++)
        nearest_offer(&guess, f->name);
    if (!guess.best) return luaL_error(L, "there is no '%s.%s'", library, name);
    return luaL_error(L, "there is no '%s.%s' (did you mean '%s.%s'?)", library, name, library,
                      guess.best);
}

/* Fills the table at `into` from Lua's own library on top of the stack, which is popped. */
static void choose(lua_State *L, int into, const library_function *functions) {
    for (const library_function *f = functions; f->name; f++) {
        lua_getfield(L, -1, f->name);
        if (f->ours) lua_pushcclosure(L, f->ours, 1);
        lua_setfield(L, into, f->name);
    }
    lua_pop(L, 1);
}

/* Makes the table on top of the stack one that rules can neither change nor look behind: an
 * empty one in front of it. */
static void shield(lua_State *L, size_t which) {
    lua_createtable(L, 0, 1); /* names that are not in the library */
    lua_pushinteger(L, (lua_Integer)which);
    lua_pushcclosure(L, refuse_name, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, libraries[which].name);
    lua_pushcclosure(L, refuse_change, 1);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
}

/* ("x"):rep(3) goes to our string table; Lua's own also turned texts into numbers silently. */
static void lock_texts(lua_State *L, int strings) {
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, strings);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static void add_library(lua_State *L, int into, size_t which) {
    lua_newtable(L);
    int chosen = lua_gettop(L);
    lua_pushcfunction(L, libraries[which].open);
    lua_call(L, 0, 1);
    choose(L, chosen, libraries[which].functions);
    if (libraries[which].functions == string_functions) lock_texts(L, chosen);
    shield(L, which);
    lua_setfield(L, into, libraries[which].name);
    lua_settop(L, into);
}

void library_install(lua_State *L) {
    lua_newtable(L);
    int into = lua_gettop(L);
    lua_pushcfunction(L, luaopen_base);
    lua_call(L, 0, 1);
    choose(L, into, globals);
    for (size_t i = 0; i < LIBRARIES; i++)
        add_library(L, into, i);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &registry_key);
    lua_newtable(L); /* luaopen_base left everything in the state's own globals, and Lua's loader
                      * reads their slot without a look whether it is there: it stays, empty */
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

static void copy_field(lua_State *L, int from, int into, const char *name) {
    lua_getfield(L, from, name);
    lua_setfield(L, into, name);
}

void library_push(lua_State *L) {
    lua_newtable(L);
    int into = lua_gettop(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &registry_key);
    for (const library_function *f = globals; f->name; f++)
        copy_field(L, into + 1, into, f->name);
    for (size_t i = 0; i < LIBRARIES; i++)
        copy_field(L, into + 1, into, libraries[i].name);
    lua_settop(L, into);
}

bool library_has(const char *name) {
    for (const library_function *f = globals; f->name; f++)
        if (strcmp(f->name, name) == 0) return true;
    for (size_t i = 0; i < LIBRARIES; i++)
        if (strcmp(libraries[i].name, name) == 0) return true;
    return false;
}
