/* rows_used.c - of which source's rows an expression is, from its terms alone.
 *
 * An aggregate's own rows are its own business: of `sum(person.level, { area = area.name })`
 * what is left to the rows around it is `area`. */
#include "bind/binder.h"

#include <string.h>

enum { MOST_SOURCES = 64 };

/* Sources in the order in which they are first mentioned. */
typedef struct mentioned {
    uint8_t sources[MOST_SOURCES];
    size_t count;
    uint64_t known; /* bit by source */
} mentioned;

static void mention(mentioned *m, int source) {
    if (source <= PARTNER_SOURCE || source >= MOST_SOURCES) return;
    if (m->known >> source & 1) return;
    m->known |= (uint64_t)1 << source;
    m->sources[m->count++] = (uint8_t)source;
}

static void mention_all(mentioned *m, const mentioned *more, int except) {
    for (size_t i = 0; i < more->count; i++)
        if (more->sources[i] != except) mention(m, more->sources[i]);
}

static void walk(const binder *b, const term *t, mentioned *out);

/* The first source that a setting leaves to the rows around it. */
static int source_of_setting(const binder *b, int setting) {
    enum { LOOKED_AT = 1, KNOWN = 3 };
    int *known = &b->setting_rows[setting];
    const term *value = b->plan->settings[setting].value;
    if (*known >= LOOKED_AT) return *known == LOOKED_AT ? NO_SOURCE : *known - KNOWN;
    *known = LOOKED_AT; /* settings may need each other in a circle */
    int source = value ? source_used(b, value) : NO_SOURCE;
    *known = source + KNOWN;
    return source;
}

static void walk_reference(const binder *b, const term *t, mentioned *out) {
    int setting = strcmp(t->name, "setting") == 0 ? find_setting(b, t->member) : -1;
    mention(out, setting >= 0 ? source_of_setting(b, setting) : find_source(b, t->name));
}

static bool is_aggregate(const term *t) {
    aggregate_kind kind;
    return t->kind == TERM_CALL && !t->method && t->count > 0 &&
           aggregate_from_word(&kind, t->name);
}

/* Whose rows the aggregate folds; -1 when that cannot be told. */
static int walk_aggregate(const binder *b, const term *t, mentioned *out) {
    const term *x = t->entries[0].value;
    mentioned first = {0};
    walk(b, x, &first);
    int own = first.count ? first.sources[0] : NO_SOURCE;
    if (x->kind == TERM_WORD) own = find_source(b, x->name);
    mention_all(out, &first, own);
    for (size_t i = 1; i < t->count; i++) {
        mentioned rest = {0};
        walk(b, t->entries[i].value, &rest);
        mention_all(out, &rest, own);
    }
    return own;
}

/* x:per(..) is of the aggregate's rows as well; x:within(..) and x:so_far() are of the row that
 * asks. */
static void walk_after_aggregate(const binder *b, const term *t, mentioned *out) {
    int own = walk_aggregate(b, t->entries[0].value, out);
    bool per = strcmp(t->name, "per") == 0;
    if (!per) mention(out, own);
    for (size_t i = 1; i < t->count; i++) {
        mentioned rest = {0};
        walk(b, t->entries[i].value, &rest);
        mention_all(out, &rest, per ? own : NO_SOURCE);
    }
}

static void walk(const binder *b, const term *t, mentioned *out) {
    static const char *const after[] = {"per", "within", "so_far"};
    bool follows = false;
    for (size_t i = 0; i < sizeof after / sizeof *after && t->kind == TERM_CALL; i++)
        follows = follows || (t->method && strcmp(t->name, after[i]) == 0);
    if (t->kind == TERM_REFERENCE) {
        walk_reference(b, t, out);
    } else if (is_aggregate(t)) {
        walk_aggregate(b, t, out);
    } else if (follows && is_aggregate(t->entries[0].value)) {
        walk_after_aggregate(b, t, out);
    } else {
        for (size_t i = 0; i < t->count; i++)
            walk(b, t->entries[i].value, out);
    }
}

int source_used(const binder *b, const term *t) {
    mentioned all = {0};
    walk(b, t, &all);
    return all.count ? all.sources[0] : NO_SOURCE;
}

static bool is_around(const scope *s, int source) {
    for (; s; s = s->outer)
        if (s->source == source) return true;
    return false;
}

int source_folded(const binder *b, const scope *s, const term *x) {
    mentioned all = {0};
    walk(b, x, &all);
    for (size_t i = 0; i < all.count; i++)
        if (!is_around(s, all.sources[i])) return all.sources[i];
    return all.count ? all.sources[0] : NO_SOURCE;
}
