/* sandbox.h - a Lua that rule files cannot hurt anybody with.
 *
 * One lua_State with our allocator, a safe library and limits; everything that touches
 * it happens inside sandbox_run's protected call. A run needs at most 1 MiB of C stack and
 * is untouched by the host's locale. Who may use it: lang/ only. */
#ifndef RUNG_LANG_SANDBOX_H
#define RUNG_LANG_SANDBOX_H

#include "base/problem.h"

#include <lua.h>

typedef struct sandbox_limits {
    size_t live_bytes;   /* memory held at once: 32 MiB for loading */
    size_t volume_bytes; /* memory asked for in all: 1 GiB for loading */
    size_t string_bytes; /* one string: 64 KiB */
    long instructions;   /* 10 million for loading all files */
    long pattern_steps;  /* work of one pattern match: 2 million */
    double seconds; /* of processor time of one run; the last resort, reported as such: 1.5 for
                       loading; 0: none */
} sandbox_limits;

/* The defaults for loading rule files. */
sandbox_limits sandbox_limits_for_loading(void);

/* Which limit ended a run. */
typedef enum sandbox_stop {
    SANDBOX_FINE,
    SANDBOX_ERROR, /* Lua raised an error: message, file and line say what and where */
    SANDBOX_INSTRUCTIONS,
    SANDBOX_MEMORY,
    SANDBOX_STRING,
    SANDBOX_PATTERN,
    SANDBOX_TIME,
    SANDBOX_STACK,
    SANDBOX_MACHINE, /* the machine's own memory ran out */
} sandbox_stop;

typedef struct sandbox sandbox;

/* NULL when memory ran out. `context` is handed to whoever asks sandbox_context. */
sandbox *sandbox_create(const sandbox_limits *limits, void *context);
void sandbox_free(sandbox *box);

/* Limits hold for all runs of a sandbox together. This starts a new allowance: instructions and
 * volume count from 0 again; live_bytes counts what is held already. A dead sandbox stays dead.
 */
void sandbox_renew(sandbox *box, const sandbox_limits *limits);
size_t sandbox_held(const sandbox *box);

/* What is held now is from here on nobody's doing: live_bytes counts what comes on top of it.
 */
void sandbox_settle(sandbox *box);
/* A dead sandbox lives again. Nothing that ran can have noticed its stop, for rules cannot
 * catch errors; what it left behind is collected where memory was what it lacked. */
void sandbox_revive(sandbox *box);
/* Inside body: a new allowance under the limits in force. Instructions are counted when
 * `watched`; what cannot run for longer than its text is need not be. */
void sandbox_allow(lua_State *L, bool watched);

/* Runs `body` inside the protected call, with the state's stack empty. `body` may raise. The
 * hook and all limits are in force. After a stop other than SANDBOX_FINE and SANDBOX_ERROR the
 * sandbox is dead: further runs return the same stop at once. */
sandbox_stop sandbox_run(sandbox *box, lua_CFunction body, void *argument);

/* What went wrong in the last run: a message in a program designer's words without "file:line:"
 * in front (only strings are ever printed; other error values are named by their type), and
 * where. */
const char *sandbox_message(const sandbox *box);
/* Chunk name as given to the loader, or "" ; line 0 when unknown. */
const char *sandbox_where(const sandbox *box, int *line);

/* Inside body: the argument of sandbox_run and the context of sandbox_create. */
void *sandbox_argument(lua_State *L);
void *sandbox_context(lua_State *L);

/* Inside body: pushes a fresh environment table with the safe library and nothing else: assert
 * error ipairs pairs select tonumber tostring type; math (no random), string (no dump, pack,
 * unpack, packsize), table, utf8 (char, len, codepoint). All of these library tables are
 * read-only to rules; the environment itself is a plain table. */
void sandbox_push_environment(lua_State *L);

/* Inside body: compiles text (never binary chunks) as `chunk_name`, leaves the function with
 * the table at index `environment` as its _ENV on the stack, and returns LUA_OK; or leaves a
 * message and returns Lua's status. */
int sandbox_load(lua_State *L, const char *bytes, size_t length, const char *chunk_name,
                 int environment);

/* Inside a C function called by a rule: the line of the rule text that calls it (chunk name
 * through *chunk, may be NULL), 0 when none. Levels of C functions are skipped. */
int sandbox_line(lua_State *L, const char **chunk);

/* Inside a C function that may work long without Lua instructions: counts its work as
 * instructions, about 10 ns each. Raises when there are none left. */
void sandbox_spend(lua_State *L, size_t steps);
/* Ends the run for this reason; never returns. */
_Noreturn void sandbox_end(lua_State *L, sandbox_stop stop);
/* The limits in force, and the bytes held now. */
const sandbox_limits *sandbox_limits_in_force(lua_State *L);
size_t sandbox_held_in(lua_State *L);

/* Words that rules cannot have and why ("os" -> "rule files cannot reach the system"), or NULL:
 * for messages about unknown names. */
const char *sandbox_why_missing(const char *name);

/* True for the names of the safe library's globals: a source may not bear them. */
bool sandbox_is_library_name(const char *name);

#endif
