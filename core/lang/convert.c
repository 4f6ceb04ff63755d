/* convert.c - from Lua values to terms.
 *
 * Tables are read raw, so nothing of the rules runs here. The order of a table's entries is
 * that of the text where the text is known; keys that the text does not show (tables
 * built by code) follow: whole numbers first, then texts by bytes. */
#include "lang/converting.h"
#include "lang/value.h"
#include "syntax/characters.h"

#include <stdlib.h>
#include <string.h>

enum { TABLES_DEEP = 32, LONGEST_TEXT = 64 * 1024 };

typedef struct conversion {
    lua_State *L;
    reading *r;
    const void *open[TABLES_DEEP]; /* the tables around this one */
    int depth;
} conversion;

/* The entries of the table that is being read. */
typedef struct building {
    entry *entries;
    size_t count, room;
    lua_Integer position; /* positional entries so far */
    const char *key;      /* of the entry whose value is being converted, for messages */
} building;

/* A key that the text does not show. */
typedef struct spare_key {
    bool whole;
    lua_Integer number;
    const char *text;  /* also a number's text, if it is not whole */
    lua_Integer index; /* of the key itself, in a Lua list */
} spare_key;

static const term *convert(conversion *c, int index, const place_table *text, place at);

const term *convert_wrong(lua_State *L, place at, const char *hint, const char *message) {
    reading *r = sandbox_context(L);
    if (!at.column && at.line) at = places_line(r->places, at.line);
    problem_add(r->problems, at, hint, "%s", message);
    declare_check_problems(L);
    return declare_poison(L, at);
}

static const term *convert_text(conversion *c, int index, place at) {
    size_t length;
    const char *bytes = lua_tolstring(c->L, index, &length);
    if (length > LONGEST_TEXT)
        return convert_wrong(c->L, at, NULL, "this text is longer than 64 KiB");
    if (memchr(bytes, 0, length))
        return convert_wrong(c->L, at, NULL, "this text holds a NUL byte");
    if (characters_valid(bytes, length) != length) {
        return convert_wrong(c->L, at, "save the file as UTF-8",
                             "this text is not valid UTF-8");
    }
    term *t = declare_term(c->L, TERM_TEXT, at);
    t->name = declare_text(c->L, bytes, length);
    return t;
}

/* How it would be finished. Months and highest are texts, too: trailing(12, "months"),
 * rollup(x, "highest"). */
static const char *hint_unfinished(conversion *c, const value *v) {
    static const char *const words[] = {"days", "weeks", "months", "highest", "sum"};
    if (v->role == VALUE_OPENING)
        return arena_print(c->r->memory, "its table follows the name: %s \"%.60s\" { .. }",
                           v->opening->noun->name, v->opening->name);
    for (size_t i = 0; v->role == VALUE_WORD && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], v->name) == 0)
            return arena_print(c->r->memory,
                               "a unit or a way of folding stands in quotes: \"%s\"", v->name);
    return NULL;
}

static const char *unfinished(conversion *c, const value *v) {
    arena *memory = c->r->memory;
    switch (v->role) {
    case VALUE_WORD:
        return arena_print(memory, "'%s' stands alone; write %s", v->name, v->word->form);
    case VALUE_NOUN:
        return arena_print(memory, "'%s' stands alone; write %s.name", v->noun->name,
                           v->noun->name);
    case VALUE_MEMBER:
        return arena_print(memory, "'%.80s' is not called; write x:%.80s(..)", v->name,
                           v->name);
    default:
        return arena_print(memory, "%s \"%.80s\" has no table yet", v->opening->noun->name,
                           v->opening->name);
    }
}

/* deal.product.family goes through a column of type ref; metric.bookings.usd is nothing. */
static const term *wrong_reach(conversion *c, const term *t) {
    problem_add(c->r->problems, t->at, NULL,
                "'%.60s.%.60s.%.60s': what stands behind the second point has no meaning",
                t->name, t->member, t->further);
    declare_check_problems(c->L);
    return declare_poison(c->L, t->at);
}

static const term *convert_value(conversion *c, int index, place at) {
    const value *v = value_at(c->L, index);
    if (!v) return convert_wrong(c->L, at, NULL, "this value cannot stand in rules");
    bool reaches = v->role == VALUE_MEMBER && v->term && strcmp(v->term->name, "fund") != 0 &&
                   noun_find(v->term->name);
    if (reaches) return wrong_reach(c, v->term); /* fund.mdf.balance is a part of a fund */
    if (v->term) return v->term;
    const char *message = unfinished(c, v);
    return convert_wrong(c->L, at.line ? at : v->at, hint_unfinished(c, v),
                         message ? message : "this is not finished");
}

static void add_entry(conversion *c, building *b, const char *key, place key_at,
                      const term *item) {
    b->entries = arena_grow(c->r->memory, b->entries, b->count, &b->room, sizeof *b->entries);
    if (!b->entries) luaL_error(c->L, "memory ran out");
    b->entries[b->count++] = (entry){.key = key, .key_at = key_at, .value = item};
}

