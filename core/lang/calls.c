/* calls.c - calling values: words, methods, and what cannot be called. */
#include "lang/calls.h"

#include "lang/details.h"
#include "syntax/arguments.h"
#include "syntax/foreign_words.h"

#include <stdio.h>
#include <string.h>

enum { ARGUMENTS = 250 };

const place_table *call_table(const place_call *call, int argument) {
    if (!call || (size_t)argument >= call->table_count) return NULL;
    return call->tables[argument];
}

place call_place(lua_State *L, const place_call *call) {
    return call ? call->at : declare_line(L);
}

static int include_file(lua_State *L, place at, int index) {
    reading *r = sandbox_context(L);
    if (lua_type(L, index) != LUA_TSTRING) {
        return value_refuse(L, at, "include \"tiers.lua\"", "%s",
                            "include takes the name of a file");
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
    const char *form = arena_print(r->memory, "write %s, as in %s", word->form, word->example);
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
    place at = call_place(L, written);
    if (given > ARGUMENTS) return value_refuse(L, at, NULL, "'%s' has too many values", name);
    if (!count_is_right(L, word, name, given, at)) return value_push_poison(L, at);
    entry *entries = arena_array(r->memory, (size_t)(given + extra), sizeof *entries);
    if (!entries) return luaL_error(L, "memory ran out");
    if (receiver) entries[0] = (entry){.key_at = receiver->at, .value = receiver};
    for (int i = 0; i < given; i++) {
        if (lua_isnil(L, first + i)) {
            problem_add(r->problems, at, arena_print(r->memory, "write %s", word->form),
                        "value %d of '%s' is missing (nil)", i + 1, name);
            declare_check_problems(L);
            return value_push_poison(L, at);
        }
        place argument_at = argument_place(at, i);
        const term *t = declare_convert(L, first + i, call_table(written, i),
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
    place at = call_place(L, written);
    if (strcmp(v->word->name, "include") == 0) return include_file(L, at, 2);
    if (!v->word->callable && !v->word->method) {
        return value_refuse(L, at, "write it without brackets", "'%s' takes no values",
                            v->name);
    }
    if (!v->word->callable && v->term && lua_gettop(L) == 1) return value_push_term(L, v->term);
    return push_call(L, v->word, v->name, 2, written, NULL);
}

/* The word as it follows x:per(..): alone, or with the condition that groups must meet. */
static language_word fold_of_groups(const language_word *word) {
    language_word fold = *word;
    fold.least = 0;
    fold.most = 1;
    fold.form = "x:per(column):lowest() or x:per(column):sum(at_least(5000))";
    fold.example = "sum(deal.amount):per(\"quarter\", 4):lowest()";
    return fold;
}

static int call_unknown_method(lua_State *L, const char *name, place at, bool of_groups) {
    reading *r = sandbox_context(L);
    nearest guess = nearest_to(name);
    for (const language_word *word = language_words; word->name; word++) {
        if (word->method) nearest_offer(&guess, word->name);
    }
    const char *hint = of_groups ? foreign_fold_hint(name) : foreign_word_hint(name, true);
    if (!hint)
        hint = declare_guess(r->memory, &guess,
                             "a condition is written x:at_least(5), x:is \"text\"");
    return value_refuse(L, at, hint, "unknown word '%.80s' after a colon", name);
}

static int call_member(lua_State *L, const value *v) {
    reading *r = sandbox_context(L);
    const place_call *written = places_take(r->places, declare_line(L).line, v->name);
    place at = call_place(L, written);
    const language_word *word = word_find(v->name);
    bool folds = word_folds_groups(v->name);
    lua_getiuservalue(L, 1, 1);
    int same = lua_gettop(L) > 2 && lua_rawequal(L, -1, 2);
    const value *receiver = value_at(L, -1);
    lua_pop(L, 1);
    if (!word || (!word->method && !folds)) {
        bool of_groups = receiver && receiver->term && term_is_call(receiver->term, "per");
        return call_unknown_method(L, v->name, at, of_groups);
    }
    if (!same) {
        return value_refuse(L, written ? at : v->at, "write x:word(..) with a colon",
                            "'%s' needs a colon before it", word->name);
    }
    language_word fold = fold_of_groups(word);
    return push_call(L, folds ? &fold : word, word->name, 3, written, receiver->term);
}

/* deal:is "x", where a column lacks before the colon. */
static bool lacks_column(const term *t) {
    const language_word *word = t->kind == TERM_REFERENCE ? word_find(t->member) : NULL;
    return word && word->method && !noun_find(t->name);
}

static int call_expression(lua_State *L, const value *v) {
    const term *t = v->term;
    const char *hint = "a comma may be missing after it";
    if (lacks_column(t)) hint = "a condition follows a column: deal.market:is \"growth\"";
    const char *what = t->kind == TERM_DECLARATION || t->kind == TERM_REFERENCE ? t->member
                       : t->name                                                ? t->name
                                                                                : "this";
    return value_refuse(L, t->at.line == declare_line(L).line ? t->at : declare_line(L), hint,
                        "'%.80s' is not a word that can be called", what);
}

/* Counted as a problem each time, so that `for x in deal` ends. */
static int call_mention(lua_State *L, const value *v) {
    reading *r = sandbox_context(L);
    if (v->mention->called) r->problems->repeats++;
    v->mention->called = true;
    declare_check_problems(L);
    return value_push_poison(L, v->at);
}

static int value_call(lua_State *L) {
    value *v = value_at(L, 1);
    if (!v) return luaL_error(L, "this is not a rule's value");
    switch (v->role) {
    case VALUE_WORD:
        return call_word(L, v);
    case VALUE_NOUN:
        return opening_begin(L, v);
    case VALUE_OPENING:
        return opening_finish(L, v->opening, 2);
    case VALUE_MEMBER:
        return call_member(L, v);
    case VALUE_MENTION:
        return call_mention(L, v);
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
    {"__index", index_value},
    {"__call", value_call},
    {NULL, NULL},
};

void calls_register(lua_State *L) {
    value_register(L, behaviour);
    value_register(L, operator_behaviour);
}
