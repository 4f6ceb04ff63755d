/* frozen.c - freezes the surroundings of functions, from a list of what is still to be looked
 * at: nothing recurses. */
#include "lang/frozen.h"

#include "base/map.h"
#include "lang/decimal.h"
#include "lang/sandbox.h"
#include "lang/value.h"

#include <string.h>

/* In the metatable of a front: the table behind it is its __index. */
static const char *const FRONT = "front";

enum { FREEZE_STEPS = 8 }; /* what each value looked at counts as, in instructions */

typedef struct freezing {
    lua_State *L;
    int words;  /* the index of the words' table */
    int fronts; /* of the fronts, by table; a function is its own */
    int queue;  /* of the list of tables and functions still to be looked at, each with its name
                 */
    lua_Integer queued;
} freezing;

/* --- fronts ----------------------------------------------------------------------------------
 */

static bool has_mark(lua_State *L, int index, const char *mark) {
    if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
    lua_pushstring(L, mark);
    bool marked = lua_rawget(L, -2) != LUA_TNIL;
    lua_pop(L, 2);
    return marked;
}

bool frozen_open(lua_State *L, int index) {
    index = lua_absindex(L, index);
    if (!has_mark(L, index, FRONT)) return false;
    luaL_getmetafield(L, index, "__index");
    lua_replace(L, index);
    return true;
}

void frozen_refuse(lua_State *L, int index) {
    if (!has_mark(L, index, FRONT)) return;
    luaL_getmetafield(L, index, "__newindex");
    lua_call(L, 0, 0);
}

static int refuse_write(lua_State *L) {
    return luaL_error(L, "'%s' stands outside of the function and cannot be changed by it",
                      lua_tostring(L, lua_upvalueindex(1)));
}

static int front_length(lua_State *L) {
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, lua_upvalueindex(1)));
    return 1;
}

/* Pushes the front of the table at `index`. */
static void push_front(lua_State *L, int index, const char *name) {
    lua_newtable(L);
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, index);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, name);
    lua_pushcclosure(L, refuse_write, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, index);
    lua_pushcclosure(L, front_length, 1);
    lua_setfield(L, -2, "__len");
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, FRONT);
    lua_setmetatable(L, -2);
}

/* --- amounts that were declared -------------------------------------------------------------
 */

static bool amount_of(const term *t, number *out);

static bool operation_of(const term *t, number *out) {
    number a, b = 0;
    if (!amount_of(t->entries[0].value, &a)) return false;
    if (t->count == 1) return *out = -a, true;
    if (!amount_of(t->entries[1].value, &b)) return false;
    switch (*t->name) {
    case '+':
        return number_add(out, a, b);
    case '-':
        return number_subtract(out, a, b);
    case '*':
        return number_multiply(out, a, b);
    default:
        return b != 0 && number_divide(out, a, b);
    }
}

static bool call_of(const term *t, number *out) {
    number a, b;
    if (strcmp(t->name, "decimal") == 0 && t->count == 1 &&
        t->entries[0].value->kind == TERM_TEXT) {
        const char *digits = t->entries[0].value->name;
        return number_from_text(out, digits, strlen(digits));
    }
    if (t->method || t->count == 0 || !amount_of(t->entries[0].value, &a)) return false;
    if (strcmp(t->name, "percent") == 0) return number_divide(out, a, 100 * NUMBER_ONE);
    if (t->count == 1 && word_is_currency(t->name)) return *out = a, true;
    if (strcmp(t->name, "fraction") != 0 || t->count != 2) return false;
    return amount_of(t->entries[1].value, &b) && b != 0 && number_divide(out, a, b);
}

/* A term that is the same number whoever asks. */
static bool amount_of(const term *t, number *out) {
    switch (t->kind) {
    case TERM_NUMBER:
        return *out = t->number, true;
    case TERM_CALL:
        return call_of(t, out);
    case TERM_OPERATION:
        return operation_of(t, out);
    default:
        return false;
    }
}

/* --- freezing --------------------------------------------------------------------------------
 */

