/* why.c - why a value is not what a test case expects: the explanation of its rule,
 * folded to what matters.
 *
 * Of a ladder only the level expected and, where it is met, the one reached; of what is not met
 * only what is lacking; of a payout one line a rule. */
#include "explain/explain.h"
#include "expect/words.h"

#include <string.h>

enum { LINES_SHOWN = 10 };

typedef bool keeper(const void *context, const explanation *parent, const explanation *child);

/* Drops children that nobody needs, at every depth. */
static void fold(explanation *e, keeper *keeps, const void *context) {
    explanation **at = &e->first;
    e->last = NULL;
    while (*at) {
        if (!keeps(context, e, *at)) {
            *at = (*at)->next;
            continue;
        }
        fold(*at, keeps, context);
        e->last = *at;
        at = &(*at)->next;
    }
}

static bool is_kind(const explanation *e, const char *kind) {
    return strcmp(e->kind, kind) == 0;
}

/* What a difference is about. */
typedef struct difference {
    const char *expected; /* a level's name, or NULL */
    const wanted_value *wanted;
} difference;

/* The level expected, as long as it is not met; else the one that was reached instead. */
static bool keeps_level(const difference *d, const explanation *ladder,
                        const explanation *level) {
    if (!d->expected || !level->name) return true;
    const explanation *expected = NULL;
    for (const explanation *e = ladder->first; e; e = e->next)
        if (e->name && strcmp(e->name, d->expected) == 0) expected = e;
    bool lacking = expected && expected->state != REASON_MET;
    if (lacking) return level == expected;
    return level == ladder->first || !ladder->first;
}

static bool keeps(const void *context, const explanation *parent, const explanation *child) {
    const difference *d = context;
    /* Errors that nobody expects are told by themselves. */
    if (is_kind(child, "gives") || is_kind(child, "errors") || is_kind(child, "settings"))
        return false;
    if (is_kind(child, "metrics")) return strcmp(d->wanted->word->word, "metric") == 0;
    if (is_kind(child, "level")) return keeps_level(d, parent, child);
    bool line = is_kind(child, "requirement");
    if (line && parent->state == REASON_UNMET) return child->state != REASON_MET;
    if (line && parent->state == REASON_MET)
        return is_kind(parent, "level") || is_kind(parent, "certification") ||
               is_kind(parent, "obligation");
    return true;
}

/* Of a payout only what each rule comes to. */
static bool keeps_rule(const void *context, const explanation *parent,
                       const explanation *child) {
    (void)context;
    bool pays =
        is_kind(child, "incentive") || is_kind(child, "spiff") || is_kind(child, "fund");
    return is_kind(parent, "explanation") && pays;
}

/* Sections with one title are not worth their title. */
static void lift_metrics(explanation *root) {
    if (root->first && !root->first->next && is_kind(root->first, "metrics"))
        root->first = root->first->first;
}

void wanted_explain(const result *r, uint32_t partner, const wanted_value *w,
                    const wanted_text *text, arena *scratch, explanation *root) {
    *root = (explanation){.kind = "explanation", .label = ""};
    bool payout = strcmp(w->word->word, "payout") == 0;
    if (w->of_all || (!w->rule && !payout)) return;
    explaining x = {
        .of = r, .partner = partner, .memory = scratch, .only = w->rule, .lines = LINES_SHOWN};
    difference d = {w->type == TYPE_LEVEL ? text->value : NULL, w};
    explain_partner(&x, root);
    fold(root, payout ? keeps_rule : keeps, &d);
    lift_metrics(root);
}
