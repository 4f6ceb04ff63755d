/* index.c - what stands after a dot: metric.bookings, deal.amount, and x.word before it is
 * called as x:word(..). */
#include "lang/calls.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_REFERENCE = 200 };

static place reference_place(lua_State *L, place before, const char *name, const char *member,
                             const char *further) {
    reading *r = sandbox_context(L);
    char whole[LONGEST_REFERENCE];
    int length =
        snprintf(whole, sizeof whole, further ? "%s.%s.%s" : "%s.%s", name, member, further);
    if (length < 0 || (size_t)length >= sizeof whole) return before;
    const place_call *call = places_take(r->places, declare_line(L).line, whole);
    if (call) return call->at;
    return before.line ? before : declare_line(L);
}

static int push_reference(lua_State *L, place before, const char *name, const char *member) {
    size_t length = strlen(member);
    term *t = declare_term(L, TERM_REFERENCE, reference_place(L, before, name, member, NULL));
    t->name = name;
    t->member = declare_text(L, member, length);
    return value_push_term(L, t);
}

static int index_noun(lua_State *L, const value *v, const char *member) {
    const char *noun = v->noun->name;
    place at = declare_line(L);
    if (strcmp(noun, "source") == 0) {
        return value_refuse(L, at, "a source is a word of its own: deal.amount",
                            "'%s' is not a prefix", noun);
    }
    if (strcmp(noun, "program") == 0 || strcmp(noun, "level") == 0 || !v->noun->named) {
        return value_refuse(L, at, NULL, "nothing can refer to %s",
                            v->noun->named ? strcmp(noun, "level") ? "a program" : "a level"
                                           : noun);
    }
    return push_reference(L, (place){0}, noun, member);
}

static int index_mention(lua_State *L, value *v, const char *member) {
    push_reference(L, v->at, v->mention->name, member);
    const value *reference = value_at(L, -1);
    if (!v->mention->at.column && reference->at.column) {
        v->mention->at = reference->at;
        v->mention->at.width = (int)strlen(v->mention->name);
    }
    return 1;
}

static place word_place(lua_State *L, const value *v) {
    const reading *r = sandbox_context(L);
    place found = places_find(r->places, declare_line(L).line, v->name);
    return v->at.column || !found.column ? v->at : found;
}

/* x.member, to be called as x:member(..) or a reference through a column. */
static int index_term(lua_State *L, const value *v, const char *member) {
    const term *t = v->term;
    term *further = NULL;
    const language_word *word = word_find(member);
    bool through = !t->further || !noun_find(t->name); /* a column may lead on and on */
    if (t->kind == TERM_REFERENCE && through && !(word && word->method)) {
        const char *step = declare_text(L, member, strlen(member));
        if (t->further)
            step = arena_print(((reading *)sandbox_context(L))->memory, "%s.%s", t->further,
                               member);
        further = declare_term(L, TERM_REFERENCE,
                               reference_place(L, t->at, t->name, t->member, step));
        further->name = t->name;
        further->member = t->member;
        further->further = step;
        if (!step) return luaL_error(L, "memory ran out");
    }
    value *m = value_push(L, VALUE_MEMBER);
    m->name = declare_text(L, member, strlen(member));
    m->term = further;
    m->at = t->at;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    return 1;
}

int index_value(lua_State *L) {
    value *v = value_at(L, 1);
    if (!v) return luaL_error(L, "this is not a rule's value");
    if (v->role == VALUE_POISON) return lua_pushvalue(L, 1), 1;
    if (lua_type(L, 2) != LUA_TSTRING) {
        return value_refuse(L, declare_line(L), NULL, "%s", "only names can stand after a dot");
    }
    const char *member = lua_tostring(L, 2);
    switch (v->role) {
    case VALUE_NOUN:
        return index_noun(L, v, member);
    case VALUE_MENTION:
        return index_mention(L, v, member);
    case VALUE_TERM:
        return index_term(L, v, member);
    case VALUE_MEMBER:
        if (v->term) return index_term(L, v, member);
        return value_refuse(L, v->at, NULL, "'.%.80s' has nothing to stand on", member);
    case VALUE_WORD:
        if (v->term) return index_term(L, v, member);
        return value_refuse(L, word_place(L, v), v->word->form,
                            "'%s' is called, with its values in brackets", v->name);
    default:
        return value_refuse(L, v->at, NULL, "'.%.80s' has nothing to stand on", member);
    }
}
