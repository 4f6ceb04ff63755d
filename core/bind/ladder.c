/* ladder.c - ladders with their levels, and what partners hold: certifications, obligations. */
#include "bind/binder.h"

#include <string.h>

declared declared_of(const term *t) {
    return (declared){.term = t,
                      .noun = t->name,
                      .name = t->member,
                      .title = field_text(t, "title"),
                      .why = field_text(t, "why"),
                      .at = t->at};
}

const char *field_text(const term *declaration, const char *field) {
    const term *t = term_field(declaration, field);
    return t && t->kind == TERM_TEXT ? t->name : NULL;
}

static scope scope_of(const binder *b, const declared *rule) {
    return (scope){.source = NO_SOURCE, .as_of = b->plan->as_of, .rule = rule};
}

bool bind_benefits(binder *b, const scope *s, const term *table, benefit **out, size_t *count) {
    *count = 0;
    if (!table) return true;
    if (table->kind != TERM_TABLE)
        return problem_add(b->problems, table->at, "write gives = { discount = percent(20) }",
                           "'gives' is a table of benefits");
    *out = arena_array(b->memory, table->count, sizeof **out);
    bool fine = *out != NULL;
    for (size_t i = 0; *out && i < table->count; i++) {
        const entry *e = &table->entries[i];
        if (!e->key) {
            fine = problem_add(b->problems, e->value->at,
                               "write gives = { discount = percent(20) }",
                               "a benefit needs a name");
            continue;
        }
        const node *value = bind_value(b, s, e->value);
        (*out)[(*count)++] = (benefit){.name = e->key, .value = value, .at = e->key_at};
        fine &= value != NULL;
    }
    return fine;
}

/* With those of the levels below where the ladder is cumulative. */
static const node *met_with_below(binder *b, const scope *s, const ladder *l, const level *own,
                                  size_t index) {
    if (!l->cumulative || index == 0 || !l->levels[index - 1].met) return own->requires.met;
    const node *items[] = {l->levels[index - 1].met, own->requires.met};
    scope strict = *s;
    strict.strict = true;
    return node_group(b, &strict, own->is.at, NODE_ALL, items, 2);
}

static bool bind_level(binder *b, ladder *l, size_t index) {
    level *own = &l->levels[index];
    scope s = scope_of(b, &l->is); /* errors name the ladder: two may have levels of a name */
    const term *requires = term_field(own->is.term, "requires");
    static const term nothing = {.kind = TERM_TABLE};
    bool fine = bind_requirements(b, &s, requires ? requires : &nothing, &own->requires);
    fine &=
        bind_benefits(b, &s, term_field(own->is.term, "gives"), &own->gives, &own->gives_count);
    if (fine) own->met = met_with_below(b, &s, l, own, index);
    return own->met != NULL;
}

bool bind_ladder(binder *b, const term *t, ladder *out) {
    scope s = scope_of(b, &out->is);
    const term *current = term_field(t, "current"), *applies = term_field(t, "applies_to");
    bool fine = true;
    if (current) fine &= (out->current = bind_typed(b, &s, current, TYPE_TEXT)) != NULL;
    if (applies) fine &= (out->applies = bind_filter(b, &s, PARTNER_SOURCE, applies)) != NULL;
    const term *cumulative = term_field(t, "cumulative");
    out->cumulative = cumulative && cumulative->boolean;
    fine &= bind_timing(b, &s, t, &out->timing);
    for (size_t i = 0; i < out->level_count; i++)
        fine &= bind_level(b, out, i);
    return fine;
}

/* Partners hold it or not: a condition that has no value is not met. */
static const node *met_or_not(binder *b, const scope *s, const node *met) {
    scope strict = *s;
    strict.strict = true;
    switch (met->kind) {
    case NODE_COMPARE:
    case NODE_ALL:
    case NODE_ANY:
    case NODE_NONE:
    case NODE_N_OF:
    case NODE_LIKE:
    case NODE_PRESENT:
    case NODE_ABSENT:
    case NODE_HELD:
        return met;
    default:
        return node_over(b, &strict, met->at, NODE_ALL, TYPE_BOOLEAN, MEASURE_NUMBER, &met, 1);
    }
}

bool bind_holding(binder *b, const term *t, holding *out) {
    scope s = scope_of(b, &out->is);
    const term *requires = term_field(t, "requires");
    bool fine = requires && bind_requirements(b, &s, requires, &out->requires);
    fine &= bind_benefits(b, &s, term_field(t, "gives"), &out->gives, &out->gives_count);
    if (fine) out->met = met_or_not(b, &s, out->requires.met);
    return fine && out->met;
}
