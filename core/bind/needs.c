/* needs.c - which declaration needs which: circles, and levels that would depend on money.
 *
 * Walks the declarations as written, before anything is bound, so that binding may follow
 * references without going round for ever. Rules of one best_of group are settled together:
 * they need what any of them needs. */
#include "bind/binder.h"

#include <string.h>

enum { LONGEST_CHAIN = 200 };

typedef struct needs_walk {
    binder *b;
    uint8_t *state; /* by declaration: 0 new, 1 on the path, 2 done */
    size_t *path;   /* declarations from the root to the one being looked at */
    size_t depth;
    bool circle;
} needs_walk;

static const char *root_noun(const needs_walk *w) {
    return w->b->rules->items[w->path[0]]->name;
}

/* What a name means as a need; -1: nothing that is declared. `noun` NULL: whatever a
 * requirement can name. */
static int find_declaration(const binder *b, const char *noun, const char *name) {
    static const char *const required[] = {"metric", "ladder", "certification", "obligation",
                                           "score"};
    for (size_t i = 0; name && i < b->rules->count; i++) {
        const term *t = b->rules->items[i];
        if (!t->member || strcmp(t->member, name)) continue;
        if (noun && (strcmp(noun, t->name) == 0 ||
                     (strcmp(noun, "incentive") == 0 && strcmp(t->name, "spiff") == 0)))
            return (int)i;
        for (size_t k = 0; !noun && k < sizeof required / sizeof *required; k++) {
            if (strcmp(required[k], t->name) == 0) return (int)i;
        }
    }
    return -1;
}

static bool pays_money(const term *t) {
    return strcmp(t->name, "incentive") == 0 || strcmp(t->name, "spiff") == 0 ||
           strcmp(t->name, "fund") == 0;
}

static bool grants_standing(const char *noun) {
    static const char *const nouns[] = {"ladder", "certification", "obligation", "score"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        if (strcmp(nouns[i], noun) == 0) return true;
    }
    return false;
}

/* The same declaration, or two of one best_of group. */
static bool settled_together(const term *a, const term *b) {
    const char *group = field_text(a, "best_of"), *other = field_text(b, "best_of");
    return a == b || (group && other && strcmp(group, other) == 0);
}

static void report_circle(needs_walk *w, int again, place at) {
    const term *const *items = w->b->rules->items;
    text_buffer path = {0}, hint = {0};
    size_t from = 0;
    while (from < w->depth && !settled_together(items[w->path[from]], items[again]))
        from++;
    for (size_t i = from; i < w->depth; i++)
        text_print(&path, "%s -> ", items[w->path[i]]->member);
    text_print(&path, "%s", items[again]->member);
    bool fund = strcmp(items[again]->name, "fund") == 0;
    if (fund && from + 1 == w->depth)
        text_print(&hint,
                   "what '%s' holds is known only when all its claims are decided; work with a "
                   "metric of what it accrues",
                   items[again]->member);
    else if (strcmp(items[again]->name, "ladder") == 0 && from + 1 == w->depth)
        text_append_string(&hint,
                           "with cumulative = true each level also asks what those below "
                           "it ask; the level of before is the cell of 'current'");
    else
        text_append_string(&hint, "let one of them stand on its own");
    if (from < w->depth && w->path[from] != (size_t)again)
        text_print(&hint, "; '%s' and '%s' need each other as best_of \"%.60s\"",
                   items[w->path[from]]->member, items[again]->member,
                   field_text(items[again], "best_of"));
    problem_add(w->b->problems, at, hint.failed ? NULL : hint.bytes,
                "these need each other in a circle: %s", path.failed ? "" : path.bytes);
    text_free(&hint);
    w->circle = true;
    text_free(&path);
}

static void visit(needs_walk *w, size_t declaration);

static void follow(needs_walk *w, int declaration, place at) {
    if (declaration < 0) return;
    const term *t = w->b->rules->items[declaration];
    if (pays_money(t) && grants_standing(root_noun(w)))
        problem_add(
            w->b->problems, at, "let it depend on the metrics that the payment is made of",
            "%s '%s' depends on %s '%s', but what is paid may not decide who stands where",
            root_noun(w), w->b->rules->items[w->path[0]]->member, t->name, t->member);
    if (w->state[declaration] == 1)
        report_circle(w, declaration, at);
    else if (w->state[declaration] == 0 && w->depth == LONGEST_CHAIN)
        problem_add(w->b->problems, at, NULL,
                    "a chain of more than %d declarations, each needing the next, is too long",
                    LONGEST_CHAIN);
    else if (w->state[declaration] == 0)
        visit(w, (size_t)declaration);
}

