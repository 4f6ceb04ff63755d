/* calls.c - indexing and calling values: references, words, methods, declarations. */
#include "lang/calls.h"

#include "lang/arguments.h"
#include "lang/details.h"

#include <string.h>

enum { LONGEST_REFERENCE = 200, ARGUMENTS = 250 };

static int wrong(lua_State *L, place at, const char *hint, const char *format, const char *name)
    __attribute__((format(printf, 4, 0)));

/* Reports (format takes the name once) and leaves poison. */
static int wrong(lua_State *L, place at, const char *hint, const char *format,
                 const char *name) {
    reading *r = sandbox_context(L);
    const char *message = arena_print(r->memory, format, name);
    if (!message) return luaL_error(L, "memory ran out");
    problem_add(r->problems, at, hint, "%s", message);
    declare_check_problems(L);
    return value_push_poison(L, at);
}

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
    if (!v->noun->available) {
        return wrong(L, at, NULL, "'%s' is not available in this version", noun);
    }
    if (strcmp(noun, "source") == 0) {
        return wrong(L, at, "a source is a word of its own: deal.amount",
                     "'%s' is not a prefix", noun);
    }
    if (strcmp(noun, "program") == 0 || strcmp(noun, "level") == 0) {
        return wrong(L, at, NULL, "nothing can refer to a %s", noun);
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

/* x.member, to be called as x:member(..) or a reference through a column. */
static int index_term(lua_State *L, const value *v, const char *member) {
    const term *t = v->term;
    term *further = NULL;
    if (t->kind == TERM_REFERENCE && !t->further && !word_find(member)) {
        further = declare_term(L, TERM_REFERENCE,
                               reference_place(L, t->at, t->name, t->member, member));
        further->name = t->name;
        further->member = t->member;
        further->further = declare_text(L, member, strlen(member));
    }
    value *m = value_push(L, VALUE_MEMBER);
    m->name = declare_text(L, member, strlen(member));
    m->term = further;
    m->at = t->at;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    return 1;
}

static int value_index(lua_State *L) {
    value *v = value_at(L, 1);
    if (!v) return luaL_error(L, "this is not a rule's value");
    if (v->role == VALUE_POISON) return lua_pushvalue(L, 1), 1;
    if (lua_type(L, 2) != LUA_TSTRING) {
        return wrong(L, declare_line(L), NULL, "%s", "only names can stand after a dot");
    }
    const char *member = lua_tostring(L, 2);
    switch (v->role) {
    case VALUE_NOUN:
        return index_noun(L, v, member);
    case VALUE_MENTION:
        return index_mention(L, v, member);
    case VALUE_TERM:
        return index_term(L, v, member);
    case VALUE_WORD:
        if (v->term) return index_term(L, v, member);
        return wrong(L, v->at, v->word->form, "'%s' is called, with its values in brackets",
                     v->name);
    default:
        return wrong(L, v->at, NULL, "'.%.80s' has nothing to stand on", member);
    }
}

static const place_table *written_table(const place_call *call, int argument) {
    if (!call || (size_t)argument >= call->table_count) return NULL;
    return call->tables[argument];
}

static place line_or(lua_State *L, const place_call *call) {
    return call ? call->at : declare_line(L);
}

static int include_file(lua_State *L, place at, int index) {
    reading *r = sandbox_context(L);
    if (lua_type(L, index) != LUA_TSTRING) {
        return wrong(L, at, "include \"tiers.lua\"", "%s", "include takes the name of a file");
    }
    const term *name = declare_convert(L, index, NULL, at);
    if (term_is_poison(name)) return 0;
    inclusion *file = arena_allocate(r->memory, sizeof *file);
    if (!file) return luaL_error(L, "memory ran out");
    place name_at = argument_place(at, 0);
    *file = (inclusion){.name = name->name, .at = name_at.line ? name_at : at};
    *r->inclusions_end = file;
    r->inclusions_end = &file->next;
    return 0;
}

static bool count_is_right(lua_State *L, const language_word *word, const char *name, int given,
                           place at) {
    reading *r = sandbox_context(L);
    if (given >= word->least && (word->most < 0 || given <= word->most)) return true;
    const char *form = arena_print(r->memory, "write %s", word->form);
    char takes[40];
    if (word->most < 0)
        snprintf(takes, sizeof takes, "%d or more values", word->least);
    else if (word->most == 0)
        snprintf(takes, sizeof takes, "no values");
    else if (word->least == word->most)
        snprintf(takes, sizeof takes, "%d value%s", word->least, word->least == 1 ? "" : "s");
    else
        snprintf(takes, sizeof takes, "%d to %d values", word->least, word->most);
    problem_add(r->problems, at, form, "'%s' takes %s, not %d", name, takes, given);
    declare_check_problems(L);
    return false;
}

/* The term of a call whose arguments stand from `first` on; a receiver is the first entry. */
static int push_call(lua_State *L, const language_word *word, const char *name, int first,
                     const place_call *written, const term *receiver) {
    reading *r = sandbox_context(L);
    int given = lua_gettop(L) - first + 1, extra = receiver ? 1 : 0;
    place at = line_or(L, written);
    if (given > ARGUMENTS) return wrong(L, at, NULL, "'%s' has too many values", name);
    if (!count_is_right(L, word, name, given, at)) return value_push_poison(L, at);
    entry *entries = arena_array(r->memory, (size_t)(given + extra), sizeof *entries);
    if (!entries) return luaL_error(L, "memory ran out");
    if (receiver) entries[0] = (entry){.key_at = receiver->at, .value = receiver};
    for (int i = 0; i < given; i++) {
        if (lua_isnil(L, first + i)) {
            problem_add(r->problems, at, word->form, "value %d of '%s' is missing (nil)", i + 1,
                        name);
            declare_check_problems(L);
            return value_push_poison(L, at);
        }
        place argument_at = argument_place(at, i);
        const term *t = declare_convert(L, first + i, written_table(written, i),
                                        argument_at.line ? argument_at : at);
        entries[i + extra] = (entry){.key_at = t->at, .value = t};
    }
    term *t = declare_term(L, TERM_CALL, at);
    t->name = name;
    t->method = receiver != NULL;
    const term *whole = declare_entries(L, t, entries, (size_t)(given + extra));
    if (!term_is_poison(whole) && !details_check_call(r->problems, whole))
        return value_push_poison(L, at);
    return value_push_term(L, whole);
}

static int call_word(lua_State *L, const value *v) {
    reading *r = sandbox_context(L);
    const place_call *written = places_take(r->places, declare_line(L).line, v->name);
    place at = line_or(L, written);
    if (!v->word->available) {
        return wrong(L, at, NULL, "'%s' is not available in this version", v->name);
    }
    if (strcmp(v->word->name, "include") == 0) return include_file(L, at, 2);
    if (!v->word->callable && !v->word->method) {
        return wrong(L, at, "write it without brackets", "'%s' takes no values", v->name);
    }
    if (!v->word->callable && v->term && lua_gettop(L) == 1) return value_push_term(L, v->term);
    return push_call(L, v->word, v->name, 2, written, NULL);
}

/* Aggregates that fold groups when they follow a colon. */
static bool folds_groups(const char *name) {
    static const char *const folds[] = {"highest", "lowest", "sum", "average", "count"};
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
        if (strcmp(folds[i], name) == 0) return true;
    }
    return false;
}

