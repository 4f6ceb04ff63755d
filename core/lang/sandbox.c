/* sandbox.c - one Lua state with an allocator that counts and a hook that stops.
 *
 * Rules have no pcall, so nobody swallows a stop, and no setmetatable, so no code of theirs
 * runs where the hook does not (finalizers, lua_close). Nothing here calls Lua outside
 * lua_pcall except what cannot raise. sandbox.h is the contract. */
#define _POSIX_C_SOURCE 200809L
#include "lang/sandbox_box.h"

#include "base/memory.h"
#include "lang/library.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum {
    HOOK_EVERY = 1000,     /* instructions between two looks at the limits */
    REFUSALS_FORGIVEN = 8, /* each costs a full collection; then the run is over */
    STRING_OVERHEAD = 32,  /* Lua's own header of a string, at most, in bytes */
    LONG_STRING = 8192,    /* each so many bytes of the longest string make every instruction
                            * count once more: one `==` may look at all of them */
    LARGE_BLOCK =
        64 * 1024, /* bytes; filling a block beyond it is work that no instruction shows: */
    LARGE_BYTES_A_STEP = 8, /* so many bytes count as one */
    MANY_ARGUMENTS =
        256,      /* each so many of a vararg function, likewise: it copies all of them */
    DEEP = 10000, /* calls within calls: memory ran out because they have no end */
};

sandbox *sandbox_of(lua_State *L) {
    return *(sandbox **)lua_getextraspace(L);
}

/* places */

const char *sandbox_chunk_name(const char *source) {
    return *source == '@' || *source == '=' ? source + 1 : source;
}

int sandbox_line(lua_State *L, const char **chunk) {
    lua_Debug at;
    for (int level = 0; lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "Sl", &at);
        if (at.currentline <= 0) continue;
        if (chunk) *chunk = sandbox_chunk_name(at.source);
        return at.currentline;
    }
    if (chunk) *chunk = "";
    return 0;
}

void sandbox_note_place(sandbox *box, const char *chunk, int line) {
    snprintf(box->place.chunk, sizeof box->place.chunk, "%s", chunk);
    box->place.line = line;
}

void sandbox_note_place_now(sandbox *box) {
    const char *chunk;
    int line = sandbox_line(box->lua, &chunk);
    sandbox_note_place(box, chunk, line);
}

/* memory */

static sandbox_stop memory_verdict(const sandbox *box, size_t kind, size_t from, size_t to) {
    if (box->refusals > REFUSALS_FORGIVEN) return box->refused;
    if (kind == LUA_TSTRING && to > box->limits.string_bytes + STRING_OVERHEAD)
        return SANDBOX_STRING;
    size_t most = box->floor + box->limits.live_bytes;
    if (to - from > most || box->live > most - (to - from)) return SANDBOX_MEMORY;
    return box->volume > box->limits.volume_bytes ? SANDBOX_MEMORY : SANDBOX_FINE;
}

/* Lua collects everything and asks once more after a refusal, then gives up. The place is read
 * here because it is gone when the error arrives; reading it allocates nothing. */
static void *refuse(sandbox *box, sandbox_stop why) {
    lua_Debug level;
    box->refused = why;
    box->refusals++;
    if (box->running) {
        sandbox_note_place_now(box);
        if (lua_getstack(box->lua, DEEP, &level)) box->refused = SANDBOX_STACK;
    }
    return NULL;
}

static void *allocate(void *context, void *block, size_t size, size_t wanted) {
    sandbox *box = context;
    size_t kind = block ? 0 : size, held = block ? size : 0;
    if (wanted > held) {
        box->volume += wanted - held;
        sandbox_stop verdict = memory_verdict(box, kind, held, wanted);
        if (verdict != SANDBOX_FINE) return refuse(box, verdict);
    }
    void *result = memory_resize(block, wanted);
    if (!result && wanted > held) return refuse(box, SANDBOX_MACHINE);
    if (!result && wanted > 0) result = block; /* a shrink never fails */
    box->live = box->live - held + wanted;
    if (kind == LUA_TSTRING && wanted > box->longest) box->longest = wanted;
    if (wanted > LARGE_BLOCK && wanted > held) box->steps += wanted / LARGE_BYTES_A_STEP;
    return result;
}

