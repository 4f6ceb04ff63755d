/* call_reads.c - what a function holds of its partner: p.name, row.name, p:rows "deal".
 *
 * Each is a small userdata that knows where to look in the batch's columns; its kind is
 * its first word. Names are known by the pointers of Lua's own texts. */
#include "lang/calling.h"

#include <string.h>

/* The rule's n-th value. */
typedef struct subject {
    uint32_t kind;
    int parameter;
} subject;

/* One row of p:rows. */
typedef struct row {
    uint32_t kind;
    uint32_t rows; /* which of the function's */
    uint32_t at;
} row;

/* p:rows "deal", walked or indexed. */
typedef struct row_list {
    uint32_t kind;
    uint32_t rows;
    uint32_t first, last; /* rows first .. last - 1 */
    uint32_t next;
} row_list;

enum { LIST_STEPS = 20 }; /* what p:rows counts as, in instructions */

_Static_assert(sizeof(subject) != sizeof(number) && sizeof(row) != sizeof(number) &&
                   sizeof(row_list) != sizeof(number),
               "decimals, which have no kind, are told by their size");

/* Where the metatables and the subjects are kept in Lua's registry. */
static const char row_key = 0, row_list_key = 0, subjects_key = 0;

/* The userdata of this kind, which is so large; NULL when it is none. */
static void *of_kind(lua_State *L, int index, uint32_t kind, size_t size) {
    if (lua_type(L, index) != LUA_TUSERDATA || lua_rawlen(L, index) != size) return NULL;
    void *found = lua_touserdata(L, index);
    return *(const uint32_t *)found == kind ? found : NULL;
}

static int push_text(lua_State *L, const call_column *column, number value) {
    size_t code = (size_t)value;
    const text *found = code < column->name_count ? &column->names[code]
                                                  : &column->further[code - column->name_count];
    lua_pushlstring(L, found->bytes, found->length);
    return 1;
}

static int push_value(lua_State *L, const call_column *column, number value) {
    char day[DATE_TEXT];
    int64_t whole;
    switch (column->kind) {
    case CALL_WHOLE:
        if (value % NUMBER_ONE != 0 || !number_to_integer(&whole, value)) break;
        if (whole > INT32_MAX || whole < -INT32_MAX)
            break; /* so that no product of two wraps */
        lua_pushinteger(L, whole);
        return 1;
    case CALL_TEXT:
        return push_text(L, column, value);
    case CALL_DATE:
        date_print(day, (date)value);
        lua_pushstring(L, day);
        return 1;
    case CALL_BOOLEAN:
        lua_pushboolean(L, value != 0);
        return 1;
    default:
        break;
    }
    return decimal_push(L, value);
}

int call_push_cell(lua_State *L, const call_column *column, size_t item) {
    size_t at = item * column->step;
    if (column->states[at] == CALL_VALUE) return push_value(L, column, column->values[at]);
    if (column->states[at] == CALL_NONE) return lua_pushnil(L), 1;
    calling_of(L)->wrong = true;
    return luaL_error(L, "wrong");
}

/* The position of a name among a list's columns: by pointer, as Lua keeps short texts once;
 * else by bytes. */
static size_t column_of(const call_rows *rows, const char *const *kept, const char *name) {
    for (size_t i = 0; i < rows->column_count; i++)
        if (kept[i] == name) return i;
    for (size_t i = 0; i < rows->column_count; i++)
        if (strcmp(rows->names[i], name) == 0) return i;
    return rows->column_count;
}

static const char *called(const callables *c, int parameter) {
    return c->batch->by_row && parameter == 0 ? "row" : "p";
}

static int refuse_read(lua_State *L, const callables *c, int parameter) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return luaL_error(L, "'%s.%s' is read but does not stand in the function's text as %s.%s",
                      called(c, parameter), name, called(c, parameter), name);
}

/* Upvalue 3: the function behind p:rows. */
static int subject_index(lua_State *L) {
    const callables *c = calling_of(L);
    const subject *s = lua_touserdata(L, 1);
    if (lua_type(L, 2) != LUA_TSTRING) return refuse_read(L, c, s->parameter);
    const rule_function *f = c->text;
    const char *name = lua_tostring(L, 2);
    for (size_t i = 0; i < f->read_count; i++) {
        if (c->function->names[i] == name && f->reads[i].parameter == s->parameter)
            return call_push_cell(L, &c->batch->reads[i], c->item);
    }
    for (size_t i = 0; i < f->read_count; i++) {
        if (f->reads[i].parameter == s->parameter && !f->reads[i].further &&
            strcmp(f->reads[i].name, name) == 0)
            return call_push_cell(L, &c->batch->reads[i], c->item);
    }
    if (call_push_through_read(L, c, s->parameter, name)) return 1;
    if (strcmp(name, "rows") != 0) return refuse_read(L, c, s->parameter);
    lua_pushvalue(L, lua_upvalueindex(3));
    return 1;
}

static int refuse_write(lua_State *L) {
    return luaL_error(L, "what a rule reads cannot be changed");
}

