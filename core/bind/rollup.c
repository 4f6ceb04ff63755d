/* rollup.c - a partner and everyone below it, by the column that names the partner above.
 * LANGUAGE section 6. */
#include "bind/binder.h"

#include <string.h>

static const term *partner_source(const binder *b) {
    for (size_t i = 0; i < b->rules->count; i++) {
        const term *t = b->rules->items[i];
        if (strcmp(t->name, "source") == 0 && t->member && strcmp(t->member, "partner") == 0)
            return t;
    }
    return NULL;
}

/* The column that `parent` names, as rules or as the table calls it; -1: it was reported. */
static int parent_column(const binder *b, const char *name) {
    const source_request *partner = &b->plan->request.sources[PARTNER_SOURCE];
    int known = find_column(b, PARTNER_SOURCE, name);
    for (size_t i = 0; i < partner->count && known < 0; i++)
        if (strcmp(partner->columns[i].sql_name, name) == 0) known = (int)i;
    return known;
}

/* Who stands above each partner. Its errors are the source's. */
static const node *bind_parent(binder *b, const scope *s, const term *t) {
    const term *source = partner_source(b);
    const term *named = source ? term_field(source, "parent") : NULL;
    if (source && !named)
        problem_add_two(b->problems, t->at, source->at,
                        "name its column with the id of the partner above: parent = "
                        "\"parent_id\"",
                        "source 'partner' does not say who stands above whom");
    if (!named || named->kind != TERM_TEXT) return NULL;
    declared *is = arena_allocate(b->memory, sizeof *is);
    int column = parent_column(b, named->name);
    if (!is || column < 0) return NULL;
    *is = declared_of(source);
    scope own = scope_of_partners(s);
    own.rule = is;
    const node *id = node_column(b, &own, named->at, PARTNER_SOURCE, column);
    if (!id) return NULL;
    node draft = node_draft(&own, named->at, NODE_PARENT, TYPE_NUMBER);
    return node_across(b, &draft, &id, 1);
}

const node *bind_rollup(binder *b, const scope *s, const term *t) {
    scope partner = scope_of_partners(s);
    const node *items[] = {bind_number(b, &partner, t->entries[0].value), bind_parent(b, s, t)};
    if (!items[0] || !items[1]) return NULL;
    bool adds = strcmp(t->entries[1].value->name, "sum") == 0;
    node draft = node_draft(s, t->at, NODE_ROLLUP, TYPE_NUMBER);
    draft.measure = items[0]->measure;
    draft.aggregate = adds ? AGGREGATE_SUM : AGGREGATE_HIGHEST;
    return node_across(b, &draft, items, 2);
}
