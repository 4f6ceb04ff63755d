/* call.c - calls functions of rules, each under limits of its own.
 *
 * One protected run goes over as many items as go well; where one goes wrong it ends, the
 * error is kept, and the next run goes on with the item after it. So a call that goes well
 * costs no protection of its own. */
#include "lang/call.h"

#include "base/memory.h"
#include "lang/calling.h"
#include "lang/frozen.h"
#include "lang/load.h"
#include "lang/value.h"

#include <stdio.h>
#include <string.h>

static const sandbox_limits per_call = {.live_bytes = 1024 * 1024,
                                        .volume_bytes = 16 * 1024 * 1024,
                                        .string_bytes = 64 * 1024,
                                        .instructions = 100000,
                                        .pattern_steps = 100000,
                                        .seconds = 0};

/* Where things are kept in Lua's registry. */
static const char words_key = 0, names_key = 0, lists_key = 0;

enum { LONGEST_SHARED = 40 }; /* bytes of a text that Lua keeps only once */

enum { LIST = 1, FUNCTION, FIRST, SECOND }; /* the stack of a run */

/* --- making the state ------------------------------------------------------------------------
 */

static void keep_new_table(lua_State *L, const void *key) {
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

static int set_up(lua_State *L) {
    callables *c = sandbox_argument(L);
    value_lock(L);
    decimal_register(L, &c->pool);
    call_reads_register(L, c);
    keep_new_table(L, &names_key);
    keep_new_table(L, &lists_key);
    declare_push_functions(L);
    call_push_words(L, c);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &words_key);
    frozen_make(L, -2, -1);
    return 0;
}

/* What held for reading the files holds twice over for reading them once more and freezing. */
static sandbox_limits limits_for_running_again(void) {
    sandbox_limits limits = sandbox_limits_for_loading();
    limits.live_bytes *= 2;
    limits.volume_bytes *= 2;
    limits.instructions *= 2;
    limits.seconds = 0;
    return limits;
}

static void take_broken(callables *c, const char *message, place at) {
    snprintf(c->broken, sizeof c->broken, "%s", message);
    c->broken_at = at;
}

static void run_files(callables *c) {
    if (!lang_run_again(&c->reading, c->box, c->rules)) {
        const problem *first = c->problems.count ? &c->problems.items[0] : NULL;
        take_broken(c, first ? first->message : "the rule files ran otherwise than before",
                    first ? first->at : (place){0});
        return;
    }
    sandbox_stop stop = sandbox_run(c->box, set_up, c);
    if (stop == SANDBOX_MACHINE) {
        c->memory.failed = true;
    } else if (stop != SANDBOX_FINE) {
        take_broken(c, sandbox_message(c->box), (place){0});
    } else {
        sandbox_settle(c->box);
        sandbox_renew(c->box, &per_call);
    }
}

callables *callables_create(const declarations *rules, const char *currency) {
    callables *c = memory_allocate(sizeof *c);
    if (!c) return NULL;
    c->rules = rules;
    c->currency = currency;
    c->problems.memory = &c->memory;
    c->reading.memory = &c->memory;
    c->reading.problems = &c->problems;
    c->functions = arena_array(&c->memory, rules->function_count, sizeof *c->functions);
    sandbox_limits limits = limits_for_running_again();
    c->box = c->functions ? sandbox_create(&limits, &c->reading) : NULL;
    if (c->box) run_files(c);
    if (c->box && !c->memory.failed) return c;
    callables_free(c);
    return NULL;
}

void callables_free(callables *c) {
    if (!c) return;
    sandbox_free(c->box);
    arena_free(&c->memory);
    memory_free(c);
}

/* --- preparing a function -------------------------------------------------------------------
 */

/* Lua's own text of this name, which stays where it is; NULL for one so long that there may be
 * several. */
static const char *keep_name(lua_State *L, const char *name) {
    if (strlen(name) > LONGEST_SHARED) return NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &names_key);
    const char *kept = lua_pushstring(L, name);
    lua_pushvalue(L, -1);
    lua_pushboolean(L, 1);
    lua_rawset(L, -4);
    lua_pop(L, 2);
    return kept;
}

static const char **keep_names(lua_State *L, callables *c, const char *const *names,
                               size_t count) {
    const char **kept = arena_array(&c->memory, count, sizeof *kept);
    if (!kept) sandbox_end(L, SANDBOX_MACHINE);
    for (size_t i = 0; i < count; i++)
        kept[i] = keep_name(L, names[i]);
    return kept;
}

/* Whether it can reach a function of the rules other than by its own text. */
static bool reaches_more(lua_State *L) {
    bool more = false;
    for (int n = 1; !more && lua_getupvalue(L, FUNCTION, n); n++) {
        int type = lua_type(L, -1);
        bool environment = type == LUA_TTABLE && luaL_getmetafield(L, -1, DECLARE_ENVIRONMENT);
        if (environment) lua_pop(L, 1);
        more = (type == LUA_TTABLE && !environment) ||
               (type == LUA_TFUNCTION && !lua_iscfunction(L, -1));
        lua_pop(L, 1);
    }
    return more;
}