/* time */

static void hook(lua_State *L, lua_Debug *at);

static int hook_distance(const sandbox *box) {
    long most = box->limits.instructions;
    return most >= HOOK_EVERY ? HOOK_EVERY : most > 0 ? (int)most : 1;
}

_Noreturn void sandbox_end(lua_State *L, sandbox_stop stop) {
    sandbox *box = sandbox_of(L);
    if (box->stop == SANDBOX_FINE) {
        box->stop = stop;
        sandbox_note_place_now(box);
    }
    lua_sethook(L, hook, LUA_MASKCOUNT, 1);
    lua_pushliteral(L, "stopped");
    lua_error(L);
    __builtin_unreachable();
}

void sandbox_spend(lua_State *L, size_t steps) {
    sandbox *box = sandbox_of(L);
    uint64_t most = (uint64_t)box->limits.instructions;
    if (steps > most || box->steps > most - steps) sandbox_end(L, SANDBOX_INSTRUCTIONS);
    box->steps += steps;
}

static bool out_of_time(sandbox *box) {
    if (box->limits.seconds <= 0) return false;
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    if (!box->timed) box->began = now;
    box->timed = true;
    double seconds = (double)(now.tv_sec - box->began.tv_sec) +
                     (double)(now.tv_nsec - box->began.tv_nsec) / 1e9;
    return seconds > box->limits.seconds;
}

/* How much more an instruction may cost than usual in the function at hand. */
static size_t dearness(lua_State *L, lua_Debug *at) {
    size_t times = 1 + sandbox_of(L)->longest / LONG_STRING;
    for (int n = MANY_ARGUMENTS; lua_getlocal(L, at, -n) != NULL; n *= 2) {
        times *= 2;
        lua_pop(L, 1);
    }
    return times;
}

static void hook(lua_State *L, lua_Debug *at) {
    sandbox *box = sandbox_of(L);
    if (box->stop != SANDBOX_FINE) sandbox_end(L, box->stop);
    sandbox_spend(L, (size_t)hook_distance(box) * dearness(L, at));
    if (out_of_time(box)) sandbox_end(L, SANDBOX_TIME);
}

/* life */

sandbox_limits sandbox_limits_for_loading(void) {
    return (sandbox_limits){.live_bytes = (size_t)32 * MEBIBYTE,
                            .volume_bytes = (size_t)1024 * MEBIBYTE,
                            .string_bytes = 64 * 1024,
                            .instructions = 10000000,
                            .pattern_steps = 2000000,
                            .seconds = 1.5};
}

static int install(lua_State *L) {
    library_install(L);
    return 0;
}

/* Setting up is not the rules' doing and knows no limits. */
static bool set_up(sandbox *box) {
    box->limits =
        (sandbox_limits){SIZE_MAX / 2, SIZE_MAX / 2, SIZE_MAX / 2, INT32_MAX, INT32_MAX, 0};
    box->locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (box->locale == (locale_t)0) return false;
    box->lua = lua_newstate(allocate, box);
    if (!box->lua) return false;
    *(sandbox **)lua_getextraspace(box->lua) = box;
    lua_gc(box->lua, LUA_GCINC, 150, 200, 0); /* collect before the cap makes it dear */
    return sandbox_run(box, install, NULL) == SANDBOX_FINE;
}

sandbox *sandbox_create(const sandbox_limits *limits, void *context) {
    sandbox *box = memory_allocate(sizeof *box);
    if (!box) return NULL;
    box->context = context;
    if (!set_up(box)) {
        sandbox_free(box);
        return NULL;
    }
    sandbox_renew(box, limits);
    return box;
}

void sandbox_free(sandbox *box) {
    if (!box) return;
    if (box->lua) lua_close(box->lua);
    if (box->locale != (locale_t)0) freelocale(box->locale);
    memory_free(box);
}

void sandbox_renew(sandbox *box, const sandbox_limits *limits) {
    box->limits = *limits;
    box->steps = 0;
    box->volume = 0;
    box->refusals = 0;
    lua_sethook(box->lua, hook, LUA_MASKCOUNT, hook_distance(box));
}

