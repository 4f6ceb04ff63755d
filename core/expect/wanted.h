/* wanted.h - values of a result by the names that test cases call them: "tier",
 * "incentive.volume_rebate", "missing.gold", "totals.payout".
 *
 * A name is found once, in a plan; then it can be asked of every result of that plan, or of the
 * same plan with other literals in it. What is expected is compared with what JSON would show:
 * amounts exactly, to 9 places. A new word is a row in
 * standing.c, money.c, given.c or words.c. */
#ifndef RUNG_EXPECT_WANTED_H
#define RUNG_EXPECT_WANTED_H

#include "explain/explanation.h"

typedef struct wanted_word wanted_word;

/* What a name means. */
typedef struct wanted_value {
    const wanted_word *word;
    const char *name; /* as written */
    size_t index;     /* of the declaration, among those of its word */
    int part;         /* which figure of it; of levels: which level */
    const char *rest; /* what stands behind: a payee, a level */
    bool of_all;      /* a total */
    const char *rule; /* what explain calls it; NULL: nothing explains it */
    value_type type;  /* of its value */
    measure measure;
    const ladder *on; /* TYPE_LEVEL: the ladder; else NULL */
} wanted_value;

/* What was written for it. */
typedef struct wanted_text {
    const char *value; /* NULL: a list */
    bool quoted;       /* "none" in quotes is a text */
    const char *const *items;
    const place *item_places;
    size_t count;
    place at;
} wanted_text;

/* False with a problem at `at`. find.c */
bool wanted_find(const plan *p, const char *name, place at, wanted_value *out,
                 problem_list *problems);
/* Whether the text can stand for such a value at all; false with a problem. check.c */
bool wanted_check(const plan *p, const wanted_value *w, const wanted_text *text,
                  problem_list *problems);
/* Whether the value is the one written. `scratch` holds lists meanwhile; `partner` is not
 * looked at for totals. */
bool wanted_holds(const result *r, uint32_t partner, const wanted_value *w,
                  const wanted_text *text, arena *scratch);
/* The value as it would be written in a case, much as `like` was: "2150", "12.3%",
 * "[engineers]". */
void wanted_print(const result *r, uint32_t partner, const wanted_value *w,
                  const wanted_text *like, arena *scratch, text_buffer *out);
/* The reasons of a rule's explanation that tell why the value is not what was expected; none
 * below the root where there are none. Not safe from two threads on one result. why.c */
void wanted_explain(const result *r, uint32_t partner, const wanted_value *w,
                    const wanted_text *text, arena *scratch, explanation *root);
/* The partner's errors as a list: "[region_factor: there is no entry for 'MARS']". */
void wanted_print_errors(const result *r, uint32_t partner, arena *scratch, text_buffer *out);
/* Whether a case that says nothing of errors can be right about the partner. */
bool wanted_is_errors(const wanted_value *w);

#endif
