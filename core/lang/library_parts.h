/* library_parts.h - the functions that library.c hands to rules, by what they work on.
 *
 * A function of Lua's own runs until it is done, where no hook fires; so every one whose work
 * grows with its arguments counts that work as instructions before it begins
 * (sandbox_spend). Nothing here holds memory that Lua does not own. Used by library*.c. */
#ifndef RUNG_LANG_LIBRARY_PARTS_H
#define RUNG_LANG_LIBRARY_PARTS_H

#include <lua.h>
#include <stddef.h>

enum {
    BYTES_A_STEP = 16,  /* of text copied or read count as one instruction */
    HELD_A_STEP = 4096, /* bytes held count as one when a table is walked: it may be an emptied
                         * one, as large as all of them */
};

/* library.c */
/* Runs the function of Lua's own that this closure stands for, with the same arguments. */
int library_go_on(lua_State *L);
/* Values and texts given count; then Lua's own function does it. */
int library_charged(lua_State *L);
/* How many whole numbers from..to, both included; may be enormous. */
size_t library_span(lua_Integer from, lua_Integer to);

/* library_tables.c */
/* One that is read: what is frozen is opened. */
void library_want_readable_table(lua_State *L, int index);
int library_table_concat(lua_State *L);
int library_table_insert(lua_State *L);
int library_table_remove(lua_State *L);
int library_table_move(lua_State *L);
int library_table_unpack(lua_State *L);
int library_table_sort(lua_State *L);

/* library_pairs.c */
/* A frozen table is walked behind its front, which is all that is handed out. */
int library_stable_pairs(lua_State *L);

/* library_texts.c */
int library_plain_tostring(lua_State *L);
int library_string_rep(lua_State *L);
int library_string_format(lua_State *L);
int library_string_find(lua_State *L);
int library_string_match(lua_State *L);
int library_string_gmatch(lua_State *L);
int library_string_gsub(lua_State *L);

#endif
