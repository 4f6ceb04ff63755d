/* openings.c - noun "name" { .. }: begun by its name, finished by its table. */
#include "lang/calls.h"

#include <string.h>

static void keep_declaration(lua_State *L, const term *t) {
    reading *r = sandbox_context(L);
    declarations *found = r->found;
    found->items =
        arena_grow(r->memory, found->items, found->count, &r->room, sizeof *found->items);
    if (!found->items) luaL_error(L, "memory ran out");
    found->items[found->count++] = t;
    r->declared += (size_t)t->size;
    if (r->declared > READING_DECLARED) luaL_error(L, "these rules are too large");
}

/* What a finished declaration is to the rule that made it: a level stands in its ladder, the
 * others can be referred to. */
static int push_declared(lua_State *L, const opening *o, const term *t) {
    if (strcmp(o->noun->name, "level") == 0) return value_push_term(L, t);
    keep_declaration(L, t);
    if (strcmp(o->noun->name, "program") == 0 || !o->name) return 0;
    if (strcmp(o->noun->name, "source") == 0) {
        term *word = declare_term(L, TERM_WORD, t->at);
        word->name = o->name;
        return value_push_term(L, word);
    }
    term *reference = declare_term(L, TERM_REFERENCE, t->at);
    reference->name = o->noun->name;
    reference->member = o->name;
    return value_push_term(L, reference);
}

int opening_finish(lua_State *L, opening *o, int index) {
    arena *memory = ((reading *)sandbox_context(L))->memory;
    place at = o->at;
    if (o->declared) {
        return value_refuse(L, declare_line(L), "a comma may be missing",
                            "%s already has its table", o->noun->name);
    }
    term *t = declare_term(L, TERM_DECLARATION, at);
    o->declared = t;
    t->name = o->noun->name;
    t->member = o->name;
    if (lua_gettop(L) != index || !lua_istable(L, index)) {
        const char *hint = arena_print(memory, "write %s%s { field = value }", t->name,
                                       o->noun->named ? " \"name\"" : "");
        return value_refuse(L, at, hint, "%s needs a table of fields", t->name);
    }
    const term *table = declare_convert(L, index, call_table(o->call, o->name ? 1 : 0), at);
    if (term_is_poison(table)) return value_push_poison(L, at);
    return push_declared(L, o, declare_entries(L, t, table->entries, table->count));
}

static opening *add_opening(lua_State *L, const noun_word *noun, const place_call *call) {
    reading *r = sandbox_context(L);
    opening *o = arena_allocate(r->memory, sizeof *o);
    if (!o) luaL_error(L, "memory ran out");
    *o = (opening){.noun = noun, .call = call, .at = call_place(L, call)};
    *r->openings_end = o;
    r->openings_end = &o->next;
    return o;
}

int opening_begin(lua_State *L, const value *v) {
    reading *r = sandbox_context(L);
    const place_call *call = places_take(r->places, declare_line(L).line, v->noun->name);
    place at = call_place(L, call);
    if (!v->noun->named) return opening_finish(L, add_opening(L, v->noun, call), 2);
    if (lua_gettop(L) != 2 || lua_type(L, 2) != LUA_TSTRING) {
        const char *hint =
            arena_print(r->memory, "write %s \"name\" { field = value }", v->noun->name);
        r->program_refused |= strcmp(v->noun->name, "program") == 0;
        return value_refuse(L, at, hint, "%s needs a name in quotes, then its table",
                            v->noun->name);
    }
    const term *name = declare_convert(L, 2, NULL, at);
    if (term_is_poison(name)) return value_push_poison(L, at);
    opening *o = add_opening(L, v->noun, call);
    o->name = name->name;
    value *opened = value_push(L, VALUE_OPENING);
    opened->opening = o;
    opened->at = at;
    return 1;
}