static int call_unknown_method(lua_State *L, const char *name, place at) {
    reading *r = sandbox_context(L);
    nearest guess = nearest_to(name);
    for (const language_word *word = language_words; word->name; word++) {
        if (word->method && word->available) nearest_offer(&guess, word->name);
    }
    const char *hint =
        declare_guess(r->memory, &guess, "a condition is written x:at_least(5), x:is \"text\"");
    return wrong(L, at, hint, "unknown word '%.80s' after a colon", name);
}

static int call_member(lua_State *L, const value *v) {
    reading *r = sandbox_context(L);
    const place_call *written = places_take(r->places, declare_line(L).line, v->name);
    place at = line_or(L, written);
    const language_word *word = word_find(v->name);
    if (!word || (!word->method && !folds_groups(v->name))) {
        return call_unknown_method(L, v->name, at);
    }
    if (!word->method || !word->available) {
        return wrong(L, at, NULL, "':%s' is not available in this version", v->name);
    }
    lua_getiuservalue(L, 1, 1);
    int same = lua_gettop(L) > 2 && lua_rawequal(L, -1, 2);
    const value *receiver = value_at(L, -1);
    lua_pop(L, 1);
    if (!same) {
        return wrong(L, written ? at : v->at, "write x:word(..) with a colon",
                     "'%s' needs a colon before it", word->name);
    }
    return push_call(L, word, word->name, 3, written, receiver->term);
}