static void push_function(lua_State *L, int handle) {
    declare_push_functions(L);
    lua_rawgeti(L, -1, (lua_Integer)handle + 1);
    lua_remove(L, -2);
}

/* With the function on the stack, and nothing in the list's place. */
static void prepare(lua_State *L, callables *c) {
    const rule_function *f = c->text;
    callable *made = c->function;
    const char **names = arena_array(&c->memory, f->read_count, sizeof *names);
    made->row_names = arena_array(&c->memory, f->rows_count, sizeof *made->row_names);
    if (!names || !made->row_names) sandbox_end(L, SANDBOX_MACHINE);
    for (size_t i = 0; i < f->read_count; i++)
        names[i] = f->reads[i].name;
    made->names = keep_names(L, c, names, f->read_count);
    for (size_t i = 0; i < f->read_count; i++)
        if (f->reads[i].further) made->names[i] = NULL;
    for (size_t i = 0; i < f->rows_count; i++) {
        const call_rows *rows = &c->batch->rows[i];
        made->row_names[i] = keep_names(L, c, rows->names, rows->column_count);
    }
    made->counted = f->loops || reaches_more(L);
    made->variables = frozen_list(L, FUNCTION, f->assigned);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lists_key);
    lua_insert(L, -2);
    lua_rawseti(L, -2, c->batch->function + 1);
    lua_pop(L, 1);
    made->ready = true;
}

static int prepare_run(lua_State *L) {
    callables *c = sandbox_argument(L);
    lua_pushnil(L);
    push_function(L, c->batch->function);
    prepare(L, c);
    return 0;
}

static int set_as_of(lua_State *L) {
    callables *c = sandbox_argument(L);
    char day[DATE_TEXT];
    date_print(day, c->batch->as_of);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &words_key);
    lua_pushliteral(L, "as_of");
    lua_pushstring(L, day);
    lua_rawset(L, -3);
    c->words_as_of = c->batch->as_of;
    c->words_dated = true;
    return 0;
}

/* --- calling
 * ---------------------------------------------------------------------------------- */

static void settle(call_batch *batch, size_t item, call_state state, number value) {
    batch->states[item] = (uint8_t)state;
    batch->values[item] = value;
}

/* "a text, that is unit = .." */
static const char *unit_of_result(lua_State *L) {
    int type = lua_type(L, -1);
    if (type == LUA_TSTRING) return "text";
    if (type == LUA_TBOOLEAN) return "boolean";
    return type == LUA_TNUMBER || decimal_is(L, -1) ? "number" : NULL;
}

static void refuse_result(lua_State *L, const call_batch *batch) {
    static const char *const names[] = {[WANTED_NUMBER] = "a number",
                                        [WANTED_TEXT] = "a text",
                                        [WANTED_DATE] = "a date",
                                        [WANTED_CONDITION] = "true or false"};
    const char *unit = batch->guessed ? unit_of_result(L) : NULL;
    luaL_error(L, "'%s' returned %s; %s is needed%s%s%s", batch->rule, decimal_kind(L, -1),
               names[batch->wanted], unit ? ", or unit = \"" : "", unit ? unit : "",
               unit ? "\" beside its value" : "");
}

static void take_text(lua_State *L, callables *c) {
    call_batch *batch = c->batch;
    text said;
    said.bytes = lua_tolstring(L, -1, &said.length);
    if (memchr(said.bytes, 0, said.length))
        luaL_error(L, "'%s' returned a text with a zero byte in it", batch->rule);
    if (said.length == 0) {
        settle(batch, c->item, CALL_NONE, 0);
        return;
    }
    int64_t code = map_find(batch->known_texts, said);
    if (code == MAP_ABSENT) {
        code = map_add(batch->own_texts, said);
        if (code == MAP_ABSENT) sandbox_end(L, SANDBOX_MACHINE);
        code += (int64_t)batch->known_texts->count;
    }
    settle(batch, c->item, CALL_VALUE, code);
}

static void take_date(lua_State *L, callables *c) {
    size_t length;
    date day = 0;
    const char *written = lua_tolstring(L, -1, &length);
    if (length && !date_from_text(&day, written, length))
        luaL_error(L, "'%s' returned \"%s\", which is no date%s", c->batch->rule, written,
                   c->batch->guessed ? "; a text is unit = \"text\" beside its value" : "");
    settle(c->batch, c->item, length ? CALL_VALUE : CALL_NONE, day);
}

static void take_result(lua_State *L, callables *c) {
    call_batch *batch = c->batch;
    int type = lua_type(L, -1);
    if (type == LUA_TNIL)
        settle(batch, c->item, CALL_NONE, 0);
    else if (batch->wanted == WANTED_CONDITION && type == LUA_TBOOLEAN)
        settle(batch, c->item, CALL_VALUE, lua_toboolean(L, -1));
    else if (batch->wanted == WANTED_TEXT && type == LUA_TSTRING)
        take_text(L, c);
    else if (batch->wanted == WANTED_DATE && type == LUA_TSTRING)
        take_date(L, c);
    else if (batch->wanted == WANTED_NUMBER && (type == LUA_TNUMBER || decimal_is(L, -1)))
        settle(batch, c->item, CALL_VALUE, decimal_take(L, -1, "return"));
    else
        refuse_result(L, batch);
}

