/* sandbox_words.c - what went wrong in a sandbox, in a program designer's words, and what is
 * not there and what to do instead. */
#define _POSIX_C_SOURCE 200809L
#include "lang/sandbox_box.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

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
    sandbox_note_place(box, "", 0); /* it differs from run to run */
}

void sandbox_describe_stop(sandbox *box) {
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
    sandbox_note_place_now(box);
    for (int level = 0; lua_getstack(box->lua, level, &at); level++) {
        char prefix[LUA_IDSIZE + 16];
        lua_getinfo(box->lua, "Sl", &at);
        if (at.currentline <= 0) continue;
        int length = snprintf(prefix, sizeof prefix, "%s:%d: ", at.short_src, at.currentline);
        if (strncmp(message, prefix, (size_t)length) != 0) continue;
        sandbox_note_place(box, sandbox_chunk_name(at.source), at.currentline);
        return message + length;
    }
    return message;
}

int sandbox_explain_error(lua_State *L) {
    sandbox *box = sandbox_of(L);
    if (box->stop != SANDBOX_FINE || box->loading) return 1;
    if (lua_type(L, 1) != LUA_TSTRING) {
        sandbox_note_place_now(box);
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