void sandbox_settle(sandbox *box) {
    lua_gc(box->lua, LUA_GCCOLLECT);
    box->floor = box->live;
    if (!box->settled) box->longest_kept = box->longest; /* calls are not to be felt later */
    box->settled = true;
}

void sandbox_revive(sandbox *box) {
    bool full = box->stop == SANDBOX_MEMORY || box->refusals > 0;
    box->stop = box->refused = SANDBOX_FINE;
    sandbox_renew(box, &box->limits);
    if (full) lua_gc(box->lua, LUA_GCCOLLECT);
}

void sandbox_allow(lua_State *L, bool watched) {
    sandbox *box = sandbox_of(L);
    box->steps = 0;
    box->volume = 0;
    box->refusals = 0;
    box->longest = box->longest_kept;
    if (watched)
        lua_sethook(L, hook, LUA_MASKCOUNT, hook_distance(box));
    else if (lua_gethook(L))
        lua_sethook(L, NULL, 0, 0);
}

size_t sandbox_held(const sandbox *box) {
    return box->live;
}

void *sandbox_argument(lua_State *L) {
    return sandbox_of(L)->argument;
}

void *sandbox_context(lua_State *L) {
    return sandbox_of(L)->context;
}

const sandbox_limits *sandbox_limits_in_force(lua_State *L) {
    return &sandbox_of(L)->limits;
}

size_t sandbox_held_in(lua_State *L) {
    return sandbox_of(L)->live;
}

/* running */

static sandbox_stop verdict_of(sandbox *box, int status) {
    if (box->stop == SANDBOX_FINE && status == LUA_ERRMEM)
        box->stop = box->refused == SANDBOX_FINE ? SANDBOX_MACHINE : box->refused;
    if (box->stop == SANDBOX_FINE && status == LUA_ERRERR) box->stop = SANDBOX_STACK;
    if (box->stop == SANDBOX_FINE) return status == LUA_OK ? SANDBOX_FINE : SANDBOX_ERROR;
    sandbox_describe_stop(box);
    return box->stop;
}

sandbox_stop sandbox_run(sandbox *box, lua_CFunction body, void *argument) {
    if (box->stop != SANDBOX_FINE) return box->stop;
    lua_State *L = box->lua;
    box->argument = argument;
    box->timed = false;
    box->message[0] = '\0';
    sandbox_note_place(box, "", 0);
    locale_t before = uselocale(box->locale);
    box->running = true;
    lua_settop(L, 0);
    lua_pushcfunction(L, sandbox_explain_error);
    lua_pushcfunction(L, body);
    int status = lua_pcall(L, 0, 0, 1);
    lua_settop(L, 0);
    box->running = false;
    uselocale(before);
    return verdict_of(box, status);
}

void sandbox_push_environment(lua_State *L) {
    library_push(L);
}

/* Lua reports too little memory and too deep nesting while compiling without a place. */
static int load_failed(sandbox *box, int status, const char *name) {
    lua_State *L = box->lua;
    const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
    if (status == LUA_ERRMEM && box->stop == SANDBOX_FINE) {
        verdict_of(box, status);
        sandbox_note_place(box, name, 0);
        lua_pushstring(L, box->message);
    } else if (strstr(message, "C stack overflow")) {
        lua_pushliteral(L, "parentheses, braces or functions are nested too deeply");
    } else if (strncmp(message, "attempt to load a binary", 24) == 0) {
        lua_pushliteral(L, "this file is not a text but a compiled program");
    } else {
        return status;
    }
    lua_remove(L, -2);
    return status;
}

int sandbox_load(lua_State *L, const char *bytes, size_t length, const char *name,
                 int environment) {
    environment = lua_absindex(L, environment);
    bool marked = *name == '@' || *name == '=';
    const char *source = lua_pushfstring(L, "%s%s", marked ? "" : "@", name);
    sandbox_of(L)->loading = true;
    int status = luaL_loadbufferx(L, bytes, length, source, "t");
    sandbox_of(L)->loading = false;
    lua_remove(L, -2);
    if (status != LUA_OK) return load_failed(sandbox_of(L), status, sandbox_chunk_name(name));
    lua_pushvalue(L, environment);
    lua_setupvalue(L, -2, 1);
    return LUA_OK;
}

bool sandbox_is_library_name(const char *name) {
    return library_has(name);
}