/* p:rows "deal" */
static int subject_rows(lua_State *L) {
    const callables *c = calling_of(L);
    const subject *s = of_kind(L, 1, CALL_SUBJECT, sizeof *s);
    if (!s) return luaL_error(L, "write p:rows \"deal\", with a colon");
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "rows takes the name of a source: p:rows \"deal\"");
    const char *name = lua_tostring(L, 2);
    for (size_t i = 0; i < c->text->rows_count; i++) {
        const function_rows *rows = &c->text->rows[i];
        if (rows->parameter != s->parameter || strcmp(rows->source, name) != 0) continue;
        const call_rows *data = &c->batch->rows[i];
        sandbox_spend(L, LIST_STEPS);
        row_list *list = lua_newuserdatauv(L, sizeof *list, 0);
        *list = (row_list){CALL_ROW_LIST, (uint32_t)i, data->first[c->item],
                           data->last[c->item], data->first[c->item]};
        lua_rawgetp(L, LUA_REGISTRYINDEX, &row_list_key);
        lua_setmetatable(L, -2);
        return 1;
    }
    return luaL_error(
        L, "rows of '%s' are read but the function's text does not say %s:rows \"%s\"", name,
        called(c, s->parameter), name);
}

static bool exists(const call_rows *data, uint32_t at) {
    return !data->exists || data->exists[at];
}

static int push_row(lua_State *L, uint32_t rows, uint32_t at) {
    row *r = lua_newuserdatauv(L, sizeof *r, 0);
    *r = (row){CALL_ROW, rows, at};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &row_key);
    lua_setmetatable(L, -2);
    return 1;
}

/* The next row, twice: for d in p:rows "deal", and for _, d in p:rows "deal". */
static int next_row(lua_State *L) {
    row_list *list = of_kind(L, 1, CALL_ROW_LIST, sizeof *list);
    if (!list) return luaL_error(L, "write: for d in p:rows \"deal\" do .. end");
    const call_rows *data = &calling_of(L)->batch->rows[list->rows];
    while (list->next < list->last && !exists(data, list->next))
        list->next++;
    if (list->next >= list->last) return lua_pushnil(L), 1;
    push_row(L, list->rows, list->next++);
    lua_pushvalue(L, -1);
    return 2;
}

/* How many rows there are, or which is the n-th: *n becomes 0 when it was found. */
static uint32_t seek(lua_State *L, const row_list *list, lua_Integer *n) {
    const call_rows *data = &calling_of(L)->batch->rows[list->rows];
    if (!data->exists && *n > 0 && *n <= list->last - list->first) {
        uint32_t at = list->first + (uint32_t)*n - 1;
        return *n = 0, at;
    }
    sandbox_spend(L, data->exists ? (list->last - list->first) / 4 : 0);
    uint32_t count = 0;
    for (uint32_t i = list->first; i < list->last; i++) {
        count += exists(data, i);
        if ((lua_Integer)count == *n && exists(data, i)) return *n = 0, i;
    }
    return count;
}

static int list_length(lua_State *L) {
    const row_list *list = lua_touserdata(L, 1);
    lua_Integer none = -1;
    lua_pushinteger(L, seek(L, list, &none));
    return 1;
}

static int list_index(lua_State *L) {
    const row_list *list = lua_touserdata(L, 1);
    lua_Integer n = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : 0;
    if (!lua_isinteger(L, 2))
        return luaL_error(L, "rows are walked: for d in p:rows \"deal\" do .. end");
    uint32_t at = n > 0 ? seek(L, list, &n) : 0;
    if (n != 0 || !lua_tointeger(L, 2)) return lua_pushnil(L), 1;
    return push_row(L, list->rows, at);
}

static int row_index(lua_State *L) {
    const callables *c = calling_of(L);
    const row *r = lua_touserdata(L, 1);
    const call_rows *data = &c->batch->rows[r->rows];
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    size_t i = column_of(data, c->function->row_names[r->rows], name);
    if (i < data->column_count) return call_push_cell(L, &data->columns[i], r->at);
    if (call_push_through_row(L, c, r->rows, r->at, name)) return 1;
    return luaL_error(L, "'%s' is no column of '%s' that stands in the function's text as .%s",
                      name, c->text->rows[r->rows].source, name);
}

void call_push_behaviour(lua_State *L, callables *c, lua_CFunction index) {
    lua_createtable(L, 0, 4);
    decimal_push_function(L, &c->pool, index);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
}

static void register_rows(lua_State *L, callables *c) {
    call_push_behaviour(L, c, row_index);
    lua_pushliteral(L, "row");
    lua_setfield(L, -2, "__name");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &row_key);
    call_push_behaviour(L, c, list_index);
    lua_pushliteral(L, "list of rows");
    lua_setfield(L, -2, "__name");
    decimal_push_function(L, &c->pool, next_row);
    lua_setfield(L, -2, "__call");
    decimal_push_function(L, &c->pool, list_length);
    lua_setfield(L, -2, "__len");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &row_list_key);
}

enum { SUBJECTS = 2 };

void call_reads_register(lua_State *L, callables *c) {
    register_rows(L, c);
    call_through_register(L, c);
    call_push_behaviour(L, c, subject_index);
    decimal_push_function(L, &c->pool, subject_index);
    lua_getupvalue(L, -1, 1);
    lua_getupvalue(L, -2, 2);
    decimal_push_function(L, &c->pool, subject_rows);
    lua_pushcclosure(L, subject_index, 3);
    lua_remove(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "partner");
    lua_setfield(L, -2, "__name");
    lua_createtable(L, SUBJECTS, 0);
    for (int i = 0; i < SUBJECTS; i++) {
        subject *s = lua_newuserdatauv(L, sizeof *s, 0);
        *s = (subject){CALL_SUBJECT, i};
        lua_pushvalue(L, -3);
        lua_setmetatable(L, -2);
        lua_rawseti(L, -2, i + 1);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, &subjects_key);
    lua_pop(L, 1);
}

void call_push_subject(lua_State *L, int n) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &subjects_key);
    lua_rawgeti(L, -1, n + 1);
    lua_remove(L, -2);
}
