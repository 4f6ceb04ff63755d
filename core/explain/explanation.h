/* explanation.h - reasons as a tree, before they are text for people, JSON for tools or part of
 * a page.
 *
 * Built from a result here, printed by report/explanation_*.c, which know nothing of results. A
 * node holds the texts people read and, beside them, the figures that tools read. Everything
 * lives in one arena. */
#ifndef RUNG_EXPLAIN_EXPLANATION_H
#define RUNG_EXPLAIN_EXPLANATION_H

#include "eval/result.h"

typedef enum explanation_state {
    REASON_NEUTRAL,
    REASON_MET,
    REASON_UNMET,
    REASON_WRONG /* an error of the partner keeps it from being known */
} explanation_state;

/* A value for tools: "actual", "needed", "paid". */
typedef struct figure {
    const char *key;
    value value;
    struct figure *next;
} figure;

/* What a requirement asks of a value: how, and against what. */
typedef struct question question;
struct question {
    const char *how; /* "at_least", "between", "like", "all_of", ... */
    value needed;    /* of what asks against one value; else state 0 */
    question
        *parts; /* between: its ends; one_of: the values; all_of and its kin: what each asks */
    size_t count;
};

typedef struct explanation explanation;
struct explanation {
    const char *kind;    /* "ladder", "level", "requirement", "line", "claim", ... */
    const char *name;    /* as rules call it, or NULL */
    const char *label;   /* as people call it */
    const char *title;   /* of what a requirement asks of; NULL where it has none */
    const char *shown;   /* the value as people read it, or NULL */
    const char *note;    /* what more is to be said of it, or NULL */
    const char *formula; /* how the value, or what is needed, comes about; or NULL */
    const char *why;     /* the clause of the agreement, or NULL */
    place at;
    explanation_state state;
    const question *asks; /* of a requirement; or NULL */
    figure *figures, *last_figure;
    figure *named; /* under keys that rules made up (benefits, payers), in byte order */
    explanation *first, *last, *next;
};

/* A new last child; NULL only when memory ran out, which the arena remembers. */
explanation *explanation_add(arena *memory, explanation *parent, const char *kind,
                             const char *label);
/* Nothing happens when e is NULL or the value's state 0: it is not given. */
void explanation_figure(arena *memory, explanation *e, const char *key, value v);
void explanation_named(arena *memory, explanation *e, const char *key, value v);

#endif
