/* sandbox_box.h - what a sandbox holds, shared by sandbox.c and sandbox_words.c alone. */
#ifndef RUNG_LANG_SANDBOX_BOX_H
#define RUNG_LANG_SANDBOX_BOX_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* locale_t */
#endif

#include "lang/sandbox.h"

#include <locale.h>
#include <stdint.h>
#include <time.h>

enum { MEBIBYTE = 1024 * 1024 };

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

sandbox *sandbox_of(lua_State *L);

/* A chunk's name without the mark that Lua wants in front of it. */
const char *sandbox_chunk_name(const char *source);

/* Keeps where the rules are, for the message to come. */
void sandbox_note_place(sandbox *box, const char *chunk, int line);
void sandbox_note_place_now(sandbox *box);

/* The message for a sandbox that was stopped. */
void sandbox_describe_stop(sandbox *box);

/* The message handler of lua_pcall: keeps the error's text in plain words, and its place. */
int sandbox_explain_error(lua_State *L);

#endif