static void enqueue(freezing *f, int index, const char *name) {
    lua_State *L = f->L;
    lua_pushvalue(L, index);
    lua_rawseti(L, f->queue, ++f->queued);
    lua_pushstring(L, name);
    lua_rawseti(L, f->queue, ++f->queued);
}

/* Names that are not local: the words. */
static void settle_environment(freezing *f, int index) {
    lua_State *L = f->L;
    lua_getmetatable(L, index);
    lua_pushvalue(L, f->words);
    lua_setfield(L, -2, "__index");
    lua_pushnil(L);
    lua_setfield(L, -2, "__newindex");
    luaL_getmetafield(L, f->words, "__newindex");
    lua_setfield(L, -2, "__newindex");
    lua_pop(L, 1);
}

static void freeze_table(freezing *f, int index, const char *name) {
    lua_State *L = f->L;
    if (has_mark(L, index, DECLARE_ENVIRONMENT)) {
        settle_environment(f, index);
        return;
    }
    if (lua_getmetatable(L, index)) { /* a front, or the library's: locked already */
        lua_pop(L, 1);
        return;
    }
    lua_pushvalue(L, index);
    if (lua_rawget(L, f->fronts) == LUA_TNIL) {
        lua_pop(L, 1);
        push_front(L, index, name);
        lua_pushvalue(L, index);
        lua_pushvalue(L, -2);
        lua_rawset(L, f->fronts);
        enqueue(f, index, name);
    }
    lua_replace(L, index);
}

static void freeze_function(freezing *f, int index, const char *name) {
    lua_State *L = f->L;
    if (lua_iscfunction(L, index)) return;
    lua_pushvalue(L, index);
    bool known = lua_rawget(L, f->fronts) != LUA_TNIL;
    lua_pop(L, 1);
    if (known) return;
    lua_pushvalue(L, index);
    lua_pushboolean(L, 1);
    lua_rawset(L, f->fronts);
    enqueue(f, index, name);
}

/* An amount becomes a decimal, a word what it calculates; other expressions stay, and refuse to
 * be used. */
static void freeze_expression(freezing *f, int index) {
    lua_State *L = f->L;
    const value *v = decimal_is(L, index) ? NULL : value_at(L, index);
    number amount;
    if (!v) return;
    if (v->role == VALUE_TERM && amount_of(v->term, &amount)) {
        decimal_push_lasting(L, amount);
        lua_replace(L, index);
    } else if (v->role == VALUE_WORD) {
        lua_pushstring(L, v->name);
        if (lua_rawget(L, f->words) == LUA_TNIL)
            lua_pop(L, 1);
        else
            lua_replace(L, index);
    }
}

/* Puts in the place of the value on top of the stack what functions see of it. */
static void freeze_value(freezing *f, const char *name) {
    int index = lua_gettop(f->L);
    sandbox_spend(f->L, FREEZE_STEPS);
    switch (lua_type(f->L, index)) {
    case LUA_TTABLE:
        freeze_table(f, index, name);
        break;
    case LUA_TFUNCTION:
        freeze_function(f, index, name);
        break;
    case LUA_TUSERDATA:
        freeze_expression(f, index);
        break;
    default:
        break;
    }
}

static void freeze_variables(freezing *f, int function) {
    lua_State *L = f->L;
    const char *name;
    for (int n = 1; (name = lua_getupvalue(L, function, n)) != NULL; n++) {
        freeze_value(f, name);
        lua_setupvalue(L, function, n);
    }
}

static void freeze_entries(freezing *f, int table, const char *name) {
    lua_State *L = f->L;
    for (lua_pushnil(L); lua_next(L, table);) {
        freeze_value(f, name);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, table);
    }
}

