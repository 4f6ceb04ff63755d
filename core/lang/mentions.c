/* mentions.c - what only the end of reading can tell: which names are sources, and what was
 * begun and never finished. */
#include "lang/mentions.h"

#include <string.h>

static const term *source_declared(const declarations *found, const char *name) {
    for (size_t i = 0; i < found->count; i++) {
        const term *t = found->items[i];
        if (strcmp(t->name, "source") == 0 && t->member && strcmp(t->member, name) == 0)
            return t;
    }
    return NULL;
}

static void report_unknown(reading *r, const mention *m) {
    nearest guess = nearest_to(m->name);
    words_offer(&guess);
    for (size_t i = 0; i < r->found->count; i++) {
        const term *t = r->found->items[i];
        if (strcmp(t->name, "source") == 0 && t->member) nearest_offer(&guess, t->member);
    }
    const char *hint =
        declare_guess(r->memory, &guess,
                      m->called ? "rung words lists every word"
                                : "a source is declared as source \"name\" { .. }");
    problem_add(r->problems, m->at, hint, "unknown word '%.80s'", m->name);
}

void mentions_check(reading *r) {
    for (const mention *m = r->mentions; m; m = m->next) {
        bool known = source_declared(r->found, m->name) != NULL;
        if (known && m->called) {
            problem_add(r->problems, m->at, NULL, "'%.80s' is a source and takes no values",
                        m->name);
        } else if (!known && (m->called || !r->incomplete)) {
            report_unknown(r, m);
        }
    }
}

static bool stands_in(const term *t, const term *level) {
    for (size_t i = 0; i < t->count; i++) {
        if (t->entries[i].value == level) return true;
    }
    return false;
}

static bool has_ladder(const reading *r, const term *level) {
    for (size_t i = 0; i < r->found->count; i++) {
        if (stands_in(r->found->items[i], level)) return true;
    }
    return false;
}

void openings_check(reading *r) {
    for (const opening *o = r->openings; o; o = o->next) {
        if (!o->declared) {
            const char *hint =
                arena_print(r->memory, "write %s \"%.80s\" { .. }", o->noun->name, o->name);
            problem_add(r->problems, o->at, hint, "%s '%.80s' has no table of fields",
                        o->noun->name, o->name);
        } else if (strcmp(o->noun->name, "level") == 0 && !r->incomplete &&
                   !has_ladder(r, o->declared)) {
            problem_add(r->problems, o->at, "write it inside ladder \"name\" { .. }",
                        "level '%.80s' stands outside of a ladder", o->name);
        }
    }
}
