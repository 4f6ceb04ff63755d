/* places.h - where things stand in the text of a rule file.
 *
 * Lua can tell the line of a call and nothing finer. This reads the same text as tokens,
 * light-heartedly: it never decides what a file means, only where its calls, table
 * constructors, keys and values stand, and which mistakes Lua itself would miss or
 * explain badly. Made once per file, before the file is run. */
#ifndef RUNG_SYNTAX_PLACES_H
#define RUNG_SYNTAX_PLACES_H

#include "base/nearest.h"
#include "base/number.h"
#include "base/problem.h"

typedef struct place_table place_table;
typedef struct place_call place_call;

/* One entry of a table constructor as written. */
typedef struct place_entry {
    const char *key; /* `name = v` and `["text"] = v` and `[12] = v` (as "12"); NULL: positional
                        or computed */
    bool computed;   /* `[expression] = v` */
    bool numbered;   /* `[12] = v`, which is not `["12"] = v` */
    place key_at;    /* positional: value_at */
    place value_at;  /* the value's first token */
    const place_table *table; /* the value is a table constructor and nothing else, or NULL */
} place_entry;

/* A table constructor `{ .. }`. */
struct place_table {
    place at; /* the `{` */
    place_entry *entries;
    size_t count;
    const place_entry **keyed; /* those with a key, in the order of their keys */
    size_t keyed_count;
    const place_entry **items; /* the positional ones */
    size_t item_count;
};

/* A call as written: `word(..)`, `word "text"`, `word {..}`, `noun "name" {..}` (one call: the
 * noun's, whose tables are those of both argument lists), `x:word(..)`. Also `noun.name`
 * references and bare words, with no tables. */
struct place_call {
    const char *word;  /* `sum`, `metric`; for references the whole `metric.bookings` */
    place at;          /* the word itself (for x:word the word after the colon) */
    int line;          /* the line Lua 5.4 reports for it: where its chain of calls begins */
    int argument_line; /* the line of its first argument's opening token (what later Luas
                          report) */
    int last_argument_line; /* the same of its last argument list: of the `{` in `noun "name" {`
                             */
    int end_line;           /* where the call ends: calls run in the order of their ends */
    const place_table *
        *tables; /* the arguments that are table constructors, in order; NULL for others */
    size_t table_count; /* number of arguments as written */
    int taken;          /* used by places_take */
};

typedef struct places places;

/* Reads the text. Reports, as problems:
 *  - a key written twice in one table constructor (both places);
 *  - `and or not == ~= < > <= >=` inside a declaration's table (the table after `noun "name"`
 * or a bare `fx`), outside function bodies, each with the word to write instead in the hint;
 * between plain values they may stand; outside of declarations they may not at expressions;
 *  - arithmetic between numbers of the text that Lua does not do exactly;
 *  - a missing comma between entries ("a comma is missing after this level") at the end of the
 * entry before, on that line;
 *  - an unclosed `{` or `(` (where it was opened) and an unfinished string.
 * Returns NULL only when memory ran out. *broken is set when the text can't be valid Lua for
 * one of these reasons, so that Lua's own message about the same thing is not shown besides.
 * nouns: a NULL-terminated list of the words that open declarations. */
places *places_read(arena *memory, const source_file *file, const char *const *nouns,
                    problem_list *problems, bool *broken);

/* The call of `word` on `line` (as Lua reports it), the next in order of execution: on one line
 * the calls run in the order in which they end; after the last the first comes again (loops).
 * NULL when the text has none there. */
const place_call *places_take(places *p, int line, const char *word);

/* Where `name` stands as a word of its own on this line (for messages about names that are no
 * calls); its column is 0 when it is not there. */
place places_find(const places *p, int line, const char *name);

/* The first or last token of the line that is written so; its column is 0 when there is none.
 */
place places_token(const places *p, int line, const char *written, bool last);

/* All of what stands on this line, comments left out. */
place places_line(const places *p, int line);

/* Where the line writes this number or text, when it does so in sight of its beginning; its
 * column is 0 when it does not. */
place places_number(const places *p, int line, double value);
place places_text(const places *p, int line, const char *said);

/* Whether the file writes this number, or its opposite, from 2^53 on: Lua may have come to such
 * a one by mistake. Of very many in a file, the first ones. */
bool places_write(const places *p, number value);

/* Offers the names of the file's local variables; of a very long file, the first ones. */
void places_offer_locals(const places *p, nearest *guess);

/* The declarations' text table at a runtime table: the constructor among the call's arguments.
 */
const place_entry *place_table_entry(const place_table *table, const char *key);
/* The n-th positional entry (from 0). */
const place_entry *place_table_item(const place_table *table, size_t n);

#endif