/* Pushes the value that the text's entry has in the table; `seen` collects the keys. */
static int push_written(conversion *c, int table, const place_entry *e, lua_Integer *position) {
    lua_State *L = c->L;
    if (!e->key) {
        lua_pushinteger(L, ++*position);
    } else if (!e->numbered || !lua_stringtonumber(L, e->key)) {
        lua_pushstring(L, e->key);
    }
    lua_pushvalue(L, -1);
    return lua_rawget(L, table); /* leaves key, value */
}

/* Whether this text is what made the table: one that shows keys the table lacks while the table
 * holds others is another one on the same line. */
static bool is_text_of(conversion *c, int table, const place_table *text) {
    lua_State *L = c->L;
    size_t missing = 0, met = 0, held = 0;
    lua_Integer position = 0;
    for (size_t i = 0; i < text->count; i++) {
        if (text->entries[i].computed) continue;
        if (push_written(c, table, &text->entries[i], &position) == LUA_TNIL)
            missing++;
        else
            met++;
        lua_pop(L, 2);
    }
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        held++;
    return !missing || met == held;
}

/* Whether the text at this place is the word itself. */
static bool says(place at, const char *word) {
    text line = place_source_line(at);
    size_t column = (size_t)at.column - 1, length = strlen(word);
    return (size_t)at.width == length && column + length <= line.length &&
           memcmp(line.bytes + column, word, length) == 0;
}

/* Expressions made on the entry's line whose place Lua could not tell begin where the value
 * does; a bare word is the value. */
static void settle_place(const term *t, place at) {
    if (!at.column) return;
    if (t->kind == TERM_WORD && says(at, t->name)) ((term *)t)->at = at;
    while (t && !t->at.column && t->at.line == at.line && t->at.file == at.file) {
        ((term *)t)->at = at;
        t = t->kind == TERM_OPERATION && t->count ? t->entries[0].value : NULL;
    }
}

/* nil where the text shows a value; a call that gave nothing at a list's end is fine. */
static void add_nothing(conversion *c, building *b, const place_entry *e, bool final) {
    static const char hint[] = "write a value, or leave the entry out";
    if (!e->key && final) return;
    if (e->key) {
        problem_add(c->r->problems, e->value_at, hint, "'%.80s' has no value here (nil)",
                    e->key);
    } else {
        problem_add(c->r->problems, e->value_at, hint, "this entry has no value (nil)");
    }
    declare_check_problems(c->L);
    const char *key = e->key ? declare_text(c->L, e->key, strlen(e->key)) : NULL;
    add_entry(c, b, key, e->key ? e->key_at : e->value_at, declare_poison(c->L, e->value_at));
}

static void add_written(conversion *c, building *b, int table, int seen, const place_entry *e,
                        bool final) {
    lua_State *L = c->L;
    if (push_written(c, table, e, &b->position) == LUA_TNIL) {
        lua_pop(L, 2);
        add_nothing(c, b, e, final);
        return;
    }
    const term *item = convert(c, lua_gettop(L), e->table, e->value_at);
    settle_place(item, e->value_at);
    const char *key = e->key ? declare_text(L, e->key, strlen(e->key)) : NULL;
    add_entry(c, b, key, e->key ? e->key_at : e->value_at, item);
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
    lua_rawset(L, seen);
}

static int compare_keys(const void *a, const void *b) {
    const spare_key *x = a, *y = b;
    if (x->whole != y->whole) return x->whole ? -1 : 1;
    if (x->whole) return x->number < y->number ? -1 : x->number > y->number;
    return strcmp(x->text, y->text);
}

/* The key at the top of the stack as one to sort; false when it is none that rules may have. */
static bool read_key(conversion *c, spare_key *key, place at) {
    lua_State *L = c->L;
    if (lua_isinteger(L, -1)) {
        *key = (spare_key){.whole = true, .number = lua_tointeger(L, -1)};
        return true;
    }
    number exact;
    if (lua_type(L, -1) == LUA_TNUMBER && number_from_double(&exact, lua_tonumber(L, -1))) {
        char digits[NUMBER_TEXT];
        size_t length = number_print(digits, exact, 0);
        *key = (spare_key){.text = declare_text(L, digits, length)};
        return true;
    }
    if (lua_isboolean(L, -1)) { /* by(partner.certified, { [true] = 2, [false] = 1 }) */
        *key = (spare_key){.text = lua_toboolean(L, -1) ? "true" : "false"};
        return true;
    }
    if (lua_type(L, -1) == LUA_TSTRING) {
        const term *t = convert_text(c, lua_gettop(L), at);
        *key = (spare_key){.text = t->name};
        return !term_is_poison(t);
    }
    if (lua_type(L, -1) == LUA_TNUMBER)
        convert_wrong(c->L, at, "write the key as a text: [\"0.3\"] = ..",
                      "Lua calculated a key of this table, and it is no exact decimal");
    else
        convert_wrong(c->L, at, "write the key as a name or a text",
                      "a key of this table is not a name, text or number");
    return false;
}

