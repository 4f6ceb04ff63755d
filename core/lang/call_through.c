/* call_through.c - what a column leads to, in functions: row.product.family.
 *
 * `row.product` is a small userdata that knows which of the function's reads, or columns of
 * walked rows, begin so; the last name finds the value. A missing row has no values. */
#include "lang/calling.h"

#include <string.h>

static const char through_key = 0; /* the metatable, in Lua's registry */

/* What begins with a path, as far as it was read. */
typedef struct through {
    uint32_t kind;
    uint32_t walked; /* of rows that are walked, or of the rule's own values */
    uint32_t rows;   /* walked: which of the function's .. */
    uint32_t at;     /* .. and the row */
    uint32_t one;    /* a read or column that begins so .. */
    uint32_t length; /* .. in so many bytes: of a column's name, or of a read's further part */
} through;

_Static_assert(sizeof(through) != sizeof(number),
               "decimals, which have no kind, are told by their size");

static int push_through(lua_State *L, through what) {
    through *t = lua_newuserdatauv(L, sizeof *t, 0);
    *t = what;
    t->kind = CALL_THROUGH;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &through_key);
    lua_setmetatable(L, -2);
    return 1;
}

/* How the i-th goes on, where it begins as `t` does; else NULL. */
static const char *rest_of(const callables *c, const through *t, size_t i) {
    if (t->walked) {
        const char **names = c->batch->rows[t->rows].names;
        bool same = strncmp(names[i], names[t->one], t->length) == 0;
        return same ? names[i] + t->length : NULL;
    }
    const function_read *own = &c->text->reads[i], *one = &c->text->reads[t->one];
    bool same = own->further && own->parameter == one->parameter &&
                strcmp(own->name, one->name) == 0 &&
                strncmp(own->further, one->further, t->length) == 0;
    return same ? own->further + t->length : NULL;
}

static int push_found(lua_State *L, const callables *c, const through *t, size_t i) {
    if (t->walked) return call_push_cell(L, &c->batch->rows[t->rows].columns[i], t->at);
    return call_push_cell(L, &c->batch->reads[i], c->item);
}

static int through_index(lua_State *L) {
    const callables *c = calling_of(L);
    const through *t = lua_touserdata(L, 1);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    size_t length = strlen(name), deeper = 0;
    size_t count = t->walked ? c->batch->rows[t->rows].column_count : c->text->read_count;
    bool leads_on = false;
    for (size_t i = 0; i < count; i++) {
        const char *rest = rest_of(c, t, i);
        if (!rest || strncmp(rest, name, length) != 0) continue;
        if (!rest[length]) return push_found(L, c, t, i);
        if (rest[length] == '.') {
            leads_on = true;
            deeper = i;
        }
    }
    if (!leads_on)
        return luaL_error(L,
                          "'%s' is read through a column, but does not stand behind it in "
                          "the function's text",
                          name);
    through next = *t;
    next.one = (uint32_t)deeper;
    next.length += (uint32_t)length + 1;
    return push_through(L, next);
}

bool call_push_through_read(lua_State *L, const callables *c, int parameter, const char *name) {
    for (size_t i = 0; i < c->text->read_count; i++) {
        const function_read *read = &c->text->reads[i];
        if (!read->further || read->parameter != parameter || strcmp(read->name, name) != 0)
            continue;
        return push_through(L, (through){.one = (uint32_t)i});
    }
    return false;
}

bool call_push_through_row(lua_State *L, const callables *c, uint32_t rows, uint32_t at,
                           const char *name) {
    const call_rows *data = &c->batch->rows[rows];
    size_t length = strlen(name);
    for (size_t i = 0; i < data->column_count; i++) {
        if (strncmp(data->names[i], name, length) != 0 || data->names[i][length] != '.')
            continue;
        return push_through(L, (through){.walked = 1,
                                         .rows = rows,
                                         .at = at,
                                         .one = (uint32_t)i,
                                         .length = (uint32_t)length + 1});
    }
    return false;
}

void call_through_register(lua_State *L, callables *c) {
    call_push_behaviour(L, c, through_index);
    lua_pushliteral(L, "row");
    lua_setfield(L, -2, "__name");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &through_key);
}
