/* convert_function.c - from Lua's functions to terms: see converting.h. */
#include "lang/converting.h"

#include "syntax/function_text.h"

#include <lauxlib.h>

/* The text of the file that runs, read for functions when the first is met. */
static const function_texts *texts_of(lua_State *L, reading *r) {
    if (!r->texts || r->texts_of != r->file) r->texts = function_texts_read(r->memory, r->file);
    r->texts_of = r->file;
    if (!r->texts) luaL_error(L, "memory ran out");
    return r->texts;
}

static const rule_function *describe_function(lua_State *L, reading *r, int index) {
    lua_Debug about;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">Su", &about);
    function_shape shape = {.line = about.linedefined, .end_line = about.lastlinedefined};
    lua_pushvalue(L, index);
    while (shape.parameter_count < FUNCTION_PARAMETERS &&
           shape.parameter_count < about.nparams) {
        const char *name = lua_getlocal(L, NULL, shape.parameter_count + 1);
        shape.parameters[shape.parameter_count++] = name ? name : "";
    }
    lua_pop(L, 1);
    const rule_function *f = function_texts_take(texts_of(L, r), r->memory, &shape);
    if (!f) luaL_error(L, "memory ran out");
    sandbox_spend(L, f->tokens);
    return f;
}

/* The n-th function that is met, on every run of the same files, has the handle n. When the
 * files are run again, to be called, what it says is known. */
const term *convert_function(lua_State *L, int index, place at) {
    reading *r = sandbox_context(L);
    size_t handle = r->function_count++;
    term *t = declare_term(L, TERM_FUNCTION, at);
    t->function = (int)handle;
    lua_pushvalue(L, index);
    declare_keep_function(L, (int)handle);
    if (r->again) return t;
    const rule_function *f = describe_function(L, r, index);
    declarations *found = r->found;
    found->functions = arena_grow(r->memory, found->functions, handle, &r->function_room,
                                  sizeof(rule_function *));
    if (!found->functions) luaL_error(L, "memory ran out");
    found->functions[found->function_count++] = f;
    return t;
}