static void keep_declaration(lua_State *L, const term *t) {
    reading *r = sandbox_context(L);
    declarations *found = r->found;
    found->items =
        arena_grow(r->memory, found->items, found->count, &r->room, sizeof *found->items);
    if (!found->items) luaL_error(L, "memory ran out");
    found->items[found->count++] = t;
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

static int finish_declaration(lua_State *L, opening *o, int index) {
    arena *memory = ((reading *)sandbox_context(L))->memory;
    place at = o->at;
    if (o->declared) {
        return wrong(L, declare_line(L), "a comma may be missing", "%s already has its table",
                     o->noun->name);
    }
    term *t = declare_term(L, TERM_DECLARATION, at);
    o->declared = t;
    t->name = o->noun->name;
    t->member = o->name;
    if (lua_gettop(L) != index || !lua_istable(L, index)) {
        const char *hint = arena_print(memory, "write %s \"name\" { field = value }", t->name);
        return wrong(L, at, hint, "%s needs a table of fields", t->name);
    }
    const term *table = declare_convert(L, index, written_table(o->call, o->name ? 1 : 0), at);
    if (term_is_poison(table)) return value_push_poison(L, at);
    return push_declared(L, o, declare_entries(L, t, table->entries, table->count));
}

static opening *add_opening(lua_State *L, const noun_word *noun, const place_call *call) {
    reading *r = sandbox_context(L);
    opening *o = arena_allocate(r->memory, sizeof *o);
    if (!o) luaL_error(L, "memory ran out");
    *o = (opening){.noun = noun, .call = call, .at = line_or(L, call)};
    *r->openings_end = o;
    r->openings_end = &o->next;
    return o;
}

static int open_declaration(lua_State *L, const value *v) {
    reading *r = sandbox_context(L);
    const place_call *call = places_take(r->places, declare_line(L).line, v->noun->name);
    place at = line_or(L, call);
    if (!v->noun->available) {
        return wrong(L, at, NULL, "'%s' is not available in this version", v->noun->name);
    }
    if (lua_gettop(L) != 2 || lua_type(L, 2) != LUA_TSTRING) {
        const char *hint =
            arena_print(r->memory, "write %s \"name\" { field = value }", v->noun->name);
        return wrong(L, at, hint, "%s needs a name in quotes, then its table", v->noun->name);
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

static int call_expression(lua_State *L, const value *v) {
    const term *t = v->term;
    const char *what = t->kind == TERM_DECLARATION || t->kind == TERM_REFERENCE ? t->member
                       : t->name                                                ? t->name
                                                                                : "this";
    return wrong(L, t->at.line == declare_line(L).line ? t->at : declare_line(L),
                 "a comma may be missing after it", "'%.80s' is not a word that can be called",
                 what);
}

static int value_call(lua_State *L) {
    value *v = value_at(L, 1);
    if (!v) return luaL_error(L, "this is not a rule's value");
    switch (v->role) {
    case VALUE_WORD:
        return call_word(L, v);
    case VALUE_NOUN:
        return open_declaration(L, v);
    case VALUE_OPENING:
        return finish_declaration(L, v->opening, 2);
    case VALUE_MEMBER:
        return call_member(L, v);
    case VALUE_MENTION:
        v->mention->called = true;
        return value_push_poison(L, v->at);
    case VALUE_TERM:
        return call_expression(L, v);
    default: {
        reading *r = sandbox_context(L);
        r->problems->repeats++; /* so that `for x in nonsense` ends */
        declare_check_problems(L);
        lua_pushvalue(L, 1);
        return 1;
    }
    }
}

static const luaL_Reg behaviour[] = {
    {"__index", value_index},
    {"__call", value_call},
    {NULL, NULL},
};

void calls_register(lua_State *L) {
    value_register(L, behaviour);
    value_register(L, operator_behaviour);
}
