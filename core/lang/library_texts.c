/* library_texts.c - texts: without addresses, and searched under a budget of steps. */
#include "lang/library_parts.h"
#include "lang/pattern.h"
#include "lang/sandbox.h"

#include <ctype.h>
#include <lauxlib.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { HUGE_STEPS = 1000 }; /* writing a huge number out in digits counts as so many */

/* Without addresses: they differ from run to run. */
int library_plain_tostring(lua_State *L) {
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

int library_string_rep(lua_State *L) {
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
    return library_go_on(L);
}

/* Refuses %p (an address) and values that have no text of their own. */
int library_string_format(lua_State *L) {
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
    return library_charged(L);
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
        pattern_spend(
            m, (long)(((found ? (size_t)(found - s) : places) + length) / BYTES_A_STEP) + 1);
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
    matcher m = pattern_matcher(L, subject, text_length, p, length);
    if (start > text_length) {
        lua_pushnil(L);
        return 1;
    }
    if (find && (lua_toboolean(L, 4) || strcspn(p, "^$*+?.([%-") >= length)) {
        s = find_plain(&m, s, p, length);
        pattern_settle(&m);
        if (s) return push_found(L, &m, s, s + length);
        lua_pushnil(L);
        return 1;
    }
    bool anchored = *p == '^';
    if (anchored) p++;
    do {
        end = pattern_match(&m, s, p);
    } while (!end && s++ < m.text_end && !anchored);
    pattern_settle(&m);
    if (!end) {
        lua_pushnil(L);
        return 1;
    }
    if (!find) return pattern_push_captures(&m, s, end, true);
    return push_found(L, &m, s, end) + pattern_push_captures(&m, s, end, false);
}

int library_string_find(lua_State *L) {
    return search(L, true);
}

int library_string_match(lua_State *L) {
    return search(L, false);
}

/* Upvalues: text, pattern, where to go on (from 0), where the last match ended (-1: none). */
static int next_match(lua_State *L) {
    size_t text_length, length;
    const char *subject = lua_tolstring(L, lua_upvalueindex(1), &text_length);
    const char *p = lua_tolstring(L, lua_upvalueindex(2), &length);
    size_t start = (size_t)lua_tointeger(L, lua_upvalueindex(3));
    lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
    matcher m = pattern_matcher(L, subject, text_length, p, length);
    for (; start <= text_length; start++) {
        const char *end = pattern_match(&m, subject + start, p);
        if (!end || end - subject == last) continue;
        pattern_settle(&m);
        lua_pushinteger(L, end - subject);
        lua_copy(L, -1, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        return pattern_push_captures(&m, subject + start, end, true);
    }
    pattern_settle(&m);
    lua_pushinteger(L, (lua_Integer)text_length + 1);
    lua_replace(L, lua_upvalueindex(3));
    return 0;
}

int library_string_gmatch(lua_State *L) {
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
        pattern_spend(m, 1);
        if (with[i] != '%') {
            luaL_addchar(out, with[i]);
        } else if (with[++i] == '%') {
            luaL_addchar(out, '%');
        } else if (with[i] == '0') {
            luaL_addlstring(out, start, (size_t)(end - start));
        } else if (isdigit((unsigned char)with[i])) {
            pattern_push_capture(m, with[i] - '1', start, end);
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
        lua_call(L, pattern_push_captures(m, start, end, true), 1);
    } else if (type == LUA_TTABLE) {
        pattern_push_capture(m, 0, start, end);
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

int library_string_gsub(lua_State *L) {
    size_t text_length, length;
    const char *s = luaL_checklstring(L, 1, &text_length);
    const char *p = luaL_checklstring(L, 2, &length), *last = NULL;
    int type = lua_type(L, 3);
    luaL_argexpected(L,
                     type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION ||
                         type == LUA_TTABLE,
                     3, "text, function or table");
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)text_length + 1), made = 0;
    matcher m = pattern_matcher(L, s, text_length, p, length);
    bool anchored = *p == '^';
    if (anchored) p++;
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    while (made < most) {
        const char *end = pattern_match(&m, s, p);
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
    pattern_settle(&m);
    return 2;
}