/* Whether the rule that is looked at goes over rows that have such a column. */
static bool is_row_column(const needs_walk *w, const char *name) {
    const term *rule = w->b->rules->items[w->path[w->depth - 1]];
    const term *rows = term_field(rule, "each");
    if (!rows) rows = term_field(rule, "claims");
    int source = rows && rows->kind == TERM_WORD ? find_source(w->b, rows->name) : -1;
    return source > PARTNER_SOURCE && find_column(w->b, source, name) >= 0;
}

/* What a function reads; the first value of one for rows is the row. */
static void walk_function(needs_walk *w, const term *t, bool requirements) {
    const rule_function *f = w->b->rules->functions[t->function];
    for (size_t i = 0; i < f->read_count; i++) {
        const function_read *read = &f->reads[i];
        if (read->parameter == 0 && !requirements && is_row_column(w, read->name)) continue;
        follow(w, find_declaration(w->b, NULL, read->name), read->at);
    }
}

static void walk_term(needs_walk *w, const term *t, bool requirements);

/* Of what is said to 'allocate', `where` holds requirements. */
static void walk_options(needs_walk *w, const term *options) {
    for (size_t i = 0; i < options->count; i++) {
        const entry *e = &options->entries[i];
        walk_term(w, e->value, e->key && strcmp(e->key, "where") == 0);
    }
}

static void walk_term(needs_walk *w, const term *t, bool requirements) {
    if (t->kind == TERM_FUNCTION) walk_function(w, t, requirements);
    if (t->kind == TERM_REFERENCE) follow(w, find_declaration(w->b, t->name, t->member), t->at);
    bool groups = t->kind == TERM_CALL && (strstr(t->name, "_of") != NULL);
    for (size_t i = 0; i < t->count; i++) {
        const entry *e = &t->entries[i];
        if (i == 2 && term_is_call(t, "allocate")) walk_options(w, e->value);
        bool inside = requirements && (t->kind == TERM_TABLE || groups);
        if (inside && e->key) follow(w, find_declaration(w->b, NULL, e->key), e->key_at);
        bool begins = e->key && strcmp(e->key, "requires") == 0;
        walk_term(w, e->value, begins || (inside && !e->key));
    }
}

static void walk_declaration(needs_walk *w, size_t declaration) {
    w->path[w->depth++] = declaration;
    walk_term(w, w->b->rules->items[declaration], false);
    w->depth--;
}

static void visit(needs_walk *w, size_t declaration) {
    const declarations *rules = w->b->rules;
    const term *t = rules->items[declaration];
    bool alone = !field_text(t, "best_of");
    w->state[declaration] = 1;
    for (size_t i = 0; !alone && i < rules->count; i++)
        if (settled_together(rules->items[i], t)) w->state[i] = 1;
    if (alone) walk_declaration(w, declaration);
    for (size_t i = 0; !alone && i < rules->count; i++)
        if (settled_together(rules->items[i], t)) walk_declaration(w, i);
    w->state[declaration] = 2;
    for (size_t i = 0; !alone && i < rules->count; i++)
        if (settled_together(rules->items[i], t)) w->state[i] = 2;
}

void check_needs(binder *b) {
    size_t count = b->rules->count;
    needs_walk w = {.b = b,
                    .state = arena_array(b->memory, count, 1),
                    .path = arena_array(b->memory, count + 1, sizeof *w.path)};
    if (!w.state || !w.path) return;
    /* Once from every standing, afresh, so that each is told what money it depends on; circles
     * only once. */
    for (size_t i = 0; i < count; i++) {
        if (w.state[i] == 0 && b->rules->items[i]->member) visit(&w, i);
    }
    for (size_t i = 0; i < count && !w.circle; i++) {
        if (!grants_standing(b->rules->items[i]->name) || !b->rules->items[i]->member) continue;
        memset(w.state, 0, count);
        visit(&w, i);
    }
}
