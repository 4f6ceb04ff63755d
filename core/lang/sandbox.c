/* sandbox.c - one Lua state with an allocator that counts, a hook that stops and words for
 * what went wrong.
 *
 * Rules have no pcall, so nobody swallows a stop, and no setmetatable, so no code of theirs
 * runs where the hook does not (finalizers, lua_close). Nothing here calls Lua outside
 * lua_pcall except what cannot raise. sandbox.h is the contract. */
#define _POSIX_C_SOURCE 200809L
#include "lang/sandbox.h"

#include "base/memory.h"
#include "lang/library.h"

#include <lauxlib.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

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
    MEBIBYTE = 1024 * 1024,
};

typedef struct lua_place {
    char chunk[256];
    int line; /* 0: unknown */
} lua_place;

struct sandbox {
    lua_State *lua;
    void *context;
    void *argument;
    locale_t locale;
    sandbox_limits limits;
    sandbox_stop stop;    /* why it is dead; SANDBOX_FINE while it lives */
    sandbox_stop refused; /* why memory was refused last */
    size_t live;          /* bytes */
    size_t volume;        /* bytes asked for since the last renewal */
    size_t floor;         /* bytes held when it was settled */
    size_t longest;       /* bytes of the longest string so far */
    size_t longest_kept;  /* and when it was settled */
    bool settled;         /* what runs are single functions */
    uint64_t steps;       /* instructions since the last renewal */
    int refusals;         /* since the last renewal */
    bool timed;           /* `began` is set: the hook's first look at the clock in this run */
    struct timespec began;
    bool running;
    bool loading; /* compiling: Lua's messages stay as they are, for the loader */
    lua_place place;
    char message[512];
};

static sandbox *sandbox_of(lua_State *L) {
    return *(sandbox **)lua_getextraspace(L);
}

/* places: strip the mark that Lua wants in front of a file's name */

static const char *chunk_name(const char *source) {
    return *source == '@' || *source == '=' ? source + 1 : source;
}

int sandbox_line(lua_State *L, const char **chunk) {
    lua_Debug at;
    for (int level = 0; lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "Sl", &at);
        if (at.currentline <= 0) continue;
        if (chunk) *chunk = chunk_name(at.source);
        return at.currentline;
    }
    if (chunk) *chunk = "";
    return 0;
}

static void note_place(sandbox *box, const char *chunk, int line) {
    snprintf(box->place.chunk, sizeof box->place.chunk, "%s", chunk);
    box->place.line = line;
}