static void check_variables(lua_State *L, const callables *c) {
    const char *changed = frozen_restore(L, LIST, c->function->variables);
    if (changed)
        luaL_error(L, "'%s' stands outside of the function and cannot be changed by it",
                   changed);
}

static void call_once(lua_State *L, callables *c) {
    const call_batch *batch = c->batch;
    size_t k = c->next++;
    c->item = batch->items ? batch->items[k] : k;
    c->wrong = false;
    c->pool.used = 0;
    sandbox_allow(L, c->function->counted);
    lua_pushvalue(L, FUNCTION);
    lua_pushvalue(L, FIRST);
    if (batch->by_row) lua_pushvalue(L, SECOND);
    lua_call(L, batch->by_row ? 2 : 1, 1);
    take_result(L, c);
    lua_pop(L, 1);
    if (c->function->variables) check_variables(L, c);
}

static int run_calls(lua_State *L) {
    callables *c = sandbox_argument(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lists_key);
    lua_rawgeti(L, -1, c->batch->function + 1);
    lua_remove(L, -2);
    push_function(L, c->batch->function);
    call_push_subject(L, 0);
    call_push_subject(L, 1);
    frozen_restore(L, LIST, c->function->variables); /* what a call changed that went wrong */
    while (c->next < c->batch->count)
        call_once(L, c);
    return 0;
}

/* --- what went wrong
 * -------------------------------------------------------------------------- */

static place place_of(const callables *c) {
    place at = c->text->at;
    int line;
    const char *chunk = sandbox_where(c->box, &line);
    for (size_t i = 0; line > 0 && i < c->rules->file_count; i++) {
        if (strcmp(c->rules->files[i]->name, chunk) == 0)
            return (place){.file = c->rules->files[i], .line = line, .width = 1};
    }
    return at;
}

static bool add_error(callables *c, const char *message, place at) {
    call_batch *batch = c->batch;
    call_error *e = arena_allocate(batch->memory, sizeof *e);
    const char *copy = arena_string(batch->memory, message);
    settle(batch, c->item, CALL_WRONG, 0);
    if (!e || !copy) return false;
    *e = (call_error){c->item, at, copy, batch->errors};
    batch->errors = e;
    return true;
}

/* A condition on what has no value is a mistake of Lua's: how it is written instead. */
static const char *message_of(const callables *c) {
    const char *message = sandbox_message(c->box);
    const char *end = strstr(message, " has no value and cannot be asked for its parts");
    if (!end) return message;
    const char *better = arena_print(
        c->batch->memory,
        "%.*s has no value, and nothing can be asked of it: write p.x and p.x:above(5)",
        (int)(end - message), message);
    return better ? better : message;
}

static bool note_failure(callables *c, sandbox_stop stop) {
    bool fine = stop != SANDBOX_MACHINE;
    if (c->wrong && stop == SANDBOX_ERROR)
        settle(c->batch, c->item, CALL_WRONG, 0);
    else if (fine)
        fine = add_error(c, message_of(c), place_of(c));
    if (stop != SANDBOX_ERROR) sandbox_revive(c->box);
    return fine;
}

static bool refuse_all(callables *c) {
    call_batch *batch = c->batch;
    place at = c->broken_at.line ? c->broken_at : c->text->at;
    for (size_t k = 0; k < batch->count; k++) {
        c->item = batch->items ? batch->items[k] : k;
        if (!add_error(c, c->broken, at)) return false;
    }
    return true;
}

/* Runs what is no call of a rule's, and so under the limits of reading. */
static bool run_aside(callables *c, lua_CFunction body) {
    sandbox_limits limits = limits_for_running_again();
    sandbox_renew(c->box, &limits);
    sandbox_stop stop = sandbox_run(c->box, body, c);
    if (stop == SANDBOX_MACHINE) return false;
    if (stop != SANDBOX_FINE) take_broken(c, sandbox_message(c->box), (place){0});
    sandbox_settle(c->box); /* what it kept is no call's doing */
    sandbox_renew(c->box, &per_call);
    return true;
}

bool callables_run(callables *c, call_batch *batch) {
    c->batch = batch;
    c->text = c->rules->functions[batch->function];
    c->function = &c->functions[batch->function];
    c->next = 0;
    bool dated = c->words_dated && c->words_as_of == batch->as_of;
    if (!c->broken[0] && !c->function->ready && !run_aside(c, prepare_run)) return false;
    if (!c->broken[0] && !dated && !run_aside(c, set_as_of)) return false;
    if (c->broken[0]) return refuse_all(c);
    while (c->next < batch->count) {
        size_t before = c->next;
        sandbox_stop stop = sandbox_run(c->box, run_calls, c);
        if (stop != SANDBOX_FINE && (c->next == before || !note_failure(c, stop))) return false;
    }
    return !c->memory.failed;
}
