/* explanation.c - the tree of reasons: see explanation.h. */
#include "explain/explanation.h"

#include <string.h>

explanation *explanation_add(arena *memory, explanation *parent, const char *kind,
                             const char *label) {
    explanation *made = parent ? arena_allocate(memory, sizeof *made) : NULL;
    if (!made) return NULL;
    *made = (explanation){.kind = kind, .label = label ? label : ""};
    if (parent->last)
        parent->last->next = made;
    else
        parent->first = made;
    parent->last = made;
    return made;
}

void explanation_figure(arena *memory, explanation *e, const char *key, value v) {
    figure *made = e && v.state ? arena_allocate(memory, sizeof *made) : NULL;
    if (!made) return;
    *made = (figure){.key = key, .value = v};
    if (e->last_figure)
        e->last_figure->next = made;
    else
        e->figures = made;
    e->last_figure = made;
}

void explanation_named(arena *memory, explanation *e, const char *key, value v) {
    figure *made = e && v.state ? arena_allocate(memory, sizeof *made) : NULL;
    if (!made) return;
    figure **at = &e->named;
    while (*at && strcmp((*at)->key, key) < 0)
        at = &(*at)->next;
    *made = (figure){.key = key, .value = v, .next = *at};
    *at = made;
}