void frozen_make(lua_State *L, int functions, int words) {
    freezing f = {.L = L, .words = lua_absindex(L, words)};
    functions = lua_absindex(L, functions);
    luaL_checkstack(L, 20, NULL);
    lua_newtable(L);
    f.fronts = lua_gettop(L);
    lua_newtable(L);
    f.queue = lua_gettop(L);
    for (lua_Integer i = 1; lua_rawgeti(L, functions, i) == LUA_TFUNCTION; i++) {
        freeze_function(&f, lua_gettop(L), "?");
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    for (lua_Integer next = 1; next <= f.queued; next += 2) {
        lua_rawgeti(L, f.queue, next + 1);
        lua_rawgeti(L, f.queue, next);
        const char *name = lua_tostring(L, -2);
        if (lua_type(L, -1) == LUA_TFUNCTION)
            freeze_variables(&f, lua_gettop(L));
        else
            freeze_entries(&f, lua_gettop(L), name);
        lua_pop(L, 2);
    }
    lua_pop(L, 2);
}

/* --- variables that are watched --------------------------------------------------------------
 */

typedef struct listing {
    lua_State *L;
    const map *assigned;
    int list, seen, queue;
    lua_Integer count, queued; /* variables in the list; what is in the queue */
} listing;

/* The table behind a front, or a function of the rules: once each. */
static void visit(listing *l) {
    lua_State *L = l->L;
    int index = lua_gettop(L);
    bool wanted = lua_type(L, index) == LUA_TFUNCTION ? !lua_iscfunction(L, index)
                                                      : frozen_open(L, index);
    lua_pushvalue(L, index);
    if (wanted && lua_rawget(L, l->seen) == LUA_TNIL) {
        lua_pushvalue(L, index);
        lua_rawseti(L, l->queue, ++l->queued);
        lua_pushvalue(L, index);
        lua_pushboolean(L, 1);
        lua_rawset(L, l->seen);
    }
    lua_settop(L, index - 1);
}

static void list_variables(listing *l, int function) {
    lua_State *L = l->L;
    const char *name;
    for (int n = 1; (name = lua_getupvalue(L, function, n)) != NULL; n++) {
        sandbox_spend(L, FREEZE_STEPS);
        if (map_find(l->assigned, text_of(name)) != MAP_ABSENT) {
            lua_Integer at = 3 * l->count++;
            lua_pushvalue(L, function);
            lua_rawseti(L, l->list, at + 1);
            lua_pushinteger(L, n);
            lua_rawseti(L, l->list, at + 2);
            lua_pushvalue(L, -1);
            lua_rawseti(L, l->list, at + 3);
        }
        visit(l);
    }
}

static void look_into(listing *l, int table) {
    lua_State *L = l->L;
    for (lua_pushnil(L); lua_next(L, table);) {
        sandbox_spend(L, FREEZE_STEPS);
        visit(l);
    }
}

int frozen_list(lua_State *L, int index, const struct map *assigned) {
    luaL_checkstack(L, 20, NULL);
    index = lua_absindex(L, index);
    listing l = {.L = L, .assigned = assigned};
    lua_newtable(L);
    l.list = lua_gettop(L);
    lua_newtable(L);
    l.seen = lua_gettop(L);
    lua_newtable(L);
    l.queue = lua_gettop(L);
    lua_pushvalue(L, index);
    visit(&l);
    for (lua_Integer next = 1; next <= l.queued; next++) {
        int type = lua_rawgeti(L, l.queue, next);
        if (type == LUA_TFUNCTION)
            list_variables(&l, lua_gettop(L));
        else
            look_into(&l, lua_gettop(L));
        lua_pop(L, 1);
    }
    lua_settop(L, l.list);
    return (int)l.count;
}

const char *frozen_restore(lua_State *L, int list, int count) {
    const char *changed = NULL;
    for (int i = 0; i < count; i++) {
        lua_rawgeti(L, list, 3 * i + 1);
        lua_rawgeti(L, list, 3 * i + 2);
        int n = (int)lua_tointeger(L, -1);
        const char *name = lua_getupvalue(L, -2, n);
        lua_rawgeti(L, list, 3 * i + 3);
        if (!lua_rawequal(L, -1, -2)) {
            if (!changed) changed = name;
            lua_setupvalue(L, -4, n);
            lua_pop(L, 3);
        } else {
            lua_pop(L, 4);
        }
    }
    return changed;
}