static void note_place_now(sandbox *box) {
    const char *chunk;
    int line = sandbox_line(box->lua, &chunk);
    note_place(box, chunk, line);
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
        note_place_now(box);
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
        note_place_now(box);
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
    box->longest_kept = box->longest;
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
    if (watched) lua_sethook(L, hook, LUA_MASKCOUNT, hook_distance(box));
    else if (lua_gethook(L)) lua_sethook(L, NULL, 0, 0);
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

/* what went wrong, in a program designer's words */

static void count_in_words(char *out, size_t size, long n) {
    if (n >= 1000000 && n % 1000000 == 0)
        snprintf(out, size, "%ld million", n / 1000000);
    else if (n >= 1000)
        snprintf(out, size, "%ld,%03ld", n / 1000, n % 1000);
    else
        snprintf(out, size, "%ld", n);
}

static void bytes_in_words(char *out, size_t size, size_t n) {
    if (n >= MEBIBYTE)
        snprintf(out, size, "%zu MiB", n / MEBIBYTE);
    else if (n >= 1024)
        snprintf(out, size, "%zu KiB", n / 1024);
    else
        snprintf(out, size, "%zu bytes", n);
}

static void describe_memory(sandbox *box) {
    char most[32];
    bool in_all = box->volume > box->limits.volume_bytes;
    bytes_in_words(most, sizeof most,
                   in_all ? box->limits.volume_bytes : box->limits.live_bytes);
    snprintf(box->message, sizeof box->message, "%s too much memory: stopped at %s%s",
             box->settled ? "this function needs" : "these rules need", most,
             in_all ? " in all" : "");
}

static void describe_string(sandbox *box) {
    char most[32];
    bytes_in_words(most, sizeof most, box->limits.string_bytes);
    snprintf(box->message, sizeof box->message, "a text is longer than %s", most);
}

static void describe_count(sandbox *box, const char *what, long limit) {
    char most[32];
    count_in_words(most, sizeof most, limit);
    snprintf(box->message, sizeof box->message, "%s: stopped after %s steps", what, most);
}

static void describe_time(sandbox *box) {
    snprintf(box->message, sizeof box->message,
             "these rules take too long: stopped after %g seconds", box->limits.seconds);
    note_place(box, "", 0); /* it differs from run to run */
}

static void describe_stop(sandbox *box) {
    const char *plain = NULL;
    switch (box->stop) {
    case SANDBOX_INSTRUCTIONS:
        describe_count(box,
                       box->settled ? "this function runs without end"
                                    : "these rules run without end",
                       box->limits.instructions);
        break;
    case SANDBOX_PATTERN:
        describe_count(box, "searching a text takes too long", box->limits.pattern_steps);
        break;
    case SANDBOX_MEMORY:
        describe_memory(box);
        break;
    case SANDBOX_STRING:
        describe_string(box);
        break;
    case SANDBOX_TIME:
        describe_time(box);
        break;
    case SANDBOX_STACK:
        plain = "functions call themselves, or each other, without end";
        break;
    case SANDBOX_MACHINE:
        plain = "the machine ran out of memory";
        break;
    case SANDBOX_FINE:
    case SANDBOX_ERROR:
        break;
    }
    if (plain) snprintf(box->message, sizeof box->message, "%s", plain);
}

/* What Lua says was attempted, and how it goes on after "'x' has no value and cannot be". */
static const struct {
    const char *attempt;
    const char *done;
} attempts[] = {
    {"call a ", "called"},
    {"index a ", "asked for its parts"},
    {"perform arithmetic on a ", "reckoned with"},
    {"perform bitwise operation on a ", "reckoned with"},
    {"concatenate a ", "joined to a text"},
    {"get length of a ", "counted"},
};

/* "attempt to call a nil value (global 'x')" -> "'x' has no value and cannot be called". */
static bool translate_attempt(char *out, size_t size, const char *from) {
    if (strncmp(from, "attempt to ", 11) != 0) return false;
    from += 11;
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        size_t length = strlen(attempts[i].attempt);
        if (strncmp(from, attempts[i].attempt, length) != 0) continue;
        const char *type = from + length, *end = strstr(type, " value (");
        char kind[32] = "", name[200] = "";
        int found = end ? sscanf(end, " value (%31s '%199[^']')", kind, name) : 0;
        if (!end) end = strstr(type, " value");
        if (!end) return false;
        const char *why = strcmp(kind, "global") == 0 ? sandbox_why_missing(name) : NULL;
        if (why) {
            snprintf(out, size, "there is no '%s': %s", name, why);
            return true;
        }
        if (strcmp(name, "?") == 0 || strcmp(name, "integer index") == 0) found = 0;
        const char *who = found == 2 ? name : "something here";
        const char *quote = found == 2 ? "'" : "";
        if (strncmp(type, "nil ", 4) == 0)
            snprintf(out, size, "%s%s%s has no value and cannot be %s", quote, who, quote,
                     attempts[i].done);
        else
            snprintf(out, size, "%s%s%s is a %.*s and cannot be %s", quote, who, quote,
                     (int)(end - type), type, attempts[i].done);
        return true;
    }
    return false;
}

/* "bad argument #1 to 'insert' (table expected, got nil)" -> "'insert': value 1 must be a
 * table, not nil". */
static bool translate_argument(char *out, size_t size, const char *from) {
    char name[64] = "", wanted[64] = "", got[64] = "";
    int number, rest = 0;
    sscanf(from, "bad argument #%d to '%63[^']' (%n", &number, name, &rest);
    if (rest == 0) return false;
    from += rest;
    if (sscanf(from, "%63s expected, got %63[^)])", wanted, got) == 2)
        snprintf(out, size, "'%s': value %d must be a %s, not %s", name, number, wanted, got);
    else
        snprintf(out, size, "'%s': value %d: %.*s", name, number, (int)strcspn(from, ")"),
                 from);
    return true;
}

static const struct {
    const char *lua;
    const char *ours;
} translations[] = {
    {"attempt to compare ", "these cannot be compared: "},
    {"attempt to perform 'n//0'", "a division by zero"},
    {"attempt to perform 'n%0'", "a division by zero"},
    {"attempt to perform 'n%%0'", "a division by zero"},
    {"attempt to divide by zero", "a division by zero"},
    {"assertion failed!", "an assert of this rule file does not hold"},
    {"table index is nil", "a table's key has no value"},
    {"table index is NaN", "a table's key is not a number"},
    {"'for' ", "'for': "},
    {"attempt to load a binary chunk", "this file is not a text but a compiled program"},
};

static void translate(char *out, size_t size, const char *from) {
    if (translate_attempt(out, size, from) || translate_argument(out, size, from)) return;
    for (size_t i = 0; i < sizeof translations / sizeof *translations; i++) {
        size_t length = strlen(translations[i].lua);
        if (strncmp(from, translations[i].lua, length) != 0) continue;
        const char *rest = from + length;
        if (*rest == ' ') rest = "";
        snprintf(out, size, "%s%s", translations[i].ours, rest);
        return;
    }
    snprintf(out, size, "%s", from);
}

static void clean(char *message) {
    for (; *message; message++)
        if ((unsigned char)*message < ' ' || *message == 127) *message = ' ';
}

/* Finds the level whose "file:line: " stands in front of the message; error's second argument
 * may have chosen an outer one. Returns the message without it. */
