/* declare.c - the environment of rules, and the terms they build.
 *
 * The environment table stays empty, so that every name that is not local arrives at
 * environment_index and every assignment to a global at environment_write. */
#include "lang/declare.h"

#include "lang/calls.h"
#include "lang/value.h"

#include <string.h>

term *declare_term(lua_State *L, term_kind kind, place at) {
    reading *r = sandbox_context(L);
    if (r->term_count++ >= READING_TERMS)
        luaL_error(L, "these rules are too large: more than %d values", READING_TERMS);
    term *t = arena_allocate(r->memory, sizeof *t);
    if (!t) luaL_error(L, "memory ran out");
    t->kind = kind;
    t->at = at;
    t->size = 1;
    return t;
}

char *declare_text(lua_State *L, const char *bytes, size_t length) {
    reading *r = sandbox_context(L);
    r->text_bytes += length;
    if (r->text_bytes > READING_TEXT)
        luaL_error(L, "these rules are too large: more than 16 MiB of text");
    char *copy = arena_copy(r->memory, bytes, length);
    if (!copy) luaL_error(L, "memory ran out");
    return copy;
}

/* Poison is a bare word without a name. */
const term *declare_poison(lua_State *L, place at) {
    term *t = declare_term(L, TERM_WORD, at);
    t->name = "";
    return t;
}

static const term *too_much(lua_State *L, const term *t, const char *message) {
    reading *r = sandbox_context(L);
    problem_add(r->problems, t->at,
                "give parts of it a name of their own: a metric or a setting", "%s", message);
    declare_check_problems(L);
    return declare_poison(L, t->at);
}

const term *declare_entries(lua_State *L, term *t, entry *entries, size_t count) {
    t->entries = entries;
    t->count = count;
    for (size_t i = 0; i < count; i++) {
        const term *item = entries[i].value;
        if (item->depth >= t->depth) t->depth = item->depth + 1;
        t->size += item->size;
        if (t->size > TERM_SIZE) return too_much(L, t, "this expression is too large");
    }
    if (t->depth > TERM_DEPTH) return too_much(L, t, "this expression is nested too deeply");
    return t;
}

place declare_line(lua_State *L) {
    reading *r = sandbox_context(L);
    return (place){.file = r->file, .line = sandbox_line(L, NULL), .width = 1};
}

void declare_check_problems(lua_State *L) {
    reading *r = sandbox_context(L);
    if (r->memory->failed) luaL_error(L, "memory ran out");
    if (r->problems->found + r->problems->repeats - r->reported > READING_PROBLEMS) {
        luaL_error(L, "more than %d problems: the rest of this file was not read",
                   READING_PROBLEMS);
    }
}

const char *declare_guess(arena *memory, const nearest *guess, const char *otherwise) {
    return guess->best ? arena_print(memory, "did you mean '%s'?", guess->best) : otherwise;
}

/* Where a name stands that is not called. */
static place name_place(lua_State *L, const char *name) {
    reading *r = sandbox_context(L);
    place at = declare_line(L);
    const place_call *call = places_take(r->places, at.line, name);
    if (call) return call->at;
    place found = places_find(r->places, at.line, name);
    return found.column ? found : at;
}

static mention *keep_mention(lua_State *L, const char *name, place at) {
    reading *r = sandbox_context(L);
    mention *m = arena_allocate(r->memory, sizeof *m);
    if (!m) luaL_error(L, "memory ran out");
    *m = (mention){.name = name, .at = at, .text = r->places};
    *r->mentions_end = m;
    r->mentions_end = &m->next;
    return m;
}

static int push_mention(lua_State *L, const char *name, size_t length) {
    term *t = declare_term(L, TERM_WORD, name_place(L, name));
    t->name = declare_text(L, name, length);
    mention *m = keep_mention(L, t->name, t->at);
    value *v = value_push(L, VALUE_MENTION);
    v->term = t;
    v->at = t->at;
    v->mention = m;
    return 1;
}

static int push_word(lua_State *L, const char *name, const language_word *word) {
    term *t = NULL;
    if (word->bare) {
        t = declare_term(L, TERM_WORD, name_place(L, name));
        t->name = word->name;
    }
    value *v = value_push(L, VALUE_WORD);
    v->word = word;
    v->name = word_is_currency(name) && strcmp(word->name, "usd") == 0
                  ? declare_text(L, name, 3)
                  : word->name;
    v->term = t;
    v->at = t ? t->at : declare_line(L);
    return 1;
}

static int push_missing(lua_State *L, const char *name, const char *why) {
    reading *r = sandbox_context(L);
    place at = name_place(L, name);
    problem_add(r->problems, at, NULL, "'%s' is not available: %s", name, why);
    declare_check_problems(L);
    return value_push_poison(L, at);
}

/* environment[name], for every name that is not local. Upvalue 1: the library. */
static int environment_index(lua_State *L) {
    if (lua_type(L, 2) != LUA_TSTRING) return 0;
    size_t length;
    const char *name = lua_tolstring(L, 2, &length);
    lua_pushvalue(L, 2);
    if (lua_gettable(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    const noun_word *noun = noun_find(name);
    if (noun) {
        value *v = value_push(L, VALUE_NOUN);
        v->noun = noun;
        return 1;
    }
    const language_word *word = word_find(name);
    if (word) return push_word(L, name, word);
    const char *why = sandbox_why_missing(name);
    if (why) return push_missing(L, name, why);
    return push_mention(L, name, length);
}

static int environment_write(lua_State *L) {
    reading *r = sandbox_context(L);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    place at = declare_line(L), found = places_find(r->places, at.line, name);
    bool ours = noun_find(name) || word_find(name) || sandbox_is_library_name(name);
    bool function = lua_isfunction(L, 3);
    const char *hint = arena_print(r->memory,
                                   ours       ? "choose another name: local my_%.80s = .."
                                   : function ? "write local function %.80s(..)"
                                              : "write local %.80s = ..",
                                   name);
    problem_add(r->problems, found.column ? found : at, hint,
                ours ? "'%.80s' is a word of the language and cannot be changed"
                     : "'%.80s' would be a global, and globals may not be written",
                name);
    declare_check_problems(L);
    keep_mention(L, declare_text(L, name, strlen(name)), found)->written = true;
    return 0;
}

/* Where the functions are kept in Lua's registry. */
static const char functions_key = 0;

void declare_push_functions(lua_State *L) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &functions_key) == LUA_TTABLE) return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &functions_key);
}

void declare_keep_function(lua_State *L, int handle) {
    declare_push_functions(L);
    lua_insert(L, -2);
    lua_rawseti(L, -2, (lua_Integer)handle + 1);
    lua_pop(L, 1);
}

void declare_push_environment(lua_State *L) {
    calls_register(L);
    lua_newtable(L);
    lua_newtable(L);
    sandbox_push_environment(L);
    lua_pushcclosure(L, environment_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, environment_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, DECLARE_ENVIRONMENT);
    lua_setmetatable(L, -2);
}