/* The table's keys that are not in `seen`; each also goes into the Lua list at `kept`. */
static spare_key *spare_keys(conversion *c, int table, int seen, int kept, place at,
                             size_t *count) {
    lua_State *L = c->L;
    spare_key *keys = NULL;
    size_t room = 0;
    *count = 0;
    for (lua_pushnil(L); lua_next(L, table);) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        bool known = lua_rawget(L, seen) != LUA_TNIL;
        lua_pop(L, 1);
        if (known) continue;
        keys = arena_grow(c->r->memory, keys, *count, &room, sizeof *keys);
        if (!keys) luaL_error(L, "memory ran out");
        if (!read_key(c, &keys[*count], at)) continue;
        keys[*count].index = (lua_Integer)*count + 1;
        ++*count;
        lua_pushvalue(L, -1);
        lua_rawseti(L, kept, (lua_Integer)*count);
    }
    if (*count > 1) qsort(keys, *count, sizeof *keys, compare_keys);
    return keys;
}

static void add_spare(conversion *c, building *b, int table, int kept, const spare_key *key,
                      place at) {
    lua_State *L = c->L;
    const char *name = key->text;
    if (key->whole && key->number == b->position + 1) {
        b->position++;
    } else if (key->whole) {
        name = arena_print(c->r->memory, "%lld", (long long)key->number);
        if (!name) luaL_error(L, "memory ran out");
    }
    lua_rawgeti(L, kept, key->index);
    lua_rawget(L, table);
    add_entry(c, b, name, at, convert(c, lua_gettop(L), NULL, at));
    lua_pop(L, 1);
}

static bool is_empty(lua_State *L, int table) {
    lua_pushnil(L);
    if (!lua_next(L, table)) return true;
    lua_pop(L, 2);
    return false;
}

static const term *convert_entries(conversion *c, int table, const place_table *text,
                                   place at) {
    lua_State *L = c->L;
    building b = {0};
    lua_newtable(L);
    int seen = lua_gettop(L);
    lua_newtable(L);
    int kept = lua_gettop(L);
    if (text && !is_text_of(c, table, text)) text = NULL;
    for (size_t i = 0; text && i < text->count; i++) {
        if (text->entries[i].computed) continue;
        add_written(c, &b, table, seen, &text->entries[i], i + 1 == text->count);
    }
    size_t count;
    spare_key *keys = spare_keys(c, table, seen, kept, at, &count);
    for (size_t i = 0; i < count; i++)
        add_spare(c, &b, table, kept, &keys[i], at);
    lua_pop(L, 2);
    if (!b.count && !is_empty(L, table))
        return declare_poison(L, at); /* no key could be taken */
    return declare_entries(L, declare_term(L, TERM_TABLE, at), b.entries, b.count);
}

static const term *convert_table(conversion *c, int table, const place_table *text, place at) {
    const void *self = lua_topointer(c->L, table);
    for (int i = 0; i < c->depth; i++) {
        if (c->open[i] == self)
            return convert_wrong(c->L, at, NULL, "this table contains itself");
    }
    if (c->depth == TABLES_DEEP)
        return convert_wrong(c->L, at, NULL, "tables are nested too deeply");
    c->open[c->depth++] = self;
    const term *t = convert_entries(c, table, text, text ? text->at : at);
    c->depth--;
    return t;
}

static const term *convert(conversion *c, int index, const place_table *text, place at) {
    luaL_checkstack(c->L, 12, "tables are nested too deeply");
    switch (lua_type(c->L, index)) {
    case LUA_TBOOLEAN: {
        term *t = declare_term(c->L, TERM_BOOLEAN, at);
        t->boolean = lua_toboolean(c->L, index);
        return t;
    }
    case LUA_TNUMBER:
        return convert_number(c->L, index, at);
    case LUA_TSTRING:
        return convert_text(c, index, at);
    case LUA_TTABLE:
        return convert_table(c, index, text, at);
    case LUA_TFUNCTION:
        if (lua_iscfunction(c->L, index)) {
            return convert_wrong(c->L, at, NULL, "a function of Lua cannot stand in rules");
        }
        return convert_function(c->L, index, at);
    case LUA_TNIL:
        return convert_wrong(c->L, at, NULL, "there is no value here (nil)");
    default:
        return convert_value(c, index, at);
    }
}

const term *declare_convert(lua_State *L, int index, const place_table *text, place at) {
    conversion c = {.L = L, .r = sandbox_context(L)};
    const term *t = convert(&c, lua_absindex(L, index), text, at);
    settle_place(t, at);
    return t;
}