static const char *split_place(sandbox *box, const char *message) {
    lua_Debug at;
    note_place_now(box);
    for (int level = 0; lua_getstack(box->lua, level, &at); level++) {
        char prefix[LUA_IDSIZE + 16];
        lua_getinfo(box->lua, "Sl", &at);
        if (at.currentline <= 0) continue;
        int length = snprintf(prefix, sizeof prefix, "%s:%d: ", at.short_src, at.currentline);
        if (strncmp(message, prefix, (size_t)length) != 0) continue;
        note_place(box, chunk_name(at.source), at.currentline);
        return message + length;
    }
    return message;
}

static int explain_error(lua_State *L) {
    sandbox *box = sandbox_of(L);
    if (box->stop != SANDBOX_FINE || box->loading) return 1;
    if (lua_type(L, 1) != LUA_TSTRING) {
        note_place_now(box);
        snprintf(box->message, sizeof box->message,
                 "this rule file raised an error without a text (a %s)", luaL_typename(L, 1));
        return 1;
    }
    const char *message = split_place(box, lua_tostring(L, 1));
    if (strncmp(message, "stack overflow", 14) == 0 || strcmp(message, "C stack overflow") == 0)
        box->stop = SANDBOX_STACK;
    translate(box->message, sizeof box->message, message);
    clean(box->message);
    return 1;
}

const char *sandbox_message(const sandbox *box) {
    return box->message;
}

const char *sandbox_where(const sandbox *box, int *line) {
    if (line) *line = box->place.line;
    return box->place.chunk;
}

/* running */

static sandbox_stop verdict_of(sandbox *box, int status) {
    if (box->stop == SANDBOX_FINE && status == LUA_ERRMEM)
        box->stop = box->refused == SANDBOX_FINE ? SANDBOX_MACHINE : box->refused;
    if (box->stop == SANDBOX_FINE && status == LUA_ERRERR) box->stop = SANDBOX_STACK;
    if (box->stop == SANDBOX_FINE) return status == LUA_OK ? SANDBOX_FINE : SANDBOX_ERROR;
    describe_stop(box);
    return box->stop;
}

sandbox_stop sandbox_run(sandbox *box, lua_CFunction body, void *argument) {
    if (box->stop != SANDBOX_FINE) return box->stop;
    lua_State *L = box->lua;
    box->argument = argument;
    box->timed = false;
    box->message[0] = '\0';
    note_place(box, "", 0);
    locale_t before = uselocale(box->locale);
    box->running = true;
    lua_settop(L, 0);
    lua_pushcfunction(L, explain_error);
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
        note_place(box, name, 0);
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
    if (status != LUA_OK) return load_failed(sandbox_of(L), status, chunk_name(name));
    lua_pushvalue(L, environment);
    lua_setupvalue(L, -2, 1);
    return LUA_OK;
}

/* what is not there, and what to do instead */

static const struct {
    const char *name;
    const char *why;
} missing[] = {
    {"os",
     "rule files cannot reach the system or its clock; the date of evaluation is 'as_of'"},
    {"io", "rule files cannot read or write files; data come from a 'source'"},
    {"debug", "rule files cannot look inside the engine"},
    {"package", "rule files cannot load libraries; use include \"file.lua\""},
    {"require", "rule files cannot load libraries; use include \"file.lua\""},
    {"dofile", "rule files cannot run other files; use include \"file.lua\""},
    {"loadfile", "rule files cannot run other files; use include \"file.lua\""},
    {"load", "rule files cannot make code from text; write a function"},
    {"loadstring", "rule files cannot make code from text; write a function"},
    {"pcall", "rule files cannot catch errors; every error is reported with its line"},
    {"xpcall", "rule files cannot catch errors; every error is reported with its line"},
    {"setmetatable",
     "rule files cannot change how values behave; use plain tables and functions"},
    {"getmetatable",
     "rule files cannot change how values behave; use plain tables and functions"},
    {"rawget", "rule files have plain tables only; write t[key]"},
    {"rawset", "rule files have plain tables only; write t[key] = value"},
    {"rawequal", "rule files have plain tables only; write a == b"},
    {"rawlen", "rule files have plain tables only; write #t"},
    {"next", "write: for key, value in pairs(t) do .. end"},
    {"coroutine", "rule files declare and do not wait; use a loop"},
    {"collectgarbage", "memory is looked after by the engine"},
    {"print",
     "rule files print nothing; 'rung settings' and 'rung explain' show what they declare"},
    {"warn", "rule files print nothing; use error(\"..\") to refuse something"},
    {"_G", "rule files have no table of all names; keep your own in a local table"},
    {"unpack", "write table.unpack(t)"},
    {"random", "rules know no chance: the same files always declare the same program"},
    {"randomseed", "rules know no chance: the same files always declare the same program"},
    {"dump", "rule files cannot look inside functions"},
    {"pack", "rule files have no binary texts; use string.format"},
    {"packsize", "rule files have no binary texts; use string.format"},
};

const char *sandbox_why_missing(const char *name) {
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        if (strcmp(missing[i].name, name) == 0) return missing[i].why;
    return NULL;
}

bool sandbox_is_library_name(const char *name) {
    return library_has(name);
}
